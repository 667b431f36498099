# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a user has it: its own folders for cache and history, the real worker and runner."""

import csv
import dataclasses
import json
import os
import pathlib
import subprocess

import pytest

PROGRAM = pathlib.Path(os.environ.get("INFEROMETER_BIN", "build/release/bin")).resolve() / "inferometer-cli"


def pytest_configure(config):
    config.addinivalue_line("markers", "full: takes hours, or the full models")
    if os.environ.get("INFEROMETER_ONE_PROCESSOR"):  # threads that measure would wait for each other beside other tests
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


@dataclasses.dataclass
class Home:
    """A user's folders, and the command line started in them."""

    folder: pathlib.Path

    def environment(self):
        """Variables of the process: nothing of the caller's own Inferometer or Hugging Face folders is left."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("HF_", "XDG_", "CUDA_", "LIBRARY_PATH"))}
        return kept | {
            "HOME": str(self.folder),
            "INFEROMETER_MACHINE": str(self.folder),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "HF_HUB_OFFLINE": "1",
        }

    def start(self, *arguments, **options):
        """Starts the command line; the caller waits for it."""
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **options}
        return subprocess.Popen(
            [str(PROGRAM), *map(str, arguments)], cwd=self.folder, env=self.environment(), **options
        )

    def run(self, *arguments, timeout=900):
        """Runs the command line to its end."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=timeout)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def runs(self):
        """Run files of the history, oldest first."""
        return sorted(self.folder.glob("data/inferometer/**/*.inferometer.jsonl"))


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """One home for all tests, so that what is compiled once serves them all."""
    return Home(tmp_path_factory.mktemp("home"))


@pytest.fixture
def fresh_home(tmp_path):
    """A home in which nothing was ever prepared."""
    return Home(tmp_path)


def rows_of(path):
    """The rows of an exported CSV."""
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def lines_of(path):
    """The lines of a run file."""
    return [json.loads(line) for line in path.read_text().splitlines()]


def runners_of(program):
    """Process ids of the runners below a process, each of which has a guard for a parent."""
    below, found = {program}, []
    for pid, name, _, parent in sorted(processes()):
        if parent in below:
            below.add(pid)
            if name.startswith("inferometer-run"):
                found.append(pid)
    return found


def processes():
    """Number, name, state (Z: dead, and waited for by nobody) and parent of every process."""
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat") as file:
                name, rest = file.read().split("(", 1)[1].rsplit(")", 1)
            state, parent = rest.split()[:2]
            yield int(entry), name, state, int(parent)
        except OSError:
            continue
