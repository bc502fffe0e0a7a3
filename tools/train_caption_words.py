#!/usr/bin/env python3
"""Which words tell a photo's caption from a sentence of the text: the maker of data/vi/caption_words.tsv.

  train_caption_words.py NEWS.jsonl > data/vi/caption_words.tsv

NEWS.jsonl: one article a line with "title", "lede", "body" and "captions", lists of strings. Logistic regression over
the distinct words, and pairs of neighbours, of the first 40 words of a line, and over its first ("^word", "^first second"); a line in each of ten is kept
aside, and what is right there goes to standard error. Numbers alone are kept, no sentence.
"""
import json
import math
import random
import re
import sys
import unicodedata

MOST_FEATURES = 12000
CREDIT = re.compile(r"[\s(\-–/|.]*(ảnh|nguồn|nguồn ảnh|photo|video|hình|đồ họa|clip)(\s+minh họa)?\s*:.*$", re.I)


def features(line):
    words = re.findall(r"\w+", unicodedata.normalize("NFC", line).casefold())[:40]
    words = ["<number>" if w[0].isdigit() else w for w in words]
    pairs = {f"{a} {b}" for a, b in zip(words, words[1:])}
    return set(words) | pairs | {"^" + w for w in words[:1]} | {"^" + " ".join(words[:2])}


def samples(path):
    for row in open(path, encoding="utf-8"):
        article = json.loads(row)
        captions = set()
        for caption in article["captions"]:
            text = CREDIT.sub("", caption).strip(" .-")
            if 4 <= len(text.split()) <= 40 and text not in captions:
                captions.add(text)
                yield 1, text
        body = [s for s in article["body"] if 4 <= len(s.split()) <= 40 and s.strip(" .") not in captions]
        for sentence in random.sample(body, min(len(body), 3)):
            yield 0, sentence


def main():
    random.seed(7)
    rows = list(samples(sys.argv[1]))
    random.shuffle(rows)
    rows = [(label, features(text)) for label, text in rows]
    count = {}
    for _, found in rows:
        for f in found:
            count[f] = count.get(f, 0) + 1
    known = {f for f, _ in sorted(count.items(), key=lambda x: -x[1])[:MOST_FEATURES]}
    rows = [(label, [f for f in found if f in known]) for label, found in rows]
    aside, train = rows[: len(rows) // 10], rows[len(rows) // 10 :]
    weight, bias = dict.fromkeys(known, 0.0), 0.0
    for turn in range(5):
        rate = 0.1 / (1 + turn)
        for label, found in train:
            guess = 1 / (1 + math.exp(-max(-30, min(30, bias + sum(weight[f] for f in found)))))
            step = rate * (label - guess)
            bias += step
            for f in found:
                weight[f] += step - rate * 1e-4 * weight[f]
    right = sum((bias + sum(weight[f] for f in found) > 0) == (label == 1) for label, found in aside)
    print(f"{right} of {len(aside)} right; {sum(l for l, _ in rows)} captions", file=sys.stderr)
    print("# Words that tell a photo's caption from a sentence of the text. Made by tools/train_caption_words.py from")
    print("# Vietnamese news articles of 2015-2019; numbers alone are kept. Apache-2.0.")
    print('# Columns: word or two neighbours (matching key; "^" before: the line begins so; "*": every line; "<number>": any), weight (log odds)')
    print(f"*\t{bias:.2f}")
    for f in sorted(known, key=lambda x: -abs(weight[x])):
        if abs(weight[f]) >= 0.2:
            print(f"{f}\t{weight[f]:.2f}")


if __name__ == "__main__":
    main()
