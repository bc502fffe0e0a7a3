"""Pages of our own prose beside what must be found on them: tests/pages/CODE/NAME.html and NAME.json, which tells the fields
that the page is there for. Lists are told whole, objects may leave fields out."""
import json
import unittest

from program import ROOT, rows


def differences(expected, got, place=""):
    if isinstance(expected, dict) and isinstance(got, dict):
        return [found for key in expected for found in differences(expected[key], got.get(key), f"{place}.{key}")]
    if isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        return [found for i, (a, b) in enumerate(zip(expected, got)) for found in differences(a, b, f"{place}[{i}]")]
    return [] if expected == got else [f"{place}: expected {expected!r}, got {got!r}"]


class Pages(unittest.TestCase):
    def test_what_is_known_of_a_page_is_found_on_it(self):
        known = sorted((ROOT / "tests" / "pages").glob("*/*.json"))
        self.assertGreaterEqual(len(known), 10)
        for path in known:
            with self.subTest(path.stem):
                page = rows("read", path.with_suffix(".html"))[0]
                self.assertEqual(differences(json.loads(path.read_text(encoding="utf-8")), page), [])

    def test_every_word_of_a_page_is_told_once(self):
        for path in sorted((ROOT / "tests" / "pages" / "vi").glob("*.json")):
            page = rows("read", path.with_suffix(".html"))[0]
            main = page["articles"][0]
            with self.subTest(path.stem):
                told = [main["title"], main["lede"] or "", *main["paragraphs"], *(d["text"] for d in page["dropped"] if d["why"] != "heading")]
                long = [text for text in told if len(text.split()) >= 8]
                self.assertEqual(len(long), len(set(long)))


if __name__ == "__main__":
    unittest.main()
