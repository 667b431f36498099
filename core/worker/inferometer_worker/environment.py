# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the results depend on: versions, compilers and the processor's instruction set."""

import platform
import shutil
import subprocess
from importlib import metadata
from typing import Any

import torch

from inferometer_worker import devices, randomize, versions


def describe() -> dict[str, Any]:
    """Returns the environment as the protocol's hello has it; what is not installed is None."""
    return {
        "python": platform.python_version(),
        "torch": torch.__version__,
        "torch_git": torch.version.git_version,
        "cuda": torch.version.cuda,
        "transformers": version("transformers"),
        "timm": version("timm"),
        "torchvision": version("torchvision"),
        "triton": version("triton"),
        "safetensors": version("safetensors"),
        "numpy": version("numpy"),
        "pillow": version("pillow"),
        "cpu_capability": torch.backends.cpu.get_cpu_capability(),
        "inductor_isa": versions.inductor_isa(),
        "compiler": compiler(),
        "weights_recipe": randomize.RECIPE,
        **devices.describe(),
    }


def version(package: str) -> str | None:
    """Returns the version of an installed package."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def compiler() -> str | None:
    """Returns the first line that the C++ compiler says about itself."""
    from torch._inductor import config

    names = [config.cpp.cxx] if isinstance(config.cpp.cxx, str) else list(config.cpp.cxx)
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    if path is None:
        return None
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False, timeout=30).stdout
    return said.splitlines()[0] if said else None
