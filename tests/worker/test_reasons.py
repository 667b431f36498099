# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever goes wrong gets a code from the closed list, and the right one."""

import errno
import re
from pathlib import Path

import pytest
import torch
from safetensors import SafetensorError

import inferometer_worker
from inferometer_worker.reasons import MAX_LOG_BYTES, OUTCOMES, Failure, classify

DNNL = RuntimeError("could not create a primitive")
CPU = RuntimeError("[enforce fail at alloc_cpu.cpp:124] err == 0. DefaultCPUAllocator: can't allocate memory: 9 bytes")
UNWRITTEN = SafetensorError("Error while serializing: I/O error: Read-only file system (os error 30)")
UNWRITABLE = SafetensorError("Error while serializing: invalid shape, data type, or offset for tensor")
KILLED = RuntimeError("C++ compile error\ng++: fatal error: Killed signal terminated program cc1plus")


@pytest.mark.parametrize(
    ("error", "step", "code"),
    [
        (MemoryError(), "load", "host-memory"),
        (DNNL, "reference", "host-memory"),
        (CPU, "weights", "host-memory"),
        (CPU, "export", "host-memory"),
        (KILLED, "compile", "host-memory"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "save", "host-memory"),
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB"), "reference", "device-memory"),
        (OSError(errno.ENOSPC, "No space left on device"), "save", "disk-full"),
        (RuntimeError("g++: error: No space left on device"), "compile", "disk-full"),
        (PermissionError(errno.EACCES, "Permission denied"), "save", "write-failed"),
        (UNWRITTEN, "save", "write-failed"),
        (SafetensorError("I/O error: No space left on device (os error 28)"), "save", "disk-full"),
        (UNWRITABLE, "save", "internal"),
        (RuntimeError("anything"), "save", "internal"),
        (RuntimeError("anything"), "check", "internal"),
        (
            RuntimeError("No working C++ compiler found in torch._inductor.config.cpp.cxx"),
            "compile",
            "compiler-missing",
        ),
        (RuntimeError("anything"), "compile", "compile-error"),
        (RuntimeError("anything"), "export", "export-error"),
        (RuntimeError("anything"), "reference", "model-failed"),
        (RuntimeError("anything"), "start", "internal"),
        (Failure("image-missing"), "process", "image-missing"),
    ],
)
def test_exceptions_are_recognised(error, step, code):
    assert classify(error, step).code == code


def test_the_cause_of_a_wrapped_exception_counts():
    try:
        try:
            raise CPU
        except RuntimeError as inner:
            raise ValueError("while lowering") from inner
    except ValueError as outer:
        assert classify(outer, "compile").code == "host-memory"


def test_the_message_has_one_line_and_a_bounded_log():
    try:
        raise RuntimeError("\n  first\nsecond\n" + "x" * 200_000)
    except RuntimeError as error:
        message = classify(error, "export").message()

    assert message["detail"] == "RuntimeError:"
    assert len(message["log"].encode()) <= MAX_LOG_BYTES
    assert message["reason"]["code"] == "export-error"
    place, said = message["reason"]["args"]
    assert place.startswith("test_reasons.py:") and said == "first"


def test_during_a_compile_only_that_variant_is_lost():
    assert Failure("weights-missing", "x").message("compile")["outcome"] == "compile-failed"
    assert Failure("weights-missing", "x").message("prepare")["outcome"] == "prepare-failed"
    assert Failure("host-memory").message("compile")["outcome"] == "out-of-memory"


def test_the_list_is_closed():
    with pytest.raises(AssertionError):
        Failure("something-new")
    sources = [path.read_text() for path in Path(inferometer_worker.__file__).parent.glob("*.py")]
    used = {code for source in sources for code in re.findall(r"[\"']([a-z]+(?:-[a-z]+)*)[\"'](?!: \")", source)}
    raised = {code for source in sources for code in re.findall(r'Failure\(\s*"([^"]+)"', source)}
    assert raised <= set(OUTCOMES) <= used
    assert set(OUTCOMES.values()) == {
        "prepare-failed",
        "export-failed",
        "compile-failed",
        "device-lost",
        "out-of-memory",
        "unsupported",
    }
