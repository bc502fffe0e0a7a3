#!/usr/bin/env python3
"""Learns the weights of src/page/body_features.cc: the odds that a block of an HTML page is of its article's body.

usage: dump_body_features PAGES > features.tsv      (a target of CMake; PAGES: the folder of the development set)
       train_body_weights.py --features features.tsv --gold GOLD.jsonl [--write]

Logistic regression with L2 (Newton steps), blocks weighted by the root of their words, pages evened out. A block counts as body if most
of its runs of four words stand in the known body, or, where only strings are known, if it holds one of them. Prints the F1 of blocks of a
five-fold cross-validation by page, then the weights; --write puts them into the source. Needs numpy. Only numbers are kept.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import re
import unicodedata

import numpy

SOURCE = pathlib.Path(__file__).resolve().parent.parent / "src" / "page" / "body_features.cc"
INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
FOLDS = 5
L2 = 5.0


def clean(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text or "").translate(INVISIBLE)).strip()


def words_of(text):
    return re.findall(r"\w+", clean(text).lower())


def runs(words, size=4):
    return [tuple(words[i:i + size]) for i in range(max(1, len(words) - size + 1))] if words else []


def read_gold(path):
    gold = {}
    with open(path, encoding="utf-8") as lines:
        for page in map(json.loads, lines):
            if "body" in page:
                words = words_of(page["body"])
                page["runs"], page["line"] = set(runs(words)), " %s " % " ".join(words)
            gold[page["id"]] = page
    return gold


def label(page, text):
    """→ (is it body, how sure), or None where the gold does not say."""
    words = words_of(text)
    if not words:
        return None
    if "body" in page:
        if len(words) >= 4:
            found = runs(words)
            return float(sum(r in page["runs"] for r in found) > len(found) / 2), 1.0
        inside = " %s " % " ".join(words) in page["line"]
        return float(inside), (0.15 if len(words) < 3 else 0.3) if inside else 1.0
    text = clean(text)
    if any(s and (s in text or (len(text) > 20 and text in clean(s))) for s in page["with"]):
        return 1.0, 2.0
    if any(s and s in text for s in page["without"]):
        return 0.0, 2.0
    return None


def read_blocks(path, gold):
    values, labels, weights, pages = [], [], [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            name, count, text, row = line.rstrip("\n").split("\t")
            page = re.sub(r"\.html(\.gz)?$", "", name.split("/")[-1])
            told = label(gold[page], text)
            if told is None:
                continue
            values.append([float(v) for v in row.split()])
            labels.append(told[0])
            weights.append(told[1] * min(float(count), 60) ** 0.5 + 0.2)
            pages.append(page)
    of_page = collections.Counter()
    for page, weight in zip(pages, weights):
        of_page[page] += weight
    evened = numpy.array([w / of_page[p] ** 0.5 for p, w in zip(pages, weights)])
    return numpy.array(values), numpy.array(labels), evened / evened.mean(), pages


def fit(values, labels, weights, l2):
    odds = numpy.zeros(values.shape[1])
    ridge = numpy.eye(values.shape[1]) * l2
    ridge[0, 0] = 1e-3  # the constant is free
    for _ in range(30):
        p = 1 / (1 + numpy.exp(-numpy.clip(values @ odds, -30, 30)))
        curve = weights * p * (1 - p) + 1e-6
        step = numpy.linalg.solve((values * curve[:, None]).T @ values + ridge, values.T @ (weights * (labels - p)) - ridge @ odds)
        odds += step
        if numpy.abs(step).max() < 1e-4:
            break
    return odds


def cross_validated(values, labels, weights, pages):
    fold = numpy.array([int(hashlib.md5(p.encode()).hexdigest(), 16) % FOLDS for p in pages])
    scores = []
    for k in range(FOLDS):
        odds = fit(values[fold != k], labels[fold != k], weights[fold != k], L2)
        said, right, weight = values[fold == k] @ odds > 0, labels[fold == k] > 0, weights[fold == k]
        scores.append(2 * (weight * (said & right)).sum() / ((weight * said).sum() + (weight * right).sum()))
    return scores


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--features", required=True)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    blocks = read_blocks(args.features, read_gold(args.gold))
    print("%d blocks; F1 by fold:" % len(blocks[1]), " ".join("%.3f" % s for s in cross_validated(*blocks)))
    odds = fit(*blocks[:3], L2)
    source = SOURCE.read_text(encoding="utf-8")
    begin = source.index("kBodyModel = {{") + len("kBodyModel = {{")
    end = source.index("}};", begin)
    names = re.findall(r'\{"([^"]+)"', source[begin:end])
    for name, value in zip(names, odds, strict=True):
        print("%-28s %.2f" % (name, value))
    if args.write:
        rows = "".join('    {"%s", %.2fF},\n' % pair for pair in zip(names, odds))
        SOURCE.write_text(source[:begin] + "\n" + rows + source[end:], encoding="utf-8")


if __name__ == "__main__":
    main()
