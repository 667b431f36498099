# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws sample.png, the 640 x 480 image that every model is measured with unless the user chooses another.

A countryside with a house, trees, a car, a cat, a dog and a ball: smooth gradients, sharp edges and texture at several
scales, so that every layer of a vision model has something to respond to. Nothing in it depends on a random source or
on the machine: the texture comes from an integer hash of the pixel's position.

usage: python draw_sample.py [OUTPUT.png]
"""

import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 640, 480
SCALE = 2  # drawn larger, then reduced, for smooth edges
HORIZON = 250


def lattice(columns: int, rows: int, salt: int) -> np.ndarray:
    """Returns rows x columns numbers in [0, 1) from a hash of their position."""
    y, x = np.mgrid[0:rows, 0:columns].astype(np.uint64)
    value = x * 0x9E3779B1 + y * 0x85EBCA77 + np.uint64(salt) * 0xC2B2AE3D
    for shift, factor in ((15, 0x2C1B3C6D), (12, 0x297A2D39), (15, 1)):
        value = ((value ^ (value >> np.uint64(shift))) * np.uint64(factor)) & np.uint64(0xFFFFFFFF)
    return value / 2.0**32


def noise(cell_x: int, cell_y: int, salt: int) -> np.ndarray:
    """Returns HEIGHT x WIDTH smooth noise in [0, 1] with cells of cell_x x cell_y pixels."""
    points = lattice(WIDTH // cell_x + 3, HEIGHT // cell_y + 3, salt)
    y, x = np.arange(HEIGHT) / cell_y, np.arange(WIDTH) / cell_x
    row, column = y.astype(int), x.astype(int)
    v, u = ((part - whole) for part, whole in ((y, row), (x, column)))
    v, u = (3 * t * t - 2 * t**3 for t in (v, u))
    top = points[row][:, column] * (1 - u) + points[row][:, column + 1] * u
    bottom = points[row + 1][:, column] * (1 - u) + points[row + 1][:, column + 1] * u
    return top * (1 - v[:, None]) + bottom * v[:, None]


def blend(colors: np.ndarray, color: tuple[int, int, int], weight: np.ndarray) -> np.ndarray:
    """Mixes color into colors (H x W x 3) by weight (H x W, 0 to 1)."""
    return colors + (np.array(color, dtype=float) - colors) * weight[:, :, None]


def sky(y: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Returns a gradient from blue to warm white with a sun and two layers of cloud."""
    height = np.clip(y / HORIZON, 0, 1)
    colors = blend(np.full((HEIGHT, WIDTH, 3), (58.0, 110.0, 190.0)), (236, 214, 190), height**1.4)
    distance = np.hypot(x - 505, y - 82)
    colors = blend(colors, (255, 236, 180), np.exp(-distance / 60) * 0.8)
    colors = blend(colors, (255, 250, 225), np.clip(31 - distance, 0, 1))
    cloud = 0.5 * noise(160, 48, 1) + 0.3 * noise(64, 24, 2) + 0.2 * noise(26, 13, 3)
    return blend(colors, (250, 248, 246), np.clip((cloud - 0.5) * 4, 0, 0.9) * (1 - height * 0.6))


