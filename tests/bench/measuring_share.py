# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints which share of a visit's measuring phase lies inside inferences, and fails below 98 %.

    measuring_share.py RUNNER FOLDER

FOLDER keeps ResNet-50 as the worker prepares and compiles it; it is made when it is not there.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "engine")]

import torch  # noqa: E402

import make_artefacts  # noqa: E402
import reduced  # noqa: E402
from inferometer_worker import files  # noqa: E402

LEAST_SHARE = 0.98
THREADS = len(os.sched_getaffinity(0))


def prepare(folder: Path) -> None:
    """Makes the full ResNet-50 and its package."""
    made = folder / "stamp.json"
    wanted = {"stamp": make_artefacts.stamp(), "threads": THREADS}
    if made.exists() and json.loads(made.read_text()) == wanted:
        return
    torch.set_num_threads(THREADS)
    make_artefacts.write_model(folder / "resnet", reduced.full("resnet"), [("default", False)], threads=THREADS)
    files.write_json(made, wanted)


def job(folder: Path) -> dict[str, Any]:
    """Returns a visit with both ways to run it, under the policy of the preset "quick"."""
    policy = {
        "preset": "quick",
        "min_samples": 10,
        "min_rounds": 4,
        "min_time_s": 0.5,
        "target_half_width_percent": None,
    }
    variants = [
        {"variant": {"engine": "cpp", "mode": "none"}},
        {"variant": {"engine": "cpp", "mode": "default"}, "package_folder": str(folder / "resnet" / "package-default")},
    ]
    return {
        "v": 1,
        "job": "share",
        "seq": 0,
        "type": "visit",
        "workload": {"model": "resnet", "device": "cpu", "batch": 1, "dtype": "float32"},
        "threads": THREADS,
        "policy": policy,
        "weights_folder": str(folder / "resnet" / "weights"),
        "graph_folder": str(folder / "resnet" / "graph"),
        "variants": variants,
    }


def run(runner: str, request: dict[str, Any]) -> dict[str, Any]:
    """Returns the result of a visit."""
    environment = os.environ | {"OMP_NUM_THREADS": str(THREADS), "MKL_NUM_THREADS": str(THREADS)}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [runner], stdin=pipe, stdout=pipe, text=True, env=environment, start_new_session=True
    ) as process:
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()
        messages = [json.loads(line) for line in process.stdout]
    return messages[-1]


def main(arguments: list[str]) -> int:
    """Prints the share and the medians."""
    runner, folder = arguments[0], Path(arguments[1])
    prepare(folder)
    result = run(runner, job(folder))
    for row in result["variants"]:
        samples = sorted(sample for block in row["rounds"] for sample in block["samples_s"])
        median = samples[len(samples) // 2] * 1e3 if samples else float("nan")
        mode, load = row["variant"]["mode"], (row.get("load_s") or float("nan")) * 1e3
        print(f"{mode:>8}: {row['outcome']}, n {len(samples)}, median {median:.2f} ms, loaded in {load:.2f} ms")
    share = result["inside_share"]
    print(
        f"{share:.2%} of {result['measuring_s']:.2f} s of measuring lay inside inferences (at least {LEAST_SHARE:.0%})"
    )
    return 0 if share >= LEAST_SHARE else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
