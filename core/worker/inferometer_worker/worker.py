# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker: hello, prepare, compile."""

from typing import Any

from inferometer_worker import compilation, devices, environment
from inferometer_worker.prepare import Prepared, prepare
from inferometer_worker.protocol import Channel, Say
from inferometer_worker.request import identity, workload_of

Reply = tuple[str, dict[str, Any]]


class Worker:
    """Holds the workload that was prepared last, so that compiling it needs no second export."""

    TYPES = ("hello", "prepare", "compile")

    def __init__(self, channel: Channel):
        self._channel = channel
        self._prepared: Prepared | None = None

    def greet(self) -> None:
        """Says hello without being asked."""
        self._channel.send("hello", environment=environment.describe())

    def hello(self, _request: dict[str, Any], _say: Say) -> Reply:
        """Describes the environment."""
        return "hello", {"environment": environment.describe()}

    def prepare(self, request: dict[str, Any], say: Say) -> Reply:
        """Builds, fills, runs and exports a model."""
        self._prepared = None  # its memory is needed
        self._prepared, fields = prepare(request, say)
        return "prepared", fields

    def compile(self, request: dict[str, Any], say: Say) -> Reply:
        """Compiles what was prepared; after a restart it is exported again from the files."""
        order = compilation.order_of(request)
        devices.use(workload_of(request).device)  # a graph of the cache was prepared by another process
        devices.choose(request)  # the compiler tries its choices under them
        if self._prepared is None or self._prepared.identity != identity(request):
            self._prepared = None
            self._prepared = compilation.reload(request, say)
        return "compiled", compilation.compile_package(self._prepared, order, say)
