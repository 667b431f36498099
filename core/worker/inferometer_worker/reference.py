# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What correct outputs are: those of eager execution, and where that rounds to fewer bits also those of float64."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import nn

from inferometer_worker.flat import Flat, leaves
from inferometer_worker.reasons import Failure


@contextmanager
def restored(module: nn.Module, tensors: dict[str, torch.Tensor]) -> Iterator[None]:
    """Puts back what runs of the module write into its buffers and inputs, so that every run begins alike."""
    written = [*module.buffers(), *tensors.values()]
    kept = [(tensor, tensor._version, tensor.clone()) for tensor in written]
    try:
        yield
    finally:
        with torch.no_grad():
            for tensor, version, copy_ in kept:
                if tensor._version != version:
                    tensor.copy_(copy_)


@torch.no_grad()
def outputs_of(flat: Flat, inputs: dict[str, torch.Tensor]) -> list[tuple[str, torch.Tensor]]:
    """Returns the names and tensors of the model's outputs, computed eagerly; raises Failure where there are none."""
    output = flat.model(**inputs)
    found = list(leaves(output))
    if not found:
        raise Failure("output-unsupported", type(output).__name__)
    return found


@torch.no_grad()
def float64_outputs(flat: Flat, inputs: dict[str, torch.Tensor]) -> list[torch.Tensor]:
    """Returns the outputs of the very same weights and inputs, computed in float64.

    This is the yardstick of PyTorch's own benchmarks for half types, and here for TF32 too: a program is right when its
    error against it is not much larger than that of eager execution. Models that end in float32 by themselves (OwlViT)
    round it to that.
    """
    exact = copy.deepcopy(flat.model).double()
    widened = {name: tensor.double() if tensor.is_floating_point() else tensor for name, tensor in inputs.items()}
    return [tensor.double() for _, tensor in leaves(exact(**widened))]


def errors(outputs: list[torch.Tensor], exact: list[torch.Tensor]) -> list[dict[str, Any]]:
    """Returns, for each output, its error against exact: root mean square and largest, and the largest exact value.

    Entries that are infinite in both, as those of masks, count as equal; an output without entries has no error.
    """
    found = []
    for output, wanted in zip(outputs, exact, strict=True):
        if not wanted.numel():
            found.append({"rmse": 0.0, "max_abs": 0.0, "scale": None})
            continue
        wanted = wanted.double()
        gap = output.double() - wanted
        gap = torch.where(output.double() == wanted, 0.0, gap)
        scale = wanted[wanted.isfinite()].abs()
        found.append(
            {
                "rmse": finite(gap.square().mean().sqrt()),
                "max_abs": finite(gap.abs().max()),
                "scale": finite(scale.max()) if scale.numel() else None,
            }
        )
    return found


def finite(value: torch.Tensor) -> float | None:
    """Returns a number that JSON can hold, or None."""
    return float(value) if torch.isfinite(value) else None
