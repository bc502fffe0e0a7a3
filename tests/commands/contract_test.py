"""The contract, seen from outside: fields, offsets, keys, stages run apart, the same bytes whatever --jobs."""
import csv
import io
import json
import pathlib
import tempfile
import unittest

from program import ROOT, SAMPLES, rows, run

PAGE = {"schema", "input", "format", "url", "language", "articles", "dropped"}
ARTICLE = {"role", "heading", "kind", "title", "lede", "paragraphs", "captions", "authors", "source", "agency", "published", "url", "image", "text"}
PUBLISHED = {"value", "precision", "earliest", "latest", "likely", "basis"}
FACTS = {"schema", "input", "article", "role", "title", "text", "published", "language", "sentences", "entities", "times", "quantities", "events", "quotes"}
ENTITY = {"id", "type", "name", "country", "roles", "sector", "key", "mentions", "caption_mentions"}
TIME = {"start", "end", "type", "value", "earliest", "latest", "likely"}
QUANTITY = {"start", "end", "value", "high", "unit", "of", "bound"}
EVENT = {"type", "plover", "plover_mode", "cameo", "trigger", "sentence", "who", "whom", "arguments", "time", "place", "quantities", "status", "according_to"}
QUOTE = {"start", "end", "direct", "speaker", "verb"}
STORY = {"schema", "id", "storyline", "title", "first", "last", "articles", "summary", "timeline", "people", "places", "disagreements"}


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pages = rows("read", SAMPLES)
        cls.facts = rows("facts", SAMPLES)

    def test_pages_have_their_fields_and_text_is_what_it_is_said_to_be(self):
        self.assertGreaterEqual(len(self.pages), 24)
        for page in self.pages:
            with self.subTest(page["input"]):
                self.assertLessEqual(PAGE, page.keys())
                self.assertEqual(page["schema"], "machtin/page/1")
                for article in page["articles"]:
                    self.assertLessEqual(ARTICLE, article.keys())
                    self.assertLessEqual(PUBLISHED, article["published"].keys())
                    parts = [article["title"], article["lede"], *article["paragraphs"]]
                    self.assertEqual(article["text"], "\n\n".join(p for p in parts if p))

    def test_facts_have_their_fields_and_point_into_their_text(self):
        seen = set()
        for row in self.facts:
            with self.subTest(row["title"]):
                self.assertLessEqual(FACTS, row.keys())
                size, entities = len(row["text"]), len(row["entities"])
                self.check_lists(row, size)
                for event in row["events"]:
                    seen.add(event["type"])
                    self.assertLessEqual(EVENT, event.keys())
                    self.assertTrue(0 <= event["trigger"][0] < event["trigger"][1] <= size)
                    self.assertLess(event["sentence"], len(row["sentences"]))
                    begin, end = row["sentences"][event["sentence"]]
                    self.assertTrue(begin <= event["trigger"][0] and event["trigger"][1] <= end)
                    for index in event["who"] + event["whom"] + [i for i in (event["place"], event["according_to"]) if i is not None]:
                        self.assertLess(index, entities)
                    for index in event["quantities"]:
                        self.assertLess(index, len(row["quantities"]))
                    if event["time"] is not None:
                        self.assertLess(event["time"], len(row["times"]))
        self.assertGreaterEqual(len(seen), 15, "the samples tell of many kinds of events")

    def check_lists(self, row, size):
        for entity in row["entities"]:
            self.assertLessEqual(ENTITY, entity.keys())
            for start, end in entity["mentions"]:
                self.assertTrue(0 <= start < end <= size)
            for caption, start, end in entity["caption_mentions"]:
                self.assertTrue(0 <= start < end <= len(row["captions"][caption]["text"]))
        for name, fields in (("times", TIME), ("quantities", QUANTITY), ("quotes", QUOTE)):
            for item in row[name]:
                self.assertLessEqual(fields, item.keys())
                self.assertTrue(0 <= item["start"] < item["end"] <= size)

    def test_read_and_facts_tell_the_same_date(self):
        dates = {(p["input"], i): a["published"] for p in self.pages for i, a in enumerate(p["articles"])}
        for row in self.facts:
            self.assertEqual(row["published"], dates[row["input"], row["article"]])

    def test_output_does_not_depend_on_jobs(self):
        for command in (["read", SAMPLES], ["facts", SAMPLES], ["stories", SAMPLES]):
            with self.subTest(command[0]):
                one = run(*command, "--jobs", 1)
                self.assertEqual(one.returncode, 0, one.stderr)
                self.assertEqual(one.stdout, run(*command, "--jobs", 8).stdout)

    def test_stages_run_apart_tell_the_same(self):
        pages = run("read", SAMPLES).stdout
        facts = run("facts", SAMPLES).stdout
        stories = run("stories", SAMPLES).stdout
        self.assertEqual(run("facts", "-", stdin=pages).stdout, facts)
        self.assertEqual(run("stories", "-", stdin=pages).stdout, stories)
        self.assertEqual(run("stories", "-", stdin=facts).stdout, stories)
        with tempfile.TemporaryDirectory() as folder:
            archive = pathlib.Path(folder) / "a.db"
            self.assertEqual(run("build", SAMPLES, "--db", archive).returncode, 0)
            self.assertEqual(run("export", "stories", "--db", archive).stdout, stories)
            self.assertEqual(run("stories", "--db", archive).stdout, stories)

    def test_building_again_changes_nothing_and_building_more_adds(self):
        with tempfile.TemporaryDirectory() as folder:
            archive = pathlib.Path(folder) / "a.db"
            files = sorted(p for p in SAMPLES.rglob("*") if p.suffix in (".txt", ".html"))
            run("build", *files[: len(files) // 2], "--db", archive)
            half = run("export", "articles", "--db", archive).stdout
            run("build", *files, "--db", archive)
            whole = [run("export", what, "--db", archive).stdout for what in ("articles", "events", "stories")]
            self.assertEqual(half, whole[0][: len(half)], "what was kept stays as it was")
            self.assertGreater(len(whole[0]), len(half))
            again = run("build", *files, "--db", archive)
            self.assertIn(f"{len(files)} of them unchanged", again.stdout.decode())
            self.assertEqual([run("export", what, "--db", archive).stdout for what in ("articles", "events", "stories")], whole)

    def test_stories_hold_every_article_once(self):
        stories = rows("stories", SAMPLES)
        places = [(a["input"], a["article"]) for s in stories for a in s["articles"]]
        self.assertEqual(len(places), len(set(places)))
        for story in stories:
            self.assertLessEqual(STORY, story.keys())
            for entry in story["timeline"]:
                self.assertTrue(all(i < len(story["articles"]) for i in entry["articles"]))
        mains = {(p["input"], i) for p in self.pages for i, a in enumerate(p["articles"]) if a["role"] == "main"}
        self.assertLessEqual(mains, set(places))

    def test_search_and_timeline_work_with_and_without_diacritics(self):
        with tempfile.TemporaryDirectory() as folder:
            archive = pathlib.Path(folder) / "a.db"
            run("build", SAMPLES, "--db", archive)
            marked, bare = rows("search", "tù binh", "--db", archive), rows("search", "tu binh", "--db", archive)
            self.assertTrue(marked and bare)
            self.assertEqual({h["id"] for h in marked}, {h["id"] for h in bare})
            self.assertTrue(any("<mark>tù binh</mark>" in h["snippet"].lower() or "<mark>" in h["snippet"] for h in bare))
            story = rows("timeline", "trao đổi tù binh", "--db", archive)[0]
            self.assertGreaterEqual(len({e["date"][:4] for e in story["timeline"]} - {"XXXX"}), 2, "a storyline over years")
            for query in ('"', "AND", "a OR", "(", "*", "NEAR(", "tù* -binh", "'", "\x00"[:0] + "^", "title:x"):
                self.assertEqual(run("search", query, "--db", archive).returncode, 0, query)
            self.assertEqual(run("search", "zzzzqqqq", "--db", archive).stdout, b"")
            table = list(csv.reader(io.StringIO(run("export", "events", "--format", "csv", "--db", archive).stdout.decode())))
            self.assertGreater(len(table), 20)
            self.assertEqual({len(r) for r in table}, {len(table[0])})

    def test_clean_articles_are_never_taken_apart(self):
        line = json.dumps({"id": [7, "x"], "title": "[Video] Tựa: một", "body": "Đoạn một.\n\nĐọc thêm\n\nĐoạn hai.", "published": "2025-05-03", "source": "Báo A"})
        page = rows("read", "-", stdin=line.encode())[0]
        self.assertEqual(page["id"], [7, "x"])
        self.assertEqual(page["input"], "-#1")
        (article,) = page["articles"]
        self.assertEqual(article["paragraphs"], ["Đoạn một.", "Đọc thêm", "Đoạn hai."])
        self.assertIsNone(article["lede"])
        self.assertEqual(article["published"]["value"], "2025-05-03")
        self.assertEqual(article["source"], "Báo A")
        self.assertEqual(page["dropped"], [])
        text = rows("read", "--as", "article", "-", stdin="Tựa\n\nĐoạn một.\n\nĐọc thêm\n".encode())[0]
        self.assertEqual(text["articles"][0]["paragraphs"], ["Đoạn một.", "Đọc thêm"])

    def test_published_is_for_inputs_that_do_not_say(self):
        page = rows("read", "--as", "article", "--published", "2024-01-05", "-", stdin="Tựa\n\nHôm qua trời mưa.\n".encode())[0]
        self.assertEqual(page["articles"][0]["published"]["value"], "2024-01-05")
        self.assertEqual(page["articles"][0]["published"]["basis"], "given")

    def test_an_english_page_goes_through_all_stages(self):
        pages = [p for p in (ROOT / "tests" / "pages" / "en").iterdir() if p.suffix in (".txt", ".html")]
        (page,) = rows("read", pages[0])
        self.assertEqual(page["language"], "en")
        self.assertGreaterEqual(len(page["articles"]), 3)
        main = rows("facts", pages[0])[0]
        self.assertTrue(main["entities"] and main["times"] and main["events"] and main["quotes"])
        self.assertTrue(rows("stories", pages[0]))

    def test_a_pack_of_the_users_own_is_laid_over_ours(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "vi").mkdir()
            (pathlib.Path(folder) / "vi" / "watch_list.tsv").write_text("Hội Bắp Non\torganization\tVNM\torg:bap-non\n", encoding="utf-8")
            text = "Họp mặt cuối năm\n\nHôm 3/5/2025, Hội Bắp Non họp mặt tại Huế.\n".encode()
            found = lambda *args: any(e["key"] == "org:bap-non" for r in rows("facts", "--as", "article", *args, "-", stdin=text) for e in r["entities"])
            self.assertFalse(found())
            self.assertTrue(found("--pack", folder))

    def test_help_and_version(self):
        self.assertIn(b"machtin 0.", run("--version").stdout)
        for command in ("read", "facts", "stories", "timeline", "build", "search", "export", "serve", "words"):
            done = run(command, "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"--", done.stdout)

    def test_text_formats_print_the_main_article_alone(self):
        for form, start in (("text", ""), ("markdown", "# ")):
            done = run("read", "--format", form, "--as", "article", "-", stdin="Tựa\n\nĐoạn một.\n".encode())
            self.assertEqual(done.stdout.decode(), f"{start}Tựa\n\nĐoạn một.\n")


if __name__ == "__main__":
    unittest.main()
