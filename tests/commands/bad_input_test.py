"""Bad input gets one clear line and the right exit status, and all other inputs are done."""
import gzip
import os
import pathlib
import socket
import sqlite3
import subprocess
import tempfile
import unittest

from program import MACHTIN, run

GOOD = "Cầu Hàm Tân thông xe\n\nSáng 3/5/2025, cầu Hàm Tân được mở cho xe qua lại sau ba năm thi công.\n\nTheo Sở Xây dựng, cầu dài 1.200 mét.\n"


class BadInput(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        self.good = self.path / "good.txt"
        self.good.write_text(GOOD, encoding="utf-8")

    def tearDown(self):
        self.folder.cleanup()

    def assert_one_failure(self, done, name, *words):
        lines = done.stderr.decode().splitlines()
        self.assertEqual(len(lines), 1, done.stderr)
        self.assertTrue(lines[0].startswith(f"machtin: {name}: "), lines[0])
        for word in words:
            self.assertIn(word, lines[0])
        self.assertEqual(done.returncode, 1)

    def test_each_bad_file_is_told_and_the_good_one_is_read(self):
        cases = {
            "empty.txt": (b"", "empty"),
            "blank.txt": (b" \n\t\n", ""),
            "binary.bin": (bytes(range(256)) * 40, "text"),
            "nul.bin": (b"\x00" * 5000, "text"),
            "cut.gz": (gzip.compress(GOOD.encode())[:30], ""),
            "broken.jsonl": (b'{"title": "x", \n', "JSON"),
        }
        for name, (content, word) in cases.items():
            with self.subTest(name):
                bad = self.path / name
                bad.write_bytes(content)
                done = run("read", bad, self.good)
                self.assert_one_failure(done, str(bad) + ("#1" if name.endswith("jsonl") else ""), word)
                self.assertEqual(len(done.stdout.splitlines()), 1)

    def test_words_refuses_what_is_no_text_in_utf8_and_does_the_rest(self):
        cases = {
            "binary.bin": (bytes(range(256)) * 40, "not text"),
            "nul.bin": (b"\x00" * 5000, "not text"),
            "utf16.txt": (GOOD.encode("utf-16"), "not UTF-8"),
            "latin.txt": ("Cô ấy đã về nhà ".encode("latin-1", "replace") * 99, "not UTF-8"),
        }
        for name, (content, words) in cases.items():
            with self.subTest(name):
                bad = self.path / name
                bad.write_bytes(content)
                done = run("words", bad, self.good)
                self.assert_one_failure(done, bad, words)
                self.assertEqual(len(done.stdout.splitlines()), len(GOOD.splitlines()))

    def test_words_prints_what_it_was_given_but_for_white_space(self):
        line = "Xem https://bao.example/a?b=1 ti\u00adếng \u200bViệt\ufeff, @doi_bong\x01 ."
        given = self.path / "signs.txt"
        given.write_text(line + "\n", encoding="utf-8")
        done = run("words", given)
        self.assertEqual(done.returncode, 0, done.stderr)
        bare = lambda text: text.replace(" ", "").replace("_", "")
        self.assertEqual(bare(done.stdout.decode().rstrip("\n")), bare(line))
        self.assertIn("https://bao.example/a?b=1 ", done.stdout.decode())

    def test_a_pack_with_a_slip_of_the_pen_is_told_by_file_and_line(self):
        cases = {"vi/ofices.tsv": ("a\tb\n", "no table"), "xx/offices.tsv": ("a\tb\n", "no language pack"),
                 "offices.tsv": ("a\tb\n", "no language's folder"), "vi/offices.tsv": ("# mine\nx\n", "line 2")}
        for name, (text, words) in cases.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / name
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
                done = run("read", "--pack", folder, self.good)
                self.assert_one_failure(done, "--pack", name if name[0] != "x" else "xx", words)

    def test_missing_file_and_folder_without_pages(self):
        missing = self.path / "nowhere.txt"
        self.assert_one_failure(run("read", missing, self.good), missing, "No such file")
        empty = self.path / "folder"
        empty.mkdir()
        self.assert_one_failure(run("read", empty, self.good), empty)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_unreadable_file(self):
        secret = self.path / "secret.txt"
        secret.write_text(GOOD)
        secret.chmod(0)
        self.assert_one_failure(run("read", secret, self.good), secret, "Permission denied")

    def test_invalid_utf8_and_nuls_in_text_are_read(self):
        odd = self.path / "odd.txt"
        odd.write_bytes(GOOD.encode() + b"\n\nm\xc3\x28t \x00 d\xf2ng l\xe0\n")
        done = run("read", odd)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stdout.decode("utf-8"))

    def test_a_long_line_is_refused_in_bounded_memory_and_the_rest_is_read(self):
        long = self.path / "long.jsonl"
        with open(long, "wb") as f:
            f.write(b'{"title":"a","body":"')
            for _ in range(200):
                f.write(b"x" * (1 << 20))
            f.write(b'"}\n{"title":"Hai","body":"Trang sau."}\n')
        done = subprocess.run(["bash", "-c", f"ulimit -v 3000000; {MACHTIN} read '{long}'"] if "sanitize" not in MACHTIN else [MACHTIN, "read", str(long)],
                              capture_output=True, timeout=300)
        self.assert_one_failure(done, f"{long}#1", "bytes")
        self.assertEqual(len(done.stdout.splitlines()), 1)

    def test_a_full_disk_is_told(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([MACHTIN, "read", str(self.good)], stdout=full, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.decode(), "machtin: standard output: No space left on device\n")

    def test_archives_that_cannot_be_read(self):
        missing = self.path / "none.db"
        for command in (["search", "cau"], ["timeline", "cau"], ["export", "articles"], ["stories"], ["serve"]):
            with self.subTest(command):
                done = run(*command, "--db", missing)
                self.assert_one_failure(done, missing)
                self.assertFalse(missing.exists(), "a command that reads made an archive")
        corrupt = self.path / "corrupt.db"
        corrupt.write_bytes(b"this is no database" * 500)
        for command in (["search", "cau"], ["build", self.good]):
            with self.subTest(command):
                self.assert_one_failure(run(*command, "--db", corrupt), corrupt)
        other = self.path / "other.db"
        with sqlite3.connect(other) as db:
            db.execute("create table t (x)")
        self.assert_one_failure(run("build", self.good, "--db", other), other)
        self.assert_one_failure(run("build", self.good, "--db", self.path / "no" / "folder.db"), self.path / "no" / "folder.db")

    def test_a_locked_archive_is_told(self):
        archive = self.path / "a.db"
        self.assertEqual(run("build", self.good, "--db", archive).returncode, 0)
        holder = sqlite3.connect(archive, isolation_level=None)
        holder.execute("begin exclusive")
        other = self.path / "second.txt"
        other.write_text(GOOD.replace("Hàm Tân", "Phú Lộc"), encoding="utf-8")
        done = run("build", other, "--db", archive)
        self.assert_one_failure(done, archive)
        holder.close()
        self.assertEqual(run("build", other, "--db", archive).returncode, 0)

    def test_a_port_in_use_is_told(self):
        archive = self.path / "a.db"
        self.assertEqual(run("build", self.good, "--db", archive).returncode, 0)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            address = "127.0.0.1:%d" % taken.getsockname()[1]
            done = run("serve", "--db", archive, "--listen", address)
        self.assert_one_failure(done, address, "in use")

    def test_wrong_command_lines_exit_with_2_and_usage(self):
        for args in ([], ["nonsense"], ["read"], ["read", "--as", "pdf", "x"], ["search", "x"], ["export", "all", "--db", "x"], ["stories"],
                     ["read", "--published", "yesterday", "x"], ["read", "--jobs", "0", "x"], ["serve", "--db", self.good, "--listen", "nowhere"]):
            with self.subTest(args):
                done = run(*args)
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertIn("sage", done.stderr.decode())
                self.assertEqual(done.stdout, b"")

    def test_a_pack_that_cannot_be_read_is_told(self):
        self.assert_one_failure(run("read", self.good, "--pack", self.path / "nopack"), "--pack")


if __name__ == "__main__":
    unittest.main()
