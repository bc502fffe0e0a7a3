// News as plain text (tools/news_text.py) → data/vi/name_types.tsv, the weights of
// src/facts/name_type.h. No label is made by hand: a name is of the type that tables, titles before
// it or heads of organizations give it, and so are the same names of the same article where nothing
// introduces them. Names between quotation marks, words that the tables call no names, and
// capitalised words that the same article has in lower case are of none.
// usage: train_name_types [PASSES] < text > table
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "facts/article_text.h"
#include "facts/entity_mentions.h"
#include "facts/entity_tables.h"
#include "facts/name_type.h"
#include "text/fold.h"

namespace {

using namespace machtin;

struct Sample {
  NameType type = NameType::kOther;
  std::vector<std::uint32_t> features = {};
};

struct Tables {
  SentenceTables sentences = {};
  EntityTables entities = {};
};

std::string key_of(const NamedText& text, std::uint32_t first, std::uint32_t last) {
  std::string key;
  for (std::uint32_t i = first; i < last; ++i) key += text.tokens[i].key + " ";
  return key;
}

bool is_quote(const NamedText& text, std::uint32_t i) {
  static const std::unordered_set<std::string> kQuotes = {"\"",     "'",      "\u201C",
                                                          "\u201D", "\u2018", "\u2019"};
  return i < text.tokens.size() && kQuotes.contains(text.tokens[i].key);
}

// In how many articles a name is introduced as of each type.
using TypeCounts = std::unordered_map<std::string, std::array<int, kNameTypes>>;

// The type that nearly all articles that introduce the name give it.
std::optional<NameType> usual_type(const TypeCounts& counts, const std::string& key) {
  constexpr int kFewest = 2, kNearlyAll = 9;  // articles; of ten
  const auto found = counts.find(key);
  if (found == counts.end()) return std::nullopt;
  int all = 0;
  for (const int count : found->second) all += count;
  for (std::size_t type = 0; type < kNameTypes; ++type) {
    if (found->second[type] >= kFewest && found->second[type] * 10 >= all * kNearlyAll)
      return static_cast<NameType>(type);
  }
  return std::nullopt;
}

struct PooledScores {
  NameScores logs = {};  // of one mention an article
  int articles = 0;
};

class ArticleSamples {
 public:
  ArticleSamples(const ArticleText& article, const EntityTables& tables)
      : article_(article),
        hits_(article.text, article.tokens, tables),
        text_{article.text, article.tokens, &hits_, &tables} {}

  // What this article introduces, for articles that do not.
  void count_types(TypeCounts& counts) {
    look_round();
    for (const auto& [key, type] : known_) {
      if (type != NameType::kOther) ++counts[key][static_cast<std::size_t>(type)];
    }
  }

  // What a model says of the names that neither this article nor others introduce.
  template <typename Score>
  void add_scores(const TypeCounts& usual, const Score& score,
                  std::unordered_map<std::string, PooledScores>& pooled) {
    usual_ = &usual;
    look_round();
    std::unordered_set<std::string> met;
    for (const auto& [first, last] : article_.sentence_tokens) {
      each_open_run(first, last, [&](const NameRun& run, const std::string& key) {
        if ((run.words == 1 && run.syllables) || !met.insert(key).second) return;
        const NameScores scores = score(name_features(text_, first, last, run.first, run.last));
        PooledScores& sum = pooled[key];
        ++sum.articles;
        for (std::size_t type = 0; type < kNameTypes; ++type)
          sum.logs[type] +=
              std::log(std::max(probability(scores, static_cast<NameType>(type)), 1e-3F));
      });
    }
  }

  void take_samples(const TypeCounts& usual, std::unordered_map<std::string, int>& seen,
                    std::vector<Sample>& out) {
    usual_ = &usual;
    seen_ = &seen;
    out_ = &out;
    look_round();
    note_things();
    for (const Token& token : article_.tokens) {
      if (token.shape == Shape::kLower) lower_.insert(token.key);
    }
    for (const auto& [first, last] : article_.sentence_tokens) walk(first, last);
  }

 private:
  void look_round() {
    find_mentions({.text = text_, .sentences = article_.sentence_tokens}, mentions_);
    for (const Mention& mention : mentions_) introduce(mention);
  }

