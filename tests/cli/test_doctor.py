# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The examination: every line says how it is in words, and what to do."""

import json

from program import DONE, PREREQUISITE, ProgramTest

TOPICS = {
    "cpu",
    "memory",
    "gpu",
    "runner",
    "resources",
    "python",
    "torch",
    "transformers",
    "compiler",
    "cache",
    "space",
    "history",
    "hub",
    "fonts",
}


class Doctor(ProgramTest):
    def test_every_line_begins_with_a_word(self):
        ended = self.call("doctor")
        self.assertEqual(ended.code, DONE, ended.out)
        for line in ended.out.splitlines():
            self.assertRegex(line, r"^(ok|warning|problem) +\S|^ {20,}\S")
        self.assertIn("2.15.0+fake", ended.out)

    def test_json_has_every_topic_and_no_path(self):
        ended = self.call("doctor", "--json")
        checks = json.loads(ended.out)
        self.assertLessEqual(TOPICS, {check["topic"] for check in checks})
        for check in checks:
            self.assertIn(check["state"], ("ok", "warning", "error"))
            self.assertNotEqual(check["finding"], check["code"], "no sentence")
        self.assertNotIn(str(self.home), ended.out)

    def test_what_is_missing_is_a_problem_with_a_remedy(self):
        self.more = {"INFEROMETER_RUNNER": "/nowhere/runner", "INFEROMETER_PYTHON": "/nowhere/python"}
        ended = self.call("doctor", "--json")
        self.assertEqual(ended.code, PREREQUISITE)
        checks = {check["topic"]: check for check in json.loads(ended.out)}
        for topic in ("runner", "python"):
            self.assertEqual(checks[topic]["state"], "error")
            self.assertIn("quickstart", checks[topic]["remedy"])

    def test_a_python_that_does_not_work_is_a_problem(self):
        self.python.write_text("#!/bin/sh\nexit 1\n")
        ended = self.call("doctor")
        self.assertEqual(ended.code, PREREQUISITE)
        self.assertRegex(ended.out, r"problem +Python ")

    def test_a_cache_that_others_can_read_is_a_problem(self):
        folder = self.home / ".cache/inferometer/artifacts"
        folder.mkdir(parents=True)
        folder.chmod(0o755)
        ended = self.call("doctor")
        self.assertEqual(ended.code, PREREQUISITE)
        self.assertRegex(ended.out, r"problem +Cache ")
