#!/usr/bin/env python3
"""Sets news articles into invented page layouts, so that the role of every line is known: what tools/train_line_weights.cc learns
from, and a blind test for `machtin read`.

  compose_pages.py NEWS.jsonl OUT --pages N --seed S [--part train|test] [--articles train|test]

NEWS.jsonl: one article a line with "title", "lede", "body" (a sentence an entry) and "captions". OUT gets ID.txt, ID.roles (a state
of the line model for each line that is not blank) and gold.jsonl, which a scorer of pages reads. A layout draws its order, its
signs and its wordings (tools/layout_wordings.tsv) once; the pages of a layout differ as pages of a site do. `--part` parts layouts,
wordings and habits: a quarter of the wordings and some of the habits stand in test layouts alone. Nothing of the text goes into
the project; the weights learned from it do.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import re
import textwrap
import zlib

HERE = pathlib.Path(__file__).resolve().parent
CREDIT = re.compile(r"[\s(\-–/|.]*(ảnh|nguồn|nguồn ảnh|photo|video|hình|đồ họa|clip)(\s+minh họa)?\s*:.*$", re.I)
SLUG = re.compile(r"^\s*(\([^)]{2,14}\)|[A-ZĐ]{2,8}|[\w.]+\.(?:vn|net|com))\s*[-–]\s*")


def wordings():
    kinds = collections.defaultdict(list)
    for line in open(HERE / "layout_wordings.tsv", encoding="utf-8"):
        if line.startswith("#") or "\t" not in line:
            continue
        kind, wording = line.rstrip("\n").split("\t")
        kinds[kind].append(wording)
    return kinds


def held_out(text):
    return zlib.crc32(text.encode()) % 4 == 0


def words_of(text):
    return " ".join(re.findall(r"\w+", text.casefold()))


class Source:
    """Articles with their parts cleaned, and an index by rare words of the title."""

    def __init__(self, path, part, most):
        self.articles, self.index = [], collections.defaultdict(list)
        for line in open(path, encoding="utf-8"):
            row = json.loads(line)
            if (zlib.crc32(("a" + row["id"]).encode()) % 5 == 0) != (part == "test"):
                continue
            article = self.cleaned(row)
            if article:
                self.articles.append(article)
            if len(self.articles) >= most:
                break
        counts = collections.Counter(w for a in self.articles for w in a["words"])
        for n, a in enumerate(self.articles):
            for w in a["words"]:
                if 2 <= counts[w] <= 40:
                    self.index[w].append(n)

    @staticmethod
    def cleaned(row):
        lede = SLUG.sub("", row["lede"]).strip()
        body = [s.strip() for s in row["body"] if s.strip()]
        while body and not re.search(r"[.!?…\"”)]$", body[-1]):
            body.pop()
        body = [s for s in body if not re.search(r"(Ảnh|ảnh|Nguồn|Video|Clip)\s*:", s)]
        captions = [c for c in (CREDIT.sub("", c).strip(" .-") for c in row["captions"]) if 3 <= len(c.split()) <= 45]
        told, once = {words_of(c) for c in captions} | {words_of(lede), words_of(row["title"])}, []
        for sentence in body:
            if words_of(sentence) not in told or len(sentence.split()) < 4:
                once.append(sentence)
                told.add(words_of(sentence))
        body = once
        captions = [c for c in captions if words_of(c) not in (words_of(lede), words_of(row["title"]))]
        if len(body) < 4 or not 8 <= len(lede.split()) <= 70 or not 4 <= len(row["title"].split()) <= 24:
            return None
        names = re.findall(r"(?<=[a-zà-ỹ,] )[A-ZĐÀ-Ỹ]\w+(?: [A-ZĐÀ-Ỹ]\w+)+", " ".join(body[:8]))
        return {"title": row["title"].strip(), "lede": lede, "body": body, "captions": list(dict.fromkeys(captions)), "names": names,
                "words": set(re.findall(r"\w{2,}", row["title"].casefold()))}

    def like(self, article, rng):
        """Another article; on the same matter where there is one."""
        near = [n for w in article["words"] for n in self.index.get(w, ())]
        if near:
            common = collections.Counter(near).most_common(12)
            pick = self.articles[rng.choice(common)[0]]
            if pick is not article:
                return pick
        return rng.choice(self.articles)


class Layout:
    def __init__(self, seed, kinds, part):
        r = self.rng = random.Random(seed)
        test = part == "test"
        self.test = test

        def pick(kind, n=1):
            pool = kinds[kind]
            rare = [w for w in pool if held_out(w)]
            common = [w for w in pool if not held_out(w)]
            pool = (rare * 3 + common) if test and rare else common or pool
            return [r.choice(pool) for _ in range(n)]

        self.pick = pick
        chance = lambda p: r.random() < p
        self.site, self.agency = pick("site")[0], pick("agency")[0]
        self.blank = r.choice(["all"] * 4 + ["none"] * 3 + ["paragraphs", "double", "blocks"])
        self.menu = pick("menu", r.choice([0, 0, 1, 3, 6, 14, 30]))
        self.breadcrumb = r.choice([None, None, " > ", " / ", " | ", " » ", "lines"])
        self.date_place = r.choice(["above", "below", "below", "none", "end", "below"])
        self.date_form = r.randrange(14)
        self.box_above = chance(0.08)
        self.title_again = r.choice([None] * 7 + ["below", "caption", "upper"])
        self.genre = r.choice([None] * 8 + ["[{}] ", "{}: ", "({}) "])
        self.suffix = r.choice([None] * 9 + [" - {}", " | {}", " | Báo {}"])
        self.slug = r.choice([None, None, None, "({}) - ", "{} - ", "({}) ", "({}) – ", "{} – ", "({}) -", "{}. " if "." in self.agency else "{} - "])
        self.slug_place = r.choice(["lede", "lede", "first"])
        self.place_slug = chance(0.1)
        self.share_above = pick("share", r.choice([0, 0, 1, 2, 4]))
        self.byline_place = r.choice(["above", "end", "end", "end", "both", "none", "under_lede"])
        self.byline_form = r.randrange(22)
        self.summary_links = r.choice([None] * 9 + ["bare", ">> ", "label"])
        self.caption_form = r.randrange(14)
        self.caption_stop = r.choice(["keep", "keep", "drop", "mixed"])
        self.caption_twice = chance(0.07)
        self.caption_first = chance(0.3)
        self.caption_above_lede = chance(0.12)
        self.captions_at_end = chance(0.1)
        self.tight_captions = chance(0.1)
        self.caption_mark = r.choice([""] * 12 + (["Chụp lại hình ảnh, ", "Chú thích ảnh: "] if test else ["Ảnh trên: ", "Trong ảnh: "]))
        self.indent_captions = chance(0.07)
        self.links_in_body = r.choice([None] * 5 + ["bare", ">> ", "» ", "label", "label", "box", "bold"])
        self.link_label = pick("label")[0]
        self.subhead_form = r.choice(["plain"] * 5 + ["number", "upper", "colon"])
        self.more_subheads = chance(0.25)
        self.middle = [self.new_block(chance, r, middle=True) for _ in range(r.choice([1, 1, 1, 2]))] if chance(0.25) else []
        self.credit_apart = chance(0.05)
        self.curt = chance(0.2)  # a paper of short sentences
        self.lists = chance(0.05)
        self.ends = pick("share", r.choice([0, 1, 2, 3, 5]))
        self.ads = pick("ad", r.choice([0, 0, 0, 1, 2]))
        self.promo = pick("promo")[0] if chance(0.24) else None
        self.promo_place = r.choice(["text", "text", "end", "block"])
        self.ad_in_body = chance(0.12)
        self.tag_form = r.choice([None, None, "line", "line", "lines", "hash", "upper"])
        self.tag_label = pick("tags")[0]
        self.comments = r.choice([0] * 5 + [1, 2, 3])
        self.comment_words = pick("comment", r.choice([1, 2, 4]))
        self.order = r.sample(["byline", "share", "tags", "ads", "comments"], 5)
        if chance(0.7):
            self.order.remove("byline")
            self.order.insert(0, "byline")
        if chance(0.45):  # the list of others follows on the text
            self.order = ["byline"] if chance(0.7) else ["byline", r.choice(["share", "tags"])]
        self.blocks = [self.new_block(chance, r) for _ in range(r.choice([0, 1, 1, 2, 2, 3, 4]))]
        self.footer = pick("footer", r.choice([0, 0, 0, 1, 3, 7]))
        self.last_head = pick("heading")[0] if chance(0.05) else None
        self.between = pick("share", 2) if chance(0.2) else []
        self.live = r.choice([None] * 24 + ["{h}:{m} - ", "{h}h{m}: ", "{h}:{m} ", "line"])
        self.interview = r.choice([None] * 30 + [("- ", "+ "), ("- ", "+ "), ("- ", "- "), ("PV: ", ""), ("Phóng viên: ", "- "), ("- ", "+ "), ("", "")])
        self.tables = chance(0.06)
        self.bullets = r.choice([None] * 12 + ["- ", "• ", "+ ", "* "])
        self.poem = chance(0.02)
        self.wrap = r.choice([0] * 34 + [60, 72, 80, 100])
        self.plain = chance(0.06)  # title and text alone
        self.note = chance(0.06)
        self.box = chance(0.05)

    def new_block(self, chance, r, middle=False):
        block = self.end_block(chance, r)
        if middle:  # the text goes on below it
            block.update(second=None, rank=None, section=False, comments=False, more=chance(0.03), count=r.choice([1, 1, 2, 2, 3]),
                         date=block["date"] if chance(0.4) else None)
            if chance(0.5):
                block["heading"] = self.pick("label")[0]
            if not block["heading"]:
                block["form"] = "lede"  # bare titles are links amid the text
        return block

    def end_block(self, chance, r):
        return {"heading": self.pick("heading")[0] if chance(0.85) else None, "short": chance(0.12),
                "second": self.pick("heading")[0] if chance(0.1) else None, "colon": chance(0.06), "upper": chance(0.15), "form": r.choice(["titles"] * 5 + ["lede"] * 4 + ["mixed"]),
                "date": r.choice([None] * 7 + ["line", "brackets", "before", "ago"]), "twice": chance(0.1), "caption": chance(0.08),
                "rank": r.choice([None] * 10 + ["1. ", "1 ", "line"]), "section": chance(0.06), "genre": chance(0.06),
                "cut": chance(0.2), "more": chance(0.08), "slug": chance(0.6), "bullet": r.choice([""] * 12 + ["- ", "• ", "+ "]),
                "near": chance(0.5), "count": r.choice([1, 2, 3, 4, 5, 6, 8]), "comments": chance(0.04)}


def a_date(rng, form):
    d, m, y, h, n = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2012, 2026), rng.randint(5, 23), rng.randint(0, 59)
    week = rng.choice(["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"])
    return [f"{d:02}/{m:02}/{y} {h:02}:{n:02}", f"{week}, {d}/{m}/{y}, {h:02}:{n:02} (GMT+7)", f"{d:02}/{m:02}/{y}",
            f"{week}, ngày {d} tháng {m} năm {y}", f"{h:02}:{n:02} | {d:02}/{m:02}/{y}", f"Cập nhật lúc: {h:02}:{n:02} {d:02}/{m:02}/{y}",
            f"Đăng lúc: {d:02}/{m:02}/{y} {h:02}:{n:02} (GMT+7)", f"{d:02}-{m:02}-{y} {h:02}:{n:02}:{n:02}", f"{h}h{n:02} ngày {d}/{m}/{y}",
            f"{week} {d:02}/{m:02}/{y} - {h:02}:{n:02}", f"{d:02}.{m:02}.{y}, {h:02}:{n:02}", f"{d} tháng {m} {y}",
            f"Ngày đăng: {d:02}/{m:02}/{y}", f"{week}, {d:02} Th{m} {y}"][form % 14]


class Page:
    """One page being written: lines with their state and gold role."""

    def __init__(self, layout, kinds, source, seed):
        self.rng = random.Random(seed)
        self.l, self.kinds, self.source = layout, kinds, source
        self.article = self.rng.choice(source.articles)
        self.lines = []            # (blank lines before, text, state, gold line)
        self.gold = {"title": self.article["title"], "kind": "news", "lede": None, "paragraphs": [], "captions": [], "agency": None,
                     "authors": [], "source": None, "published": None}
        self.teasers, self.dropped, self.heading = [], [], None
        self.told = {self.article["title"]}

    def fill(self, text):
        r = self.rng
        while "{" in text:
            text = re.sub(r"\{(\w+)\}", lambda m: {
                "site": self.l.site, "section": r.choice(self.kinds["section"]), "number": str(r.randint(1, 9999)),
                "author": self.name(), "day": f"{r.randint(1, 28)}/{r.randint(1, 12)}/{r.randint(2012, 2025)}",
                "topic": self.topic()}[m.group(1)], text, count=1)
        return text

    def topic(self):
        names = self.rng.choice(self.source.articles)["names"]
        return self.rng.choice(names) if names else "Biển Đông"

    def name(self):
        r = self.rng
        given, sur = r.choice(self.kinds["given"]), r.choice(self.kinds["surname"])
        return r.choice([f"{sur} {given}", f"{sur} {r.choice(self.kinds['given'])} {given}", f"{r.choice(self.kinds['given'])} {given}",
                         f"{sur[0]}.{given}", f"{given} {sur}"])

    def put(self, text, state, role, part=None, gap=None, also=None, indent=False):
        text = " ".join(text.split())
        if not text:
            return
        if gap is None:
            text_like = state in ("body", "caption", "title")
            gap = {"all": 1, "none": 0, "double": 2, "paragraphs": 1 if text_like else 0, "blocks": 0}[self.l.blank]
            if self.l.blank == "blocks" and state in ("head", "title"):
                gap = 1
        line = {"role": role, "text": part if part is not None else text}
        if part is not None and part != text:
            line["line"] = text
        if also:
            line["also"] = also
        self.lines.append((gap, (" " if indent else "") + text, state, line))

    def drop(self, text, state="junk", why="other"):
        text = self.fill(text)
        self.put(text, state, "dropped")
        self.dropped.append({"text": text, "why": why})

    # ---- the parts of a page

    def above(self):
        l, r = self.l, self.rng
        for word in l.menu if not l.plain else ():
            self.drop(word, "pre", "menu")
        section = r.choice(self.kinds["section"])
        if l.plain:
            pass
        elif l.breadcrumb == "lines":
            self.drop("Trang chủ", "pre", "menu")
            self.drop(section, "pre", "menu")
        elif l.breadcrumb:
            self.drop(l.breadcrumb.join(["Trang chủ", section, r.choice(self.kinds["section"])]), "pre", "menu")
        if l.box_above:
            self.head(self.fill(r.choice(["Tin nóng", "Mới nhất", "Nổi bật", "Tiêu điểm"])))
            for _ in range(r.randint(1, 3)):
                other = self.new_other(False)
                self.teaser_title(other, {})
        if l.date_place == "above":
            self.date_line()
        title, whole = self.article["title"], self.article["title"]
        if l.genre and r.random() < 0.5:
            tag, kind = r.choice([("Video", "video"), ("Ảnh", "photo"), ("Clip", "video"), ("Chùm ảnh", "photo")])
            whole, self.gold["kind"] = l.genre.format(tag) + title, kind
        if l.suffix:
            whole += l.suffix.format(l.site)
        self.put(whole, "title", "title", part=title)
        if l.title_again == "below":
            self.drop(title, "repeat", "repeat")
        if l.title_again == "upper":
            self.drop(title.upper(), "repeat", "repeat")

    def date_line(self):
        if self.l.plain:
            return
        text = a_date(self.rng, self.l.date_form if self.rng.random() < 0.8 else self.rng.randrange(14))
        if self.l.byline_place == "above" and self.rng.random() < 0.3 and self.lines:
            name = self.name()
            text = self.rng.choice([f"{name} | {text}", f"{text} | {name}", f"{name} - {text}", f"{name}, Theo {self.l.site} {text}"])
            self.put(text, "date", "dropped", also=["byline"])
        else:
            self.put(text, "date", "dropped")
        self.dropped.append({"text": text, "why": "date"})

    def byline(self, state):
        l, r = self.l, self.rng
        if l.plain and r.random() < 0.5:
            return
        name, paper = self.name(), r.choice(self.kinds["paper"])
        other = self.name()
        text, authors = [
            (name, [name]), (name.upper(), [name.upper()]), (f"{name} - {other}", [name, other]), (f"Theo {paper}", []), (f"{name} (Theo {paper})", [name]),
            (f"Tác giả: {name}", [name]), (f"Bài, ảnh: {name}", [name]), (f"{name}/{l.site}", [name]), (f"PV {name}", [name]), (f"{name}, {other}", [name, other]),
            (f"Nguồn: {paper}", []), (f"(Theo {paper})", []), (f"{name} (tổng hợp)", [name]), (name, [name]), (f"({l.site}+)", []), (f"{name} (thực hiện)", [name]), (f"BS {name}", ["BS " + name]), (f"Bài và ảnh: {name}", [name]),
            (f"{name} - Theo {paper}", [name]), (f"{name} / {paper}", [name]), (f"{name} ({l.site})", [name]), (f"Theo {name}", [])][
                l.byline_form if r.random() < 0.75 else r.randrange(22)]
        self.put(text, state, "byline", also=None if authors else ["dropped"])
        self.gold["authors"] += authors

    def caption(self, text):
        l, r = self.l, self.rng
        stop = {"keep": r.random() < 0.6, "drop": False, "mixed": r.random() < 0.5}[l.caption_stop]
        text = text.rstrip(".") + ("." if stop else "")
        credit = r.choice([self.name(), self.name().upper(), "NVCC", "Reuters", "AFP", "Getty Images", "TTXVN", "Internet", "CTV", "Cắt từ clip"])
        bare = text.rstrip(".")
        whole = [text, text, text, f"{bare}. Ảnh: {credit}", f"{bare} - Ảnh: {credit}", f"{bare} (Ảnh: {credit})", f"{text} (Nguồn: {credit})",
                 f"{bare} Ảnh: {credit}", f"{bare}. Ảnh: {credit}.", f"{bare} | Ảnh: {credit}", f"{bare}/ Ảnh: {credit}", f"{text} ẢNH: {credit.upper()}",
                 f"{bare}. (Ảnh: {credit})", text][l.caption_form if r.random() < 0.9 else r.randrange(14)]
        credited = whole != text
        if l.caption_mark:
            whole = l.caption_mark + whole
        gap = 0 if l.tight_captions else None
        apart = l.credit_apart and not credited
        self.put(whole, "caption", "caption", part=text if credited or l.caption_mark else None, gap=gap, indent=l.indent_captions)
        self.gold["captions"].append({"text": text, "credit": credit if credited or apart else None})
        if apart:
            self.put("Ảnh: " + credit, "caption", "caption", part=credit, also=["dropped"])
        if l.caption_twice:
            self.put(whole, "repeat", "dropped", gap=0)
            self.dropped.append({"text": whole, "why": "caption-repeat"})

    def inline_link(self, mark):
        r, l = self.rng, self.l
        for _ in range(r.choice([1, 1, 1, 2, 3])):
            other = self.new_other(near=True)
            title = other["title"]
            if mark == "label":
                whole = f"{l.link_label}: {title}"
            elif mark in ("bare", "bold", "box"):
                whole = title
            else:
                whole = mark + title
            self.put(whole, "inline", "teaser", part=title)
            self.teasers.append({"heading": None, "title": title, "text": None, "inline": True})

    def new_other(self, near):
        for _ in range(6):
            other = self.source.like(self.article, self.rng) if near and self.rng.random() < 0.7 else self.rng.choice(self.source.articles)
            if other["title"] not in self.told:
                break
        self.told.add(other["title"])
        return other

    def paragraph(self, text, slug=False):
        l = self.l
        whole = text
        if slug and l.slug:
            agency = l.agency
            whole = l.slug.format(agency) + text
            if l.place_slug:
                whole = f"{self.rng.choice(['Hà Nội', 'TP.HCM', 'Đà Nẵng', 'Cần Thơ', 'Moskva'])} ({agency}) - {text}"
            self.gold["agency"] = agency
        self.put(whole, "body", "body", part=text)
        self.gold["paragraphs"].append(text)

    def body(self):
        l, r, a = self.l, self.rng, self.article
        captions = list(a["captions"]) if r.random() < 0.85 else []
        if captions and l.caption_above_lede:
            self.caption(captions.pop(0))
        self.paragraph(a["lede"], slug=l.slug_place == "lede")
        if l.byline_place == "under_lede":
            self.byline("early_byline")
        if l.summary_links:
            self.inline_link(l.summary_links if l.summary_links != "label" else "label")
        if l.title_again == "caption":
            self.drop(a["title"], "repeat", "caption-repeat")
        if captions and l.caption_first:
            self.caption(captions.pop(0))
        groups, group = [], []
        size = r.choice([1, 1, 2, 3])
        sentences = a["body"]
        if l.curt:
            short = [s for s in sentences if len(s.split()) <= 18]
            sentences = short if len(short) >= 6 else sentences
        sentences = sentences[: r.choice([6, 12, 20, 40, 60])]
        for s in sentences:
            sub = not re.search(r"[.!?…:;,\"”)]$", s) and len(s.split()) <= 14
            if sub:
                if group:
                    groups.append(("p", " ".join(group)))
                    group = []
                groups.append(("h", s))
                continue
            group.append(s)
            if len(group) >= max(1, size + r.randint(-1, 1)):
                groups.append(("p", " ".join(group)))
                group = []
        if group:
            groups.append(("p", " ".join(group)))
        while groups and groups[-1][0] == "h":
            groups.pop()
        if l.more_subheads and len(groups) > 7 and not any(k == "h" for k, _ in groups):
            for at in sorted(r.sample(range(2, len(groups) - 1), min(3, len(groups) // 4)), reverse=True):
                words = groups[at][1].split()
                head = " ".join(words[: r.randint(3, 9)]).strip(" ,.;:\"“”")
                if head.count('"') == 0 and len(head.split()) >= 2:
                    groups.insert(at, ("h", head[0].upper() + head[1:]))
        number = 0
        link_at = set(r.sample(range(1, max(2, len(groups))), min(2, max(1, len(groups) - 1)))) if l.links_in_body and r.random() < 0.8 else set()
        caption_at = collections.Counter(r.randrange(0, len(groups)) for _ in captions if not l.captions_at_end or r.random() < 0.4)
        extra_at = r.randrange(len(groups)) if len(groups) > 3 else -1
        blocks_at = {}
        if l.middle and len(groups) > 3 and r.random() < 0.85:
            blocks_at = dict(zip(r.sample(range(len(groups) - 1), min(len(l.middle), len(groups) - 1)), l.middle))
        for n, (kind, text) in enumerate(groups):
            for _ in range(caption_at.get(n, 0)):
                self.caption(captions.pop(0))
            if kind == "h":
                number += 1
                whole = {"plain": text, "number": f"{number}. {text}", "upper": text.upper(), "colon": text + ":"}[l.subhead_form]
                self.put(whole, "subhead", "body")
                self.gold["paragraphs"].append(whole)
                continue
            if n == extra_at:
                self.extras()
            if l.live and r.random() < 0.6:
                clock = {"h": str(r.randint(6, 22)), "m": str(r.randint(10, 59))}
                if l.live == "line":
                    self.put("{h}:{m}".format(**clock), "date", "dropped", also=["body"])
                else:
                    text = l.live.format(**clock) + text
            if l.interview and n % 2 == 1:
                question, _, rest = text.partition(". ")
                question = question.strip(' "”.')
                if 3 < len(question.split()) < 40 and len(rest.split()) > 3:
                    self.as_body(l.interview[0] + question + "?")
                    text = l.interview[1] + rest
            if r.random() < 0.02:
                text = text.rstrip(".")
            if l.lists and r.random() < 0.15 and n > 0:  # a few short lines under a name: prices, hours, places
                names = list(dict.fromkeys(a["names"])) or ["Hà Nội"]
                self.as_body(" ".join(text.split()[: r.randint(2, 6)]).strip(" ,.;:\"“”") + r.choice(["", "", ":"]), "subhead")
                for _ in range(r.randint(2, 4)):
                    self.as_body(f"{r.choice(names)}: {r.randint(1, 400)}{r.choice(['.000 đồng', '%', ' tỷ đồng', ' người', ' m2', ' giờ'])}")
            if l.bullets and r.random() < 0.3:
                text = l.bullets + text
            self.paragraph(text, slug=n == 0 and l.slug_place == "first")
            if n in blocks_at:
                self.block(blocks_at[n])
                self.heading = None
            elif n in link_at and n + 2 < len(groups):
                if l.links_in_body == "box":
                    self.head(self.fill(r.choice(["Tin liên quan", "Bài liên quan", "Đọc thêm", "Liên quan", "TIN LIÊN QUAN", "Xem thêm"])))
                    for _ in range(r.randint(1, 3)):
                        self.teaser_title(self.new_other(True), {})
                    self.heading = None
                else:
                    self.inline_link(l.links_in_body)
            elif l.ad_in_body and r.random() < 0.15:
                self.drop(r.choice(l.ads or ["Quảng cáo"]), "junk", "ad")
        for c in captions:
            self.caption(c)

    def as_body(self, text, state="body"):
        self.put(text, state, "body")
        self.gold["paragraphs"].append(text)

    def extras(self):
        """Short lines that belong to the text: scores, line-ups, rows of tables, verse, a box of facts."""
        l, r = self.l, self.rng
        names = list(dict.fromkeys(self.article["names"])) or ["Hà Nội"]
        some = lambda n: [r.choice(names) for _ in range(n)]
        if l.tables:
            kind = r.randrange(4)
            if kind == 0:
                for _ in range(r.randint(1, 3)):
                    self.as_body(f"{r.choice(['Bàn thắng', 'Thẻ đỏ', 'Đội hình xuất phát', 'Trọng tài', 'Tỉ số', 'Sân'])}: {', '.join(some(r.randint(1, 6)))}"
                                 + r.choice(["", ".", f" ({r.randint(2, 90)}')"]))
            elif kind == 1:
                for _ in range(r.randint(2, 5)):
                    self.as_body(f"{some(1)[0]} {r.randint(1, 9)}.{r.randint(100, 999)} {r.randint(1, 99)},{r.randint(0, 9)}%")
            elif kind == 2:
                for _ in range(r.randint(2, 4)):
                    self.as_body(f"{some(1)[0]} {r.randint(0, 5)} - {r.randint(0, 5)} {some(1)[0]}")
            else:
                for _ in range(r.randint(2, 5)):
                    self.as_body(f"{r.choice(['Giá', 'Thời gian', 'Địa điểm', 'Số lượng', 'Hạn nộp', 'Điện thoại'])}: {r.randint(1, 400)} {some(1)[0]}")
        if l.poem:
            words = " ".join(self.article["body"][:3]).replace(".", "").split()
            while len(words) >= 12 and r.random() < 0.9:
                self.as_body(" ".join(words[:r.choice([6, 7, 8])]).capitalize() + r.choice(["", ",", "."]))
                words = words[8:]
        if l.box:
            self.as_body(r.choice(["Nhìn lại", "Vài con số", "Tiểu sử", "Diễn biến", "Quy định của pháp luật"]) + " " + some(1)[0], "subhead")
            for sentence in r.sample(self.article["body"], min(2, len(self.article["body"]))):
                text = "- " + " ".join(sentence.split()[::-1][:12][::-1])
                self.as_body(text)
        if l.note:
            self.as_body(r.choice(["(Còn nữa)", "* Tên nhân vật đã được thay đổi.", "Mời xem video:", "Đơn vị tính: triệu đồng", "Còn tiếp"]), "body")

    def head(self, text):
        self.heading = text.rstrip(": ")
        self.put(text, "head", "dropped")
        self.dropped.append({"text": text, "why": "heading"})

    def teaser_title(self, other, block):
        title = other["title"]
        if block.get("short"):
            title = " ".join(title.split()[: self.rng.randint(4, 7)]).rstrip(" ,.:;-–\"“'(")
        whole = title
        if block.get("genre") and self.rng.random() < 0.6:
            whole = "[Video] " + title
        if block.get("rank_text"):
            whole = block["rank_text"] + whole
        whole = block.get("bullet", "") + whole
        if block.get("date") == "brackets":
            whole += f" ({self.rng.randint(1, 28):02}/{self.rng.randint(1, 12):02})"
        self.put(whole, "title_other", "teaser", part=title)
        if block.get("twice"):
            self.drop(title, "repeat", "repeat")
        self.teasers.append({"heading": self.heading, "title": title, "text": None})

    def block(self, block):
        r, l = self.rng, self.l
        self.heading = None
        if block["second"]:
            self.head(self.fill(block["second"]))
        if block["heading"]:
            text = self.fill(block["heading"])
            self.head((text.upper() if block["upper"] else text) + (":" if block["colon"] else ""))
        for n in range(max(1, block["count"] + r.randint(-1, 1))):
            other = self.new_other(block["near"])
            shown = dict(block)
            if block["rank"] == "line":
                self.put(str(n + 1), "junk_other", "dropped", also=["teaser"])
                self.dropped.append({"text": str(n + 1), "why": "other"})
            elif block["rank"]:
                shown["rank_text"] = block["rank"].replace("1", str(n + 1))
            if block["date"] == "before":
                self.put(a_date(r, 0), "date", "dropped", also=["teaser"])
            if block["section"]:
                self.drop(r.choice(self.kinds["section"]), "junk_other", "menu")
            self.teaser_title(other, shown)
            if block["caption"] and other["captions"]:
                self.put(other["captions"][0] + ". Ảnh: " + self.name(), "caption_other", "teaser", part=other["captions"][0])
            if block["date"] == "line":
                self.put(a_date(r, l.date_form), "date", "dropped", also=["teaser"])
            if block["date"] == "ago":
                self.put(f"{r.randint(1, 23)} giờ trước", "date", "dropped", also=["teaser"])
            if block["form"] == "lede" or (block["form"] == "mixed" and n == 0):
                text = other["lede"]
                first = re.match(r"[^.!?]{30,}?[.!?](?= )", text)
                if l.curt and first:
                    text = first.group()
                if block["cut"] and len(text.split()) > 14:
                    text = " ".join(text.split()[: r.randint(11, 24)]).rstrip(",.;:") + r.choice(["...", "…"])
                whole = l.slug.format(l.agency) + text if l.slug and block["slug"] else text
                self.put(whole, "text_other", "teaser", part=text)
                self.teasers[-1]["text"] = text
            if block["comments"]:
                self.put(str(r.randint(1, 90)), "junk_other", "dropped", also=["teaser"])
        if block["more"]:
            self.drop(r.choice(["Xem thêm", "Xem tất cả", "Xem tiếp"]), "junk_other", "menu")

    def tags(self):
        l, r = self.l, self.rng
        tags = [self.rng.choice(self.article["names"]) if self.article["names"] and r.random() < 0.6 else " ".join(self.article["title"].split()[:r.randint(1, 3)])
                for _ in range(r.randint(2, 5))]
        tags = list(dict.fromkeys(tags))
        if l.tag_form == "line":
            self.drop(l.tag_label.rstrip(":") + ": " + ", ".join(tags), "junk", "tags")
        elif l.tag_form in ("lines", "upper"):
            self.drop(l.tag_label, "junk", "tags")
            for tag in tags:
                self.drop(tag.upper() if l.tag_form == "upper" else tag, "junk", "tags")
        elif l.tag_form == "hash":
            for tag in tags:
                self.drop("#" + tag, "junk", "tags")

    def comments(self):
        l, r = self.l, self.rng
        if l.comments == 0:
            return
        for word in l.comment_words:
            self.drop(word, "junk", "comment")
        if l.comments > 1:
            for _ in range(r.randint(1, 4)):
                who = self.name() if r.random() < 0.7 else self.name().casefold().replace(" ", "")
                said = " ".join(r.sample(self.kinds["commentbody"], r.choice([1, 1, 2])))
                if l.comments == 2 and l.blank == "none":
                    self.drop(f"{who}: {said}", "comment", "comment")
                    continue
                self.drop(who, "comment", "comment")
                self.drop(said, "comment", "comment")
                if l.comments == 3:
                    self.drop(r.choice(self.kinds["commentfoot"]), "comment", "comment")

    def below(self):
        l = self.l
        if l.promo and l.promo_place == "text":
            self.drop(l.promo, "junk", "ad")
        for part in l.order:
            if part == "byline" and l.byline_place in ("end", "both"):
                self.byline("late_byline")
            if part == "share":
                for word in l.ends:
                    self.drop(word, "junk", "share")
            if part == "tags":
                self.tags()
            if part == "ads":
                for word in l.ads:
                    self.drop(word, "junk", "ad")
            if part == "comments":
                self.comments()
        if l.promo and l.promo_place == "end":
            self.drop(l.promo, "junk", "ad")
        if l.date_place == "end":
            self.date_line()

    def write(self):
        l = self.l
        if self.rng.random() < 0.004:
            return self.teasers_alone()
        self.above()
        if l.date_place == "below":
            self.date_line()
        if l.byline_place in ("above", "both") and self.rng.random() < 0.9:
            self.byline("early_byline")
        for word in l.share_above if not l.plain else ():
            self.drop(word, "junk", "share")
        self.body()
        if l.plain:
            return self.byline("late_byline")
        self.below()
        for n, block in enumerate(l.blocks):
            self.block(block)
            if n == 0 and l.promo and l.promo_place == "block":
                self.drop(l.promo, "junk_other", "ad")
            if n + 1 < len(l.blocks):
                for word in l.between:
                    self.drop(word, "junk_other", "share")
        if l.last_head:
            self.head(self.fill(l.last_head))
        for word in l.footer:
            self.drop(word, "junk_other" if l.blocks else "junk", "other")

    def teasers_alone(self):
        """A section's page: other articles and nothing else."""
        for word in self.l.menu:
            self.drop(word, "pre", "menu")
        self.gold["title"] = ""
        for block in self.l.blocks:
            self.block({**block, "near": False})
        for n, (gap, text, state, line) in enumerate(self.lines):
            fixed = {"head": "pre_head", "title_other": "pre_title", "text_other": "pre_text", "junk_other": "pre", "caption_other": "pre_text"}
            self.lines[n] = (gap, text, fixed.get(state, state), line)

    def text(self):
        """Lines, beside them states and gold lines; long paragraphs of some layouts are broken over lines."""
        out, states, golds = [], [], []
        for gap, text, state, line in self.lines:
            if out:
                out += [""] * gap
            pieces = [text]
            if self.l.wrap and state in ("body", "title", "text_other", "caption") and len(text) > self.l.wrap and "line" not in line:
                pieces = textwrap.wrap(text, self.l.wrap, break_long_words=False, break_on_hyphens=False)
            for piece in pieces:
                out.append(piece)
                states.append(state)
                golds.append({**line, "text": piece} if len(pieces) > 1 else line)
        return "\n".join(out) + "\n", states, golds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news")
    parser.add_argument("out")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--per-layout", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", choices=("train", "test"), default="train")
    parser.add_argument("--articles", type=int, default=9000)
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    kinds = wordings()
    source = Source(args.news, args.part, args.articles)
    layout = None
    with open(os.path.join(args.out, "gold.jsonl"), "w", encoding="utf-8") as golds:
        for n in range(args.pages):
            if n % args.per_layout == 0:
                layout = Layout(args.seed * 100003 + n, kinds, args.part)
            page = Page(layout, kinds, source, args.seed * 7919 + n)
            page.write()
            text, states, lines = page.text()
            name = f"{args.part}-{args.seed}-{n:05}"
            with open(os.path.join(args.out, name + ".txt"), "w", encoding="utf-8") as out:
                out.write(text)
            with open(os.path.join(args.out, name + ".roles"), "w", encoding="utf-8") as out:
                out.write("\n".join(states) + "\n")
            golds.write(json.dumps({"id": name, "file": name + ".txt", "template": "layout-" + str(n // args.per_layout), "from": "",
                                    "main": page.gold, "teasers": page.teasers, "dropped": page.dropped,
                                    "lines": lines, "dirt": []}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
