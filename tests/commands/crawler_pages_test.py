#!/usr/bin/env python3
"""Crawler pages of tests/pages/vi/crawler against gold.jsonl beside them: every word is told once, and what a page is known for holds.

gold.jsonl has the form of the scorer's gold: main article, teasers, what is dropped, the role of each line. `misses` of a page names
what is known not to come out yet (body, title, teasers); all else must.
"""
import collections
import json
import pathlib
import re
import unicodedata
import unittest

import program

PAGES = program.ROOT / "tests" / "pages" / "vi" / "crawler"


def words(*texts):
    found = []
    for text in texts:
        found += re.findall(r"\w+", unicodedata.normalize("NFC", text or "").casefold())
    return found


def body(article):
    return words(article.get("lede"), *article["paragraphs"])


def told(page):
    """All words of the output; headings of teasers stand in `dropped` already."""
    counts = collections.Counter()
    for article in page["articles"]:
        captions = [text for caption in article["captions"] for text in (caption["text"], caption["credit"])]
        counts.update(words(article["title"], *article["authors"], article["agency"], *captions) + body(article))
    for dropped in page["dropped"]:
        counts.update(words(dropped["text"]))
    return counts


class CrawlerPages(unittest.TestCase):
    def setUp(self):
        golds = [json.loads(line) for line in (PAGES / "gold.jsonl").read_text(encoding="utf-8").split("\n") if line]
        pages = program.rows("read", *(PAGES / gold["file"] for gold in golds))
        self.read = list(zip(golds, pages, strict=True))

    def test_each_word_of_a_page_is_told_once(self):
        for gold, page in self.read:
            with self.subTest(gold["id"]):
                printed = collections.Counter(words((PAGES / gold["file"]).read_text(encoding="utf-8")))
                source = collections.Counter(words(page["articles"][0]["source"])) if page["articles"] else {}
                for word, count in printed.items():
                    self.assertIn(count - told(page)[word], range(source.get(word, 0) + 1), word)

    def test_title_body_and_teasers_are_those_of_the_gold(self):
        for gold, page in self.read:
            main = next((article for article in page["articles"] if article["role"] == "main"), None)
            teasers = [article["title"] for article in page["articles"] if article["role"] == "teaser"]
            came = {
                "title": (main["title"] if main else "") == gold["main"]["title"],
                "body": (body(main) if main else []) == words(*gold["main"]["paragraphs"]),
                "teasers": sorted(map(words, teasers)) == sorted(words(teaser["title"]) for teaser in gold["teasers"]),
            }
            for part, right in came.items():
                with self.subTest(f"{gold['id']}: {part}"):
                    self.assertTrue(right or part in gold.get("misses", []))


if __name__ == "__main__":
    unittest.main()