  std::uint32_t token_at(std::uint32_t byte) const {
    const auto found = std::lower_bound(
        article_.tokens.begin(), article_.tokens.end(), byte,
        [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
    return static_cast<std::uint32_t>(found - article_.tokens.begin());
  }

  void know(const std::string& key, NameType type) {
    const auto [known, is_new] = known_.try_emplace(key, type);
    if (!is_new && known->second != type) known->second = NameType::kOther;  // undecided
  }

  bool preceded_by(PhraseKind kind, std::uint32_t at) const {
    for (std::uint32_t length = 1; length <= 4 && at >= length; ++length) {
      for (const PhraseHit& hit : hits_.at(at - length)) {
        if (hit.phrase->kind == kind && hit.tokens == length) return true;
      }
    }
    return false;
  }

  void introduce(const Mention& mention) {
    if (mention.evidence != Evidence::kOwn || mention.by_shape || mention.holder || mention.scores)
      return;
    const std::uint32_t first = token_at(mention.span.begin), last = token_at(mention.span.end);
    if (first >= last) return;
    const std::string key = key_of(text_, first, last);
    if (mention.type == EntityType::kPerson) {
      if (mention.gender == 0 && mention.roles.empty() && !mention.home_name) return;
      add_name(first, last, NameType::kPerson);
      know(key, NameType::kPerson);
      // "Nguyễn Văn An" is called "Văn An" and "An", "Vladimir Putin" "Putin".
      for (std::uint32_t i = first + 1; i < last && last - first <= 5; ++i)
        know(key_of(text_, i, last), NameType::kPerson);
      if (mention.home_name || last - first < 2) return;
      know(key_of(text_, first, first + 1), NameType::kPerson);
    } else if (mention.type == EntityType::kCountry ||
               (mention.type == EntityType::kPlace &&
                ((!mention.key_name.empty() && !mention.scores) ||
                 preceded_by(PhraseKind::kAdminUnit, first)))) {
      know(key, NameType::kPlace);
    } else if (mention.type == EntityType::kOrganization) {
      know(key, NameType::kOrganization);
      if (mention.sector == "GOV" || mention.sector == "MIL") return;  // "chính quyền Trump"
      std::uint32_t begin = last;
      while (begin > first && is_capital(text_, begin - 1) &&
             hits_.longest(PhraseKind::kOrganizationWord, begin - 1, last).phrase == nullptr)
        --begin;
      bool named = begin > first && begin < last && mention.key_name.empty();
      for (std::uint32_t i = begin; i < last; ++i) {
        for (const PhraseHit& hit : hits_.at(i)) {
          named = named && hit.phrase->kind != PhraseKind::kPlace &&
                  hit.phrase->kind != PhraseKind::kCountry;
        }
      }
      if (!named) return;
      know(key_of(text_, begin, last), NameType::kOrganization);
      add_name(begin, last, NameType::kOrganization);
    }
  }

  std::optional<std::pair<std::uint32_t, NameType>> of_table(std::uint32_t at,
                                                             std::uint32_t end) const {
    std::optional<std::pair<std::uint32_t, NameType>> found;
    for (const PhraseHit& hit : hits_.at(at)) {
      if (at + hit.tokens > end || hit.phrase->homonym) continue;
      const bool syllable = hit.tokens == 1 && text_.tables->is_syllable(text_.word(at));
      switch (hit.phrase->kind) {
        case PhraseKind::kCountry:
        case PhraseKind::kPlace:
          if (hit.phrase->kind == PhraseKind::kPlace && text_.tables->places[hit.phrase->row].soft)
            break;
          if (!syllable && is_capital(text_, at)) found = {hit.tokens, NameType::kPlace};
          break;
        case PhraseKind::kOrganization:
          if (is_capital(text_, at)) found = {hit.tokens, NameType::kOrganization};
          break;
        case PhraseKind::kNotName:
          if (is_capital(text_, at)) found = {hit.tokens, NameType::kOther};
          break;
        default:
          break;
      }
    }
    return found;
  }

  // The names of things, wherever the article has them again.
  void note_things() {
    for (std::uint32_t i = 1; i < article_.tokens.size(); ++i) {
      if (!is_capital(text_, i) || !preceded_by(PhraseKind::kThingWord, i)) continue;
      const NameRun run =
          find_name_run(text_, i, static_cast<std::uint32_t>(article_.tokens.size()));
      if (!run.empty()) things_.insert(key_of(text_, run.first, run.last));
    }
  }

  template <typename Function>
  void each_open_run(std::uint32_t begin, std::uint32_t end, const Function& use) const {
    for (std::uint32_t i = begin; i < end;) {
      if (!is_capital(text_, i)) {
        ++i;
        continue;
      }
      if (const auto known = of_table(i, end)) {
        i += known->first;
        continue;
      }
      const NameRun run = find_name_run(text_, i, end);
      i = run.empty() ? i + 1 : run.last;
      if (run.empty()) continue;
      const std::string key = key_of(text_, run.first, run.last);
      const bool quoted =
          run.first > begin && is_quote(text_, run.first - 1) && is_quote(text_, run.last);
      const bool common =
          run.first == begin && text_.tables->lower_words.contains(article_.tokens[begin].key);
      if (!quoted && !common && !known_.contains(key) && !usual_type_of(run, key)) use(run, key);
    }
  }

  void walk(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end;) {
      if (!is_capital(text_, i)) {
        ++i;
        continue;
      }
      if (const auto known = of_table(i, end)) {
        if (known->second != NameType::kOther) add(begin, end, i, i + known->first, known->second);
        i += known->first;
        continue;
      }
      const NameRun run = find_name_run(text_, i, end);
      if (run.empty()) {
        ++i;
        continue;
      }
      const std::string key = key_of(text_, run.first, run.last);
      const auto known = known_.find(key);
      const bool common = text_.tables->lower_words.contains(article_.tokens[i].key);
      if (known != known_.end() && known->second != NameType::kOther) {
        const bool introduced =
            preceded_by(PhraseKind::kTitle, i) || preceded_by(PhraseKind::kAdminUnit, i);
        if (!introduced) add(begin, end, run.first, run.last, known->second);
      } else if (const auto usual =
                     known == known_.end() ? usual_type_of(run, key) : std::nullopt) {
        add(begin, end, run.first, run.last, *usual);
      } else if (i > begin && is_quote(text_, i - 1) && is_quote(text_, run.last)) {
        // a title, which the finders leave alone as well
      } else if (known == known_.end() && things_.contains(key)) {
        add(begin, end, run.first, run.last, NameType::kOther);
      } else if (run.words == 1 && run.syllables && !run.digits && known == known_.end() &&
                 lower_.contains(article_.tokens[i].key)) {
        add(begin, end, run.first, run.last, NameType::kOther);
      } else if (i == begin && common && run.words > 1) {
        ++i;  // "Theo Lê An": the name begins behind it
        continue;
      }
      i = run.last;
    }
  }

  // Given names of one syllable are many people's, and words.
  std::optional<NameType> usual_type_of(const NameRun& run, const std::string& key) const {
    if (run.words == 1 && run.syllables) return std::nullopt;
    return usual_type(*usual_, key);
  }

  // The name alone, for what introduces it would tell all; of names of the language the words are
  // no better than even: places are called like people.
  void add_name(std::uint32_t first, std::uint32_t last, NameType type) {
    if (!text_.tables->is_syllable(text_.word(last - 1))) add(first, last, first, last, type);
  }

  void add(std::uint32_t begin, std::uint32_t end, std::uint32_t first, std::uint32_t last,
           NameType type) {
    if (out_ == nullptr) return;  // counting
    constexpr int kMostOfOneName = 120, kMostInArticle = 4;
    const std::string key =
        key_of(text_, first, last) + static_cast<char>('0' + static_cast<int>(type));
    if (++here_[key] > kMostInArticle ||
        ++(*seen_)[key + (begin != first ? "inside"
                          : end == last  ? "alone"
                                         : "first")] > kMostOfOneName)
      return;
    out_->push_back({type, name_features(text_, begin, end, first, last)});
  }

  const ArticleText& article_;
  PhraseHits hits_;
  NamedText text_;
  const TypeCounts* usual_ = nullptr;
  std::unordered_map<std::string, int>* seen_ = nullptr;
  std::vector<Sample>* out_ = nullptr;
  std::vector<Mention> mentions_ = {};
  std::unordered_map<std::string, NameType> known_ = {};
  std::unordered_map<std::string, int> here_ = {};
  std::unordered_set<std::string> lower_ = {}, things_ = {};
};

std::vector<std::string> read_articles(std::istream& in) {
  std::vector<std::string> articles;
  std::string text;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) {
      if (!text.empty()) text += "\n\n";
      text += line;
    } else if (!text.empty()) {
      articles.push_back(std::exchange(text, {}));
    }
  }
  return articles;
}

