# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that cannot be right: one sentence each, before anything starts."""

import json
import subprocess

from program import DONE, FAILED, PREREQUISITE, USAGE, ProgramTest


class WrongWords(ProgramTest):
    def test_each_wrong_word_is_one_sentence(self):
        for words, said in (
            ((), "Nothing is asked for"),
            (("measure",), "'measure'"),
            (("--frob",), "--frob"),
            (("--color", "pink", "list", "models"), "pink"),
            (("run",), "No model is chosen"),
            (("run", "-m", "resnett"), "Did you mean 'resnet'?"),
            (("run", "-m", "resnet", "rest"), "'rest'"),
            (("run", "-m", "resnet", "-t", "detection"), "task"),
            (("run", "-t", "sorting"), "sorting"),
            (("run", "-m", "resnet", "-d", "tpu"), "tpu"),
            (("run", "-m", "resnet", "-b", "0"), "'0'"),
            (("run", "-m", "resnet", "-b", "1,x"), "'x'"),
            (("run", "-m", "resnet", "-b", ","), "--batch needs at least one value"),
            (("run", "-m", "resnet", "--engine", "rust"), "rust"),
            (("run", "-m", "resnet", "--mode", "fastest"), "fastest"),
            (("run", "-m", "resnet", "--dtype", "int8"), "int8"),
            (("run", "-m", "resnet", "--layout", "diagonal"), "diagonal"),
            (("run", "-m", "resnet", "--freeze=maybe"), "maybe"),
            (("run", "-m", "resnet", "--attention", "flash"), "flash"),
            (("run", "-m", "resnet", "--allocator", "jemalloc"), "jemalloc"),
            (("run", "-m", "resnet", "-d", "cpu", "--in-process", "--allocator", "default"), "--in-process"),
            (("run", "-m", "resnet", "--image", "nothing.png"), "nothing.png"),
            (("run", "-m", "resnet", "--preset", "slow"), "slow"),
            (("run", "-m", "resnet", "--order", "random"), "random"),
            (("run", "-m", "resnet", "--runs", "2"), "--runs"),
            (("run", "-m", "resnet", "--runs", "1e3"), "'1e3'"),
            (("run", "-m", "resnet", "--runs"), "--runs needs a value"),
            (("run", "-m", "resnet", "--warmup", "-1"), "--warmup"),
            (("run", "-m", "resnet", "--threads", "0"), "--threads"),
            (("run", "-m", "resnet", "--max-time", "0"), "--max-time"),
            (("run", "-m", "resnet", "--max-time", "1,5"), "'1,5'"),
            (("run", "-m", "resnet", "--cooldown", "nan"), "--cooldown"),
            (("run", "-m", "resnet", "--seed", "-3"), "--seed"),
            (("run", "-m", "resnet", "--memory-limit", "much"), "--memory-limit"),
            (("run", "-m", "resnet", "--compile-timeout", "-1"), "--compile-timeout"),
            (("run", "-m", "resnet", "--compile-timeout", "1e300"), "--compile-timeout"),
            (("run", "-m", "resnet", "--max-time", "1e300"), "--max-time"),
            (("run", "-m", "resnet", "--progress", "often"), "often"),
            (("run", "-m", "resnet", "--format", "xml"), "xml"),
            (("run", "-m", "resnet", "--csv", "no/such/folder.csv"), "folder"),
            (("run", "-m", "resnet", "--csv", "."), "folder"),
            (("run", "-m", "resnet", "--json", "-"), "--format"),
            (("run", "-m", "resnet", "-o", "-", "--format", "csv"), "standard output"),
            (("run", "-m", "resnet", "--dry-run", "--format", "csv"), "--dry-run"),
            (("run", "-m", "resnet", "--plan", "plan.json"), "--plan"),
            (("run", "--plan", "a", "--resume", "b"), "exclude"),
            (("run", "-m", "resnet", "--resume", "last"), "--resume"),
            (("run", "--resume", "last", "--dry-run"), "exclude"),
            (("run", "--resume", "nothing"), "'nothing'"),
            (("run", "--plan", "nothing.json"), "nothing.json"),
            (("list",), "'inferometer-cli list --help'"),
            (("list", "runners"), "'runners'"),
            (("show",), "'inferometer-cli show --help'"),
            (("show", "last"), "'last'"),
            (("show", "last", "--format", "xml"), "xml"),
            (("export", "last"), "No file is named"),
            (("cache",), "'inferometer-cli cache --help'"),
            (("cache", "prune", "--limit", "lots"), "lots"),
        ):
            with self.subTest(words=words):
                self.assert_refused(self.call(*words), USAGE, said)

    def test_a_cuda_device_that_is_not_there_is_named(self):
        ended = self.call("run", "-m", "resnet", "-d", "cuda:7")
        self.assert_refused(ended, USAGE, "CUDA" if "There is no CUDA" in ended.err else "cuda:7")

    def test_hostile_words_change_no_terminal(self):
        ended = self.call("run", "-m", "\x1b[31mred\x07\n" + "x" * 5000)
        self.assertEqual(ended.code, USAGE)
        self.assertNotIn("\x1b", ended.err)
        self.assertLess(len(ended.err), 2200)

    def test_a_plan_that_is_none_is_refused(self):
        for text in ("", "{", "[]", "null", '{"visits": []}', "\xff\xfe", '{"type":"header"}', "[" * 100000):
            with self.subTest(text=text[:20]):
                ended = self.call("run", "--plan", "-", text=text)
                self.assertIn(ended.code, (FAILED, USAGE), ended.err)
                self.assertEqual((ended.out, len(ended.said)), ("", 1), ended.err)

    def test_a_plan_with_numbers_that_cannot_be_is_refused(self):
        good = json.loads(self.call("run", "-m", "resnet", "-d", "cpu", "--dry-run", "--format", "json").out)["plan"]
        for part, key, number in (
            ("policy", "exact_samples", -5),
            ("policy", "warmup", 2_000_000_000),
            ("policy", "max_time_s", 1e300),
            (None, "compile_timeout_s", 1e300),
        ):
            with self.subTest(key=key):
                plan = json.loads(json.dumps(good))
                (plan[part] if part else plan)[key] = number
                self.assert_refused(self.call("run", "--plan", "-", text=json.dumps(plan)), USAGE, key)
        together = json.dumps(good | {"in_process": True, "allocator": "default"})
        self.assert_refused(self.call("run", "--plan", "-", text=together), USAGE, "--in-process")


