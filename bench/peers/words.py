#!/usr/bin/env python3
"""Syllables a second of `machtin words` and its peers, on the same lines, one after another on one core, their answers checked.

usage: words.py --machtin PATH --text FILE [--gold FILE] [--core N] [--only NAME …] [--passes N] [--times N]

FILE holds lines of running text; the gold file the same lines with the syllables of a word joined by _, with or without /TAG. With it
each row has the F1 of its words, else how far its words agree with machtin's. bench/peers/setup installs the peers. Times are CPU
seconds, so that what else the machine does counts little. machtin's are those of the whole process, start-up included, on the text
N times over (--times, 32), as one pass is too short to take; a peer's are those of segmenting alone, the best of N passes
(--passes, 3): imports, models and what a virtual machine compiles first are not counted.
"""
import argparse
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = HERE.parent.parent / "build/peers/python/bin/python"
PEERS = ("rdrsegmenter", "pyvi", "underthesea")


def lines_of(path):
    return pathlib.Path(path).read_text(encoding="utf-8").split("\n")[:-1]


def spans(line):
    """{(start, end)} of the words, counted without white space and underscores."""
    found, at = set(), 0
    for word in line.split():
        size = len(word.replace("_", ""))
        if size:
            found.add((at, at + size))
        at += size
    return found


def without_tags(line):
    return " ".join(re.sub(r"(?<=.)/[A-Z]+$", "", word) for word in line.split())


def f1(answers, gold):
    right = found = wanted = 0
    for answer, line in zip(answers, gold):
        a, g = spans(answer), spans(line)
        right, found, wanted = right + len(a & g), found + len(a), wanted + len(g)
    return 2 * right / (found + wanted) if found + wanted else 0.0


def run_machtin(binary, text, times, folder):
    """Answers, and CPU seconds of one pass."""
    many = folder / "many.txt"
    many.write_text("".join(line + "\n" for line in text) * times, encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([binary, "words", "--jobs", "1", many], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout.decode().split("\n")[: len(text)], seconds / times


def run_peer(name, path, gold, passes, folder):
    out, signs = folder / f"{name}.txt", "together"
    if name == "rdrsegmenter" and gold:  # which signs stand apart is no work of its own: it gets the gold file's
        path, signs = folder / "apart.txt", "apart"
        path.write_text("".join(line.replace("_", " ") + "\n" for line in gold), encoding="utf-8")
    command = [PYTHON, HERE / "words_peer.py", name, path, out, str(passes), signs]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return None, (done.stderr.strip().splitlines() or ["failed"])[-1]
    return lines_of(out), float(done.stdout.split()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--machtin", required=True)
    parser.add_argument("--text", required=True)
    parser.add_argument("--gold")
    parser.add_argument("--core", type=int)
    parser.add_argument("--only", action="append", choices=("machtin", *PEERS))
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--times", type=int, default=32)
    options = parser.parse_args()
    if options.core is not None:
        os.sched_setaffinity(0, {options.core})
    text = lines_of(options.text)
    syllables = sum(len(line.split()) for line in text)
    gold = [without_tags(line) for line in lines_of(options.gold)] if options.gold else None
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        ours, seconds = run_machtin(options.machtin, text, options.times, folder)
        rows.append(("machtin", seconds, f1(ours, gold or ours)))
        for name in PEERS:
            if options.only and name not in options.only:
                continue
            answers, spent = run_peer(name, options.text, gold, options.passes, folder) if PYTHON.exists() else (None, "not installed")
            if answers is None:
                print(f"{name}: left out: {spent}", file=sys.stderr)
            else:
                rows.append((name, spent, f1(answers, gold or ours)))
    print(f"{len(text)} lines, {syllables} syllables")
    print(f"{'':14}{'syllables/s':>14}{'machtin is':>14}{'F1' if gold else 'agrees':>9}")
    for name, spent, score in rows:
        print(f"{name:14}{syllables / spent:14,.0f}{spent / rows[0][1]:13.1f}x{score:9.4f}")


if __name__ == "__main__":
    main()
