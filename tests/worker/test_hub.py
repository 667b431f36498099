# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Published weights: small snapshots in the real layout of the Hugging Face cache, and what is refused in them."""

import http.server
import json
import os
import runpy
import threading
import urllib.parse
from pathlib import Path

import pytest
import torch

import reduced
from conftest import prepared, request, silent
from inferometer_worker import files, hub, inputs, models, prepare, randomize
from inferometer_worker.reasons import Failure

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def publish(name: str, cache: Path) -> tuple[Path, torch.nn.Module]:
    """Writes a reduced model into a cache as huggingface_hub would; returns the snapshot folder and the model."""
    entry = reduced.reduced(name)
    model = models.build(entry, "sdpa")
    randomize.initialize(model, 7)
    repository = cache / ("models--" + entry["hub_id"].replace("/", "--"))
    snapshot = repository / "snapshots" / COMMIT
    (repository / "refs").mkdir(parents=True)
    (repository / "refs" / "main").write_text(COMMIT)
    model.save_pretrained(snapshot)
    inputs.image_processor(entry).save_pretrained(snapshot)
    blobs = repository / "blobs"
    blobs.mkdir()
    for number, file in enumerate(sorted(snapshot.iterdir())):
        blob = blobs / f"{number:040x}"
        file.rename(blob)
        file.symlink_to(os.path.relpath(blob, snapshot))
    return snapshot, model


def from_hub(snapshot: Path) -> dict:
    """Returns the fields of a request that ask for a snapshot."""
    return {"weights": {"source": "hub", "snapshot": str(snapshot), "revision": COMMIT}}


@pytest.mark.parametrize("name", reduced.NAMES)
def test_published_weights_are_loaded(tmp_path, name):
    snapshot, model = publish(name, tmp_path / "hub")
    asked = request(reduced.reduced(name), tmp_path, **from_hub(snapshot))

    made = prepare.load(asked, prepare.workload_of(asked), hub.snapshot_of(asked), silent)
    loaded, facts = made.model, made.facts

    expected = model.state_dict()
    assert loaded.state_dict().keys() == expected.keys()
    assert all(torch.equal(tensor, expected[key]) for key, tensor in loaded.state_dict().items())
    assert (facts["source"], facts["revision"]) == ("hub", COMMIT)


def test_a_published_model_is_prepared_without_a_description_of_its_own(tmp_path):
    snapshot, _ = publish("resnet", tmp_path / "hub")
    entry = {"name": "mine", "hub_id": "someone/mine"}

    _, facts = prepared(entry, tmp_path / "a", **from_hub(snapshot))
    _, again = prepared(
        entry, tmp_path / "b", **from_hub(snapshot), weights_in=str(tmp_path / "a" / "weights"), weights_out=None
    )

    assert facts["inputs"][0]["shape"] == [1, 3, 64, 64]
    assert facts["weights"] == again["weights"]


def test_the_names_of_published_detrs_are_understood(tmp_path):
    """The published files are older than the names that Transformers uses now."""
    snapshot, model = publish("detr", tmp_path / "hub")
    tensors = files.load_tensors(snapshot / "model.safetensors")
    renamed = {}
    for name, tensor in tensors.items():
        old = name.replace("model.backbone.model.", "model.backbone.conv_encoder.model.")
        old = old.replace(".o_proj.", ".out_proj.").replace(".mlp.fc", ".fc")
        renamed[old] = tensor
    assert renamed.keys() != tensors.keys() or any("conv_encoder" in name for name in tensors)
    (snapshot / "model.safetensors").unlink()
    files.save_tensors(snapshot / "model.safetensors", renamed)
    config = json.loads((snapshot / "config.json").read_text())
    backbone = config.pop("backbone_config")
    config |= {"backbone": backbone["backbone"], "use_timm_backbone": True, "use_pretrained_backbone": True}
    (snapshot / "config.json").unlink()
    (snapshot / "config.json").write_text(json.dumps(config))

    loaded = models.from_snapshot(reduced.reduced("detr"), "sdpa", hub.checked_snapshot(str(snapshot)))

    expected = model.state_dict()
    assert all(torch.equal(tensor, expected[key]) for key, tensor in loaded.state_dict().items())


