#!/usr/bin/env python3
"""Counts the words of segmented Vietnamese text into the lexicon data/vi/words.tsv.

usage: train_words.py --treebank TRAIN.tagged.txt [--silver NEWS.jsonl.zst] > data/vi/words.tsv

--treebank  UD_Vietnamese-VTB, training split, one sentence a line, WORD/TAG (CC BY-SA 4.0; see data/README.md)
--silver    news whose `segmented` lines were made by a program: their words are counted at a lower weight

A row: the word in lower case, its count, its most frequent tag. Words of the silver text need to be seen often, and to be
made of letters alone, since a program's mistakes repeat too. Numbers alone are kept, no sentence.
"""
import argparse
import collections
import json
import subprocess
import sys
import unicodedata

MIN_SILVER = 12       # sightings in the silver text: below, most are names and the segmenter's own inventions
SILVER_SHARE = 0.05   # the weight of a silver sighting beside one of the treebank
KEEP = 22000          # rows; the tail beyond moved F1 on the development split by less than 0.1


def old_style(word):
    """hoà -> hòa: the silver text has the new placement of tone marks, newspapers the old one."""
    pairs = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
             "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
    out = []
    for syllable in word.split("_"):
        if syllable[-2:] in pairs and not syllable.startswith("qu"):
            syllable = syllable[:-2] + pairs[syllable[-2:]]
        out.append(syllable)
    return "_".join(out)


def treebank_counts(path):
    counts, tags = collections.Counter(), collections.defaultdict(collections.Counter)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            for token in line.split():
                word, _, tag = token.rpartition("/")
                word = old_style(unicodedata.normalize("NFC", word).lower())
                counts[word] += 1
                tags[word][tag] += 1
    return counts, tags


def silver_counts(path):
    counts = collections.Counter()
    unpacked = subprocess.Popen(["zstd", "-dcq", path], stdout=subprocess.PIPE, text=True, encoding="utf-8")
    for row in unpacked.stdout:
        for line in json.loads(row)["segmented"]:
            for word in line.split():
                if word[0].islower() and all(s.isalpha() for s in word.split("_")):
                    counts[old_style(word.lower())] += 1
    if unpacked.wait() != 0:
        sys.exit("train_words.py: zstd could not read " + path)
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebank", required=True)
    parser.add_argument("--silver")
    args = parser.parse_args()
    counts, tags = treebank_counts(args.treebank)
    weights = collections.Counter({w: float(n) for w, n in counts.items()})
    if args.silver:
        for word, n in silver_counts(args.silver).items():
            if n >= MIN_SILVER and len(word.split("_")) <= 4:
                weights[word] += n * SILVER_SHARE
    rows = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:KEEP]
    print("# Words with how often they were seen and their most frequent universal tag.")
    print("# Made by tools/train_words.py: counted in UD_Vietnamese-VTB (training split, CC BY-SA 4.0; Nguyen et al. 2009, see data/README.md)")
    print("# and, at a lower weight, in the machine-segmented lines of ThanhChinhBK/vietnews. This table: CC BY-SA 4.0.")
    print("# Columns: word (syllables joined by _), count, tag (- where the treebank does not have the word)")
    for word, weight in rows:
        tag = tags[word].most_common(1)[0][0] if word in tags else "-"
        if word and not word.startswith("#") and word != "-":
            print(f"{word}\t{weight:.2f}\t{tag}")


if __name__ == "__main__":
    main()
