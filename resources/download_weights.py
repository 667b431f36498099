# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetches a model's pretrained weights into the Hugging Face cache: download_weights.py WORKER MODEL.

WORKER is the folder of the worker's package, which says what of a model is fetched and what is refused.
"""

import sys
from pathlib import Path


def main() -> None:
    """Fetches; the last line of standard error says what went wrong."""
    worker, model = sys.argv[1:]
    sys.path.insert(0, str(Path(worker).parent))
    from inferometer_worker import hub, reasons

    try:
        hub.checked_snapshot(str(hub.download(model, None)))
    except reasons.Failure as failure:
        sys.exit(failure.detail or " ".join([failure.code, *failure.arguments]))


main()
