# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Models that a user brings: what is run of them, what is refused, and which inputs they get."""

import copy
import hashlib
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from conftest import prepared
from inferometer_worker import devices, files, own_models
from inferometer_worker.reasons import Failure

CODE = """
import torch
from torch import nn

class Sum(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.randn(1))
        self.register_buffer("calls", torch.zeros(1))

    def forward(self, image, mask):
        self.calls += 1
        return image * mask * self.scale

def by_name():
    return Sum(), {"image": torch.ones(1, 2, 4, 4), "mask": torch.ones(4, 4)}

def in_order():
    return Sum(), (torch.ones(1, 2, 4, 4), torch.ones(1, 1, 4, 4))

def of_batch(batch):
    return Sum(), (torch.ones(batch, 2, 4, 4), torch.ones(batch, 1, 4, 4))

def of_image():
    return nn.Conv2d(3, 2, 3)

def nested():
    return Sum(), ([torch.ones(1)], torch.ones(1))

class Boxed:
    def __init__(self, tensor):
        self.tensor = tensor

class Returning(nn.Module):
    def __init__(self, result):
        super().__init__()
        self.result = result

    def forward(self, image):
        return self.result(image)

def in_a_box():
    return Returning(Boxed), torch.ones(1, 2)

def beside_a_box():
    return Returning(lambda image: {"a": image * 2, "b": Boxed(image)}), torch.ones(1, 2)

def nothing():
    return Returning(lambda image: None), torch.ones(1, 2)

def beside_an_empty_one():
    return Returning(lambda image: (image + 1, image[:, :0])), torch.ones(1, 2)

def beside_a_number():
    return Returning(lambda image: (image * 2, 3, None, "text")), torch.ones(1, 2)
"""


def code_entry(folder: Path, function: str, **changes: Any) -> dict[str, Any]:
    path = folder / "code.py"
    path.write_text(CODE)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    source = {"kind": "code", "path": str(path), "file": path.name, "function": function, "sha256": digest}
    return {"name": "own", "source": {**source, "allowed": True} | changes}


def shapes(facts: dict[str, Any]) -> dict[str, list[int]]:
    return {tensor["name"]: tensor["shape"] for tensor in facts["inputs"]}


OWN = {"weights": {"source": "own"}}


@pytest.mark.parametrize(
    ("function", "batch", "expected"),
    [
        ("by_name", 1, {"image": [1, 2, 4, 4], "mask": [4, 4]}),
        ("by_name", 3, {"image": [3, 2, 4, 4], "mask": [4, 4]}),
        ("in_order", 2, {"image": [2, 2, 4, 4], "mask": [2, 1, 4, 4]}),
        ("of_batch", 2, {"image": [2, 2, 4, 4], "mask": [2, 1, 4, 4]}),
        ("of_image", 2, {"input": [2, 3, 224, 224]}),
    ],
)
def test_examples_become_a_batch_of_named_inputs(tmp_path, function, batch, expected):
    _, facts = prepared(code_entry(tmp_path, function), tmp_path, batch=batch, **OWN)

    assert shapes(facts) == expected
    assert facts["graph_error"] == [0.0]


def test_what_runs_write_into_a_buffer_does_not_reach_the_weight_file(tmp_path):
    held, facts = prepared(code_entry(tmp_path, "by_name"), tmp_path, **OWN)

    assert facts["writes_weights"] and facts["written"] == ["model.calls"]
    assert files.load_weights(tmp_path / "weights")["calls"] == 0
    assert held.flat.model.calls == 0


def test_the_same_file_gives_the_same_weights(tmp_path):
    (tmp_path / "a").mkdir()
    entry = code_entry(tmp_path, "by_name")
    first, _ = prepared(entry, tmp_path / "a", **OWN)
    again, _ = prepared(entry, tmp_path / "b", **OWN)

    assert first.flat.model.scale == again.flat.model.scale


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"allowed": False}, "code-not-allowed"),
        ({"allowed": "yes"}, "code-not-allowed"),
        ({"sha256": "0" * 64}, "model-file-changed"),
        ({"path": "/nowhere/code.py"}, "model-file-missing"),
        ({"function": "absent"}, "code-without-function"),
        ({"function": "nested"}, "inputs-unsupported"),
        ({"kind": "pickle"}, "bad-request"),
    ],
)
def test_what_is_not_as_it_was_allowed_is_refused(tmp_path, changes, code):
    entry = code_entry(tmp_path, **{"function": "by_name", **changes})

    with pytest.raises(Failure) as failure:
        prepared(entry, tmp_path, **OWN)

    assert failure.value.code == code


@pytest.mark.parametrize(
    ("function", "dtype", "kind"),
    [
        ("in_a_box", "float32", "Boxed"),
        ("in_a_box", "bfloat16", "Boxed"),
        ("beside_a_box", "float32", "Boxed"),
        ("nothing", "float32", "NoneType"),
    ],
)
def test_what_a_model_returns_is_tensors_or_an_export_that_failed(tmp_path, function, dtype, kind):
    with pytest.raises(Failure) as failure:
        prepared(code_entry(tmp_path, function), tmp_path, dtype=dtype, **OWN)

    assert (failure.value.code, failure.value.arguments) == ("output-unsupported", [kind])
    assert failure.value.message()["outcome"] == "export-failed"


