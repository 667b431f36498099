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
        folders = (f"XDG_CACHE_HOME={home}/cache", f"XDG_DATA_HOME={home}/data")
        words = ("env", f"INFEROMETER_MACHINE={home}", *folders)
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

    def test_the_script_of_a_row_names_the_device_and_the_threads_there(self):
        self.add("box")
        self.call(*FIRST, "--target", "box", "-q")
        planned = json.loads(self.runs()[0].read_text().splitlines()[0])["plan"]["threads"]
        (row,) = [line for line in self.call("show", "last", "--format", "csv").rows() if line["mode"] == "default"]
        script = self.call("show", "last", "--as-python").out
        self.assertEqual(planned, 0, "as many as the target has")
        self.assertGreater(int(row["threads"]), 0)
        self.assertIn(f'"threads":{row["threads"]},', script)
        self.assertIn('"device":"cpu",', script)

    def test_banners_of_a_shell_change_nothing(self):
        self.add("box")
        (self.home / "shell").write_text("#!/bin/sh\necho 'Welcome to box!'\nprintf 'prompt$ '\nexec \"$@\"\n")
        (self.home / "shell").chmod(0o755)
        self.add("box", self.home / "shell")
        ended = self.call(*FIRST, "--target", "box")
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertNotIn("Welcome", self.runs()[0].read_text())

    def there(self, plan, *words):
        """Rows and stream of a plan as a target measures it."""
        process = self.start("run", "--plan", "-", "-o", "-", "--progress", "stream", *words, stdin=subprocess.PIPE)
        process.stdin.write(json.dumps(plan).encode() + b"\n")
        process.stdin.flush()
        out = process.stdout.read().decode()
        process.communicate()
        records = [json.loads(line) for line in out.splitlines() if line.startswith('{"type":"record"')]
        rows = [(row["result"]["outcome"], row["result"].get("reason")) for record in records for row in record["rows"]]
        return rows, out

    def test_a_users_image_or_python_that_is_not_there_costs_its_rows_and_is_named(self):
        (self.home / "cat.png").write_bytes(b"not looked at here")
        words = [word if word != "cpp" else "cpp,python" for word in FIRST]
        plan = json.loads(self.call(*words, "--dry-run", "--format", "json", "--image", "cat.png").out)["plan"]

        for path, named in (("/nowhere/cat.png", "/nowhere/cat.png"), ("/home/somebody/cat.png", "~/cat.png")):
            rows, out = self.there(plan | {"image_path": path})
            self.assertEqual(rows, [("unsupported", {"code": "missing-on-target", "args": [named]})] * 4)
            self.assertNotIn("somebody", out.split('"type":"session"')[1])
        rows, _ = self.there(plan | {"image_path": "", "peer_python": "/nowhere/python"})
        missing = ("unsupported", {"code": "missing-on-target", "args": ["/nowhere/python"]})
        self.assertEqual([row[0] for row in rows], ["measured"] * 2 + ["unsupported"] * 2)
        self.assertEqual(rows[2:], [missing] * 2)

    def test_a_users_model_that_is_not_there_or_differs_costs_its_rows_only(self):
        (self.home / "net.py").write_text("def make(): ...\n")
        words = (*FIRST, "-m", "net.py:make", "--allow-code")
        plan = json.loads(self.call(*words, "--dry-run", "--format", "json").out)["plan"]
        (model,) = plan["models"]
        place = model["source"]["path"]
        name = model["name"]
        self.assertEqual({visit["workload"]["model"] for visit in plan["visits"]}, {"resnet", name})

        def outcomes(rows):
            return [row for row in rows if row[0] != "measured"], sum(row[0] == "measured" for row in rows)

        model["source"]["path"] = "/nowhere/net.py"
        lost, measured = outcomes(self.there(plan, "--allow-code")[0])
        self.assertEqual(measured, 2)
        self.assertEqual(lost, [("unsupported", {"code": "missing-on-target", "args": ["/nowhere/net.py"]})] * 2)

        model["source"]["path"] = place
        (self.home / "net.py").write_text("def make(): return 1\n")
        lost, measured = outcomes(self.there(plan, "--allow-code")[0])
        self.assertEqual(measured, 2)
        self.assertEqual([reason["code"] for _, reason in lost], ["differs-on-target"] * 2)

    def test_a_users_model_is_measured_elsewhere_with_the_consent_given_here(self):
        (self.home / "net.py").write_text("def make(): ...\n")
        self.add("box")
        words = ("-m", "net.py:make", *FIRST[3:], "--target", "box")
        refused = self.call("run", *words)
        self.assertEqual(refused.code, USAGE)
        self.assertIn("--allow-code", refused.err)
        self.assertEqual(self.runs(), [])

        ended = self.call("run", *words, "--allow-code")

        self.assertEqual(ended.code, DONE, ended.err)
        text = self.runs()[0].read_text()
        self.assertEqual(text.count('"outcome":"measured"'), 2)
        self.assertNotIn(str(self.home), text)


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
