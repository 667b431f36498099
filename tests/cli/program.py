# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a user has it, in a home of its own, measuring with programs that stand in for the real ones."""

import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

BUILD = pathlib.Path(os.environ.get("INFEROMETER_BUILD_DIR", "build/core")).resolve()
PROGRAM = BUILD / "bin" / "inferometer-cli"
FAKES = BUILD / "tests" / "bin"

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
MODELS = len(json.loads((RESOURCES / "models.json").read_text())["models"])  # of the shipped catalogue

DONE, FAILED, USAGE, INCOMPLETE, REGRESSION, PREREQUISITE, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130

# One workload, no compile and compiled.
FIRST = (
    "run",
    "-m",
    "resnet",
    "-d",
    "cpu",
    "-b",
    "1",
    "--engine",
    "cpp",
    "--mode",
    "none,default",
    "--preset",
    "quick",
)


class Ended:
    """How a call of the program ended."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def said(self):
        """Lines of standard error."""
        return self.err.splitlines()

    def rows(self):
        """The rows of a CSV on standard output."""
        return list(csv.DictReader(io.StringIO(self.out)))


class ProgramTest(unittest.TestCase):
    """Gives each test a fresh home."""

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="inferometer-cli-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        (self.home / "state").mkdir()
        self.runner_faults = ""
        self.worker_faults = ""
        self.more = {}
        self.python = self.make_python()

    def make_python(self):
        """An environment of Python as far as its files go, so that what the worker says of it can be kept."""
        folder = self.home / "python"
        packages = folder / "lib" / "python3.11" / "site-packages"
        (packages / "torch").mkdir(parents=True)
        (packages / "torch" / "version.py").write_text("")
        (folder / "bin").mkdir()
        python = folder / "bin" / "python"
        shutil.copy(FAKES / "fake_worker", python)
        return python

    def environment(self):
        """Variables of the process; nothing of the caller's own folders is left."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("INFEROMETER_", "XDG_", "HF_", "LC_", "LANG"))}
        return (
            kept
            | {
                "HOME": str(self.home),
                "TERM": "xterm",
                "INFEROMETER_MACHINE": str(self.home),
                "INFEROMETER_RUNNER": str(FAKES / "fake_runner"),
                "INFEROMETER_PYTHON": str(self.python),
                "INFEROMETER_FAKE_STATE": str(self.home / "state"),
                "INFEROMETER_FAKE_RUNNER": self.runner_faults,
                "INFEROMETER_FAKE_WORKER": self.worker_faults,
            }
            | self.more
        )

    def start(self, *words, **options):
        """Starts the program; the caller waits for it."""
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        return subprocess.Popen([PROGRAM, *map(str, words)], cwd=self.home, env=self.environment(), **options)

    def call(self, *words, text=None, **options):
        """Runs the program to its end; `text` is its standard input."""
        if text is not None:
            options["stdin"] = subprocess.PIPE
        process = self.start(*words, **options)
        out, err = process.communicate(text.encode("latin-1") if text is not None else None, timeout=120)
        return Ended(process.returncode, (out or b"").decode(), (err or b"").decode())

    def runs(self):
        """Run files of the history, oldest first."""
        return sorted((self.home / ".local/share/inferometer/runs").glob("*.inferometer.jsonl"))

    def wait_for_a_run(self, process):
        """Returns once the program has begun a run; one that ends before has failed."""
        while not self.runs():
            self.assertIsNone(process.poll(), "it ended without a run")

    def assert_refused(self, ended, code, *parts):
        """One sentence on standard error that holds the parts, nothing on standard output, the right code."""
        self.assertEqual(ended.code, code, ended.err)
        self.assertEqual(ended.out, "")
        self.assertEqual(len(ended.said), 1, ended.err)
        self.assertRegex(ended.err, r"^inferometer-cli: .+[.?]$")
        for part in parts:
            self.assertIn(part, ended.err)
