#!/usr/bin/env python3
"""Whom words like "ông" and "nước này" stand for in the passages of tests/entities/anaphors.txt: nine in ten are right."""
import json
import subprocess
import sys
import unittest

from program import MACHTIN, ROOT



class Anaphors(unittest.TestCase):
    def test_nine_in_ten_are_right(self):
        out = subprocess.run([sys.executable, str(ROOT / "tools" / "score_anaphors.py"), '--machtin', MACHTIN],
                             stdout=subprocess.PIPE, check=True)
        score = json.loads(out.stdout.decode().splitlines()[-1])
        self.assertGreaterEqual(score['words'], 60)
        self.assertGreaterEqual(score['right'], 0.9 * score['words'])


if __name__ == '__main__':
    unittest.main()
