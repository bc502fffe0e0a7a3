// Who is meant by whom: exact names first, then short ones against the longer that hold them,
// office holders last. Tested by coreference_test.cc.
#include "facts/coreference.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "facts/entity_key.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace machtin {
namespace {

constexpr std::size_t kMembersSeen = 64;  // of a group, the last ones, when the nearest is sought
constexpr std::size_t kMostCandidates =
    32;  // entities that share a word, latest kept: bounds the work on hostile text

constexpr int kMostShorter = 6;  // forms of a long name: nobody's name has more words
constexpr float kLeastProbability = 1e-4F;
constexpr float kWeightOfMany = 0.6F;  // of each mention's evidence, where there are several
constexpr float kSurelyNamed = 0.5F;   // tuned on tests/entities/vi.txt

using Words = std::vector<std::string>;

Words split_words(const std::string& folded) {
  Words words;
  std::size_t begin = 0;
  while (begin < folded.size()) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// With tone marks, for they part "Hùng" from "Hưng"; signs between words become spaces.
std::string name_key(std::string_view name) {
  std::string spaced;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = code_point_at(name, at);
    if (is_letter(c.value) || is_digit(c.value) || is_combining(c.value)) {
      spaced.append(name.substr(at, c.next - at));
    } else {
      spaced.push_back(' ');
    }
    at = c.next;
  }
  return squeeze_space(matching_key(spaced));
}

bool is_suffix(const Words& part, const Words& whole) {
  return part.size() <= whole.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin());
}

bool is_prefix(const Words& part, const Words& whole) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

bool is_subsequence(const Words& part, const Words& whole) {
  std::size_t found = 0;
  for (const std::string& word : whole) found += found < part.size() && word == part[found];
  return found == part.size();
}

struct Group {
  EntityType type = EntityType::kPerson;
  std::vector<std::size_t> members = {};
  Words words = {};  // of its longest name
  std::string country = {};
  char gender = 0;
  bool home_name = false;
  bool of_state = false;                 // "chính quyền Trump": not called by its last word alone
  bool transliterated = false;           // "Vla-đi-mia Pu-tin"
  std::vector<std::string> sounds = {};  // of the words of a foreign person's name
  std::string last_spelled = {};         // its last word, folded, without hyphens
};

// Latest groups by a word or phrase; older ones make room.
class Index {
 public:
  void add(const std::string& key, std::size_t group) {
    std::vector<std::size_t>& groups = groups_[key];
    if (!groups.empty() && groups.back() == group) return;
    if (groups.size() == kMostCandidates) groups.erase(groups.begin());
    groups.push_back(group);
  }
  const std::vector<std::size_t>& find(const std::string& key) const {
    static const std::vector<std::size_t> kNone;
    const auto found = groups_.find(key);
    return found == groups_.end() ? kNone : found->second;
  }

 private:
  std::unordered_map<std::string, std::vector<std::size_t>> groups_ = {};
};

class Grouping {
 public:
  Grouping(std::vector<Mention> mentions, const EntityTables& tables)
      : mentions_(std::move(mentions)), tables_(tables), group_of_(mentions_.size()) {}

  std::vector<Entity> run() {
    settle_capitals();
    settle_types();
    find_aliases();
    find_article_countries();
    settle_shared_names();
    group_exact();
    group_organizations();
    group_abbreviations();
    group_people();
    group_short_forms();
    group_holders();
    return entities();
  }

 private:
  bool is_open(std::size_t i) const { return !group_of_[i].has_value(); }

