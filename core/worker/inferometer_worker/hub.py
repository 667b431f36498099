# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Snapshots of the Hugging Face cache: what is accepted from them, and the download of one that the user allowed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from inferometer_worker.protocol import field
from inferometer_worker.reasons import Failure, first_line

DOWNLOADED_FILES = ["config.json", "preprocessor_config.json", "*.safetensors", "*.safetensors.index.json"]
DOWNLOAD = """
import sys, huggingface_hub
model, revision, *patterns = sys.argv[1:]
print(huggingface_hub.snapshot_download(model, revision=revision or None, allow_patterns=patterns))
"""


def snapshot_of(request: dict[str, Any]) -> Path | None:
    """Returns the checked snapshot folder that a request's weights come from, downloaded if it asks for that."""
    source = field(request, "weights", dict)
    kind = field(source, "source", str)
    if kind == "hub":
        return checked_snapshot(field(source, "snapshot", str))
    if kind == "download":
        name = field(field(request, "model", dict), "hub_id", str)
        return checked_snapshot(str(download(name, source.get("revision"))))
    if kind not in ("random", "own"):
        raise Failure("bad-request", "weights.source")
    return None


def checked_snapshot(path: str) -> Path:
    """Returns the snapshot's folder after looking through it; raises Failure unless it is plain data.

    Refused: a configuration that names code of its own (auto_map), and weights that exist only as pickles.
    """
    snapshot = Path(path)
    if not snapshot.is_dir():
        raise Failure("snapshot-missing", detail=f"{snapshot.name} is not a folder")
    for name in ("config.json", "preprocessor_config.json"):
        if (snapshot / name).exists() and "auto_map" in read_json(snapshot, name):
            raise Failure("remote-code-refused", name)
    if not (snapshot / "config.json").exists():
        raise Failure("snapshot-incomplete", "config.json")
    if any(snapshot.glob("*.safetensors")):
        require_shards(snapshot)
        return snapshot
    pickles = sorted(file.name for pattern in ("*.bin", "*.pt", "*.pth", "*.ckpt") for file in snapshot.glob(pattern))
    if pickles:
        raise Failure("unsafe-weights-refused", pickles[0])
    raise Failure("snapshot-incomplete", "model.safetensors")


def require_shards(snapshot: Path) -> None:
    """Raises Failure when a weight file that the snapshot's index names is not there."""
    index = snapshot / "model.safetensors.index.json"
    names = {"model.safetensors"}
    if index.exists():
        names = set(read_json(snapshot, index.name).get("weight_map", {}).values())
    for name in sorted(names):
        if not (snapshot / name).exists():
            raise Failure("snapshot-incomplete", name)


def read_json(snapshot: Path, name: str) -> dict[str, Any]:
    """Returns the object in a file of the snapshot; raises Failure for anything else."""
    try:
        value = json.loads((snapshot / name).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise Failure("snapshot-incomplete", name, detail=str(error)) from error
    if not isinstance(value, dict):
        raise Failure("snapshot-incomplete", name)
    return value


def download(model: str, revision: str | None) -> Path:
    """Fetches a model into the Hugging Face cache and returns its snapshot folder.

    Runs in a process of its own, because this one is offline from its start and stays so.
    """
    online = {
        name: value for name, value in os.environ.items() if name not in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
    }
    command = [sys.executable, "-I", "-c", DOWNLOAD, model, revision or "", *DOWNLOADED_FILES]
    done = subprocess.run(command, env=online, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:] or [""]
        raise Failure("download-failed", model, detail=first_line(last[0]))
    return Path(done.stdout.strip().splitlines()[-1])
