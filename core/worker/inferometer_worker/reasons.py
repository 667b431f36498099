# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a request failed: the closed list of reasons, and how any exception becomes one of them."""

import errno
import sysconfig
import traceback
from pathlib import Path
from typing import Any

MAX_LOG_BYTES = 64 * 1024

# Reason -> outcome. Readers of the protocol translate the reasons; a new one needs a sentence there. While a package is
# compiled, prepare-failed becomes compile-failed: only that variant is lost.
OUTCOMES = {
    "bad-request": "prepare-failed",  # args: the field
    "class-unknown": "prepare-failed",  # the class name
    "config-invalid": "prepare-failed",
    "processor-invalid": "prepare-failed",  # the class name
    "text-missing": "prepare-failed",  # the input that only a text could fill
    "weights-missing": "prepare-failed",  # the file name
    "weights-damaged": "prepare-failed",  # the file name
    "weights-mismatch": "prepare-failed",  # a tensor that is missing, superfluous or of another shape
    "remote-code-refused": "prepare-failed",  # the file that asks for code of its own
    "unsafe-weights-refused": "prepare-failed",  # the file that would have been unpickled
    "snapshot-missing": "prepare-failed",
    "snapshot-incomplete": "prepare-failed",  # the file that is missing or cannot be read
    "download-failed": "prepare-failed",  # the model
    "timm-unknown": "prepare-failed",  # the name
    "code-not-allowed": "prepare-failed",  # the file
    "code-without-function": "prepare-failed",  # the file, the function
    "code-returns-no-module": "prepare-failed",  # the file, the type of what it returned
    "model-file-missing": "prepare-failed",  # the file
    "model-file-changed": "prepare-failed",  # the file
    "program-unreadable": "prepare-failed",  # the file
    "inputs-unsupported": "prepare-failed",  # the file or class
    "image-missing": "prepare-failed",
    "image-damaged": "prepare-failed",
    "image-changed": "prepare-failed",
    "model-failed": "prepare-failed",  # the step
    "graph-missing": "prepare-failed",  # the file name
    "disk-full": "prepare-failed",
    "write-failed": "prepare-failed",
    "internal": "prepare-failed",  # the step
    "data-dependent": "export-failed",  # the place in the model's code
    "export-error": "export-failed",  # the place in the model's code, what the exporter said
    "graph-unsupported": "export-failed",  # the operator
    "output-unsupported": "export-failed",  # the type of what the model returns
    "compiler-missing": "compile-failed",  # the compiler
    "compile-error": "compile-failed",
    "host-memory": "out-of-memory",
    "device-memory": "out-of-memory",
    "device-error": "device-lost",
    "device-busy": "device-lost",
    "driver-missing": "unsupported",
    "driver-too-old": "unsupported",
    "no-kernel-image": "unsupported",
    "cuda-headers-missing": "unsupported",
    "ptxas-missing": "unsupported",
    "dtype-emulated": "unsupported",  # the compute capability
    "mode-needs-cuda": "unsupported",  # the mode
    "device-unavailable": "unsupported",  # the device
    "dtype-unsupported": "unsupported",  # the data type
    "batch-fixed": "unsupported",  # the batch, the one that the model was made for
    "package-missing": "unsupported",  # the package
    "torch-too-old": "unsupported",  # the version, the oldest that is accepted
}

# What an exception is called when nothing more is known, by the step in which it was raised.
DEFAULTS = {"export": "export-error", "compile": "compile-error"}

# Texts of libraries that run out of memory without raising MemoryError.
HOST_MEMORY = (
    "can't allocate memory",
    "could not create a primitive",
    "std::bad_alloc",
    "Cannot allocate memory",
    "Unable to allocate",
    "Killed signal terminated program",
    "out of memory allocating",
)
DEVICE_MEMORY = ("CUDA out of memory", "CUDA error: out of memory", "CUBLAS_STATUS_ALLOC_FAILED")
# Texts of CUDA and of torch about a device, by what they mean; the engine knows the same ones (failure_text.cpp).
DEVICE = {
    "device-error": (
        "an illegal memory access was encountered",
        "unspecified launch failure",
        "device-side assert triggered",
        "misaligned address",
        "an illegal instruction was encountered",
        "hardware stack error",
        "uncorrectable ECC error",
        "GPU is lost",
        "fallen off the bus",
        "the launch timed out and was terminated",
    ),
    "device-busy": ("busy or unavailable",),
    "no-kernel-image": ("no kernel image is available for execution",),
    "driver-too-old": (
        "CUDA driver version is insufficient",
        "The NVIDIA driver on your system is too old",
        "the provided PTX was compiled with an unsupported toolchain",
    ),
    "driver-missing": ("Found no NVIDIA driver on your system",),
}
WRITING = ("I/O error", "IoError")  # of safetensors, which has one exception for this and for tensors it cannot hold
DATA_DEPENDENT = ("GuardOnDataDependentSymNode", "data-dependent", "Data-dependent", "DataDependentOutputException")