  // "TÔ LÂM THĂM PHÁP": the name is the longest one at its beginning that the article has
  // elsewhere.
  void settle_capitals() {
    std::unordered_set<std::string> known;
    const auto in_capitals = [](const Mention& mention) { return !mention.capitals.empty(); };
    if (std::none_of(mentions_.begin(), mentions_.end(), in_capitals)) return;
    for (const Mention& mention : mentions_) {
      if (mention.type == EntityType::kPerson && !mention.holder && !in_capitals(mention) &&
          mention.name.find(' ') != std::string::npos)
        known.insert(name_key(mention.name));
    }
    for (Mention& mention : mentions_) {
      if (!in_capitals(mention)) continue;
      const std::string_view all = mention.capitals;
      for (std::size_t end = all.size(); end != std::string_view::npos && end > 0;
           end = all.rfind(' ', end - 1)) {
        if (!known.contains(name_key(all.substr(0, end)))) continue;
        mention.name = std::string(all.substr(0, end));
        mention.span.end = mention.span.begin + static_cast<std::uint32_t>(end);
        break;
      }
    }
  }

  // The types of names that the article introduces, under the names that it may use for them later.
  std::unordered_map<std::string, EntityType> introduced_types() const {
    std::unordered_map<std::string, EntityType> known;
    std::vector<std::pair<std::string, EntityType>> shorter;
    for (const Mention& mention : mentions_) {
      if (mention.scores || mention.holder || mention.evidence != Evidence::kOwn) continue;
      const std::string key = name_key(mention.name);
      known.try_emplace(key, mention.type);
      if (mention.type != EntityType::kPerson) continue;
      int shortened = 0;
      for (std::size_t at = key.find(' '); at != std::string::npos && shortened < kMostShorter;
           at = key.find(' ', at + 1), ++shortened) {
        shorter.emplace_back(key.substr(at + 1), mention.type);
      }
      if (!mention.home_name && key.find(' ') != std::string::npos)
        shorter.emplace_back(key.substr(0, key.find(' ')), mention.type);
    }
    for (const auto& [key, type] : shorter) known.try_emplace(key, type);
    return known;
  }

  // A name that nothing introduces is what the article calls it elsewhere; else all its mentions
  // together decide.
  void settle_types() {
    const std::unordered_map<std::string, EntityType> known = introduced_types();
    std::unordered_map<std::string, std::pair<NameScores, int>> pooled;
    for (const Mention& mention : mentions_) {
      if (!mention.scores) continue;
      auto& [sum, count] = pooled[name_key(mention.name)];
      ++count;
      for (std::size_t type = 0; type < kNameTypes; ++type) {
        sum[type] += std::log(
            std::max(probability(*mention.scores, static_cast<NameType>(type)), kLeastProbability));
      }
    }
    for (Mention& mention : mentions_) {
      if (!mention.scores) continue;
      const std::string key = name_key(mention.name);
      if (const auto found = known.find(key); found != known.end()) {
        settle(mention, found->second, true);
        continue;
      }
      auto [scores, count] = pooled.at(key);
      if (count > 1) {  // the mentions of one article are no independent witnesses
        for (float& score : scores) score *= kWeightOfMany;
      }
      settle(mention, scores);
    }
  }

  static void settle(Mention& mention, const NameScores& scores) {
    const float person = probability(scores, NameType::kPerson),
                organization = probability(scores, NameType::kOrganization),
                place = probability(scores, NameType::kPlace);
    const float most = std::max({person, organization, place});
    const EntityType type = most == person  ? EntityType::kPerson
                            : most == place ? EntityType::kPlace
                                            : EntityType::kOrganization;
    settle(mention, type, most >= kSurelyNamed);
  }

  static void settle(Mention& mention, EntityType type, bool sure) {
    mention.type = type == EntityType::kCountry || type == EntityType::kNationality
                       ? EntityType::kPlace
                       : type;
    if (!sure && mention.type == EntityType::kPlace && mention.key_name.empty())
      mention.type = EntityType::kPerson;  // nobody, unless the article has a longer such name
    mention.evidence = sure ? Evidence::kOwn : Evidence::kNeeded;
    if (mention.type != EntityType::kPlace) mention.key_name.clear(), mention.country.clear();
    if (mention.type == EntityType::kPerson) return;
    mention.home_name = false;
    mention.roles.clear();
    mention.offices.clear();
  }

