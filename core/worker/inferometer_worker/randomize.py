# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random weights under which every layer of every model works on numbers of ordinary size.

Transformers' own initialisation is made for training: run on an image, the signals of some models shrink to 1e-22 and
those of others grow to 1e3, which makes output checks meaningless and can be slow. Here every tensor is drawn from a
generator seeded by its name; then one pass of the sample image sets the statistics of batch normalisation and brings
the output of each linear or convolution layer to a standard deviation near one.
"""

import hashlib
import math
from collections.abc import Callable

import torch
from torch import nn

RECIPE = "calibrated-1"  # part of what identifies random weights: change it with anything below

WEIGHTED = (nn.Linear, nn.Conv1d, nn.Conv2d, nn.Conv3d, nn.ConvTranspose2d)
NOT_TOO_SMALL, NOT_TOO_LARGE = 0.5, 2.0  # standard deviations that are left alone
SMALLEST_SHARE = 0.01  # least variance of a channel, as a share of its squared mean and of the mean variance


def randomize(model: nn.Module, run: Callable[[], object], seed: int) -> None:
    """Fills every parameter of model, which is on the CPU in float32; run passes the sample image through it.

    The same seed gives the same bytes. One thread, because sums depend in their last bits on how they are divided.
    """
    initialize(model, seed)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        calibrate(model, run)
    finally:
        torch.set_num_threads(threads)


def initialize(model: nn.Module, seed: int) -> None:
    """Draws all parameters, and the affine part of frozen batch normalisation, which is kept in buffers."""
    for module_name, module in model.named_modules():
        tensors = dict(module.named_parameters(recurse=False))
        if is_batch_norm(module):
            tensors |= {
                name: buffer for name, buffer in module.named_buffers(recurse=False) if name in ("weight", "bias")
            }
        for name, tensor in tensors.items():
            if tensor.ndim > 0:
                tensor.data.copy_(draw(module, name, tensor, seed, f"{module_name}.{name}"))


def draw(module: nn.Module, name: str, tensor: torch.Tensor, seed: int, full_name: str) -> torch.Tensor:
    """Returns values for one tensor, by its role: matrix, bias, scale of a norm or of a layer, embedding."""
    digest = hashlib.sha256(f"{seed}:{full_name}".encode()).digest()
    normal = torch.randn(tensor.shape, generator=torch.Generator().manual_seed(int.from_bytes(digest[:7])))
    if name.endswith("bias"):
        return 0.1 * normal
    if tensor.ndim >= 2:
        is_matrix = name.endswith("weight") and not isinstance(module, nn.Embedding)
        return normal / math.sqrt(fan_in(module, tensor)) if is_matrix else 0.5 * normal
    if name.endswith("weight"):
        return 1 + 0.1 * normal
    if "scale" in name or "lambda" in name:
        return 0.5 + 0.05 * normal
    return 0.5 * normal


def fan_in(module: nn.Module, weight: torch.Tensor) -> int:
    """Returns how many products one output of a layer sums."""
    if isinstance(module, nn.ConvTranspose2d):
        return max(1, weight.numel() // weight.shape[1] // math.prod(module.stride))
    return max(1, weight[0].numel())


def calibrate(model: nn.Module, run: Callable[[], object]) -> None:
    """Runs the sample image once and adapts each layer when the signal first reaches it."""
    seen: set[nn.Module] = set()
    handles = []
    for module in model.modules():
        if is_batch_norm(module):
            handles.append(
                module.register_forward_pre_hook(lambda layer, inputs: take_statistics(layer, inputs[0], seen))
            )
        elif isinstance(module, WEIGHTED):
            handles.append(module.register_forward_hook(lambda layer, inputs, out: rescale(layer, inputs, out, seen)))
    try:
        run()
    finally:
        for handle in handles:
            handle.remove()


def is_batch_norm(module: nn.Module) -> bool:
    """Tells batch normalisation of any make by its running statistics."""
    return isinstance(getattr(module, "running_mean", None), torch.Tensor)


def take_statistics(layer: nn.Module, signal: torch.Tensor, seen: set[nn.Module]) -> None:
    """Sets the running statistics of a batch normalisation to those of the signal (N x C x H x W).

    The variance is kept well above zero and above the rounding error of the mean in half types: a channel that hardly
    varies would otherwise be blown up. After global pooling nothing varies within a channel, so channels are compared.
    """
    if layer in seen:
        return
    seen.add(layer)
    axes = [axis for axis in range(signal.ndim) if axis != 1]
    mean, variance = signal.mean(axes), signal.var(axes, unbiased=False)
    if signal.numel() == signal.shape[1]:
        mean, variance = torch.zeros_like(mean), torch.full_like(variance, float(signal.square().mean()))
    floor = SMALLEST_SHARE * torch.maximum(mean.square(), variance.mean())
    layer.running_mean.copy_(mean)
    layer.running_var.copy_(torch.maximum(variance, floor + 1e-8))


def rescale(
    layer: nn.Module, inputs: tuple[torch.Tensor, ...], output: torch.Tensor, seen: set[nn.Module]
) -> torch.Tensor | None:
    """Scales a layer's weight by a power of two when its output is far from unit size; returns the new output.

    A power of two, so that the weight depends on the measured size only through a rounded logarithm.
    """
    if layer in seen:
        return None
    seen.add(layer)
    deviation = float(output.std()) if output.numel() > 1 else 1.0
    if deviation == 0 or not math.isfinite(deviation) or NOT_TOO_SMALL <= deviation <= NOT_TOO_LARGE:
        return None
    layer.weight.mul_(2.0 ** -round(math.log2(deviation)))
    return layer.forward(*inputs)
