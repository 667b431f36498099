# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The compile request: an exported program becomes a shared object for the engine, by AOTInductor, without its weights.

The package is a folder of plain files:

    model.so             the shared object
    model_metadata.json  what it was compiled for (AOTI_CPU_ISA and the like), read by LibTorch's container runner
    model.json           operators it calls back for, likewise; only when there are any
    constants.safetensors  Inductor's own constants; only when there are any
    package.json         facts: shared object, metadata, every constant it needs and where to take it from
"""

import json
import re
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch._inductor.runtime.cache_dir_utils import temporary_cache_dir

from inferometer_worker import devices, files, hub, inputs, models, reference, versions
from inferometer_worker.flat import Flat
from inferometer_worker.prepare import Prepared, export, load
from inferometer_worker.protocol import Say, field
from inferometer_worker.reasons import Failure
from inferometer_worker.request import choice, identity, workload_of

STEM = "model"
MODES = ("default", "reduce-overhead", "max-autotune", "max-autotune-no-cudagraphs")
CUDA_GRAPHS = "triton.cudagraphs"  # exists in Python only: the engine captures graphs itself


@dataclass(frozen=True)
class Order:
    """What a compile request asks for beside the workload."""

    mode: str
    frozen: bool
    graph_in: Path
    package_out: Path
    cache: Path


def order_of(request: dict[str, Any]) -> Order:
    """Returns the order in a request; raises Failure for one that cannot be carried out."""
    mode = choice(request, "mode", MODES)
    if mode == "reduce-overhead" and workload_of(request).device.type != "cuda":
        raise Failure("mode-needs-cuda", mode)
    return Order(
        mode=mode,
        frozen=field(request, "frozen", bool),
        graph_in=Path(field(request, "graph_in", str)),
        package_out=Path(field(request, "package_out", str)),
        cache=Path(field(request, "inductor_cache", str)),
    )


def reload(request: dict[str, Any], say: Say) -> Prepared:
    """Returns the workload as prepare left it, made again from its weight folder and its graph folder."""
    workload = workload_of(request)
    torch.set_num_threads(workload.threads)
    field(request, "weights_in", str)
    say("load")
    model = load(request, workload, hub.snapshot_of(request), say).model
    tensors = files.stored_inputs(Path(field(request, "graph_in", str)))
    tensors = inputs.convert(tensors, workload.dtype, workload.device, workload.memory_format)
    flat = Flat(models.place(model, workload), list(tensors)).eval()
    with reference.restored(flat, tensors):
        reference.outputs_of(flat, tensors)  # fills the tables that the export takes over
    say("export")
    program, export_s = export(flat, tensors)
    return Prepared(identity(request), workload, flat, tensors, program, export_s)


def compile_package(prepared: Prepared, order: Order, say: Say) -> dict[str, Any]:
    """Compiles into the order's folder and returns the fields of the reply; compile_s is the call of AOTInductor."""
    torch.set_num_threads(prepared.workload.threads)
    options = options_of(order, prepared.workload.threads)
    devices.prepare_compiler(prepared.workload.device, order.cache)
    say("compile")
    with devices.inductor_says() as said:
        produced, compile_s = compile_program(prepared, options, order.cache)
    say("save")
    paths = [Path(item) for item in produced if isinstance(item, str)]
    weights = {name: entry[0] for item in produced if isinstance(item, dict) for name, entry in item.items()}
    shared_object = collect(paths, order.package_out)
    facts = {
        "version": 1,
        "so": shared_object,
        "metadata": metadata_of(order.package_out),
        "mode": order.mode,
        "frozen": order.frozen,
        "threads": prepared.workload.threads,
        "num_threads_in_code": threads_in_code(paths),
        "options": options,
        "constants": store_constants(weights, prepared, order),
        "compile_s": compile_s,
        "export_s": prepared.export_s,
    }
    files.write_json(order.package_out / "package.json", facts)
    reply = ("so", "metadata", "num_threads_in_code", "compile_s", "export_s")
    return {name: facts[name] for name in reply} | {"notes": notes_of(order) + devices.notes_of(said)}


def options_of(order: Order, threads: int) -> dict[str, Any]:
    """Returns Inductor's options: those that torch.compile's mode of that name sets, and the form of the package.

    Headers are not precompiled. A package includes each of them once, so that this only costs, and it costs whichever
    package a process compiles first.
    """
    options = dict(torch._inductor.list_mode_options(order.mode))
    options.pop(CUDA_GRAPHS, None)
    options["aot_inductor.precompile_headers"] = False
    options |= {"aot_inductor.package": True, "cpp.threads": threads, "freezing": order.frozen}
    if not order.frozen:
        options["aot_inductor.package_constants_in_so"] = False
        options["aot_inductor.package_constants_on_disk_format"] = "pickle_weights"
    return options


