// Time of each stage over the sample pages: pages a second and bytes a second. The answer is
// checked against a run outside of the timed loop. Run: build/release/stages_bench (from the
// repository's root).
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "json/contract.h"
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

}  // namespace

BENCHMARK_MAIN();
