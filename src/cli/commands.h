#pragma once
// The commands: one function each, in a file of its own. cli/ is the one place that prints.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "page/record.h"

namespace machtin {

// Exit statuses of the contract.
inline constexpr int kAllDone = 0;
inline constexpr int kSomeFailed = 1;
inline constexpr int kWrongUsage = 2;

enum class TextFormat { kJson, kText, kMarkdown };
enum class ExportWhat { kArticles, kEvents, kStories };
enum class ExportFormat { kJsonLines, kCsv };

// What the command line says; each command reads what concerns it.
struct CommandLine {
  std::vector<std::string> inputs = {};
  std::vector<std::string> packs = {};  // --pack DIR, may be given again
  InputKind as = InputKind::kAuto;
  std::optional<std::string> published = {};
  std::optional<std::string> db = {};
  std::string query = {};
  unsigned jobs = 0;  // 0: all cores
  bool pretty = false;
  bool explain = false;
  double min_confidence = 0;
  std::size_t max_page_bytes = 32u << 20;
  TextFormat format = TextFormat::kJson;
  ExportWhat what = ExportWhat::kArticles;
  ExportFormat export_format = ExportFormat::kJsonLines;
  std::size_t limit = 20;
  bool refresh = false;
  bool tags = false;
  std::string listen = "127.0.0.1:8080";
};

int run_read(const CommandLine& line);
int run_facts(const CommandLine& line);
int run_stories(const CommandLine& line);
int run_timeline(const CommandLine& line);
int run_build(const CommandLine& line);
int run_search(const CommandLine& line);
int run_export(const CommandLine& line);
int run_serve(const CommandLine& line);
int run_words(const CommandLine& line);

}  // namespace machtin
