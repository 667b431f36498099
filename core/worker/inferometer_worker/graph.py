# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The exported program as a small JSON of our own, so that the engine depends on no internal format of the export.

    {"version": 1,
     "inputs": ["v0", ...],
     "constants": [{"value": "v1", "name": "model.conv.weight", "from": "weights" | "constants"}, ...],
     "nodes": [{"op": "aten::conv2d", "overload": "", "args": [{"name": "input", "kind": "tensor", "value": "v0"}, ...],
                "outputs": ["v2", ...] | "outputs_list": ["v2", ...]}, ...],
     "outputs": ["v9", ...]}

Every value is a tensor and has one name. "outputs" of a node are the operator's returns, "outputs_list" the elements of
the one list it returns; null stands for one that nothing uses. Arguments that are absent have the default of the
operator's schema. Numbers that JSON lacks are "inf", "-inf" and "nan".
"""

import math
import operator
from collections import Counter
from typing import Any

import torch
from torch.export import ExportedProgram
from torch.fx import Node

from inferometer_worker.reasons import Failure

VERSION = 1
DTYPES = {
    dtype: name
    for name, dtype in vars(torch).items()
    if isinstance(dtype, torch.dtype) and str(dtype) == f"torch.{name}"
}
MEMORY_FORMATS = {
    torch.contiguous_format: "contiguous",
    torch.channels_last: "channels_last",
    torch.channels_last_3d: "channels_last_3d",
    torch.preserve_format: "preserve",
}


def to_json(program: ExportedProgram, stored: dict[str, str]) -> tuple[dict[str, Any], dict[str, torch.Tensor]]:
    """Returns the graph and those of its tensors that are not in the weight file.

    stored maps the name of every tensor of the weight file, aliases included, to the name it is kept under.
    """
    writer = _Writer(program, stored)
    graph = {
        "version": VERSION,
        "inputs": writer.inputs,
        "constants": writer.constants,
        "nodes": writer.nodes,
        "outputs": writer.outputs,
    }
    return graph, writer.tensors


def operator_counts(graph: dict[str, Any]) -> dict[str, int]:
    """Returns how often each operator stands in a graph, by name with overload, sorted."""
    names = Counter(qualified(node["op"], node["overload"]) for node in graph["nodes"])
    return dict(sorted(names.items()))


def qualified(name: str, overload: str) -> str:
    """Returns an operator's name with its overload, as in "aten::add.Tensor"."""
    return f"{name}.{overload}" if overload else name


