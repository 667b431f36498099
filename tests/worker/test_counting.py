# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Operations are counted as others count them."""

import pytest
import torch
import torchvision

import reduced
from inferometer_worker import counting, models
from inferometer_worker.flat import Flat


# torchvision publishes the billions of multiplications that its models of the same architectures need for an image of
# 224 x 224 (https://docs.pytorch.org/vision/stable/models.html, GFLOPS); each sums two operations.
@pytest.mark.parametrize(
    ("name", "weights"),
    [("resnet", "ResNet50_Weights"), ("vit", "ViT_B_16_Weights"), ("convnext", "ConvNeXt_Large_Weights")],
)
def test_operations_are_twice_the_published_multiplications(name, weights):
    published = torchvision.models.get_weight(f"{weights}.IMAGENET1K_V1").meta["_ops"]
    flat = Flat(models.build(reduced.full(name), "sdpa"), ["pixel_values"])

    one, four = (counting.count_flops(flat, (torch.empty(batch, 3, 224, 224),)) for batch in (1, 4))

    assert one / 2e9 == pytest.approx(published, abs=6e-4)
    assert four == 4 * one


def test_eager_attention_needs_the_operations_of_the_fused_one():
    image = torch.empty(1, 3, 64, 64)
    entry = reduced.reduced("vit")

    fused, eager = (
        counting.count_flops(Flat(models.build(entry, kind), ["pixel_values"]), (image,)) for kind in ("sdpa", "eager")
    )

    assert fused == eager > 0
