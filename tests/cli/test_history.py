# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs that were made: listed, shown, exported, resumed; and files that are none."""

import json
import os

from program import DONE, FAILED, FIRST, INCOMPLETE, MODELS, USAGE, ProgramTest


class History(ProgramTest):
    def test_a_run_is_found_by_path_id_part_of_it_or_last(self):
        self.call(*FIRST, "-q", "--label", "mine")
        path = self.runs()[0]
        name = path.name.removesuffix(".inferometer.jsonl")
        tables = {self.call("show", word).out for word in (path, name, name[-4:], "last")}
        self.assertEqual(len(tables), 1)
        self.assertIn("ResNet", tables.pop())

    def test_a_part_that_several_runs_have_is_refused(self):
        self.call(*FIRST, "-q")
        self.call(*FIRST, "-q")
        self.assert_refused(self.call("show", "2"), USAGE, "2 runs match")

    def test_runs_are_listed_newest_first(self):
        self.call(*FIRST, "-q", "--label", "older")
        self.call(*FIRST, "-q", "--label", "newer", "-m", "vit")
        listed = self.call("list", "runs")
        self.assertEqual(listed.code, DONE)
        self.assertIn("2/2", listed.out)
        self.assertIn("resnet", listed.out)
        entries = json.loads(self.call("list", "runs", "--json").out)
        self.assertEqual([entry["measured"] for entry in entries], [4, 2])
        self.assertEqual(entries[0]["ending"], "completed")

    def test_without_runs_the_list_is_empty(self):
        ended = self.call("list", "runs")
        self.assertEqual((ended.code, ended.out), (DONE, ""))
        self.assertEqual(self.call("list", "runs", "--json").out, "[]\n")

    def test_models_and_devices_are_listed(self):
        models = json.loads(self.call("list", "models", "--json").out)
        self.assertEqual(len(models), MODELS)
        self.assertIn(
            {"name": "resnet", "hub_id": "microsoft/resnet-50"},
            [{key: model[key] for key in ("name", "hub_id")} for model in models],
        )
        self.assertIn("microsoft/resnet-50", self.call("list", "models").out)
        self.assertEqual(json.loads(self.call("list", "devices", "--json").out)[0]["device"], "cpu")
        self.assertIn("cpu", self.call("list", "devices").out)

    def test_a_model_in_the_hugging_face_cache_is_marked(self):
        commit = "0123456789abcdef0123456789abcdef01234567"
        folder = self.home / ".cache/huggingface/hub/models--microsoft--resnet-50"
        snapshot = folder / "snapshots" / commit
        (folder / "refs").mkdir(parents=True)
        (folder / "refs/main").write_text(commit)
        snapshot.mkdir(parents=True)
        (snapshot / "config.json").write_text("{}")
        (snapshot / "model.safetensors").write_bytes(b"x" * 2048)
        models = {model["name"]: model for model in json.loads(self.call("list", "models", "--json").out)}
        self.assertEqual((models["resnet"]["weights"], models["resnet"]["revision"]), ("pretrained", commit))
        self.assertEqual(models["vit"]["weights"], "random")

    def test_the_cache_is_shown_pruned_and_cleared(self):
        self.call(*FIRST, "-q")
        before = json.loads(self.call("cache", "show", "--json").out)
        self.assertEqual([before[kind]["entries"] for kind in ("weights", "graphs", "packages")], [1, 1, 1])
        self.assertIn("packages", self.call("cache", "show").out)
        self.assertIn("freed 0 B", self.call("cache", "prune").out)
        self.assertEqual(self.call("cache", "clear").code, DONE)
        after = json.loads(self.call("cache", "show", "--json").out)
        self.assertEqual([after[kind]["entries"] for kind in ("weights", "graphs", "packages")], [0, 0, 0])

    def test_the_cache_is_pruned_to_what_may_stay(self):
        self.worker_faults = "bytes=50000"
        self.call(*FIRST, "-q")
        self.assertIn("freed ", self.call("cache", "prune", "--limit", "20K").out)
        after = json.loads(self.call("cache", "show", "--json").out)
        self.assertLessEqual(sum(after[kind]["bytes"] for kind in ("weights", "graphs", "packages")), 20 << 10)
        self.assertEqual(after["weights"]["entries"], 0)

    def test_the_limit_of_the_cache_is_that_of_the_preferences(self):
        settings = self.home / ".config/inferometer/inferometer.ini"
        settings.parent.mkdir(parents=True)
        for text, limit_gib in (
            ("", 30),
            ("[charts]\ncache_limit_gib=3\n[measurement]\ncache_limit_gib=70\n", 70),
            ("[measurement]\ncache_limit_gib=much\n", 30),
        ):
            settings.write_text(text)
            shown = json.loads(self.call("cache", "show", "--json").out)
            self.assertEqual(shown["limit_bytes"], limit_gib << 30)

    def test_an_interrupted_run_can_be_resumed(self):
        self.call(*FIRST, "-q")
        path = self.runs()[0]
        lines = path.read_text().splitlines(keepends=True)
        kept = [line for line in lines if json.loads(line)["type"] in ("header", "session")]
        path.write_text("".join(kept) + '{"type":"record","torn')
        ended = self.call("run", "--resume", "last", "--format", "csv")
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertEqual([row["outcome"] for row in ended.rows()], ["measured", "measured"])
        self.assertEqual(len(self.runs()), 1)


