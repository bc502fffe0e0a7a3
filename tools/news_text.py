#!/usr/bin/env python3
"""The news corpus (JSON lines with title, lede, body) as plain text: a paragraph a line, a blank line behind an article.

usage: zstd -dc news.jsonl.zst | tools/news_text.py | build/release/train_name_types > data/vi/name_types.tsv
"""
import json
import sys

for line in sys.stdin:
    row = json.loads(line)
    for paragraph in [row['title'], row['lede'], *row['body']]:
        if paragraph.strip():
            print(' '.join(paragraph.split()))
    print()
