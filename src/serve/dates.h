#pragma once
// Dates as people read them, in the language of the page. A year that nothing proves is said to be
// unknown. Tested by dates_test.cc.

#include <optional>
#include <string>
#include <string_view>

#include "machtin/article.h"
#include "serve/texts.h"

namespace machtin {

// ISO 8601, with XXXX for an unknown year: "2025-05-23", "2025-05-23T14:30:00+07:00", "2025-05",
// "2025", "XXXX-09-07". What is of no such form is given back as it came.
std::string shown_date(std::string_view date, const Texts& texts);
// "" where neither is known.
std::string shown_range(const std::optional<std::string>& first,
                        const std::optional<std::string>& last, const Texts& texts);
// What habit alone says of a date: "probably 7 September 2025"; "" where it says nothing.
std::string shown_likely(const PublicationDate& published, const Texts& texts);
// "2025"; "" where the year is not known.
std::string year_of(std::string_view date);

}  // namespace machtin
