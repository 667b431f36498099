# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reader of graph.json: runs it through torch.ops, as the engine does through the dispatcher in C++."""

import json
from pathlib import Path
from typing import Any

import safetensors.torch
import torch

from inferometer_worker import counting

MEMORY_FORMATS = {
    "contiguous": torch.contiguous_format,
    "channels_last": torch.channels_last,
    "channels_last_3d": torch.channels_last_3d,
    "preserve": torch.preserve_format,
}


def run_folder(weights: Path, graph: Path) -> tuple[list[tuple[torch.Tensor, torch.Tensor]], dict[str, int]]:
    """Runs a graph folder on its own inputs; returns pairs of output and expected output, and what was dispatched."""
    stored = {"weights": aligned(weights / "weights.safetensors"), "constants": {}}
    if (graph / "constants.safetensors").exists():
        stored["constants"] = aligned(graph / "constants.safetensors")
    io = aligned(graph / "io.safetensors")
    program = json.loads((graph / "graph.json").read_text())
    inputs = [io[f"input.{index}"] for index in range(len(program["inputs"]))]
    outputs, dispatched = counting.count_operators(lambda: run(program, stored, inputs))
    return [(output, io[f"output.{index}"]) for index, output in enumerate(outputs)], dispatched


def aligned(path: Path) -> dict[str, torch.Tensor]:
    """Reads a file into tensors with memory of their own."""
    return {name: tensor.clone() for name, tensor in safetensors.torch.load_file(path).items()}


@torch.no_grad()
def run(program: dict[str, Any], stored: dict[str, dict[str, torch.Tensor]], inputs: list[torch.Tensor]):
    """Interprets a graph; stored holds its constants by origin and name."""
    assert program["version"] == 1
    values = dict(zip(program["inputs"], inputs, strict=True))
    for constant in program["constants"]:
        values[constant["value"]] = stored[constant["from"]][constant["name"]]
    for node in program["nodes"]:
        namespace, _, name = node["op"].partition("::")
        function = getattr(getattr(getattr(torch.ops, namespace), name), node["overload"] or "default")
        result = function(**{argument["name"]: python_value(argument, values) for argument in node["args"]})
        names = node.get("outputs_list", node.get("outputs"))
        results = result if isinstance(result, (list, tuple)) else [result]
        assert len(names) == len(results)
        values |= {name: value for name, value in zip(names, results, strict=True) if name is not None}
    return [values[name] for name in program["outputs"]]


def python_value(argument: dict[str, Any], values: dict[str, torch.Tensor]) -> Any:
    """Returns what torch.ops takes for an argument."""
    kind, value = argument["kind"], argument.get("value")
    match kind:
        case "none":
            return None
        case "tensor":
            return values[value]
        case "tensors":
            return [values[name] for name in argument["values"]]
        case "optional_tensors":
            return [None if name is None else values[name] for name in argument["values"]]
        case "ints" | "bools":
            return argument["values"]
        case "floats":
            return [float(item) for item in argument["values"]]
        case "float":
            return float(value)
        case "int" | "bool" | "string":
            return value
        case "dtype" | "layout":
            return getattr(torch, value)
        case "device":
            return torch.device(value)
        case "memory_format":
            return MEMORY_FORMATS[value]
    raise AssertionError(f"unknown kind {kind}")
