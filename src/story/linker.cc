// Linking, a batch at a time. add() only keeps; the first question after it links what is waiting,
// in order of publication and not of arrival, so that the same articles give the same stories in
// whatever order their files are read.
//
// A batch is linked as a graph: each article is compared with those that the index gives
// (candidates.h), and pairs, the most alike first, join their groups if the groups are alike on
// average (average linkage: one bridging article does not chain two stories together). Stories of
// earlier batches are groups from the start; two of them join only above LinkWeights::merge, and
// the older keeps its id. What says itself that it belongs together needs no average: the same
// text, a teaser and the article it names.
#include "story/linker.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "story/candidates.h"
#include "story/features.h"
#include "story/similarity.h"
#include "story/storyline.h"
#include "text/digest.h"

namespace machtin {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kMostCompared = 12;    // members of a group that stand for it
constexpr double kEdgeShare = 0.8;           // of LinkWeights::join: below it no pair is looked at
constexpr std::int32_t kSameTitleDays = 30;  // a title comes again, a year later, as another story
constexpr std::size_t kMostStorylineKeys = 64;  // stories under one key
constexpr std::size_t kMostTies = 8;  // stories of a storyline that a new one is tried with

std::string story_id(const std::string& key) { return "s" + sha256_hex(key).substr(0, 16); }

struct Slot {
  std::string key = {};
  ArticleFeatures features = {};
  std::uint32_t story = kNone;
  std::uint32_t text = kNone;  // the slot whose text this one repeats
  std::string text_key = {};   // the same as restored, until that slot is there
  std::optional<StoryLink> told = {};
  bool revised = false;
};

struct StoryGroup {
  std::string id = {};
  std::vector<std::uint32_t> members = {};
  std::uint32_t merged_into = kNone;
  std::uint32_t storyline = kNone;
  bool profiled = false;  // stands in the storyline index
};

struct Storyline {
  std::string id = {};
  std::vector<std::uint32_t> stories = {};
};

struct Edge {
  double score = 0;
  std::uint32_t a = 0, b = 0;  // slots
};

}  // namespace

class StoryLinker::State {
 public:
  explicit State(const StoryTables& tables) : tables_(tables) {}

  void add(const std::string& key, ArticleFeatures features);
  void restore(const std::string& key, ArticleFeatures features, const StoryLink& link);
  StoryLink link(const std::string& key);
  std::vector<std::string> take_changed();
  std::vector<StoryMerge> take_merges();

 private:
  const ArticleFeatures::Data& data(std::uint32_t slot) const {
    return slots_[slot].features.data();
  }
  bool told(std::uint32_t story) const { return story < told_; }
  bool earlier(std::uint32_t a, std::uint32_t b) const;
  void resolve();
  void settle_restored();
  void begin_story(std::uint32_t slot);
  // What belongs together by its own words: pairs of slots.
  void find_bonds(std::uint32_t slot, std::vector<std::pair<std::uint32_t, std::uint32_t>>& bonds);
  void find_same_text(std::uint32_t slot, bool linked,
                      std::vector<std::pair<std::uint32_t, std::uint32_t>>& bonds);
  void find_edges(std::uint32_t slot, std::vector<Edge>& edges);
  std::uint32_t first_of_text(std::uint32_t slot) const {
    return slots_[slot].text == kNone ? slot : slots_[slot].text;
  }
  void repeat_text(std::uint32_t slot, std::uint32_t of);
  void leave_text(std::uint32_t slot);
  void join_along(const std::vector<Edge>& edges);
  double average_similarity(std::uint32_t a, std::uint32_t b);
  double pair_similarity(std::uint32_t a, std::uint32_t b);
  std::vector<std::uint32_t> speakers(std::uint32_t story) const;
  void join_stories(std::uint32_t a, std::uint32_t b);
  void link_storylines();
  void link_storyline(std::uint32_t story);
  void join_storyline(std::uint32_t story, std::uint32_t other);
  bool belongs_with(const StoryProfile& profile, std::uint32_t storyline, std::uint32_t self) const;
  StoryProfile profile(std::uint32_t story) const;
  void mark_changed(std::uint32_t story);
  StoryLink current_link(std::uint32_t slot) const;

