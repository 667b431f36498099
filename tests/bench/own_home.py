# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A home of a bench's own, so that no run, cache or noise floor of this user is touched."""

import os
from pathlib import Path


def environment_of(folder: Path) -> dict[str, str]:
    """Returns the environment of a program whose home is folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    home = {"HOME": folder, "XDG_CACHE_HOME": folder / "cache", "XDG_DATA_HOME": folder / "data"}
    return os.environ | {name: str(place) for name, place in home.items()}
