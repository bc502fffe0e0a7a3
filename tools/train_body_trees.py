#!/usr/bin/env python3
"""Learns data/all/body_trees.tsv: the odds that a block of an HTML page is of its article's body.

usage: dump_body_features PAGES > features.tsv      (a target of CMake; PAGES: the folder of the development set, unpacked)
       train_body_trees.py --features features.tsv --gold GOLD.jsonl [--write FILE] [--folds DIR]

Boosted trees, blocks weighted by the root of their words, pages evened out. A block counts as body if most of its runs of four words stand
in the known body (a link, if all of its words do; a shorter one, if it stands beside the words of its neighbour), or, where only strings are known, if it holds one
of them. Prints the F1 of words of a cross-validation in which no site is in two folds; --folds DIR writes DIR/N/all/body_trees.tsv, the
trees learned without fold N (`machtin read --pack DIR/N` reads with them); --write FILE the trees learned from all.
Needs numpy and lightgbm. Only numbers are kept.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import re
import unicodedata
from urllib.parse import urlparse

import lightgbm
import numpy

INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
FOLDS = 5
ROUNDS = 120
# Trees of more than 32 leaves are left out by src/page/body_trees.cc.
PARAMETERS = dict(objective="binary", num_leaves=16, max_depth=6, learning_rate=0.08, min_data_in_leaf=25, lambda_l2=5, max_bin=127,
                  feature_fraction=0.4, bagging_fraction=0.8, bagging_freq=1, seed=1, num_threads=1, verbose=-1)
SET_WEIGHTS = {"trafilatura": 0.7}  # strings tell less of a page than its whole text
HEADER = """# Trees that give the natural log-odds that a block of an HTML page is of its article's body; the odds of all trees add up.
# From: tools/train_body_trees.py, from pages of the article-extraction-benchmark, fundus, trafilatura and Vietnamese sites (%d pages, %d
# blocks), of which numbers alone are kept. Learned without the site that it is measured on: %s.
# Columns: tree; feature (src/page/body_features.cc); threshold; where to go at or below it; above it: #N, the row N of the tree, the first
# being 0, or the leaf's value.
"""


def clean(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text or "").translate(INVISIBLE)).strip()


def words_of(text):
    return re.findall(r"\w+", clean(text).lower())


def site_of(page):
    host = [part for part in urlparse(page["url"] or "").netloc.lower().split(".") if part not in ("www", "m", "amp", "news")]
    if not host:
        return page["id"]
    second = len(host) >= 3 and host[-2] in ("co", "com", "org", "net", "gov", "edu", "ac")
    return ".".join(host[-3 if second else -2:])


def fold_of(page):
    return int(hashlib.md5(site_of(page).encode()).hexdigest(), 16) % FOLDS


def read_blocks(path):
    """→ names of the features, pages [(id, first block, end)], texts, values"""
    pages, texts, values = [], [], []
    with open(path, encoding="utf-8") as lines:
        names = lines.readline()[1:].rstrip("\n|").split("|")
        for line in lines:
            name, _, text, row = line.rstrip("\n").split("\t")
            page = re.sub(r"\.html(\.gz)?$", "", name.split("/")[-1])
            if not pages or pages[-1][0] != page:
                pages.append([page, len(texts), 0])
            texts.append(text)
            pages[-1][2] = len(texts)
            values.append(numpy.fromiter(map(float, row.split()), dtype=numpy.float32))
    return names, pages, texts, numpy.array(values)


def labels_by_body(body, texts, links):
    """Of each block (is it body, how sure), None where it has no words."""
    known = words_of(body)
    runs = {tuple(known[i:i + 4]) for i in range(max(1, len(known) - 3))}
    line = " %s " % " ".join(known)
    blocks = [words_of(text) for text in texts]
    labels = [None] * len(blocks)
    for i, words in enumerate(blocks):
        if len(words) >= 4:
            own = [tuple(words[k:k + 4]) for k in range(len(words) - 3)]
            stands = sum(run in runs for run in own) * 2 > len(own)
            # The title of another article of a series has most of its words in the text, in another order.
            if links[i] >= 0.8:
                stands = " %s " % " ".join(words) in line
            labels[i] = (float(stands), 1.0)
    for i, words in enumerate(blocks):
        if not words or len(words) >= 4:
            continue
        is_body = lambda k: labels[k] is not None and labels[k][0] == 1
        before = next((blocks[k] for k in range(i - 1, max(-1, i - 8), -1) if is_body(k)), None)
        after = next((blocks[k] for k in range(i + 1, min(len(blocks), i + 8)) if is_body(k)), None)
        joined = [before[-2:] + words] if before else []
        joined += [words + after[:2]] if after else []
        if any(" %s " % " ".join(run) in line for run in joined):
            labels[i] = (1.0, 1.0)
        else:
            beside = any(0 <= k < len(blocks) and is_body(k) for k in (i - 1, i + 1))
            labels[i] = (0.0, 0.3 if beside and " %s " % " ".join(words) in line else 1.0)
    return labels


def label_by_strings(page, text):
    text = clean(text)
    if text and any(s and (s in text or (len(text) > 20 and text in s)) for s in map(clean, page["with"])):
        return 1.0, 2.0
    return (0.0, 2.0) if text and any(s and s in text for s in map(clean, page["without"])) else None


def labelled(gold, pages, texts, words, links):
    labels, weights = numpy.full(len(texts), numpy.nan), numpy.zeros(len(texts))
    for name, begin, end in pages:
        page = gold[name]
        told = labels_by_body(page["body"], texts[begin:end], links[begin:end]) if "body" in page else [label_by_strings(page, t) for t in texts[begin:end]]
        for i, label in enumerate(told, begin):
            if label is not None:
                labels[i] = label[0]
                weights[i] = label[1] * (min(words[i], 80) + 3) ** 0.5
        whole = weights[begin:end].sum()
        if whole > 0:
            weights[begin:end] *= SET_WEIGHTS.get(page["set"], 1.0) / whole ** 0.5
    return labels, weights * (weights > 0).sum() / weights.sum()


def train(values, labels, weights):
    told = weights > 0
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(values[told], labels[told], weight=weights[told]), ROUNDS)


def rows_of(model, names):
    for number, tree in enumerate(model.dump_model()["tree_info"], 1):
        nodes = [tree["tree_structure"]]
        if "split_feature" not in nodes[0]:
            continue
        for node in nodes:  # grows
            nodes.extend(node[side] for side in ("left_child", "right_child") if "split_feature" in node[side])
        place = {id(node): i for i, node in enumerate(nodes)}
        for node in nodes:
            sides = ["#%d" % place[id(n)] if "split_feature" in n else "%.4g" % n["leaf_value"] for n in (node["left_child"], node["right_child"])]
            yield "%d\t%s\t%.6g\t%s\n" % (number, names[node["split_feature"]], node["threshold"], "\t".join(sides))


def f1(taken, labels, words):
    right = (words * taken * (labels > 0)).sum()
    return 2 * right / max(1, (words * taken).sum() + (words * (labels > 0)).sum())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--features", required=True)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--write", type=pathlib.Path)
    parser.add_argument("--folds", type=pathlib.Path)
    args = parser.parse_args()
    with open(args.gold, encoding="utf-8") as lines:
        gold = {page["id"]: page for page in map(json.loads, lines)}
    names, pages, texts, values = read_blocks(args.features)
    words = values[:, names.index("words")]
    labels, weights = labelled(gold, pages, texts, words, values[:, names.index("link share")])
    fold = numpy.concatenate([numpy.full(end - begin, fold_of(gold[name])) for name, begin, end in pages])
    likely = numpy.zeros(len(texts))
    for k in range(FOLDS):
        model = train(values[fold != k], labels[fold != k], weights[fold != k])
        likely[fold == k] = model.predict(values[fold == k])
        if args.folds:
            path = args.folds / str(k) / "all" / "body_trees.tsv"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join("!\t%d\n" % (tree + 1) for tree in range(ROUNDS)) + "".join(rows_of(model, names)), encoding="utf-8")
    by_set = collections.defaultdict(list)
    for name, begin, end in pages:
        if weights[begin:end].any():
            told = weights[begin:end] > 0
            by_set[gold[name]["set"]].append(f1(likely[begin:end][told] > 0.5, labels[begin:end][told], words[begin:end][told]))
    scores = ", ".join("%s %.3f" % (name, sum(of) / len(of)) for name, of in sorted(by_set.items()))
    print("F1 of words, mean of pages, no site in two folds: %s" % scores)
    if args.write:
        model = train(values, labels, weights)
        rows = "".join(rows_of(model, names))
        args.write.write_text(HEADER % (len(pages), (weights > 0).sum(), scores) + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
