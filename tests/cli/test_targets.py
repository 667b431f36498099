# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs elsewhere as a user starts them, and the stream that such a run speaks."""

import json
import os
import signal
import subprocess
import time

from program import BUILD, DONE, FIRST, INTERRUPTED, USAGE, ProgramTest

TWO = tuple("1,4" if word == "1" else word for word in FIRST)


class Targets(ProgramTest):
    def add(self, name, *launcher):
        """Adds a target in folders of its own."""
        home = self.home / name
        words = ("env", f"XDG_CACHE_HOME={home}/cache", f"XDG_DATA_HOME={home}/data")
        return self.call("targets", "add", name, "--path", BUILD, "--", *launcher, *words)

    def test_a_target_is_asked_listed_examined_and_removed(self):
        self.assertIn("'box' has cpu with torch 2.15.0+fake", self.add("box").err)
        listed = json.loads(self.call("targets", "list", "--json").out)
        self.assertEqual([(entry["name"], entry["devices"][0]["device"]) for entry in listed], [("box", "cpu")])
        self.assertIn("box/cpu", self.call("list", "devices").out)
        examined = self.call("doctor", "--target", "box")
        self.assertEqual(examined.code, DONE, examined.err)
        self.assertIn("Transformers", examined.out)
        self.assertEqual(self.call("targets", "remove", "box").code, DONE)
        self.assert_refused(self.call("run", "--target", "box", *FIRST[1:]), USAGE, "box", "targets add")

    def test_what_cannot_be_a_target_is_refused(self):
        self.assert_refused(self.call("targets", "add", "local", "--path", "/opt"), USAGE, "local")
        self.assert_refused(self.call("targets", "add", "x", "--path", "relative"), USAGE, "absolute")
        self.assert_refused(self.call("targets", "add", "x", "--path", "/opt/a b"), USAGE, "blanks")
        self.add("box")
        self.assert_refused(self.call("run", *FIRST[1:], "-d", "box/cuda:3"), USAGE, "box", "cuda:3")

    def test_a_target_that_does_not_answer_is_kept_and_said(self):
        ended = self.call("targets", "add", "gone", "--path", "/nowhere")
        self.assertIn("did not answer", ended.err)
        self.assertIn("kept", ended.err)
        self.assertIn("gone", self.call("targets", "list").out)

    def test_rows_of_several_machines_stand_in_one_file(self):
        self.add("box")
        ended = self.call(*TWO, "--target", "local,box", "--csv", "rows.csv")
        self.assertEqual(ended.code, DONE, ended.err)
        rows = self.call("show", "last", "--format", "csv").rows()
        self.assertEqual(
            [(row["target"], row["device"], row["batch"], row["mode"]) for row in rows],
            [
                (target, "cpu", batch, mode)
                for target in ("local", "box")
                for batch in "14"
                for mode in ("none", "default")
            ],
        )
        self.assertTrue(all(row["outcome"] == "measured" for row in rows))

    def test_banners_of_a_shell_change_nothing(self):
        self.add("box")
        (self.home / "shell").write_text("#!/bin/sh\necho 'Welcome to box!'\nprintf 'prompt$ '\nexec \"$@\"\n")
        (self.home / "shell").chmod(0o755)
        self.add("box", self.home / "shell")
        ended = self.call(*FIRST, "--target", "box")
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertNotIn("Welcome", self.runs()[0].read_text())

    def test_a_users_image_that_is_not_there_costs_its_rows(self):
        (self.home / "cat.png").write_bytes(b"not looked at here")
        dry = self.call(*FIRST, "--dry-run", "--format", "json", "--image", "cat.png")
        plan = json.loads(dry.out)["plan"] | {"image_path": "/nowhere/cat.png"}
        process = self.start("run", "--plan", "-", "-o", "-", "--progress", "stream", stdin=subprocess.PIPE)
        process.stdin.write(json.dumps(plan).encode() + b"\n")
        process.stdin.flush()
        out = process.stdout.read().decode()
        process.communicate()
        records = [json.loads(line) for line in out.splitlines() if line.startswith('{"type":"record"')]
        self.assertEqual([row["result"]["outcome"] for row in records[0]["rows"]], ["unsupported"] * 2)
        self.assertEqual(records[0]["rows"][0]["result"]["reason"]["args"], ["cat.png"])
        self.assertNotIn("/nowhere", out)


class Stream(ProgramTest):
    def setUp(self):
        super().setUp()
        self.plan = json.dumps(json.loads(self.call(*FIRST, "--dry-run", "--format", "json").out)["plan"])

    def begin(self):
        """A streamed run that measures for long, with its input still open."""
        self.runner_faults = "phase=measure,fault=hang-deaf"
        process = self.start("run", "--plan", "-", "-o", "-", stdin=subprocess.PIPE)
        process.stdin.write(self.plan.encode() + b"\n")
        process.stdin.flush()
        self.wait_for_runner()
        return process

    def wait_for_runner(self):
        """Waits until something is measured."""
        end = time.monotonic() + 60
        while not (self.home / "state" / "visits").exists():
            self.assertLess(time.monotonic(), end, "waited in vain")
            time.sleep(0.02)

    def assert_nothing_left(self):
        """Nothing of this home is alive a little later."""
        mark = f"INFEROMETER_FAKE_STATE={self.home}/state".encode()
        end = time.monotonic() + 10
        while True:
            alive = []
            for entry in os.listdir("/proc"):
                if entry.isdigit():
                    try:
                        with open(f"/proc/{entry}/environ", "rb") as variables, open(f"/proc/{entry}/stat") as stat:
                            if mark in variables.read() and stat.read().rpartition(")")[2].split()[0] != "Z":
                                alive.append(entry)
                    except OSError:
                        continue
            if not alive:
                return
            self.assertLess(time.monotonic(), end, alive)
            time.sleep(0.02)

    def test_a_plan_that_is_all_of_the_input_is_run_to_its_end(self):
        ended = self.call("run", "--plan", "-", "-o", "-", text=self.plan)
        self.assertEqual(ended.code, DONE, ended.err)
        types = [json.loads(line)["type"] for line in ended.out.splitlines()]
        self.assertEqual(types, ["header", "session", "attempt", "record", "closed"])

    def test_the_end_of_the_input_ends_the_run_and_its_children(self):
        process = self.begin()
        process.stdin.close()
        out = process.stdout.read().decode()
        self.assertEqual(process.wait(30), INTERRUPTED)
        self.assertEqual(json.loads(out.splitlines()[-1])["ending"], "cancelled")
        self.assert_nothing_left()

    def test_a_closed_output_ends_the_run_and_its_children(self):
        process = self.begin()
        process.stdout.close()
        process.wait(30)
        self.assert_nothing_left()
        process.stdin.close()

    def test_a_hang_up_ends_the_run_and_its_children(self):
        process = self.begin()
        process.send_signal(signal.SIGHUP)
        self.assertEqual(process.wait(30), INTERRUPTED)
        self.assert_nothing_left()
        process.stdin.close()