  const StoryTables& tables_;
  LinkWeights weights_ = {};
  std::vector<Slot> slots_;
  std::unordered_map<std::string, std::uint32_t> slot_of_key_;
  std::vector<std::uint32_t> waiting_;
  std::vector<StoryGroup> stories_;  // in the order in which they began
  std::uint32_t told_ = 0;           // stories below it were there before this batch
  std::unordered_map<std::string, std::uint32_t> story_of_id_;
  std::vector<Storyline> storylines_;
  std::unordered_map<std::string, std::uint32_t> storyline_of_id_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> storyline_index_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> repeats_;  // of a first text, by slot
  CandidateIndex index_;
  std::unordered_map<std::uint64_t, double> pair_scores_;  // of the batch being linked
  std::set<std::uint32_t> grown_;                          // stories to seek storylines for
  std::set<std::uint32_t> changed_;                        // stories whose links may have changed
  std::vector<std::uint32_t> unsettled_;                   // restored, not yet settled
  std::vector<StoryMerge> merges_;
};

// Mains before teasers, the earlier published before the later; the key decides what is left.
bool StoryLinker::State::earlier(std::uint32_t a, std::uint32_t b) const {
  const auto order = [this](std::uint32_t slot) {
    const ArticleFeatures::Data& of = data(slot);
    const std::int32_t day = of.published.best().value_or(std::numeric_limits<std::int32_t>::max());
    return std::tuple(of.role == Role::kTeaser, day, of.published.minute,
                      std::string_view(slots_[slot].key));
  };
  return order(a) < order(b);
}

void StoryLinker::State::add(const std::string& key, ArticleFeatures features) {
  const auto [at, fresh] = slot_of_key_.emplace(key, static_cast<std::uint32_t>(slots_.size()));
  if (fresh) {
    slots_.push_back({key, std::move(features)});
    waiting_.push_back(at->second);
    return;
  }
  Slot& slot = slots_[at->second];
  if (slot.features.data() == features.data()) return;
  slot.features = std::move(features);
  slot.revised = true;
  if (slot.story == kNone) return;  // still waiting
  leave_text(at->second);
  waiting_.push_back(at->second);
}

void StoryLinker::State::restore(const std::string& key, ArticleFeatures features,
                                 const StoryLink& link) {
  const auto place = static_cast<std::uint32_t>(slots_.size());
  if (!slot_of_key_.emplace(key, place).second) return;  // it is there already
  Slot slot{key, std::move(features)};
  slot.told = link;
  slot.text_key = link.same_text_as.value_or("");
  slots_.push_back(std::move(slot));
  index_.add(place, data(place));
  const auto [story, fresh] =
      story_of_id_.emplace(link.story, static_cast<std::uint32_t>(stories_.size()));
  if (fresh) stories_.push_back({.id = link.story});
  slots_[place].story = story->second;
  StoryGroup& group = stories_[story->second];
  group.members.push_back(place);
  unsettled_.push_back(place);
  if (!link.storyline || group.storyline != kNone) return;
  const auto [line, new_line] =
      storyline_of_id_.emplace(*link.storyline, static_cast<std::uint32_t>(storylines_.size()));
  if (new_line) storylines_.push_back({.id = *link.storyline});
  group.storyline = line->second;
  storylines_[line->second].stories.push_back(story->second);
}

