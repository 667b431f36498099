# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What compiling for a CUDA device needs, as far as that can be seen without one."""

import json
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch

import reduced
from conftest import WORKER, compile_request, request, silent
from inferometer_worker import compilation, devices
from inferometer_worker.reasons import OUTCOMES, Failure, classify
from inferometer_worker.worker import Worker

RECORDED = json.loads((Path(__file__).parents[1] / "data" / "device" / "failures.json").read_text())
WITH_CUDA = pytest.mark.skipif(not torch.version.cuda, reason="this torch is built without CUDA")


@pytest.mark.parametrize("entry", [entry for entry in RECORDED if entry["reason"]], ids=lambda e: e["text"][:50])
def test_recorded_texts_of_devices_have_their_reasons(entry):
    if entry["reason"] == "device-missing":
        pytest.skip("the worker asks for the device before it uses it")
    failure = classify(RuntimeError(entry["text"]), "reference")
    assert (failure.code, OUTCOMES[failure.code]) == (entry["reason"], entry["outcome"])


@WITH_CUDA
def test_the_locked_libraries_still_say_what_was_recorded():
    root = Path(torch.__file__).parents[1]
    places = {
        "libcudart.so.13": next(iter(root.glob("nvidia/*/lib/libcudart.so.13")), None),
        "libc10_cuda.so": root / "torch" / "lib" / "libc10_cuda.so",
    }
    for name, path in places.items():
        if path is None:
            continue
        content = path.read_bytes()
        for entry in RECORDED:
            if entry["from"] == name:
                assert entry["mark"].encode() in content, (name, entry["mark"])


def test_choices_are_those_of_the_request_and_else_of_pytorch():
    chosen = {"tf32_matmul": True, "tf32_conv": False, "cudnn_benchmark": True}
    state = lambda: (  # noqa: E731
        torch.backends.cuda.matmul.allow_tf32,
        torch.backends.cudnn.allow_tf32,
        torch.backends.cudnn.benchmark,
    )
    try:
        devices.choose({"cuda": chosen})
        assert state() == (True, False, True)
        devices.choose_exact()
        assert state() == (False, False, False)
    finally:
        devices.choose({})
    assert state() == (False, True, False)


@pytest.mark.parametrize(
    ("chosen", "device", "capability", "wanted"),
    [
        ({}, "cuda", (9, 0), True),  # convolutions, by PyTorch's own choice
        ({"tf32_conv": False}, "cuda", (9, 0), False),
        ({"tf32_conv": False, "tf32_matmul": True}, "cuda", (8, 0), True),
        ({"tf32_conv": True, "tf32_matmul": True}, "cuda", (7, 5), False),
        ({"tf32_conv": True, "tf32_matmul": True}, "cpu", (9, 0), False),
    ],
)
def test_float32_is_rounded_where_tf32_is_allowed_and_known(monkeypatch, chosen, device, capability, wanted):
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _device: capability)
    assert devices.rounds_float32({"cuda": chosen}, torch.device(device)) is wanted


def test_a_package_is_compiled_with_its_device_as_the_current_one(tmp_path, monkeypatch):
    """Also from a graph of the cache, for which nothing is prepared before."""
    done = []
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "set_device", lambda device: done.append(str(device)))
    monkeypatch.setattr(compilation, "reload", lambda _request, _say: done.append("reload"))
    monkeypatch.setattr(compilation, "compile_package", lambda _prepared, _order, _say: done.append("compile"))
    asked = request(reduced.reduced("resnet"), tmp_path, device="cuda:1")

    Worker(channel=None).compile(compile_request(asked, tmp_path), silent)

    assert done == ["cuda:1", "reload", "compile"]


def test_bfloat16_is_refused_where_a_device_only_emulates_it():
    for capability in ((7, 0), (7, 5)):
        with pytest.raises(Failure) as caught:
            devices.check_capability(capability)
        assert (caught.value.code, caught.value.arguments) == ("dtype-emulated", ["{}.{}".format(*capability)])
    devices.check_capability((8, 0))
    devices.check_dtype(torch.device("cpu"), torch.bfloat16)


def test_what_inductor_says_about_matrix_products_is_passed_on():
    logger = logging.getLogger("torch._inductor.utils")
    with devices.inductor_says() as said:
        logger.warning("Not enough SMs to use max_autotune_gemm mode")
        logger.warning("something else")

    assert devices.notes_of(said) == [
        {"code": "matrix-products-not-tuned", "args": ["Not enough SMs to use max_autotune_gemm mode"]}
    ]
    assert devices.notes_of([]) == []


