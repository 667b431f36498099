# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random weights are healthy, reproducible, and independent of everything but model, seed and data type."""

import hashlib
from pathlib import Path

import pytest
import torch
from PIL import Image
from torch import nn

import health
import reduced
from conftest import prepared, request, silent
from inferometer_worker import devices, files, models, randomize, reference
from inferometer_worker import prepare as preparation
from inferometer_worker.flat import Flat, leaves
from inferometer_worker.reasons import Failure

DTYPES = [torch.float32, torch.float16, torch.bfloat16]
SUBNORMAL = {torch.float16: 0.01}  # share allowed: a signal of size 1 has some values below 6e-5, none below 1e-38


def require_health(name: str, entry: dict, dtype: torch.dtype) -> None:
    """Asserts that signals neither vanish nor explode in any layer, and that the image matters to the outputs."""
    model, tensors = health.model_with_inputs(entry, dtype)
    for layer in health.layers(model, tensors):
        assert layer.finite, (name, layer)
        assert layer.largest < 200, (name, layer)
        assert layer.zeros < 0.95, (name, layer)
        if layer.kind != "Dropout":  # of attention: Swin's masks of -100 make probabilities of e^-100 by design
            assert 0.01 < layer.deviation < 20, (name, layer)
            assert layer.subnormal <= SUBNORMAL.get(dtype, 0), (name, layer)
    with torch.no_grad():
        outputs = dict(leaves(model(**tensors)))
        changed = dict(leaves(model(**{**tensors, "pixel_values": tensors["pixel_values"].flip(-1, -2)})))
    for key, output in outputs.items():
        assert output.double().std() > 0.01, (name, key)
        if not key.startswith("text_"):
            gap = (output.double() - changed[key].double()).std()
            assert gap > 0.01 * output.double().std(), f"{name}: {key} does not depend on the image"


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("name", reduced.NAMES)
def test_every_layer_is_healthy(name, dtype):
    require_health(name, reduced.reduced(name), dtype)


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_a_signal_that_vanishes_is_seen_in_every_type(dtype):
    vanishing = torch.linspace(0.1, 0.9, 8).to(dtype) * torch.finfo(dtype).tiny

    (layer,) = health.look("vanishing", nn.Identity(), vanishing)

    assert layer.subnormal > 0.8


@pytest.mark.full
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("name", reduced.NAMES)
def test_every_layer_of_the_full_model_is_healthy(name, dtype):
    require_health(name, reduced.full(name), dtype)


def save_weights(entry: dict, folder: Path, **changes) -> str:
    """Writes a model's weight folder and returns the hash of its tensors."""
    asked = request(entry, folder, **changes)
    workload = preparation.workload_of(asked)
    torch.set_num_threads(workload.threads)
    loaded = preparation.load(asked, workload, None, silent)
    model, facts = loaded.model, loaded.facts
    files.save_weights(folder / "weights", models.place(model, workload), facts)
    return hashlib.sha256((folder / "weights" / "weights.safetensors").read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["mobilenet", "maskformer", "conditional-detr"])
def test_the_same_seed_gives_the_same_bytes_whatever_the_batch_and_threads(tmp_path, name):
    entry = reduced.reduced(name)

    first = save_weights(entry, tmp_path / "a")
    same = save_weights(entry, tmp_path / "b", batch=3, threads=2, layout="channels-last")
    other = save_weights(entry, tmp_path / "c", weights={"source": "random", "seed": 1})

    assert first == same != other


def test_weights_do_not_depend_on_the_users_image(tmp_path):
    picture = tmp_path / "blue.png"
    Image.new("RGB", (80, 60), (20, 40, 200)).save(picture)
    entry = reduced.reduced("resnet")

    first = save_weights(entry, tmp_path / "a")
    same = save_weights(entry, tmp_path / "b", image={"path": str(picture)})

    assert first == same


@pytest.mark.parametrize("name", ["resnet", "owlvit"])
def test_half_types_hold_the_converted_weights(tmp_path, name):
    entry = reduced.reduced(name)
    save_weights(entry, tmp_path / "single")
    save_weights(entry, tmp_path / "half", dtype="bfloat16")

    single = files.load_weights(tmp_path / "single" / "weights")
    half = files.load_weights(tmp_path / "half" / "weights")

    assert single.keys() == half.keys()
    for key, tensor in single.items():
        expected = tensor.bfloat16() if tensor.is_floating_point() else tensor
        assert torch.equal(half[key], expected), key


def test_half_types_have_a_float64_reference_and_eagers_own_error(tmp_path):
    entry = reduced.reduced("segformer")
    result, facts = prepared(entry, tmp_path, dtype="bfloat16")

    io = files.load_tensors(tmp_path / "graph" / "io.safetensors")
    exact = reference.float64_outputs(result.flat, result.inputs)

    assert io["input.0"].dtype == io["output.0"].dtype == torch.bfloat16
    assert io["reference.0"].dtype == torch.float64
    assert torch.equal(io["reference.0"], exact[0])
    error = (io["output.0"].double() - exact[0]).square().mean().sqrt()
    assert facts["eager_error"][0]["rmse"] == pytest.approx(float(error))
    assert 0 < facts["eager_error"][0]["rmse"] < 0.1 * facts["eager_error"][0]["scale"]


