# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker's loop: one request at a time, each answered by its result or by "failed"."""

import os
import sys
import time
from collections.abc import Callable
from typing import Any, BinaryIO

from inferometer_worker.protocol import Channel, Say
from inferometer_worker.reasons import Failure, classify

os.environ["HF_HUB_OFFLINE"] = "1"  # before anything of Hugging Face is imported; hub.download asks for an exception


Handler = Callable[[dict[str, Any], Say], tuple[str, dict[str, Any]]]


def main(arguments: list[str], reader: BinaryIO, writer: BinaryIO) -> int:
    """Serves until "quit"; returns the exit code."""
    if arguments not in ([], ["peer"]):
        print(f"unknown arguments: {arguments}", file=sys.stderr)
        return 2
    channel = Channel(reader, writer)
    serve(channel, service_of(arguments == ["peer"], channel))
    sys.stderr.flush()
    os._exit(0)  # the replies are out; destructors of compilers and devices have nothing to add but crashes


class Refusal:
    """Stands for worker or peer where the environment lacks what they import; says so in answer to any request."""

    TYPES = ("hello", "prepare", "compile", "load")

    def __init__(self, channel: Channel, failure: Failure):
        self._channel = channel
        self._failure = failure

    def greet(self) -> None:
        """Says hello without being asked."""
        self._channel.send("hello", environment={})

    def refuse(self, _request: dict[str, Any], _say: Say) -> tuple[str, dict[str, Any]]:
        """Answers a request."""
        raise self._failure

    hello = prepare = compile = load = refuse


def service_of(is_peer: bool, channel: Channel) -> Any:
    """Returns the worker, the peer or, where a package is missing or torch is too old for it, a refusal."""
    try:
        from inferometer_worker import versions

        versions.require_torch(versions.OLDEST_FOR_PEER if is_peer else versions.OLDEST_FOR_WORKER)
        if is_peer:
            from inferometer_worker.peer import Peer as Service
        else:
            from inferometer_worker.worker import Worker as Service
    except Failure as failure:
        return Refusal(channel, failure)
    except ModuleNotFoundError as error:
        return Refusal(channel, Failure("package-missing", error.name))
    return Service(channel)


def serve(channel: Channel, service: Any) -> None:
    """Answers requests with the service's method of the same name; types that it does not know are ignored."""
    service.greet()
    for request in channel.requests():
        if isinstance(request, Failure):
            channel.send("failed", **request.message())
            continue
        if request["type"] in service.TYPES:
            answer(channel, getattr(service, request["type"]), request)


def answer(channel: Channel, handler: Handler, request: dict[str, Any]) -> None:
    """Runs a handler; whatever it raises becomes a "failed" message."""
    job = request.get("job") if isinstance(request.get("job"), str) else ""
    step = "start"

    def say(name: str) -> None:
        nonlocal step
        step = name
        channel.send("step", job, step=name)

    begin = time.monotonic()
    try:
        kind, fields = handler(request, say)
    except Exception as error:
        channel.send("failed", job, **classify(error, step).message(request["type"]), step=step)
    else:
        channel.send(kind, job, **fields, elapsed_s=time.monotonic() - begin)
