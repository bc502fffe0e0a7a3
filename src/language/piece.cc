#include "language/piece.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }
bool is_separator_byte(char c) { return c == '.' || c == ','; }

int byte_kind(char c) {
  if (is_digit_byte(c)) return 0;
  return is_separator_byte(c) ? 1 : 2;
}

}  // namespace

std::vector<Token> split_pieces(std::string_view text, std::span<const Token> tokens) {
  std::vector<Token> pieces;
  pieces.reserve(tokens.size() + tokens.size() / 8);
  for (const Token& token : tokens) {
    if (token.shape != Shape::kNumber && token.shape != Shape::kMixed) {
      pieces.push_back(token);
      continue;
    }
    bool space = token.space_before;
    for (std::uint32_t at = token.span.begin; at < token.span.end;) {
      const int kind = byte_kind(text[at]);
      std::uint32_t end = at + 1;
      while (kind != 1 && end < token.span.end && byte_kind(text[end]) == kind) ++end;
      Token piece;
      piece.span = {at, end};
      piece.space_before = space;
      const std::string_view part = slice(text, piece.span);
      if (kind == 2) {
        piece.shape = at == token.span.begin && end == token.span.end ? token.shape : Shape::kLower;
        piece.key = matching_key(part);
      } else {
        piece.shape = kind == 0 ? Shape::kNumber : Shape::kPunctuation;
        piece.key = std::string(part);
      }
      pieces.push_back(std::move(piece));
      space = false;
      at = end;
    }
  }
  return pieces;
}

bool is_digits(const Token& piece) { return piece.shape == Shape::kNumber; }

bool touches_previous(const std::vector<Token>& pieces, std::size_t at) {
  return at > 0 && at < pieces.size() && !pieces[at].space_before;
}

}  // namespace machtin
