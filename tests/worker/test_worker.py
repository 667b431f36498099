# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker as a process: prepare, compile, and a package that computes the right thing."""

import json
import resource
from pathlib import Path

import pytest
import torch
from torch._subclasses.fake_tensor import FakeTensorMode
from torch.fx.experimental.symbolic_shapes import ShapeEnv

import reduced
from conftest import compile_request, prepared, request, silent
from inferometer_worker import compilation, files
from inferometer_worker.reasons import Failure

ENTRY = reduced.merged(reduced.reduced("resnet"), {"config": {"depths": [1, 1], "hidden_sizes": [16, 32]}})
SHORT_VIT = reduced.merged(reduced.reduced("vit"), {"config": {"num_hidden_layers": 1}})


def laid_out(tensor: torch.Tensor, entry: dict) -> torch.Tensor:
    """Returns a copy with the strides that the package was compiled for; a file knows contiguous tensors only."""
    return torch.empty_strided(entry["shape"], entry["strides"], dtype=tensor.dtype).copy_(tensor)


def run_package(folder: Path) -> list[torch.Tensor]:
    """Runs a package as the engine does: with the shared object, and tensors given by name."""
    package = folder / "package"
    facts = json.loads((package / "package.json").read_text())
    places = {"weights": folder / "weights" / "weights.safetensors"}
    places |= {"graph": folder / "graph" / "constants.safetensors", "package": package / "constants.safetensors"}
    stored = {place: files.load_tensors(path) for place, path in places.items() if path.exists()}
    constants = {entry["name"]: laid_out(stored[entry["from"]][entry["source"]], entry) for entry in facts["constants"]}
    runner = torch._C._aoti.AOTIModelContainerRunnerCpu(str(package / facts["so"]), 1)
    names = runner.get_constant_names_to_original_fqns()
    if not facts["frozen"]:
        assert set(names.values()) == set(constants)
        runner.update_constant_buffer({name: constants[full] for name, full in names.items()}, False, True, True)
    io = files.load_tensors(folder / "graph" / "io.safetensors")
    count = sum(name.startswith("input.") for name in io)
    return runner.run([io[f"input.{index}"] for index in range(count)])


def require_right(folder: Path) -> None:
    """Asserts that the package's outputs are those of eager execution."""
    io = files.load_tensors(folder / "graph" / "io.safetensors")
    outputs = run_package(folder)
    assert len(outputs) == sum(name.startswith("output.") for name in io)
    for index, output in enumerate(outputs):
        eager, exact = io[f"output.{index}"], io.get(f"reference.{index}")
        assert output.dtype == eager.dtype
        if exact is not None:  # the rule of PyTorch's own benchmarks: not much worse than eager's own error
            error, own = ((values.double() - exact).square().mean().sqrt().item() for values in (output, eager))
            assert error <= 3 * own, (index, error, own)
            continue
        error, scale = (output - eager).abs().max().item(), eager.abs().max().item()
        assert error <= 1e-4 * max(scale, 1), (index, error, scale)


def test_a_model_is_prepared_and_compiled(tmp_path, converse):
    worker = converse()
    environment = worker.hear("hello")["environment"]
    assert environment["torch"] == torch.__version__
    assert worker.ask({"type": "hello"}, "hello")["environment"] == environment
    asked = {"v": 1, "job": "j7", **request(ENTRY, tmp_path, threads=2)}

    done = worker.ask(asked, "prepared")
    package = worker.ask(compile_request(asked, tmp_path), "compiled")

    assert done["job"] == package["job"] == "j7"
    assert done["parameters"] == json.loads((tmp_path / "graph" / "facts.json").read_text())["parameters"]
    assert package["compile_s"] > 0
    assert package["num_threads_in_code"] == 2
    assert "AOTI_CPU_ISA" in package["metadata"]
    assert {path.name for path in (tmp_path / "package").iterdir()} == {
        "model.so",
        "model_metadata.json",
        "package.json",
    }
    require_right(tmp_path)

    frozen = compile_request(asked, tmp_path / "frozen", frozen=True)
    frozen |= {name: str(tmp_path / name.split("_")[0]) for name in ("weights_in", "graph_in")}
    (tmp_path / "frozen" / "package").mkdir(parents=True)
    assert worker.ask(frozen, "compiled")["so"] == "model.so"
    facts = json.loads((tmp_path / "frozen" / "package" / "package.json").read_text())
    assert (facts["frozen"], facts["constants"]) == (True, [])
    (tmp_path / "frozen" / "graph").symlink_to(tmp_path / "graph")
    (tmp_path / "frozen" / "weights").symlink_to(tmp_path / "weights")
    require_right(tmp_path / "frozen")

    refused = worker.ask(compile_request(asked, tmp_path, mode="reduce-overhead"), "failed")
    assert (refused["outcome"], refused["reason"]["code"]) == ("unsupported", "mode-needs-cuda")
    wrong = worker.ask({**asked, "batch": 0}, "failed")
    assert (wrong["outcome"], wrong["reason"]) == ("prepare-failed", {"code": "bad-request", "args": ["batch"]})
    assert worker.close() == 0


def limit(process: int, further: int | None) -> None:
    """Limits the data of a process beyond what it holds now, as the application does; None: no limit."""
    status = Path(f"/proc/{process}/status").read_text()
    held = int(status.partition("VmData:")[2].split()[0]) * 1024
    _, most = resource.prlimit(process, resource.RLIMIT_DATA)
    resource.prlimit(process, resource.RLIMIT_DATA, (most if further is None else held + further, most))


