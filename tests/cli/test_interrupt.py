# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl-C: once keeps what is measured, twice ends at once; nothing is left running."""

import os
import pathlib
import signal
import time

from program import INTERRUPTED, ProgramTest

TWO = (
    "run",
    "-m",
    "resnet",
    "-d",
    "cpu",
    "-b",
    "1,4",
    "--engine",
    "cpp",
    "--mode",
    "none,default",
    "--preset",
    "quick",
)


def children_of(parent):
    """Ids of the living processes below a process."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as file:
                    state, above = file.read().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if int(above) == parent and state != "Z":
                found += [int(entry), *children_of(int(entry))]
    return found


def is_alive(process):
    """Whether a process runs; one that nobody has reaped does not."""
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Interrupt(ProgramTest):
    def wait_for(self, condition, limit=60):
        """Waits until a condition holds."""
        end = time.monotonic() + limit
        while not condition():
            self.assertLess(time.monotonic(), end, "waited in vain")
            time.sleep(0.02)

    def visits(self):
        """How many runners were started so far."""
        path = self.home / "state" / "visits"
        return len(path.read_text().splitlines()) if path.exists() else 0

    def assert_all_ended(self, processes):
        """Nothing of the run is alive a little later."""
        self.wait_for(lambda: not any(is_alive(process) for process in processes), 5)

    def stopped_in_the_second_visit(self, *signals):
        """Runs two workloads and sends the signals while the second one is measured; returns how it ended."""
        self.runner_faults = "phase=measure,batch=4,sleep_ms=60000"
        process = self.start(*TWO, "--csv", "rows.csv")
        self.wait_for(lambda: self.visits() == 2)
        time.sleep(0.3)
        below = children_of(process.pid)
        self.assertTrue(below)
        mapped = pathlib.Path(f"/proc/{process.pid}/maps").read_text()
        self.assertNotRegex(mapped, r"libtorch|libc10|libpython", "Torch and Python are for children")
        for number in signals:
            process.send_signal(number)
            time.sleep(0.2 if len(signals) > 1 else 0)
        out, err = process.communicate(timeout=30)
        self.assert_all_ended(below)
        return process.returncode, out.decode(), err.decode()

    def test_once_keeps_what_is_measured(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=number):
                self.setUp()
                code, out, err = self.stopped_in_the_second_visit(number)
                self.assertEqual(code, INTERRUPTED, err)
                self.assertIn("Stopping", err)
                self.assertIn("Image Classification/ResNet", out)
                rows = self.call("show", "last", "--format", "csv").rows()
                self.assertEqual([row["outcome"] for row in rows], ["measured"] * 2 + ["cancelled"] * 2)
                self.assertTrue((self.home / "rows.csv").exists())

    def test_a_run_that_was_stopped_can_be_resumed(self):
        self.stopped_in_the_second_visit(signal.SIGINT)
        self.runner_faults = ""
        ended = self.call("run", "--resume", "last", "--format", "csv")
        self.assertEqual(ended.code, 0, ended.err)
        self.assertEqual([row["outcome"] for row in ended.rows()], ["measured"] * 4)

    def test_twice_ends_at_once_and_finished_visits_are_saved(self):
        self.runner_faults = "phase=measure,batch=4,fault=hang-deaf"
        process = self.start(*TWO)
        self.wait_for(lambda: self.visits() == 2)
        time.sleep(0.3)
        below = children_of(process.pid)
        process.send_signal(signal.SIGINT)
        time.sleep(0.2)
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
        self.assertEqual(process.returncode, INTERRUPTED, err)
        self.assertLess(time.monotonic() - begin, 5)
        self.assert_all_ended(below)
        rows = self.call("show", "last", "--format", "csv").rows()
        self.assertEqual([row["outcome"] for row in rows][:2], ["measured"] * 2)

    def test_while_preparing_it_stops_as_well(self):
        self.worker_faults = "step=compile,sleep_ms=60000"
        process = self.start(*TWO)
        self.wait_for(lambda: self.runs() and "compile" in self.requests())
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
        self.assertEqual(process.returncode, INTERRUPTED, err)

    def requests(self):
        """What the worker was asked for."""
        path = self.home / "state" / "requests"
        return path.read_text() if path.exists() else ""

    def test_before_anything_is_measured_it_ends_with_the_same_code(self):
        self.worker_faults = "no-hello=1"
        process = self.start(*TWO)
        self.wait_for(lambda: (self.home / "state" / "workers").exists())
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        self.assertEqual((process.returncode, out), (INTERRUPTED, b""), err)
