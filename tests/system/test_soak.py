# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many visits of the real runner on a tiny model: the application stays as small as it began."""

import os
import pathlib
import shutil
import time

import pytest

CODE = pathlib.Path(__file__).with_name("own_models.py")
REPETITIONS = 20  # the most that a run makes of a workload
WORKLOADS = int(os.environ.get("INFEROMETER_SOAK_VISITS", "500")) // REPETITIONS
VISITS = WORKLOADS * REPETITIONS
BATCHES = ",".join(str(batch + 1) for batch in range(WORKLOADS))
WORDS = ("run", "-d", "cpu", "--engine", "cpp", "--mode", "none", "-r", "5", "-w", "1", "-b", BATCHES)


def state_of(process):
    """Resident bytes, descriptors and threads; nothing when the process is gone."""
    folder = pathlib.Path("/proc") / str(process)
    try:
        resident = int((folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
        return resident, len(list((folder / "fd").iterdir())), len(list((folder / "task").iterdir()))
    except OSError:
        return None


@pytest.mark.full
def test_many_visits_leave_the_application_as_it_was(home):
    shutil.copy(CODE, home.folder / "net.py")
    before = set(home.runs())
    process = home.start(*WORDS, "--visits", REPETITIONS, "-m", "net.py:counting", "--allow-code", "-q")
    states = {}  # by the number of visits that are done
    while process.poll() is None:
        time.sleep(0.2)
        state = state_of(process.pid)
        for file in set(home.runs()) - before:
            done = file.read_text().count('{"type":"record"')
            if state and done:
                states[done] = state
    assert process.wait() == 0, process.stderr.read()

    settled = min((done for done in states if done >= VISITS // 5), default=None)
    last = max(states)
    assert settled is not None and last > settled
    growth = (states[last][0] - states[settled][0]) / (last - settled)
    print(f"{VISITS} visits of the real runner: {growth:.0f} bytes more for each after the first {settled}")
    assert growth < 16 << 10  # the records of a run that is under way stay in memory
    # Between visits and during one, pipes of one child come and go.
    assert max(fds for _, fds, _ in states.values()) - min(fds for _, fds, _ in states.values()) <= 8
    assert {threads for _, _, threads in states.values()} == {states[last][2]}
    assert not list((home.folder / "cache" / "inferometer" / "artifacts" / "tmp").iterdir())
