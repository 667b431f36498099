# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""ResNet-50 through a real sshd and a real Slurm gives the rows that it gives here; what is cut off can be resumed.

Needs, on Debian: apt install openssh-server openssh-client munge slurmctld slurmd slurm-client. They are started by the
tests themselves, on the loopback address only.
"""

import json
import os
import pathlib
import shutil
import signal

import pytest
import servers

from conftest import PROGRAM, lines_of, rows_of

pytestmark = pytest.mark.full
RESNET = ("-m", "resnet", "-d", "cpu", "-b", "1", "--engine", "cpp", "--mode", "none,default", "--preset", "quick")
SHORT = (*RESNET, "-w", "1", "-r", "5")
LONG = (*RESNET, "-w", "1", "-r", "100000", "--max-time", "600")
SAME = (
    "task model label device dtype batch engine mode frozen outcome reason verified max_abs_error weights image "
    "attention layout threads allocator torch transformers compile_cached"
).split()


@pytest.fixture(scope="module")
def here(home):
    """The rows of this machine, and packages in the cache for the others."""
    done = home.run("run", *SHORT, "--csv", "here.csv")
    assert done.returncode == 0, done.stderr
    done = home.run("run", *SHORT, "--csv", "here.csv")
    return rows_of(home.folder / "here.csv")


@pytest.fixture(scope="module")
def ssh(home, here):
    """A target behind ssh, with folders of its own: what was compiled here is there as well."""
    servers.require("sshd", "ssh", "ssh-keygen")
    there = home.folder / "behind-ssh"
    shutil.copytree(home.folder / "cache", there / "cache")
    folders = {"XDG_CACHE_HOME": there / "cache", "XDG_DATA_HOME": there / "data"}
    server = servers.Sshd(folders | {"INFEROMETER_MACHINE": there, "HF_HUB_OFFLINE": "1"})
    add(home, "ssh", server.launcher)
    yield server
    server.close()


@pytest.fixture(scope="module")
def slurm(home, here):
    """A target behind srun."""
    servers.require("munged", "slurmctld", "slurmd", "srun", "squeue")
    server = servers.Slurm()
    os.environ.update(server.variables)
    add(home, "slurm", server.launcher)
    yield server
    server.close()
    for name in server.variables:
        del os.environ[name]


def add(home, name, launcher):
    """Adds a target and lets it be asked."""
    added = home.run("targets", "add", name, "--path", PROGRAM.resolve().parent.parent, "--", *launcher)
    assert added.returncode == 0, added.stderr
    assert "has cpu with torch" in added.stderr


def alive(home):
    """Processes that work in a home, wherever they were started: launchers, compilers and Python as well."""
    mark, found = f"XDG_CACHE_HOME={home.folder}".encode(), []
    for entry in pathlib.Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and mark in (entry / "environ").read_bytes():
                name = (entry / "comm").read_text().strip()
                state = (entry / "stat").read_text().rpartition(")")[2].split()[0]
                found += [name] if state != "Z" else []
        except OSError:
            continue
    return found


def assert_same_rows(home, here, target):
    """A target's rows are those of this machine."""
    done = home.run("run", "--target", target, *SHORT, "--csv", "there.csv")
    assert done.returncode == 0, done.stderr
    there = rows_of(home.folder / "there.csv")
    assert [[row[name] for name in SAME] for row in there] == [[row[name] for name in SAME] for row in here]
    assert {row["target"] for row in there} == {target}
    newest = home.runs()[-1].read_text()
    assert "loopback" not in newest and "127.0.0.1" not in newest, "host names are settings"


def assert_resumable(home, cut):
    """A run that is cut off in its measuring says so, leaves nothing behind and is finished by a resumption."""
    target = "ssh" if isinstance(cut.__self__, servers.Sshd) else "slurm"
    process = home.start("run", "--target", target, *LONG, "--progress", "always")
    said = []
    for line in process.stderr:
        said.append(line)
        if "Measure" in line and cut:
            cut()
            cut = None
    process.communicate()
    assert process.returncode == 3, "".join(said)
    run = home.runs()[-1]
    records = [line for line in lines_of(run) if line["type"] == "record"]
    outcomes = {row["result"]["outcome"] for record in records for row in record["rows"]}
    assert outcomes == {"connection-lost"}, "".join(said)
    servers.wait_until(lambda: not alive(home), 20, "the processes there to end")
    shorten(run)
    resumed = home.run("run", "--resume", run, "--csv", "resumed.csv")
    assert resumed.returncode == 0, resumed.stderr
    assert [row["outcome"] for row in rows_of(home.folder / "resumed.csv")] == ["measured", "measured"]


