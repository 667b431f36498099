# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes what the engine's tests run: reduced models, a few packages of them, and graphs of single operators.

    make_artefacts.py FOLDER [cuda MODEL]

With "cuda" it makes one model for the first CUDA device instead. Does nothing when FOLDER holds what this version of
worker, catalogue and torch would make.
"""

import hashlib
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
WORKER = ROOT / "core" / "worker"
sys.path[:0] = [str(WORKER), str(ROOT / "tests" / "worker")]
os.environ["HF_HUB_OFFLINE"] = "1"

import torch  # noqa: E402
from torch import nn  # noqa: E402

import reduced  # noqa: E402
from inferometer_worker import compilation, files, graph, prepare  # noqa: E402

THREADS = 1


class Operators(nn.Module):
    """Every kind of argument and result that a graph can have."""

    def __init__(self) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(3, 8, 3, padding=1)
        self.norm = nn.LayerNorm(8)
        self.register_buffer("table", torch.randn(16, 8))

    def forward(self, image: torch.Tensor, index: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Computes one output for each kind."""
        features = self.convolution(image)  # ints, optional tensors
        left, right = features.chunk(2, 1)  # a list of outputs
        parts = torch.split(features, [1, 3, 4], dim=1)  # one of which is not used
        left = left.clone().mul_(2).add_(right, alpha=0.5)  # in place, a number as scalar
        mixed = 1.5 - left + parts[2]  # a number where a tensor is expected
        rows = self.table[index, :4]  # a list of optional tensors
        masked = mixed.masked_fill(mixed < 0, float("-inf"))  # a number that JSON lacks
        values, places = mixed.flatten(1).topk(5)  # two outputs
        large = nn.functional.interpolate(mixed, scale_factor=(2.0, 2.0), mode="bilinear")  # floats
        normal = self.norm(features.permute(0, 2, 3, 1).contiguous())
        grid = torch.arange(0, 4, dtype=torch.float32, device=image.device)  # type, device
        joined = torch.cat([rows, grid.expand(rows.shape[0], 4)], 1)  # tensors
        last = features.to(memory_format=torch.channels_last)
        return masked, values, places, large, normal, joined, last, mixed.sum((2, 3), keepdim=True), mixed > 0.5, left


class Counting(nn.Module):
    """Writes into a buffer of its own, so that each program needs a copy."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("scale", torch.linspace(1, 2, 8))

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        """Scales, after writing."""
        self.scale.mul_(1.0)
        return values * self.scale


class Hungry(nn.Module):
    """Needs 16 times the memory of its input, which an artefact's test of memory limits relies on."""

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        """Allocates."""
        wide = values.repeat(1, 16)
        return (wide * wide + wide).sum(1)


def write_module(folder: Path, module: nn.Module, *inputs: torch.Tensor, writes_weights: bool = False) -> None:
    """Writes graph and weight folder of a module, as the worker does for a model."""
    module.eval()
    for name in ("weights", "graph"):
        (folder / name).mkdir(parents=True)
    with torch.no_grad():
        program = torch.export.export(module, inputs, strict=False)
        outputs = module(*inputs)
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    state = module.state_dict()
    written, constants = graph.to_json(program, {name: name for name in state})
    files.write_json(folder / "graph" / "graph.json", written)
    if constants:
        files.save_tensors(folder / "graph" / "constants.safetensors", constants)
    named = {f"input.{index}": tensor for index, tensor in enumerate(inputs)}
    named |= {f"output.{index}": tensor for index, tensor in enumerate(outputs)}
    files.save_tensors(folder / "graph" / "io.safetensors", named)
    files.write_json(folder / "graph" / "facts.json", {"version": 1, "writes_weights": writes_weights})
    files.save_tensors(folder / "weights" / "weights.safetensors", dict(state) or {"unused": torch.zeros(1)})


def write_model(folder: Path, entry: dict[str, Any], modes: list[tuple[str, bool]] = (), **changes: Any) -> None:
    """Writes what the worker makes of a model of the catalogue, with a package per (mode, frozen)."""
    request = request_of(folder, entry, **changes)
    prepared, _ = prepare.prepare(request, lambda _step: None)
    files.write_json(folder / "entry.json", request["model"])
    for mode, frozen in modes:
        package = folder / package_name(mode, frozen)
        shutil.rmtree(package, ignore_errors=True)
        package.mkdir()
        with tempfile.TemporaryDirectory() as cache:
            asked = {
                "mode": mode,
                "frozen": frozen,
                "graph_in": str(folder / "graph"),
                "package_out": str(package),
                "inductor_cache": cache,
            }
            order = compilation.order_of({**request, **asked})
            compilation.compile_package(prepared, order, lambda _step: None)


def package_name(mode: str, frozen: bool) -> str:
    """Returns the folder of a package inside a model's."""
    return f"package-{mode}-frozen" if frozen else f"package-{mode}"


def request_of(folder: Path, entry: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Returns a prepare request for a model that writes below folder."""
    for part in ("weights", "graph"):
        shutil.rmtree(folder / part, ignore_errors=True)
        (folder / part).mkdir(parents=True)
    return {
        "type": "prepare",
        "model": entry,
        "dtype": "float32",
        "batch": 1,
        "device": "cpu",
        "threads": THREADS,
        "attention": "sdpa",
        "layout": "contiguous",
        "weights": {"source": "random", "seed": 0},
        "image": {"path": str(reduced.SAMPLE)},
        "sample_image": str(reduced.SAMPLE),
        "weights_in": None,
        "weights_out": str(folder / "weights"),
        "graph_out": str(folder / "graph"),
        **changes,
    }


def stamp() -> str:
    """Returns a hash of everything that the artefacts depend on."""
    digest = hashlib.sha256(torch.__version__.encode())
    sources = [*sorted(WORKER.rglob("*.py")), Path(__file__), Path(reduced.__file__), reduced.CATALOGUE, reduced.SAMPLE]
    for path in sources:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make(folder: Path) -> None:
    """Makes all artefacts."""
    torch.manual_seed(0)
    torch.set_num_threads(THREADS)
    write_module(folder / "operators", Operators(), torch.randn(2, 3, 8, 8), torch.tensor([3, 1, 15]))
    write_module(folder / "counting", Counting(), torch.randn(4, 8), writes_weights=True)
    write_module(folder / "hungry", Hungry(), torch.randn(64, 65536))
    compiled = {"resnet": [("default", False), ("default", True)]}
    for name in reduced.NAMES:
        write_model(folder / name, reduced.reduced(name), compiled.get(name, []))
    write_model(folder / "resnet-bfloat16", reduced.reduced("resnet"), [("default", False)], dtype="bfloat16")


def make_for_cuda(folder: Path, name: str) -> None:
    """Makes a model with its packages for the first CUDA device: resnet in every mode, others exactly in one."""
    modes = ("default", "reduce-overhead", "max-autotune") if name == "resnet" else ("default",)
    choices = {} if name == "resnet" else {"tf32_conv": False}
    packages = [(mode, False) for mode in modes]
    write_model(folder / f"{name}-cuda", reduced.reduced(name), packages, device="cuda:0", cuda=choices)


def main(arguments: list[str]) -> int:
    """Makes what is missing."""
    target = Path(arguments[0])
    if "cuda" in arguments[1:]:
        make_for_cuda(target, arguments[2])
        return 0
    made = target / "stamp.json"
    wanted = {"stamp": stamp()}
    if made.exists() and json.loads(made.read_text()) == wanted:
        return 0
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as cache:
        os.environ["TORCHINDUCTOR_CACHE_DIR"] = cache
        make(target)
    files.write_json(made, wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
