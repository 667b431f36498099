# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The image a model is measured with is the one that was named, or the reason why not."""

import hashlib

import pytest
from PIL import Image

import reduced
from inferometer_worker.inputs import open_image
from inferometer_worker.reasons import Failure


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "I;16", "CMYK"])
def test_every_kind_of_picture_becomes_rgb(tmp_path, mode):
    picture = tmp_path / ("picture.tif" if mode == "CMYK" else "picture.png")
    Image.new(mode, (20, 10)).save(picture)

    image = open_image(str(picture))

    assert (image.mode, image.size) == ("RGB", (20, 10))


def test_the_content_is_checked_when_its_hash_is_known(tmp_path):
    digest = hashlib.sha256(reduced.SAMPLE.read_bytes()).hexdigest()

    assert open_image(str(reduced.SAMPLE), digest).size == (640, 480)
    with pytest.raises(Failure) as failure:
        open_image(str(reduced.SAMPLE), "0" * 64)
    assert failure.value.code == "image-changed"


@pytest.mark.parametrize("share", [0, 1, 50, 99])
def test_a_cut_off_picture_is_said(tmp_path, share):
    picture = tmp_path / "cut.png"
    content = reduced.SAMPLE.read_bytes()
    picture.write_bytes(content[: len(content) * share // 100])

    with pytest.raises(Failure) as failure:
        open_image(str(picture))

    assert failure.value.code == "image-damaged"


def test_a_missing_picture_is_said(tmp_path):
    for path in (tmp_path / "none.png", tmp_path):
        with pytest.raises(Failure) as failure:
            open_image(str(path))
        assert failure.value.code == "image-missing"
