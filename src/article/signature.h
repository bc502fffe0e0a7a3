#pragma once
// A line that signs an article, taken apart before its names are read: what is said of the names
// ("tổng hợp", "thực hiện") goes, and what follows another label is a part of its own. Tested by
// signature_test.cc.

#include <vector>

#include "article/page_line.h"

namespace machtin {

// "Lê Ngân (t/h) Nguồn: Báo Hạ Du" → "Lê Ngân", "Nguồn: Báo Hạ Du". In order; none is empty.
std::vector<ByteSpan> signature_parts(const PageLine& line, ByteSpan within,
                                      const ArticleTables& tables);

// The byline of its first part.
Byline signature_of(const PageLine& line, const ArticleTables& tables);

// Whether a name is that of a paper or agency, with a word of the trade before it or none.
bool names_publisher(const PageLine& line, ByteSpan name, const ArticleTables& tables);

}  // namespace machtin
