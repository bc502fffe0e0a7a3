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
