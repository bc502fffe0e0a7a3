#pragma once
// SHA-256, for the keys of pages that have no URL and the ids of stories. Tested by digest_test.cc.

#include <string>
#include <string_view>

namespace machtin {

std::string sha256_hex(std::string_view bytes);  // 64 lower-case hexadecimal digits

}  // namespace machtin