template <typename Function>
void each_article(const std::vector<std::string>& articles, const Tables& tables, Function use) {
  Article article;
  for (const std::string& text : articles) {
    article.text = text;
    const ArticleText tokens = make_article_text(article, tables.sentences);
    ArticleSamples samples(tokens, tables.entities);
    use(samples);
  }
}

TypeCounts count_types(const std::vector<std::string>& articles, const Tables& tables) {
  TypeCounts usual;
  each_article(articles, tables, [&](ArticleSamples& article) { article.count_types(usual); });
  return usual;
}

std::vector<Sample> take_samples(const std::vector<std::string>& articles, const Tables& tables,
                                 const TypeCounts& usual) {
  std::vector<Sample> samples;
  std::unordered_map<std::string, int> seen;
  each_article(articles, tables,
               [&](ArticleSamples& article) { article.take_samples(usual, seen, samples); });
  return samples;
}

// Buckets seen twice or less teach nothing that holds.
void drop_rare(std::vector<Sample>& samples) {
  std::vector<int> counts(NameTypeModel::kBuckets);
  for (const Sample& sample : samples) {
    for (const std::uint32_t feature : sample.features) ++counts[feature];
  }
  for (Sample& sample : samples)
    std::erase_if(sample.features, [&](std::uint32_t feature) { return counts[feature] < 3; });
}

