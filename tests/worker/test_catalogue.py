# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue describes its models, the guide's twelve among them, as they are published."""

import re

import pytest
import torch

import reduced
from inferometer_worker import inputs, models
from inferometer_worker.graph import DTYPES

# Name: hub id, the guide's label, millions of parameters as published, shapes of the inputs for a 640 x 480 image.
PUBLISHED = {
    "vit": ("google/vit-base-patch16-224", "ViT", 86.6, {"pixel_values": [1, 3, 224, 224]}),
    "beit": ("microsoft/beit-base-patch16-224-pt22k-ft22k", "BeiT", 102.6, {"pixel_values": [1, 3, 224, 224]}),
    "convnext": ("facebook/convnext-large-224", "ConvNeXT", 197.8, {"pixel_values": [1, 3, 224, 224]}),
    "resnet": ("microsoft/resnet-50", "ResNet", 25.6, {"pixel_values": [1, 3, 224, 224]}),
    "segformer": (
        "nvidia/segformer-b0-finetuned-ade-512-512",
        "Segformer",
        3.8,
        {"pixel_values": [1, 3, 512, 512]},
    ),
    "mask2former": (
        "facebook/mask2former-swin-tiny-coco-panoptic",
        "Mask2former",
        47.4,
        {"pixel_values": [1, 3, 384, 384], "pixel_mask": [1, 384, 384]},
    ),
    "maskformer": (
        "facebook/maskformer-swin-base-ade",
        "Maskformer",
        101.8,
        {"pixel_values": [1, 3, 640, 864], "pixel_mask": [1, 640, 864]},
    ),
    "mobilenet": ("google/deeplabv3_mobilenet_v2_1.0_513", "MobileNet", 2.53, {"pixel_values": [1, 3, 513, 513]}),
    "owlvit": (
        "google/owlvit-base-patch32",
        "OwlViT",
        153,
        {"pixel_values": [1, 3, 768, 768], "input_ids": [2, 16], "attention_mask": [2, 16]},
    ),
    "detr": (
        "facebook/detr-resnet-50",
        "DETR",
        41.5,
        {"pixel_values": [1, 3, 800, 1066], "pixel_mask": [1, 800, 1066]},
    ),
    "resnet-101": (
        "facebook/detr-resnet-101",
        "Resnet-101",
        60.5,
        {"pixel_values": [1, 3, 800, 1066], "pixel_mask": [1, 800, 1066]},
    ),
    "conditional-detr": (
        "microsoft/conditional-detr-resnet-50",
        "Conditional-DETR",
        43.4,
        {"pixel_values": [1, 3, 800, 1066], "pixel_mask": [1, 800, 1066]},
    ),
}


def skeleton(name: str) -> torch.nn.Module:
    """Returns the full model without memory for its weights."""
    with torch.device("meta"):
        return models.build(reduced.full(name), "sdpa")


def test_lists_the_twelve_models_of_the_guide_and_nothing_unpublished():
    listed = reduced.catalogue()["models"]

    entries = {entry["name"]: (entry["hub_id"], entry["label"]) for entry in listed}
    assert entries == {name: published[:2] for name, published in PUBLISHED.items()}
    assert sum(entry.get("guide", True) for entry in listed) == 12


@pytest.mark.parametrize("name", PUBLISHED)
def test_parameters_match_the_published_checkpoint(name):
    count = models.parameter_count(skeleton(name))
    digits = re.sub(r"^\d+\.?", "", str(PUBLISHED[name][2]))

    assert round(count / 1e6, len(digits)) == PUBLISHED[name][2]
    assert count == reduced.full(name)["parameters"]


@pytest.mark.parametrize("batch", [1, 4])
@pytest.mark.parametrize("name", PUBLISHED)
def test_the_sample_image_becomes_the_published_input(name, batch):
    entry = reduced.full(name)

    processed = inputs.process(inputs.open_image(str(reduced.SAMPLE)), batch, entry, skeleton(name))

    shapes = {key: [tensor.shape[0] // batch, *tensor.shape[1:]] for key, tensor in processed.items()}
    assert shapes == PUBLISHED[name][3] == entry["inputs"]
    assert {DTYPES[tensor.dtype] for key, tensor in processed.items() if key == "pixel_values"} == {"float32"}
    assert {DTYPES[tensor.dtype] for key, tensor in processed.items() if key != "pixel_values"} <= {"int64"}


def test_the_input_depends_on_the_image_and_is_normalised():
    for name in PUBLISHED:
        entry = reduced.full(name)
        values = inputs.process(inputs.open_image(str(reduced.SAMPLE)), 1, entry, skeleton(name))["pixel_values"]

        assert 0.3 < values.std() < 2, name
        assert values.abs().max() < 4, name


def test_the_mobilenet_has_output_stride_eight():
    assert reduced.full("mobilenet")["config"]["output_stride"] == 8


def test_the_prompts_are_cat_and_dog_in_the_tokens_of_clip():
    text = reduced.full("owlvit")["text"]

    assert text["prompts"] == ["a photo of a cat", "a photo of a dog"]
    start, end, a, photo, of = 49406, 49407, 320, 1125, 539
    for tokens, mask, animal in zip(text["input_ids"], text["attention_mask"], (2368, 1929), strict=True):
        assert tokens == [start, a, photo, of, a, animal, end] + [0] * 9
        assert mask == [1] * 7 + [0] * 9


@pytest.mark.parametrize("name", PUBLISHED)
def test_attention_choices_are_those_of_the_class(name):
    entry = reduced.full(name)
    supported = models.model_class(entry["class"])._supports_sdpa
    has_attention = name not in ("convnext", "resnet", "mobilenet")

    assert entry["attention"] == (["sdpa"] * supported + ["eager"]) * has_attention


def test_the_sample_image_is_the_one_its_script_draws(tmp_path):
    import runpy

    from PIL import Image

    script = runpy.run_path(str(reduced.SAMPLE.with_name("draw_sample.py")))
    drawn = script["draw"]()

    assert drawn.size == (640, 480)
    assert drawn.tobytes() == Image.open(reduced.SAMPLE).convert("RGB").tobytes()
    assert reduced.SAMPLE.stat().st_size < 400_000
