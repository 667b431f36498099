# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the program does not draw its window on an X server: Xvfb, whose screen is a file.

Usage: check_screen.py PROGRAM; ends with 77 where there is no Xvfb.
"""

import os
import pathlib
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
LIMIT_S = 30
SIZE = (1280, 800)
LEAST_COLOURS = 50  # letters with smooth edges have them, an empty window has one or two
LEAST_COVERED = 0.25  # of the screen, which is black where no window is


def start_server(server, folder):
    """An X server without a display, and the name of its screen."""
    reading, writing = os.pipe()
    screen = f"{SIZE[0]}x{SIZE[1]}x24"
    process = subprocess.Popen(
        [server, "-displayfd", str(writing), "-screen", "0", screen, "-fbdir", folder, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as numbers:
        return process, ":" + numbers.readline().strip()


def is_drawn(picture):
    """Whether a screen, a file in the form of xwd, shows more than empty areas."""
    data = picture.read_bytes()
    header = struct.unpack_from(">25I", data)
    colormap_bytes = 12 * header[19]
    pixels = memoryview(data)[header[0] + colormap_bytes :][: 4 * SIZE[0] * SIZE[1]].cast("I").tolist()
    black = pixels.count(0)
    return len(set(pixels)) >= LEAST_COLOURS and 1 - black / len(pixels) >= LEAST_COVERED


def end(process):
    process.send_signal(signal.SIGTERM)
    process.wait(LIMIT_S)


def draws_its_window(program, server, folder):
    screen, display = start_server(server, folder)
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": folder,
        **{f"XDG_{name}_HOME": folder for name in ("CONFIG", "DATA", "CACHE")},
    }
    window = subprocess.Popen([program], env=environment)
    try:
        deadline = time.monotonic() + LIMIT_S
        while time.monotonic() < deadline and window.poll() is None:
            if is_drawn(pathlib.Path(folder) / "Xvfb_screen0"):
                return True
            time.sleep(0.1)
        return False
    finally:
        end(window)
        end(screen)


def main():
    server = shutil.which("Xvfb")
    if not server:
        print("Skipped: Xvfb is not installed (Debian: apt install xvfb).")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        drawn = draws_its_window(sys.argv[1], server, folder)
    print("The window is drawn." if drawn else f"No window was drawn within {LIMIT_S} s.")
    return 0 if drawn else 1


if __name__ == "__main__":
    sys.exit(main())
