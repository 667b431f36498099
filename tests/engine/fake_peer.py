# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks the peer's protocol without Torch. The model entry, {"behaviour": ..., "busy_s": ...}, says how it fails."""

import ctypes
import json
import os
import shutil
import signal
import sys
import time
from pathlib import Path

SAMPLE_S = 0.002
FIRST_S = 1.5  # what the first inference takes by this process's clock, whoever asks for it
VERSIONS = {"python": "3.12.1", "torch": "2.11.0+other", "cuda": None, "transformers": "4.57.0", "compiler": "g++"}
done: list[str] = []  # the requests so far


def say(kind: str, **fields: object) -> None:
    """Writes one message."""
    print(json.dumps({"v": 1, "job": "", "seq": 0, "type": kind, **fields}), flush=True)


def answer(request: dict, load: dict, behaviour: str) -> None:
    """Answers one request."""
    kind = request["type"]
    done.append(kind)
    if behaviour == f"crash-after-{done.count(kind) - 1}-{kind}s":
        os.kill(os.getpid(), signal.SIGKILL)
    if behaviour == f"crash-in-{kind}":
        os.kill(os.getpid(), signal.SIGKILL)
    elif behaviour == f"fail-in-{kind}":
        reason = {"code": "host-memory", "args": []}
        say("failed", outcome="out-of-memory", reason=reason, detail="MemoryError", log="")
    elif behaviour == f"nonsense-in-{kind}":
        print("Segmentation fault", flush=True)
    elif behaviour == f"hang-in-{kind}":
        time.sleep(600)
    elif kind == "load":
        while time.process_time() < (load.get("model") or {}).get("busy_s", 0):
            pass
        environment = {name: os.environ.get(name) for name in ("OMP_NUM_THREADS", "MALLOC_TRIM_THRESHOLD_")}
        say("loaded", load_s=0.25, environment=environment | VERSIONS)
    elif kind == "first_run":
        say("step", step="compile")
        notes = [{"code": "matrix-products-not-tuned", "args": ["Not enough SMs"]}] if behaviour == "device" else []
        say("first_run", seconds=FIRST_S, counters={"graph_breaks": 0}, notes=notes)
    elif kind == "verify":
        shutil.copyfile(Path(load["graph_in"]) / "io.safetensors", request["path"])
        say("outputs", path=request["path"], unchanged=behaviour != "change-inputs")
    elif kind == "memory":
        say("memory", peak_bytes=4096)
    elif kind == "block":
        samples = [SAMPLE_S if "first_run" in done else FIRST_S] * request["count"]
        time.sleep(SAMPLE_S * (request["count"] + 1))
        device = [SAMPLE_S / 2] * request["count"] if behaviour == "device" else []
        say("block", samples_s=samples, device_s=device, warmup_s=[SAMPLE_S * 2], minor_faults=3)
    elif kind == "busy":
        say("busy", busy_s=request["hold_s"] / 3 if behaviour == "device" else None)
    elif kind == "counters":
        say("counters", graph_breaks=2, recompiles=1, cudagraph_skips=0, elapsed_s=0.1)


def main() -> None:
    """Answers until input ends."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)
    say("hello", environment={})
    load: dict = {}
    for line in sys.stdin:
        request = json.loads(line)
        load = request if request["type"] == "load" else load
        answer(request, load, (load.get("model") or {}).get("behaviour", ""))


if __name__ == "__main__":
    main()