def test_memory_that_runs_out_is_said_and_the_worker_lives(tmp_path, converse):
    worker = converse()
    worker.hear("hello")
    large = request(ENTRY, tmp_path, batch=64)  # its pictures alone are 37 MiB

    limit(worker.process.pid, 24 << 20)
    worker.say(large)
    failed = worker.hear("prepared")
    limit(worker.process.pid, None)

    assert failed["type"] == "failed"
    assert (failed["outcome"], failed["reason"]) == ("out-of-memory", {"code": "host-memory", "args": []})
    assert worker.ask({**large, "batch": 1}, "prepared")["parameters"] > 0
    assert worker.close() == 0


def compile_again(entry: dict, folder: Path, **changes) -> set[str]:
    """Compiles from the files that prepare left, as after a restart; returns where the constants come from."""
    order = compile_request(request(entry, folder, **changes), folder)
    prepared(entry, folder, **changes)
    again = compilation.reload(order, silent)
    compilation.compile_package(again, compilation.order_of(order), silent)
    return {item["from"] for item in json.loads((folder / "package" / "package.json").read_text())["constants"]}


def test_the_device_of_every_constant_is_told(tmp_path, monkeypatch):
    """A package for a device has constants of the host too, each beside its copy on the device."""
    held, _ = prepared(ENTRY, tmp_path)
    order = compilation.order_of(compile_request(request(ENTRY, tmp_path), tmp_path))
    files.save_tensors(tmp_path / "graph" / "constants.safetensors", {"lifted": torch.ones(3)})
    monkeypatch.setattr(compilation, "is_same", lambda _stored, _tensor: True)  # an imagined tensor has no values
    with FakeTensorMode():
        copied = torch.ones(3, device="cuda")

    listed = compilation.store_constants({"lifted": torch.ones(3), "lifted_cuda0": copied}, held, order)

    places = [(entry["name"], entry["from"], entry["source"], entry["device"]) for entry in listed]
    assert places == [("lifted", "graph", "lifted", "cpu"), ("lifted_cuda0", "graph", "lifted", "cuda")]


@pytest.mark.skipif(not torch.version.cuda, reason="this torch is built without CUDA")
def test_an_export_for_a_device_lifts_constants_on_the_host():
    class Shifted(torch.nn.Module):
        def forward(self, x):
            return x + torch.tensor([1.0, 2.0], device=x.device)

    with FakeTensorMode(shape_env=ShapeEnv()):
        image = torch.empty(3, 2, device="cuda")

    program = torch.export.export(Shifted(), (image,), strict=False)

    assert [tensor.device.type for tensor in program.constants.values()] == ["cpu"]


@pytest.mark.parametrize("name", reduced.NAMES)
def test_the_package_of_every_reduced_model_is_right(tmp_path, name):
    """Each is compiled as by a worker that was started again: from the files."""
    places = compile_again(reduced.reduced(name), tmp_path)

    assert "weights" in places
    if name == "beit":  # its tables are constants of the graph, which Inductor knows by names of its own
        assert places == {"weights", "graph"}
    require_right(tmp_path)


@pytest.mark.parametrize("entry", [ENTRY, SHORT_VIT], ids=["resnet", "vit"])
def test_packages_of_float16_are_right(tmp_path, entry):
    compile_again(entry, tmp_path, dtype="float16")

    assert {tensor.dtype for tensor in run_package(tmp_path)} == {torch.float16}
    require_right(tmp_path)


@pytest.mark.full
@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
@pytest.mark.parametrize("name", reduced.NAMES)
def test_the_package_of_every_reduced_model_is_right_in_half_types(tmp_path, name, dtype):
    """OwlViT ends in float32 by itself; each output has the type that it has in eager mode."""
    compile_again(reduced.reduced(name), tmp_path, dtype=dtype)

    require_right(tmp_path)


@pytest.mark.parametrize("frozen", [False, True])
@pytest.mark.parametrize("mode", ["default", "max-autotune", "max-autotune-no-cudagraphs"])
def test_the_options_are_those_of_torch_compile(tmp_path, mode, frozen):
    asked = compile_request(request(ENTRY, tmp_path), tmp_path, mode=mode, frozen=frozen)

    options = compilation.options_of(compilation.order_of(asked), threads=3)

    expected = dict(torch._inductor.list_mode_options(mode))
    expected.pop("triton.cudagraphs", None)
    assert expected.items() <= options.items()
    assert options["cpp.threads"] == 3
    assert options["freezing"] == frozen
    assert ("aot_inductor.package_constants_in_so" in options) != frozen
    assert set(options) <= set(torch._inductor.list_options())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"mode": "fast"}, "bad-request"),
        ({"frozen": "no"}, "bad-request"),
        ({"package_out": None}, "bad-request"),
        ({"inductor_cache": 1}, "bad-request"),
        ({"mode": "reduce-overhead"}, "mode-needs-cuda"),
    ],
)
def test_orders_are_checked(tmp_path, change, code):
    with pytest.raises(Failure) as failure:
        compilation.order_of(compile_request(request(ENTRY, tmp_path), tmp_path, **change))

    assert failure.value.code == code


def test_a_graph_folder_that_is_gone_is_said(tmp_path):
    asked = request(ENTRY, tmp_path)
    prepared(ENTRY, tmp_path)
    (tmp_path / "graph" / "facts.json").unlink()

    with pytest.raises(Failure) as failure:
        compilation.reload(compile_request(asked, tmp_path), silent)

    assert failure.value.code == "graph-missing"


@pytest.mark.full
@pytest.mark.parametrize("name", ["resnet", "mobilenet"])
def test_the_package_of_a_full_model_is_right(tmp_path, name):
    asked = request(reduced.full(name), tmp_path, threads=2)
    result, _ = prepared(reduced.full(name), tmp_path, threads=2)
    compilation.compile_package(result, compilation.order_of(compile_request(asked, tmp_path)), silent)

    require_right(tmp_path)
