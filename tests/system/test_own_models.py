# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A user's own models through the whole chain: timm's, a folder, a Python file, an exported program."""

import json
import pathlib

import pytest
import torch

from conftest import lines_of, rows_of
from make_own_models import make
from own_models import Branching, Counting

CODE = pathlib.Path(__file__).with_name("own_models.py")
RUN = ("run", "-d", "cpu", "--engine", "cpp", "--preset", "quick")


MODELS = ("timm:test_resnet", "./my-vit", "net.py:counting", "net.py:branching", "net.py:boxing", "net.pt2")
NAMES = ("test_resnet", "my-vit", "net-counting", "net")
FAILING = ("net-branching", "net-boxing")
CHOSEN = tuple(word for model in MODELS for word in ("-m", model))


@pytest.fixture(scope="module")
def measured(home):
    """One run of a model of each kind, and of one that cannot be exported."""
    make(home.folder)
    done = home.run(*RUN, *CHOSEN, "--mode", "none", "--allow-code", "--csv", "own.csv")
    assert done.returncode == 3, done.stderr
    return done, rows_of(home.folder / "own.csv")


def test_a_model_of_each_kind_is_measured_and_verified(measured):
    _, rows = measured
    found = {row["model"]: row for row in rows}
    for model in NAMES:
        assert (found[model]["outcome"], found[model]["verified"]) == ("measured", "true"), found[model]
        assert float(found[model]["max_abs_error"]) == 0
    assert found["my-vit"]["task"] == "classification"
    assert found["net"]["task"] == "other"
    assert found["test_resnet"]["weights"] == "random-seed-0"
    assert found["net"]["weights"].startswith("own-")


def test_a_model_that_writes_into_its_buffers_is_compiled_and_verified(measured, home):
    words = ("run", "-d", "cpu", "--preset", "quick", "-m", "net.py:counting", "--allow-code")
    done = home.run(*words, "--engine", "cpp", "--mode", "none,default", "--csv", "writing.csv")
    assert done.returncode == 0, done.stderr
    rows = rows_of(home.folder / "writing.csv")
    assert [(row["mode"], row["outcome"], row["verified"]) for row in rows] == [
        (mode, "measured", "true") for mode in ("none", "default")
    ]
    assert all("copies-its-inputs" in row["warnings"] for row in rows)


@pytest.mark.full
def test_a_model_of_each_kind_is_compiled_in_both_engines(measured, home):
    words = ("run", "-d", "cpu", "--preset", "quick", *CHOSEN, "--allow-code", "-b", "1,2")
    done = home.run(*words, "--engine", "cpp,python", "--mode", "none,default", "--csv", "all.csv")
    assert done.returncode == 3, done.stderr
    rows = [row for row in rows_of(home.folder / "all.csv") if row["model"] not in FAILING]
    assert len(rows) == 2 * 4 * len(NAMES)
    assert {(row["outcome"], row["verified"]) for row in rows} == {("measured", "true")}


def test_what_cannot_be_exported_says_where_and_costs_only_its_rows(measured):
    done, rows = measured
    failed = [row for row in rows if row["model"] == "net-branching"]
    assert [row["outcome"] for row in failed] == ["export-failed"]
    assert {row["reason"] for row in failed} == {"data-dependent"}
    line = CODE.read_text().splitlines().index("        if result.sum() > 0:") + 1
    assert f"net.py:{line}" in done.stdout + done.stderr


def test_a_model_that_returns_no_tensor_says_what_it_returns(measured):
    done, rows = measured
    failed = [row for row in rows if row["model"] == "net-boxing"]
    assert [(row["outcome"], row["reason"]) for row in failed] == [("export-failed", "output-unsupported")]
    assert "The model returns 'Box', which is no tensor" in done.stdout + done.stderr


def test_the_whole_log_of_what_cannot_be_exported_is_at_hand(measured, home):
    done, _ = measured
    shown = home.run("show", done.stderr.split("; run ")[1].split()[0])
    for said in (done.stderr, shown.stderr):
        line = next(line for line in said.splitlines() if line.startswith("The whole log of net-branching"))
        log = pathlib.Path(line.split(": ", 1)[1]).read_text()
        assert "Traceback" in log and "net.py" in log


def test_a_run_file_knows_the_content_of_a_model_and_not_its_place(measured, home):
    text = home.runs()[-1].read_text()
    assert str(home.folder) not in text
    models = {model["name"]: model["source"] for model in lines_of(home.runs()[-1])[0]["plan"]["models"]}
    assert models["net-counting"]["file"] == "net.py" and len(models["net-counting"]["sha256"]) == 64
    assert all("path" not in source for source in models.values())


def test_code_runs_only_where_it_is_allowed(measured, home):
    done = home.run(*RUN, "-m", "net.py:counting", "--mode", "none")
    assert done.returncode == 2 and "--allow-code" in done.stderr
    assert home.run("models", "add", "net.py:counting", "--name", "mine", "--allow-code").returncode == 0
    again = home.run(*RUN, "-m", "mine", "--mode", "none", "--csv", "mine.csv")
    assert again.returncode == 0, again.stderr
    assert rows_of(home.folder / "mine.csv")[0]["outcome"] == "measured"
    with open(home.folder / "net.py", "a") as file:
        file.write("# changed\n")
    changed = home.run(*RUN, "-m", "mine", "--mode", "none")
    assert changed.returncode == 2 and "--allow-code" in changed.stderr, "the consent was for other code"
    assert home.run("models", "remove", "mine").returncode == 0


def test_a_plan_of_own_models_runs_as_it_was_shown(measured, home):
    shown = home.run(*RUN, "-m", "timm:test_resnet", "--mode", "none", "--dry-run", "--format", "json")
    plan = json.loads(shown.stdout)["plan"]
    (home.folder / "plan.json").write_text(json.dumps(plan))
    done = home.run("run", "--plan", "plan.json", "--csv", "planned.csv")
    assert done.returncode == 0, done.stderr
    assert [row["model"] for row in rows_of(home.folder / "planned.csv")] == ["test_resnet"]
    recorded = lines_of(home.runs()[-1])[0]["plan"]
    for model in plan["models"]:
        del model["source"]["path"]
    assert {key: plan[key] for key in recorded} == recorded


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("-m", "timm:no_such_net"), 3, "no_such_net"),
        (("-m", "missing.pt2", "--allow-code"), 2, "missing.pt2"),
        (("-m", "net.py:9"), 2, "FILE.py:FUNCTION"),
        (("-m", "net.py:no_module", "--allow-code"), 3, "int"),
        (("-m", "net.py:absent", "--allow-code"), 3, "absent"),
    ],
)
def test_a_model_that_is_none_is_one_clear_sentence(measured, home, words, code, said):
    done = home.run(*RUN, "--mode", "none", *words)
    assert done.returncode == code, done.stderr
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_models_of_the_tests_are_what_they_say():
    image, mask = torch.randn(1, 3, 16, 16), torch.rand(1, 1, 14, 14)
    counting = Counting()
    counting(image, mask)
    assert counting.calls.item() == 1
    with pytest.raises(Exception, match="data-dependent"):
        torch.export.export(Branching(), (image,), strict=False)
