# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measuring: rows, tables, files, and what an exit code says."""

import csv
import json
import os
import shutil

from program import DONE, FAILED, FIRST, INCOMPLETE, MODELS, USAGE, ProgramTest


class Measuring(ProgramTest):
    def test_the_table_is_markdown_on_standard_output_and_everything_else_on_standard_error(self):
        ended = self.call(*FIRST)
        self.assertEqual(ended.code, DONE, ended.err)
        table = [line for line in ended.out.splitlines() if line.startswith("|")]
        self.assertIn("Image Classification/ResNet", table[2])
        self.assertIn("20.0 %", table[2])
        self.assertIn("Differs from the guide's method: ", ended.out)
        for condition in ("torch", "threads", "weights", "allocator"):
            self.assertIn(condition, ended.out[: ended.out.index("| ")])
        self.assertNotIn("|", ended.err)

    def test_the_systems_allocator_takes_a_process_for_each_variant(self):
        rows = self.call(*FIRST, "--allocator", "default", "--format", "csv").rows()
        self.assertEqual([row["outcome"] for row in rows], ["measured", "measured"])
        self.assertEqual((self.home / "state" / "visits").read_text().splitlines(), ["resnet.cpu.b1.float32"] * 2)
        for row in rows:
            self.assertIn("apart-for-allocator", row["warnings"])

    def test_variants_that_need_too_much_together_are_measured_apart(self):
        self.runner_faults = "fault=too-large,variants=2,phase=measure"
        ended = self.call(*FIRST, "--format", "csv")
        self.assertEqual(ended.code, DONE, ended.err)
        for row in ended.rows():
            self.assertEqual(row["outcome"], "measured")
            self.assertIn("apart-for-memory", row["warnings"])

    def test_every_form_goes_to_standard_output_or_to_files(self):
        ended = self.call(
            *FIRST,
            "--format",
            "csv",
            "--csv",
            "a.csv",
            "--csv",
            "b.csv",
            "--json",
            "a.json",
            "--jsonl",
            "a.jsonl",
            "--markdown",
            "a.md",
            "--label",
            "first",
        )
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertEqual([row["mode"] for row in ended.rows()], ["none", "default"])
        self.assertEqual(ended.out, (self.home / "a.csv").read_text())
        self.assertEqual(ended.out, (self.home / "b.csv").read_text())
        self.assertEqual(len(json.loads((self.home / "a.json").read_text())["rows"]), 2)
        rows = [json.loads(line) for line in (self.home / "a.jsonl").read_text().splitlines()]
        self.assertEqual([row["run_label"] for row in rows], ["first", "first"])
        self.assertIn("**first**", (self.home / "a.md").read_text())

    def test_the_second_time_nothing_is_compiled_and_that_is_said(self):
        words = (*FIRST[:-4], "--mode", "none,default,max-autotune", "--preset", "quick")
        first = self.call(*words)
        self.assertIn("2 packages to compile", first.err)
        self.assertIn("2 packages compiled", first.err)
        second = self.call(*words, "--format", "csv")
        self.assertIn("nothing to compile: all 2 packages are in the cache", second.err)
        self.assertEqual([row["compile_cached"] for row in second.rows()], ["", "true", "true"])

    def test_a_stream_holds_the_run_and_nothing_else(self):
        ended = self.call(*FIRST, "-o", "-", "--csv", "rows.csv")
        self.assertEqual(ended.code, DONE, ended.err)
        types = [json.loads(line)["type"] for line in ended.out.splitlines()]
        self.assertEqual((types[0], types[-1]), ("header", "closed"))
        self.assertIn("record", types)
        self.assertEqual(self.runs(), [])
        (self.home / "streamed.inferometer.jsonl").write_text(ended.out)
        shown = self.call("show", "streamed.inferometer.jsonl", "--format", "csv")
        self.assertEqual(shown.out, (self.home / "rows.csv").read_text())

    def test_a_plan_can_be_written_sent_and_run(self):
        dry = self.call(*FIRST, "--dry-run", "--format", "json")
        plan = json.loads(dry.out)["plan"]
        ended = self.call("run", "--plan", "-", "--format", "csv", text=json.dumps(plan))
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertEqual([row["mode"] for row in ended.rows()], ["none", "default"])
        again = self.call("run", "--plan", self.runs()[0], "--format", "csv", "-q")
        self.assertEqual((again.code, again.err), (DONE, ""))

    def test_a_run_file_of_the_users_own_is_used_once(self):
        self.assertEqual(self.call(*FIRST, "-o", "own.inferometer.jsonl").code, DONE)
        self.assertEqual(self.runs(), [])
        ended = self.call(*FIRST, "-o", "own.inferometer.jsonl", "-q")
        self.assert_refused(ended, FAILED, "own.inferometer.jsonl")

    def test_engines_stand_side_by_side_and_compilations_are_told_apart(self):
        words = [word if word != "cpp" else "cpp,python" for word in FIRST]
        ended = self.call(*words)
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertIn("1 package to compile, 1 torch.compile in Python", ended.err)
        self.assertIn("1 package compiled; 1 torch.compile in Python", ended.err)
        self.assertRegex(ended.out, r"C\+\+ no compile.*C\+\+ default.*Python no compile.*Python default")

    def test_a_python_of_the_users_own_is_the_one_that_is_measured(self):
        words = [word if word != "cpp" else "python" for word in FIRST]
        own = self.home / "own" / "bin" / "python"
        shutil.copytree(self.home / "python", self.home / "own")
        for more in ((), ("--python", own)):
            ended = self.call(*words, *more, "-q")
            self.assertEqual(ended.code, DONE, ended.err)
        self.assertEqual((self.home / "state" / "peers").read_text().splitlines(), [str(self.python), str(own)])

    def test_quiet_says_nothing_but_the_result(self):
        ended = self.call(*FIRST, "-q")
        self.assertEqual((ended.code, ended.err), (DONE, ""))
        self.assertIn("ResNet", ended.out)

    def test_unsupported_is_no_failure(self):
        ended = self.call(
            "run",
            "-m",
            "resnet",
            "-d",
            "cpu",
            "--engine",
            "cpp",
            "--mode",
            "reduce-overhead",
            "--preset",
            "quick",
            "--csv",
            "rows.csv",
        )
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertIn("unsupported", ended.out)
        self.assertIn("reduce-overhead means CUDA graphs", ended.out)

    def test_a_pipe_or_a_device_as_file_is_written_not_replaced(self):
        os.mkfifo(self.home / "pipe")
        process = self.start(*FIRST, "--csv", "pipe", "-q")
        rows = (self.home / "pipe").read_text().splitlines()
        process.communicate()
        self.assertEqual((process.returncode, len(rows)), (DONE, 3))
        self.assertTrue((self.home / "pipe").is_fifo())


