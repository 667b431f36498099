# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which torch the worker and a Python peer accept."""

import sys

import pytest
import torch

from inferometer_worker import service
from inferometer_worker.peer import Peer


class Recorded:
    """A channel that keeps what is sent."""

    def __init__(self):
        self.sent = []

    def send(self, kind, job="", **fields):
        """Keeps a message."""
        self.sent.append((kind, fields))


@pytest.mark.parametrize("is_peer", [True, False])
@pytest.mark.parametrize("version", ["2.0.1+cu118", "2.6.0", "2.9.1"])
def test_an_old_torch_is_one_sentence_before_anything_that_it_lacks_is_imported(monkeypatch, version, is_peer):
    monkeypatch.setattr(torch, "__version__", version)
    for name in ("peer", "worker", "compilation"):
        monkeypatch.setitem(sys.modules, f"inferometer_worker.{name}", None)  # importing it fails
    channel = Recorded()

    refusal = service.service_of(is_peer, channel)
    refusal.greet()
    service.answer(channel, refusal.load, {"type": "load"})

    assert channel.sent[0] == ("hello", {"environment": {"torch": version}})
    kind, fields = channel.sent[1]
    assert kind == "failed"
    assert fields["outcome"] == "unsupported"
    assert fields["reason"] == {"code": "torch-too-old", "args": [version, "2.10"]}


@pytest.mark.parametrize("version", ["2.10.0", "2.15.0+cpu", "3.0.0"])
def test_a_newer_torch_is_taken(monkeypatch, version):
    monkeypatch.setattr(torch, "__version__", version)

    assert isinstance(service.service_of(True, Recorded()), Peer)