// Multinomial logistic regression, AdaGrad, L2 by lazy shrinking; features are left out at random
// so that no single one (the name itself) carries the answer alone.
class Trainer {
 public:
  Trainer()
      : weights_(std::size_t{NameTypeModel::kBuckets} * kNameTypes),
        squares_(weights_.size(), 1e-6F) {}

  double pass(const std::vector<Sample>& samples, const std::vector<std::size_t>& order,
              std::mt19937& random) {
    std::bernoulli_distribution keep(0.75);
    std::size_t right = 0;
    std::vector<std::uint32_t> features;
    for (const std::size_t i : order) {
      const Sample& sample = samples[i];
      features.clear();
      for (const std::uint32_t feature : sample.features) {
        if (keep(random)) features.push_back(feature);
      }
      right += step(features, sample.type);
    }
    return static_cast<double>(right) / static_cast<double>(order.size());
  }

  NameScores score(const std::vector<std::uint32_t>& features) const {
    NameScores scores = {};
    for (const std::uint32_t feature : features) {
      for (std::size_t type = 0; type < kNameTypes; ++type)
        scores[type] += weights_[std::size_t{feature} * kNameTypes + type];
    }
    return scores;
  }

  // Among the samples there are more capitalised words that name nobody than among what the finders
  // ask about, for those of the tables never come so far.
  void lower_prior(std::uint32_t always_on, NameType type, float by) {
    weights_[std::size_t{always_on} * kNameTypes + static_cast<std::size_t>(type)] -= by;
  }

  void print(std::ostream& out) const {
    constexpr std::string_view kLetters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t rows =
        (NameTypeModel::kBuckets + NameTypeModel::kRowBuckets - 1) / NameTypeModel::kRowBuckets;
    for (std::size_t row = 0; row < rows; ++row) {
      std::string letters;
      std::uint32_t value = 0;
      for (std::size_t j = 0; j < NameTypeModel::kRowBuckets * kNameTypes; ++j) {
        const std::size_t at = row * NameTypeModel::kRowBuckets * kNameTypes + j;
        const float weight = at < weights_.size() ? weights_[at] / NameTypeModel::kScale : 0.0F;
        const int byte = static_cast<int>(std::lround(std::clamp(weight, -127.0F, 127.0F)));
        value = (value << 8) | (static_cast<std::uint32_t>(byte) & 0xFF);
        if (j % 3 != 2) continue;
        for (int shift = 18; shift >= 0; shift -= 6)
          letters.push_back(kLetters[(value >> shift) & 63]);
        value = 0;
      }
      out << row << '\t' << letters << '\n';
    }
  }

