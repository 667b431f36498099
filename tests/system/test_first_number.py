# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""ResNet-50, no compile and compiled, from one command: what a new user does first, and what can go wrong with it."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest

from conftest import lines_of, rows_of, runners_of

RESNET = ["run", "-m", "resnet", "-d", "cpu", "-b", "1", "--engine", "cpp"]
FIRST = (*RESNET, "--mode", "none,default", "--preset", "quick")
COLUMNS = """
    task model label device dtype batch engine mode frozen outcome reason n mean_s sd_s median_s min_s max_s q1_s q3_s
    p90_s p95_s p99_s improvement_percent improvement_low_percent improvement_high_percent speedup verdict verified
    max_abs_error export_s compile_s compile_cached load_s first_run_s peak_bytes images_per_s break_even_runs
    stopped_because warnings device_name target executor torch cuda driver transformers weights image attention layout
    tf32_matmul tf32_conv cudnn_benchmark threads allocator device_mean_s
""".split()


@pytest.fixture(scope="session")
def first_run(home):
    """The first measurement in a home where nothing was ever prepared, with its CSV."""
    done = home.run(*FIRST, "--csv", "first.csv")
    assert done.returncode == 0, done.stderr
    return done, rows_of(home.folder / "first.csv")


def test_two_rows_are_measured_and_verified(first_run):
    _, rows = first_run
    assert list(rows[0])[: len(COLUMNS)] == COLUMNS
    assert [(row["engine"], row["mode"], row["outcome"]) for row in rows] == [
        ("cpp", "none", "measured"),
        ("cpp", "default", "measured"),
    ]
    for row in rows:
        assert row["verified"] == "true"
        assert int(row["n"]) >= 10 or (row["stopped_because"] == "time-limit" and int(row["n"]) >= 3)
        assert 0 < float(row["min_s"]) <= float(row["median_s"]) <= float(row["max_s"])
        assert float(row["peak_bytes"]) > 0
        assert row["torch"] and row["threads"] and row["allocator"] == "retain"
    baseline, compiled = rows
    assert float(baseline["max_abs_error"]) == 0, "the graph must equal Python's eager outputs bit for bit"
    assert baseline["improvement_percent"] == "" and baseline["compile_s"] == ""
    improvement = (1 - float(compiled["mean_s"]) / float(baseline["mean_s"])) * 100
    assert float(compiled["improvement_percent"]) == pytest.approx(improvement, abs=1e-9)
    assert compiled["compile_cached"] == "false" and float(compiled["compile_s"]) > 1


def test_the_table_is_markdown_on_standard_output(first_run):
    done, _ = first_run
    table = [line for line in done.stdout.splitlines() if line.startswith("|")]
    assert any("Image Classification/ResNet" in line and "%" in line for line in table), done.stdout
    assert "[" in done.stderr and "/" in done.stderr, "progress belongs to standard error"


def test_the_second_time_compiles_nothing_and_measures_at_once(first_run, home):
    begin = time.monotonic()
    process = home.start(*FIRST, "--csv", "second.csv", "-v")
    first_inference = None
    lines = []
    for line in process.stderr:
        lines.append(line)
        if first_inference is None and ("warm" in line.lower() or "measure" in line.lower()):
            first_inference = time.monotonic() - begin
    assert process.wait() == 0, "".join(lines)
    print(f"\nfirst timed inference after {first_inference} s (goal 3 s)")
    assert rows_of(home.folder / "second.csv")[1]["compile_cached"] == "true"
    assert "cache" in "".join(lines).lower() + process.stdout.read().lower()
    assert first_inference is not None and first_inference < 15


def test_nearly_all_of_the_measuring_time_is_inference(first_run, home):
    records = [line for line in lines_of(home.runs()[-1]) if line["type"] == "record"]
    for record in records:
        print(f"\nshare of the measuring time inside inferences: {record['inside_share']:.4f} (goal 0.98)")
        assert record["inside_share"] > 0.9


def test_show_list_and_export_agree(first_run, home):
    run = home.runs()[0]
    shown = home.run("show", run, "--format", "csv")
    exported = home.run("export", run, "--csv", "again.csv", "--jsonl", "again.jsonl", "--markdown", "again.md")
    assert shown.returncode == exported.returncode == 0, shown.stderr + exported.stderr
    assert shown.stdout.splitlines() == (home.folder / "again.csv").read_text().splitlines()
    assert rows_of(home.folder / "again.csv") == rows_of(home.folder / "first.csv")
    rows = [json.loads(line) for line in (home.folder / "again.jsonl").read_text().splitlines()]
    assert [row["mode"] for row in rows] == ["none", "default"]
    assert "improvement_percent" not in rows[0] or rows[0]["improvement_percent"] is None
    listed = home.run("list", "runs")
    assert listed.returncode == 0 and "resnet" in listed.stdout.lower()


