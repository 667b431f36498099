# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is particular to CUDA devices: choices of precision, what a device supports, and what compiling for one needs.

A machine that only runs CUDA has a driver and no toolkit. AOTInductor wants one: headers, and a `libcuda.so` to link
against. Both exist: the headers in the wheels of torch and Triton, the library as the driver's `libcuda.so.1`. So a
folder is made that looks like a toolkit and holds nothing but links to them. A toolkit of the system is not looked at:
its version could differ from that of the wheels.
"""

import ctypes
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from inferometer_worker.protocol import field
from inferometer_worker.reasons import Failure

DRIVER = "libcuda.so.1"
BFLOAT16_CAPABILITY = (8, 0)  # older ones emulate it, and Triton refuses
TF32_CAPABILITY = (8, 0)  # older ones compute float32 as it is


def check_dtype(device: torch.device, dtype: torch.dtype) -> None:
    """Raises Failure where a device cannot compute in a data type."""
    if device.type == "cuda" and dtype == torch.bfloat16 and torch.version.hip is None:
        check_capability(torch.cuda.get_device_capability(device))


def check_capability(capability: tuple[int, int]) -> None:
    """Raises Failure for a compute capability without bfloat16."""
    if capability < BFLOAT16_CAPABILITY:
        raise Failure("dtype-emulated", "{}.{}".format(*capability))


def use(device: torch.device) -> None:
    """Makes a device the current one: streams and events are those of the current device."""
    if device.type == "cuda":
        torch.cuda.set_device(device)


def choose(request: dict[str, Any]) -> None:
    """Sets the precision and the search for algorithms that a request asks for."""
    torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32 = tf32_of(request)
    torch.backends.cudnn.benchmark = bool(choices_of(request).get("cudnn_benchmark", False))


def choices_of(request: dict[str, Any]) -> dict[str, Any]:
    """Returns what a request chooses for CUDA; nothing where it leaves all to PyTorch."""
    return field(request, "cuda", dict) if "cuda" in request else {}


def tf32_of(request: dict[str, Any]) -> tuple[bool, bool]:
    """Returns whether a request allows TF32 for matrix products and for convolutions."""
    chosen = choices_of(request)
    return bool(chosen.get("tf32_matmul", False)), bool(chosen.get("tf32_conv", True))


def rounds_float32(request: dict[str, Any], device: torch.device) -> bool:
    """Tells whether float32 may be computed in TF32, with ten bits of mantissa, by what a request allows."""
    if device.type != "cuda" or torch.version.hip is not None or not any(tf32_of(request)):
        return False
    return torch.cuda.get_device_capability(device) >= TF32_CAPABILITY


def choose_exact() -> None:
    """Sets the most exact arithmetic: exact references are computed in it, whatever is compared with them."""
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cudnn.benchmark = False


def headers() -> list[Path]:
    """Returns the folders with CUDA's headers, torch's before Triton's; none where one that is needed is in neither.

    Torch's wheels leave out crt/, which Triton brings for its own compiler.
    """
    root = Path(torch.__file__).resolve().parents[1]
    major = (torch.version.cuda or "").split(".")[0]
    torchs = sorted(root.glob(f"nvidia/cu{major}/include")) or sorted(root.glob("nvidia/*/include"))
    places = [*torchs, *root.glob("triton/backends/nvidia/include")]
    needed = ("cuda.h", "cuda_runtime_api.h", "crt/host_defines.h")
    return places if all(any((place / name).is_file() for place in places) for name in needed) else []


def driver_library() -> Path | None:
    """Returns the file of the driver's library, as the loader finds it."""
    try:
        ctypes.CDLL(DRIVER)
    except OSError:
        return None
    for line in Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace").splitlines():
        path = line.partition("/")[2]
        if Path(path).name.startswith("libcuda.so"):
            return Path("/" + path)
    return None


def ptxas() -> Path | None:
    """Returns the assembler that came with Triton."""
    try:
        import triton
    except ImportError:
        return None
    path = Path(triton.__file__).parent / "backends" / "nvidia" / "bin" / "ptxas"
    return path if os.access(path, os.X_OK) else None


def make_toolkit(folder: Path) -> Path:
    """Fills folder so that it can stand for a CUDA toolkit; raises Failure, naming what is missing."""
    folders, library = headers(), driver_library()
    if not folders:
        raise Failure("cuda-headers-missing")
    if library is None:
        raise Failure("driver-missing", detail=f"{DRIVER} cannot be loaded")
    assembler = ptxas()
    if assembler is None:
        raise Failure("ptxas-missing")
    for name in ("include", "lib64", "bin"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for entry in (entry for place in folders for entry in sorted(place.iterdir())):
        if not (folder / "include" / entry.name).exists():
            (folder / "include" / entry.name).symlink_to(entry)
    (folder / "lib64" / "libcuda.so").symlink_to(library)
    (folder / "bin" / "ptxas").symlink_to(assembler)
    return folder


def use_toolkit(folder: Path) -> None:
    """Makes Inductor compile and link with the toolkit in folder, whatever this machine has of its own."""
    from torch.utils import cpp_extension

    os.environ["CUDA_HOME"] = os.environ["CUDA_PATH"] = str(folder)
    cpp_extension.CUDA_HOME = str(folder)


def prepare_compiler(device: torch.device, scratch: Path) -> None:
    """Sets up what compiling for a device needs; nothing for a CPU, and nothing for ROCm, which brings its own."""
    if device.type == "cuda" and torch.version.hip is None:
        use_toolkit(make_toolkit(scratch / "toolkit"))


def describe() -> dict[str, str | None]:
    """Returns what is there to compile with and for: part of the environment. No paths."""
    if not torch.version.cuda:
        return {}
    return {
        "cuda_headers": "yes" if headers() else None,
        "ptxas": "yes" if ptxas() else None,
        "cuda_archs": torch._C._cuda_getArchFlags(),
    }


@contextmanager
def inductor_says() -> Iterator[list[str]]:
    """Yields a list that fills with the warnings Inductor logs meanwhile."""
    from torch._inductor import utils

    # It warns once in a process, so that the next package would not be told.
    getattr(utils.is_big_gpu, "cache_clear", lambda: None)()
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    logger, listener = logging.getLogger("torch._inductor"), Listener(logging.WARNING)
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)


def notes_of(said: list[str]) -> list[dict[str, Any]]:
    """Returns what of Inductor's warnings the user should know."""
    untuned = next((text for text in said if "max_autotune_gemm" in text), None)
    return [{"code": "matrix-products-not-tuned", "args": [untuned]}] if untuned else []
