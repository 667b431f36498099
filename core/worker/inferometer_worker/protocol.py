# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON lines: requests from the core or the runner, replies from here."""

import json
import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from inferometer_worker import life
from inferometer_worker.reasons import Failure

VERSION = 1
MAX_LINE_BYTES = 16 * 1024 * 1024
QUIT_GRACE_S = 5.0

Say = Callable[[str], None]  # announces the step that begins


class Channel:
    """One conversation. A thread of its own reads, so that the end of input is noticed while work is under way."""

    def __init__(self, reader: BinaryIO, writer: BinaryIO):
        self._reader = reader
        self._writer = writer
        self._sequence = 0
        self._incoming: queue.SimpleQueue[dict[str, Any] | Failure] = queue.SimpleQueue()
        threading.Thread(target=self._watch, name="requests", daemon=True).start()

    def requests(self) -> Iterator[dict[str, Any] | Failure]:
        """Yields requests in order, and a Failure for each line that is none. Ends after "quit"."""
        while True:
            request = self._incoming.get()
            if isinstance(request, dict) and request.get("type") == "quit":
                return
            yield request

    def send(self, kind: str, job: str = "", **fields: Any) -> None:
        """Writes one message."""
        message = {"v": VERSION, "job": job, "seq": self._sequence, "type": kind, **fields}
        self._sequence += 1
        line = memoryview(json.dumps(message, allow_nan=False).encode() + b"\n")
        while line:
            line = line[self._writer.write(line) :]

    def _watch(self) -> None:
        quitting = False
        while line := self._reader.readline(MAX_LINE_BYTES + 1):
            request = parse(line)
            quitting = quitting or (isinstance(request, dict) and request.get("type") == "quit")
            self._incoming.put(request)
            if len(line) > MAX_LINE_BYTES:
                break
        if quitting:
            time.sleep(QUIT_GRACE_S)
        life.end_everything()


def parse(line: bytes) -> dict[str, Any] | Failure:
    """Returns the request in a line, or why there is none in it."""
    if len(line) > MAX_LINE_BYTES:
        return Failure("bad-request", "line too long")
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Failure("bad-request", "not JSON", detail=str(error))
    if not isinstance(request, dict) or not isinstance(request.get("type"), str):
        return Failure("bad-request", "type")
    if request.get("v", VERSION) != VERSION:
        return Failure("bad-request", "v")
    return request


def field(request: dict[str, Any], name: str, *kinds: type) -> Any:
    """Returns a field of a request; raises Failure bad-request when it is missing or of another type."""
    value = request.get(name)
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise Failure("bad-request", name)
    return value
