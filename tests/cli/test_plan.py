# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans as files: what is shown is what runs, and the published schema describes it."""

import json
import pathlib
import re

from program import DONE, FAILED, ProgramTest

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "resources" / "schemas" / "plan.json"
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}
WORDS = ("run", "-m", "resnet,vit", "-d", "cpu", "-b", "1,2", "--mode", "none,default", "--preset", "quick")


def problems(value, schema, place="plan"):
    """What in a value its schema does not allow, as far as the schema of plans goes; an unknown key is one such."""
    if "anyOf" in schema:
        return min((problems(value, branch, place) for branch in schema["anyOf"]), key=len)
    if "enum" in schema or schema["type"] == "null":
        return [] if value in schema.get("enum", [None]) else [f"{place}: {value!r}"]
    if not isinstance(value, TYPES[schema["type"]]) or (isinstance(value, bool) and schema["type"] != "boolean"):
        return [f"{place}: {value!r} is no {schema['type']}"]
    found = []
    if isinstance(value, dict):
        found += [f"{place}: {key} is missing" for key in schema["required"] if key not in value]
        found += [f"{place}: {key} is unknown" for key in value if key not in schema["properties"]]
        for key in value.keys() & schema["properties"].keys():
            found += problems(value[key], schema["properties"][key], f"{place}.{key}")
    if isinstance(value, list):
        for index, item in enumerate(value):
            found += problems(item, schema["items"], f"{place}[{index}]")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{place}: {value!r}")
    if isinstance(value, (int, float)) and value < schema.get("minimum", value):
        found.append(f"{place}: {value!r}")
    return found


class Plans(ProgramTest):
    def shown(self, *more):
        ended = self.call(*WORDS, *more, "--dry-run", "--format", "json")
        self.assertEqual(ended.code, DONE, ended.err)
        return ended.out

    def test_the_schema_knows_every_key_of_a_plan(self):
        schema = json.loads(SCHEMA.read_text())
        plain = json.loads(self.shown())["plan"]
        rich = json.loads(
            self.shown("-m", "timm:resnet18", "--label", "x", "-r", "9", "-w", "3", "--memory-limit", "4G")
        )
        self.assertEqual(problems(plain, schema), [])
        self.assertEqual(problems(rich["plan"], schema), [])
        plain["visits"][0]["workload"]["batch"] = 0
        plain["policy"]["preset"] = "slow"
        del plain["threads"]
        self.assertEqual(len(problems(plain, schema)), 3, "the test's own validator finds what is wrong")

    def test_what_was_shown_is_what_runs(self):
        (self.home / "shown.json").write_text(self.shown())
        ended = self.call("run", "--plan", "shown.json", "-o", "run.jsonl")
        self.assertEqual(ended.code, DONE, ended.err)
        plan = json.loads(self.shown())["plan"]
        recorded = json.loads((self.home / "run.jsonl").read_text().splitlines()[0])["plan"]
        self.assertEqual({key: plan[key] for key in recorded}, recorded)
        self.assertEqual(set(plan) - set(recorded), {"image_path", "models", "peer_python"})

    def test_own_models_are_listed_added_and_removed(self):
        self.assertEqual(self.call("models", "list").out, "")
        self.worker_faults = "fault=failed,step=export"
        refused = self.call("models", "add", "timm:resnet18", "--name", "mine", "--prepare")
        self.assertEqual((refused.code, len(refused.said)), (FAILED, 1), refused.err)
        self.assertEqual(self.call("models", "list").out, "")
        self.worker_faults = ""
        added = self.call("models", "add", "timm:resnet18", "--name", "mine", "--image-size", "64", "--prepare")
        self.assertIn("Parameters: 25557032", added.err)
        self.assertIn("pixel_values 1x3x224x224 float32", added.err)
        self.assertEqual(added.code, DONE, added.err)
        self.assertIn("timm", self.call("models", "list").out)
        self.assertIn("mine", self.call("list", "models").out)
        again = self.call("models", "add", "timm:resnet18", "--name", "mine")
        self.assertEqual(again.code, 2)
        self.assertIn("--name", again.err)
        self.assertEqual(self.call("models", "remove", "mine").code, DONE)
        self.assertEqual(self.call("models", "remove", "mine").code, 2)
        self.assertEqual(self.call("models", "add", "nonsense").code, 2)
