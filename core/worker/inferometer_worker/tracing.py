# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes torch.export see the model as eager execution runs it.

Transformers behaves differently while it is exported: it builds attention masks that let everything through, which
eager execution leaves out, and it computes position tables again, which eager execution remembers from its first call.
Both would be charged to every inference of the exported graph, and to no inference in Python.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import torch
from torch import nn
from torch.export import ExportedProgram
from transformers import masking_utils, pytorch_utils


def export(module: nn.Module, arguments: tuple[torch.Tensor, ...]) -> ExportedProgram:
    """Returns the exported program. The module must have run once, so that its tables are there.

    Masks whose need depends on the data, as those of the DETRs, are exported all the same.
    """
    with torch.no_grad(), eager_choices(module):
        return torch.export.export(module, arguments, strict=False)


@contextmanager
def eager_choices(module: nn.Module) -> Iterator[None]:
    """Makes Transformers take the decisions it takes outside of an export."""
    try:
        with (
            mock.patch.object(masking_utils, "is_torchdynamo_exporting", return_value=False),
            mock.patch.object(pytorch_utils, "is_torchdynamo_compiling", return_value=False),
        ):
            yield
    finally:
        forget_tables(module)


def forget_tables(module: nn.Module) -> None:
    """Empties what the methods of the module's parts remember: the export may have left tensors without data there."""
    for kind in {type(part) for part in module.modules()}:
        for method in vars(kind).values():
            for cell in getattr(method, "__closure__", None) or ():
                if hasattr(cell.cell_contents, "cache_clear"):
                    cell.cell_contents.cache_clear()