class Failing(ProgramTest):
    def test_each_failure_is_a_row_with_a_word_and_a_reason(self):
        for runner, worker, outcome, said in (
            ("phase=measure,variant=cpp/default,fault=segv", "", "crashed", "SIGSEGV"),
            ("phase=measure,variant=cpp/default,fault=exit3", "", "crashed", "exit code 3"),
            ("phase=measure,variant=cpp/default,fault=bad-line", "", "protocol-error", "unexpected"),
            ("phase=measure,variant=cpp/default,fault=wrong-output", "", "wrong-output", "tolerance"),
            ("phase=measure,variant=cpp/default,fault=oom-row", "", "out-of-memory", "not enough memory"),
            ("", "step=compile,fault=failed", "compile-failed", "Inductor could not compile"),
            ("", "step=export,fault=failed", "export-failed", "torch.export could not capture"),
            ("", "step=compile,fault=segv", "compile-failed", "worker"),
        ):
            with self.subTest(outcome=outcome, runner=runner, worker=worker):
                self.setUp()
                self.runner_faults, self.worker_faults = runner, worker
                ended = self.call(*FIRST, "--csv", "rows.csv")
                self.assertEqual(ended.code, INCOMPLETE, ended.err)
                shown = self.call("show", "last", "--format", "csv").rows()
                self.assertEqual(shown[1]["outcome"], outcome, shown)
                self.assertEqual(shown[1]["improvement_percent"], "")
                self.assertIn(said, ended.out)
                self.assertNotIn("/home/canary", ended.out)

    def test_one_model_that_fails_costs_its_own_rows_only(self):
        self.worker_faults = "step=export,model=vit,fault=failed"
        ended = self.call(
            "run", "-m", "resnet,beit,vit", "-d", "cpu", "--engine", "cpp", "--preset", "quick", "--csv", "rows.csv"
        )
        self.assertEqual(ended.code, INCOMPLETE, ended.err)
        with (self.home / "rows.csv").open() as file:
            outcomes = {(row["model"], row["outcome"]) for row in csv.DictReader(file)}
        self.assertEqual(outcomes, {("resnet", "measured"), ("beit", "measured"), ("vit", "export-failed")})
        self.assertIn("geometric mean; rows: 2", ended.out)
        self.assertIn("Not counted: ViT, batch 1, C++ default was not measured", ended.out)

    def test_a_file_that_cannot_be_written_loses_nothing(self):
        shutil.rmtree(self.home / "gone", ignore_errors=True)
        (self.home / "gone").mkdir()
        self.runner_faults = "phase=measure,sleep_ms=1500"
        process = self.start(*FIRST, "--csv", "gone/rows.csv")
        self.wait_for_a_run(process)
        (self.home / "gone").rmdir()
        _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, FAILED, err)
        self.assertIn(b"rows.csv", err)
        self.assertEqual(self.call("show", "last", "--format", "csv").rows()[1]["outcome"], "measured")

    def test_a_second_run_on_the_same_device_is_refused_and_says_who_holds_it(self):
        self.runner_faults = "phase=measure,sleep_ms=4000"
        process = self.start(*FIRST, "-q")
        self.wait_for_a_run(process)
        self.runner_faults = ""
        ended = self.call(*FIRST, "-q")
        process.communicate(timeout=60)
        self.assert_refused(ended, FAILED, "cpu", str(process.pid))
        self.assertEqual(process.returncode, DONE)

    def test_a_full_disk_is_said_and_loses_nothing(self):
        ended = self.call(*FIRST, "-q", "--csv", "/dev/full")
        self.assertEqual((ended.code, len(ended.said)), (FAILED, 1), ended.err)
        self.assertIn("No space left", ended.err)
        self.assertIn("ResNet", ended.out)
        with open("/dev/full", "wb") as full:
            process = self.start("show", "last", stdout=full)
            _, err = process.communicate()
        self.assertEqual(process.returncode, FAILED)
        self.assertIn(b"No space left", err)
        self.assertTrue(os.path.exists("/dev/full") and not os.path.isfile("/dev/full"))


