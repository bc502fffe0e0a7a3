#include "serve/voices.h"

#include <algorithm>
#include <map>
#include <optional>

#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kMaxVoices = 12;
constexpr std::size_t kMaxStatements = 5;
constexpr std::size_t kMinStatementBytes =
    12;  // shorter ones are words in quotation marks, not statements

bool overlaps(ByteSpan a, ByteSpan b) { return a.begin < b.end && b.begin < a.end; }

class Voices {
 public:
  void add(const Entity& speaker, const std::string& text, bool direct, std::uint32_t article) {
    if (text.size() < kMinStatementBytes) return;
    Voice& voice = voice_of(speaker);
    std::vector<std::string>& known = said_[index_of(speaker)];
    const std::string folded = folded_title(text);
    const auto found = std::find(known.begin(), known.end(), folded);
    if (found == known.end()) {
      known.push_back(folded);
      voice.statements.push_back({text, direct, {article}});
      return;
    }
    VoiceStatement& statement = voice.statements[static_cast<std::size_t>(found - known.begin())];
    if (statement.articles.back() != article) statement.articles.push_back(article);
  }

  std::vector<Voice> take() {
    std::stable_sort(voices_.begin(), voices_.end(), [](const Voice& a, const Voice& b) {
      return a.statements.size() > b.statements.size();
    });
    voices_.resize(std::min(voices_.size(), kMaxVoices));
    for (Voice& voice : voices_) {
      std::stable_sort(voice.statements.begin(), voice.statements.end(),
                       [](const VoiceStatement& a, const VoiceStatement& b) {
                         return a.articles.size() > b.articles.size();
                       });
      voice.statements.resize(std::min(voice.statements.size(), kMaxStatements));
    }
    return std::move(voices_);
  }

 private:
  static std::string key_of(const Entity& speaker) {
    return speaker.key ? *speaker.key : folded_title(speaker.name);
  }
  std::size_t index_of(const Entity& speaker) { return places_.at(key_of(speaker)); }
  Voice& voice_of(const Entity& speaker) {
    const auto [place, is_new] = places_.emplace(key_of(speaker), voices_.size());
    if (is_new) {
      voices_.push_back({speaker.name, "", {}});
      said_.emplace_back();
    }
    Voice& voice = voices_[place->second];
    if (speaker.name.size() > voice.name.size()) voice.name = speaker.name;
    if (voice.role.empty() && !speaker.roles.empty()) voice.role = speaker.roles.front();
    return voice;
  }

  std::map<std::string, std::size_t> places_;
  std::vector<std::vector<std::string>> said_;  // folded, of each voice
  std::vector<Voice> voices_;
};

std::optional<std::uint32_t> index_in(const Story& story, const StoryMember& member) {
  for (std::uint32_t i = 0; i < story.articles.size(); ++i) {
    if (story.articles[i].place == member.place) return i;
  }
  return std::nullopt;
}

void add_member(Voices& voices, const StoryMember& member, std::uint32_t article) {
  const std::string_view text = member.article.text;
  const Facts& facts = member.facts;
  const auto words = [&](ByteSpan span) { return squeeze_space(slice(text, span)); };
  std::vector<ByteSpan> quoted;
  for (const Quote& quote : facts.quotes) {
    if (!quote.speaker || *quote.speaker >= facts.entities.size() || quote.span.end > text.size())
      continue;
    quoted.push_back(quote.span);
    voices.add(facts.entities[*quote.speaker], words(quote.span), quote.direct, article);
  }
  // A claim is told by its sentence, unless a quotation of that sentence tells it already.
  for (const Event& event : facts.events) {
    if (!event.according_to || *event.according_to >= facts.entities.size()) continue;
    if (event.sentence >= facts.sentences.size()) continue;
    const ByteSpan sentence = facts.sentences[event.sentence];
    const bool told = std::any_of(quoted.begin(), quoted.end(),
                                  [&](ByteSpan quote) { return overlaps(quote, sentence); });
    if (told || sentence.end > text.size()) continue;
    voices.add(facts.entities[*event.according_to], words(sentence), false, article);
  }
}

}  // namespace

std::vector<Voice> voices_of(const Story& story, const std::vector<StoryMember>& members) {
  Voices voices;
  for (const StoryMember& member : members) {
    if (const std::optional<std::uint32_t> article = index_in(story, member)) {
      add_member(voices, member, *article);
    }
  }
  return voices.take();
}

}  // namespace machtin
