# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Planning for devices that are elsewhere: the guide's A100, V100 and T4. Nothing here can be measured on."""

import csv
import json
import pathlib
import unittest

from program import DONE, FAILED, USAGE, ProgramTest

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUIDE = ROOT / "resources" / "reference" / "guide.csv"
MACHINE = ROOT / "tests" / "data" / "device" / "a100_v100_t4.json"
NAMES = {"A100": "NVIDIA A100-SXM4-40GB", "V100": "Tesla V100-SXM2-16GB", "T4": "Tesla T4"}

# Without a model: what the guide measured.
EVERYTHING = ("run", "--device", "all", "--dry-run", "--machine", MACHINE)
MODES = ("--mode", "none,default,reduce-overhead,max-autotune")


class DevicesTest(ProgramTest):
    def plan_rows(self, *words):
        """Pairs of (device, task, label, batch) and mode that a dry run plans."""
        plan = json.loads(self.call(*EVERYTHING, *words, "--format", "json").out)["plan"]
        models = json.loads((ROOT / "resources" / "models.json").read_text())["models"]
        known = {model["name"]: (model["task"], model["label"]) for model in models}
        return {
            (
                visit["workload"]["device"],
                *known[visit["workload"]["model"]],
                visit["workload"]["batch"],
                variant["mode"],
            )
            for visit in plan["visits"]
            for variant in visit["variants"]
        }

    def test_the_plan_for_the_guides_devices_contains_every_row_of_its_tables(self):
        planned = self.plan_rows(*MODES)
        places = {device["name"]: device["device"] for device in json.loads(MACHINE.read_text())}
        with GUIDE.open(newline="") as file:
            rows = list(csv.DictReader(file))

        self.assertEqual(len(rows), 136)
        for row in rows:
            batch = 1 if row["batch"] == "unbatched" else int(row["batch"])
            workload = (places[NAMES[row["device"]]], row["task"], row["label"], batch)
            for mode in ("none", row["mode"]):
                self.assertIn((*workload, mode), planned)

    def test_the_plan_is_printed_for_people(self):
        ended = self.call(*EVERYTHING, *MODES)

        self.assertEqual(ended.code, DONE, ended.err)
        for device in ("cpu", "cuda:0", "cuda:1", "cuda:2"):
            self.assertIn(f" {device} ", ended.out)
        self.assertIn("144 workloads, 1152 rows", ended.out)
        self.assertIn("cpu, C++ reduce-overhead: unsupported.", ended.out)

    def test_choices_for_cuda_stand_in_the_plan(self):
        words = ("--tf32-matmul", "on", "--tf32-conv", "off", "--cudnn-benchmark", "--static-inputs")
        text = self.call(*EVERYTHING, *words, "--cuda-graph", "eager", "--cool-to", "55", "--format", "json").out
        plan = json.loads(text)["plan"]

        self.assertEqual(
            plan["cuda"],
            {"tf32_matmul": True, "tf32_conv": False, "cudnn_benchmark": True, "static_inputs": True},
        )
        self.assertEqual(plan["policy"]["cool_to_c"], 55)
        recorded = [variant for variant in plan["visits"][0]["variants"] if variant["cuda_graph"]]
        self.assertEqual([(variant["engine"], variant["mode"]) for variant in recorded], [("cpp", "none")])

    def test_devices_side_by_side_stand_in_the_plan(self):
        ended = self.call(*EVERYTHING, "--parallel-devices")
        plan = json.loads(self.call(*EVERYTHING, "--parallel-devices", "--format", "json").out)["plan"]

        self.assertIn("the GPUs of one machine are measured at the same time", ended.out)
        self.assertTrue(plan["parallel_devices"])
        self.assertNotIn("at the same time", self.call(*EVERYTHING).out)

    def test_what_a_device_lacks_is_said_before_anything_is_measured(self):
        words = ("run", "-m", "resnet", "--dry-run", "--machine", MACHINE, "--mode", "none,default", "--engine", "cpp")

        typed = self.call(*words, "-d", "cuda:0,cuda:1", "--dtype", "bfloat16").out
        asked = self.call(*words, "-d", "cuda:0,cuda:2", "--tf32-matmul", "on").out

        self.assertIn("cuda:1, bfloat16: unsupported. bfloat16 needs compute capability 8.0", typed)
        self.assertIn("2 workloads, 4 rows (2 unsupported)", typed)
        self.assertIn("1 package to compile", typed)
        self.assertNotIn("cuda:0, bfloat16", typed)
        self.assertIn("cuda:2: TF32 needs compute capability 8.0", asked)
        self.assertNotIn("cuda:0: TF32", asked)
        self.assertNotIn("TF32", self.call(*words, "-d", "cuda:2").out)

    def test_wrong_choices_are_refused(self):
        for words, said in (
            (("--tf32-matmul", "yes"), "--tf32-matmul is on or off"),
            (("--tf32-conv", "1"), "--tf32-conv is on or off"),
            (("--cuda-graph", "all"), "--cuda-graph is none or eager"),
            (("--cool-to", "warm"), "degrees Celsius"),
            (("--cool-to", "5"), "from 20 to 100"),
            (("--parallel-devices",), "at least two GPUs of one machine"),
        ):
            with self.subTest(words=words):
                self.assert_refused(self.call("run", "-m", "resnet", "-d", "cpu", *words), USAGE, said)

    def test_devices_from_a_file_are_never_measured(self):
        words = ("run", "-m", "resnet", "-d", "cuda:0", "--machine", MACHINE)

        self.assert_refused(self.call(*words), USAGE, "--dry-run")
        self.assertEqual(self.runs(), [])
        plan = json.dumps(json.loads(self.call(*words, "--dry-run", "--format", "json").out)["plan"])
        refused = self.call("run", "--plan", "-", text=plan)
        self.assertNotEqual(refused.code, DONE)
        self.assertIn("CUDA", refused.err)
        self.assertEqual(self.runs(), [])

    def test_a_list_that_is_none_is_refused(self):
        (self.home / "none.json").write_text("[]")
        for name in ("none.json", "missing.json"):
            with self.subTest(name=name):
                ended = self.call("run", "-m", "resnet", "--dry-run", "--machine", self.home / name)
                self.assertIn(ended.code, (USAGE, FAILED))
                self.assertEqual(len(ended.said), 1, ended.err)

    def test_what_a_machine_lists_can_be_planned_for(self):
        listed = self.home / "here.json"
        listed.write_text(self.call("list", "devices", "--json").out)

        ended = self.call("run", "-m", "resnet", "-d", "cpu", "--dry-run", "--machine", listed)

        self.assertEqual(ended.code, DONE, ended.err)
        self.assertNotIn("uuid", listed.read_text())


if __name__ == "__main__":
    unittest.main()
