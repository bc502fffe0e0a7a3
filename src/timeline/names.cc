// A name's weight: in how many witnesses it stands, more where title or lede has it, a little more
// the oftener it is said.
#include "timeline/names.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>

#include "text/fold.h"

namespace machtin {
namespace {

constexpr std::size_t kMostNames = 12;
constexpr double kHead = 2;      // a name in title or lede counts three times
constexpr double kShare = 0.15;  // of the first name's weight: below it a name is by the way
constexpr std::uint32_t kLedeSentences = 2;

struct Named {
  double weight = 0;
  std::map<std::string, double> forms = {};
};

bool stands_in_head(const Witness& witness, const Entity& entity, const Facts& facts) {
  for (const StorySentence& sentence : witness.sentences) {
    if (!sentence.title && sentence.place >= kLedeSentences) break;
    const ByteSpan span = facts.sentences[sentence.number];
    for (const ByteSpan& mention : entity.mentions) {
      if (mention.begin >= span.begin && mention.end <= span.end) return true;
    }
  }
  return false;
}

// The form most told; of equals the fullest.
const std::string& best_form(const Named& named) {
  const auto better = [](const auto& a, const auto& b) {
    return std::tuple(a.second, a.first.size()) < std::tuple(b.second, b.first.size());
  };
  return std::max_element(named.forms.begin(), named.forms.end(), better)->first;
}

template <typename Wanted>
std::vector<std::string> salient(const Telling& telling, const Wanted& wanted) {
  std::map<std::string, Named> names;
  for (const Witness& witness : telling.witnesses) {
    const Facts& facts = (*telling.members)[witness.member].facts;
    for (const Entity& entity : facts.entities) {
      if (!wanted(entity) || entity.mentions.empty() || entity.name.empty()) continue;
      Named& named = names[entity.key ? *entity.key : search_fold(entity.name)];
      named.weight += 1 + 0.5 * std::log(static_cast<double>(entity.mentions.size())) +
                      (stands_in_head(witness, entity, facts) ? kHead : 0);
      named.forms[entity.name] += 1;
    }
  }
  std::vector<std::pair<double, std::string_view>> ranked;  // weight, key
  ranked.reserve(names.size());
  for (const auto& [key, named] : names) ranked.emplace_back(-named.weight, key);
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> told;
  for (const auto& [weight, key] : ranked) {
    if (told.size() == kMostNames || -weight < kShare * -ranked.front().first) break;
    told.push_back(best_form(names.at(std::string(key))));
  }
  return told;
}

}  // namespace

std::vector<std::string> salient_people(const Telling& telling) {
  return salient(telling, [](const Entity& entity) { return entity.type == EntityType::kPerson; });
}

std::vector<std::string> salient_places(const Telling& telling) {
  return salient(telling, [](const Entity& entity) {
    return entity.type == EntityType::kPlace || entity.type == EntityType::kCountry;
  });
}

}  // namespace machtin