def test_tf32_has_a_float64_reference_too(tmp_path, monkeypatch):
    monkeypatch.setattr(devices, "rounds_float32", lambda _request, _device: True)
    _, facts = prepared(reduced.reduced("resnet"), tmp_path)
    io = files.load_tensors(tmp_path / "graph" / "io.safetensors")
    assert io["output.0"].dtype == torch.float32
    assert io["reference.0"].dtype == torch.float64
    assert facts["eager_error"][0]["rmse"] < 1e-5 * facts["eager_error"][0]["scale"]


@pytest.mark.parametrize(("dtype", "share"), [(torch.float32, 1e-4), (torch.bfloat16, 1.0)], ids=str)
@pytest.mark.parametrize("name", reduced.NAMES)
def test_every_model_has_a_float64_reference_close_to_eager(name, dtype, share):
    model, tensors = health.model_with_inputs(reduced.reduced(name), dtype)
    flat = Flat(model, list(tensors))

    outputs = [tensor for _, tensor in reference.outputs_of(flat, tensors)]
    exact = reference.float64_outputs(flat, tensors)

    assert {tensor.dtype for tensor in exact} == {torch.float64}
    for error in reference.errors(outputs, exact):
        assert error["max_abs"] < share * error["scale"]


def test_a_weight_file_is_read_back_exactly(tmp_path):
    entry = reduced.reduced("detr")
    result, _ = prepared(entry, tmp_path)
    again, _ = prepared(entry, tmp_path / "again", weights_in=str(tmp_path / "weights"), weights_out=None)

    state, expected = again.flat.state_dict(), result.flat.state_dict()
    assert state.keys() == expected.keys()
    assert all(torch.equal(state[key], expected[key]) for key in state)
    first, second = ((path / "graph" / "io.safetensors").read_bytes() for path in (tmp_path, tmp_path / "again"))
    assert first == second


def test_tied_tensors_are_stored_once(tmp_path):
    class Tied(nn.Module):
        def __init__(self):
            super().__init__()
            self.first = nn.Linear(4, 4)
            self.second = nn.Linear(4, 4)
            self.second.weight = self.first.weight

    files.save_weights(tmp_path, Tied(), {})

    facts = files.weight_facts(tmp_path)
    assert facts["aliases"] == {"model.second.weight": "model.first.weight"}
    assert "model.second.weight" not in files.load_tensors(tmp_path / "weights.safetensors")
    assert torch.equal(files.load_weights(tmp_path)["second.weight"], files.load_weights(tmp_path)["first.weight"])


def damage(path: Path) -> None:
    """Cuts a file in half."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda folder: (folder / "weights.safetensors").unlink(), "weights-missing"),
        (lambda folder: (folder / "weights.json").unlink(), "weights-missing"),
        (lambda folder: damage(folder / "weights.safetensors"), "weights-damaged"),
        (lambda folder: damage(folder / "weights.json"), "weights-damaged"),
        (
            lambda folder: files.save_tensors(folder / "weights.safetensors", {"model.x": torch.ones(1)}),
            "weights-mismatch",
        ),
    ],
)
def test_weights_that_do_not_fit_are_refused(tmp_path, change, code):
    entry = reduced.reduced("resnet")
    save_weights(entry, tmp_path)
    change(tmp_path / "weights")

    with pytest.raises(Failure) as failure:
        prepared(entry, tmp_path / "again", weights_in=str(tmp_path / "weights"), weights_out=None)

    assert failure.value.code == code


def test_weights_of_another_type_are_refused(tmp_path):
    entry = reduced.reduced("resnet")
    save_weights(entry, tmp_path)

    with pytest.raises(Failure) as failure:
        prepared(entry, tmp_path / "b", dtype="float16", weights_in=str(tmp_path / "weights"), weights_out=None)

    assert failure.value.code == "weights-mismatch"


def test_a_channel_that_never_varies_is_not_blown_up():
    norm = nn.BatchNorm2d(2).eval()
    signal = torch.stack([torch.full((1, 4, 4), 7.0), torch.randn(1, 4, 4)], 1)

    randomize.take_statistics(norm, signal, set())

    assert norm.running_var[0] > 0.0099 * 49
    assert norm(signal).abs().max() < 10


def test_every_parameter_is_drawn():
    model = models.build(reduced.reduced("owlvit"), "sdpa")
    for parameter in model.parameters():
        parameter.data.fill_(float("nan"))
    model.owlvit.logit_scale.data.fill_(1.0)  # a number that the configuration sets

    randomize.initialize(model, 0)

    assert all(parameter.isfinite().all() for parameter in model.parameters())
