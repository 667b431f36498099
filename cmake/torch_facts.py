# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints where the LibTorch of this interpreter lies, one `KEY=VALUE` a line, lists separated by semicolons.

Reads torch's own version file instead of importing torch: importing takes seconds, this takes milliseconds.
"""

import importlib.util
import runpy
import sys
from pathlib import Path


def main() -> int:
    """Prints the facts; returns 1 where there is no torch."""
    spec = importlib.util.find_spec("torch")
    if spec is None or not spec.submodule_search_locations:
        print("torch is not installed in this Python environment", file=sys.stderr)
        return 1
    root = Path(next(iter(spec.submodule_search_locations)))
    version = runpy.run_path(str(root / "version.py"))
    nvidia = root.parent / "nvidia"
    facts = {
        "ROOT": root,
        "VERSION": version["__version__"],
        "GIT": version.get("git_version") or "",
        "CUDA": version.get("cuda") or "",
        "NVIDIA_INCLUDE": "",
        "CUDART": "",
    }
    if facts["CUDA"]:
        major = facts["CUDA"].split(".")[0]
        # CUDA 13 wheels share nvidia/cu13; before that every library had a folder of its own.
        folders = sorted(nvidia.glob(f"cu{major}/include")) or sorted(nvidia.glob("*/include"))
        # These leave out crt/, which Triton brings for its own compiler.
        folders += sorted(root.parent.glob("triton/backends/nvidia/include"))
        facts["NVIDIA_INCLUDE"] = ";".join(map(str, folders))
        facts["CUDART"] = next(iter(sorted(nvidia.glob(f"*/lib/libcudart.so.{major}*"))), "")
    for key, value in facts.items():
        print(f"{key}={value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
