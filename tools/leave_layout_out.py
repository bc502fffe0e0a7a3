#!/usr/bin/env python3
"""How well `machtin read` takes pages apart whose layout no table knows.

  leave_layout_out.py --machtin PATH --shared DIR [--strict]

DIR: the folder with data/pages (ID.txt, gold.jsonl) and eval/pages.py. For each layout ("template") the rows of the layout tables
(headings, furniture, words of both, link labels, credits, genre tags, publishers) that its pages use and no other layout's do are
taken away with --pack, and its pages are read so. --strict takes away all rows that its pages use, others' too. The line model needs no new
training: it is learned from invented layouts alone (tools/compose_pages.py), from none of these pages. Prints a row a layout, and
the mean over pages as JSON.
"""
import argparse
import importlib.util
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
PHRASES = ("headings", "furniture", "link_labels", "credits", "genre_tags", "publishers")
WORDS = ("heading_words", "furniture_words")
FIGURES = ("line_accuracy", "line_macro_f1", "body_exact", "body_f1", "teasers_f1", "captions_f1", "conserved", "title")


def words(text):
    text = unicodedata.normalize("NFC", text).casefold()
    return ["#" if w[0].isdigit() else w for w in re.findall(r"#|\w+", text)]


def rows(code, name):
    path = DATA / code / f"{name}.tsv"
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if line and not line.startswith("#")]


def printed(golds):
    """What a layout prints beside the articles' text: whole lines, and what lines have beside the part that has a role."""
    lines = set()
    for gold in golds:
        for line in gold["lines"]:
            if line["role"] in ("dropped", "byline"):
                lines.add(" ".join(words(line["text"])))
            if "line" in line:
                lines.add(" ".join(words(line["line"].replace(line["text"], " "))))
    return lines


def used(lines):
    """(code, table, row) for each row that stands in the lines."""
    padded = [f" {line} " for line in lines]
    single = {w for line in lines if len(line.split()) <= 12 for w in line.split()}
    found = set()
    for code in ("vi", "en"):
        for name in PHRASES:
            for row in rows(code, name):
                key = " ".join(words(row))
                if key and any(f" {key} " in line for line in padded):
                    found.add((code, name, row))
        for name in WORDS:
            found |= {(code, name, row) for row in rows(code, name) if " ".join(words(row)) in single}
    return found


def write_overlay(folder, gone):
    for code, name, row in sorted(gone):
        path = pathlib.Path(folder) / code / f"{name}.tsv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "a", encoding="utf-8") as out:
            out.write(f"!\t{row}\n")


def read(machtin, overlay, files):
    done = subprocess.run([machtin, "read", *files, "--pack", overlay], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    pages = [json.loads(line) for line in done.stdout.split("\n") if line]
    return {pathlib.Path(page["input"]).name: page for page in pages}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--machtin", required=True)
    parser.add_argument("--shared", required=True, type=pathlib.Path)
    parser.add_argument("--strict", action="store_true")
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("pages", args.shared / "eval" / "pages.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    data = args.shared / "data" / "pages"
    golds = [json.loads(line) for line in open(data / "gold.jsonl", encoding="utf-8")]
    layouts = sorted({gold["template"] for gold in golds})
    by_layout = {layout: [gold for gold in golds if gold["template"] == layout] for layout in layouts}
    rows_of = {layout: used(printed(by_layout[layout])) for layout in layouts}
    print(f"{'layout':<12} {'rows':>5} " + " ".join(f"{name:>13}" for name in FIGURES))
    scored = []
    for layout in layouts:
        others = set().union(*(rows_of[other] for other in layouts if other != layout))
        gone = rows_of[layout] if args.strict else rows_of[layout] - others
        with tempfile.TemporaryDirectory() as overlay:
            write_overlay(overlay, gone)
            pages = read(args.machtin, overlay, [str(data / gold["file"]) for gold in by_layout[layout]])
        part = [(gold, scorer.score(gold, pages.get(gold["file"], {}))) for gold in by_layout[layout]]
        scored += part
        total = scorer.totals(*zip(*part))
        print(f"{layout:<12} {len(gone):>5} " + " ".join(f"{total[name]:>13.4f}" for name in FIGURES))
    total = scorer.totals(*zip(*scored))
    print(json.dumps({name: total[name] for name in FIGURES}))


if __name__ == "__main__":
    sys.exit(main())