def test_plain_values_beside_tensors_are_left_out(tmp_path):
    _, facts = prepared(code_entry(tmp_path, "beside_a_number"), tmp_path, **OWN)

    assert [tensor["name"] for tensor in facts["outputs"]] == ["0"]


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_an_output_without_entries_has_no_error(tmp_path, dtype):
    _, facts = prepared(code_entry(tmp_path, "beside_an_empty_one"), tmp_path, dtype=dtype, **OWN)

    assert [tensor["shape"] for tensor in facts["outputs"]] == [[1, 2], [1, 0]]
    assert facts["graph_error"] == [0.0, 0.0]
    if facts["eager_error"]:
        assert facts["eager_error"][1] == {"rmse": 0.0, "max_abs": 0.0, "scale": None}


def program_entry(folder: Path, program: Any) -> dict[str, Any]:
    path = folder / "net.pt2"
    torch.export.save(program, path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {
        "name": "own",
        "source": {"kind": "program", "path": str(path), "file": path.name, "sha256": digest, "allowed": True},
    }


def test_a_program_of_one_batch_size_says_so(tmp_path):
    entry = program_entry(tmp_path, torch.export.export(nn.Conv2d(3, 2, 3).eval(), (torch.ones(2, 3, 8, 8),)))

    _, facts = prepared(entry, tmp_path, batch=2, **OWN)
    with pytest.raises(Failure) as failure:
        prepared(entry, tmp_path, batch=1, **OWN)
    with pytest.raises(Failure) as other_type:
        prepared(entry, tmp_path, batch=2, dtype="float16", **OWN)

    assert shapes(facts) == {"input": [2, 3, 8, 8]}
    assert (failure.value.code, failure.value.arguments) == ("batch-fixed", ["1", "2"])
    assert other_type.value.code == "dtype-unsupported"


def test_a_program_with_a_dynamic_batch_takes_any(tmp_path):
    batch = torch.export.Dim("batch", min=1, max=8)
    net = nn.Conv2d(3, 2, 3).eval()
    program = torch.export.export(net, (torch.ones(2, 3, 8, 8),), dynamic_shapes=({0: batch},))

    _, facts = prepared(program_entry(tmp_path, program), tmp_path, batch=5, **OWN)

    assert shapes(facts) == {"input": [5, 3, 8, 8]}


def test_a_program_with_numbers_of_its_own_is_exported_again(tmp_path):
    class Shifted(nn.Module):
        def forward(self, x):
            return x + torch.tensor([1.0, 2.0])

    program = torch.export.export(Shifted(), (torch.ones(1, 2),))

    _, facts = prepared(program_entry(tmp_path, program), tmp_path, **OWN)

    assert facts["graph_error"] == [0.0]


class Casting(nn.Module):
    """Leaves its data type and comes back to it, as normalisations and attention do."""

    def __init__(self):
        super().__init__()
        self.first, self.last = nn.Linear(4, 4), nn.Linear(4, 4)
        self.table = torch.linspace(0, 1, 16).reshape(4, 4)  # neither weight nor buffer

    def forward(self, x):
        weights = torch.softmax(self.first(x).to(torch.float32), -1)
        return self.last((weights @ self.table @ (torch.eye(4) + 1)).to(x.dtype))


@pytest.mark.parametrize("dtype", ["float16", "bfloat16", "float32"])
def test_a_program_that_casts_has_a_float64_reference(tmp_path, monkeypatch, dtype):
    """A float32 one where TF32 rounds it; the reference is that of the same weights, computed in float64 throughout."""
    monkeypatch.setattr(devices, "rounds_float32", lambda _request, _device: True)
    net = Casting().to(getattr(torch, dtype)).eval().requires_grad_(False)
    example = torch.linspace(-1, 1, 8).reshape(2, 4).to(net.first.weight.dtype)
    program = torch.export.export(net, (example,))

    _, facts = prepared(program_entry(tmp_path, program), tmp_path, dtype=dtype, batch=2, **OWN)

    assert facts["graph_error"] == [0.0]
    exact = copy.deepcopy(net).double()
    weights = torch.softmax(exact.first(example.double()), -1)
    wanted = exact.last(weights @ net.table.double() @ (torch.eye(4, dtype=torch.float64) + 1))
    found = files.load_tensors(tmp_path / "graph" / "io.safetensors")["reference.0"]
    assert torch.allclose(found, wanted, rtol=1e-12, atol=1e-12)


def test_a_file_that_is_no_program_is_refused(tmp_path):
    entry = program_entry(tmp_path, torch.export.export(nn.ReLU(), (torch.ones(1),)))
    path = Path(entry["source"]["path"])
    path.write_bytes(b"no program")
    entry["source"]["sha256"] = hashlib.sha256(b"no program").hexdigest()

    with pytest.raises(Failure) as failure:
        own_models.build_program(entry, torch.float32, torch.device("cpu"))

    assert failure.value.code == "program-unreadable"


def test_timm_models_get_the_image_as_timm_prepares_it(tmp_path):
    source = {"kind": "timm", "model": "test_vit"}

    _, usual = prepared({"name": "t", "source": source}, tmp_path / "a")
    _, smaller = prepared({"name": "t", "source": source, "image_size": 64}, tmp_path / "b", batch=2)

    assert shapes(usual) == {"x": [1, 3, 160, 160]}
    assert shapes(smaller) == {"x": [2, 3, 64, 64]}
    assert usual["weights"]["source"] == "random"
    assert usual["attention"] == "sdpa", "seen in the graph: timm has no choice"


def test_an_unknown_name_of_timm_is_said(tmp_path):
    with pytest.raises(Failure) as failure:
        prepared({"name": "t", "source": {"kind": "timm", "model": "no_such_net"}}, tmp_path)

    assert (failure.value.code, failure.value.arguments) == ("timm-unknown", ["no_such_net"])
