# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The noise floor: identical programs against each other, kept for the runs that follow."""

import json

from program import DONE, FIRST, USAGE, ProgramTest


class Noise(ProgramTest):
    def test_the_floor_is_measured_kept_and_named_by_later_runs(self):
        self.runner_faults = "variant=cpp/none#2,factor=1.003"
        ended = self.call("noise", "-d", "cpu", "--copies", "2", "--visits", "2", "--json")
        self.assertEqual(ended.code, DONE, ended.err)
        (floor,) = json.loads(ended.out)
        self.assertAlmostEqual(floor["floor_percent"], 0.3, places=6)
        self.assertEqual((floor["comparisons"], floor["device"]), (2, "cpu"))
        self.assertEqual(json.loads(self.call("noise", "--kept", "--json").out), [floor])

        self.runner_faults = ""
        rows = self.call(*FIRST, "-q", "--format", "csv").rows()
        self.assertEqual([float(row["noise_floor_percent"]) for row in rows], [floor["floor_percent"]] * 2)
        rows = self.call(*FIRST, "-q", "--format", "csv", "--threads", "1").rows()
        self.assertEqual([row["noise_floor_percent"] for row in rows], ["", ""])

    def test_nothing_is_known_before(self):
        ended = self.call("noise", "--kept")
        self.assertEqual((ended.code, ended.out), (DONE, ""))
        self.assertIn("inferometer-cli noise", ended.err)

    def test_one_program_has_nothing_to_be_compared_with(self):
        self.assert_refused(self.call("noise", "--copies", "1"), USAGE, "--copies")
        self.assert_refused(self.call("noise", "-m", "nosuch"), USAGE, "nosuch")