// Restored articles name the first of their text by key; it may have been restored after them.
void StoryLinker::State::settle_restored() {
  std::set<std::uint32_t> stories;
  for (const std::uint32_t place : unsettled_) {
    Slot& slot = slots_[place];
    stories.insert(slot.story);
    if (slot.text_key.empty()) continue;
    const auto first = slot_of_key_.find(slot.text_key);
    if (first == slot_of_key_.end() || first->second == place) continue;
    slot.text = first->second;
    slot.text_key.clear();
    repeats_[first->second].push_back(place);
  }
  unsettled_.clear();
  for (const std::uint32_t story : stories) {
    if (stories_[story].profiled) continue;
    stories_[story].profiled = true;
    for (const std::uint64_t key : storyline_keys(profile(story)))
      storyline_index_[key].push_back(story);
  }
}

void StoryLinker::State::begin_story(std::uint32_t slot) {
  const auto story = static_cast<std::uint32_t>(stories_.size());
  std::string id = story_id(slots_[slot].key);
  // A restored archive may hold a story of this id whose founder it has lost: it goes on there.
  const auto [at, fresh] = story_of_id_.emplace(id, story);
  if (fresh) stories_.push_back({.id = std::move(id)});
  slots_[slot].story = at->second;
  stories_[at->second].members.push_back(slot);
}

void StoryLinker::State::resolve() {
  if (!unsettled_.empty()) settle_restored();
  if (waiting_.empty()) return;
  std::vector<std::uint32_t> batch = std::move(waiting_);
  waiting_.clear();
  told_ = static_cast<std::uint32_t>(stories_.size());
  std::sort(batch.begin(), batch.end(),
            [this](std::uint32_t a, std::uint32_t b) { return earlier(a, b); });
  batch.erase(std::unique(batch.begin(), batch.end()), batch.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bonds;
  std::vector<Edge> edges;
  for (const std::uint32_t slot : batch) {
    const bool linked = slots_[slot].story != kNone;  // a revision keeps its story
    if (!linked) begin_story(slot);
    find_same_text(slot, linked, bonds);
    if (!linked) {
      find_bonds(slot, bonds);
      find_edges(slot, edges);
    }
    index_.add(slot, data(slot));
    grown_.insert(slots_[slot].story);
    mark_changed(slots_[slot].story);
  }
  for (const auto& [a, b] : bonds) join_stories(slots_[a].story, slots_[b].story);
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::tuple(-a.score, a.a, a.b) < std::tuple(-b.score, b.a, b.b);
  });
  join_along(edges);
  pair_scores_.clear();
  link_storylines();
}

void StoryLinker::State::find_same_text(
    std::uint32_t slot, bool linked, std::vector<std::pair<std::uint32_t, std::uint32_t>>& bonds) {
  double best = 0;
  std::uint32_t first = kNone;
  for (const std::uint32_t other : index_.sharing_text(data(slot), slot)) {
    if (!same_text(data(slot).sketch, data(other).sketch)) continue;
    const std::optional<DayGap> gap = day_gap(data(slot).published, data(other).published);
    const bool far = gap && gap->certain && gap->days > weights_.window_days;
    if (!far && !linked) bonds.emplace_back(slot, other);
    const Containment found = contained(data(slot).sketch, data(other).sketch);
    const double score = found.of_smaller + found.size_ratio;
    if (score <= best) continue;
    best = score;
    first = other;
  }
  if (first != kNone) repeat_text(slot, first);
}

// Makes the texts of `slot` and `of` one, and lets the earliest of them be the first.
void StoryLinker::State::repeat_text(std::uint32_t slot, std::uint32_t of) {
  const std::uint32_t root = first_of_text(of);
  const std::uint32_t own = first_of_text(slot);
  if (root == own) return;
  std::vector<std::uint32_t> group = {root, own};
  for (const std::uint32_t from : {root, own}) {
    const auto at = repeats_.find(from);
    if (at == repeats_.end()) continue;
    group.insert(group.end(), at->second.begin(), at->second.end());
    repeats_.erase(at);
  }
  const std::uint32_t first =
      *std::min_element(group.begin(), group.end(),
                        [this](std::uint32_t a, std::uint32_t b) { return earlier(a, b); });
  for (const std::uint32_t member : group) {
    slots_[member].text = member == first ? kNone : first;
    if (member != first) repeats_[first].push_back(member);
    if (slots_[member].story != kNone) mark_changed(slots_[member].story);
  }
}

