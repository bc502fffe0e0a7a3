// Time of each stage over the sample pages: pages a second and bytes a second. The answer is
// checked against a run outside of the timed loop. Run: build/release/stages_bench (from the
// repository's root).
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "facts/entity_tables.h"
#include "facts/find_facts.h"
#include "json/contract.h"
#include "language/number_tables.h"
#include "language/pack.h"
#include "language/sentence.h"
#include "language/time_tables.h"
#include "machtin/machtin.h"

namespace {

const machtin::Engine& engine() {
  static const machtin::Result<machtin::Engine> loaded = machtin::Engine::load({});
  if (!loaded) std::abort();
  return *loaded;
}

const std::vector<std::string>& sample_pages() {
  static const std::vector<std::string> pages = [] {
    std::vector<std::string> read;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("samples")) {
      if (entry.path().extension() != ".txt" && entry.path().extension() != ".html") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      read.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return read;
  }();
  return pages;
}

void load_engine(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(machtin::Engine::load({}));
}
BENCHMARK(load_engine)->Unit(benchmark::kMillisecond);

void read_pages(benchmark::State& state) {
  std::int64_t bytes = 0, pages = 0;
  for (auto _ : state) {
    for (const std::string& page : sample_pages()) {
      const auto read = engine().read(page, {});
      if (!read || read->articles.empty()) state.SkipWithError("a sample page gave no article");
      bytes += static_cast<std::int64_t>(page.size());
      ++pages;
    }
  }
  state.SetBytesProcessed(bytes);
  state.SetItemsProcessed(pages);
}
BENCHMARK(read_pages)->Unit(benchmark::kMillisecond);

void find_facts(benchmark::State& state) {
  std::vector<machtin::Article> articles;
  for (const std::string& page : sample_pages()) {
    const auto read = engine().read(page, {});
    if (read) articles.insert(articles.end(), read->articles.begin(), read->articles.end());
  }
  std::int64_t bytes = 0;
  for (auto _ : state) {
    std::size_t events = 0;
    for (const machtin::Article& article : articles) {
      events += engine().facts(article).events.size();
      bytes += static_cast<std::int64_t>(article.text.size());
    }
    if (events == 0) state.SkipWithError("no event in the samples");
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(find_facts)->Unit(benchmark::kMillisecond);

// Sentences, times, numbers, entities: what `facts` does before it looks for events. Items are
// syllables.
void find_facts_without_events(benchmark::State& state) {
  const auto pack = machtin::Pack::load("vi"), all = machtin::Pack::load("all");
  if (!pack || !all) return state.SkipWithError("no pack");
  const machtin::SentenceTables sentences = machtin::SentenceTables::load(*pack);
  const auto times = machtin::TimeTables::load(*pack);
  const auto numbers = machtin::NumberTables::load(*pack);
  const auto entities = machtin::EntityTables::load(*pack, *all);
  if (!times || !numbers || !entities) return state.SkipWithError("no tables");
  std::vector<machtin::Article> articles;
  std::int64_t syllables = 0, counted = 0;
  for (const std::string& page : sample_pages()) {
    const auto read = engine().read(page, {});
    if (read) articles.insert(articles.end(), read->articles.begin(), read->articles.end());
  }
  for (const machtin::Article& article : articles) {
    for (const machtin::Token& token : machtin::tokenize(article.text))
      syllables += token.shape != machtin::Shape::kPunctuation;
  }
  for (auto _ : state) {
    std::size_t found = 0;
    for (const machtin::Article& article : articles) {
      found += machtin::find_facts(article, {&sentences, &*times, &*numbers, &*entities, nullptr})
                   .entities.size();
    }
    if (found == 0) state.SkipWithError("no entity in the samples");
    counted += syllables;
  }
  state.SetItemsProcessed(counted);
}
BENCHMARK(find_facts_without_events)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
