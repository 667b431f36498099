# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the signal in every layer of a model."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

import reduced
from inferometer_worker import inputs, models, randomize
from inferometer_worker.inputs import open_image, process


@dataclass(frozen=True)
class Layer:
    """What one layer of the model returned."""

    name: str
    kind: str
    deviation: float
    largest: float
    zeros: float  # share of values that are exactly zero
    subnormal: float  # share of values too small for an ordinary number of their type
    finite: bool


def model_with_inputs(entry: dict[str, Any], dtype: torch.dtype) -> tuple[nn.Module, dict[str, torch.Tensor]]:
    """Returns a model with random weights in dtype and its inputs for the sample image."""
    model = models.build(entry, "sdpa")
    tensors = process(open_image(str(reduced.SAMPLE)), 1, entry, model)
    with torch.no_grad():
        randomize.randomize(model, lambda: model(**tensors), seed=0)
    return model.to(dtype), inputs.convert(tensors, dtype, torch.device("cpu"), torch.contiguous_format)


@torch.no_grad()
def layers(model: nn.Module, tensors: dict[str, torch.Tensor]) -> list[Layer]:
    """Runs the model once and returns what every part without parts of its own returned."""
    found: list[Layer] = []
    handles = [
        part.register_forward_hook(lambda part, _inputs, output, name=name: found.extend(look(name, part, output)))
        for name, part in model.named_modules()
        if not list(part.children())
    ]
    model(**tensors)
    for handle in handles:
        handle.remove()
    return found


def look(name: str, part: nn.Module, output: Any) -> list[Layer]:
    """Returns the layer of one output, or nothing for what is no signal."""
    if not isinstance(output, torch.Tensor) or not output.is_floating_point() or output.numel() < 2:
        return []
    values = output.double()
    size = values.abs()
    return [
        Layer(
            name=name,
            kind=type(part).__name__,
            deviation=float(values.std()),
            largest=float(size.max()),
            zeros=float((size == 0).double().mean()),
            subnormal=float(((size > 0) & (size < torch.finfo(output.dtype).tiny)).double().mean()),
            finite=bool(values.isfinite().all()),
        )
    ]
