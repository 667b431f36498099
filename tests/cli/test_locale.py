# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A locale with decimal commas changes no byte of any output."""

import shutil
import subprocess
import unittest

from program import DONE, FIRST, ProgramTest


class CommaLocale(ProgramTest):
    def german(self):
        """Variables of a user in Germany, in a locale made for this test."""
        folder = self.home / "locales"
        folder.mkdir()
        tool = shutil.which("localedef")
        made = tool and subprocess.run(
            [tool, "-i", "de_DE", "-f", "UTF-8", folder / "de_DE.UTF-8"], capture_output=True, check=False
        )
        if not made or not (folder / "de_DE.UTF-8").exists():
            raise unittest.SkipTest("this system cannot make the locale de_DE.UTF-8")
        return {"LOCPATH": str(folder), "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}

    def outputs(self):
        """All that a user can make of the last run, and of this machine."""
        forms = [self.call("show", "last", "--format", form).out for form in ("md", "csv", "json", "jsonl")]
        return [
            *forms,
            self.call("list", "models").out,
            self.call("list", "runs", "--json").out,
            self.call("run", "-m", "all", "-d", "cpu", "--dry-run").out,
        ]

    def test_outputs_are_the_same_byte_for_byte(self):
        self.assertEqual(self.call(*FIRST, "-q").code, DONE)
        plain = self.outputs()
        self.more = self.german()
        self.assertEqual(self.outputs(), plain)

    def test_a_run_made_under_it_has_points(self):
        self.more = self.german()
        ended = self.call(*FIRST, "--format", "csv", "--max-time", "12.5")
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertEqual(len(ended.rows()[0]), len(ended.out.splitlines()[0].split(",")))
        self.assertRegex(ended.rows()[0]["mean_s"], r"^0\.0\d+$")
        self.assertIn('"max_time_s":12.5', self.runs()[0].read_text())
        self.assertRegex(ended.err, r"no compile 10\.000 ms")
