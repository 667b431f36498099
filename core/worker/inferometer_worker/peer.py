# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python peer: the Transformers model, measured as the guide measures it, in blocks that the runner asks for."""

import ctypes
import gc
import hashlib
import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import torch
import transformers

from inferometer_worker import devices, environment, files, hub, inputs, models, versions
from inferometer_worker.flat import leaves
from inferometer_worker.protocol import Channel, Say, field
from inferometer_worker.reasons import Failure
from inferometer_worker.request import choice, workload_of

MODES = ("none", "default", "reduce-overhead", "max-autotune", "max-autotune-no-cudagraphs")
RECORDED = ("reduce-overhead", "max-autotune")  # modes that replay a graph of the device
MAX_COUNT = 1_000_000  # samples in a block
KEEPS_FREED = "MALLOC_MMAP_THRESHOLD_"  # glibc's, set by whoever started this: smaller blocks lie in the heap
M_MMAP_THRESHOLD = -3  # of malloc.h
MAPPED_FROM = 128 * 1024  # bytes: glibc's own default

Reply = tuple[str, dict[str, Any]]


class Peer:
    """One model in one compile mode."""

    TYPES = ("load", "first_run", "verify", "block", "memory", "counters", "busy")

    def __init__(self, channel: Channel):
        self._channel = channel
        self._model: torch.nn.Module | None = None
        self._call: Callable[..., Any] | None = None
        self._inputs: dict[str, torch.Tensor] = {}
        self._device = torch.device("cpu")
        self._is_recorded = False
        self._recording_bytes = 0  # memory that was taken while a graph was recorded: replaying it takes none
        self._notes: list[dict[str, Any]] = []  # what the user should know about the model as it is built here
        self._may_write = False  # the model is known to work in place: what it writes into are this process's copies

    def greet(self) -> None:
        """Says hello without being asked."""
        self._channel.send("hello", environment=environment.describe())

    def load(self, request: dict[str, Any], say: Say) -> Reply:
        """Builds the model from the weight folder and the inputs from the graph folder."""
        mode = choice(request, "mode", MODES)
        workload = workload_of(request)
        torch.set_num_threads(workload.threads)
        devices.use(workload.device)
        devices.choose(request)
        if mode != "none":
            prepare_compiler(Path(field(request, "inductor_cache", str)))
        say("load")
        begin = time.perf_counter()
        snapshot = hub.snapshot_of(request) if "weights" in request else None
        model = models.of_workload(workload, snapshot)[0].to(workload.dtype)
        models.fill(model, Path(field(request, "weights_in", str)))
        graph = Path(field(request, "graph_in", str))
        tensors = files.stored_inputs(graph)
        facts = files.read_json(graph / "facts.json")
        self._may_write = bool(facts.get("writes_weights") or facts.get("writes_inputs"))
        self._notes = notes_of(facts.get("attention"), model)
        self._model = models.place(model, workload)
        self._inputs = inputs.convert(tensors, workload.dtype, workload.device, workload.memory_format)
        self._device = workload.device
        self._is_recorded = mode in RECORDED and workload.device.type == "cuda"
        if request.get("cuda", {}).get("static_inputs"):
            for tensor in self._inputs.values():
                torch._dynamo.mark_static_address(tensor)  # replayed graphs read them where they lie
        self._call = self._model if mode == "none" else torch.compile(self._model, mode=mode)
        return "loaded", {"load_s": time.perf_counter() - begin, "environment": environment.describe()}

    def first_run(self, _request: dict[str, Any], say: Say) -> Reply:
        """Runs for the first time, which compiles in all modes but "none"."""
        call = self._loaded()
        compiles = call is not self._model
        say("compile" if compiles else "run")
        says = devices.inductor_says() if compiles else nullcontext([])
        with torch.no_grad(), outside_the_heap(), says as said:
            begin = time.perf_counter()
            outputs = call(**self._inputs)
            self._synchronize()
            del outputs
            seconds = time.perf_counter() - begin
        notes = self._notes + devices.notes_of(said)
        return "first_run", {"seconds": seconds, "counters": dynamo_counters(), "notes": notes}

    def verify(self, request: dict[str, Any], say: Say) -> Reply:
        """Writes the outputs of one run, and tells whether it left weights and inputs as they were."""
        call = self._loaded()
        path = Path(field(request, "path", str))
        say("verify")
        before = self._checksum()
        outputs: list[torch.Tensor] = []

        def run() -> None:
            outputs.extend(tensor for _, tensor in leaves(call(**self._inputs)))

        with torch.no_grad():
            if self._is_recorded:  # the call after the first one records
                self._recording_bytes = max(self._recording_bytes, peak_bytes(run, self._device))
            else:
                run()
            files.save_tensors(path, {f"output.{index}": tensor for index, tensor in enumerate(outputs)})
        return "outputs", {"path": str(path), "unchanged": self._may_write or before == self._checksum()}

    def block(self, request: dict[str, Any], _say: Say) -> Reply:
        """Measures a block: a few untimed runs, then timed ones. A sample is a call and the release of its outputs."""
        count, warmup = field(request, "count", int), field(request, "warmup", int)
        if not (0 <= count <= MAX_COUNT and 0 <= warmup <= MAX_COUNT):
            raise Failure("bad-request", "count")
        call = self._loaded()
        collect_garbage()
        gc.disable()
        try:
            with torch.no_grad():
                warmups, _ = measure(call, self._inputs, self._watch(), warmup)
                faults = minor_faults()
                samples, device = measure(call, self._inputs, self._watch(), count)
                faults = minor_faults() - faults
        finally:
            gc.enable()
        return "block", {"samples_s": samples, "device_s": device, "warmup_s": warmups, "minor_faults": faults}

    def busy(self, request: dict[str, Any], _say: Say) -> Reply:
        """Tells how long one inference keeps the device at work when no launch keeps it waiting."""
        hold_s = float(field(request, "hold_s", int, float))
        call = self._loaded()
        with torch.no_grad():
            return "busy", {"busy_s": busy_s(call, self._inputs, hold_s) if self._device.type == "cuda" else None}

    def memory(self, _request: dict[str, Any], _say: Say) -> Reply:
        """Measures how far one run raises memory above that of the loaded, idle model."""
        call = self._loaded()
        with torch.no_grad():
            peak = peak_bytes(lambda: measure(call, self._inputs, self._watch(), 1), self._device)
        return "memory", {"peak_bytes": max(peak, self._recording_bytes)}

    def counters(self, _request: dict[str, Any], _say: Say) -> Reply:
        """Reports what torch.compile met so far."""
        return "counters", dynamo_counters()

    def _loaded(self) -> Callable[..., Any]:
        if self._call is None:
            raise Failure("bad-request", "load")
        return self._call

    def _synchronize(self) -> None:
        if self._device.type == "cuda":
            torch.cuda.synchronize(self._device)

    def _watch(self) -> "Watch | DeviceWatch":
        return DeviceWatch(self._device) if self._device.type == "cuda" else Watch()

    def _checksum(self) -> str:
        digest = hashlib.sha256()
        for tensor in (*self._model.state_dict().values(), *self._inputs.values()):
            digest.update(tensor.cpu().contiguous().flatten().view(torch.uint8).numpy())
        return digest.hexdigest()


