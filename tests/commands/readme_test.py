"""README shows what the program prints: its examples are run, and their output is compared."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from program import MACHTIN, ROOT

BLOCK = re.compile(r"```(sh)?\n(.*?)```\n", re.S)


class Readme(unittest.TestCase):
    def test_examples_print_what_is_shown(self):
        blocks = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
        examples = [(a[1], b[1]) for a, b in zip(blocks, blocks[1:]) if a[0] == "sh" and b[0] == ""]
        self.assertGreaterEqual(len(examples), 2)
        path = f"{pathlib.Path(MACHTIN).resolve().parent}:{os.environ['PATH']}"
        with tempfile.TemporaryDirectory() as folder:
            for commands, shown in examples:
                done = subprocess.run(["bash", "-ec", commands], cwd=folder, capture_output=True, text=True, timeout=120, env={**os.environ, "PATH": path})
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(done.stdout, shown)


if __name__ == "__main__":
    unittest.main()
