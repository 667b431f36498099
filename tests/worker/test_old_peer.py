# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All twelve models in the Python of an older environment, INFEROMETER_OLD_PYTHON (`quickstart versions` makes one)."""

import os

import pytest
import torch

import reduced
from conftest import prepared, request
from inferometer_worker import files

OLD = os.environ.get("INFEROMETER_OLD_PYTHON", "")
FIELDS = ("model", "dtype", "batch", "device", "threads", "attention", "layout")

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(not OLD, reason="INFEROMETER_OLD_PYTHON names no Python"),
]


@pytest.mark.parametrize("name", reduced.NAMES)
def test_an_older_environment_computes_the_same(tmp_path, converse, name):
    entry = reduced.reduced(name)
    prepared(entry, tmp_path)
    expected = files.load_tensors(tmp_path / "graph" / "io.safetensors")
    load = {
        **{field: request(entry, tmp_path)[field] for field in FIELDS},
        "type": "load",
        "weights_in": str(tmp_path / "weights"),
        "graph_in": str(tmp_path / "graph"),
        "inductor_cache": str(tmp_path / "inductor"),
    }
    for mode in ("none", "default"):
        talk = converse("peer", python=OLD)
        talk.ask({**load, "mode": mode}, "loaded")
        talk.ask({"type": "first_run"}, "first_run")
        talk.ask({"type": "verify", "path": str(tmp_path / "outputs")}, "outputs")
        block = talk.ask({"type": "block", "count": 2, "warmup": 1}, "block")
        counters = talk.ask({"type": "counters"}, "counters")
        talk.close()

        outputs = files.load_tensors(tmp_path / "outputs")
        assert {key for key in expected if key.startswith("output.")} == outputs.keys()
        for key, found in outputs.items():
            torch.testing.assert_close(found, expected[key], rtol=1e-3, atol=1e-3)
        assert len(block["samples_s"]) == 2
        assert (counters["graphs"] > 0) == (mode == "default")
