# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is drawn from runs: comparisons, decisions, and a script that measures a row by itself."""

import ast
import json
import pathlib
import shutil
import unittest
import unittest.mock

import program
from program import DONE, FAILED, FIRST, PREREQUISITE, REGRESSION, USAGE, ProgramTest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data" / "study"
MODES = ("none", "default", "default")
GUIDE = (*FIRST[:-1], "guide")


class Compare(ProgramTest):
    def test_a_run_compared_with_itself_is_the_same_everywhere(self):
        self.call(*FIRST, "-q")
        ended = self.call("compare", "last", "last", "--format", "json", "--fail-on-regression", "0")
        self.assertEqual(ended.code, DONE, ended.err)
        document = json.loads(ended.out)
        self.assertEqual(document["conditions"], {})
        self.assertEqual(len(document["cells"]), 2)
        for cell in document["cells"]:
            self.assertEqual((cell["values"][1]["verdict"], cell["values"][1]["change_percent"]), ("same", 0))

    def test_a_slower_run_fails_where_that_is_asked_for(self):
        self.call(*GUIDE, "-q", "--label", "before")
        self.runner_faults = "variant=cpp/default,factor=2"
        self.call(*GUIDE, "-q", "--label", "after")
        before, after = sorted(self.runs(), key=lambda path: path.stat().st_mtime_ns)
        asked = self.call("compare", before, after, "--fail-on-regression", "10")
        self.assertEqual(asked.code, REGRESSION, asked.out)
        self.assertIn("after: ", asked.err)
        self.assertIn("slower", asked.out)
        self.assertEqual(self.call("compare", before, after).code, DONE)
        self.assertEqual(self.call("compare", after, before, "--fail-on-regression", "10").code, DONE)

    def test_what_could_not_be_judged_is_said(self):
        self.runner_faults = "rounds=5"
        self.call(*FIRST, "-q", "--label", "before")
        self.runner_faults = "rounds=5;variant=cpp/default,factor=3"
        self.call(*FIRST, "-q", "--label", "after")
        before, after = sorted(self.runs(), key=lambda path: path.stat().st_mtime_ns)
        ended = self.call("compare", before, after, "--fail-on-regression", "10")
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertRegex(ended.err, r"[12] cells? of the 2 in common could not be judged \(too few rounds")
        alone = self.call("compare", before, "reference", "--fail-on-regression", "10")
        self.assertIn("nothing was checked", alone.err)
        self.assertIn("2.0.1-default: Measured with Python's torch.compile: comparable with", alone.out)
        itself = self.call("compare", before, before, "--fail-on-regression", "10")
        self.assertEqual(itself.err, "")

    def test_published_means_never_claim_more(self):
        ended = self.call("compare", "reference", "reference:2.1.0dev-default", "--format", "json")
        cells = json.loads(ended.out)["cells"]
        self.assertGreater(len(cells), 10)
        for cell in cells:
            self.assertEqual(cell["engine"], "python")
            self.assertEqual(cell["values"][1]["evidence"], "means-only")
            self.assertNotIn("verdict", cell["values"][1])
        self.assertIn("published mean only", self.call("compare", "reference", "reference:2.1.0dev-default").out)

    def test_what_is_missing_is_a_word(self):
        self.call(*FIRST, "-q")
        table = self.call("compare", "last", "reference", "--all").out
        self.assertIn("| 10.000 ms | - |", table)
        published = self.call("compare", "reference", "reference", "--all").out
        self.assertIn("OOM", published)
        self.assertIn("| OwlViT | A100 | 16 | Python default | not published | not published |", published)
        self.assertIn("OwlViT: not published; the guide's text says that it ran out of memory.", published)
        self.assertNotIn("| 0 ms", table + published)
        self.assertIn("--all shows them", self.call("compare", "last", "reference").out)

    def test_tables_of_others_are_read(self):
        eager = DATA / "optimum_benchmark_eager.json"
        self.assertIn("tiny-resnet", self.call("compare", eager, eager).out)
        self.call(*FIRST, "-q", "--csv", "mine.csv")
        (self.home / "theirs.csv").write_text("Net,Latency\nresnet,12.5\n")
        words = ("compare", "mine.csv", "theirs.csv", "--all", "--column", "model=Net", "--column", "time=Latency")
        self.assertIn("12.50 ms", self.call(*words).out)

    def test_bad_words_are_one_sentence(self):
        self.call(*FIRST, "-q")
        self.assert_refused(self.call("compare", "last"), USAGE, "Two to five")
        self.assert_refused(self.call("compare", "last", "reference:3"), USAGE, "reference:2.0.1-default")
        self.assert_refused(self.call("compare", "last", self.home / "state"), USAGE, "benchmark.json")
        self.assert_refused(self.call("compare", "last", "last", "--format", "csv"), USAGE, "md or json")
        (self.home / "odd.csv").write_text("a,b\n1,2\n")
        self.assert_refused(self.call("compare", "last", "odd.csv", "--column", "colour=b"), USAGE, "model=NAME")
        self.assert_refused(self.call("compare", "last", "odd.csv"), FAILED)

    def test_the_guides_figures_of_one_gpu_stand_beside_any_device(self):
        self.call(*FIRST[:-1], "guide", "-q", "--engine", "python")
        table = self.call("compare", "last", "reference:2.0.1-default:A100").out
        self.assertIn("| 6.531 ms |", table)
        self.assertIn("published mean only", table)
        self.assert_refused(self.call("compare", "last", "reference:2.0.1-default:H100"), USAGE, "A100, V100 or T4")

    def test_what_is_odd_about_published_rows_stands_below_them_and_in_the_documents(self):
        guide = (ROOT / "docs" / "guide.md").read_text()
        for series in ("2.0.1-default", "2.1.0dev-default", "2.1.0dev-reduce-overhead"):
            name = "reference:" + series
            table = self.call("compare", name, name, "--all").out
            remarks = [line.split(": ", 1)[1] for line in table.splitlines() if line.startswith("- " + series)]
            self.assertGreater(len(remarks), 1)
            self.assertIn("perf_torch_compile", remarks[-1])
            for remark in remarks[:-1]:
                self.assertIn("- " + remark, guide)
        self.assertIn("BeiT on A100, batch 16 and BeiT on T4, batch 16 have identical figures", guide)

    def test_what_is_not_compared_is_said(self):
        table = self.call("compare", "reference:2.0.1-default:T4", "reference").out
        self.assertIn("Not compared: what 2.0.1-default measured on A100, V100; the base has no such device.", table)

    def test_a_folder_of_optimum_benchmark_is_one_source(self):
        ended = self.call("compare", DATA / "optimum_benchmark", DATA / "optimum_benchmark", "--format", "json")
        cells = json.loads(ended.out)["cells"]
        self.assertEqual([cell["mode"] for cell in cells], ["none", "reduce-overhead"])


