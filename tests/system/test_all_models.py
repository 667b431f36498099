# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide's twelve models at full size, from the command line: every batch size, data type and mode of a CPU."""

import time

import pytest

from conftest import rows_of, runners_of

pytestmark = pytest.mark.full

HOURS = 8 * 3600
RUN = ("run", "-d", "cpu", "--engine", "cpp", "--preset", "quick")
FEWEST = ("-r", "3", "-w", "0")  # inferences, where only their outputs matter
NAMES = """
    vit beit convnext resnet segformer mask2former maskformer mobilenet owlvit detr resnet-101 conditional-detr
""".split()


def measured(home, name, *arguments):
    """Runs a sweep over all models and returns its rows, each of which must be measured and verified."""
    done = home.run(*RUN, "-m", "all", *arguments, "--csv", name, timeout=HOURS)
    rows = rows_of(home.folder / name)
    shown = ("model", "batch", "dtype", "mode", "outcome", "max_abs_error", "reason")
    bad = [[row[column] for column in shown] for row in rows if not right(row)]
    assert not bad and done.returncode == 0, (bad, done.stderr[-2000:])
    return rows


def right(row):
    """Whether a row has a figure that may be shown, and in float32 without compiling eager mode's very bits."""
    if row["outcome"] != "measured" or row["verified"] != "true" or float(row["mean_s"]) <= 0:
        return False
    return row["mode"] != "none" or row["dtype"] != "float32" or float(row["max_abs_error"]) == 0


@pytest.fixture(scope="module")
def batch_one(home):
    """The rows of batch 1 in float32, not compiled and compiled."""
    return measured(home, "one.csv", "-b", "1", "--mode", "none,default")


def test_all_twelve_are_measured_and_equal_eager_mode(batch_one):
    assert sorted((row["model"], row["mode"]) for row in batch_one) == sorted(
        (name, mode) for name in NAMES for mode in ("none", "default")
    )


def test_again_nothing_is_compiled(batch_one, home):
    rows = measured(home, "again.csv", "-b", "1", "--mode", "none,default")
    assert {row["compile_cached"] for row in rows if row["mode"] == "default"} == {"true"}


def test_batches_of_four_and_sixteen_reuse_the_weights(batch_one, home):
    rows = measured(home, "batches.csv", "-b", "4,16", "--mode", "none,default", *FEWEST)
    assert {(row["model"], row["batch"]) for row in rows} == {(name, batch) for name in NAMES for batch in ("4", "16")}
    weights = list(home.folder.glob("cache/inferometer/**/weights/*/weights.safetensors"))
    print(f"\nweights on disk: {len(weights)} files, {sum(file.stat().st_size for file in weights) / 1e9:.2f} GB")
    assert len(weights) == len(NAMES)


@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
def test_half_types_are_within_their_tolerance(home, dtype):
    """A processor that does not compute in float16 takes up to a minute for an inference."""
    rows = measured(home, f"{dtype}.csv", "-b", "1", "--mode", "none,default", "--dtype", dtype, *FEWEST)
    assert len(rows) == 2 * len(NAMES)


def test_autotuned_and_frozen_packages_are_right(home):
    rows = measured(home, "modes.csv", "-b", "1", "--mode", "none,max-autotune", "--freeze=both", *FEWEST)
    assert len(rows) == 3 * len(NAMES)


def test_reduce_overhead_is_unsupported_with_its_reason(home):
    done = home.run(*RUN, "-m", "resnet", "--mode", "none,reduce-overhead", *FEWEST, "--csv", "overhead.csv")
    rows = rows_of(home.folder / "overhead.csv")
    assert done.returncode == 0, done.stderr
    assert [row["outcome"] for row in rows] == ["measured", "unsupported"]
    assert "CUDA" in done.stdout + done.stderr and rows[1]["reason"]


def largest_memory(home, modes):
    """Runs ConvNeXT and returns the most anonymous memory that its runner held, in bytes."""
    process = home.start(*RUN, "-m", "convnext", "--mode", modes)
    largest = 0
    while process.poll() is None:
        for runner in runners_of(process.pid):
            largest = max(largest, anonymous_bytes(runner))
        time.sleep(0.02)
    _, said = process.communicate()
    assert process.returncode == 0, said
    return largest


def anonymous_bytes(pid):
    """Resident memory of a process that no file backs; 0 once it is gone."""
    try:
        with open(f"/proc/{pid}/status", encoding="utf-8") as status:
            found = [line.split()[1] for line in status if line.startswith("RssAnon")]
    except OSError:
        return 0
    return int(found[0]) * 1024 if found else 0


def test_weights_are_in_memory_once_whatever_the_number_of_modes(home):
    alone, both = largest_memory(home, "none"), largest_memory(home, "none,default")
    weights = max(  # ConvNeXT's, by far the largest
        file.stat().st_size for file in home.folder.glob("cache/inferometer/**/weights/*/weights.safetensors")
    )
    print(f"\nConvNeXT: weights {weights / 1e6:.0f} MB, one variant {alone / 1e6:.0f} MB, two {both / 1e6:.0f} MB")
    assert alone > weights
    assert both - alone < weights / 2
