# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Models as users bring them: a Python file. Small enough to be compiled in seconds."""

import torch
from torch import nn


class Counting(nn.Module):
    """Counts its calls in a buffer, which is what needs a copy of its own in every variant."""

    def __init__(self):
        super().__init__()
        self.layer = nn.Conv2d(3, 4, 3)
        self.register_buffer("calls", torch.zeros(1))

    def forward(self, image, mask):
        """Takes two inputs, which have names."""
        self.calls.add_(1)
        return {"masked": self.layer(image) * mask}


class Branching(nn.Module):
    """Decides by the values of its data."""

    def __init__(self):
        super().__init__()
        self.layer = nn.Conv2d(3, 4, 3)

    def forward(self, image):
        """Negates what sums up to less than nothing."""
        result = self.layer(image)
        if result.sum() > 0:
            return result
        return -result


def counting():
    """Two inputs by name."""
    return Counting(), {"image": torch.randn(1, 3, 16, 16), "mask": torch.rand(1, 1, 14, 14)}


def branching():
    """Cannot be exported."""
    return Branching(), torch.randn(1, 3, 16, 16)


class Boxing(nn.Module):
    """Returns its tensor in an object."""

    def forward(self, image):
        """Takes an image."""
        return Box(image * 2)


class Box:
    """What torch.export knows nothing of."""

    def __init__(self, tensor):
        self.tensor = tensor


def boxing():
    """Has no output that could be verified."""
    return Boxing(), torch.randn(1, 3, 16, 16)


def no_module():
    """Returns what is no model."""
    return 3
