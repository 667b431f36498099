# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python peer measures blocks of the model as the guide runs it."""

import gc
import logging
import os
import subprocess
import sys

import pytest
import torch

import reduced
from conftest import prepared, request
from inferometer_worker import files, peer

ENTRY = reduced.merged(reduced.reduced("resnet"), {"config": {"depths": [1, 1], "hidden_sizes": [16, 32]}})


def load_request(folder, **changes):
    """Returns a load request for what was prepared below folder."""
    names = ("model", "dtype", "batch", "device", "threads", "attention", "layout")
    asked = request(ENTRY, folder)
    return {
        **{name: asked[name] for name in names},
        "type": "load",
        "weights_in": str(folder / "weights"),
        "graph_in": str(folder / "graph"),
        "mode": "none",
        "inductor_cache": str(folder / "inductor"),
        **changes,
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Returns a folder with a prepared workload."""
    place = tmp_path_factory.mktemp("peer")
    prepared(ENTRY, place)
    return place


@pytest.mark.parametrize("mode", ["none", "default"])
def test_a_peer_measures_blocks(folder, tmp_path, converse, mode):
    talk = converse("peer")
    talk.hear("hello")

    assert talk.ask(load_request(folder, mode=mode, inductor_cache=str(tmp_path)), "loaded")["load_s"] > 0
    first = talk.ask({"type": "first_run"}, "first_run")
    block = talk.ask({"type": "block", "count": 5, "warmup": 2}, "block")
    outputs = talk.ask({"type": "verify", "path": str(tmp_path / "outputs.safetensors")}, "outputs")
    memory = talk.ask({"type": "memory"}, "memory")
    counters = talk.ask({"type": "counters"}, "counters")
    talk.ask({"type": "block", "count": 1, "warmup": 0}, "block")
    again = talk.ask({"type": "counters"}, "counters")

    assert len(block["samples_s"]) == 5
    assert len(block["warmup_s"]) == 2
    assert all(0 < sample < 10 for sample in block["samples_s"])
    assert first["seconds"] > (0 if mode == "none" else max(block["samples_s"]))
    assert block["minor_faults"] >= 0
    assert outputs["unchanged"]
    assert memory["peak_bytes"] > 0
    assert (counters["graphs"] > 0) == (mode != "none")
    kinds = ("graphs", "graph_breaks", "recompiles", "cudagraph_skips")
    assert [counters[kind] for kind in kinds] == [again[kind] for kind in kinds], (
        "it still compiles when it is measured"
    )
    assert mode != "none" or not any(counters[kind] for kind in kinds)
    expected = files.load_tensors(folder / "graph" / "io.safetensors")["output.0"]
    measured = files.load_tensors(tmp_path / "outputs.safetensors")["output.0"]
    if mode == "none":
        assert torch.equal(measured, expected)
    torch.testing.assert_close(measured, expected, rtol=1e-4, atol=1e-4)
    assert talk.close() == 0


def test_what_a_peer_cannot_do_is_said(folder, converse):
    talk = converse("peer")
    talk.hear("hello")

    for message, argument in [
        ({"type": "block", "count": 1, "warmup": 0}, "load"),
        (load_request(folder, mode="fast"), "mode"),
        (load_request(folder, weights_in=None), "weights_in"),
    ]:
        answer = talk.ask(message, "failed")
        assert answer["reason"] == {"code": "bad-request", "args": [argument]}
    talk.ask(load_request(folder), "loaded")
    assert talk.ask({"type": "block", "count": -1, "warmup": 0}, "failed")["reason"]["args"] == ["count"]
    assert talk.close() == 0


def test_a_sample_ends_when_the_outputs_are_released():
    released = []

    class Output:
        def __del__(self):
            released.append(True)

    def call():
        assert len(released) == call.count, "an earlier output is still alive"
        call.count += 1
        return Output()

    call.count = 0
    samples, device = peer.measure(call, {}, peer.Watch(), 4)

    assert len(samples) == len(released) == 4
    assert device == [], "a processor has no clock of its own"


def test_a_collection_between_blocks_walks_what_is_new_and_nothing_else():
    class Ring:
        def __init__(self):
            self.own = self

        def __del__(self):
            collected.append(True)

    collected = []
    try:
        peer.collect_garbage()
        Ring()
        walked = len(gc.get_objects())
        peer.collect_garbage()
    finally:
        gc.unfreeze()

    assert collected == [True]
    assert walked < 1000 < len(gc.get_objects())


IN_HEAP = """
import torch
from inferometer_worker import peer

def in_heap():
    line = next(line for line in open("/proc/self/maps") if line.endswith("[heap]\\n"))
    begin, end = (int(word, 16) for word in line.split()[0].split("-"))
    return begin <= torch.empty(2**20).data_ptr() < end

before = in_heap()
with peer.outside_the_heap():
    within = in_heap()
print(before, within, in_heap())
"""


def test_large_blocks_of_the_first_inference_stay_out_of_a_heap_that_keeps_them():
    environment = os.environ | {peer.KEEPS_FREED: "2147483647", "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        [sys.executable, "-B", "-c", IN_HEAP], env=environment, capture_output=True, text=True, check=False
    )

    assert ran.stdout.strip() == "True False True", ran.stderr


def test_the_peak_of_memory_is_that_of_the_run_alone():
    size = 64 * 2**20

    def run():
        torch.ones(size, dtype=torch.uint8)

    assert size * 0.9 < peer.peak_bytes(run, torch.device("cpu")) < size * 1.5


class Doubling(torch.nn.Module):
    def forward(self, x):
        return x * 2


def test_the_memory_of_a_recorded_graph_is_that_of_its_recording(monkeypatch, tmp_path):
    peaks = iter([4096, 0, 0])

    def scripted(run, _device):
        run()
        return next(peaks)

    monkeypatch.setattr(peer, "peak_bytes", scripted)
    own = peer.Peer(None)
    own._model = own._call = Doubling()
    own._inputs = {"x": torch.ones(3)}
    own._is_recorded = True
    path = tmp_path / "outputs.safetensors"

    own.verify({"path": str(path)}, lambda step: None)
    memory = own.memory({}, lambda step: None)
    own.verify({"path": str(path)}, lambda step: None)

    assert memory == ("memory", {"peak_bytes": 4096})
    assert torch.equal(files.load_tensors(path)["output.0"], torch.full((3,), 2.0))


def test_what_the_compiler_says_is_passed_on():
    own = peer.Peer(None)
    own._model = Doubling()
    own._inputs = {"x": torch.ones(3)}

    def compiled(x):
        logging.getLogger("torch._inductor.utils").warning("Not enough SMs to use max_autotune_gemm mode")
        return x

    own._call = compiled
    notes = own.first_run({}, lambda step: None)[1]["notes"]
    own._call = own._model

    assert [note["code"] for note in notes] == ["matrix-products-not-tuned"]
    assert own.first_run({}, lambda step: None)[1]["notes"] == []


def test_a_graph_break_is_counted():
    torch._dynamo.reset()
    torch._dynamo.utils.counters.clear()

    @torch.compile(backend="eager")
    def broken(x):
        torch._dynamo.graph_break()
        return x + 1

    broken(torch.ones(2))
    assert peer.dynamo_counters()["graph_breaks"] == 1
    before = peer.dynamo_counters()["recompiles"]
    broken(torch.ones(2, 2))
    assert peer.dynamo_counters()["recompiles"] > before
