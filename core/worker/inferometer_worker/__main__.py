# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Entry of the worker (no argument) and of the Python peer (argument "peer"); started as ``python -I FOLDER``."""

import sys
from pathlib import Path

if not __package__:
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from inferometer_worker import life

if __name__ == "__main__":
    life.die_with_parent()
    reader, writer = life.take_streams()

    from inferometer_worker import service

    sys.exit(service.main(sys.argv[1:], reader, writer))
