# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The prepare request: weights, inputs, reference outputs and the exported graph of one workload."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch.export import ExportedProgram

from inferometer_worker import (
    counting,
    devices,
    files,
    graph,
    hub,
    inputs,
    models,
    own_models,
    randomize,
    reference,
    tracing,
)
from inferometer_worker.flat import Flat
from inferometer_worker.protocol import Say, field
from inferometer_worker.reasons import Failure
from inferometer_worker.request import Workload, identity, workload_of

GraphJson = tuple[dict[str, Any], dict[str, torch.Tensor]]  # graph.json, and the tensors beside it


@dataclass
class Loaded:
    """A model with its weights, on the CPU in the workload's data type."""

    model: torch.nn.Module
    facts: dict[str, Any]  # what is to be known of its weights
    examples: Any = None  # inputs that a user's model brings


@dataclass
class Prepared:
    """A workload in memory, ready to be compiled."""

    identity: str
    workload: Workload
    flat: Flat
    inputs: dict[str, torch.Tensor]
    program: ExportedProgram
    export_s: float


def prepare(request: dict[str, Any], say: Say) -> tuple[Prepared, dict[str, Any]]:
    """Fulfils a prepare request; returns what stays in memory and the fields of the reply."""
    workload = workload_of(request)
    weights_out = request.get("weights_out")
    if (weights_out is None) == (request.get("weights_in") is None):
        raise Failure("bad-request", "weights_in")
    graph_out = Path(field(request, "graph_out", str))
    torch.set_num_threads(workload.threads)
    devices.use(workload.device)
    devices.choose_exact()

    say("load")
    snapshot = hub.snapshot_of(request)
    loaded = load(request, workload, snapshot, say)
    say("process")
    picture = field(request, "image", dict)
    image = inputs.open_image(field(picture, "path", str), picture.get("sha256"))
    processed = inputs.process(image, workload.batch, workload.entry, loaded.model, snapshot, loaded.examples)
    tensors = inputs.convert(processed, workload.dtype, workload.device, workload.memory_format)
    flat = Flat(models.place(loaded.model, workload), list(tensors)).eval()

    say("reference")
    is_rounded = workload.dtype != torch.float32 or devices.rounds_float32(request, workload.device)
    exact = reference.float64_outputs(flat, tensors) if is_rounded else []
    devices.choose(request)  # eager outputs are of the arithmetic that is measured
    with reference.restored(flat, tensors):
        outputs, eager_operators = counting.count_operators(lambda: reference.outputs_of(flat, tensors))

    say("export")
    program, export_s = export(flat, tensors)
    with reference.restored(flat, tensors):
        flops = counting.count_flops(flat, tuple(tensors.values()))
    prepared = Prepared(identity(request), workload, flat, tensors, program, export_s)

    say("check")
    written = graph_json(prepared)
    with reference.restored(flat, tensors):
        compared = compare_with_eager(prepared, outputs, eager_operators)

    say("save")
    if weights_out is not None:
        loaded.facts = files.save_weights(Path(weights_out), loaded.model, loaded.facts)
    facts = save_graph(prepared, written, outputs, exact, graph_out) | compared
    facts |= {"parameters": models.parameter_count(loaded.model), "flops": flops, "weights": loaded.facts}
    files.write_json(graph_out / "facts.json", {"version": 1, **facts})
    reply = {name: facts[name] for name in ("export_s", "parameters", "flops", "attention")}
    return prepared, reply | {"facts": facts, "snapshot": str(snapshot) if snapshot else None}


def load(request: dict[str, Any], workload: Workload, snapshot: Path | None, say: Say) -> Loaded:
    """Returns the model of a workload, its weights from the request's folder, the snapshot or drawn, or its own."""
    source = request["weights"]
    if request.get("weights_in") is not None:
        folder = Path(field(request, "weights_in", str))
        model, examples = models.of_workload(workload, snapshot)
        model = model.to(workload.dtype)
        say("weights")
        models.fill(model, folder)
        return Loaded(model, files.weight_facts(folder), examples)
    facts = {"dtype": workload.dtype_name}
    examples = None
    if own_models.brings_weights(workload.entry):
        model, examples = models.of_workload(workload)
        facts |= {"source": "own", "sha256": workload.entry["source"]["sha256"]}
    elif snapshot is None:
        model, _ = models.of_workload(workload)
        say("weights")
        facts |= {"source": "random", "seed": field(source, "seed", int), "recipe": randomize.RECIPE}
        fill_randomly(model, workload, field(request, "sample_image", str), facts["seed"])
    else:
        say("weights")
        model = models.from_snapshot(workload.entry, workload.attention, snapshot)
        facts |= {"source": "hub", "revision": source.get("revision") or snapshot.name}
    facts |= {"hub_id": workload.entry.get("hub_id"), "parameters": models.parameter_count(model)}
    return Loaded(model.to(workload.dtype), facts, examples)


