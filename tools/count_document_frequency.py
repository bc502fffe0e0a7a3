#!/usr/bin/env python3
"""Counts in how many articles each syllable and each pair of neighbouring syllables stands.

  zstd -dc news.jsonl.zst | tools/count_document_frequency.py [--rows 20000] > data/vi/document_frequency.tsv

Standard input: one JSON object a line with "title", "lede" (strings) and "body" (a string, or a list of
strings). The tokens are those of src/language/token.cc and src/text/fold.cc: lower case, the tone mark of a
word-final oa, oe, uy on the first letter. Only the most frequent terms are kept: what is not in the table
is rarer than its last row. Numbers are left out, since a number's rarity is not a matter of language.
Standard library only.
"""
import argparse
import collections
import json
import re
import sys
import unicodedata

TONED = ["aàáảãạ", "eèéẻẽẹ", "oòóỏõọ", "uùúủũụ", "yỳýỷỹỵ"]
TONE_OF = {letter: (row[0], tone) for row in TONED for tone, letter in enumerate(row) if tone}
WITH_TONE = {(row[0], tone): letter for row in TONED for tone, letter in enumerate(row)}
PIECE = re.compile(r"[^\W_]+")


def old_spelling(word):
    """hoà → hòa, as place_tone_as_old_spelling in src/text/fold.cc"""
    if len(word) < 2 or word[-1] not in TONE_OF:
        return word
    base, tone = TONE_OF[word[-1]]
    first = word[-2]
    if not (first == "o" and base in "ae" or first == "u" and base == "y" and word[-3:-2] != "q"):
        return word
    return word[:-2] + WITH_TONE[first, tone] + base


def terms_of(text):
    """The terms of one stretch of text; no pair goes over a punctuation sign, a digit, or a line's end."""
    found, before, end = set(), None, -1
    text = unicodedata.normalize("NFC", text).lower()
    for piece in PIECE.finditer(text):
        word = old_spelling(piece.group())
        if any(c.isdigit() for c in word):
            before = None
            continue
        found.add(word)
        if before and text[end:piece.start()].isspace():
            found.add(before + " " + word)
        before, end = word, piece.end()
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=20000)
    options = parser.parse_args()
    counts, total = collections.Counter(), 0
    for line in sys.stdin:
        article = json.loads(line)
        body = article.get("body") or []
        parts = [article.get("title") or "", article.get("lede") or ""]
        parts += [body] if isinstance(body, str) else body
        counts.update(set().union(*(terms_of(part) for part in parts)))
        total += 1
    print("# In how many articles a syllable, or a pair of neighbouring syllables, stands; the most frequent alone.")
    print(f"# Counted by tools/count_document_frequency.py in {total} Vietnamese news articles of 2015-2019 (numbers")
    print("# alone are kept, no sentence). Apache-2.0. Columns: term (matching key), articles. \"*\" is all articles.")
    print(f"*\t{total}")
    for term, count in sorted(counts.most_common(options.rows - 1), key=lambda row: (-row[1], row[0])):
        print(f"{term}\t{count}")


if __name__ == "__main__":
    main()