class Study(ProgramTest):
    def test_about_the_time_it_takes_is_said_before(self):
        ended = self.call("run", "--study", "guide", "-d", "cpu", "--dry-run")
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertIn("36 workloads, 160 rows (16 unsupported)", ended.out)
        self.assertIn("warm-up and inferences take about 5 h 36 min, more where single inferences are long", ended.out)
        self.assertNotIn("at most", ended.out)
        self.assertIn("--study guide-short", ended.out)
        self.assertIn("--study guide-second-version", ended.out)
        self.assertNotIn("by earlier runs", ended.out)
        short = self.call("run", "--study", "guide-short", "-d", "cpu", "--dry-run")
        self.assertIn("24 workloads, 48 rows", short.out)
        self.assertNotIn("guide-second-version", short.out)

    def test_bad_words_are_one_sentence(self):
        self.assert_refused(self.call("run", "--study", "all", "--dry-run"), USAGE, "guide-short")
        self.assert_refused(self.call("run", "--study", "guide", "-b", "1", "--dry-run"), USAGE, "itself")


class Report(ProgramTest):
    def test_needs_the_window_program(self):
        self.call(*FIRST, "-q")
        alone = self.home / "inferometer-cli"
        shutil.copy(program.PROGRAM, alone)
        with unittest.mock.patch.object(program, "PROGRAM", alone):
            self.assert_refused(self.call("report", "last"), PREREQUISITE, "is not installed")

    @unittest.skipUnless((program.BUILD / "bin" / "inferometer").exists(), "this build has no window")
    def test_is_written_in_the_language_asked_for(self):
        self.call(*GUIDE, "-q")
        ended = self.call("report", "last", "--lang", "ja", "-o", "page.html", "-o", "page.md")
        self.assertEqual(ended.code, DONE, ended.err)
        page = (self.home / "page.html").read_text()
        self.assertIn('<html lang="ja">', page)
        self.assertIn("コンパイル", page)
        self.assertGreaterEqual(page.count("data:image/png;base64,"), 2)
        self.assertIn("| 10.000 |", (self.home / "page.md").read_text())
        self.assertTrue(list((self.home / "page_pictures").glob("*.png")))

    def test_bad_words_are_one_sentence(self):
        self.call(*FIRST, "-q")
        self.assert_refused(self.call("report", "last", "--lang", "xx"), USAGE, "--lang is en")
        self.assert_refused(self.call("report", "nothing"), USAGE, "nothing")