  // "Vũ Tuấn Anh (nghệ danh Anh Vũ)": from then on both names are one person's.
  void find_aliases() {
    for (const Mention& mention : mentions_) {
      if (!mention.alias_of || mentions_[*mention.alias_of].type != EntityType::kPerson) continue;
      aliases_.try_emplace(name_key(mention.name), name_key(mentions_[*mention.alias_of].name));
    }
  }

  Words person_words(const Mention& mention) const {
    const std::string key = name_key(mention.name);
    const auto alias = aliases_.find(key);
    return split_words(alias == aliases_.end() ? key : alias->second);
  }

  void find_article_countries() {
    for (const Mention& mention : mentions_) {
      if (mention.type == EntityType::kPerson || mention.country.empty()) continue;
      home_mentioned_ = home_mentioned_ || mention.country == tables_.home_country;
      if (mention.type == EntityType::kCountry) ++country_counts_[mention.country];
      sharing_mentioned_ =
          sharing_mentioned_ || tables_.name_sharing_countries.contains(mention.country);
    }
  }

  std::size_t new_group(std::size_t i, Words words) {
    const Mention& mention = mentions_[i];
    const std::size_t id = groups_.size();
    groups_.push_back({.type = mention.type, .words = std::move(words)});
    for (const std::string& word : groups_[id].words)
      by_word_[static_cast<std::size_t>(mention.type)].add(word, id);
    join(i, id);
    return id;
  }

  void join(std::size_t i, std::size_t id) {
    const Mention& mention = mentions_[i];
    Group& group = groups_[id];
    group.members.push_back(i);
    if (group.country.empty()) group.country = mention.country;
    if (group.gender == 0) group.gender = mention.gender;
    group.of_state = group.of_state || mention.sector == "GOV" || mention.sector == "MIL";
    group.home_name = group.home_name || mention.home_name;
    if (!mention.holder) {
      for (const std::string& office : mention.offices) by_office_.add(office, id);
    }
    group_of_[i] = id;
  }

  // "huyện Châu Thành" is that of the one province that the article names with it, else nobody
  // knows which.
  void settle_shared_names() {
    std::unordered_map<std::string, std::string> told;  // key of the name → with its province
    const auto settle_each = [&](const auto& settle) {
      for (Mention& mention : mentions_) {
        if (mention.type != EntityType::kPlace || !mention.shared) continue;
        const std::size_t comma = mention.key_name.find(',');
        settle(mention, mention.key_name.substr(0, comma), comma != std::string::npos);
      }
    };
    settle_each([&](const Mention& mention, const std::string& name, bool has_province) {
      if (!has_province) return;
      std::string& known = told.try_emplace(name, mention.key_name).first->second;
      if (known != mention.key_name) known.clear();
    });
    settle_each([&](Mention& mention, const std::string& name, bool has_province) {
      if (has_province) return;
      const auto known = told.find(name);
      if (known != told.end() && !known->second.empty()) {
        mention.key_name = known->second;
      } else {
        mention.nameless = true;
      }
    });
  }

