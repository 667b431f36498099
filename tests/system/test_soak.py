# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many visits of the real runner, which loads packages: the application stays as small as it began.

100 visits take two minutes of processor time: each workload is compiled once, then a runner starts 20 times.
"""

import os
import pathlib
import shutil
import subprocess
import time

import pytest

from conftest import lines_of, processes

CODE = pathlib.Path(__file__).with_name("own_models.py")
REPETITIONS = 20  # the most that a run makes of a workload
WORKLOADS = int(os.environ.get("INFEROMETER_SOAK_VISITS", "100")) // REPETITIONS  # each is compiled once
BATCHES = ",".join(str(batch + 1) for batch in range(WORKLOADS))
WORDS = ("run", "-d", "cpu", "--engine", "cpp", "--mode", "none,default", "-r", "5", "-w", "1", "-b", BATCHES)


def state_of(process):
    """Resident bytes, descriptors, threads and dead children; nothing when the process is gone."""
    folder = pathlib.Path("/proc") / str(process)
    try:
        resident = int((folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
        dead = sum(state == "Z" and parent == process for _, _, state, parent in processes())
        return resident, len(list((folder / "fd").iterdir())), len(list((folder / "task").iterdir())), dead
    except OSError:
        return None


@pytest.mark.full
def test_many_visits_leave_the_application_as_it_was(home):
    shutil.copy(CODE, home.folder / "net.py")
    before = set(home.runs())
    said = home.folder / "said.txt"
    with open(said, "w") as errors:
        words = (*WORDS, "--visits", REPETITIONS, "-m", "net.py:counting", "--allow-code", "-q")
        process = home.start(*words, stdout=subprocess.DEVNULL, stderr=errors)
    states = {}  # by the number of visits that are done
    while process.poll() is None:
        time.sleep(0.2)
        state = state_of(process.pid)
        for file in set(home.runs()) - before:
            done = file.read_text().count('{"type":"record"')
            if state and done:
                states[done] = state
    assert process.wait() == 0, said.read_text()
    (file,) = set(home.runs()) - before
    records = [line for line in lines_of(file) if line["type"] == "record"]
    assert {row["result"]["outcome"] for record in records for row in record["rows"]} == {"measured"}

    states.pop(len(records), None)  # then it ends
    settled = min((done for done in states if done >= len(records) // 5), default=None)
    last = max(states)
    assert settled is not None and last > settled
    growth = (states[last][0] - states[settled][0]) / (last - settled)
    kept = file.stat().st_size / len(records)
    print(f"{len(records)} visits of the real runner: {growth:.0f} bytes more for each after the first {settled}")
    # A run keeps its records: each as the line of its file, and as the numbers in it. What is left of a run that
    # has ended is bounded by 1 KiB a visit, in tests/faults/soak_test.cpp.
    assert growth < 4 * kept
    _, descriptors, threads, dead = zip(*states.values(), strict=True)
    # Between visits and during one, pipes of one child come and go.
    assert max(descriptors) - min(descriptors) <= 8
    assert set(threads) == {threads[-1]}
    assert max(dead) <= 1, "a child that has just ended"
    assert not list((home.folder / "cache" / "inferometer" / "artifacts" / "tmp").iterdir())