class Files(ProgramTest):
    def setUp(self):
        super().setUp()
        self.call(*FIRST, "-q")
        self.path = self.runs()[0]
        self.text = self.path.read_text()

    def write(self, text):
        """A run file of the given content."""
        path = self.home / "other.inferometer.jsonl"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def test_what_is_no_run_file_is_refused(self):
        for text in (
            "",
            "\n",
            "hello\n",
            "{}\n",
            '{"type":"record"}\n',
            "[" * 100000 + "\n",
            b"\x00\xff\xfe" * 1000,
            b"\x7fELF" + bytes(5000),
            "x" * (17 << 20),
        ):
            with self.subTest(text=text[:20]):
                path = self.write(text)
                for words in (("show", path), ("export", path, "--csv", "x.csv"), ("run", "--resume", path)):
                    self.assert_refused(self.call(*words), FAILED, "other.inferometer.jsonl")
                self.assertFalse((self.home / "x.csv").exists())

    def test_a_later_version_is_named(self):
        header = json.loads(self.text.splitlines()[0])
        header["schema"]["major"] = 99
        self.assert_refused(self.call("show", self.write(json.dumps(header) + "\n")), FAILED, "99", "update")

    def test_a_damaged_header_is_refused(self):
        self.assert_refused(self.call("show", self.write(self.text.replace("resnet", "resnes", 1))), FAILED, "header")

    def test_a_damaged_line_is_said_and_the_rest_is_shown(self):
        lines = self.text.splitlines(keepends=True)
        damaged = [line.replace('"mean_s":0.0', '"mean_s":0.1') if '"record"' in line else line for line in lines]
        self.assertNotEqual(lines, damaged)
        ended = self.call("show", self.write("".join(damaged)), "--format", "csv")
        self.assertEqual(ended.code, INCOMPLETE)
        self.assertEqual(len(ended.said), 1, ended.err)
        self.assertIn("damaged", ended.err)
        self.assertEqual([row["outcome"] for row in ended.rows()], ["not-run", "not-run"])

    def test_a_damaged_file_of_the_history_does_not_hide_the_others(self):
        (self.path.parent / "20200101T000000Z-aaaa.inferometer.jsonl").write_text("nothing")
        listed = self.call("list", "runs")
        self.assertEqual((listed.code, len(listed.said)), (INCOMPLETE, 1))
        self.assertIn("2/2", listed.out)

    def test_hostile_names_change_neither_table_nor_spreadsheet(self):
        label = "=cmd|' /C calc'!A0 <script>|\x1b[31m"
        self.call(*FIRST, "-q", "--label", label)
        shown = self.call("show", "last")
        self.assertNotIn("\x1b", shown.out)
        self.assertNotIn("<script>", shown.out.replace("\\<", "").replace("\\>", ""))
        rows = self.call("show", "last", "--format", "csv").rows()
        self.assertTrue(rows[0]["run_label"].startswith("'="))

    def test_nothing_says_who_measured_or_where(self):
        self.call("export", "last", "--csv", "a.csv", "--json", "a.json", "--jsonl", "a.jsonl", "--markdown", "a.md")
        texts = [self.text] + [(self.home / name).read_text() for name in ("a.csv", "a.json", "a.jsonl", "a.md")]
        for text in texts:
            for canary in (str(self.home), os.uname().nodename):
                self.assertNotIn(canary, text)
