# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker's loop: one request at a time, each answered by its result or by "failed"."""

import os
import sys
import time
from collections.abc import Callable
from typing import Any, BinaryIO

from inferometer_worker.protocol import Channel
from inferometer_worker.reasons import Failure, classify

os.environ["HF_HUB_OFFLINE"] = "1"  # before anything of Hugging Face is imported; hub.download asks for an exception


Handler = Callable[[dict[str, Any], Callable[[str], None]], tuple[str, dict[str, Any]]]


def main(arguments: list[str], reader: BinaryIO, writer: BinaryIO) -> int:
    """Serves until "quit"; returns the exit code."""
    channel = Channel(reader, writer)
    if arguments == ["peer"]:
        from inferometer_worker.peer import Peer as Service
    elif not arguments:
        from inferometer_worker.worker import Worker as Service
    else:
        print(f"unknown arguments: {arguments}", file=sys.stderr)
        return 2
    serve(channel, Service(channel))
    sys.stderr.flush()
    os._exit(0)  # the replies are out; destructors of compilers and devices have nothing to add but crashes


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
