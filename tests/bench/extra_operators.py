# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints as Markdown which operators the graphs of the full models have beyond eager mode, and their share of time.

    extra_operators.py [NAME...]

The time of a call is its mean among all calls of that operator in a profile of the graph.
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "worker")]

import torch  # noqa: E402
from torch.profiler import ProfilerActivity, profile  # noqa: E402

import conftest  # noqa: E402
import reduced  # noqa: E402

RUNS = 3


def self_times(module, arguments) -> dict[str, tuple[int, float]]:
    """Returns for each operator how often the profiler saw it, and the microseconds spent in it alone."""
    with torch.no_grad():
        module(*arguments)
        with profile(activities=[ProfilerActivity.CPU]) as seen:
            for _ in range(RUNS):
                module(*arguments)
    return {event.key: (event.count, event.self_cpu_time_total) for event in seen.key_averages()}


def mean_time(times: dict[str, tuple[int, float]], operator: str) -> float:
    """Returns the microseconds of a call; without a profile of the operator its share would be a guess."""
    name = operator.split(".")[0]
    if name not in times:
        sys.exit(f"The profile has no {name}, so its share of the time is unknown.")
    count, spent = times[name]
    return spent / count


def main(names: list[str]) -> None:
    """Prints a row per model."""
    print("| model | operators of eager | added by the export | their share of time |")
    print("|---|---|---|---|")
    for name in names or reduced.NAMES:
        with tempfile.TemporaryDirectory() as folder:
            prepared, facts = conftest.prepared(reduced.full(name), Path(folder), threads=torch.get_num_threads())
        change = facts["dispatched"]["difference"]
        times = self_times(prepared.program.module(), tuple(prepared.inputs.values()))
        whole = sum(spent for key, (_, spent) in times.items() if key.startswith("aten::"))
        extra = sum(more * RUNS * mean_time(times, operator) for operator, more in change.items() if more > 0)
        listed = ", ".join(f"{more:+d} {operator.removeprefix('aten::')}" for operator, more in change.items())
        total = sum(facts["dispatched"]["eager"].values())
        print(f"| {name} | {total} | {listed or 'none'} | {100 * extra / whole:.2f}% |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
