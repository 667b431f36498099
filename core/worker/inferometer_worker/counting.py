# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a forward pass consists of: the operators that PyTorch dispatches, and floating point operations."""

from collections import Counter
from collections.abc import Callable
from typing import TypeVar

import torch
from torch import nn
from torch._subclasses.fake_tensor import FakeTensorMode
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.flop_counter import FlopCounterMode

from inferometer_worker.tracing import forget_tables

Result = TypeVar("Result")


class OperatorCounter(TorchDispatchMode):
    """Counts the operators that reach the dispatcher below autograd, where composite ones are already taken apart."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        """Counts one operator and runs it; what only asserts is not counted, because the engine leaves it out."""
        if not function._schema.name.startswith("aten::_assert_"):
            overload = "" if function._overloadname == "default" else f".{function._overloadname}"
            self.counts[function._schema.name + overload] += 1
        return function(*args, **(kwargs or {}))


def count_operators(run: Callable[[], Result]) -> tuple[Result, dict[str, int]]:
    """Returns what run returns, and how often each operator is dispatched by it, sorted by name."""
    with OperatorCounter() as counter:
        result = run()
    return result, dict(sorted(counter.counts.items()))


def difference(graph: dict[str, int], eager: dict[str, int]) -> dict[str, int]:
    """Returns the operators of which the graph has more (positive) or fewer (negative) than eager."""
    names = sorted(graph.keys() | eager.keys())
    return {name: change for name in names if (change := graph.get(name, 0) - eager.get(name, 0))}


@torch.no_grad()
def count_flops(module: nn.Module, arguments: tuple[torch.Tensor, ...]) -> int:
    """Returns the floating point operations of a call: two for each product that matrices and convolutions sum.

    Shapes are enough for that, so nothing is computed.
    """
    with FakeTensorMode(allow_non_fake_inputs=True) as mode, FlopCounterMode(display=False) as counter:
        module(*(mode.from_tensor(argument) for argument in arguments))
    forget_tables(module)
    return counter.get_total_flops()