// A revised article starts anew as to whose text it repeats; those that repeated it do not.
void StoryLinker::State::leave_text(std::uint32_t slot) {
  const std::uint32_t root = slots_[slot].text;
  slots_[slot].text = kNone;
  slots_[slot].text_key.clear();
  if (root == kNone) return;
  std::vector<std::uint32_t>& others = repeats_[root];
  std::erase(others, slot);
  if (others.empty()) repeats_.erase(root);
}

void StoryLinker::State::find_bonds(std::uint32_t slot,
                                    std::vector<std::pair<std::uint32_t, std::uint32_t>>& bonds) {
  const bool teaser = data(slot).role == Role::kTeaser;
  std::vector<std::uint32_t> named = index_.same_url(data(slot), slot);
  // "url:X" announces the main article of page X, whose key is "X#0".
  const std::string& key = slots_[slot].key;
  std::string partner;
  if (teaser && key.starts_with("url:")) partner = key.substr(4) + "#0";
  if (!teaser && key.ends_with("#0")) partner = "url:" + key.substr(0, key.size() - 2);
  const auto at = slot_of_key_.find(partner);
  if (at != slot_of_key_.end() && slots_[at->second].story != kNone) named.push_back(at->second);
  for (const std::uint32_t other : index_.same_title(data(slot), slot)) {
    if (!teaser && data(other).role == Role::kMain) continue;
    const std::optional<DayGap> gap = day_gap(data(slot).published, data(other).published);
    if (!gap || gap->days <= kSameTitleDays) named.push_back(other);
  }
  for (const std::uint32_t other : named) {
    bonds.emplace_back(slot, other);
    // A teaser that announced one article already is no bridge to another of that title.
    const bool free = data(first_of_text(teaser ? slot : other)).role == Role::kTeaser;
    if (free && teaser != (data(other).role == Role::kTeaser)) repeat_text(slot, other);
  }
}

void StoryLinker::State::find_edges(std::uint32_t slot, std::vector<Edge>& edges) {
  for (const std::uint32_t other : index_.alike(data(slot), slot)) {
    const double score = similarity(data(slot), data(other), weights_);
    if (score >= weights_.join * kEdgeShare)
      edges.push_back({score, std::min(slot, other), std::max(slot, other)});
  }
}

double StoryLinker::State::pair_similarity(std::uint32_t a, std::uint32_t b) {
  const std::uint64_t key = static_cast<std::uint64_t>(std::min(a, b)) << 32 | std::max(a, b);
  const auto [at, fresh] = pair_scores_.emplace(key, 0);
  if (fresh) at->second = similarity(data(a), data(b), weights_);
  return at->second;
}

// The members that stand for a story: mains where it has any, evenly taken where they are many.
std::vector<std::uint32_t> StoryLinker::State::speakers(std::uint32_t story) const {
  std::vector<std::uint32_t> mains;
  for (const std::uint32_t member : stories_[story].members) {
    if (data(member).role == Role::kMain) mains.push_back(member);
  }
  const std::vector<std::uint32_t>& all = mains.empty() ? stories_[story].members : mains;
  if (all.size() <= kMostCompared) return all;
  std::vector<std::uint32_t> some;
  some.reserve(kMostCompared);
  for (std::size_t i = 0; i < kMostCompared; ++i)
    some.push_back(all[i * all.size() / kMostCompared]);
  return some;
}