class Prerequisites(ProgramTest):
    def test_a_missing_runner_is_named_with_what_to_do(self):
        self.more = {"INFEROMETER_RUNNER": str(self.home / "no-runner")}
        self.assert_refused(self.call("run", "-m", "resnet"), PREREQUISITE, "runner", "quickstart")

    def test_a_missing_python_is_named_with_what_to_do(self):
        self.more = {"INFEROMETER_PYTHON": str(self.home / "no-python")}
        self.assert_refused(self.call("run", "-m", "resnet"), PREREQUISITE, "Python", "quickstart")

    def test_a_python_without_torch_is_said(self):
        self.python.write_text("#!/bin/sh\necho 'ModuleNotFoundError: No module named torch' >&2\nexit 1\n")
        ended = self.call("run", "-m", "resnet", "--progress", "never", "-q")
        self.assert_refused(ended, PREREQUISITE, "Python environment")

    def test_missing_resources_are_said(self):
        self.more = {"INFEROMETER_RESOURCES": str(self.home / "nowhere")}
        ended = self.call("run", "-m", "resnet")
        self.assertNotEqual(ended.code, DONE)
        self.assertEqual((ended.out, len(ended.said)), ("", 1), ended.err)

    def test_a_home_that_is_missing_is_said(self):
        self.more = {"HOME": "", "XDG_CACHE_HOME": "/proc/nowhere", "XDG_DATA_HOME": "/proc/nowhere"}
        ended = self.call("run", "-m", "resnet", "-q")
        self.assertNotIn(ended.code, (DONE,), ended.err)
        self.assertEqual((ended.out, len(ended.said)), ("", 1), ended.err)


class Help(ProgramTest):
    def test_help_and_version_are_results(self):
        for words in (("--help",), ("run", "--help"), ("cache", "prune", "-h"), ("--version",)):
            with self.subTest(words=words):
                ended = self.call(*words)
                self.assertEqual((ended.code, ended.err), (DONE, ""))
                self.assertIn("inferometer-cli", ended.out)

    def test_every_option_of_the_plan_of_the_program_exists(self):
        text = self.call("run", "--help").out
        options = (
            "--model --task --device --batch --engine --mode --freeze --dtype --image --allow-download --preset "
            "--warmup --runs --max-time --cooldown --compiles --visits --threads "
            "--seed --memory-limit --compile-timeout --order "
            "--in-process --output --format --csv --json --jsonl --markdown --label --progress --plan --resume "
            "--dry-run"
        )
        for option in options.split():
            self.assertIn(option, text)

    def test_a_reader_who_leaves_is_no_crash(self):
        process = self.start("list", "models", stdout=subprocess.PIPE)
        process.stdout.close()
        process.stderr.read()
        self.assertIn(process.wait(), (DONE, FAILED))
        process.stderr.close()
