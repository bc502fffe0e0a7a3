// Whatever the bytes, they are refused as a model or can be used as one. The fuzzer cannot guess a
// checksum, so the same bytes are tried again with the right one.
#include <cstdint>
#include <cstring>
#include <string>

#include "language/word_segmenter.h"

namespace {

void use(std::string_view bytes) {
  const machtin::Result<machtin::WordModel> model = machtin::WordModel::read(bytes);
  if (!model) return;
  std::string out;
  machtin::WordSegmenter(*model).append_segmented("Ông A đến TP. Huế ngày 3-5, mưa to.", true, out);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  use(bytes);
  if (bytes.size() < machtin::WordModel::kHeaderBytes) return 0;
  const std::uint64_t sum = machtin::model_checksum(std::string_view(bytes).substr(16));
  std::memcpy(bytes.data() + 8, &sum, sizeof sum);
  use(bytes);
  return 0;
}
