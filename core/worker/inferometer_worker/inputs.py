# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an image file to the tensors a model takes."""

import hashlib
import inspect
import warnings
from pathlib import Path
from typing import Any

import torch
import transformers
from PIL import Image, UnidentifiedImageError
from transformers.image_processing_utils import BaseImageProcessor

from inferometer_worker import hub, own_models
from inferometer_worker.reasons import Failure


def open_image(path: str, sha256: str | None = None) -> Image.Image:
    """Returns the picture in a file as RGB; raises Failure when it is missing, damaged or not the one expected."""
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise Failure("image-missing", detail=f"{type(error).__name__}: {error.strerror}") from error
    if sha256 and hashlib.sha256(content).hexdigest() != sha256:
        raise Failure("image-changed")
    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(path) as image,
        ):
            return image.convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError) as error:
        raise Failure("image-damaged", detail=f"{type(error).__name__}: {error}") from error


def image_processor(entry: dict[str, Any], snapshot: Path | None = None) -> Any:
    """Returns the snapshot's own image processor if it has one, else the one the catalogue describes."""
    if snapshot is not None and (snapshot / "preprocessor_config.json").exists():
        size = {"size": sized(entry["image_size"], snapshot)} if entry.get("image_size") else {}
        return transformers.AutoImageProcessor.from_pretrained(
            snapshot, local_files_only=True, trust_remote_code=False, **size
        )
    described = entry.get("processor")
    name = described.get("class") if isinstance(described, dict) else None
    kind = getattr(transformers, name, None) if isinstance(name, str) else None
    if not (isinstance(kind, type) and issubclass(kind, BaseImageProcessor)):
        raise Failure("processor-invalid", name)
    try:
        return kind(**described.get("parameters", {}))
    except Exception as error:  # whatever a validator of Transformers raises
        raise Failure("processor-invalid", name, detail=f"{type(error).__name__}: {error}") from error


def sized(pixels: int, snapshot: Path) -> dict[str, int]:
    """Returns a processor's size for a number of pixels, in the words that the snapshot's own size uses."""
    size = hub.read_json(snapshot, "preprocessor_config.json").get("size")
    names = [name for name in size if name != "longest_edge"] if isinstance(size, dict) else ["height", "width"]
    return dict.fromkeys(names, pixels)


def process(
    image: Image.Image,
    batch: int,
    entry: dict[str, Any],
    model: torch.nn.Module,
    snapshot: Path | None = None,
    examples: Any = None,
) -> dict[str, torch.Tensor]:
    """Returns the model's inputs by name, in the order of its signature, for the image repeated batch times.

    On the CPU: images float32, masks and tokens int64. Texts are given once for each image. Examples that a user's
    model brings take the place of the image.
    """
    if own_models.kind_of(entry) == "timm":
        return own_models.timm_inputs(image, batch, entry, model)
    if own_models.brings_weights(entry):
        return own_models.example_inputs(entry, model, examples, image, batch)
    processed = image_processor(entry, snapshot)(images=[image] * batch, return_tensors="pt")
    accepted = inspect.signature(model.forward).parameters
    tensors = {name: value for name, value in processed.items() if torch.is_tensor(value)}
    text = entry.get("text")
    if text:
        for name in ("input_ids", "attention_mask"):
            tensors[name] = torch.tensor(text[name], dtype=torch.int64).repeat(batch, 1)
    elif "input_ids" in accepted and accepted["input_ids"].default is inspect.Parameter.empty:
        raise Failure("text-missing", "input_ids")
    return {name: tensors[name] for name in accepted if name in tensors}


def convert(
    tensors: dict[str, torch.Tensor], dtype: torch.dtype, device: torch.device, layout: torch.memory_format
) -> dict[str, torch.Tensor]:
    """Returns inputs for a device: floating point ones in dtype, images in the given layout."""
    converted = {}
    for name, tensor in tensors.items():
        tensor = tensor.to(device, dtype) if tensor.is_floating_point() else tensor.to(device)
        is_image = tensor.ndim == 4 and tensor.is_floating_point()
        converted[name] = tensor.contiguous(memory_format=layout) if is_image else tensor.contiguous()
    return converted
