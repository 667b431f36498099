# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures three models in both engines, not compiled and compiled; fails where C++ is the slower one of a pair.

    four_columns.py PROGRAM FOLDER [SECONDS]

PROGRAM is inferometer-cli; FOLDER becomes its home. SECONDS limit each variant. A pair is C++ and Python in one mode,
compared round by round; slower means beyond the 95 % interval of the rounds' ratios.
"""

import json
import statistics
import subprocess
import sys
from pathlib import Path

from own_home import environment_of

MODELS = "segformer,resnet,vit"
T_975 = 2.093  # Student's t for 19 degrees of freedom: 20 rounds; with more rounds the interval is a little wide


def rounds_of(row: dict) -> dict[int, float]:
    """Returns the mean of every round of a row in seconds."""
    return {block["round"]: statistics.fmean(block["samples_s"]) for block in row["result"]["rounds"]}


def ratio_of(cpp: dict, python: dict) -> tuple[float, float]:
    """Returns how many times as long C++ takes as Python, and half of the interval's width."""
    first, second = rounds_of(cpp), rounds_of(python)
    ratios = [first[number] / second[number] for number in first.keys() & second.keys()]
    return statistics.fmean(ratios), T_975 * statistics.stdev(ratios) / len(ratios) ** 0.5


def main(arguments: list[str]) -> int:
    """Prints the four columns with the split and every pair; returns 1 where C++ is slower or a row is missing."""
    program, folder = arguments[0], Path(arguments[1])
    seconds = arguments[2] if len(arguments) > 2 else "30"
    environment = environment_of(folder)
    run = folder / "four.inferometer.jsonl"
    run.unlink(missing_ok=True)
    words = f"run -m {MODELS} -d cpu -b 1 --engine cpp,python --mode none,default --max-time {seconds} -o".split()
    ended = subprocess.run([program, *words, str(run)], env=environment, check=False)
    if ended.returncode != 0:
        print(f"inferometer-cli run ended with {ended.returncode}")
        return 1
    subprocess.run([program, "show", str(run), "--decide"], env=environment, check=False)
    slower = 0
    records = [json.loads(line) for line in run.read_text().splitlines()]
    for record in (record for record in records if record["type"] == "record"):
        rows = {(row["result"]["variant"]["engine"], row["result"]["variant"]["mode"]): row for row in record["rows"]}
        for mode in ("none", "default"):
            ratio, half = ratio_of(rows["cpp", mode], rows["python", mode])
            slower += ratio - half > 1
            name = record["workload"]["model"]
            print(f"{name} {mode}: C++ takes {100 * ratio:.1f} % (± {100 * half:.1f}) of Python's time")
    print(f"C++ is slower in {slower} of 6 pairs (at most 0)")
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
