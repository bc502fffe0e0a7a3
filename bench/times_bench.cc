// Syllables a second of find_times and find_quantities on one core, over the articles of the sample
// pages: tokens and sentences are made ready outside of the loop, as facts has them anyway. Also
// over the same text ten times as long, in one piece: the two figures differ little, since both are
// linear. The answer is checked against a run outside of the timed loop.
// Run: build/release/times_bench (from the repository's root); another text:
// MACHTIN_BENCH_TEXT=FILE.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "language/number.h"
#include "language/number_tables.h"
#include "language/sentence.h"
#include "language/time.h"
#include "language/time_tables.h"
#include "machtin/machtin.h"

namespace {

using machtin::ByteSpan;
using machtin::Token;

struct Prepared {
  std::string text = {};
  std::vector<Token> tokens = {};
  std::vector<ByteSpan> sentences = {};
};

struct Tables {
  machtin::TimeTables times = {};
  machtin::NumberTables numbers = {};
  machtin::SentenceTables sentences = {};
};

const Tables& tables() {
  static const Tables loaded = [] {
    const auto pack = machtin::Pack::load("vi");
    if (!pack) std::abort();
    auto times = machtin::TimeTables::load(*pack);
    auto numbers = machtin::NumberTables::load(*pack);
    if (!times || !numbers) std::abort();
    return Tables{std::move(*times), std::move(*numbers), machtin::SentenceTables::load(*pack)};
  }();
  return loaded;
}

Prepared prepared(std::string text) {
  Prepared out;
  out.text = std::move(text);
  out.tokens = machtin::tokenize(out.text);
  out.sentences = machtin::find_sentences(out.text, tables().sentences);
  return out;
}

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const std::vector<std::string>& texts() {
  static const std::vector<std::string> read = [] {
    std::vector<std::string> found;
    if (const char* path = std::getenv("MACHTIN_BENCH_TEXT")) {
      // Parted into pieces as long as an article.
      constexpr std::size_t kArticle = 3000;
      const std::string all = file_text(path);
      for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find("\n\n", begin + kArticle), all.size());
        found.push_back(all.substr(begin, end - begin));
        begin = end;
      }
      return found;
    }
    const auto engine = machtin::Engine::load({});
    if (!engine) std::abort();
    for (const auto& entry : std::filesystem::recursive_directory_iterator("samples")) {
      if (entry.path().extension() != ".txt" && entry.path().extension() != ".html") continue;
      const auto page = engine->read(file_text(entry.path()), {});
      if (!page) continue;
      for (const machtin::Article& article : page->articles) found.push_back(article.text);
    }
    return found;
  }();
  return read;
}

std::int64_t syllables_of(const std::vector<Token>& tokens) {
  std::int64_t count = 0;
  for (const Token& token : tokens) count += token.shape != machtin::Shape::kPunctuation ? 1 : 0;
  return count;
}

std::size_t find_all(const Prepared& article, const machtin::PublicationDate& published) {
  const auto times = machtin::find_times(article.text, article.tokens, article.sentences, published,
                                         tables().times);
  const auto quantities =
      machtin::find_quantities(article.text, article.tokens, times, tables().numbers);
  return times.size() + quantities.size();
}

void run(benchmark::State& state, const std::vector<Prepared>& articles) {
  machtin::PublicationDate published;
  published.value = "2025-05-23";
  std::size_t expected = 0;
  std::int64_t syllables = 0;
  for (const Prepared& article : articles) {
    expected += find_all(article, published);
    syllables += syllables_of(article.tokens);
  }
  std::int64_t done = 0;
  for (auto _ : state) {
    std::size_t found = 0;
    for (const Prepared& article : articles) found += find_all(article, published);
    if (found != expected || found == 0) state.SkipWithError("another answer than before");
    done += syllables;
  }
  state.counters["syllables"] =
      benchmark::Counter(static_cast<double>(done), benchmark::Counter::kIsRate);
}

void times_and_numbers(benchmark::State& state) {
  std::vector<Prepared> articles;
  for (const std::string& text : texts()) articles.push_back(prepared(text));
  run(state, articles);
}
BENCHMARK(times_and_numbers)->Unit(benchmark::kMillisecond);

void times_and_numbers_in_one_long_text(benchmark::State& state) {
  std::string all;
  for (int i = 0; i < 10; ++i) {
    for (const std::string& text : texts()) all += text + "\n\n";
  }
  run(state, {prepared(std::move(all))});
}
BENCHMARK(times_and_numbers_in_one_long_text)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