double StoryLinker::State::average_similarity(std::uint32_t a, std::uint32_t b) {
  const std::vector<std::uint32_t> of_a = speakers(a);
  const std::vector<std::uint32_t> of_b = speakers(b);
  double sum = 0;
  for (const std::uint32_t one : of_a) {
    for (const std::uint32_t other : of_b) sum += pair_similarity(one, other);
  }
  return sum / static_cast<double>(of_a.size() * of_b.size());
}

void StoryLinker::State::join_along(const std::vector<Edge>& edges) {
  for (const Edge& edge : edges) {
    const std::uint32_t a = slots_[edge.a].story;
    const std::uint32_t b = slots_[edge.b].story;
    if (a == b) continue;
    const bool both_told = told(a) && told(b);
    if (average_similarity(a, b) >= (both_told ? weights_.merge : weights_.join))
      join_stories(a, b);
  }
}

// The one that began first stays: a story of an earlier batch, or that of the earlier article.
void StoryLinker::State::join_stories(std::uint32_t a, std::uint32_t b) {
  if (a == b) return;
  const std::uint32_t older = std::min(a, b);
  const std::uint32_t younger = std::max(a, b);
  StoryGroup& kept = stories_[older];
  StoryGroup& gone = stories_[younger];
  for (const std::uint32_t member : gone.members) slots_[member].story = older;
  kept.members.insert(kept.members.end(), gone.members.begin(), gone.members.end());
  gone.members.clear();
  gone.members.shrink_to_fit();
  gone.merged_into = older;
  if (told(younger)) merges_.push_back({gone.id, kept.id});
  grown_.erase(younger);
  changed_.erase(younger);
  grown_.insert(older);
  mark_changed(older);
  if (gone.storyline == kNone) return;
  Storyline& line = storylines_[gone.storyline];
  std::erase(line.stories, younger);
  if (kept.storyline == kNone) {
    kept.storyline = gone.storyline;
    line.stories.push_back(older);
  }
  if (line.id == gone.id && !line.stories.empty()) {  // the storyline's first story is `older` now
    line.id = kept.storyline == gone.storyline ? kept.id : stories_[line.stories.front()].id;
    for (const std::uint32_t story : line.stories) mark_changed(story);
  }
}

StoryProfile StoryLinker::State::profile(std::uint32_t story) const {
  std::vector<const ArticleFeatures::Data*> members;
  for (const std::uint32_t member : speakers(story)) members.push_back(&data(member));
  return profile_of(members, tables_);
}

void StoryLinker::State::link_storylines() {
  const std::set<std::uint32_t> grown = std::move(grown_);
  grown_.clear();
  for (const std::uint32_t story : grown) link_storyline(story);
}

void StoryLinker::State::link_storyline(std::uint32_t story) {
  const StoryProfile own = profile(story);
  const std::vector<std::uint64_t> keys = storyline_keys(own);
  if (stories_[story].storyline == kNone) {
    std::set<std::uint32_t> others;  // by age, so that the oldest storyline is tried first
    for (const std::uint64_t key : keys) {
      const auto at = storyline_index_.find(key);
      if (at == storyline_index_.end()) continue;
      for (std::uint32_t other : at->second) {
        while (stories_[other].merged_into != kNone) other = stories_[other].merged_into;
        if (other != story) others.insert(other);
      }
    }
    for (const std::uint32_t other : others) {
      const std::uint32_t line = stories_[other].storyline;
      const bool belongs =
          line == kNone ? one_storyline(own, profile(other)) : belongs_with(own, line, story);
      if (!belongs) continue;
      join_storyline(story, other);
      break;
    }
  }
  stories_[story].profiled = true;
  for (const std::uint64_t key : keys) {
    std::vector<std::uint32_t>& under = storyline_index_[key];
    if (std::find(under.begin(), under.end(), story) != under.end()) continue;
    if (under.size() >= kMostStorylineKeys) under.erase(under.begin() + 1);  // the first stays
    under.push_back(story);
  }
}

