# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the worker reads and writes: safetensors and small JSON."""

import json
from pathlib import Path
from typing import Any

import safetensors
import safetensors.torch
import torch

from inferometer_worker import versions
from inferometer_worker.reasons import Failure

PREFIX = "model."  # the name of the model inside the flat program that is exported


def write_json(path: Path, value: Any) -> None:
    """Writes value, readable and with a stable order of keys."""
    path.write_text(json.dumps(value, indent=1, allow_nan=False) + "\n", encoding="utf-8")


def read_json(path: Path) -> Any:
    """Returns the value in a file of the cache; raises Failure when there is none."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Failure("graph-missing", path.name, detail=str(error)) from error


def save_tensors(path: Path, tensors: dict[str, torch.Tensor]) -> None:
    """Writes tensors as they are, on the CPU and contiguous; the bytes depend on nothing but names and values."""
    plain = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    storages = [tensor.untyped_storage().data_ptr() for tensor in plain.values() if tensor.numel()]
    if len(set(storages)) != len(storages):  # a view of another one: the format has no such thing
        plain = {name: tensor.clone() for name, tensor in plain.items()}
    safetensors.torch.save_file(plain, path)


def load_tensors(path: Path) -> dict[str, torch.Tensor]:
    """Returns the tensors in a file; raises Failure when it is missing or damaged."""
    if not path.is_file():
        raise Failure("weights-missing", path.name)
    try:
        return safetensors.torch.load_file(path)
    except (safetensors.SafetensorError, OSError, ValueError) as error:
        raise Failure("weights-damaged", path.name, detail=str(error)) from error


def stored_inputs(folder: Path) -> dict[str, torch.Tensor]:
    """Returns the inputs in a graph folder by the names the model knows them by."""
    stored = load_tensors(folder / "io.safetensors")
    names = [entry["name"] for entry in read_json(folder / "facts.json")["inputs"]]
    return {name: stored[f"input.{index}"].clone() for index, name in enumerate(names)}


def aliases_of(state: dict[str, torch.Tensor]) -> dict[str, str]:
    """Returns, for every tensor that is another one under a second name, the name under which it is kept."""
    first: dict[tuple[Any, ...], str] = {}
    aliases = {}
    for name, tensor in state.items():
        if tensor.numel() == 0:
            continue
        key = (tensor.data_ptr(), tensor.shape, tensor.stride(), tensor.dtype)
        kept = first.setdefault(key, name)
        if kept != name:
            aliases[name] = kept
    return aliases


def save_weights(folder: Path, model: torch.nn.Module, facts: dict[str, Any]) -> dict[str, Any]:
    """Writes weights.safetensors and weights.json; returns the latter.

    Names are those of the exported program: with PREFIX.
    """
    state = {PREFIX + name: tensor for name, tensor in model.state_dict().items()}
    aliases = aliases_of(state)
    kept = {name: tensor for name, tensor in state.items() if name not in aliases}
    save_tensors(folder / "weights.safetensors", kept)
    size = sum(tensor.numel() * tensor.element_size() for tensor in kept.values())
    published = versions.published_names(model)
    written = {"version": 1, **facts, "tensors": len(kept), "bytes": size, "aliases": aliases, "published": published}
    write_json(folder / "weights.json", written)
    return written


def load_weights(folder: Path) -> dict[str, torch.Tensor]:
    """Returns the tensors of a weight folder under the names of the Transformers model, aliases included."""
    tensors = load_tensors(folder / "weights.safetensors")
    for alias, kept in weight_facts(folder).get("aliases", {}).items():
        if kept not in tensors:
            raise Failure("weights-damaged", "weights.json")
        tensors[alias] = tensors[kept]
    return {name.removeprefix(PREFIX): tensor for name, tensor in tensors.items()}


def weight_facts(folder: Path) -> dict[str, Any]:
    """Returns weights.json."""
    try:
        facts = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise Failure("weights-missing", "weights.json") from error
    except (OSError, ValueError) as error:
        raise Failure("weights-damaged", "weights.json", detail=str(error)) from error
    if not isinstance(facts, dict):
        raise Failure("weights-damaged", "weights.json")
    return facts
