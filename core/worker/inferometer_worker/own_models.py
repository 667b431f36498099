# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Models that a user brings: timm's by name, a function in a Python file, an exported program.

An entry of the catalogue says so by its "source"; without one it is a model of Transformers. Python files and exported
programs run code of their own: only after the user's consent ("allowed"), and only the very content that was consented
to ("sha256").
"""

import hashlib
import importlib.util
import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from PIL import Image
from torch import fx, nn

from inferometer_worker.reasons import Failure, first_line

DEFAULT_SIZE = 224  # pixels, where neither the model nor the user says
SEED = 0  # a file that draws its weights draws the same ones in every process


def kind_of(entry: dict[str, Any]) -> str:
    """Returns what an entry is: "transformers" (also a folder or hub id of the user's), "timm", "code" or "program"."""
    source = entry.get("source")
    kind = source.get("kind") if isinstance(source, dict) else "catalogue"
    kinds = {"catalogue": "transformers", "hub": "transformers", "folder": "transformers"}
    kind = kinds.get(kind, kind)
    if kind not in ("transformers", "timm", "code", "program"):
        raise Failure("bad-request", "model.source.kind")
    return kind


def brings_weights(entry: dict[str, Any]) -> bool:
    """Tells models whose weights come with the model: nothing is drawn and nothing is read from the hub's cache."""
    return kind_of(entry) in ("code", "program")


def snapshot_in(entry: dict[str, Any]) -> Path | None:
    """Returns the folder that holds a user's Transformers model: the configuration is nowhere else."""
    source = entry.get("source") or {}
    return Path(source["snapshot"]) if isinstance(source.get("snapshot"), str) else None


# --- timm ------------------------------------------------------------------------------------------------------------


def build_timm(entry: dict[str, Any], snapshot: Path | None = None) -> nn.Module:
    """Returns timm's model of that name, with the weights of a snapshot or with weights for the caller to fill."""
    import timm

    name = entry["source"].get("model")
    if not isinstance(name, str) or not timm.is_model(name):
        raise Failure("timm-unknown", name)
    is_sized = timm.models.get_pretrained_cfg_value(name, "fixed_input_size")  # others take any size as they are
    size = {"img_size": entry["image_size"]} if entry.get("image_size") and is_sized else {}
    try:
        model = timm.create_model(name, pretrained=False, **size)
    except Exception as error:  # whatever a model of timm raises
        raise Failure("config-invalid", detail=f"{type(error).__name__}: {error}") from error
    if snapshot is not None:
        report = model.load_state_dict(safetensors.torch.load_file(snapshot / "model.safetensors"), strict=False)
        for missing in (*report.missing_keys, *report.unexpected_keys):
            raise Failure("weights-mismatch", missing)
    return model.eval().requires_grad_(False)


def timm_inputs(image: Image.Image, batch: int, entry: dict[str, Any], model: nn.Module) -> dict[str, torch.Tensor]:
    """Returns the image as timm's own transform for the model makes it."""
    import timm.data

    config = timm.data.resolve_data_config(model=model)
    if entry.get("image_size"):
        config["input_size"] = (config["input_size"][0], entry["image_size"], entry["image_size"])
    tensor = timm.data.create_transform(**config)(image)
    return {first_parameter(model): tensor.unsqueeze(0).repeat(batch, 1, 1, 1)}


# --- code and programs -----------------------------------------------------------------------------------------------


def checked_file(entry: dict[str, Any]) -> Path:
    """Returns the file of an entry; raises Failure unless the user consented to running what is in it now."""
    source = entry["source"]
    path, consented = source.get("path"), source.get("sha256")
    if source.get("allowed") is not True or not isinstance(path, str) or not isinstance(consented, str):
        raise Failure("code-not-allowed", source.get("file"))
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise Failure("model-file-missing", Path(path).name, detail=str(error.strerror)) from error
    if hashlib.sha256(content).hexdigest() != consented:
        raise Failure("model-file-changed", Path(path).name)
    return Path(path)


def build_code(entry: dict[str, Any], batch: int) -> tuple[nn.Module, Any]:
    """Returns the module and the example inputs (or None) of a user's function, which is called with nothing.

    A function with a parameter named batch is given the batch size.
    """
    path = checked_file(entry)
    function = loaded_function(path, entry["source"].get("function"))
    torch.manual_seed(SEED)
    wants_batch = "batch" in inspect.signature(function).parameters
    made = function(batch=batch) if wants_batch else function()
    module, examples = made if isinstance(made, tuple) and len(made) == 2 else (made, None)
    if not isinstance(module, nn.Module):
        raise Failure("code-returns-no-module", path.name, type(module).__name__)
    return module.eval().requires_grad_(False), examples


def loaded_function(path: Path, name: Any) -> Callable[..., Any]:
    """Imports a file and returns the function; its folder can be imported from, as when Python runs the file."""
    sys.path.insert(0, str(path.parent))
    try:
        description = importlib.util.spec_from_file_location("inferometer_user_model", path)
        module = importlib.util.module_from_spec(description)
        sys.modules[description.name] = module  # classes defined in it are looked up there
        description.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
    function = getattr(module, name, None) if isinstance(name, str) else None
    if not callable(function):
        raise Failure("code-without-function", path.name, name)
    return function


class Program(nn.Module):
    """An exported program, callable by the names of its inputs."""

    def __init__(self, program: "torch.export.ExportedProgram"):
        super().__init__()
        self.program = without_assertions(program.module())
        self.names = [name for name in program.graph_signature.user_inputs if isinstance(name, str)]

    def forward(self, **tensors: torch.Tensor) -> Any:
        """Returns what the program returns."""
        return self.program(*(tensors[name] for name in self.names))

    def train(self, mode: bool = True) -> "Program":
        """Has nothing to switch: what the program does was decided by its export."""
        return self

    def double(self) -> "Program":
        """Widens the graph too: data types and constants are written into it, where a model's own code would follow."""
        super().double()
        for part in self.program.modules():
            for name, value in [*vars(part).items()]:
                if isinstance(value, torch.Tensor) and value.is_floating_point():
                    setattr(part, name, value.double())
        for part in graphs_in(self.program):
            for node in part.graph.nodes:
                widen(node)
            part.recompile()
        return self

    def is_static(self) -> bool:
        """Tells programs whose inputs have one shape only."""
        nodes = [node for node in self.program.graph.nodes if node.op == "placeholder"]
        shapes = [node.meta["val"].shape for node in nodes if isinstance(node.meta.get("val"), torch.Tensor)]
        return not any(isinstance(size, torch.SymInt) for shape in shapes for size in shape)


def graphs_in(module: nn.Module) -> list[fx.GraphModule]:
    """Returns the graphs of an exported module: its own and those of its branches."""
    return [part for part in module.modules() if isinstance(part, fx.GraphModule)]


def without_assertions(module: nn.Module) -> nn.Module:
    """Returns module, less the nodes before every cast that insist on its data type: they would fail in float64."""
    for part in graphs_in(module):
        for node in part.graph.find_nodes(op="call_function", target=torch.ops.aten._assert_tensor_metadata.default):
            part.graph.erase_node(node)
        part.recompile()
    return module


def widen(node: fx.Node) -> None:
    """Makes a node compute in float64 where it names another floating point type or creates a tensor of the default."""

    def wide(value: Any) -> Any:
        return torch.float64 if isinstance(value, torch.dtype) and value.is_floating_point else value

    node.args, node.kwargs = fx.node.map_aggregate(node.args, wide), fx.node.map_aggregate(node.kwargs, wide)
    if creates_of_default_type(node):
        node.kwargs = {**node.kwargs, "dtype": torch.float64}


def creates_of_default_type(node: fx.Node) -> bool:
    """Tells nodes such as torch.ones(4, 4), which make a floating point tensor out of nothing and name no data type."""
    if not isinstance(node.target, torch._ops.OpOverload) or node.all_input_nodes:
        return False
    takes_type = any(argument.name == "dtype" for argument in node.target._schema.arguments)
    return takes_type and node.kwargs.get("dtype") is None and node.meta["val"].is_floating_point()


def build_program(entry: dict[str, Any], dtype: torch.dtype, device: torch.device) -> tuple[nn.Module, Any]:
    """Returns an exported program as a module, and the example inputs that were saved with it.

    Its data type is part of the program; another one is refused.
    """
    path = checked_file(entry)
    try:
        program = torch.export.load(path)
    except Exception as error:  # whatever the archive's readers raise
        raise Failure("program-unreadable", path.name, detail=f"{type(error).__name__}: {error}") from error
    arguments, keywords = program.example_inputs or ((), {})
    if keywords or not all(isinstance(value, torch.Tensor) for value in arguments) or not arguments:
        raise Failure("inputs-unsupported", path.name)
    kinds = {tensor.dtype for tensor in program.state_dict.values() if tensor.is_floating_point()}
    if kinds and dtype not in kinds:
        raise Failure("dtype-unsupported", str(dtype).removeprefix("torch."))
    for name, value in program.constants.items():
        if isinstance(value, torch.Tensor):  # read as a view of the file's, which its graph may not detach in place
            program.constants[name] = value.clone()
    if device.type != "cpu":
        from torch.export.passes import move_to_device_pass

        program = move_to_device_pass(program, str(device))
    module = Program(program)
    return module.eval().requires_grad_(False), dict(zip(module.names, arguments, strict=True))


def example_inputs(
    entry: dict[str, Any], model: nn.Module, examples: Any, image: Image.Image, batch: int
) -> dict[str, torch.Tensor]:
    """Returns the inputs of a user's code or program for a batch, by name; without examples the image is the input."""
    if examples is None:
        from torchvision.transforms import functional as pictures

        size = [entry.get("image_size") or DEFAULT_SIZE] * 2
        tensor = pictures.to_tensor(pictures.resize(image, size, antialias=True))
        return {first_parameter(model): tensor.unsqueeze(0).repeat(batch, 1, 1, 1)}
    is_fixed = isinstance(model, Program) and model.is_static()
    return for_batch(named(model, examples, entry), batch, is_fixed=is_fixed)


def named(module: nn.Module, examples: Any, entry: dict[str, Any]) -> dict[str, torch.Tensor]:
    """Returns example inputs by the names of forward's parameters; a dict has them already."""
    if isinstance(examples, torch.Tensor):
        examples = (examples,)
    if isinstance(examples, (tuple, list)):
        try:
            examples = dict(inspect.signature(module.forward).bind(*examples).arguments)
        except TypeError as error:
            raise Failure("inputs-unsupported", entry["source"].get("file"), detail=str(error)) from error
    if not isinstance(examples, dict) or not examples:
        raise Failure("inputs-unsupported", entry["source"].get("file"))
    if not all(isinstance(name, str) and isinstance(value, torch.Tensor) for name, value in examples.items()):
        raise Failure("inputs-unsupported", entry["source"].get("file"))
    return examples


def for_batch(examples: dict[str, torch.Tensor], batch: int, *, is_fixed: bool) -> dict[str, torch.Tensor]:
    """Returns examples for a batch: the first item of every tensor that has the batch as its first dimension, repeated.

    The batch of the examples is the first dimension of the first tensor.
    """
    first = next(iter(examples.values()))
    shown = first.shape[0] if first.ndim else 0
    if shown == batch:
        return examples
    if is_fixed or shown == 0:
        raise Failure("batch-fixed", batch, shown)
    return {
        name: tensor[:1].repeat(batch, *[1] * (tensor.ndim - 1)) if tensor.ndim and tensor.shape[0] == shown else tensor
        for name, tensor in examples.items()
    }


def first_parameter(module: nn.Module) -> str:
    """Returns the name of the first input of a module."""
    parameters = inspect.signature(module.forward).parameters.values()
    names = [item.name for item in parameters if item.kind in (item.POSITIONAL_OR_KEYWORD, item.KEYWORD_ONLY)]
    if not names:
        raise Failure("inputs-unsupported", first_line(type(module).__name__))
    return names[0]