def notes_of(attention: str | None, model: torch.nn.Module) -> list[dict[str, Any]]:
    """Returns that this environment's Transformers knows no fused attention for a model whose graph uses it.

    A model that is not of Transformers has no such choice: it calls what its own code calls.
    """
    if attention != "sdpa" or not isinstance(model, transformers.PreTrainedModel):
        return []
    own = getattr(model.config, "_attn_implementation", "eager")
    return [] if own == "sdpa" else [{"code": "attention-eager", "args": []}]


def prepare_compiler(cache: Path) -> None:
    """Points Inductor to a fresh cache, loads it and lets it try the C++ compiler: not part of what a model costs."""
    os.environ["TORCHINDUCTOR_CACHE_DIR"] = str(cache)
    versions.load_compiler()


class Watch:
    """Frames inferences on a processor, which has no clock of its own and nothing to wait for."""

    def begin(self) -> None:
        """Before the call."""

    def end(self) -> None:
        """After the call: returns when its work is done."""

    def device_s(self) -> float | None:
        """Returns the seconds of the inference by the device's clock, after end."""
        return None


class DeviceWatch(Watch):
    """Frames inferences with two events of a device."""

    def __init__(self, device: torch.device):
        self._device = device
        self._first, self._last = (torch.cuda.Event(enable_timing=True) for _ in range(2))

    def begin(self) -> None:
        """Before the call."""
        self._first.record()

    def end(self) -> None:
        """After the call: returns when its work is done."""
        self._last.record()
        torch.cuda.synchronize(self._device)

    def device_s(self) -> float:
        """Returns the seconds of the inference by the device's clock, after end."""
        return self._first.elapsed_time(self._last) / 1e3


