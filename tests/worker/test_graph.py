# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The graph JSON is complete: read by a second program it computes exactly what eager execution computes."""

import json
import re

import pytest
import torch
from torch import nn

import interpreter
import reduced
from conftest import prepared, request, silent
from inferometer_worker import files, graph, prepare, tracing
from inferometer_worker.flat import Flat
from inferometer_worker.reasons import Failure, classify

KINDS = {"none", "tensor", "tensors", "optional_tensors", "int", "float", "bool", "string", "ints", "floats", "bools"}
KINDS |= {"dtype", "device", "layout", "memory_format"}

FUSED = "aten::scaled_dot_product_attention"
WITH_A_CHOICE = [name for name in reduced.NAMES if "sdpa" in reduced.full(name)["attention"]]


def listed_operators() -> dict[str, tuple[int, dict[str, int]]]:
    """Returns what docs/operators.md says of each full model: eager's operators, and how many more the graph has."""
    rows = {}
    for line in (reduced.ROOT / "docs" / "operators.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] in reduced.NAMES:
            changes = re.findall(r"([+-]\d+) ([\w.]+)", cells[2])
            rows[cells[0]] = int(cells[1]), {f"aten::{operator}": int(change) for change, operator in changes}
    return rows


LISTED = listed_operators()

# Of these each layer has its own, and the reduced models have fewer layers.
MASKS = {"aten::scalar_tensor": 6, "aten::where.self": 3}
FEWER_LAYERS = {
    "mask2former": {"aten::lift_fresh": -2, "aten::lift_fresh_copy": 2},
    "detr": MASKS,
    "resnet-101": MASKS,
    "conditional-detr": MASKS | {"aten::add.Tensor": 6},
}


@pytest.mark.parametrize("name", reduced.NAMES)
def test_the_graph_computes_what_eager_computes(tmp_path, name):
    _, facts = prepared(reduced.reduced(name), tmp_path)

    program = json.loads((tmp_path / "graph" / "graph.json").read_text())
    require_well_formed(program)
    require_eagers_outputs(tmp_path, facts)
    assert not facts["writes_inputs"]
    assert not facts["writes_weights"]
    assert facts["graph_error"] == [0.0] * len(facts["outputs"])
    assert sum(facts["operators"].values()) == len(program["nodes"])
    require_eagers_operators(name, facts)
    require_attention(name, facts, "sdpa")
    ranks = {output: len(shape) for output, shape in reduced.full(name)["outputs"].items()}
    assert {output["name"]: len(output["shape"]) for output in facts["outputs"]} == ranks


@pytest.mark.full
@pytest.mark.parametrize("name", reduced.NAMES)
def test_the_graph_of_the_full_model_computes_what_eager_computes(tmp_path, name):
    entry = reduced.full(name)
    _, facts = prepared(entry, tmp_path)

    require_eagers_outputs(tmp_path, facts)
    dispatched = facts["dispatched"]
    assert (sum(dispatched["eager"].values()), dispatched["difference"]) == LISTED[name]
    require_attention(name, facts, "sdpa")
    for kind in ("inputs", "outputs"):
        assert {tensor["name"]: tensor["shape"] for tensor in facts[kind]} == entry[kind]


@pytest.mark.parametrize("name", WITH_A_CHOICE)
def test_eager_attention_is_computed_where_it_is_asked_for(tmp_path, name):
    _, facts = prepared(reduced.reduced(name), tmp_path, attention="eager")

    require_attention(name, facts, "eager")
    assert facts["graph_error"] == [0.0] * len(facts["outputs"])


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("owlvit", {"batch": 2}),
        ("detr", {"dtype": "bfloat16"}),
        ("beit", {"dtype": "bfloat16"}),
        ("maskformer", {"dtype": "bfloat16"}),
        ("mobilenet", {"dtype": "float16"}),
        ("convnext", {"layout": "channels-last", "batch": 2}),
    ],
)
def test_conditions_are_kept(tmp_path, name, changes):
    _, facts = prepared(reduced.reduced(name), tmp_path, **changes)

    assert {key: facts[key] for key in changes} == changes
    assert facts["graph_error"] == [0.0] * len(facts["outputs"])
    require_eagers_operators(name, facts)
    if changes.get("layout") == "channels-last":
        _, channels, _, width = facts["inputs"][0]["shape"]
        assert facts["inputs"][0]["strides"][1:] == [1, width * channels, channels]
        return  # the interpreter reads contiguous tensors
    require_eagers_outputs(tmp_path, facts)


def require_eagers_outputs(folder, facts: dict) -> None:
    """Asserts that the graph as it is stored computes eager's bits, and dispatches what the export was seen to."""
    pairs, dispatched = interpreter.run_folder(folder / "weights", folder / "graph")
    assert all(torch.equal(output, expected) for output, expected in pairs)
    assert dispatched == facts["dispatched"]["graph"]


