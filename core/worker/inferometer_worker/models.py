# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Models: built from a configuration of Transformers or as a user's own, filled from a weight file or a snapshot.

Never runs code that comes with a model of the hub.
"""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import torch
import transformers

from inferometer_worker import files, own_models, versions
from inferometer_worker.reasons import Failure
from inferometer_worker.request import Workload

FUSED_ATTENTION = "aten::scaled_dot_product_attention"
SOFTMAX = ("aten::softmax.int", "aten::_softmax")


def of_workload(workload: Workload, snapshot: Path | None = None) -> tuple[torch.nn.Module, Any]:
    """Returns the model that a workload names, its weights left to the caller, and the example inputs it brings.

    A user's code or program brings its weights; only those and timm's models have no snapshot to be configured from.
    """
    kind = own_models.kind_of(workload.entry)
    if kind == "timm":
        return own_models.build_timm(workload.entry), None
    if kind == "code":
        return own_models.build_code(workload.entry, workload.batch)
    if kind == "program":
        return own_models.build_program(workload.entry, workload.dtype, workload.device)
    snapshot = snapshot or own_models.snapshot_in(workload.entry)
    return build(workload.entry, workload.attention, snapshot), None


def model_class(name: Any) -> type[transformers.PreTrainedModel]:
    """Returns a model class of the installed Transformers; raises Failure for any other name."""
    found = getattr(transformers, name, None) if isinstance(name, str) else None
    if not (isinstance(found, type) and issubclass(found, transformers.PreTrainedModel)):
        raise Failure("class-unknown", name)
    return found


def configuration(entry: dict[str, Any], snapshot: Path | None = None) -> transformers.PretrainedConfig:
    """Returns the entry's configuration, or the snapshot's when there is one."""
    kind = model_class(entry.get("class") or architecture(snapshot)).config_class
    if snapshot is None and not isinstance(entry.get("config"), dict):
        raise Failure("config-invalid", detail="no configuration")
    try:
        if snapshot is not None:
            return kind.from_pretrained(snapshot, local_files_only=True, trust_remote_code=False)
        return versions.configuration(kind, entry["config"])
    except Exception as error:  # whatever a validator of Transformers raises
        raise Failure("config-invalid", detail=f"{type(error).__name__}: {error}") from error


def architecture(snapshot: Path | None) -> str | None:
    """Returns the class that a snapshot's configuration names."""
    if snapshot is None:
        return None
    names = files.read_json(snapshot / "config.json").get("architectures") or [None]
    return names[0]


def build(entry: dict[str, Any], attention: str, snapshot: Path | None = None) -> transformers.PreTrainedModel:
    """Returns the model with weights that are not initialised: the caller fills every one of them.

    Runs on the CPU in float32, in evaluation mode, without gradients.
    """
    config = configuration(entry, snapshot)
    kind = model_class(entry.get("class") or architecture(snapshot))
    config._attn_implementation = attention_of(kind, attention)
    try:
        with versions.no_init_weights():
            model = kind(config)
    except Exception as error:
        raise Failure("config-invalid", detail=f"{type(error).__name__}: {error}") from error
    return model.eval().requires_grad_(False)


def attention_of(kind: type[transformers.PreTrainedModel], wanted: str) -> str:
    """Returns the attention implementation that a class can use: the one wanted, or the only one it has."""
    return wanted if wanted != "sdpa" or getattr(kind, "_supports_sdpa", False) else "eager"


def attention_in(model: torch.nn.Module, operators: Collection[str]) -> str | None:
    """Returns how a model computes attention, by the operators of its graph; None where it has none that is known.

    "sdpa" is PyTorch's fused operator. Without it a model of Transformers takes the softmax of products by itself,
    "eager". One without attention has a choice all the same, which says nothing.
    """
    if FUSED_ATTENTION in operators:
        return "sdpa"
    has_choice = hasattr(getattr(model, "config", None), "_attn_implementation")
    return "eager" if has_choice and any(name in operators for name in SOFTMAX) else None


def from_snapshot(entry: dict[str, Any], attention: str, snapshot: Path) -> torch.nn.Module:
    """Returns the published model in a checked snapshot of the Hugging Face cache, on the CPU in float32."""
    if own_models.kind_of(entry) == "timm":
        return own_models.build_timm(entry, snapshot)
    kind = model_class(entry.get("class") or architecture(snapshot))
    model, report = kind.from_pretrained(
        snapshot,
        config=configuration(entry, snapshot),
        attn_implementation=attention_of(kind, attention),
        dtype=torch.float32,
        local_files_only=True,
        use_safetensors=True,
        trust_remote_code=False,
        ignore_mismatched_sizes=True,  # so that they are reported; they are refused below
        output_loading_info=True,
    )
    for name in (*sorted(report["missing_keys"]), *sorted(str(item[0]) for item in report["mismatched_keys"])):
        raise Failure("weights-mismatch", name)
    return model.eval().requires_grad_(False)


def fill(model: torch.nn.Module, folder: Path) -> None:
    """Copies the weight file in folder into model, which must have the file's data type.

    Copies, because tensors mapped from the file are not aligned, which changes the last bits of results.
    """
    stored = files.load_weights(folder)
    own = model.state_dict()
    if versions.uses_published_names():
        stored = as_published(stored, files.weight_facts(folder).get("published", {}), model)
    for name in sorted(stored.keys() ^ own.keys()):
        raise Failure("weights-mismatch", name)
    for name, tensor in own.items():
        if tensor.shape != stored[name].shape or tensor.dtype != stored[name].dtype:
            raise Failure("weights-mismatch", name)
        tensor.copy_(stored[name])


def as_published(
    stored: dict[str, torch.Tensor], published: dict[str, str], model: torch.nn.Module
) -> dict[str, torch.Tensor]:
    """Returns stored weights under the names that an older version of Transformers has for them.

    Its modules are called as in the hub's files. It keeps tables with the weights that others compute anew, and lacks
    modules that are never called: whether the outputs are the same is verified in any case.
    """
    own = model.state_dict()
    tables = {name for name, buffer in model.named_buffers() if not buffer.is_floating_point()} & own.keys()
    renamed = {published.get(name, name): tensor for name, tensor in stored.items()}
    return {name: own[name] for name in tables} | {name: renamed[name] for name in renamed.keys() & own.keys()}


def place(model: torch.nn.Module, workload: Workload) -> torch.nn.Module:
    """Moves a model to the workload's device and layout."""
    return model.to(device=workload.device, memory_format=workload.memory_format)


def parameter_count(model: torch.nn.Module) -> int:
    """Returns the number of trainable scalars; buffers do not count, tied ones count once."""
    return sum(parameter.numel() for parameter in model.parameters())
