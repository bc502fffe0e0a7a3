#pragma once
// Tokens → pieces: digits, letters and signs each apart, so that "23.10.2013", "15g30" and "5km"
// read the same however they are written. A piece that stood inside a token has no space before it.
// Tested by number_words_test.cc.

#include <span>
#include <string_view>
#include <vector>

#include "language/token.h"

namespace machtin {

std::vector<Token> split_pieces(std::string_view text, std::span<const Token> tokens);

// Only digits?
bool is_digits(const Token& piece);
// No space between the piece and the one before it. The first piece touches nothing.
bool touches_previous(const std::vector<Token>& pieces, std::size_t at);

}  // namespace machtin
