# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Your own models: the catalogue, a project's file, consent, and what is fetched."""

import json

from program import DONE, INCOMPLETE, USAGE, ProgramTest

RUN = ("run", "-d", "cpu", "--engine", "cpp", "--mode", "none", "--preset", "quick", "--format", "csv")


class Catalogue(ProgramTest):
    def test_a_model_is_added_listed_and_removed(self):
        self.assertEqual(self.call("models", "add", "timm:test_resnet", "--name", "mine").code, DONE)
        self.assertIn("mine", self.call("models", "list").out)
        self.assertIn("mine", self.call("list", "models").out)
        self.assert_refused(self.call("models", "add", "timm:other", "--name", "mine"), USAGE, "'mine'", "--name")
        self.assertEqual(self.call("models", "remove", "mine").code, DONE)
        self.assertNotIn("mine", self.call("list", "models").out)

    def test_pickled_weights_are_said_not_to_be_used(self):
        repository = self.home / ".cache/huggingface/hub/models--microsoft--resnet-50"
        snapshot = repository / "snapshots" / ("0" * 40)
        snapshot.mkdir(parents=True)
        (repository / "refs").mkdir()
        (repository / "refs/main").write_text(snapshot.name)
        (snapshot / "pytorch_model.bin").write_text("")
        listed = self.call("list", "models").out
        self.assertRegex(listed, r"\nresnet .*random \(pickled ones are not used\)")
        self.assertEqual(listed.count("not used"), 1)

    def test_preparing_says_what_a_model_is(self):
        ended = self.call("models", "add", "timm:test_resnet", "--prepare")
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertIn("Task: classification", ended.err)
        self.assertIn("Parameters: 25557032", ended.err)
        self.assertIn("pixel_values 1x3x224x224 float32", ended.err)

    def test_the_task_of_a_hub_id_is_read_once_it_is_fetched(self):
        refused = self.call("models", "add", "org/net", "--allow-download")
        self.assert_refused(refused, USAGE, "--prepare")
        refused = self.call("models", "add", "org/net", "--prepare")
        self.assertNotEqual(refused.code, DONE)
        self.assertIn("'org/net' is not in the Hugging Face cache; allow its download", refused.err)
        self.assertEqual(self.call("models", "add", "org/net", "--prepare", "--allow-download").code, DONE)
        models = {model["name"]: model for model in json.loads(self.call("list", "models", "--json").out)}
        self.assertEqual(models["net"]["task"], "classification")

    def test_a_task_that_is_said_stays(self):
        words = ("models", "add", "org/net", "--prepare", "--allow-download", "--task", "detection")
        self.assertEqual(self.call(*words).code, DONE)
        self.assertRegex(self.call("models", "list").out, r"net +detection")

    def test_the_task_of_a_model_that_a_run_fetches_stands_in_its_rows(self):
        ended = self.call(*RUN, "-m", "org/net", "--allow-download")
        self.assertEqual(ended.code, DONE, ended.err)
        self.assertEqual([row["task"] for row in ended.rows()], ["classification"])
        self.assertEqual(self.call(*RUN, "-m", "org/other").code, INCOMPLETE)


class Project(ProgramTest):
    def setUp(self):
        super().setUp()
        (self.home / "project").mkdir()
        (self.home / "project" / "net.py").write_text("def build(): ...\n")
        added = self.call("models", "add", "project/net.py:build", "--models", "project/models.json", "--allow-code")
        self.assertEqual(added.code, DONE, added.err)

    def test_its_models_are_its_own(self):
        self.assertIn("net-build", self.call("models", "list", "--models", "project/models.json").out)
        self.assertEqual(self.call("models", "list").out, "")
        self.assert_refused(self.call(*RUN, "-m", "net-build"), USAGE, "'net-build'")
        removed = self.call("models", "remove", "net-build", "--models", "project/models.json")
        self.assertEqual(removed.code, DONE)
        self.assertEqual(json.loads((self.home / "project/models.json").read_text())["models"], [])

    def test_a_consent_that_comes_with_the_file_is_none(self):
        text = (self.home / "project/models.json").read_text()
        self.assertIn("allowed_sha256", text, "what somebody else allowed")
        words = (*RUN, "--models", "project/models.json", "-m", "net-build")
        self.assert_refused(self.call(*words, "-q"), USAGE, "--allow-code")
        self.assertEqual(self.runs(), [])
        allowed = self.call(*words, "--allow-code")
        self.assertEqual((allowed.code, allowed.rows()[0]["outcome"]), (DONE, "measured"), allowed.err)

    def test_its_paths_begin_at_its_folder(self):
        path = self.home / "project/models.json"
        listing = json.loads(path.read_text())
        listing["models"][0]["source"]["path"] = "net.py"
        path.write_text(json.dumps(listing))
        (self.home / "project").rename(self.home / "moved")
        ended = self.call(*RUN, "--models", "moved/models.json", "-m", "net-build", "--allow-code")
        self.assertEqual(ended.code, DONE, ended.err)

    def test_a_file_that_is_none_is_one_sentence(self):
        for text, said in (("{", "models.json"), ('{"version": 9, "models": []}', "newer"), (None, "models.json")):
            with self.subTest(text=text):
                path = self.home / "project/models.json"
                path.unlink()
                if text is not None:
                    path.write_text(text)
                ended = self.call(*RUN, "--models", "project/models.json", "-m", "net-build")
                self.assertNotEqual(ended.code, DONE)
                self.assertEqual(len(ended.said), 1, ended.err)
                self.assertIn(said, ended.err)
                path.write_text("")