class _Writer:
    """Walks a program once and collects the parts of its JSON."""

    def __init__(self, program: ExportedProgram, stored: dict[str, str]):
        self.inputs: list[str] = []
        self.constants: list[dict[str, str]] = []
        self.nodes: list[dict[str, Any]] = []
        self.outputs: list[str] = []
        self.tensors: dict[str, torch.Tensor] = {}
        self._values: dict[Node, str] = {}
        self._count = 0
        self._program = program
        self._stored = stored
        for node in program.graph.nodes:
            self._add(node)

    def _add(self, node: Node) -> None:
        if node.op == "placeholder":
            self._add_placeholder(node)
        elif node.op == "output":
            self.outputs = [self._value(result) for result in node.args[0]]
        elif node.op != "call_function":
            raise Failure("graph-unsupported", node.op, detail=str(node.format_node()))
        elif node.target is not operator.getitem and not is_assertion(node):
            self._add_call(node)

    def _add_placeholder(self, node: Node) -> None:
        name = self._constant_name(node)
        value = self._new_value()
        self._values[node] = value
        if name is None:
            self.inputs.append(value)
        elif name in self._stored:
            self.constants.append({"value": value, "name": self._stored[name], "from": "weights"})
        else:
            self.constants.append({"value": value, "name": name, "from": "constants"})
            self.tensors[name] = self._constant(name)

    def _constant_name(self, node: Node) -> str | None:
        """Returns the name of a parameter, buffer or lifted tensor, or None for an input of the user."""
        signature = self._program.graph_signature
        for names in (
            signature.inputs_to_parameters,
            signature.inputs_to_buffers,
            signature.inputs_to_lifted_tensor_constants,
        ):
            if node.name in names:
                return names[node.name]
        if node.name not in signature.user_inputs:
            raise Failure("graph-unsupported", "input", detail=f"{node.name} is neither tensor nor constant")
        return None

    def _constant(self, name: str) -> torch.Tensor:
        found = self._program.constants.get(name)
        found = self._program.state_dict.get(name) if found is None else found
        if not isinstance(found, torch.Tensor):
            raise Failure("graph-unsupported", "constant", detail=f"{name} is no tensor")
        return found

    def _add_call(self, node: Node) -> None:
        target = node.target
        if not isinstance(target, torch._ops.OpOverload):
            raise Failure("graph-unsupported", str(target))
        overload = "" if target._overloadname == "default" else target._overloadname
        entry = {"op": target._schema.name, "overload": overload, "args": self._arguments(node)}
        self.nodes.append(entry | self._results(node))

    def _arguments(self, node: Node) -> list[dict[str, Any]]:
        schema = node.target._schema.arguments
        given = dict(zip((argument.name for argument in schema), node.args, strict=False)) | dict(node.kwargs)
        written = []
        for argument in schema:
            if argument.name in given:
                written.append({"name": argument.name, **self._argument(node, argument, given[argument.name])})
        return written

    def _argument(self, node: Node, schema: torch.Argument, value: Any) -> dict[str, Any]:
        """Returns the kind and value of an argument; the schema's type decides where Python's is ambiguous."""
        if isinstance(value, Node):
            return {"kind": "tensor", "value": self._value(value)}
        kind = element_kind(schema.type)
        if isinstance(value, (list, tuple)):
            return self._list(node, kind, list(value))
        if isinstance(schema.type, torch.ListType) and value is not None:
            return self._list(node, kind, [value] * (schema.N or 1))
        return plain_argument(node, kind, value)

    def _list(self, node: Node, kind: str, values: list[Any]) -> dict[str, Any]:
        if kind == "Tensor":
            if all(isinstance(value, Node) for value in values):
                return {"kind": "tensors", "values": [self._value(value) for value in values]}
            raise Failure("graph-unsupported", str(node.target))
        if kind == "Tensor?":
            names = [None if value is None else self._value(value) for value in values]
            return {"kind": "optional_tensors", "values": names}
        parts = [plain_argument(node, kind, value) for value in values]
        kinds = {part["kind"] for part in parts} or {kind if kind in ("int", "float", "bool") else "int"}
        if len(kinds) != 1 or not kinds <= {"int", "float", "bool"}:
            raise Failure("graph-unsupported", str(node.target))
        return {"kind": kinds.pop() + "s", "values": [part["value"] for part in parts]}

    def _results(self, node: Node) -> dict[str, Any]:
        """Returns the names of what a node produces; each element of a list or tuple is a value of its own."""
        returns = node.target._schema.returns
        if any(element_kind(result.type) != "Tensor" for result in returns):
            raise Failure("graph-unsupported", str(node.target))
        if len(returns) == 1 and not isinstance(returns[0].type, torch.ListType):
            self._values[node] = self._new_value()
            return {"outputs": [self._values[node]]}
        is_list = len(returns) == 1
        names: list[str | None] = [None] * (len(node.meta["val"]) if is_list else len(returns))
        for user in node.users:
            if user.target is not operator.getitem:
                raise Failure("graph-unsupported", str(node.target))
            if not user.users:
                continue
            index = user.args[1]
            names[index] = names[index] or self._new_value()
            self._values[user] = names[index]
        return {"outputs_list" if is_list else "outputs": names}

    def _value(self, node: Any) -> str:
        if node not in self._values:
            raise Failure("graph-unsupported", "value", detail=f"{node} is no tensor")
        return self._values[node]

    def _new_value(self) -> str:
        self._count += 1
        return f"v{self._count - 1}"


def is_assertion(node: Node) -> bool:
    """Tells nodes that only check what the export has established already."""
    name = node.target._schema.name if isinstance(node.target, torch._ops.OpOverload) else ""
    return name.startswith(("aten::_assert_", "aten::sym_constrain_range"))


def element_kind(kind: Any) -> str:
    """Returns the type of an argument, or of the elements of a list, in the words of a schema ("int", "Tensor?")."""
    if isinstance(kind, torch.OptionalType) and isinstance(kind.getElementType(), torch.ListType):
        kind = kind.getElementType()
    if isinstance(kind, torch.ListType):
        kind = kind.getElementType()
        return "Tensor?" if isinstance(kind, torch.OptionalType) else str(kind)
    return str(kind.getElementType()) if isinstance(kind, torch.OptionalType) else str(kind)


def plain_argument(node: Node, kind: str, value: Any) -> dict[str, Any]:
    """Returns the kind and value of an argument that is neither a tensor nor a list."""
    if value is None:
        return {"kind": "none"}
    if isinstance(value, bool):
        return {"kind": "bool", "value": value}
    if isinstance(value, (int, float)):
        return number(float(value) if kind == "float" else value)
    if isinstance(value, str):
        return {"kind": "string", "value": value}
    if isinstance(value, torch.dtype):
        return {"kind": "dtype", "value": DTYPES[value]}
    if isinstance(value, torch.device):
        return {"kind": "device", "value": str(value)}
    if value is torch.strided:
        return {"kind": "layout", "value": "strided"}
    if isinstance(value, torch.memory_format):
        return {"kind": "memory_format", "value": MEMORY_FORMATS[value]}
    raise Failure("graph-unsupported", str(node.target), detail=f"an argument of type {type(value).__name__}")


def number(value: int | float) -> dict[str, Any]:
    """Returns the JSON of a number, which names those that JSON has no notation for."""
    if isinstance(value, int):
        return {"kind": "int", "value": value}
    return {"kind": "float", "value": value if math.isfinite(value) else str(value)}