class DryRuns(ProgramTest):
    def test_a_dry_run_needs_nothing_and_leaves_nothing(self):
        self.more = {"INFEROMETER_RUNNER": "/nowhere", "INFEROMETER_PYTHON": "/nowhere"}
        ended = self.call(
            "run",
            "-m",
            "all",
            "-d",
            "cpu",
            "-b",
            "1,4,16",
            "--mode",
            "none,default,reduce-overhead",
            "--engine",
            "cpp",
            "--dry-run",
        )
        self.assertEqual((ended.code, ended.err), (DONE, ""))
        workloads = 3 * MODELS
        self.assertIn(f"{workloads} workloads, {3 * workloads} rows ({workloads} unsupported)", ended.out)
        self.assertIn(f"{workloads} packages to compile", ended.out)
        self.assertIn("Object Detection/OwlViT", ended.out)
        self.assertEqual(self.runs(), [])

    def test_one_without_a_model_plans_the_guides_and_says_so(self):
        ended = self.call("run", "-d", "cpu", "--engine", "cpp", "--dry-run")
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertIn("36 workloads, 72 rows", ended.out)
        self.assertEqual(len(ended.said), 1, ended.err)
        self.assertIn("No model is named", ended.err)
        self.assertIn("-m", ended.err)
        self.assert_refused(self.call("run", "-d", "cpu", "--engine", "cpp"), USAGE, "-m")
        self.assertEqual(self.call("run", "-m", "vit", "-d", "cpu", "--dry-run").err, "")
        self.assertEqual(self.call("run", "-t", "detection", "-d", "cpu", "--dry-run").err, "")

    def test_packages_that_visits_share_are_compiled_once(self):
        self.assertIn(": 1 package to compile", self.call(*FIRST, "--visits", "3", "--dry-run").out)

    def test_a_plan_that_outgrows_the_cache_says_so(self):
        text = self.call("run", "-m", "maskformer", "-d", "cpu", "-b", "1024", "--dry-run").out
        self.assertRegex(text, r"grows by about 60\.\d GiB, more than its limit of 30\.0 GiB: early entries go")

    def test_estimates_come_from_earlier_runs(self):
        self.assertIn("unknown time until the first run", self.call(*FIRST, "--dry-run").out)
        self.call(*FIRST)
        text = self.call(*FIRST, "--dry-run").out
        self.assertIn("nothing to compile: the package is in the cache", text)
        self.assertIn("inferences take about 1.0 s", text)
        self.assertIn("13 s", self.call(*FIRST, "--threads", "1", "--dry-run").out)

    def test_json_has_the_plan_and_its_cost(self):
        document = json.loads(self.call(*FIRST, "--dry-run", "--format", "json").out)
        self.assertEqual(document["forecast"]["rows"], 2)
        self.assertEqual(len(document["plan"]["visits"]), 1)
        self.assertNotIn("compile_s", document["forecast"])
