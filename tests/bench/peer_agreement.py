# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the Python peer with a plain script after the guide, block by block, and fails beyond 2 %.

    peer_agreement.py FOLDER [MODEL] [ROUNDS] [PROCESSES] [THREADS]

The plain side is the script that `show --as-python` prints, in a process of its own: it builds the Transformers model
by itself and knows nothing of the worker. Both measure ResNet-50, without compiling and through torch.compile. FOLDER
keeps what the worker prepares, and both take weights and inputs from it: the same model is some percent slower or
quicker with other values, as with zeros instead of a photograph.

Where a process's memory happens to lie makes the same code some percent slower or quicker for as long as the process
lives. A pair of processes therefore says little: there are several of each side, all alive at once, and a round is one
block of each in random order. The sides also differ by the phase of the machine, which lasts half a minute, so
there are rounds for several minutes. Printed are the means of both sides, and how far the processes of one side lie
apart.
"""

import json
import os
import random
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
WARM_UP = 3  # rounds
MODES = ("none", "default")
THREADS = int(sys.argv[5]) if len(sys.argv) > 5 else len(os.sched_getaffinity(0))
RETAIN = {"MALLOC_TRIM_THRESHOLD_": "2147483647", "MALLOC_MMAP_THRESHOLD_": "2147483647"}
SERVE = """
import safetensors.torch
stored = safetensors.torch.load_file(f"{PREPARED}/weights/weights.safetensors")
model.load_state_dict({name.removeprefix("model."): tensor for name, tensor in stored.items()})
stored = safetensors.torch.load_file(f"{PREPARED}/graph/io.safetensors")
names = [entry["name"] for entry in json.load(open(f"{PREPARED}/graph/facts.json"))["inputs"]]
for index, name in enumerate(names):
    inputs[name].copy_(stored[f"input.{index}"])
del stored
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

    def __init__(self, model: str, mode: str, prepared: Path, folder: Path):
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
        values = f"PREPARED = {str(prepared / model)!r}\n"
        path.write_text(script[: script.index("no_compile = mean_ms")] + values + SERVE)
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


def means_of_processes(
    model: str, mode: str, folder: Path, scratch: Path, rounds: int, count: int
) -> dict[str, list[float]]:
    """Returns for each side the mean of each of its processes in milliseconds, all measured in the same rounds."""
    measured: list[tuple[str, Peer | Plain, list[float]]] = []
    for _ in range(count):
        measured.append(("peer", Peer(model, mode, folder, scratch), []))
        measured.append(("plain", Plain(model, mode, folder, scratch), []))
    draw = random.Random(0)  # noqa: S311  an order of blocks, not a secret
    for number in range(WARM_UP + rounds):
        for _, process, means in draw.sample(measured, len(measured)):
            mean = process.block_ms()
            if number >= WARM_UP:
                means.append(mean)
    for _, process, _ in measured:
        process.close()
    return {
        side: [statistics.fmean(means) for name, _, means in measured if name == side] for side in ("peer", "plain")
    }


def difference_of(sides: dict[str, list[float]]) -> tuple[float, float]:
    """Returns in percent how much slower the peer is, and the standard error that its processes leave."""
    peer, plain = (statistics.fmean(sides[side]) for side in ("peer", "plain"))
    variance = sum(statistics.variance(means) / len(means) for means in sides.values())
    return (peer / plain - 1) * 100, variance**0.5 / plain * 100


def main(arguments: list[str]) -> int:
    """Prints both means and their difference per mode, and the mean of every process."""
    folder = Path(arguments[0])
    model = arguments[1] if len(arguments) > 1 else "resnet"
    rounds = int(arguments[2]) if len(arguments) > 2 else 100
    count = max(2, int(arguments[3])) if len(arguments) > 3 else 10
    prepare(folder, model)
    worst = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        for mode in MODES:
            sides = means_of_processes(model, mode, folder, Path(scratch), rounds, count)
            difference, error = difference_of(sides)
            for side, means in sides.items():
                each = ", ".join(f"{mean:.2f}" for mean in sorted(means))
                print(f"{model} {mode}: {side} {statistics.fmean(means):.3f} ms; processes: {each}")
            print(f"{model} {mode}: {difference:+.2f} %, standard error {error:.2f} %", flush=True)
            worst = max(worst, abs(difference))
    print(f"largest difference {worst:.2f} % (at most {MOST_PERCENT} %)")
    return 0 if worst <= MOST_PERCENT else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
