# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a shell offers while a command is being typed."""

import unittest

from program import DONE, FIRST, ProgramTest


class Completion(ProgramTest):
    def offered(self, *words):
        """What can stand in the place of the last word."""
        ended = self.call("complete", *words)
        self.assertEqual((ended.code, ended.err), (DONE, ""))
        return ended.out.splitlines()

    def test_commands_and_their_options(self):
        self.assertIn("run", self.offered(""))
        self.assertEqual(self.offered("mod"), ["models"])
        self.assertEqual(self.offered("models", "a"), ["add"])
        self.assertEqual(self.offered("models", "add", "--prep"), ["--prepare"])
        options = self.offered("run", "--")
        self.assertLessEqual({"--dry-run", "--mode", "--quiet"}, set(options))
        self.assertTrue(all(option.startswith("--") for option in options))

    def test_models_by_name(self):
        self.assertIn("resnet", self.offered("run", "-m", ""))
        self.assertEqual(self.offered("run", "--model", "all"), ["all"])
        self.assertEqual(self.offered("run", "--mode", ""), [])

    def test_runs_of_the_history(self):
        self.assertEqual(self.offered("show", ""), ["last"])
        self.call(*FIRST, "-q")
        name = self.runs()[0].name.removesuffix(".inferometer.jsonl")
        for words in (("show", ""), ("compare", "last", ""), ("run", "--resume", "")):
            self.assertEqual(self.offered(*words), [name, "last"])


if __name__ == "__main__":
    unittest.main()
