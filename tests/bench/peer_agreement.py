# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the Python peer with a plain script after the guide, block by block, and fails beyond 2 %.

    peer_agreement.py FOLDER [MODEL] [ROUNDS] [THREADS]

Where a process's memory happens to lie makes the same code some percent slower or quicker for as long as the process
lives: so several pairs of processes are started, and each has its share of the rounds.

The plain side is the script that `show --as-python` prints, in a process of its own: it builds the Transformers model
by itself and knows nothing of the worker. Both measure ResNet-50, without compiling and through torch.compile, block by
block in turns, each first in every other round. FOLDER keeps what the worker prepares.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "engine"), str(ROOT / "tests" / "bench")]

MOST_PERCENT = 2.0
BLOCK = 5
PAIRS = 5
MODES = ("none", "default")
THREADS = int(sys.argv[4]) if len(sys.argv) > 4 else len(os.sched_getaffinity(0))
RETAIN = {"MALLOC_TRIM_THRESHOLD_": "2147483647", "MALLOC_MMAP_THRESHOLD_": "2147483647"}
SERVE = """
import sys
call = torch.compile(model, mode=ROW["mode"]) if ROW["mode"] != "none" else model
for line in sys.stdin:
    print(mean_ms(call, inputs), flush=True)
"""


def entry_of(model: str) -> dict[str, Any]:
    """Returns the catalogue's entry."""
    catalogue = json.loads((ROOT / "resources" / "models.json").read_text())
    return next(entry for entry in catalogue["models"] if entry["name"] == model)


def start(words: list[str], more: dict[str, str]) -> subprocess.Popen:
    """Starts a process that answers lines."""
    environment = os.environ | RETAIN | {"OMP_NUM_THREADS": str(THREADS), "MKL_NUM_THREADS": str(THREADS)} | more
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)


class Plain:
    """The script after the guide, asked for its mean again and again."""

    def __init__(self, model: str, mode: str, folder: Path):
        row = {
            "model": entry_of(model),
            "device": "cpu",
            "batch": 1,
            "dtype": "float32",
            "mode": mode,
            "layout": "contiguous",
            "attention": "sdpa",
            "allocator": "retain",
            "threads": THREADS,
            "pretrained": False,
            "revision": None,
            "tf32_matmul": False,
            "tf32_conv": True,
            "cudnn_benchmark": False,
            "warmup": 1,
            "runs": BLOCK,
        }
        frame = (ROOT / "resources" / "guide_script.py").read_text()
        script = frame.replace("@CONDITIONS@", "").replace("@ROW@", json.dumps(row).replace('\\"', "\\u0022"))
        path = folder / f"plain_{mode}.py"
        path.write_text(script[: script.index("no_compile = mean_ms")] + SERVE)
        self._process = start([sys.executable, str(path)], {"TORCHINDUCTOR_CACHE_DIR": str(folder / f"cache_{mode}")})
        self.block_ms()

    def block_ms(self) -> float:
        """Returns the mean of a block in milliseconds."""
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


class Peer:
    """The worker's peer, asked as the runner asks it."""

    def __init__(self, model: str, mode: str, prepared: Path, folder: Path):
        worker = ROOT / "core" / "worker" / "inferometer_worker"
        self._process = start([sys.executable, "-I", str(worker), "peer"], {"INFEROMETER_PARENT_PID": str(os.getpid())})
        self.ask(
            "loaded",
            type="load",
            job="agreement",
            model=entry_of(model),
            dtype="float32",
            batch=1,
            device="cpu",
            threads=THREADS,
            attention="sdpa",
            layout="contiguous",
            weights_in=str(prepared / model / "weights"),
            graph_in=str(prepared / model / "graph"),
            mode=mode,
            inductor_cache=str(folder / f"peer_{mode}"),
        )
        self.ask("first_run", type="first_run")

    def ask(self, answer: str, **request: Any) -> dict[str, Any]:
        """Sends a request and returns the message of the type asked for."""
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            message = json.loads(line)
            if message["type"] == answer:
                return message
            if message["type"] == "failed":
                raise RuntimeError(line)
        raise RuntimeError("the peer ended")

    def block_ms(self) -> float:
        """Returns the mean of a block in milliseconds."""
        return statistics.fmean(self.ask("block", type="block", count=BLOCK, warmup=1)["samples_s"]) * 1e3

    def close(self) -> None:
        self._process.communicate()


def prepare(folder: Path, model: str) -> None:
    """Makes weights and graph of the full model, unless they are there."""
    if (folder / model / "graph").exists():
        return
    import make_artefacts
    import reduced

    make_artefacts.write_model(folder / model, reduced.full(model), [], threads=THREADS)


def means_of_pair(model: str, mode: str, folder: Path, scratch: Path, rounds: int) -> tuple[float, float]:
    """Starts both and returns the means of peer and plain script in milliseconds, measured in turns."""
    sides = {"peer": Peer(model, mode, folder, scratch), "plain": Plain(model, mode, scratch)}
    means: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds + 3):
        for name in sorted(sides, reverse=number % 2 == 1):
            mean = sides[name].block_ms()
            if number >= 3:  # warm-up
                means[name].append(mean)
    for side in sides.values():
        side.close()
    return statistics.fmean(means["peer"]), statistics.fmean(means["plain"])


def main(arguments: list[str]) -> int:
    """Prints both means and their difference per mode, and how far the pairs differ."""
    folder = Path(arguments[0])
    model = arguments[1] if len(arguments) > 1 else "resnet"
    rounds = int(arguments[2]) if len(arguments) > 2 else 50
    prepare(folder, model)
    worst = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        for mode in MODES:
            pairs = [means_of_pair(model, mode, folder, Path(scratch), rounds // PAIRS) for _ in range(PAIRS)]
            peer, plain = (statistics.fmean(side) for side in zip(*pairs, strict=True))
            difference = (peer / plain - 1) * 100
            each = ", ".join(f"{(a / b - 1) * 100:+.1f}" for a, b in pairs)
            print(
                f"{model} {mode}: peer {peer:.3f} ms, plain script {plain:.3f} ms, {difference:+.2f} %; "
                f"{PAIRS} pairs of processes: {each} %"
            )
            worst = max(worst, abs(difference))
    print(f"largest difference {worst:.2f} % (at most {MOST_PERCENT} %)")
    return 0 if worst <= MOST_PERCENT else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
