# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A model as a function from tensors to tensors, which is what can be exported without Transformers' own types."""

from collections.abc import Iterator, Mapping
from typing import Any

import torch
from torch import nn

from inferometer_worker.reasons import Failure

# Beside tensors these say something of them; torch.export has types of its own for numbers.
PLAIN = (type(None), bool, int, float, complex, str, bytes, torch.SymBool, torch.SymInt, torch.SymFloat)


class Flat(nn.Module):
    """Takes the named inputs by position and returns all tensors of the output as a tuple."""

    def __init__(self, model: nn.Module, names: list[str]):
        super().__init__()
        self.model = model  # the name is the prefix of every weight in the files (files.PREFIX)
        self.names = names

    def forward(self, *tensors: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Returns the output's tensors in their order of appearance."""
        output = self.model(**dict(zip(self.names, tensors, strict=True)))
        return tuple(tensor for _, tensor in leaves(output))


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, torch.Tensor]]:
    """Yields the name and tensor of every tensor in nested outputs, such as ("vision.last_hidden_state", ...).

    Raises Failure for an object of another kind: what is in it could be neither executed nor verified.
    """
    if isinstance(value, torch.Tensor):
        yield path, value
        return
    if isinstance(value, PLAIN):
        return
    if not isinstance(value, (Mapping, list, tuple)):
        raise Failure("output-unsupported", type(value).__name__)
    for key, item in value.items() if isinstance(value, Mapping) else enumerate(value):
        yield from leaves(item, f"{path}.{key}" if path else str(key))
