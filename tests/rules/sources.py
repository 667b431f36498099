# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's files as the rules see them: paths relative to the root, build folders left out."""

import os
import pathlib

ROOT = pathlib.Path(os.environ.get("INFEROMETER_SOURCE_DIR", pathlib.Path(__file__).resolve().parents[2]))
LEFT_OUT = {"build", ".git", "__pycache__", ".pytest_cache", ".ruff_cache"}


def files(*suffixes, below=("",)):
    """Paths of all files with one of the suffixes below the given folders, sorted."""
    found = []
    for folder in below:
        for path in (ROOT / folder).rglob("*"):
            relative = path.relative_to(ROOT)
            if path.is_file() and path.suffix in suffixes and not LEFT_OUT & set(relative.parts):
                found.append(str(relative))
    return sorted(found)


def cpp_sources():
    """The product's C++ sources and headers; tests are free to include what they test."""
    return files(".h", ".cpp", below=("app", "core", "text", "ui"))
