# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which environment the worker and a Python peer accept, and what a peer takes over from a newer one."""

import sys

import pytest
import safetensors
import torch

import reduced
from inferometer_worker import files, models, randomize, reasons, service, versions
from inferometer_worker.peer import Peer, notes_of


class Recorded:
    """A channel that keeps what is sent."""

    def __init__(self):
        self.sent = []

    def send(self, kind, job="", **fields):
        """Keeps a message."""
        self.sent.append((kind, fields))


def refusal_of(is_peer: bool) -> dict:
    """Returns the reason that worker or peer gives for doing nothing."""
    channel = Recorded()
    refusal = service.service_of(is_peer, channel)
    refusal.greet()
    service.answer(channel, refusal.load, {"type": "load"})
    assert channel.sent[0] == ("hello", {"environment": {}})
    kind, fields = channel.sent[1]
    assert (kind, fields["outcome"]) == ("failed", "unsupported")
    return fields["reason"]


@pytest.mark.parametrize(
    ("is_peer", "version", "oldest"),
    [(False, "2.0.1+cu118", "2.11"), (False, "2.6.0", "2.11"), (False, "2.9.1", "2.11"), (True, "1.13.1", "2.0")],
)
def test_an_old_torch_is_one_sentence_before_anything_that_it_lacks_is_imported(monkeypatch, is_peer, version, oldest):
    monkeypatch.setattr(torch, "__version__", version)
    for name in ("peer", "worker", "compilation"):
        monkeypatch.setitem(sys.modules, f"inferometer_worker.{name}", None)  # importing it fails

    assert refusal_of(is_peer) == {"code": "torch-too-old", "args": [version, oldest]}


def test_a_missing_package_is_one_sentence(monkeypatch):
    monkeypatch.delitem(sys.modules, "inferometer_worker.peer")
    monkeypatch.setitem(sys.modules, "safetensors", None)
    monkeypatch.delitem(sys.modules, "inferometer_worker.files")
    monkeypatch.delattr(sys.modules["inferometer_worker"], "files")

    assert refusal_of(is_peer=True) == {"code": "package-missing", "args": ["safetensors"]}


@pytest.mark.parametrize("version", ["2.0.1+cu118", "2.9.1", "2.15.0+cpu", "3.0.0"])
def test_a_peer_takes_every_torch_that_compiles(monkeypatch, version):
    monkeypatch.setattr(torch, "__version__", version)

    assert isinstance(service.service_of(True, Recorded()), Peer)


@pytest.mark.parametrize("name", ["vit", "mask2former", "detr"])
def test_published_names_are_those_in_the_hubs_files(tmp_path, name):
    model = models.build(reduced.reduced(name), "sdpa")
    randomize.initialize(model, 0)
    model.save_pretrained(tmp_path)
    renamed = versions.published_names(model)

    with safetensors.safe_open(tmp_path / "model.safetensors", "pt") as stored:
        expected = set(stored.keys())
    assert {renamed.get(key, key) for key in model.state_dict()} == expected
    assert renamed, "the modules of Transformers 5 are called otherwise"


class Older(torch.nn.Module):
    """A model as an older Transformers has it: with other names, a table among its weights, and without a module."""

    def __init__(self):
        super().__init__()
        self.query = torch.nn.Linear(2, 2)
        self.register_buffer("table", torch.arange(3))


def test_weights_fill_a_model_of_an_older_transformers():
    stored = {"q.weight": torch.ones(2, 2), "q.bias": torch.ones(2), "unused.weight": torch.ones(1)}
    older = Older()

    found = models.as_published(stored, {"q.weight": "query.weight", "q.bias": "query.bias"}, older)

    assert found.keys() == older.state_dict().keys()
    assert torch.equal(found["query.weight"], stored["q.weight"])
    assert torch.equal(found["table"], torch.arange(3))


@pytest.mark.parametrize(("version", "named"), [("4.57.6", "query.bias"), ("5.0.0", "bias")])
def test_a_weight_that_does_not_fit_is_named_with_any_transformers(monkeypatch, tmp_path, version, named):
    older = Older()
    files.save_weights(tmp_path, torch.nn.Linear(2, 2), {})
    monkeypatch.setattr(versions.transformers, "__version__", version)

    with pytest.raises(reasons.Failure) as failed:
        models.fill(older, tmp_path)

    assert (failed.value.code, failed.value.arguments) == ("weights-mismatch", [named])


def test_a_backbone_of_timm_is_described_to_transformers_4_by_its_name(monkeypatch):
    class Kind:
        @staticmethod
        def from_dict(described):
            return described

    described = {"backbone_config": {"model_type": "timm_backbone", "backbone": "resnet50"}, "d_model": 8}
    assert versions.configuration(Kind, described) == described
    monkeypatch.setattr(versions.transformers, "__version__", "4.57.6")

    assert versions.configuration(Kind, described) == {
        "backbone": "resnet50",
        "backbone_config": None,
        "use_timm_backbone": True,
        "use_pretrained_backbone": False,
        "d_model": 8,
    }


def test_a_peer_without_fused_attention_says_so():
    model = models.build(reduced.reduced("vit"), "eager")

    assert notes_of("sdpa", model) == [{"code": "attention-eager", "args": []}]
    assert notes_of("eager", model) == notes_of(None, model) == []
    assert notes_of("sdpa", models.build(reduced.reduced("vit"), "sdpa")) == []
    assert notes_of("sdpa", torch.nn.MultiheadAttention(4, 1)) == [], "a user's own model has no such choice"
