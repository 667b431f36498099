# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The processes end when they should, with all they started, and say nothing but the protocol."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from conftest import WORKER

LIMIT_S = 30

# The worker's own start, with a service that starts compilers and never comes back.
BUSY = """
import subprocess, sys, time
sys.path.insert(0, {worker!r})
from inferometer_worker import life
life.die_with_parent()
reader, writer = life.take_streams()
from inferometer_worker.protocol import Channel
from inferometer_worker import service

class Busy:
    TYPES = ("work", "noise")
    def __init__(self, channel): self.channel = channel
    def greet(self): self.channel.send("hello")
    def work(self, request, say):
        script = "import subprocess, time; print(subprocess.Popen(['sleep', '1000']).pid, flush=True); time.sleep(1000)"
        child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
        self.channel.send("started", pids=[child.pid, int(child.stdout.readline())])
        time.sleep(1000)
    def noise(self, request, say):
        print("a library prints", flush=True)
        subprocess.run(["echo", "a compiler prints"])
        return "done", dict(input=sys.stdin.read())

channel = Channel(reader, writer)
service.serve(channel, Busy(channel))
"""


def begin(**options) -> subprocess.Popen:
    """Starts the busy worker."""
    return subprocess.Popen(
        [sys.executable, "-I", "-c", textwrap.dedent(BUSY).format(worker=str(WORKER))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def send(process: subprocess.Popen, kind: str) -> None:
    """Sends a request without fields."""
    process.stdin.write(json.dumps({"type": kind}).encode() + b"\n")
    process.stdin.flush()


def hear(process: subprocess.Popen) -> dict:
    """Returns the next message."""
    return json.loads(process.stdout.readline())


def is_alive(pid: int) -> bool:
    """Tells whether a process runs; a zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def require_gone(pids: list[int]) -> None:
    """Waits until none of the processes is alive."""
    deadline = time.monotonic() + LIMIT_S
    while any(is_alive(pid) for pid in pids):
        assert time.monotonic() < deadline, pids
        time.sleep(0.01)


@pytest.mark.parametrize("own_session", [True, False], ids=["worker", "peer"])
def test_the_end_of_input_ends_everything_even_while_busy(own_session):
    process = begin(start_new_session=own_session)
    assert hear(process)["type"] == "hello"
    send(process, "work")
    pids = hear(process)["pids"]
    assert all(is_alive(pid) for pid in pids)

    process.stdin.close()

    assert process.wait(timeout=LIMIT_S) == -signal.SIGKILL
    require_gone(pids)


def test_the_end_of_the_parent_ends_the_process(tmp_path):
    script = tmp_path / "busy.py"
    script.write_text(textwrap.dedent(BUSY).format(worker=str(WORKER)))
    parent = subprocess.Popen(
        ["/bin/sh", "-c", f"sleep 1000 | {sys.executable} -I {script} & echo $!; wait"],
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    child = int(parent.stdout.readline())
    assert hear(parent)["type"] == "hello"

    parent.kill()
    parent.wait()

    require_gone([child])
    os.killpg(parent.pid, signal.SIGKILL)


def test_a_process_whose_parent_is_another_one_ends_at_once():
    process = begin(env={**os.environ, "INFEROMETER_PARENT_PID": "1"})

    assert process.wait(timeout=LIMIT_S) == 70
    assert process.stdout.read() == b""


def test_prints_go_to_standard_error_and_standard_input_is_empty():
    process = begin(env={**os.environ, "INFEROMETER_PARENT_PID": str(os.getpid())})
    hear(process)
    send(process, "noise")

    assert hear(process)["input"] == ""
    send(process, "quit")
    _, errors = process.communicate(timeout=LIMIT_S)
    assert b"a library prints" in errors
    assert b"a compiler prints" in errors
    assert process.returncode == 0


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b'{"type": 3}',
        b'{"v": 2, "type": "noise"}',
        b"\xff\xfe",
        b"[" * 100_000,
        b"x" * (16 * 2**20 - 1),
    ],
    ids=["empty", "torn", "list", "number", "version", "bytes", "deep", "long"],
)
def test_a_line_that_is_no_request_is_answered_and_survived(line):
    process = begin()
    hear(process)

    process.stdin.write(line + b"\n")
    process.stdin.flush()
    message = hear(process)
    send(process, "unknown")
    send(process, "noise")

    assert message["reason"]["code"] == "bad-request"
    assert hear(process)["type"] == "done"
    process.stdin.close()


def test_messages_are_numbered():
    process = begin()
    send(process, "noise")
    send(process, "noise")

    messages = [hear(process) for _ in range(3)]

    assert [message["seq"] for message in messages] == [0, 1, 2]
    assert {message["v"] for message in messages} == {1}
    process.kill()