def require_eagers_operators(name: str, facts: dict) -> None:
    """Asserts that a reduced graph dispatches what eager execution does, but for what is listed of the full model."""
    assert facts["dispatched"]["difference"] == LISTED[name][1] | FEWER_LAYERS.get(name, {})


def require_attention(name: str, facts: dict, asked: str) -> None:
    """Asserts that the graph computes the attention asked for, or the only one of the model, and that this is said."""
    choices = reduced.full(name)["attention"]
    computed = asked if asked in choices else next(iter(choices), None)
    assert facts["attention"] == computed
    assert (FUSED in facts["operators"]) == (computed == "sdpa")


def require_well_formed(program: dict) -> None:
    """Asserts that every value is defined once and before its use, and that operators and arguments exist."""
    assert program.keys() == {"version", "inputs", "constants", "nodes", "outputs"}
    defined = [*program["inputs"], *(constant["value"] for constant in program["constants"])]
    for node in program["nodes"]:
        namespace, name = node["op"].split("::")
        schema = getattr(getattr(getattr(torch.ops, namespace), name), node["overload"] or "default")._schema
        names = [argument["name"] for argument in node["args"]]
        assert len(set(names)) == len(names)
        required = {argument.name for argument in schema.arguments if not argument.has_default_value()}
        assert required <= set(names) <= {argument.name for argument in schema.arguments}
        for argument in node["args"]:
            assert argument["kind"] in KINDS
            used = [argument["value"]] if argument["kind"] == "tensor" else argument.get("values", [])
            if argument["kind"].endswith(("tensor", "tensors")):
                assert {value for value in used if value is not None} <= set(defined)
        assert ("outputs" in node) != ("outputs_list" in node)
        defined += [value for value in node.get("outputs", node.get("outputs_list")) if value is not None]
    assert len(set(defined)) == len(defined)
    assert set(program["outputs"]) <= set(defined)


class Tricky(nn.Module):
    """Uses every kind of argument and result that the models use, and a few more."""

    def __init__(self):
        super().__init__()
        self.register_buffer("table", torch.arange(6.0), persistent=False)

    def forward(self, image):
        first, _, third = image.split(2, 1)
        largest, _ = first.max(1)
        rows = torch.arange(2, dtype=torch.int64, device=image.device)
        picked = third[:, rows, :, None]
        masked = largest.masked_fill(largest > 1, float("-inf"))
        pooled = torch.nn.functional.adaptive_avg_pool2d(image, (1, None))
        resized = torch.nn.functional.interpolate(image, scale_factor=2.0, mode="bilinear")
        fresh = torch.zeros(2, 3, dtype=torch.bfloat16).to(torch.float32, memory_format=torch.preserve_format)
        fresh.add_(1.5).mul_(2)
        return {"a": [picked, masked], "b": (pooled + self.table.sum(), resized), "c": fresh, "d": image, "e": 3}


def exported(module: nn.Module, *tensors: torch.Tensor):
    """Returns the module's flat form and its exported program."""
    names = module.forward.__code__.co_varnames[1 : 1 + len(tensors)]
    flat = Flat(module, list(names)).eval()
    flat(*tensors)
    return flat, tracing.export(flat, tensors)


def test_all_kinds_of_arguments_survive():
    image = torch.randn(2, 6, 4, 4)
    flat, program = exported(Tricky(), image)

    written, constants = graph.to_json(program, {})
    written = json.loads(json.dumps(written, allow_nan=False))
    require_well_formed(written)
    stored = {"weights": {}, "constants": constants}

    assert "model.table" in constants
    for output, expected in zip(interpreter.run(written, stored, [image]), flat(image), strict=True):
        assert torch.equal(output, expected)
    kinds = {argument["kind"] for node in written["nodes"] for argument in node["args"]}
    assert {"tensor", "optional_tensors", "int", "ints", "float", "floats", "dtype", "device", "none"} <= kinds
    assert any(None in node.get("outputs", []) for node in written["nodes"])
    assert any("outputs_list" in node for node in written["nodes"])
    assert {"name": "value", "kind": "float", "value": "-inf"} in [
        arg for node in written["nodes"] for arg in node["args"]
    ]


def test_an_integer_for_a_float_argument_is_written_as_a_float():
    class Clamp(nn.Module):
        def forward(self, x):
            return torch.nn.functional.layer_norm(x, [4], eps=1)

    _, program = exported(Clamp(), torch.randn(3, 4))
    written, _ = graph.to_json(program, {})

    epsilon = next(arg for node in written["nodes"] for arg in node["args"] if arg["name"] == "eps")
    assert epsilon == {"name": "eps", "kind": "float", "value": 1.0}
    assert isinstance(epsilon["value"], float)


def test_every_memory_format_has_a_word():
    formats = {value for value in vars(torch).values() if isinstance(value, torch.memory_format)}

    assert set(graph.MEMORY_FORMATS) == formats, "the engine knows the words (graph_argument.cpp)"


