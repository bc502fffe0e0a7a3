#!/usr/bin/env python3
"""Makes a --pack folder that takes a random share of the rows of the layout tables away, for training without them.

  thin_tables.py OUT --share 0.5 --seed 1
"""
import argparse
import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
TABLES = ("headings", "heading_words", "furniture", "furniture_words", "link_labels", "publishers")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--share", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    draw = random.Random(args.seed)
    for code in ("vi", "en"):
        (args.out / code).mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            rows = (DATA / code / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
            keys = sorted({row.split("\t")[0] for row in rows if row and not row.startswith("#")})
            gone = [key for key in keys if draw.random() < args.share]
            (args.out / code / f"{name}.tsv").write_text("".join(f"!\t{key}\n" for key in gone), encoding="utf-8")


if __name__ == "__main__":
    main()