def rewrite(snapshot: Path, name: str, **changes) -> None:
    """Changes keys in a JSON file of a snapshot."""
    value = json.loads((snapshot / name).read_text()) | changes
    (snapshot / name).unlink()
    (snapshot / name).write_text(json.dumps(value))


def only_a_pickle(snapshot: Path) -> None:
    """Replaces the weights by a file of the old kind."""
    tensors = files.load_tensors(snapshot / "model.safetensors")
    (snapshot / "model.safetensors").unlink()
    torch.save(tensors, snapshot / "pytorch_model.bin")


def a_missing_shard(snapshot: Path) -> None:
    """Adds an index that names a file which was not downloaded."""
    index = {"weight_map": {"classifier.1.weight": "model-00002-of-00002.safetensors"}}
    (snapshot / "model.safetensors.index.json").write_text(json.dumps(index))


@pytest.mark.parametrize(
    ("change", "code", "argument"),
    [
        (
            lambda path: rewrite(path, "config.json", auto_map={"AutoModel": "m.Evil"}),
            "remote-code-refused",
            "config.json",
        ),
        (
            lambda path: rewrite(path, "preprocessor_config.json", auto_map={"AutoImageProcessor": "m.Evil"}),
            "remote-code-refused",
            "preprocessor_config.json",
        ),
        (only_a_pickle, "unsafe-weights-refused", "pytorch_model.bin"),
        (lambda path: (path / "model.safetensors").unlink(), "snapshot-incomplete", "model.safetensors"),
        (lambda path: (path / "config.json").unlink(), "snapshot-incomplete", "config.json"),
        (lambda path: (path / "config.json").write_text("[" * 100_000), "snapshot-incomplete", "config.json"),
        (a_missing_shard, "snapshot-incomplete", "model-00002-of-00002.safetensors"),
        (lambda path: rewrite(path, "config.json", hidden_sizes="wide"), "config-invalid", None),
        (lambda path: rewrite(path, "config.json", embedding_size=16), "weights-mismatch", None),
    ],
)
def test_a_snapshot_that_is_not_plain_and_complete_is_refused(tmp_path, change, code, argument):
    snapshot, _ = publish("resnet", tmp_path / "hub")
    change(snapshot)

    with pytest.raises(Failure) as failure:
        prepared(reduced.reduced("resnet"), tmp_path, **from_hub(snapshot))

    assert failure.value.code == code
    assert argument is None or failure.value.arguments == [argument]


def test_a_tensor_that_is_missing_is_not_made_up(tmp_path):
    snapshot, _ = publish("resnet", tmp_path / "hub")
    tensors = files.load_tensors(snapshot / "model.safetensors")
    name = "classifier.1.weight"
    del tensors[name]
    (snapshot / "model.safetensors").unlink()
    files.save_tensors(snapshot / "model.safetensors", tensors)

    with pytest.raises(Failure) as failure:
        prepared(reduced.reduced("resnet"), tmp_path, **from_hub(snapshot))

    assert (failure.value.code, failure.value.arguments) == ("weights-mismatch", [name])


def test_a_snapshot_that_is_gone_is_said(tmp_path):
    with pytest.raises(Failure) as failure:
        prepared(reduced.reduced("resnet"), tmp_path, **from_hub(tmp_path / "nowhere"))

    assert failure.value.code == "snapshot-missing"


