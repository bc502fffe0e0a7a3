"""Runs the program under test: MACHTIN names it."""
import json
import os
import pathlib
import subprocess

MACHTIN = os.environ.get("MACHTIN", "machtin")
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "samples"


def run(*args, stdin=b"", timeout=300, **more):
    """→ the finished process; its output is bytes."""
    return subprocess.run([MACHTIN, *map(str, args)], input=stdin, capture_output=True, timeout=timeout, **more)


def rows(*args, **more):
    """→ the JSON lines that a run prints; the run must succeed."""
    done = run(*args, **more)
    assert done.returncode == 0, (args, done.returncode, done.stderr.decode())
    return [json.loads(line) for line in done.stdout.splitlines()]
