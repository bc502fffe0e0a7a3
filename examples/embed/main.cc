// Mạch Tin in another program: reads the files named on the command line and says which story each
// article tells.
#include <machtin/linker.h>
#include <machtin/machtin.h>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
  const auto engine = machtin::Engine::load({.languages = {"vi"}});  // immutable, shared by threads
  if (!engine) {
    std::cerr << engine.error().message << '\n';
    return 1;
  }
  machtin::Linker linker(*engine);
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const auto page = engine->read(bytes, {.input = argv[i]});
    if (!page) {
      std::cerr << argv[i] << ": " << page.error().message << '\n';
      continue;
    }
    for (const machtin::Article& article : page->articles) {  // dated already
      const machtin::Facts facts = engine->facts(article);
      std::cout << linker.add(article, facts).story << '\t' << article.title << '\n';
    }
  }
  return 0;
}