def measure(
    call: Callable[..., Any], tensors: dict[str, torch.Tensor], watch: Watch, count: int
) -> tuple[list[float], list[float]]:
    """Returns count durations in seconds, from submitting a call to the release of its outputs; and by the device."""
    clock = time.perf_counter_ns
    nanoseconds = [0] * count
    device: list[float] = []
    for index in range(count):
        begin = clock()
        watch.begin()
        outputs = call(**tensors)
        watch.end()
        del outputs
        nanoseconds[index] = clock() - begin
        if (seconds := watch.device_s()) is not None:
            device.append(seconds)
    return [duration * 1e-9 for duration in nanoseconds], device


def busy_s(call: Callable[..., Any], tensors: dict[str, torch.Tensor], hold_s: float) -> float | None:
    """Returns the seconds that the device needs for a call when all of it was submitted before any of it began.

    The device spins meanwhile. None where submitting took longer than that.
    """
    fastest_clock = 3e9  # of any device so far: a slower one spins longer
    first, last = (torch.cuda.Event(enable_timing=True) for _ in range(2))
    torch.cuda.synchronize()
    torch.cuda._sleep(int(hold_s * fastest_clock))
    first.record()
    outputs = call(**tensors)
    last.record()
    was_held = not first.query()
    torch.cuda.synchronize()
    del outputs
    return first.elapsed_time(last) / 1e3 if was_held else None


@contextmanager
def outside_the_heap() -> Iterator[None]:
    """Keeps large blocks out of a heap that is to keep what is freed.

    The first inference also makes what stays: kernels, their caches. Lying between the buffers of that inference, it
    cuts the heap into pieces that fit one layer each. Every later inference then goes through 5 to 8 MB more of memory
    (ResNet-50), which leaves the processor's cache sooner.
    """
    kept_below = os.environ.get(KEEPS_FREED, "")
    if not kept_below.isdigit():
        yield
        return
    libc = ctypes.CDLL(None)
    libc.mallopt(M_MMAP_THRESHOLD, MAPPED_FROM)
    try:
        yield
    finally:
        libc.mallopt(M_MMAP_THRESHOLD, int(kept_below))


def collect_garbage() -> None:
    """Collects what became garbage since the last time. What is left is never looked at again.

    The libraries' objects are several hundred thousand: to walk them before every block would take as long as a block.
    """
    gc.collect()
    gc.freeze()


def minor_faults() -> int:
    """Returns the page faults of this process so far that needed no disk."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def peak_bytes(run: Callable[[], Any], device: torch.device) -> int:
    """Returns the largest memory in use during run beyond that in use before it: of the device, or of the process."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
        torch.cuda.reset_peak_memory_stats(device)
        idle = torch.cuda.memory_allocated(device)
        run()
        return torch.cuda.max_memory_allocated(device) - idle
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5")  # resets VmHWM
    idle = status_bytes("VmRSS")
    run()
    return max(0, status_bytes("VmHWM") - idle)


def status_bytes(name: str) -> int:
    """Returns a memory figure of /proc/self/status."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1]) * 1024
    raise KeyError(name)


def dynamo_counters() -> dict[str, int]:
    """Returns how often torch.compile broke the graph, compiled a frame again and gave up CUDA graphs."""
    from torch._dynamo.utils import counters

    return {
        "graphs": counters["stats"]["unique_graphs"],
        "graph_breaks": sum(counters["graph_break"].values()),
        "recompiles": versions.recompiles(),
        "cudagraph_skips": counters["inductor"]["cudagraph_skips"],
    }
