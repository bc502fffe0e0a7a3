#pragma once
// Letters made comparable. Three strengths, each a plain function of UTF-8 text. Tested by
// fold_test.cc.

#include <string>
#include <string_view>

namespace machtin {

// NFC; invalid UTF-8 becomes U+FFFD, NUL and other control signs but tab and line feeds become
// spaces. Marks without width and soft hyphens are taken out. Fast path: ASCII and text that is NFC
// already is copied once.
std::string to_nfc(std::string_view text);

// NFC, and U+FFFD for what is no UTF-8; every other sign stays, those without width and controls
// too: for text that is to come out as it came in.
std::string compose(std::string_view text);

// Surely what to_nfc() would leave as it is. Text of rare scripts may be clean and yet be false
// here.
bool is_clean_nfc(std::string_view text);

// Lower case, with the tone mark where old spelling has it: "HOÀ" and "Hòa" → "hòa"; i and y as
// most write them: "Mĩ" → "mỹ", "sỹ" → "sĩ"; letters of other scripts that look Latin, in Latin
// words, as the Latin ones. For looking up words and phrases.
std::string matching_key(std::string_view text);

// matching_key without any diacritics: "Tù binh Đức" → "tu binh duc". For search, titles and keys.
std::string search_fold(std::string_view text);

// search_fold with everything but letters and digits made into single spaces, ends trimmed: the key
// of a title.
std::string folded_title(std::string_view text);
// Folded titles compared thus are the same however their words are parted.
std::string without_spaces(std::string folded);

// search_fold and folded_title with one spelling for i and y behind a consonant, "li hon" and "ly
// hon": what readers search by, and the keys of names.
std::string search_key(std::string_view text);
std::string folded_name(std::string_view text);

// All white space runs as one space, ends trimmed.
std::string squeeze_space(std::string_view text);

// squeeze_space(to_nfc(text)) in one pass: how words of a page are kept.
std::string clean_text(std::string_view text);

}  // namespace machtin
