#!/usr/bin/env python3
"""Syllables a second of machtin's times and numbers and of its peers' times, on the same articles, on one core, in one run.

usage: times.py --bench PATH --articles FILE [--core N] [--rounds N] [--dateparser N]

PATH is build/release/times_bench. FILE holds one JSON object an article: `text` (or `title` and `body`) and `published`; one without a day counts as of 1 January 2020.
bench/peers/setup installs the peers: HeidelTime 2.2.1 with its Vietnamese rules and its tokenizer for all languages, and dateparser's
search_dates, which is given the first N articles only (20), as it is slow. All figures are CPU seconds of the work alone, warm:
reading, start-up and one pass before the measured one are not counted, nor is splitting into tokens and sentences for machtin,
which `facts` does once for all that it finds; HeidelTime's own tokens are counted. Each is run N times (3), the best counts.
A syllable is what stands between spaces and has a letter or a digit.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
BUILT = HERE.parent.parent / "build" / "peers"


def read_articles(path):
    articles = []
    for row in map(json.loads, path.open(encoding="utf-8")):
        body = row.get("text") or row.get("body") or ""
        text = "\n\n".join(body) if isinstance(body, list) else body
        if not row.get("text") and row.get("title"):
            text = row["title"] + "\n\n" + text
        articles.append(((row.get("published") or "2020-01-01")[:10], text))
    return articles


def syllables(texts):
    return sum(1 for text in texts for word in text.split() if re.search(r"\w", word))


def machtin_seconds(bench, articles, folder):
    """CPU seconds of one pass over all of the text."""
    path = folder / "text"
    path.write_text("\n\n".join(text for _, text in articles), encoding="utf-8")
    done = subprocess.run([bench, "--benchmark_filter=times_and_numbers$", "--benchmark_format=json"], check=True,
                          capture_output=True, text=True, env={**os.environ, "MACHTIN_BENCH_TEXT": str(path)})
    row = json.loads(done.stdout)["benchmarks"][0]
    return row["cpu_time"] / 1e3  # milliseconds


def heideltime_seconds(articles, folder):
    if not (BUILT / "java/HeidelTimePeer.class").exists():
        return None, 0
    given, answers = folder / "in.tsv", folder / "out"
    given.write_text("".join(day + "\t" + " ".join(text.split()) + "\n" for day, text in articles), encoding="utf-8")
    classes = f"{BUILT}/java/*:{BUILT}/java"
    done = subprocess.run(["java", "-cp", classes, "HeidelTimePeer", given, answers, HERE / "java/config.props"], check=True,
                          capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])["seconds"], answers.read_text(encoding="utf-8").count("<TIMEX3 ")


DATEPARSER = """
import datetime, json, sys, time
from dateparser.search import search_dates
rows = json.load(open(sys.argv[1], encoding="utf-8"))
def find(day, text):
    base = datetime.datetime.fromisoformat(day)
    return search_dates(text, languages=["vi"], settings={"RELATIVE_BASE": base}) or []
find(*rows[0])
began = time.process_time()
found = sum(len(find(*row)) for row in rows)
print(json.dumps([time.process_time() - began, found]))
"""


def dateparser_seconds(articles, folder):
    python, path = BUILT / "python/bin/python", folder / "articles.json"
    path.write_text(json.dumps(articles), encoding="utf-8")
    done = subprocess.run([python, "-W", "ignore", "-c", DATEPARSER, path], capture_output=True, text=True, check=False) \
        if python.exists() else None
    if done is None or done.returncode != 0:
        return None, 0
    return tuple(json.loads(done.stdout.splitlines()[-1]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True, type=pathlib.Path)
    parser.add_argument("--articles", required=True, type=pathlib.Path)
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--dateparser", type=int, default=20)
    args = parser.parse_args()
    os.sched_setaffinity(0, {args.core})
    articles = read_articles(args.articles)
    few = articles[:args.dateparser]
    rates = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        count, count_few = syllables(t for _, t in articles), syllables(t for _, t in few)
        print(f"{len(articles)} articles, {count} syllables, core {args.core}, {time.strftime('%Y-%m-%d')}")
        for _ in range(args.rounds):
            seconds = machtin_seconds(args.bench.resolve(), articles, folder)
            rates["machtin"] = max(rates.get("machtin", 0), count / seconds)
            seconds, found = heideltime_seconds(articles, folder)
            if seconds:
                rates["HeidelTime 2.2.1"] = max(rates.get("HeidelTime 2.2.1", 0), count / seconds)
        seconds, found_few = dateparser_seconds(few, folder) if few else (None, 0)
        if seconds:
            rates["dateparser 1.2.0"] = count_few / seconds
    for name in ("machtin", "HeidelTime 2.2.1", "dateparser 1.2.0"):
        if name not in rates:
            print(f"{name:18} not measured")
            continue
        print(f"{name:18} {rates[name]:12.0f} syllables/s   {rates['machtin'] / rates[name]:8.1f} times as long as machtin")
    print(f"HeidelTime found {found} expressions; dateparser {found_few} in {len(few)} articles", file=sys.stderr)
    print(json.dumps(rates))


if __name__ == "__main__":
    main()
