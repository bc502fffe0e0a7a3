// The command line: options and help texts of every command, and what of them is wrong usage (exit
// status 2).
#include <malloc.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <map>

#include "cli/commands.h"
#include "engine/version.h"
#include "serve/server.h"

namespace {

using machtin::CommandLine;

const std::map<std::string, machtin::InputKind> kKinds = {{"html", machtin::InputKind::kHtml},
                                                          {"text", machtin::InputKind::kText},
                                                          {"article", machtin::InputKind::kArticle},
                                                          {"jsonl", machtin::InputKind::kJsonLines},
                                                          {"warc", machtin::InputKind::kWarc}};
const std::map<std::string, machtin::TextFormat> kTextFormats = {
    {"json", machtin::TextFormat::kJson},
    {"text", machtin::TextFormat::kText},
    {"markdown", machtin::TextFormat::kMarkdown}};
const std::map<std::string, machtin::ExportWhat> kExports = {
    {"articles", machtin::ExportWhat::kArticles},
    {"events", machtin::ExportWhat::kEvents},
    {"stories", machtin::ExportWhat::kStories}};
const std::map<std::string, machtin::ExportFormat> kExportFormats = {
    {"jsonl", machtin::ExportFormat::kJsonLines}, {"csv", machtin::ExportFormat::kCsv}};

// Names only, in the help and in errors: CLI11's own transformer would show our enumerators'
// numbers.
template <typename Value>
CLI::Option* add_choice(CLI::App* command, const std::string& name, Value& place,
                        const std::map<std::string, Value>& choices, const std::string& about) {
  std::vector<std::string> names;
  for (const auto& [choice, value] : choices) names.push_back(choice);
  return command
      ->add_option_function<std::string>(
          name, [&place, &choices](const std::string& choice) { place = choices.at(choice); },
          about)
      ->check(CLI::IsMember(names));
}

// "2025", "2025-05", "2025-05-23", with or without a time after T: what --published takes.
std::string check_date(const std::string& text) {
  static constexpr std::string_view kShape = "dddd-dd-dd";
  const std::string day = text.substr(0, text.find('T'));
  if (day.size() != 4 && day.size() != 7 && day.size() != 10)
    return "not a date (YYYY-MM-DD): " + text;
  for (std::size_t i = 0; i < day.size(); ++i) {
    const bool fits = kShape[i] == 'd' ? day[i] >= '0' && day[i] <= '9' : day[i] == kShape[i];
    if (!fits) return "not a date (YYYY-MM-DD): " + text;
  }
  const int month = day.size() >= 7 ? std::stoi(day.substr(5, 2)) : 1;
  const int days = day.size() == 10 ? std::stoi(day.substr(8, 2)) : 1;
  return month >= 1 && month <= 12 && days >= 1 && days <= 31 ? "" : "no such day: " + text;
}

std::string check_listen(const std::string& text) {
  const machtin::Result<machtin::ServeOptions> options = machtin::parse_listen(text);
  return options ? "" : options.error().message;
}

void add_inputs(CLI::App* command, CommandLine& line, bool required) {
  CLI::Option* inputs = command->add_option(
      "INPUT", line.inputs, "files, folders (read recursively), or - for standard input");
  if (required) inputs->required();
}

void add_reading(CLI::App* command, CommandLine& line) {
  add_choice(command, "--as", line.as, kKinds,
             "what the inputs are, instead of recognising it from their content");
  command
      ->add_option("--published", line.published,
                   "publication date of inputs that do not say, as YYYY-MM-DD")
      ->check(CLI::Validator(check_date, "DATE"));
  command
      ->add_option("--jobs", line.jobs,
                   "threads; the output does not depend on it (default: all cores)")
      ->check(CLI::Range(1u, 1024u));
  command
      ->add_option("--max-page-bytes", line.max_page_bytes,
                   "pages over this size, unpacked, are refused with a line each (1 KiB to 1 GiB)")
      ->capture_default_str()
      ->check(CLI::Range(std::size_t{1024}, std::size_t{1} << 30));
}

void add_packs(CLI::App* command, CommandLine& line) {
  command
      ->add_option(
          "--pack", line.packs,
          "folder with tables of your own, laid over the built-in ones; may be given again")
      ->type_name("DIR")
      ->expected(1)
      ->take_all();
}

CLI::Option* add_db(CLI::App* command, CommandLine& line) {
  return command->add_option("--db", line.db, "the archive")->type_name("FILE");
}

void add_pretty(CLI::App* command, CommandLine& line) {
  command->add_flag("--pretty", line.pretty, "print for people instead of JSON lines");
}

void add_confidence(CLI::App* command, CommandLine& line) {
  command
      ->add_option("--min-confidence", line.min_confidence,
                   "leave out what carries a lower confidence")
      ->check(CLI::Range(0.0, 1.0));
}

using Run = int (*)(const CommandLine&);

std::map<const CLI::App*, Run> add_commands(CLI::App& app, CommandLine& line) {
  std::map<const CLI::App*, Run> runs;
  const auto add = [&](const char* name, const char* about, Run run) {
    CLI::App* command = app.add_subcommand(name, about);
    runs[command] = run;
    return command;
  };

  CLI::App* read = add("read", "pages to articles, one JSON object a page", machtin::run_read);
  add_inputs(read, line, true);
  add_reading(read, line);
  add_packs(read, line);
  add_pretty(read, line);
  read->add_flag("--explain", line.explain, "tell in words how each date was found");
  add_choice(read, "--format", line.format, kTextFormats,
             "text and markdown print the main article alone, pages parted by a form feed");

  CLI::App* facts = add("facts", "pages to facts, one JSON object an article", machtin::run_facts);
  add_inputs(facts, line, true);
  add_reading(facts, line);
  add_packs(facts, line);
  add_pretty(facts, line);
  add_confidence(facts, line);
  facts->add_flag("--explain", line.explain, "tell in words how each date was found");

  CLI::App* stories = add("stories", "pages, or an archive, to stories, one JSON object a story",
                          machtin::run_stories);
  add_inputs(stories, line, false);
  add_reading(stories, line);
  add_packs(stories, line);
  add_pretty(stories, line);
  add_confidence(stories, line);
  add_db(stories, line);

  CLI::App* timeline =
      add("timeline", "the timeline of the story or storyline that best answers a query",
          machtin::run_timeline);
  timeline->add_option("QUERY", line.query, "words, with or without diacritics")->required();
  add_db(timeline, line)->required();
  add_packs(timeline, line);
  add_pretty(timeline, line);

  CLI::App* build = add("build", "read, find facts, link stories, and keep all in an archive",
                        machtin::run_build);
  add_inputs(build, line, true);
  add_db(build, line)->required();
  add_reading(build, line);
  add_packs(build, line);
  build->add_flag("--refresh", line.refresh,
                  "redo what an older engine or language pack made of these inputs");

  CLI::App* search =
      add("search", "articles and stories that answer a query, best first", machtin::run_search);
  search->add_option("QUERY", line.query, "words, with or without diacritics")->required();
  add_db(search, line)->required();
  add_pretty(search, line);
  search->add_option("--limit", line.limit, "at most this many")
      ->capture_default_str()
      ->check(CLI::Range(std::size_t{1}, std::size_t{10000}));

  CLI::App* exporting =
      add("export", "articles, events or stories of an archive, as data", machtin::run_export);
  add_choice(exporting, "WHAT", line.what, kExports, "what to export")->required();
  add_db(exporting, line)->required();
  add_choice(exporting, "--format", line.export_format, kExportFormats, "jsonl (default) or csv");
  add_confidence(exporting, line);

  CLI::App* serve = add("serve", "the web site and its JSON API", machtin::run_serve);
  add_db(serve, line)->required();
  add_packs(serve, line);
  serve->add_option("--listen", line.listen, "where to listen; port 0 takes any that is free")
      ->capture_default_str()
      ->check(CLI::Validator(check_listen, "HOST:PORT"));

  CLI::App* words =
      add("words", "plain text to the same lines with the syllables of each word joined by _",
          machtin::run_words);
  add_inputs(words, line, true);
  add_packs(words, line);
  words->add_flag("--tags", line.tags, "add /TAG, the universal part-of-speech tag, to each word");
  words->add_option("--jobs", line.jobs, "threads (default: all cores)")
      ->check(CLI::Range(1u, 1024u));
  return runs;
}

int wrong_usage(const CLI::App& app, const std::string& why) {
  const auto chosen = app.get_subcommands();
  std::cerr << "machtin: " << why << "\n\n"
            << (chosen.empty() ? app.help() : chosen.front()->help());
  return machtin::kWrongUsage;
}

int run_command_line(int argc, char** argv) {
  CLI::App app("From news pages to story timelines.", "machtin");
  app.set_version_flag("--version", "machtin " + std::string(machtin::kEngineVersion));
  app.require_subcommand(1);
  app.footer(
      "`machtin COMMAND --help` tells the options of a command.\nExit status: 0 all inputs done, 1 "
      "some could not be read, 2 wrong command line.");
  CommandLine line;
  const std::map<const CLI::App*, Run> runs = add_commands(app, line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
      return app.exit(error);  // --help, --version
    return wrong_usage(app, error.what());
  }
  const CLI::App* command = app.get_subcommands().front();
  if (command->get_name() == "stories" && line.inputs.empty() == !line.db.has_value()) {
    return wrong_usage(app, "stories takes either INPUT or --db FILE");
  }
  return runs.at(command)(line);
}

// A page's tree takes megabytes and is freed before the next one is read: giving them back to the
// system each time cost a tenth of the time of `read`.
void keep_freed_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the most that glibc takes
  mallopt(M_TRIM_THRESHOLD, 128 << 20);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  try {
    return run_command_line(argc, argv);
  } catch (...) {  // the last net: no memory, or a bug outside of the loop over inputs
    std::fputs("machtin: out of memory or internal error\n", stderr);
    return machtin::kSomeFailed;
  }
}
