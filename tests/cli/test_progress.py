# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Progress on standard error: redrawn on a terminal, a line per workload elsewhere."""

import os
import pty
import re
import select

from program import DONE, FIRST, ProgramTest

ERASE = "\r\x1b[K"


class Progress(ProgramTest):
    def on_terminal(self, *words):
        """Runs the program with a terminal as standard error; returns its code and all that was drawn."""
        controller, terminal = pty.openpty()
        process = self.start(*words, stderr=terminal)
        os.close(terminal)
        drawn = b""
        while True:
            ready, _, _ = select.select([controller], [], [], 60)
            try:
                piece = os.read(controller, 65536) if ready else b""
            except OSError:  # the other end is closed
                piece = b""
            if not piece:
                break
            drawn += piece
        os.close(controller)
        process.communicate(timeout=60)
        return process.returncode, drawn.decode()

    def test_elsewhere_each_finished_workload_is_a_line(self):
        ended = self.call("run", "-m", "resnet", "-d", "cpu", "-b", "1,4", "--engine", "cpp", "--preset", "quick")
        lines = [line for line in ended.said if line.startswith("[")]
        self.assertEqual(len(lines), 2, ended.err)
        self.assertRegex(
            lines[0], r"^\[1/2\] ResNet · cpu · b1 · no compile 10\.\d+ ms · default 8\.\d+ ms \(20\.0%, faster\)"
        )
        self.assertRegex(lines[1], r"^\[2/2\] ResNet · cpu · b4 · ")
        self.assertNotIn("\x1b", ended.err)
        self.assertNotIn("\r", ended.err)

    def test_verbose_names_every_step(self):
        ended = self.call(*FIRST, "-v")
        for step in ("Load", "Graph capture", "Compile", "Verify", "Warm-up", "Measure"):
            self.assertRegex(ended.err, rf"\[1/1\] ResNet · cpu · b1 · (no compile · |default · )?{step}", step)

    def test_never_means_never(self):
        ended = self.call(*FIRST, "--progress", "never")
        self.assertNotIn("[1/1]", ended.err)

    def test_on_a_terminal_one_line_is_redrawn_and_taken_away(self):
        self.worker_faults = "step=compile,sleep_ms=2500"
        self.runner_faults = "round_ms=60"
        code, drawn = self.on_terminal(*FIRST)
        self.assertEqual(code, DONE, drawn)
        self.assertIn(ERASE, drawn)
        self.assertRegex(drawn, r"\[1/1\] ResNet · cpu · b1 · default · Compile 0:0[12]")
        self.assertRegex(drawn, r"Measure 0:0\d · \d+%")
        lines = [line.split(ERASE)[-1] for line in drawn.split("\r\n")]
        self.assertEqual(len([line for line in lines if line.startswith("[")]), 1, lines)
        self.assertRegex(lines[-2], r"^2 of 2 rows measured")

    def test_a_line_is_never_wider_than_the_terminal(self):
        _, drawn = self.on_terminal(*FIRST)
        for line in re.split("\r\n|" + re.escape(ERASE), drawn):
            if line.startswith("[") and " ms " not in line:
                self.assertLess(len(line), 80)

    def test_a_dumb_terminal_gets_lines(self):
        self.more = {"TERM": "dumb"}
        _, drawn = self.on_terminal(*FIRST)
        self.assertNotIn("\x1b", drawn)

    def test_colors_are_for_terminals_or_on_request(self):
        self.assertNotIn("\x1b", self.call("doctor").out)
        self.assertIn("\x1b[3", self.call("doctor", "--color", "always").out)
        self.assertNotIn("\x1b", self.call("--color", "never", "doctor").out)
