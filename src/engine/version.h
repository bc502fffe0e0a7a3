#pragma once

#include <string_view>

namespace machtin {

// Of the engine's code; stands with all that an archive keeps, so that --refresh knows what an
// older one made.
inline constexpr std::string_view kEngineVersion = "0.1.0";

}  // namespace machtin
