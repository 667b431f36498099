# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Models as users bring them, small ones: `python make_own_models.py FOLDER` writes my-vit, net.py and net.pt2."""

import pathlib
import shutil
import sys

import torch


def save_folder(folder):
    """A model of Transformers in the hub's layout."""
    import transformers

    config = transformers.ViTConfig(
        hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16, image_size=32, num_labels=3
    )
    transformers.ViTForImageClassification(config).save_pretrained(folder)
    transformers.ViTImageProcessor(size={"height": 32, "width": 32}).save_pretrained(folder)


def save_program(path):
    """An exported program that takes any batch; its output depends on no other item of the batch."""
    layers = torch.nn.Conv2d(3, 4, 3), torch.nn.BatchNorm2d(4), torch.nn.ReLU()
    batch = torch.export.Dim("batch", min=1, max=64)
    model = torch.nn.Sequential(*layers).eval()
    program = torch.export.export(model, (torch.randn(2, 3, 16, 16),), dynamic_shapes=({0: batch},))
    torch.export.save(program, path)


def make(folder):
    """Writes one of each kind that lies on a disk."""
    save_folder(folder / "my-vit")
    save_program(folder / "net.pt2")
    shutil.copy(pathlib.Path(__file__).with_name("own_models.py"), folder / "net.py")


if __name__ == "__main__":
    make(pathlib.Path(sys.argv[1]))