class Decide(ProgramTest):
    def test_a_clear_gain_is_advised_with_what_it_rests_on(self):
        self.call(*GUIDE, "-q")
        self.assertIn("ResNet: compile (C++ default)", self.call("show", "last").out)
        self.assertIn("pays back after", self.call("show", "last", "--decide").out)
        self.assertIn("do not compile", self.call("show", "last", "--decide", "--inferences", "5").out)
        self.assertIn("compile (C++", self.call("show", "last", "--decide", "--inferences", "5", "--warm-cache").out)
        self.assertIn("keeps the limits", self.call("show", "last", "--decide", "--max-latency", "1").out)
        self.assertIn("keeps the limits", self.call("show", "last", "--decide", "--max-memory", "1K").out)

    def test_too_few_rounds_are_unclear(self):
        self.runner_faults = "rounds=5"
        self.call(*FIRST, "-q")
        self.assertIn("unclear", self.call("show", "last", "--decide").out)

    def test_bad_words_are_one_sentence(self):
        self.call(*FIRST, "-q")
        self.assert_refused(self.call("show", "last", "--max-latency", "5"), USAGE, "--decide")
        self.assert_refused(self.call("show", "last", "--decide", "--max-latency", "0"), USAGE, "positive")
        self.assert_refused(self.call("show", "last", "--decide", "--max-memory", "much"), USAGE, "512M")
        self.assert_refused(self.call("show", "last", "--decide", "--format", "csv"), USAGE, "--format")


class Repetitions(ProgramTest):
    def test_compilations_and_visits_have_rows_of_their_own(self):
        self.runner_faults = "variant=cpp/default#2,factor=1.1"
        ended = self.call(*FIRST, "-q", "--compiles", "2", "--visits", "2", "--csv", "rows.csv")
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertIn("C++ default: compiled 2 times, the means lie between 8.000 and 8.800 ms", ended.out)
        self.assertIn("C++ default: in 2 processes", ended.out)
        rows = self.call("show", "last", "--format", "csv").rows()
        self.assertEqual(
            [(row["mode"], row["repetition"], row["visit_repetition"]) for row in rows],
            [(mode, repetition, visit) for visit in "12" for mode, repetition in zip(MODES, "112", strict=True)],
        )
        requests = (self.home / "state/requests").read_text().splitlines()
        self.assertEqual(requests.count("compile resnet default"), 2)


class AsPython(ProgramTest):
    def script(self, *words):
        """The script for a row of the last run, and what it says of the row."""
        ended = self.call("show", "last", "--as-python", *words)
        self.assertEqual(ended.code, DONE, ended.err)
        literal = next(
            node.value.args[0].value
            for node in ast.parse(ended.out).body
            if isinstance(node, ast.Assign) and node.targets[0].id == "ROW"
        )
        return ended.out, json.loads(literal)

    def test_the_script_is_python_and_says_its_row(self):
        self.call(*FIRST, "-q", "-b", "4")
        text, row = self.script("-m", "resnet", "-b", "4")
        self.assertEqual((row["model"]["name"], row["batch"], row["mode"]), ("resnet", 4, "default"))
        self.assertNotIn(str(self.home), text)

    def test_the_script_computes_the_attention_that_was_measured(self):
        self.call("run", "-m", "vit,mask2former", *FIRST[3:], "-q")
        self.assertEqual(self.script("-m", "vit")[1]["attention"], "sdpa")
        self.assertEqual(self.script("-m", "mask2former")[1]["attention"], "eager")
        self.call("run", "-m", "vit", *FIRST[3:], "-q", "--attention", "eager")
        self.assertEqual(self.script("-m", "vit")[1]["attention"], "eager")

    def test_a_model_of_the_users_own_has_no_script(self):
        self.call("run", "-m", "timm:resnet18", *FIRST[3:], "-q")
        self.assert_refused(self.call("show", "last", "--as-python"), USAGE, "resnet18", "one of your own")

    def test_a_row_that_is_not_there_is_said(self):
        self.call(*FIRST, "-q")
        self.assert_refused(self.call("show", "last", "--as-python", "-m", "vit"), USAGE, "no such row")
        self.assert_refused(self.call("show", "last", "-m", "vit"), USAGE, "--as-python")


del ProgramTest
