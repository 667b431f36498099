# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints where the LibTorch of this interpreter lies, one `KEY=VALUE` a line, lists separated by semicolons.

Reads torch's own version file instead of importing torch: importing takes seconds, this takes milliseconds.
"""

import glob
import importlib.util
import os
import runpy
import sys


def main() -> int:
    spec = importlib.util.find_spec("torch")
    if spec is None or not spec.submodule_search_locations:
        print("torch is not installed in this Python environment", file=sys.stderr)
        return 1
    root = list(spec.submodule_search_locations)[0]
    version = runpy.run_path(os.path.join(root, "version.py"))
    packages = os.path.dirname(root)
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
        folders = sorted(glob.glob(os.path.join(packages, "nvidia", f"cu{major}", "include")))
        folders = folders or sorted(glob.glob(os.path.join(packages, "nvidia", "*", "include")))
        facts["NVIDIA_INCLUDE"] = ";".join(folders)
        cudart = sorted(glob.glob(os.path.join(packages, "nvidia", "*", "lib", f"libcudart.so.{major}*")))
        facts["CUDART"] = cudart[0] if cudart else ""
    for key, value in facts.items():
        print(f"{key}={value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
