# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures one model in Python, without compiling and compiled, as the Hugging Face guide "Optimize inference using
torch.compile()" does: https://huggingface.co/docs/transformers/perf_torch_compile

Needs torch, torchvision, transformers, timm, scipy and pillow. Usage: python THIS_FILE [IMAGE]

It stands for a row that Inferometer measured under these conditions: @CONDITIONS@
Inferometer lets variants take turns in rounds; here they run one after the other, as in the guide.
"""

import gc
import json
import os
import sys
import time

ROW = json.loads(r"""@ROW@""")

if ROW["allocator"] == "retain" and "MALLOC_TRIM_THRESHOLD_" not in os.environ:
    # The process keeps freed memory, as while Inferometer measures; glibc reads this at the start of a process.
    kept = {"MALLOC_TRIM_THRESHOLD_": "2147483647", "MALLOC_MMAP_THRESHOLD_": "2147483647"}
    os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | kept)

import torch
import transformers
from PIL import Image

MODEL = ROW["model"]
if ROW["threads"]:  # else as many as the machine has
    torch.set_num_threads(ROW["threads"])
torch.backends.cuda.matmul.allow_tf32 = ROW["tf32_matmul"]
torch.backends.cudnn.allow_tf32 = ROW["tf32_conv"]
torch.backends.cudnn.benchmark = ROW["cudnn_benchmark"]


def load_model():
    kind = getattr(transformers, MODEL["class"])
    attention = ROW["attention"] if kind._supports_sdpa else "eager"
    if ROW["pretrained"]:
        model = kind.from_pretrained(MODEL["hub_id"], revision=ROW["revision"], attn_implementation=attention)
    else:  # values of healthy weights change durations by a few percent at most
        config = kind.config_class.from_dict(MODEL["config"])
        config._attn_implementation = attention
        model = kind(config)
    layout = torch.channels_last if ROW["layout"] == "channels-last" else torch.contiguous_format
    return model.eval().to(ROW["device"], getattr(torch, ROW["dtype"])).to(memory_format=layout)


def load_inputs():
    image = Image.open(sys.argv[1]) if len(sys.argv) > 1 else Image.linear_gradient("L").resize((640, 480))
    if ROW["pretrained"]:
        processor = transformers.AutoImageProcessor.from_pretrained(MODEL["hub_id"], revision=ROW["revision"])
    else:
        processor = getattr(transformers, MODEL["processor"]["class"])(**MODEL["processor"]["parameters"])
    inputs = dict(processor(images=[image.convert("RGB")] * ROW["batch"], return_tensors="pt"))
    for name in ("input_ids", "attention_mask") if "text" in MODEL else ():
        inputs[name] = torch.tensor(MODEL["text"][name]).repeat(ROW["batch"], 1)
    dtype = getattr(torch, ROW["dtype"])
    moved = {name: value.to(ROW["device"]) for name, value in inputs.items() if name in MODEL["inputs"]}
    return {name: value.to(dtype) if value.is_floating_point() else value for name, value in moved.items()}


def synchronize():
    if ROW["device"] != "cpu":
        torch.cuda.synchronize()


def mean_ms(call, inputs):
    """The guide's: a warm-up, then the mean of so many inferences."""
    gc.disable()
    with torch.no_grad():
        for _ in range(ROW["warmup"]):
            call(**inputs)
        synchronize()
        begin = time.perf_counter()
        for _ in range(ROW["runs"]):
            call(**inputs)
            synchronize()
        seconds = time.perf_counter() - begin
    gc.enable()
    return seconds / ROW["runs"] * 1e3


model, inputs = load_model(), load_inputs()
no_compile = mean_ms(model, inputs)
print(f"{MODEL['label']}, batch {ROW['batch']}, no compile: {no_compile:.3f} ms", flush=True)
if ROW["mode"] != "none":
    compiled = mean_ms(torch.compile(model, mode=ROW["mode"]), inputs)
    print(f"{MODEL['label']}, batch {ROW['batch']}, {ROW['mode']}: {compiled:.3f} ms")
    print(f"Improvement: {(1 - compiled / no_compile) * 100:.1f}%")