 private:
  bool step(const std::vector<std::uint32_t>& features, NameType type) {
    constexpr float kRate = 0.12F, kShrink = 2e-5F;
    const NameScores scores = score(features);
    for (std::size_t t = 0; t < kNameTypes; ++t) {
      const float error = probability(scores, static_cast<NameType>(t)) -
                          (t == static_cast<std::size_t>(type) ? 1.0F : 0.0F);
      for (const std::uint32_t feature : features) {
        const std::size_t at = std::size_t{feature} * kNameTypes + t;
        const float gradient = error + kShrink * weights_[at];
        squares_[at] += gradient * gradient;
        weights_[at] -= kRate * gradient / std::sqrt(squares_[at]);
      }
    }
    return likeliest(scores) == type;
  }

  std::vector<float> weights_, squares_;
};

void tell(const Trainer& trainer, const std::vector<Sample>& samples,
          const std::vector<std::size_t>& held) {
  int table[kNameTypes][kNameTypes] = {};
  for (const std::size_t i : held)
    ++table[static_cast<std::size_t>(samples[i].type)]
           [static_cast<std::size_t>(likeliest(trainer.score(samples[i].features)))];
  for (const auto& row : table) {
    for (const int cell : row) std::cerr << cell << '\t';
    std::cerr << '\n';
  }
}

Trainer train(std::vector<Sample>& samples, int passes) {
  drop_rare(samples);
  // The last twentieth is held out: other articles than those learned from.
  std::vector<std::size_t> learned, held;
  for (std::size_t i = 0; i < samples.size(); ++i)
    (i * 20 < samples.size() * 19 ? learned : held).push_back(i);
  std::cerr << samples.size() << " samples\n";
  std::mt19937 random(20250523);
  Trainer trainer;
  for (int pass = 0; pass < passes; ++pass) {
    std::shuffle(learned.begin(), learned.end(), random);
    std::cerr << "pass " << pass << ": " << trainer.pass(samples, learned, random) << '\n';
  }
  tell(trainer, samples, held);
  return trainer;
}

// Names that nobody introduces, but of which a first model is sure over several articles together
// (self-training): actors, clubs, companies that every reader knows.
void add_sure_names(const std::vector<std::string>& articles, const Tables& tables,
                    const Trainer& first, TypeCounts& usual) {
  constexpr int kFewest = 3;  // articles
  constexpr float kWeight = 0.5F, kSure = 0.95F;
  std::unordered_map<std::string, PooledScores> pooled;
  each_article(articles, tables, [&](ArticleSamples& article) {
    article.add_scores(
        usual, [&](const std::vector<std::uint32_t>& features) { return first.score(features); },
        pooled);
  });
  std::size_t added = 0;
  for (auto& [key, sum] : pooled) {
    if (sum.articles < kFewest) continue;
    for (float& log : sum.logs) log *= kWeight;
    const NameType type = likeliest(sum.logs);
    if (type == NameType::kOther || probability(sum.logs, type) < kSure) continue;
    usual[key] = {};
    usual[key][static_cast<std::size_t>(type)] = sum.articles;
    ++added;
  }
  std::cerr << added << " names added\n";
}

}  // namespace

int main(int argc, char** argv) {
  const int passes = argc > 1 ? std::atoi(argv[1]) : 5;
  const Result<Pack> vi = Pack::load("vi");
  const Result<Pack> all = Pack::load("all");
  if (!vi || !all) return 1;
  Result<EntityTables> entities = EntityTables::load(*vi, *all);
  if (!entities) {
    std::cerr << entities.error().message << '\n';
    return 1;
  }
  const Tables tables{SentenceTables::load(*vi), std::move(*entities)};
  const std::vector<std::string> articles = read_articles(std::cin);
  TypeCounts usual = count_types(articles, tables);
  std::vector<Sample> samples = take_samples(articles, tables, usual);
  const Trainer first = train(samples, passes);
  add_sure_names(articles, tables, first, usual);
  samples = take_samples(articles, tables, usual);
  Trainer trainer = train(samples, passes);
  constexpr float kRarer = 0.7F;  // tuned on the even half of tests/entities/vi.txt
  trainer.lower_prior(samples.front().features.front(), NameType::kOther, kRarer);
  std::cout << "# What the words of a name and the words beside it say of its type (person, "
               "organization, place, none): see\n"
               "# src/facts/name_type.h. Made by tools/train_name_types.cc from the corpus VNDS "
               "(ThanhChinhBK/vietnews), whose names\n"
               "# were labelled by the other tables of this pack; derived numbers only. Licence: "
               "Apache-2.0, as this project.\n"
               "# Columns: row, weights of its 48 buckets: four signed bytes each, in base64\n";
  trainer.print(std::cout);
  return 0;
}
