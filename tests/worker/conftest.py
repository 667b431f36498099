# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the worker's tests share: requests, prepared folders, and a worker to talk to."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).resolve().parent
WORKER = TESTS.parents[1] / "core" / "worker"
sys.path[:0] = [str(WORKER), str(TESTS)]
os.environ["HF_HUB_OFFLINE"] = "1"
inductor = tempfile.TemporaryDirectory(prefix="inferometer-tests-", ignore_cleanup_errors=True)  # removed with it
os.environ["TORCHINDUCTOR_CACHE_DIR"] = inductor.name

import torch  # noqa: E402

import reduced  # noqa: E402
from inferometer_worker import prepare as preparation  # noqa: E402

torch.set_num_threads(1)  # the models are small: more threads would only wait for each other


def request(entry: dict[str, Any], folder: Path, **changes: Any) -> dict[str, Any]:
    """Returns a prepare request that writes below folder."""
    for name in ("weights", "graph", "package"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    picture = str(reduced.SAMPLE)
    return {
        "type": "prepare",
        "model": entry,
        "dtype": "float32",
        "batch": 1,
        "device": "cpu",
        "threads": 1,
        "attention": "sdpa",
        "layout": "contiguous",
        "weights": {"source": "random", "seed": 0},
        "image": {"path": picture},
        "sample_image": picture,
        "weights_in": None,
        "weights_out": str(folder / "weights"),
        "graph_out": str(folder / "graph"),
        **changes,
    }


def compile_request(prepared: dict[str, Any], folder: Path, **changes: Any) -> dict[str, Any]:
    """Returns the compile request that follows a prepare request written below folder."""
    return {
        **prepared,
        "type": "compile",
        "weights_in": str(folder / "weights"),
        "weights_out": None,
        "graph_in": str(folder / "graph"),
        "mode": "default",
        "frozen": False,
        "package_out": str(folder / "package"),
        "inductor_cache": str(folder / "inductor"),
        **changes,
    }


def silent(_step: str) -> None:
    """Takes the steps that a request announces."""


def prepared(entry: dict[str, Any], folder: Path, **changes: Any) -> tuple[preparation.Prepared, dict[str, Any]]:
    """Fulfils a prepare request in this process; returns what stays in memory and the facts."""
    result, reply = preparation.prepare(request(entry, folder, **changes), silent)
    return result, reply["facts"]


class Conversation:
    """A worker or peer process and what was said so far."""

    def __init__(self, *arguments: str, environment: dict[str, str] | None = None, python: str = sys.executable):
        self.process = subprocess.Popen(
            [python, "-I", str(WORKER / "inferometer_worker"), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=2,  # into what pytest shows of a failed test
            start_new_session=True,
            env={**os.environ, **(environment or {})},
        )

    def say(self, message: dict[str, Any] | bytes) -> None:
        """Sends a request, or a line that is none."""
        line = message if isinstance(message, bytes) else json.dumps(message).encode()
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def hear(self, *kinds: str) -> dict[str, Any]:
        """Returns the next message of one of these types, or a failure."""
        for line in self.process.stdout:
            message = json.loads(line)
            if message["type"] in (*kinds, "failed"):
                return message
        raise AssertionError(f"ended with {self.process.wait()}")

    def ask(self, message: dict[str, Any], kind: str) -> dict[str, Any]:
        """Sends a request and returns its reply, which must be of this type."""
        self.say(message)
        reply = self.hear(kind)
        assert reply["type"] == kind, reply
        return reply

    def close(self) -> int:
        """Says "quit" and returns the exit code."""
        if self.process.poll() is None:
            self.say({"type": "quit"})
        self.process.stdin.close()
        self.process.stdout.read()
        return self.process.wait(timeout=30)


@pytest.fixture
def converse() -> Iterator[Callable[..., Conversation]]:
    """Starts conversations and ends them after the test."""
    begun: list[Conversation] = []

    def begin(*arguments: str, **options: Any) -> Conversation:
        begun.append(Conversation(*arguments, **options))
        return begun[-1]

    yield begin
    for conversation in begun:
        conversation.process.kill()
        conversation.process.wait()
