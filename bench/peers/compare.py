#!/usr/bin/env python3
"""Pages a second of machtin and its peers, on the same pages, one after another on one core, their answers checked.

usage: compare.py --machtin PATH --pages FOLDER [--gold FILE] [--core N] [--only NAME …] [--rounds N]

FOLDER holds pages, one a file, plain or .gz. FILE holds one JSON object a page: `id` (the file's name without .html or
.html.gz) and `body`, its text: then each row has also the mean F1 of the words of its answers. bench/peers/setup installs the
peers. Times are CPU seconds, so that what else the machine does counts little. machtin's are those of the whole process: start-up,
reading files, finding articles and dates, writing all of the JSON. A peer's are those of extracting alone: imports,
reading and decoding are not counted. Each is run N times (3) in turns and the best of them counts.
"""
import argparse
import collections
import gzip
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BUILT = HERE.parent.parent / "build" / "peers"


def commands(machtin):
    """name → command line, before FOLDER and OUT."""
    python, rust = BUILT / "python/bin/python", BUILT / "rust/release/peers"
    found = {"machtin": [machtin]}
    for name in ("resiliparse", "trafilatura"):
        found[name] = [python, HERE / "python_peer.py", name] if python.exists() else None
    for name in ("dom_smoothie", "trafilatura-crate", "rs-trafilatura"):
        peer = {"trafilatura-crate": "trafilatura", "rs-trafilatura": "rs_trafilatura"}.get(name, name)
        found[name] = [rust, peer] if rust.exists() else None
    return found


def run_machtin(binary, folder, out):
    """{page: text of the main article}, and seconds of the whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(out, "wb") as file:
        subprocess.run([binary, "read", "--jobs", "1", folder], stdout=file, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    texts = {}
    with open(out, encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            main = next((a for a in page["articles"] if a["role"] == "main"), None)
            text = "\n".join(filter(None, [main["lede"], *main["paragraphs"]])) if main else ""
            texts[pathlib.Path(page["input"]).name] = text
    return texts, seconds


def run_peer(command, folder, out):
    done = subprocess.run([*command, folder, out], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return None, done.stderr.strip().splitlines()[-1:] or ["failed"]
    with open(out, encoding="utf-8") as lines:
        texts = {row["page"]: row["text"] for row in map(json.loads, lines)}
    return texts, json.loads(done.stdout.strip().splitlines()[-1])["seconds"]


def words(text):
    return collections.Counter(re.findall(r"\w+", text))


def mean_f1(texts, gold):
    scores = []
    for page, body in gold.items():
        want, got = words(body), words(texts.get(page, ""))
        same = sum((want & got).values())
        scores.append(2 * same / (want.total() + got.total()) if want or got else 1.0)
    return sum(scores) / len(scores)


def unpack(source, target):
    for path in sorted(source.iterdir()):
        raw = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
        (target / (path.name.removesuffix(".gz"))).write_bytes(raw)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--machtin", required=True, type=pathlib.Path)
    parser.add_argument("--pages", required=True, type=pathlib.Path)
    parser.add_argument("--gold", type=pathlib.Path)
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    os.sched_setaffinity(0, {args.core})
    with tempfile.TemporaryDirectory() as scratch:
        folder, out = pathlib.Path(scratch) / "pages", pathlib.Path(scratch) / "out"
        folder.mkdir()
        unpack(args.pages, folder)
        size = sum(path.stat().st_size for path in folder.iterdir())
        gold = {}
        if args.gold:
            for row in map(json.loads, args.gold.open(encoding="utf-8")):
                if row.get("body"):
                    gold[row["id"] + ".html"] = row["body"]
        best, answers = {}, {}
        chosen = {n: c for n, c in commands(args.machtin.resolve()).items() if not args.only or n in args.only}
        for _ in range(args.rounds):
            for name, command in chosen.items():
                if command is None:
                    continue
                texts, seconds = run_machtin(command[0], folder, out) if name == "machtin" else run_peer(command, folder, out)
                if texts is None:
                    print(f"{name}: {seconds}", file=sys.stderr)
                    continue
                answers[name] = texts
                best[name] = min(best.get(name, seconds), seconds)
        count = len(list(folder.iterdir()))
        rows = []
        print(f"{count} pages, {size / 1e6:.1f} MB, core {args.core}")
        print(f"{'':20} {'pages/s':>9} {'MB/s':>7} {'empty':>6}" + ("      F1" if gold else ""))
        for name in chosen:
            if name not in best:
                print(f"{name:20} not measured")
                continue
            seconds = best[name]
            texts = answers[name]
            row = {"name": name, "pages_per_s": count / seconds, "mb_per_s": size / 1e6 / seconds,
                   "empty": count - sum(bool(t.strip()) for t in texts.values())}
            if gold:
                row["f1"] = mean_f1(texts, gold)
            rows.append(row)
            print(f"{name:20} {row['pages_per_s']:9.1f} {row['mb_per_s']:7.1f} {row['empty']:6}"
                  + (f"  {row['f1']:.4f}" if gold else ""))
        print(json.dumps(rows))


if __name__ == "__main__":
    main()
