#!/usr/bin/env python3
"""Scores the people, organizations and places that `machtin facts` finds in marked sentences.

usage: score_entities.py [--machtin PATH] [--file tests/entities/vi.txt] [--half tune|blind|all] [--errors N]

The file marks names as [p …], [o …], [l …] (people, organizations, places with countries) and [x …] (neither right nor wrong).
A found mention is right where it overlaps a marked one of its type; each counts once. Of mentions inside one another the
outermost counts ("outer"); "all" counts every one, so that offices told as people and places inside organizations cost precision.
The last line is one JSON object.
"""
import argparse
import collections
import json
import os
import re
import subprocess

TYPES = {'person': 'p', 'organization': 'o', 'place': 'l', 'country': 'l'}
NAMES = {'p': 'person', 'o': 'organization', 'l': 'place'}
MARK = re.compile(r'\[([polx]) ([^\[\]]*)\]')


def parse(line):
    text, spans, at = '', [], 0
    for mark in MARK.finditer(line):
        text += line[at:mark.start()]
        spans.append((len(text), len(text) + len(mark.group(2)), mark.group(1)))
        text += mark.group(2)
        at = mark.end()
    return text + line[at:], spans


def sentences(path, half):
    register, number = '', 0
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if line.startswith('## '):
            register, number = line[3:], 0
        elif line and not line.startswith('#'):
            blind = number % 2 == 1
            number += 1
            if half == 'all' or blind == (half == 'blind'):
                yield (register, *parse(line))


def found(machtin, texts):
    lines = ''.join(json.dumps({'title': '', 'body': t}, ensure_ascii=False) + '\n' for t in texts)
    out = subprocess.run([machtin, 'facts', '-', '--as', 'jsonl'], input=lines.encode(), stdout=subprocess.PIPE).stdout
    for text, line in zip(texts, out.decode().splitlines()):
        row = json.loads(line)
        shift = row['text'].find(text)
        yield sorted({(m[0] - shift, m[1] - shift, TYPES[e['type']])
                      for e in row['entities'] if e['type'] in TYPES for m in e['mentions']})


def outermost(spans):
    return [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] and o[1] - o[0] > s[1] - s[0] for o in spans)]


def match(gold, pred):
    pairs, used = {}, set()
    candidates = sorted((-(min(g[1], p[1]) - max(g[0], p[0])), i, j) for i, g in enumerate(gold) for j, p in enumerate(pred)
                        if g[2] == p[2] and g[0] < p[1] and p[0] < g[1])
    for _, i, j in candidates:
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def score(rows, predictions, reduce):
    counts, errors = collections.defaultdict(lambda: [0, 0, 0]), []
    for (register, text, spans), pred in zip(rows, predictions):
        gold = [s for s in spans if s[2] != 'x']
        free = [s for s in spans if s[2] == 'x']
        pred = reduce(pred)
        pairs = match(gold, pred)
        used = set(pairs.values())
        pred_kept = [p for j, p in enumerate(pred)
                     if j in used or not any(p[0] < f[1] and f[0] < p[1] for f in free)]
        for key in ('all', register):
            counts[key][0] += len(pairs)
            counts[key][1] += len(pred_kept)
            counts[key][2] += len(gold)
        for kind in NAMES:
            counts[NAMES[kind]][0] += sum(gold[i][2] == kind for i in pairs)
            counts[NAMES[kind]][1] += sum(p[2] == kind for p in pred_kept)
            counts[NAMES[kind]][2] += sum(g[2] == kind for g in gold)
        missed = [(g[2], text[g[0]:g[1]]) for i, g in enumerate(gold) if i not in pairs]
        wrong = [(p[2], text[p[0]:p[1]]) for p in pred_kept if p not in [pred[j] for j in used]]
        if missed or wrong:
            errors.append((register, text, missed, wrong))
    return counts, errors


def f1(c):
    p, r = c[0] / c[1] if c[1] else 0.0, c[0] / c[2] if c[2] else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def main():
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    ap = argparse.ArgumentParser()
    ap.add_argument('--machtin', default=os.path.join(here, 'build/release/machtin'))
    ap.add_argument('--file', default=os.path.join(here, 'tests/entities/vi.txt'))
    ap.add_argument('--half', default='all', choices=['all', 'tune', 'blind'])
    ap.add_argument('--errors', type=int, default=0)
    args = ap.parse_args()
    rows = list(sentences(args.file, args.half))
    predictions = list(found(args.machtin, [r[1] for r in rows]))
    result = {'sentences': len(rows)}
    for name, reduce in (('outer', outermost), ('all', list)):
        counts, errors = score(rows, predictions, reduce)
        if name == 'outer':
            for register, text, missed, wrong in errors[:args.errors]:
                print(f'{register}: {text}\n    missed {missed}  wrong {wrong}')
            for key, c in counts.items():
                print(f'{key:24}' + ' '.join(f'{v * 100:6.1f}' for v in f1(c)) + f'  gold {c[2]}')
        result[name] = dict(zip(('p', 'r', 'f1'), (round(v, 4) for v in f1(counts['all']))))
        for kind in NAMES.values():
            result[name][kind] = round(f1(counts[kind])[2], 4)
    print(json.dumps(result))


if __name__ == '__main__':
    main()