def test_volumes_keep_their_channels_last():
    class Volume(nn.Module):
        def forward(self, x):
            return x.contiguous(memory_format=torch.channels_last_3d)

    image = torch.randn(1, 2, 3, 4, 5)
    _, program = exported(Volume(), image)
    written, _ = graph.to_json(program, {})

    (output,) = interpreter.run(written, {"weights": {}, "constants": {}}, [image])
    assert output.is_contiguous(memory_format=torch.channels_last_3d)


def test_a_graph_is_checked_before_anything_is_written(tmp_path, monkeypatch):
    """What goes wrong there is no trouble of the storage, for which a run would wait and prepare again."""
    steps = []

    def break_off(*_arguments):
        raise RuntimeError("anything")

    monkeypatch.setattr(prepare, "compare_with_eager", break_off)
    with pytest.raises(RuntimeError) as raised:
        prepare.prepare(request(reduced.reduced("resnet"), tmp_path), steps.append)

    assert steps[-2:] == ["export", "check"]
    assert classify(raised.value, steps[-1]).code == "internal"
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_tied_weights_are_read_from_the_name_they_are_kept_under():
    class Tied(nn.Module):
        def __init__(self):
            super().__init__()
            self.first, self.second = nn.Linear(4, 4), nn.Linear(4, 4)
            self.second.weight = self.first.weight

        def forward(self, x):
            return self.second(self.first(x))

    module = Tied().requires_grad_(False)
    _, program = exported(module, torch.randn(2, 4))
    state = {files.PREFIX + name: tensor for name, tensor in module.state_dict().items()}
    aliases = files.aliases_of(state)

    written, constants = graph.to_json(program, {name: aliases.get(name, name) for name in state})

    assert not constants
    names = {constant["name"] for constant in written["constants"]}
    assert names == {"model.first.weight", "model.first.bias", "model.second.bias"}


def test_writing_into_weights_and_inputs_is_told(tmp_path):
    class Writer(nn.Module):
        def __init__(self):
            super().__init__()
            self.register_buffer("calls", torch.zeros(1))
            self.scale = nn.Parameter(torch.ones(4), requires_grad=False)

        def forward(self, x):
            self.calls.add_(1)
            x[0].mul_(0)
            return x * self.scale

    tensors = {"x": torch.randn(2, 4)}
    flat = Flat(Writer(), ["x"])
    program = tracing.export(flat, (tensors["x"].clone(),))
    held = prepare.Prepared("", None, flat, tensors, program, 0.0)

    found = prepare.compare_with_eager(held, [("0", torch.zeros(2, 4))], {})

    assert found["writes_inputs"]
    assert found["writes_weights"]
    assert found["written"] == ["x", "model.calls"]


def test_a_choice_that_depends_on_the_data_is_an_export_failure():
    class Chooser(nn.Module):
        def forward(self, x):
            return x + 1 if x.sum() > 0 else x - 1

    with pytest.raises(Exception) as raised:  # of a type that torch does not promise
        exported(Chooser(), torch.ones(3))

    failure = classify(raised.value, "export")
    assert (failure.code, failure.message()["outcome"]) == ("data-dependent", "export-failed")
    assert failure.message()["reason"]["args"][0].startswith("test_graph.py:"), "the line of the model that decides"
    assert "Traceback" in failure.message()["log"]


def test_an_operator_from_elsewhere_is_an_export_failure():
    class Branch(nn.Module):
        def forward(self, x):
            return torch.cond(x.sum() > 0, torch.sin, torch.cos, (x,))

    _, program = exported(Branch(), torch.ones(3))

    with pytest.raises(Failure) as failure:
        graph.to_json(program, {})
    assert failure.value.code == "graph-unsupported"


def test_tables_that_eager_remembers_are_constants_of_the_graph(tmp_path):
    result, facts = prepared(reduced.reduced("beit"), tmp_path)

    assert facts["dispatched"]["difference"] == {}
    constants = files.load_tensors(tmp_path / "graph" / "constants.safetensors")
    assert all(tensor.dtype == torch.int64 for tensor in constants.values())
    again = result.flat(*result.inputs.values())
    assert type(again[0]) is torch.Tensor, "the export left tensors without data in the model"


def test_requests_are_checked(tmp_path):
    entry = reduced.reduced("resnet")
    wrong = {
        "batch": 0,
        "threads": 0,
        "dtype": "float8",
        "device": "tpu",
        "attention": "flash",
        "layout": "other",
        "model": "resnet",
        "weights": {"source": "elsewhere"},
        "weights_out": None,
        "image": None,
        "graph_out": 3,
    }
    codes = {}
    for name, value in wrong.items():
        with pytest.raises(Failure) as failure:
            prepare.prepare(request(entry, tmp_path, **{name: value}), silent)
        codes[name] = failure.value.code

    assert codes.pop("dtype") == "dtype-unsupported"
    assert codes.pop("device") == "device-unavailable"
    assert set(codes.values()) == {"bad-request"}