// A story belongs to a storyline if it does to half of its stories, the first and the newest: so
// that a storyline does not wander from one matter to the next.
bool StoryLinker::State::belongs_with(const StoryProfile& own, std::uint32_t storyline,
                                      std::uint32_t self) const {
  const std::vector<std::uint32_t>& stories = storylines_[storyline].stories;
  std::size_t tried = 0;
  std::size_t tied = 0;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const bool looked_at = i == 0 || i + kMostTies > stories.size();
    if (!looked_at || stories[i] == self) continue;
    ++tried;
    tied += one_storyline(own, profile(stories[i])) ? 1 : 0;
  }
  return tried > 0 && tied * 2 >= tried;
}

void StoryLinker::State::join_storyline(std::uint32_t story, std::uint32_t other) {
  if (stories_[other].storyline == kNone) {
    const std::uint32_t first = std::min(story, other);
    stories_[other].storyline = static_cast<std::uint32_t>(storylines_.size());
    storylines_.push_back({stories_[first].id, {first}});
    if (other != first) storylines_.back().stories.push_back(other);
    stories_[story].storyline = stories_[other].storyline;
    if (story != first) storylines_.back().stories.push_back(story);
    mark_changed(other);
  } else {
    stories_[story].storyline = stories_[other].storyline;
    storylines_[stories_[story].storyline].stories.push_back(story);
  }
  mark_changed(story);
}

void StoryLinker::State::mark_changed(std::uint32_t story) { changed_.insert(story); }

StoryLink StoryLinker::State::current_link(std::uint32_t place) const {
  const Slot& slot = slots_[place];
  const StoryGroup& story = stories_[slot.story];
  StoryLink link;
  link.story = story.id;
  if (story.storyline != kNone && storylines_[story.storyline].stories.size() > 1)
    link.storyline = storylines_[story.storyline].id;
  if (slot.text != kNone) link.same_text_as = slots_[slot.text].key;
  if (slot.text == kNone && !slot.text_key.empty()) link.same_text_as = slot.text_key;
  return link;
}

StoryLink StoryLinker::State::link(const std::string& key) {
  resolve();
  const auto at = slot_of_key_.find(key);
  if (at == slot_of_key_.end()) return {};
  return current_link(at->second);
}

std::vector<std::string> StoryLinker::State::take_changed() {
  resolve();
  std::vector<std::uint32_t> places;
  for (const std::uint32_t story : changed_) {
    places.insert(places.end(), stories_[story].members.begin(), stories_[story].members.end());
  }
  changed_.clear();
  std::sort(places.begin(), places.end());
  std::vector<std::string> keys;
  for (const std::uint32_t place : places) {
    Slot& slot = slots_[place];
    StoryLink link = current_link(place);
    if (slot.told && *slot.told == link && !slot.revised) continue;
    slot.told = std::move(link);
    slot.revised = false;
    keys.push_back(slot.key);
  }
  return keys;
}

std::vector<StoryMerge> StoryLinker::State::take_merges() {
  resolve();
  return std::exchange(merges_, {});
}

StoryLinker::StoryLinker(const StoryTables& tables) : state_(std::make_unique<State>(tables)) {}
StoryLinker::~StoryLinker() = default;
StoryLinker::StoryLinker(StoryLinker&&) noexcept = default;
StoryLinker& StoryLinker::operator=(StoryLinker&&) noexcept = default;

void StoryLinker::add(const std::string& key, ArticleFeatures features) {
  state_->add(key, std::move(features));
}

void StoryLinker::restore(const std::string& key, ArticleFeatures features, const StoryLink& link) {
  state_->restore(key, std::move(features), link);
}

StoryLink StoryLinker::link(const std::string& key) const { return state_->link(key); }
std::vector<std::string> StoryLinker::take_changed() { return state_->take_changed(); }
std::vector<StoryMerge> StoryLinker::take_merges() { return state_->take_merges(); }

}  // namespace machtin