class Failure(Exception):  # noqa: N818 - the word that the protocol uses
    """A request that cannot be fulfilled; code is a key of OUTCOMES, detail the first line of the real error."""

    def __init__(self, code: str, *args: Any, detail: str = ""):
        assert code in OUTCOMES, code
        super().__init__(code)
        self.code = code
        self.arguments = [str(argument) for argument in args]
        self.detail = first_line(detail)

    def message(self, request: str = "") -> dict[str, Any]:
        """Returns the fields of the "failed" message for a type of request."""
        outcome = OUTCOMES[self.code]
        return {
            "outcome": "compile-failed" if request == "compile" and outcome == "prepare-failed" else outcome,
            "reason": {"code": self.code, "args": self.arguments},
            "detail": self.detail,
            "log": log_of(self),
        }


def classify(error: BaseException, step: str) -> Failure:
    """Returns the Failure that stands for an exception raised in a step."""
    if isinstance(error, Failure):
        return error
    text = "\n".join(f"{type(link).__name__}: {link}" for link in chain(error))
    code = code_of(error, text, step)
    arguments = {
        "model-failed": [step],
        "internal": [step],
        "data-dependent": [place_in_model(error)],
        "export-error": [place_in_model(error), first_line(str(error))],
    }.get(code, [])
    failure = Failure(code, *arguments, detail=f"{type(error).__name__}: {error}")
    failure.__cause__ = error
    return failure


def code_of(error: BaseException, text: str, step: str) -> str:
    """Returns the reason code for an exception, its text and the step in which it was raised."""
    for code, marks in DEVICE.items():
        if any(mark in text for mark in marks):
            return code
    if any(mark in text for mark in DEVICE_MEMORY) or "OutOfMemoryError: CUDA" in text:
        return "device-memory"
    if isinstance(error, MemoryError) or any(mark in text for mark in HOST_MEMORY):
        return "host-memory"
    if isinstance(error, OSError) and error.errno == errno.ENOMEM:
        return "host-memory"
    if (isinstance(error, OSError) and error.errno == errno.ENOSPC) or "No space left on device" in text:
        return "disk-full"
    if step == "compile" and ("No working C++ compiler" in text or "InvalidCxxCompiler" in text):
        return "compiler-missing"
    if step == "save" and (isinstance(error, OSError) or any(mark in text for mark in WRITING)):
        return "write-failed"  # the storage's fault: a run waits for it and prepares again
    if step == "export" and any(mark in text for mark in DATA_DEPENDENT):
        return "data-dependent"
    return DEFAULTS.get(step, "model-failed" if step in ("load", "process", "reference") else "internal")


def chain(error: BaseException) -> list[BaseException]:
    """Returns the exception and those it was raised from."""
    links: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in links:
        links.append(link)
        link = link.__cause__ or link.__context__
    return links


def place_in_model(error: BaseException) -> str:
    """Returns file name and line where a model's code was when an exception was raised, as in "net.py:17".

    The innermost frame that belongs neither to torch, nor to Python, nor to this worker.
    """
    import torch

    others = (str(Path(torch.__file__).parent), sysconfig.get_paths()["stdlib"] + "/", str(Path(__file__).parent), "<")
    libraries = sysconfig.get_paths()["purelib"]  # below the standard library's folder in some environments
    found = "forward"
    for link in reversed(chain(error)):
        for frame, line in traceback.walk_tb(link.__traceback__):
            name = frame.f_code.co_filename
            if name.startswith(others) and not (name.startswith(libraries) and not name.startswith(others[0])):
                continue
            found = f"{Path(name).name}:{line}"
    return found


def first_line(text: str) -> str:
    """Returns the first line of text that holds anything, at most 500 characters."""
    return next((line.strip()[:500] for line in text.splitlines() if line.strip()), "")


def log_of(error: BaseException) -> str:
    """Returns the traceback, of a long one the end."""
    text = "".join(traceback.format_exception(error))
    return text.encode(errors="replace")[-MAX_LOG_BYTES:].decode(errors="ignore")
