# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that differs between the versions of torch and Transformers that a Python peer may run with.

The worker runs with the locked versions and those near them. A peer may be the user's own environment: whatever has
torch.compile.
"""

from contextlib import AbstractContextManager
from typing import Any

import torch
import transformers

from inferometer_worker.reasons import Failure

OLDEST_FOR_WORKER = (2, 11)  # older ones unpickle unsafely even with weights_only and export and compile otherwise
OLDEST_FOR_PEER = (2, 0)  # the first with torch.compile


def require_torch(oldest: tuple[int, int]) -> None:
    """Raises Failure when torch is older than that."""
    found = tuple(int(part) for part in torch.__version__.split("+")[0].split(".")[:2])
    if found < oldest:
        raise Failure("torch-too-old", torch.__version__, ".".join(map(str, oldest)))


def no_init_weights() -> AbstractContextManager[Any]:
    """Returns a context in which Transformers builds models without drawing their weights."""
    try:
        from transformers import initialization as place  # Transformers 5
    except ImportError:
        from transformers import modeling_utils as place
    return place.no_init_weights()


def uses_published_names() -> bool:
    """Tells whether modules are called as in the hub's files: up to Transformers 4."""
    return transformers.__version__.startswith("4.")


def configuration(kind: type[Any], described: dict[str, Any]) -> Any:
    """Returns a configuration of Transformers from the catalogue's, which is written as Transformers 5 writes it.

    Transformers 4 has a backbone of timm's described by its name alone, and takes no other description of it.
    """
    backbone = described.get("backbone_config") or {}
    if uses_published_names() and backbone.get("model_type") == "timm_backbone":
        by_name = {"use_timm_backbone": True, "use_pretrained_backbone": False, "backbone": backbone["backbone"]}
        described = described | by_name | {"backbone_config": None}
    return kind.from_dict(described)


def published_names(model: torch.nn.Module) -> dict[str, str]:
    """Returns, for every tensor that is called otherwise in the hub's files, that name by its name in the model.

    The modules of Transformers 5 got new names; those in the files are the ones that Transformers 4 uses.
    """
    if not isinstance(model, transformers.PreTrainedModel):
        return {}
    from transformers.core_model_loading import revert_weight_conversion

    state = model.state_dict()
    published = {id(tensor): name for name, tensor in revert_weight_conversion(model, dict(state)).items()}
    names = {name: published.get(id(tensor), name) for name, tensor in state.items()}
    return {name: found for name, found in names.items() if found != name}


def load_compiler() -> None:
    """Loads Inductor and lets it try the C++ compiler, which happens once in a process."""
    from torch._inductor import compile_fx  # noqa: F401

    try:
        from torch._inductor import cpu_vec_isa as place  # torch 2.5
    except ImportError:
        from torch._inductor import codecache as place
    place.pick_vec_isa()


def inductor_isa() -> str | None:
    """Returns the vector instruction sets of this processor that Inductor knows, such as "avx2 avx512".

    Whether the compiler can produce them is found out by the first compile only: it takes seconds, and the package's
    own metadata says what was used. None where torch is older than 2.5, which does not tell.
    """
    try:
        from torch._inductor import cpu_vec_isa
    except ImportError:
        return None
    return " ".join(cpu_vec_isa.x86_isa_checker()) or None


def recompiles() -> int:
    """Returns how often torch.compile compiled a frame again.

    Before torch 2.6 the reasons are not kept with the compiles: there it is the number of guards that failed, of which
    each compile has at least one.
    """
    from torch._dynamo import utils

    kept = getattr(utils, "get_compilation_metrics", list)()
    if kept and hasattr(kept[0], "recompile_reason"):
        return sum(1 for metrics in kept if metrics.recompile_reason)
    return sum(len(reasons) for reasons in utils.guard_failures.values())
