# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The twelve models of the catalogue, made small enough for a test: the same code in every layer, less of it."""

import copy
import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "resources" / "models.json"
SAMPLE = ROOT / "resources" / "images" / "sample.png"

SQUARE = {"processor": {"parameters": {"size": {"height": 64, "width": 64}}}}
TRANSFORMER = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
# The second block of a stage has shifted windows where the stage is larger than one: the first is, the third is not.
SWIN = {"embed_dim": 16, "depths": [2, 1, 1, 1], "num_heads": [1, 2, 4, 8], "window_size": 4, "image_size": 64}
DETR = {
    "backbone_config": {"backbone": "resnet18"},
    "d_model": 32,
    "num_queries": 10,
    "encoder_layers": 1,
    "decoder_layers": 2,
    "encoder_ffn_dim": 64,
    "decoder_ffn_dim": 64,
    "encoder_attention_heads": 4,
    "decoder_attention_heads": 4,
}
DETR_SIZE = {"processor": {"parameters": {"size": {"shortest_edge": 64, "longest_edge": 107}}}}

CHANGES: dict[str, dict[str, Any]] = {
    "vit": {"config": {**TRANSFORMER, "num_labels": 10, "image_size": 64, "pooler_output_size": 32}, **SQUARE},
    "beit": {"config": {**TRANSFORMER, "num_labels": 10, "image_size": 64}, **SQUARE},
    "convnext": {
        "config": {"hidden_sizes": [8, 16, 24, 32], "depths": [1, 1, 2, 1], "num_labels": 10},
        "processor": {"parameters": {"size": {"shortest_edge": 64}}},
    },
    "resnet": {
        "config": {"embedding_size": 8, "hidden_sizes": [16, 32, 48, 64], "depths": [1, 1, 2, 1], "num_labels": 10},
        "processor": {"parameters": {"size": {"shortest_edge": 64}}},
    },
    "segformer": {
        "config": {
            "hidden_sizes": [8, 16, 24, 32],
            "num_attention_heads": [1, 2, 3, 4],
            "depths": [1, 1, 1, 1],
            "decoder_hidden_size": 16,
            "num_labels": 10,
        },
        **SQUARE,
    },
    "mask2former": {
        "config": {
            "backbone_config": SWIN,
            "feature_size": 32,
            "mask_feature_size": 32,
            "hidden_dim": 32,
            "encoder_feedforward_dim": 64,
            "dim_feedforward": 64,
            "encoder_layers": 1,
            "decoder_layers": 3,
            "num_attention_heads": 4,
            "num_queries": 10,
            "num_labels": 10,
        },
        **SQUARE,
    },
    "maskformer": {
        "config": {
            "backbone_config": SWIN,
            "decoder_config": {key: value for key, value in DETR.items() if key != "backbone_config"},
            "fpn_feature_size": 32,
            "mask_feature_size": 32,
            "num_labels": 10,
        },
        "processor": {"parameters": {"size": {"shortest_edge": 64, "longest_edge": 256}}},
    },
    "mobilenet": {
        "config": {"depth_multiplier": 0.35, "image_size": 65, "num_labels": 10},
        "processor": {"parameters": {"size": {"shortest_edge": 73}, "crop_size": {"height": 65, "width": 65}}},
    },
    "owlvit": {
        "config": {
            "text_config": TRANSFORMER,
            "vision_config": {**TRANSFORMER, "image_size": 64, "patch_size": 16},
            "projection_dim": 32,
        },
        **SQUARE,
    },
    "detr": {"config": DETR, **DETR_SIZE},
    "resnet-101": {"config": {**DETR, "backbone_config": {"backbone": "resnet26"}}, **DETR_SIZE},
    "conditional-detr": {"config": DETR, **DETR_SIZE},
}
NAMES = list(CHANGES)


def full(name: str) -> dict[str, Any]:
    """Returns an entry of the catalogue as it is."""
    return next(entry for entry in catalogue()["models"] if entry["name"] == name)


def reduced(name: str) -> dict[str, Any]:
    """Returns a small variety of an entry."""
    return merged(full(name), CHANGES[name])


def catalogue() -> dict[str, Any]:
    """Returns the whole catalogue."""
    return json.loads(CATALOGUE.read_text(encoding="utf-8"))


def merged(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Returns base with the values of changes, objects merged, all else replaced."""
    result = copy.deepcopy(base)
    for key, value in changes.items():
        result[key] = (
            merged(result[key], value) if isinstance(value, dict) and isinstance(result.get(key), dict) else value
        )
    return result
