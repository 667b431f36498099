# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields by which a request names a workload, checked."""

import json
from dataclasses import dataclass
from typing import Any

import torch

from inferometer_worker import devices
from inferometer_worker.protocol import field
from inferometer_worker.reasons import Failure

DTYPES = {"float32": torch.float32, "float16": torch.float16, "bfloat16": torch.bfloat16}
LAYOUTS = ("contiguous", "channels-last")
ATTENTIONS = ("sdpa", "eager")


@dataclass(frozen=True)
class Workload:
    """A model x device x batch x data type, with the conditions that change its graph."""

    entry: dict[str, Any]  # of the catalogue
    dtype_name: str
    batch: int
    device: torch.device
    threads: int
    attention: str
    layout: str

    @property
    def dtype(self) -> torch.dtype:
        """The type of weights and images."""
        return DTYPES[self.dtype_name]

    @property
    def memory_format(self) -> torch.memory_format:
        """The layout of four-dimensional tensors."""
        return torch.channels_last if self.layout == "channels-last" else torch.contiguous_format


def workload_of(request: dict[str, Any]) -> Workload:
    """Returns the workload a request names; raises Failure for anything that cannot be one."""
    batch = field(request, "batch", int)
    threads = field(request, "threads", int)
    if batch < 1:
        raise Failure("bad-request", "batch")
    if threads < 1:
        raise Failure("bad-request", "threads")
    dtype_name = choice(request, "dtype", tuple(DTYPES), "dtype-unsupported")
    device = device_of(field(request, "device", str))
    devices.check_dtype(device, DTYPES[dtype_name])
    return Workload(
        entry=field(request, "model", dict),
        dtype_name=dtype_name,
        batch=batch,
        device=device,
        threads=threads,
        attention=choice(request, "attention", ATTENTIONS),
        layout=choice(request, "layout", LAYOUTS),
    )


def choice(request: dict[str, Any], name: str, values: tuple[str, ...], code: str = "bad-request") -> str:
    """Returns a field that must be one of values."""
    value = field(request, name, str)
    if value not in values:
        raise Failure(code, value if code != "bad-request" else name)
    return value


def device_of(name: str) -> torch.device:
    """Returns the device with this name ("cpu", "cuda", "cuda:1"); raises Failure when this machine has none."""
    kind, _, index = name.partition(":")
    if kind not in ("cpu", "cuda") or (index and not index.isdigit()):
        raise Failure("device-unavailable", name)
    if kind == "cuda" and int(index or 0) >= torch.cuda.device_count():
        raise Failure("device-unavailable", name)
    return torch.device(name)


def identity(request: dict[str, Any]) -> str:
    """Returns a text that is equal for requests which lead to the same exported program."""
    names = ("model", "dtype", "batch", "device", "threads", "attention", "layout", "weights", "image")
    return json.dumps({name: request.get(name) for name in names}, sort_keys=True)