def test_every_package_is_told_of_too_few_multiprocessors(monkeypatch):
    from torch._inductor import utils
    from torch._inductor.runtime.hints import DeviceProperties

    t4 = DeviceProperties(type="cuda", index=0, multi_processor_count=40, cc=75, major=7)
    monkeypatch.setattr(DeviceProperties, "create", lambda device: t4)
    for _ in range(2):
        with devices.inductor_says() as said:
            assert not utils.is_big_gpu(torch.device("cuda", 0))
        assert [note["code"] for note in devices.notes_of(said)] == ["matrix-products-not-tuned"]
    utils.is_big_gpu.cache_clear()


# Inductor's own options, with a driver's library that is none, in a process that never saw another toolkit.
COMPILE = """
import subprocess, sys
from pathlib import Path
import torch
sys.path.insert(0, sys.argv[1])
from inferometer_worker import devices
folder = Path(sys.argv[2])
devices.prepare_compiler(torch.device("cuda"), folder)
from torch._inductor.cpp_builder import CppTorchDeviceOptions
options = CppTorchDeviceOptions(device_type="cuda", aot_mode=True)
places = [f"-I{path}" for path in options.get_include_dirs()]
source = folder / "probe.cpp"
source.write_text('#include <cuda.h>\\nextern "C" int probe() { int count = 0; return cuDeviceGetCount(&count); }')
command = ["g++", "-shared", "-fPIC", "-Wl,--no-undefined", str(source), "-o", str(folder / "probe.so"), *places]
command += [f"-L{path}" for path in options.get_libraries_dirs()] + ["-lcuda"]
subprocess.run(command, check=True)
source.write_text("#include <torch/csrc/inductor/aoti_include/cuda.h>")  # as AOTInductor generates
command = ["g++", "-std=c++20", "-M", "-MF", str(folder / "probe.d"), str(source), *places]
command += [f"-D{name}" for name in options.get_definitions()]
subprocess.run(command, check=True)
print(devices.describe())
"""


@WITH_CUDA
@pytest.mark.skipif(shutil.which("g++") is None, reason="there is no g++")
def test_code_for_a_device_compiles_and_links_without_a_toolkit(tmp_path):
    driver = tmp_path / "driver"
    driver.mkdir()
    (driver / "cuda.c").write_text("int cuDeviceGetCount(int *count) { *count = 0; return 0; }")
    subprocess.run(
        ["g++", "-shared", "-fPIC", "-x", "c", "cuda.c", "-Wl,-soname,libcuda.so.1", "-o", "libcuda.so.1"],
        cwd=driver,
        check=True,
    )
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    environment = {**os.environ, "LD_LIBRARY_PATH": str(driver), "CUDA_HOME": "/nowhere"}

    subprocess.run([sys.executable, "-c", COMPILE, str(WORKER), str(scratch)], env=environment, check=True)

    read = (scratch / "probe.d").read_text()
    assert "cuda_runtime_api.h" in read
    assert "/usr/local/" not in read, "headers of this machine's own"
    needed = subprocess.run(["objdump", "-p", scratch / "probe.so"], capture_output=True, text=True, check=True).stdout
    assert "libcuda.so.1" in needed
    assert os.readlink(scratch / "toolkit" / "lib64" / "libcuda.so") == str(driver / "libcuda.so.1")


@WITH_CUDA
def test_a_machine_without_a_driver_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(devices, "driver_library", lambda: None)
    with pytest.raises(Failure) as caught:
        devices.make_toolkit(tmp_path)
    assert caught.value.code == "driver-missing"


def test_missing_parts_of_the_wheels_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(devices, "driver_library", lambda: tmp_path / "libcuda.so.1")
    monkeypatch.setattr(devices, "headers", list)
    with pytest.raises(Failure) as caught:
        devices.make_toolkit(tmp_path)
    assert caught.value.code == "cuda-headers-missing"
    monkeypatch.setattr(devices, "headers", lambda: [tmp_path])
    monkeypatch.setattr(devices, "ptxas", lambda: None)
    with pytest.raises(Failure) as caught:
        devices.make_toolkit(tmp_path)
    assert caught.value.code == "ptxas-missing"


def test_nothing_is_set_up_for_a_cpu(tmp_path):
    devices.prepare_compiler(torch.device("cpu"), tmp_path)
    assert list(tmp_path.iterdir()) == []
