#pragma once
// The signals of a page, as `read` prints them. They are counted anew from a page, so nothing reads
// them back. Tested by signals_json_test.cc.

#include <string>

#include "machtin/signals.h"

namespace machtin {

// page_json: what page_to_json() gave. The same object with "signals" as its last member.
std::string with_signals(std::string page_json, const TextSignals& signals);

}  // namespace machtin