@pytest.mark.parametrize("mode", ["none", pytest.param("default", marks=pytest.mark.full)])
def test_the_printed_script_runs_by_itself(home, mode):
    done = home.run(*RESNET[:-2], "--engine", "python", "--mode", mode, "-r", "3")
    assert done.returncode == 0, done.stderr
    script = home.run("show", "last", "--as-python", "--mode", mode)
    assert script.returncode == 0, script.stderr
    (home.folder / "row.py").write_text(script.stdout)
    ran = subprocess.run(
        [sys.executable, "row.py"], cwd=home.folder, env=home.environment(), capture_output=True, text=True, timeout=900
    )
    assert ran.returncode == 0, ran.stderr
    for name in ("no compile", mode)[: 1 if mode == "none" else 2]:
        found = re.search(rf"ResNet, batch 1, {name}: ([0-9.]+) ms", ran.stdout)
        assert found and float(found[1]) > 0, ran.stdout


def test_nothing_in_a_run_says_who_measured_or_where(first_run, home):
    text = home.runs()[0].read_text()
    for canary in (str(home.folder), os.uname().nodename, os.environ.get("HOME", "/root")):
        assert canary not in text, canary


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("-m", "resnett"), 2, "resnet"),
        (("-m", "resnet", "-d", "tpu"), 2, "tpu"),
        (("-m", "resnet", "-b", "0"), 2, "0"),
        (("-m", "resnet", "--mode", "fastest"), 2, "fastest"),
    ],
)
def test_a_wrong_word_is_one_clear_sentence(home, words, code, said):
    done = home.run("run", *words)
    assert done.returncode == code
    assert said in done.stderr and len(done.stderr.strip().splitlines()) <= 2, done.stderr
    assert "Traceback" not in done.stderr and done.stdout == ""


def test_a_damaged_cache_is_found_and_rebuilt(first_run, home):
    victims = [*home.folder.glob("cache/inferometer/**/weights/*/weights.safetensors")]
    victims += home.folder.glob("cache/inferometer/**/graphs/*/graph.json")
    victims += home.folder.glob("cache/inferometer/**/packages/*/model.so")
    assert len(victims) == 3, victims
    for victim in victims:
        content = bytearray(victim.read_bytes())
        content[len(content) // 2] ^= 0x55
        victim.write_bytes(content)
    done = home.run(*FIRST, "--csv", "mended.csv")
    assert done.returncode == 0, done.stderr
    rows = rows_of(home.folder / "mended.csv")
    assert [row["outcome"] for row in rows] == ["measured", "measured"]
    assert rows[1]["compile_cached"] == "false"


def test_a_model_that_cannot_be_prepared_costs_only_its_rows(first_run, home):
    broken = home.folder / "cache/huggingface/hub/models--google--deeplabv3_mobilenet_v2_1.0_513"
    snapshot = broken / "snapshots" / ("a" * 40)
    snapshot.mkdir(parents=True)
    (broken / "refs").mkdir()
    (broken / "refs" / "main").write_text("a" * 40)
    (snapshot / "config.json").write_text('{"auto_map": {"AutoModel": "mine.Mine"}}')
    (snapshot / "model.safetensors").write_bytes(b"")
    done = home.run("run", "-m", "mobilenet,resnet", *FIRST[3:], "--csv", "broken.csv")
    rows = rows_of(home.folder / "broken.csv")
    assert done.returncode == 3, done.stderr
    assert [(row["model"], row["outcome"]) for row in rows] == [
        ("mobilenet", "prepare-failed"),
        ("mobilenet", "prepare-failed"),
        ("resnet", "measured"),
        ("resnet", "measured"),
    ]
    assert rows[0]["mean_s"] == "" and rows[0]["reason"] == "remote-code-refused"


def test_a_killed_runner_costs_only_its_rows(first_run, home):
    process = home.start(*RESNET, "--mode", "none,default", "--preset", "guide", "--csv", "killed.csv")
    killed = 0
    while process.poll() is None and killed < 2:
        for runner in runners_of(process.pid):
            os.kill(runner, signal.SIGKILL)
            killed += 1
        time.sleep(0.3)
    _, said = process.communicate(timeout=300)
    assert process.returncode == 3, said
    # The second crash excludes the variant that was at work; killed before any was, it costs the whole workload.
    outcomes = {row["outcome"] for row in rows_of(home.folder / "killed.csv")}
    assert "crashed" in outcomes and outcomes <= {"crashed", "measured"}


def test_interrupting_keeps_what_is_measured(first_run, home):
    process = home.start(*RESNET, "--mode", "none", "--preset", "guide", "--csv", "stopped.csv")
    while process.poll() is None and not runners_of(process.pid):
        time.sleep(0.05)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert {row["outcome"] for row in rows_of(home.folder / "stopped.csv")} == {"cancelled"}
