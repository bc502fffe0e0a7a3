#!/usr/bin/env python3
"""Scores whom `machtin facts` takes words like "ông" and "nước này" to stand for, in marked passages.

usage: score_anaphors.py [--machtin PATH] [--file tests/entities/anaphors.txt] [--errors]

The file marks [word=Name]; [word=Name|Name] stands for two, [word=] for nobody, since the text does not settle it. A marked word is
right where the entities that have it among their anaphors or mentions are those that are called by the names.
The last line is one JSON object.
"""
import argparse
import json
import os
import re
import subprocess

MARK = re.compile(r'\[([^\[\]=]+)=([^\[\]]*)\]')


def parse(line):
    text, words, at = '', [], 0
    for mark in MARK.finditer(line):
        text += line[at:mark.start()]
        words.append((len(text), len(text) + len(mark.group(1)), [n for n in mark.group(2).split('|') if n]))
        text += mark.group(1)
        at = mark.end()
    return text + line[at:], words


def meant(row, text, begin, end):
    """The entities, each as the set of what it is called, that have the word among their mentions or anaphors."""
    found = []
    for entity in row['entities']:
        spans = entity['mentions'] + entity.get('anaphors', [])
        if any(s[0] < end and begin < s[1] for s in spans):
            called = {row['text'][s[0]:s[1]] for s in entity['mentions']} | {entity['name']}
            found.append(called)
    return found


def is_right(called, names):
    return len(called) == len(names) and all(any(n in c for c in called) for n in names)


def main():
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    ap = argparse.ArgumentParser()
    ap.add_argument('--machtin', default=os.path.join(here, 'build/release/machtin'))
    ap.add_argument('--file', default=os.path.join(here, 'tests/entities/anaphors.txt'))
    ap.add_argument('--errors', action='store_true')
    args = ap.parse_args()
    with open(args.file, encoding='utf-8') as file:
        rows = [parse(line.rstrip('\n')) for line in file if line.strip() and line[0] != '#']
    lines = ''.join(json.dumps({'title': '', 'body': t.replace(' ¶ ', '\n\n')}, ensure_ascii=False) + '\n' for t, _ in rows)
    out = subprocess.run([args.machtin, 'facts', '-', '--as', 'jsonl'], input=lines.encode(), stdout=subprocess.PIPE)
    right = wrong = missed = total = 0
    for (text, words), line in zip(rows, out.stdout.decode().splitlines()):
        row = json.loads(line)
        shift = row['text'].find(text[:20])
        for begin, end, names in words:
            total += 1
            called = meant(row, text, begin + shift, end + shift)
            if is_right(called, names):
                right += 1
                continue
            missed += not called
            wrong += bool(called)
            if args.errors:
                print(f'{text}\n    {text[begin:end]}: {names}, found {[sorted(c) for c in called]}')
    print(json.dumps({'passages': len(rows), 'words': total, 'right': right, 'wrong': wrong, 'missed': missed}))


if __name__ == '__main__':
    main()