def fill_randomly(model: torch.nn.Module, workload: Workload, sample_image: str, seed: int) -> None:
    """Gives model random weights, which depend on the sample image and the seed only, not on the workload."""
    sample = inputs.process(inputs.open_image(sample_image), 1, workload.entry, model)
    with torch.no_grad():
        randomize.randomize(model, lambda: model(**sample), seed)


def export(flat: Flat, tensors: dict[str, torch.Tensor]) -> tuple[ExportedProgram, float]:
    """Returns the exported program and the seconds that torch.export took. The model must have run once."""
    arguments = tuple(tensors.values())
    begin = time.perf_counter()
    program = tracing.export(flat, arguments)
    return program, time.perf_counter() - begin


def graph_json(prepared: Prepared) -> GraphJson:
    """Returns the exported graph as the engine reads it; raises Failure for one that it could not execute."""
    state = {files.PREFIX + name: tensor for name, tensor in prepared.flat.model.state_dict().items()}
    aliases = files.aliases_of(state)
    return graph.to_json(prepared.program, {name: aliases.get(name, name) for name in state})


def save_graph(
    prepared: Prepared,
    written: GraphJson,
    outputs: list[tuple[str, torch.Tensor]],
    exact: list[torch.Tensor],
    folder: Path,
) -> dict[str, Any]:
    """Writes graph.json, constants.safetensors and io.safetensors; returns the facts about the graph."""
    document, constants = written
    files.write_json(folder / "graph.json", document)
    if constants:
        files.save_tensors(folder / "constants.safetensors", constants)

    results = [tensor for _, tensor in outputs]
    named = {f"input.{index}": tensor for index, tensor in enumerate(prepared.inputs.values())}
    named |= {f"output.{index}": tensor for index, tensor in enumerate(results)}
    named |= {f"reference.{index}": tensor for index, tensor in enumerate(exact)}
    files.save_tensors(folder / "io.safetensors", named)

    workload = prepared.workload
    operators = graph.operator_counts(document)
    return {
        "model": workload.entry.get("name"),
        "dtype": workload.dtype_name,
        "batch": workload.batch,
        "attention": models.attention_in(prepared.flat.model, operators),
        "layout": workload.layout,
        "export_s": prepared.export_s,
        "inputs": [described(name, tensor) for name, tensor in prepared.inputs.items()],
        "outputs": [described(name, tensor) for name, tensor in outputs],
        "eager_error": reference.errors(results, exact) if exact else None,
        "operators": operators,
    }


def described(name: str, tensor: torch.Tensor) -> dict[str, Any]:
    """Returns name, shape, strides (in elements) and type of a tensor."""
    return {
        "name": name,
        "shape": list(tensor.shape),
        "strides": list(tensor.stride()),
        "dtype": graph.DTYPES[tensor.dtype],
    }


@torch.no_grad()
def compare_with_eager(
    prepared: Prepared, outputs: list[tuple[str, torch.Tensor]], eager: dict[str, int]
) -> dict[str, Any]:
    """Runs the exported graph once and returns how it differs from the model as Python runs it.

    "dispatched" has the operators of both, "graph_error" the largest difference of each output, "written" the inputs,
    weights and buffers that the graph wrote into.
    """
    module = prepared.program.module()
    arguments = tuple(prepared.inputs.values())
    weights = dict(module.named_parameters()) | dict(module.named_buffers())
    before = versions(prepared.inputs), versions(weights)
    results, exported = counting.count_operators(lambda: module(*arguments))
    inputs_written, weights_written = (
        [name for name, version in now.items() if version != then[name]]
        for then, now in zip(before, (versions(prepared.inputs), versions(weights)), strict=True)
    )
    found = reference.errors(list(results), [tensor for _, tensor in outputs])
    if exported != eager:  # in its first inference a model may compute tables that it remembers
        _, eager = counting.count_operators(lambda: reference.outputs_of(prepared.flat, prepared.inputs))
    return {
        "dispatched": {"eager": eager, "graph": exported, "difference": counting.difference(exported, eager)},
        "graph_error": [error["max_abs"] for error in found],
        "writes_inputs": bool(inputs_written),
        "writes_weights": bool(weights_written),
        "written": inputs_written + weights_written,
    }


def versions(tensors: dict[str, torch.Tensor]) -> dict[str, int]:
    """Returns for each tensor how often it was written to, through views as well, by PyTorch's own count."""
    return {name: tensor._version for name, tensor in tensors.items()}
