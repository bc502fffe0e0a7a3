"""Extracts every page of a folder with one peer and prints what that took.

usage: python_peer.py NAME FOLDER OUT      NAME: resiliparse, trafilatura

OUT gets one JSON object a page: {"page": file name, "text": …}. The last line printed is one JSON object: pages, CPU seconds
of the extraction alone (pages are read and decoded before), pages that gave nothing.
"""
import json
import pathlib
import sys
import time


def extractor(name):
    if name == "resiliparse":
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
        return lambda html: extract_plain_text(HTMLTree.parse(html), main_content=True, alt_texts=False)
    import trafilatura
    return lambda html: trafilatura.extract(html, include_comments=False)


def decoded(raw):
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("windows-1252", errors="replace")


def main():
    name, folder, out = sys.argv[1:]
    pages = [(path.name, decoded(path.read_bytes())) for path in sorted(pathlib.Path(folder).iterdir())]
    extract = extractor(name)
    texts = []
    began = time.process_time()
    for _, html in pages:
        try:
            texts.append(extract(html) or "")
        except Exception:  # a peer's failure on a page is counted as an empty answer
            texts.append("")
    seconds = time.process_time() - began
    with open(out, "w", encoding="utf-8") as file:
        for (page, _), text in zip(pages, texts):
            file.write(json.dumps({"page": page, "text": text}) + "\n")
    print(json.dumps({"pages": len(pages), "seconds": seconds, "empty": sum(not text.strip() for text in texts)}))


if __name__ == "__main__":
    main()