def shorten(run):
    """Gives a run whose measuring would take minutes the plan of a short one, as its header's check allows."""
    import hashlib

    header, *rest = run.read_text().splitlines()
    content = json.loads(header)
    del content["check"]
    content["plan"]["policy"]["exact_samples"] = 5
    kind = content.pop("type")
    text = f'{{"type":"{kind}",' + json.dumps(content, separators=(",", ":"), ensure_ascii=False)[1:]
    check = hashlib.sha256(text.encode()).hexdigest()[:16]
    run.write_text("\n".join([text[:-1] + f',"check":"{check}"}}', *rest]) + "\n")


def test_ssh_gives_the_rows_of_this_machine(home, here, ssh):
    assert_same_rows(home, here, "ssh")


def test_ssh_that_is_cut_off_can_be_resumed(home, here, ssh):
    assert_resumable(home, ssh.cut)


def test_ssh_lets_the_target_be_examined(home, ssh):
    done = home.run("doctor", "--target", "ssh")
    assert "Transformers" in done.stdout and "The runner is there." in done.stdout, done.stderr


def test_a_stop_reaches_the_other_side_of_ssh(home, here, ssh):
    process = home.start("run", "--target", "ssh", *LONG, "--progress", "always")
    assert interrupted(process, "Measure") == 130
    servers.wait_until(lambda: not alive(home), 20, "the processes there to end")


def test_slurm_gives_the_rows_of_this_machine(home, here, slurm):
    assert_same_rows(home, here, "slurm")


def test_a_job_that_is_cancelled_can_be_resumed(home, here, slurm):
    assert_resumable(home, slurm.cancel)


def test_a_waiting_job_says_what_it_waits_for(home, here, slurm):
    other = slurm.fill()
    process = home.start("run", "--target", "slurm", *SHORT)
    said = []
    for line in process.stderr:
        said.append(line)
        if "waits in the queue until resources are free" in line:
            other.terminate()
    process.communicate()
    other.wait(30)
    assert process.returncode == 0, "".join(said)
    assert any("waits in the queue" in line for line in said), "".join(said)


def interrupted(process, word, how=signal.SIGINT):
    """Interrupts a run once it says something; returns its exit code."""
    for line in process.stderr:
        if word in line:
            process.send_signal(how)
            break
    process.communicate()
    return process.returncode


def assert_no_job_left(slurm):
    """No job of a run is in the queue a little later."""
    queue = ("squeue", "--noheader", "--format=%j")
    servers.wait_until(lambda: "inferometer" not in slurm.ask(*queue), 20, "the queue to be empty")


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_a_stop_and_the_end_of_the_application_cancel_a_job_that_waits(home, here, slurm, how, code):
    other = slurm.fill()
    process = home.start("run", "--target", "slurm", *SHORT)
    try:
        assert interrupted(process, "waits in the queue", how) == code
        assert_no_job_left(slurm)
    finally:
        other.terminate()
        other.wait(30)
    assert not alive(home)


def test_a_stop_cancels_a_job_that_measures(home, here, slurm):
    process = home.start("run", "--target", "slurm", *LONG, "--progress", "always")
    assert interrupted(process, "Measure") == 130
    assert_no_job_left(slurm)
    servers.wait_until(lambda: not alive(home), 20, "the processes there to end")


@pytest.mark.parametrize("other", ["local", "slurm"])
def test_two_targets_are_measured_in_one_run(home, here, ssh, slurm, other):
    done = home.run("run", "--target", f"{other},ssh", *SHORT, "--csv", "both.csv")
    assert done.returncode == 0, done.stderr
    rows = rows_of(home.folder / "both.csv")
    assert [(row["target"], row["mode"], row["outcome"]) for row in rows] == [
        (target, mode, "measured") for target in (other, "ssh") for mode in ("none", "default")
    ]
    sessions = [line["environment"]["torch"] for line in lines_of(home.runs()[-1]) if line["type"] == "session"]
    assert len(sessions) == 2, "each says what it was measured with"
    servers.wait_until(lambda: not alive(home), 20, "the processes there to end")