@pytest.fixture
def hub_server():
    """Serves published models as huggingface.co does; returns its address, the models by name, and what was asked."""
    models_served: dict[str, Path] = {}
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            path = urllib.parse.urlsplit(self.path).path.strip("/")
            asked.append(path)
            model = next((name for name in models_served if name in path), None)
            folder, rest = models_served.get(model), path.split(model or "/", 1)[-1].strip("/").split("/")
            if folder is None:
                return self.answer(404, b"{}")
            names = sorted(file.name for file in folder.iterdir())
            if path.startswith("api/") and rest[0] == "tree":
                files_there = [
                    {"type": "file", "path": name, "oid": "0" * 40, "size": (folder / name).stat().st_size}
                    for name in names
                ]
                return self.answer(200, json.dumps(files_there).encode())
            if path.startswith("api/"):
                siblings = [{"rfilename": name} for name in names]
                return self.answer(200, json.dumps({"id": model, "sha": COMMIT, "siblings": siblings}).encode())
            return self.answer(200, (folder / rest[-1]).read_bytes(), rest[-1])

        do_HEAD = do_GET  # noqa: N815

        def answer(self, status, content, name="json"):
            self.send_response(status)
            for key, value in {"Content-Length": len(content), "X-Repo-Commit": COMMIT, "ETag": f'"{name}"'}.items():
                self.send_header(key, str(value))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(content)

        def log_message(self, *_words):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", models_served, asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_allowed_download_fetches_what_is_needed_and_is_used(tmp_path, monkeypatch, hub_server):
    address, served, asked = hub_server
    snapshot, model = publish("resnet", tmp_path / "published")
    (snapshot / "pytorch_model.bin").write_bytes(b"a pickle")
    (snapshot / "modeling_evil.py").write_text("raise SystemExit")
    served["someone/something"] = snapshot
    for name, value in {
        "HF_ENDPOINT": address,
        "HF_HOME": str(tmp_path / "home"),
        "HF_HUB_CACHE": str(tmp_path / "hub"),
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
    }.items():
        monkeypatch.setenv(name, value)
    entry = {"name": "mine", "hub_id": "someone/something"}

    _, facts = prepared(entry, tmp_path, weights={"source": "download"})

    fetched = tmp_path / "hub" / "models--someone--something" / "snapshots" / COMMIT
    assert {file.name for file in fetched.iterdir()} == {
        "config.json",
        "model.safetensors",
        "preprocessor_config.json",
    }
    assert not any(path.endswith((".bin", ".py")) for path in asked)
    assert (facts["weights"]["source"], facts["weights"]["revision"]) == ("hub", COMMIT)
    loaded, expected = files.load_weights(tmp_path / "weights"), model.state_dict()
    assert loaded.keys() == expected.keys()
    assert all(torch.equal(tensor, expected[key]) for key, tensor in loaded.items())


def test_a_download_that_fails_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")  # nothing listens on the discard port
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))

    with pytest.raises(Failure) as failure:
        hub.download("someone/something", None)

    assert (failure.value.code, failure.value.arguments) == ("download-failed", ["someone/something"])


@pytest.mark.parametrize("attention", ["sdpa", "eager"])
def test_the_printed_script_loads_a_published_model_with_the_attention_of_its_row(tmp_path, attention):
    snapshot, _ = publish("vit", tmp_path / "hub")
    row = {
        "model": {"class": "ViTForImageClassification", "hub_id": str(snapshot)},
        "device": "cpu",
        "dtype": "float32",
        "layout": "contiguous",
        "attention": attention,
        "allocator": "default",
        "threads": 0,
        "pretrained": True,
        "revision": None,
        "tf32_matmul": False,
        "tf32_conv": True,
        "cudnn_benchmark": False,
    }
    frame = (reduced.ROOT / "resources" / "guide_script.py").read_text()
    script = frame.replace("@CONDITIONS@", "").replace("@ROW@", json.dumps(row))
    (tmp_path / "script.py").write_text(script[: script.index("model, inputs = ")])

    model = runpy.run_path(str(tmp_path / "script.py"))["load_model"]()

    assert model.config._attn_implementation == attention


@pytest.mark.parametrize("name", ["Nonsense", "BertTokenizer", "torch", "__name__", "", None, 3])
def test_only_models_of_transformers_are_built(tmp_path, name):
    with pytest.raises(Failure) as failure:
        prepared({**reduced.reduced("resnet"), "class": name or "x"}, tmp_path)

    assert failure.value.code == "class-unknown"


@pytest.mark.parametrize("processor", [None, {}, {"class": "ResNetModel"}, {"class": "os"}, {"class": 3}])
def test_only_image_processors_of_transformers_are_used(tmp_path, processor):
    with pytest.raises(Failure) as failure:
        prepared({**reduced.reduced("resnet"), "processor": processor}, tmp_path)

    assert failure.value.code == "processor-invalid"


def test_a_configuration_that_makes_no_sense_is_said(tmp_path):
    entry = reduced.merged(reduced.reduced("vit"), {"config": {"hidden_size": "wide"}})

    with pytest.raises(Failure) as failure:
        prepared(entry, tmp_path)

    assert failure.value.code == "config-invalid"
