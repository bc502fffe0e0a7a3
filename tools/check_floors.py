#!/usr/bin/env python3
"""Runs the scorers of ../shared/eval, prints their figures and holds them against the floors of tests/floors.tsv.

usage: check_floors.py --machtin PATH --shared DIR [--only NAME …]

Exit status 1 if a figure is below its floor, or a scorer failed.
"""
import argparse
import csv
import json
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def scorers(shared):
    """name → command line after --machtin PATH."""
    data = shared / "data"
    return {
        "seeds": ["seeds.py", "--seeds", shared / "seeds"],
        "pages": ["pages.py", "--data", data / "pages"],
        "extraction": ["extraction.py", "--data", data / "html"],
        "times": ["times.py", "--data", data / "times", "--seeds", shared / "seeds"],
        "events": ["events.py", "--data", data / "events"],
        "stories": ["stories.py", "--data", data / "stories"],
        "stories-distractors": ["stories.py", "--data", data / "stories", "--distractors", "3000"],
        "words": ["words.py", "--data", data / "words", "--tags"],
    }


def figure(result, path):
    """The number at a path such as `grouping.bcubed.f1`; a list [good, of] counts as its first member."""
    for part in path.split("."):
        result = result[int(part)] if isinstance(result, list) else result[part]
    return result[0] if isinstance(result, list) else result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--machtin", required=True, type=pathlib.Path)
    parser.add_argument("--shared", required=True, type=pathlib.Path)
    parser.add_argument("--only", nargs="*")
    args = parser.parse_args()
    with open(ROOT / "tests" / "floors.tsv", encoding="utf-8") as lines:
        floors = list(csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    below = 0
    for unknown in {row[0] for row in floors} - scorers(args.shared).keys():
        sys.exit(f"check_floors.py: tests/floors.tsv names {unknown}, which is no scorer")
    for name, command in scorers(args.shared.resolve()).items():
        if args.only and name not in args.only:
            continue
        began = time.monotonic()
        script = args.shared.resolve() / "eval" / command[0]
        done = subprocess.run([sys.executable, str(script), "--machtin", str(args.machtin.resolve()), *map(str, command[1:])],
                              capture_output=True, text=True)
        took = time.monotonic() - began
        if done.returncode != 0:
            print(f"{name}: exit status {done.returncode}\n{done.stderr[-2000:]}")
            below += 1
            continue
        try:
            result = json.loads(done.stdout.strip().splitlines()[-1])
        except (IndexError, ValueError):
            print(f"{name}: printed no result\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
            below += 1
            continue
        print(f"{name} ({took:.1f} s)")
        for scorer, path, floor in floors:
            if scorer != name:
                continue
            value = figure(result, path)
            good = value >= float(floor)
            below += not good
            print(f"  {path:40} {value:10.4f}  floor {floor}{'' if good else '  BELOW'}")
    print("floors: kept" if below == 0 else f"floors: {below} below")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