def notes_of(order: Order) -> list[dict[str, Any]]:
    """Returns what the user should know about the mode."""
    if CUDA_GRAPHS in torch._inductor.list_mode_options(order.mode) and order.mode != "max-autotune-no-cudagraphs":
        return [{"code": "cuda-graphs-by-engine", "args": [order.mode]}]
    return []


def compile_program(prepared: Prepared, options: dict[str, Any], cache: Path) -> tuple[list[Any], float]:
    """Returns what AOTInductor produced (paths, and weights as a dict) and the seconds it took, with a cold cache.

    Loading the compiler and trying the C++ compiler happen once in a process: they are not part of what a model costs.
    """
    module = prepared.program.module()
    arguments = tuple(prepared.inputs.values())
    with temporary_cache_dir(str(cache)), torch.no_grad():
        versions.load_compiler()
        begin = time.perf_counter()
        produced = torch._inductor.aot_compile(module, arguments, options=options)
        seconds = time.perf_counter() - begin
    return produced if isinstance(produced, list) else [produced], seconds


def collect(paths: list[Path], folder: Path) -> str:
    """Copies what the engine needs into folder and returns the name of the shared object.

    The container runner looks for its JSON files beside the shared object, under the same stem. Kernels of a GPU keep
    their names, by which the shared object knows them.
    """
    shared_object = next(path for path in paths if path.suffix == ".so")
    stem = shared_object.with_suffix("").name
    for path in paths:
        if path.name.startswith(stem) and path.suffix in (".so", ".json"):
            shutil.copyfile(path, folder / (STEM + path.name.removeprefix(stem)))
        elif path.suffix in (".cubin", ".spv", ".hsaco", ".fatbin"):
            shutil.copyfile(path, folder / path.name)
    return STEM + ".so"


def metadata_of(folder: Path) -> dict[str, str]:
    """Returns the AOTI_* facts that Inductor wrote beside the shared object."""
    path = folder / f"{STEM}_metadata.json"
    found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {name: value for name, value in found.items() if name.startswith("AOTI_")}


def threads_in_code(paths: list[Path]) -> int | None:
    """Returns the largest number of threads that the generated C++ asks for, or None when it is not fixed."""
    sources = [path.read_text(encoding="utf-8", errors="replace") for path in paths if path.suffix == ".cpp"]
    found = [int(count) for source in sources for count in re.findall(r"\bnum_threads\((\d+)\)", source)]
    return max(found, default=None)


def store_constants(weights: dict[str, torch.Tensor], prepared: Prepared, order: Order) -> list[dict[str, Any]]:
    """Writes constants that only Inductor has; returns where the engine finds each constant of the package.

    "from" is "weights" (the weight file), "graph" (the graph's constants.safetensors) or "package" (this package's);
    "source" is the name there, "strides" the layout that the code expects, in elements, "device" the kind of device
    that it expects it on: under an export torch.tensor(..., device="cuda") is a constant on the "cpu", and Inductor
    keeps that beside its copy.
    """
    state = {files.PREFIX + name: tensor for name, tensor in prepared.flat.model.state_dict().items()}
    aliases = files.aliases_of(state)
    graph = order.graph_in / "constants.safetensors"
    in_graph = files.load_tensors(graph) if graph.exists() else {}
    listed, own = [], {}
    for name, tensor in sorted(weights.items()):
        place, source = "weights", aliases.get(name, name)
        if name not in state:
            known = next((key for key, value in in_graph.items() if is_same(value, tensor)), None)
            place, source = ("graph", known) if known else ("package", name)
        if place == "package":
            own[name] = tensor
        layout = {"shape": list(tensor.shape), "strides": list(tensor.stride())}
        listed.append({"name": name, "from": place, "source": source, "device": tensor.device.type, **layout})
    if own:
        files.save_tensors(order.package_out / "constants.safetensors", own)
    return listed


def is_same(stored: torch.Tensor, tensor: torch.Tensor) -> bool:
    """Tells whether a stored tensor can be given for one that Inductor holds, whatever name it has there."""
    return stored.dtype == tensor.dtype and torch.equal(stored, tensor.cpu())
