"""One peer that segments Vietnamese: words_peer.py NAME IN OUT PASSES SIGNS.

Writes the lines of IN with the syllables of a word joined by _, and prints the CPU seconds of the best pass. SIGNS: "apart" where the
lines have their signs apart from words already, else "together".
"""
import pathlib
import re
import sys
import time


def rdrsegmenter():
    from python_rdrsegmenter.rdrsegmenter import load_segmenter

    segmenter = load_segmenter("-Xmx1g")
    return segmenter.tokenizer


def pyvi():
    from pyvi import ViTokenizer

    return ViTokenizer.tokenize


def underthesea():
    from underthesea import word_tokenize

    return lambda line: word_tokenize(line, format="text")


def tokens_apart(line):
    """RDRsegmenter takes lines whose signs stand apart."""
    return re.sub(r"\s+", " ", re.sub(r"((?<!\d)[.,:/%-]|[.,:/%-](?!\d)|[^\w\s.,:/%-])", r" \1 ", line)).strip()


def main():
    name, source, out, passes, signs = sys.argv[1:]
    segment = {"rdrsegmenter": rdrsegmenter, "pyvi": pyvi, "underthesea": underthesea}[name]()
    lines = pathlib.Path(source).read_text(encoding="utf-8").split("\n")[:-1]
    given = [tokens_apart(line) for line in lines] if name == "rdrsegmenter" and signs != "apart" else lines
    best = float("inf")
    for _ in range(int(passes)):
        begin = time.process_time()
        answers = [segment(line) if line.strip() else "" for line in given]
        best = min(best, time.process_time() - begin)
    pathlib.Path(out).write_text("".join(answer + "\n" for answer in answers), encoding="utf-8")
    print(best)


main()