def hills(colors: np.ndarray, y: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Adds three ridges, the far ones paler, the near one wooded."""
    ridges = (
        (190, 26, 97.0, 1.1, (122, 142, 170)),
        (214, 18, 61.0, 0.3, (96, 128, 122)),
        (236, 12, 43.0, 2.0, (62, 98, 66)),
    )
    wood = noise(7, 6, 4)
    for level, swing, period, phase, color in ridges:
        edge = level - swing * np.sin(x / period + phase) - swing * 0.4 * np.sin(x / (period * 0.31) + 2 * phase)
        weight = np.clip(y - edge - 5 * (wood - 0.5), 0, 1)
        colors = blend(colors, color, weight)
        colors = blend(colors, (30, 52, 40), weight * np.clip((wood - 0.45) * (level - 180) / 60, 0, 0.6))
    return colors


def meadow(colors: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Adds a field whose grass grows coarser towards the viewer."""
    below = np.clip(y - HORIZON, 0, 1)
    depth = np.clip((y - HORIZON) / (HEIGHT - HORIZON), 0, 1)
    field = blend(np.full((HEIGHT, WIDTH, 3), (150.0, 168.0, 84.0)), (58, 104, 38), depth)
    grass = (1 - depth) * noise(3, 2, 5) + depth * (0.6 * noise(4, 13, 6) + 0.4 * noise(9, 22, 7))
    field = blend(field, (28, 60, 20), np.clip((grass - 0.45) * 1.5, 0, 0.7))
    field = blend(field, (214, 206, 116), np.clip((noise(50, 19, 8) - 0.55) * 1.3, 0, 0.5))
    flower = (lattice(WIDTH, HEIGHT, 9) > 0.9985) * depth
    field = blend(field, (240, 226, 236), np.clip(flower * 1.6, 0, 1))
    return colors * (1 - below[:, :, None]) + field * below[:, :, None]


def road(colors: np.ndarray, y: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Adds a gravel road that winds up to the house."""
    depth = np.clip((y - HORIZON - 14) / (HEIGHT - HORIZON - 14), 0, 1)
    middle = 236 + 120 * depth + 46 * np.sin(depth * 4.2) * (1 - depth)
    half = 5 + 78 * depth**1.3
    inside = np.clip(half - np.abs(x - middle), 0, 3) / 3 * (depth > 0)
    gravel = 0.5 * noise(3, 2, 10) + 0.5 * noise(11, 5, 11)
    surface = blend(
        np.full((HEIGHT, WIDTH, 3), (176.0, 160.0, 138.0)), (112, 100, 88), np.clip(gravel * 1.2 - 0.2, 0, 1)
    )
    rut = np.exp(-(((np.abs(x - middle) - half * 0.5) / (half * 0.14)) ** 2))
    return colors + (blend(surface, (92, 80, 70), rut * 0.5) - colors) * inside[:, :, None]


def landscape() -> Image.Image:
    """Returns everything that is computed pixel by pixel."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(float)
    colors = road(meadow(hills(sky(y, x), y, x), y), y, x)
    return Image.fromarray(np.clip(colors, 0, 255).round().astype(np.uint8))


class Pen:
    """Draws shapes given in picture coordinates on an image SCALE times as large."""

    def __init__(self, image: Image.Image):
        self.draw = ImageDraw.Draw(image)

    def polygon(self, points, fill):
        """Fills the polygon through points, pairs of x and y."""
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def ellipse(self, x, y, rx, ry, fill):
        """Fills the ellipse round (x, y) with radii rx and ry."""
        self.draw.ellipse([(x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE], fill=fill)

    def box(self, left, top, right, bottom, fill):
        """Fills an upright rectangle."""
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], fill)

    def line(self, points, fill, width):
        """Draws a line of width pixels through points."""
        self.draw.line(
            [(x * SCALE, y * SCALE) for x, y in points], fill=fill, width=round(width * SCALE), joint="curve"
        )


def draw_house(pen: Pen) -> None:
    """A brick house with a tiled roof, a door, windows and a chimney."""
    pen.box(78, 196, 214, 292, (198, 148, 118))
    for row in range(16):
        offset = 5 if row % 2 else 0
        pen.line([(78, 198 + 6 * row), (214, 198 + 6 * row)], (170, 118, 92), 0.7)
        for column in range(14):
            x = 80 + 10 * column + offset
            pen.line([(x, 198 + 6 * row), (x, 204 + 6 * row)], (170, 118, 92), 0.7)
    pen.box(178, 140, 192, 178, (142, 92, 76))
    pen.polygon([(66, 198), (104, 148), (192, 148), (226, 198)], (134, 54, 44))
    for row in range(1, 8):
        left, right = 104 - 38 * row / 8, 192 + 34 * row / 8
        pen.line([(left, 148 + 50 * row / 8), (right, 148 + 50 * row / 8)], (98, 36, 32), 1.2)
    pen.box(134, 246, 156, 292, (66, 48, 36))
    pen.ellipse(152, 270, 1.6, 1.6, (220, 190, 90))
    for left in (92, 176):
        pen.box(left, 216, left + 26, 244, (238, 236, 228))
        pen.box(left + 2, 218, left + 24, 242, (74, 102, 130))
        pen.polygon([(left + 4, 240), (left + 12, 220), (left + 18, 220), (left + 10, 240)], (150, 180, 204))
        pen.line([(left + 13, 216), (left + 13, 244)], (238, 236, 228), 1.6)
        pen.line([(left, 230), (left + 26, 230)], (238, 236, 228), 1.6)


def draw_tree(pen: Pen, x: float, y: float, size: float, salt: int) -> None:
    """A broad tree rooted at (x, y), size pixels high, of some 160 tufts of leaves."""
    pen.polygon(
        [
            (x - size * 0.06, y),
            (x - size * 0.03, y - size * 0.5),
            (x + size * 0.03, y - size * 0.5),
            (x + size * 0.07, y),
        ],
        (84, 62, 44),
    )
    spots = lattice(160, 3, salt)
    for index in range(160):
        angle, radius, shade = spots[0, index] * 2 * np.pi, spots[1, index] ** 0.5, spots[2, index]
        left, up = np.cos(angle) * radius * size * 0.36, np.sin(angle) * radius * size * 0.32
        light = 0.5 + 0.35 * (left / size - up / size) + 0.35 * (shade - 0.5)
        fill = (int(36 + 74 * light), int(70 + 86 * light), int(28 + 40 * light))
        pen.ellipse(x + left, y - size * 0.66 + up, size * 0.07, size * 0.055, fill)


def draw_car(pen: Pen) -> None:
    """A red car on the road, seen from the side."""
    pen.ellipse(330, 336, 66, 7, (66, 62, 50))
    pen.polygon(
        [(268, 326), (270, 306), (290, 302), (308, 284), (350, 283), (370, 302), (390, 307), (393, 326)], (186, 34, 40)
    )
    pen.polygon([(270, 316), (393, 316), (393, 326), (268, 326)], (140, 24, 32))
    pen.polygon([(296, 302), (311, 288), (328, 288), (328, 302)], (150, 186, 206))
    pen.polygon([(332, 302), (332, 288), (348, 288), (362, 302)], (122, 160, 184))
    pen.line([(330, 286), (330, 318)], (110, 16, 24), 1.2)
    pen.ellipse(388, 312, 4, 3, (255, 240, 190))
    for x in (292, 368):
        pen.ellipse(x, 327, 12, 12, (28, 28, 30))
        pen.ellipse(x, 327, 6, 6, (170, 172, 176))
        pen.ellipse(x, 327, 2, 2, (70, 70, 74))


def draw_cat(pen: Pen) -> None:
    """A tabby cat that sits and looks at the viewer."""
    fur, dark, pale = (202, 136, 66), (136, 82, 36), (240, 220, 190)
    pen.ellipse(470, 440, 42, 6, (38, 60, 26))
    pen.line([(500, 434), (528, 424), (532, 396), (520, 384)], fur, 9)
    pen.ellipse(470, 404, 32, 38, fur)
    pen.ellipse(470, 412, 17, 26, pale)
    for x in (452, 488):
        pen.ellipse(x, 434, 12, 8, fur)
    pen.polygon([(446, 352), (442, 322), (464, 340)], fur)
    pen.polygon([(494, 352), (498, 322), (476, 340)], fur)
    pen.ellipse(470, 356, 28, 24, fur)
    for shift in (-10, 0, 10):
        pen.line([(470 + shift, 334), (470 + shift * 0.7, 346)], dark, 2.4)
    for side in (-1, 1):
        for level in (0, 9, 18):
            pen.line([(470 + side * 31, 392 + level), (470 + side * 19, 395 + level)], dark, 3)
        pen.ellipse(470 + side * 11, 354, 5.5, 5, (150, 190, 70))
        pen.ellipse(470 + side * 11, 354, 1.8, 4.6, (16, 16, 14))
        for level in (-3, 0, 3):
            pen.line([(470 + side * 8, 366), (470 + side * 34, 364 + level * 2)], (244, 240, 232), 0.6)
    pen.ellipse(470, 368, 9, 6, pale)
    pen.polygon([(466, 362), (474, 362), (470, 367)], (190, 100, 96))


def draw_dog(pen: Pen) -> None:
    """A spotted dog that stands beside the cat."""
    coat, spot, shade = (236, 232, 224), (72, 54, 44), (188, 180, 168)
    pen.ellipse(586, 444, 48, 6, (38, 60, 26))
    for x in (556, 572, 604, 618):
        pen.box(x - 5, 402, x + 5, 442, shade if x in (572, 604) else coat)
        pen.ellipse(x + 1, 442, 7, 3.5, coat)
    pen.line([(624, 384), (636, 366), (637, 352)], coat, 6)
    pen.ellipse(588, 390, 42, 23, coat)
    pen.ellipse(604, 382, 15, 10, spot)
    pen.ellipse(576, 398, 9, 7, spot)
    pen.ellipse(552, 362, 23, 20, coat)
    pen.ellipse(537, 370, 15, 10, coat)
    pen.ellipse(525, 366, 5, 4, (24, 20, 20))
    pen.ellipse(546, 356, 3, 3.4, (30, 22, 18))
    pen.ellipse(569, 362, 8, 18, spot)
    pen.line([(528, 377), (546, 379)], (120, 60, 60), 1.4)
    pen.line([(560, 380), (578, 374)], (40, 90, 170), 5)


def draw_ball(image: Image.Image) -> None:
    """A striped, shaded ball with a soft shadow."""
    y, x = np.mgrid[0 : HEIGHT * SCALE, 0 : WIDTH * SCALE] / SCALE
    colors = np.asarray(image).astype(float)
    shadow = np.exp(-(((x - 176) / 34) ** 2) - ((y - 438) / 7) ** 2)
    colors = blend(colors, (24, 40, 18), shadow * 0.7)
    u, v = (x - 170) / 30, (y - 410) / 30
    depth = np.sqrt(np.clip(1 - u * u - v * v, 0, None))
    stripe = np.sin(9 * (0.8 * u + 0.5 * v + 0.3 * depth)) > 0
    light = np.clip(0.35 + 0.65 * (-0.5 * u - 0.6 * v + 0.62 * depth), 0.1, 1)
    surface = np.where(stripe[:, :, None], (250.0, 214.0, 60.0), (40.0, 96.0, 190.0)) * light[:, :, None]
    gloss = np.exp(-(((u + 0.36) / 0.2) ** 2) - ((v + 0.42) / 0.16) ** 2)
    surface = blend(surface, (255, 255, 255), gloss * 0.8)
    inside = np.clip((1 - np.hypot(u, v)) * 30 * SCALE, 0, 1)
    colors += (surface - colors) * inside[:, :, None]
    image.paste(Image.fromarray(np.clip(colors, 0, 255).round().astype(np.uint8)))


def draw() -> Image.Image:
    """Returns the finished picture, 640 x 480, RGB."""
    image = landscape().resize((WIDTH * SCALE, HEIGHT * SCALE), Image.Resampling.BICUBIC)
    pen = Pen(image)
    draw_tree(pen, 40, 300, 118, 21)
    draw_house(pen)
    draw_tree(pen, 250, 286, 86, 22)
    draw_tree(pen, 590, 304, 132, 23)
    for post in range(9):
        x = 392 + 28 * post
        pen.box(x, 290, x + 4, 318, (150, 124, 96))
    for level in (297, 308):
        pen.line([(386, level), (640, level + 2)], (168, 142, 112), 3)
    draw_car(pen)
    draw_cat(pen)
    draw_dog(pen)
    draw_ball(image)
    image = image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    return image.filter(ImageFilter.UnsharpMask(radius=1, percent=40, threshold=2))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("sample.png")
    draw().save(target, optimize=True)