  // Countries, peoples, places: one entity a name and country.
  void group_exact() {
    std::map<std::tuple<EntityType, std::string, std::string>, std::size_t> known;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      if (mention.type == EntityType::kPerson || mention.type == EntityType::kOrganization)
        continue;
      const bool by_code = mention.type != EntityType::kPlace && !mention.country.empty();
      const std::string name =
          by_code ? "" : folded_name(mention.key_name.empty() ? mention.name : mention.key_name);
      const bool coded = by_code || !mention.key_name.empty();
      const auto [place, is_new] =
          known.try_emplace({mention.type, name, coded ? mention.country : ""}, groups_.size());
      if (is_new) {
        new_group(i, split_words(name_key(mention.name)));
      } else {
        join(i, place->second);
      }
    }
  }

  std::string organization_base(const Mention& mention) const {
    return tables_.full_names.folded(mention.key_name.empty() ? mention.name : mention.key_name);
  }

  std::size_t count_words(std::size_t i) const {
    return static_cast<std::size_t>(
        std::count(mentions_[i].name.begin(), mentions_[i].name.end(), ' '));
  }

  // Mentions of the type that stand by themselves, longest first.
  std::vector<std::size_t> open_mentions(EntityType type) const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      if (mention.type == type && is_open(i) && mention.evidence == Evidence::kOwn &&
          !mention.same_as && !mention.holder) {
        order.push_back(i);
      }
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(count_words(b), a) < std::pair(count_words(a), b);
    });
    return order;
  }

  std::optional<std::size_t> known_organization(const Mention& mention, const std::string& base,
                                                const Words& words) {
    std::optional<std::size_t> other;
    int others = 0;
    for (const std::size_t id : by_base_.find(base)) {
      if (groups_[id].country == mention.country) return id;
      other = id;
      ++others;
    }
    if (others == 1 && (mention.country.empty() || groups_[*other].country.empty())) return other;
    if (!mention.key_name.empty() || words.empty()) return std::nullopt;
    for (const std::size_t id : by_word_[kOrganizations].find(words.back())) {
      const Group& group = groups_[id];
      const bool fits = mention.country.empty() || group.country == mention.country;
      if (fits && words.size() < group.words.size() && is_suffix(words, group.words)) return id;
    }
    return std::nullopt;
  }

  void group_organizations() {
    for (const std::size_t i : open_mentions(EntityType::kOrganization)) {
      const std::string base = organization_base(mentions_[i]);
      Words words = split_words(name_key(mentions_[i].name));
      if (const std::optional<std::size_t> id = known_organization(mentions_[i], base, words)) {
        join(i, *id);
      } else {
        by_base_.add(base, new_group(i, std::move(words)));
      }
    }
  }

  void group_abbreviations() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      if (!mentions_[i].same_as || !group_of_[*mentions_[i].same_as]) continue;
      const std::size_t id = *group_of_[*mentions_[i].same_as];
      by_base_.add(tables_.full_names.folded(mentions_[i].name), id);
      if (is_open(i)) join(i, id);
    }
  }

  // An organization that is called like this: "BorgWarner cho biết" after "tập đoàn BorgWarner".
  std::optional<std::size_t> organization_called(const Mention& mention, const Words& words) {
    const std::vector<std::size_t>& known = by_base_.find(folded_name(mention.name));
    if (!known.empty()) return known.back();
    if (words.empty()) return std::nullopt;
    if (words.size() == 1 && tables_.is_syllable(words.front()))
      return std::nullopt;  // "An" is no "Bộ Công an"
    for (const std::size_t id : by_word_[kOrganizations].find(words.back())) {
      if (groups_[id].of_state && words.size() < groups_[id].words.size()) continue;
      if (is_suffix(words, groups_[id].words)) return id;
    }
    return std::nullopt;
  }

  bool may_be(const Mention& mention, const Words& words, const Group& group) const {
    if (mention.gender != 0 && group.gender != 0 && mention.gender != group.gender) return false;
    if (words == group.words) return true;
    if (!mention.country.empty() && !group.country.empty() && mention.country != group.country)
      return false;
    if (words.size() >= group.words.size()) return false;
    if (group.home_name) return is_suffix(words, group.words);
    if (words.size() == 1) return is_subsequence(words, group.words);
    return is_subsequence(words, group.words) &&
           (is_prefix(words, group.words) || words.back() == group.words.back());
  }

  // The person whom a name may mean; of several the one mentioned last before it.
  std::optional<std::size_t> known_person(std::size_t i, const Words& words) const {
    if (words.empty()) return std::nullopt;
    std::optional<std::size_t> best;
    std::size_t nearest = 0;
    for (const std::size_t id : by_word_[kPeople].find(words.back())) {
      if (!may_be(mentions_[i], words, groups_[id])) continue;
      std::size_t distance = 2 * mentions_.size();
      const std::vector<std::size_t>& members = groups_[id].members;
      const std::size_t from = members.size() - std::min(members.size(), kMembersSeen);
      for (const std::size_t member : std::span(members).subspan(from)) {
        distance = std::min(distance, member < i ? i - member : mentions_.size() + member - i);
      }
      if (best && distance >= nearest) continue;
      best = id;
      nearest = distance;
    }
    return best;
  }

  // "Vla-đi-mia Pê-xcốp": its hyphens join syllables of the language, most of them whole ones.
  bool is_transliterated(std::string_view name) const {
    if (tables_.sounds.empty() || name.find('-') == std::string_view::npos) return false;
    std::size_t parts = 0, syllables = 0;
    for (std::size_t begin = 0; begin < name.size();) {
      const std::size_t end = std::min(name.find_first_of(" -", begin), name.size());
      const bool joined =
          (end < name.size() && name[end] == '-') || (begin > 0 && name[begin - 1] == '-');
      if (joined && end > begin) {
        ++parts;
        syllables += tables_.is_syllable(name.substr(begin, end - begin));
      }
      begin = end + 1;
    }
    const bool marked = std::any_of(name.begin(), name.end(),
                                    [](char c) { return static_cast<signed char>(c) < 0; });
    return marked ? 2 * syllables >= parts : 2 * syllables > parts;
  }

  static std::string last_spelled(const std::string& name) {
    const Words words = split_words(spelling_key(name));
    return words.empty() ? "" : words.back();
  }

  std::vector<std::string> word_sounds(const std::string& name) const {
    std::vector<std::string> sounds;
    for (const std::string& word : split_words(spelling_key(name)))
      sounds.push_back(sounds_of(word, tables_.sounds));
    return sounds;
  }

  // How far two names of people are, 0 to 1; the last words must be near, and the first ones where
  // both have them.
  double name_distance(const std::vector<std::string>& a, const std::vector<std::string>& b) const {
    constexpr double kFirstAlike = 0.45;
    if (a.empty() || b.empty() || std::min(a.back().size(), b.back().size()) < 2) return 1;
    if (a.size() > 1 && b.size() > 1 &&
        sound_distance(a.front(), b.front(), tables_.sounds) > kFirstAlike) {
      return 1;
    }
    return sound_distance(a.back(), b.back(), tables_.sounds);
  }

  // "Ma-crông" where the article has an Emmanuel Macron, or the other way round.
  std::optional<std::size_t> known_by_sound(std::size_t i) {
    constexpr double kAlike = 0.2, kClearly = 0.1;
    const Mention& mention = mentions_[i];
    if (tables_.sounds.empty() || mention.home_name || people_.empty()) return std::nullopt;
    const bool transliterated = is_transliterated(mention.name);
    if (!transliterated && !has_transliterated_) return std::nullopt;
    const std::vector<std::string> sounds = word_sounds(mention.name);
    if (sounds.empty()) return std::nullopt;
    const std::string spelled = last_spelled(mention.name);
    std::optional<std::size_t> best;
    double least = 1, second = 1;
    const std::size_t from = people_.size() - std::min(people_.size(), kMembersSeen);
    for (std::size_t p = from; p < people_.size(); ++p) {
      const Group& group = groups_[people_[p]];
      if (group.transliterated == transliterated || group.home_name || group.sounds.empty())
        continue;
      if (mention.gender != 0 && group.gender != 0 && mention.gender != group.gender) continue;
      if (!mention.country.empty() && !group.country.empty() && mention.country != group.country)
        continue;
      double distance = name_distance(sounds, group.sounds);
      // Two consonants are too few to tell: the letters must be the same.
      const bool few = std::max(sounds.back().size(), group.sounds.back().size()) < 3;
      if (few && spelled != group.last_spelled) distance = 1;
      if (distance < least) {
        second = least;
        least = distance;
        best = people_[p];
      } else {
        second = std::min(second, distance);
      }
    }
    return least <= kAlike && second - least >= kClearly ? best : std::nullopt;
  }

  // From now on the name is that person's.
  void remember_spelling(std::size_t i, std::size_t id) {
    std::string name;
    for (const std::string& word : groups_[id].words) name += (name.empty() ? "" : " ") + word;
    if (!name.empty()) aliases_.try_emplace(name_key(mentions_[i].name), name);
  }

  void new_person(std::size_t i, Words words) {
    const std::size_t id = new_group(i, std::move(words));
    const Mention& mention = mentions_[i];
    if (tables_.sounds.empty() || mention.home_name) return;
    Group& group = groups_[id];
    group.transliterated = is_transliterated(mention.name);
    has_transliterated_ = has_transliterated_ || group.transliterated;
    group.sounds = word_sounds(mention.name);
    if (group.sounds.empty()) return;
    group.last_spelled = last_spelled(mention.name);
    people_.push_back(id);
  }

  void group_people() {
    for (const std::size_t i : open_mentions(EntityType::kPerson)) {
      const Mention& mention = mentions_[i];
      Words words = person_words(mention);
      const bool titled = mention.gender != 0 || !mention.roles.empty() || !mention.country.empty();
      if (!titled && !known_person(i, words)) {  // "Gates" beside "Quỹ Bill & Melinda Gates"
        if (const std::optional<std::size_t> id = organization_called(mention, words)) {
          join(i, *id);
          continue;
        }
      }
      // "Vinhomes Golden River" is a product of a company in the article.
      if (mention.by_shape && words.size() > 1 &&
          !by_base_.find(folded_name(words.front())).empty())
        continue;
      if (const std::optional<std::size_t> id = known_person(i, words)) {
        join(i, *id);
      } else if (const std::optional<std::size_t> sounds_so = known_by_sound(i)) {
        remember_spelling(i, *sounds_so);
        join(i, *sounds_so);
      } else {
        new_person(i, std::move(words));
      }
    }
  }

  // "Công ty" of the one company whose name begins so.
  std::optional<std::size_t> organization_with_head(const Words& words) const {
    std::optional<std::size_t> found;
    if (words.empty()) return found;
    for (const std::size_t id : by_word_[kOrganizations].find(words.front())) {
      if (!is_prefix(words, groups_[id].words)) continue;
      if (found) return std::nullopt;
      found = id;
    }
    return found;
  }

  // "Tâm" of "Minh Tâm", where the article has somebody of both words.
  bool stands_inside_known(std::size_t i) const {
    if (i + 1 >= mentions_.size() || mentions_[i].type != EntityType::kPerson) return false;
    const Mention &inner = mentions_[i], &outer = mentions_[i + 1];
    const bool inside = inner.caption == outer.caption && inner.span.begin >= outer.span.begin &&
                        inner.span.end <= outer.span.end && outer.type == EntityType::kPerson &&
                        !outer.holder;
    return inside && (!is_open(i + 1) || known_person(i + 1, person_words(outer)));
  }

  void group_short_forms() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      if (!is_open(i) || mention.evidence != Evidence::kNeeded || mention.holder) continue;
      if (stands_inside_known(i)) continue;
      const Words words = person_words(mention);
      std::optional<std::size_t> id;
      if (mention.type == EntityType::kPerson) {
        id = known_person(i, words);
        if (!id && mention.name.find('-') != std::string::npos) id = known_by_sound(i);
      }
      if (!id) id = organization_called(mention, words);
      if (!id && mention.type == EntityType::kOrganization) id = organization_with_head(words);
      if (id) join(i, *id);
    }
  }

  std::optional<std::size_t> person_in_office(const Mention& mention) const {
    std::optional<std::size_t> found;
    for (const std::size_t id : by_office_.find(mention.offices.front())) {
      const Group& group = groups_[id];
      if (!mention.country.empty() && group.country != mention.country) continue;
      if (found && found != id) return std::nullopt;
      found = id;
    }
    return found;
  }

  void group_holders() {
    std::map<std::pair<std::string, std::string>, std::size_t> unnamed;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      if (!is_open(i) || !mention.holder || mention.offices.empty()) continue;
      if (const std::optional<std::size_t> id =
              mention.generic ? std::nullopt : person_in_office(mention)) {
        join(i, *id);
        continue;
      }
      const auto known = unnamed.find({mention.offices.front(), mention.country});
      if (known != unnamed.end()) {
        join(i, known->second);
      } else if (mention.evidence == Evidence::kOwn) {
        unnamed[{mention.offices.front(), mention.country}] = new_group(i, {});
      }
    }
  }

  // ---- groups → entities ----

  bool is_better_name(const Mention& mention, const Mention& best) const {
    if (mention.holder != best.holder) return best.holder;
    if (mention.government != best.government) return best.government;
    if (mention.alias_of.has_value() != best.alias_of.has_value()) return best.alias_of.has_value();
    if (mention.same_as.has_value() != best.same_as.has_value()) return best.same_as.has_value();
    // A name in its own spelling is looked for elsewhere; its sounds are written in many ways.
    const bool sounds = is_transliterated(mention.name);
    if (sounds != is_transliterated(best.name)) return !sounds;
    return count_code_points(mention.name) > count_code_points(best.name);
  }

  // "Tổng thống Emmanuel Macron" in an article on France: the country that its sentence names
  // before, if it is the one that the article speaks of most; or the only one, spoken of again and
  // again: one passing mention of a country makes nobody its president.
  std::string country_of_office(const Group& group) const {
    int most = 0;
    for (const auto& [code, count] : country_counts_) most = std::max(most, count);
    for (const std::size_t i : group.members) {
      const Mention& mention = mentions_[i];
      if (!mention.state_office) continue;
      if (country_counts_.size() == 1 && most > 1) return country_counts_.begin()->first;
      const auto near = country_counts_.find(mention.nearby_country);
      if (near != country_counts_.end() && near->second == most) return near->first;
    }
    return "";
  }

  // "Hạ viện" of an article on the United States.
  std::string country_abroad(const Group& group) const {
    for (const std::size_t i : group.members) {
      const std::string& near = mentions_[i].nearby_country;
      if (!near.empty() && near != tables_.home_country && country_counts_.contains(near))
        return near;
    }
    std::string only;
    for (const auto& [code, count] : country_counts_) {
      if (code == tables_.home_country) continue;
      if (!only.empty()) return "";
      only = code;
    }
    return only;
  }

  std::string country_of(const Group& group) const {
    if (group.country.empty() && group.type == EntityType::kPerson && !group.home_name)
      return country_of_office(group);
    if (!group.country.empty() || tables_.home_country.empty()) return group.country;
    if (group.type == EntityType::kPerson && group.home_name) {
      const bool state = std::any_of(group.members.begin(), group.members.end(),
                                     [&](std::size_t i) { return mentions_[i].state_office; });
      return state || home_mentioned_ || !sharing_mentioned_ ? tables_.home_country : "";
    }
    if (group.type != EntityType::kOrganization) return "";
    if (mentions_[group.members.front()].abroad) return country_abroad(group);
    const Mention& first = mentions_[group.members.front()];
    const std::string& sector = first.sector;
    const bool state_body =
        sector == "GOV" || sector == "COP" || sector == "JUD" || sector == "LEG" || sector == "MIL";
    const bool capital = is_upper(code_point_at(first.name, 0).value);
    const bool at_home = home_mentioned_ || country_counts_.empty();
    return state_body && capital && at_home && first.key_name.empty() ? tables_.home_country : "";
  }

  static void add_role(const std::string& role, std::vector<std::string>& roles) {
    const std::string folded = folded_name(role);
    for (const std::string& known : roles) {
      if (folded_name(known) == folded) return;
    }
    if (roles.size() < kMostCandidates) roles.push_back(role);
  }

  std::string country_name(const std::string& code) const {
    std::string name = code;
    for (const CountryRow& row : tables_.countries) {
      if (row.code == code) name = row.name;  // of two the later: the language's own
    }
    return name;
  }

  std::string full_name(const Group& group, const std::string& name) const {
    return group.type == EntityType::kOrganization ? tables_.full_names.folded(name) : name;
  }

  // "Công an tỉnh", "Sở Y tế" and no more in the article: many are called so.
  bool is_nameless(const Group& group) const {
    if (group.type == EntityType::kPerson) return false;
    const bool organization = group.type == EntityType::kOrganization;
    return std::all_of(group.members.begin(), group.members.end(), [&](std::size_t i) {
      const Mention& mention = mentions_[i];
      return mention.nameless || (organization && mention.key_name.empty() &&
                                  tables_.local_heads.contains(organization_base(mention)));
    });
  }

  Entity entity_of(const Group& group) const {
    Entity entity;
    entity.type = group.type;
    const Mention* best = &mentions_[group.members.front()];
    std::string key_name, key;
    for (const std::size_t i : group.members) {
      const Mention& mention = mentions_[i];
      if (is_better_name(mention, *best)) best = &mention;
      if (key_name.empty() && mention.type == group.type) key_name = mention.key_name;
      if (key.empty()) key = mention.key;
      for (const std::string& role : mention.roles) add_role(role, entity.roles);
      if (!mention.sector.empty() && tells_more(mention.sector, entity.sector.value_or("")))
        entity.sector = mention.sector;
      if (mention.caption) {
        entity.caption_mentions.push_back({*mention.caption, mention.span});
      } else {
        entity.mentions.push_back(mention.span);
      }
    }
    entity.name = squeeze_space(best->government ? country_name(best->country) : best->name);
    const std::string country = country_of(group);
    if (!country.empty()) entity.country = country;
    if (!key.empty()) {
      entity.key = key;
    } else if (!best->holder && !is_nameless(group)) {
      entity.key = entity_key(group.type,
                              full_name(group, key_name.empty() ? entity.name : key_name), country);
    }
    tidy(entity);
    return entity;
  }

  static void tidy(Entity& entity) {
    const auto by_place = [](const ByteSpan& a, const ByteSpan& b) {
      return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    };
    std::sort(entity.mentions.begin(), entity.mentions.end(), by_place);
    entity.mentions.erase(std::unique(entity.mentions.begin(), entity.mentions.end()),
                          entity.mentions.end());
    auto& captions = entity.caption_mentions;
    std::sort(captions.begin(), captions.end(),
              [](const CaptionMention& a, const CaptionMention& b) {
                return std::tuple(a.caption, a.span.begin, a.span.end) <
                       std::tuple(b.caption, b.span.begin, b.span.end);
              });
    captions.erase(std::unique(captions.begin(), captions.end()), captions.end());
  }

  std::vector<Entity> entities() const {
    constexpr std::uint32_t kNowhere = ~std::uint32_t{0};
    std::vector<Entity> unordered;
    std::vector<std::pair<std::uint32_t, std::size_t>> order;  // first mention, index
    for (const Group& group : groups_) {
      if (group.members.empty()) continue;
      unordered.push_back(entity_of(group));
      const std::vector<ByteSpan>& mentions = unordered.back().mentions;
      order.emplace_back(mentions.empty() ? kNowhere : mentions.front().begin, order.size());
    }
    std::sort(order.begin(), order.end());
    std::vector<Entity> found;
    found.reserve(order.size());
    for (const auto& [begin, index] : order) found.push_back(std::move(unordered[index]));
    return found;
  }

  static constexpr std::size_t kPeople = static_cast<std::size_t>(EntityType::kPerson);
  static constexpr std::size_t kOrganizations = static_cast<std::size_t>(EntityType::kOrganization);

  std::vector<Mention> mentions_;
  const EntityTables& tables_;
  std::vector<std::optional<std::size_t>> group_of_;
  std::vector<Group> groups_ = {};
  Index by_word_[5] = {};  // a type each
  Index by_base_ = {};     // organizations, by folded name without country
  Index by_office_ = {};
  std::unordered_map<std::string, std::string> aliases_ = {};  // name keys of people
  std::map<std::string, int> country_counts_ = {};             // mentions of countries
  std::vector<std::size_t> people_ = {};                       // groups with foreign names
  bool has_transliterated_ = false;
  bool home_mentioned_ = false, sharing_mentioned_ = false;
};

}  // namespace

std::vector<Entity> group_mentions(std::vector<Mention> mentions, const EntityTables& tables) {
  return Grouping(std::move(mentions), tables).run();
}

}  // namespace machtin
