# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ties this process to its parent, which it never outlives, and gives its standard output to the protocol."""

import ctypes
import os
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

PR_SET_PDEATHSIG = 1
ORPHANED = 70  # exit code when the parent was gone before the death signal was set


def die_with_parent() -> None:
    """Asks the kernel for SIGKILL when the parent's thread ends, and ends at once if the parent is gone already.

    INFEROMETER_PARENT_PID, when set, names the parent that is expected. No core file is ever written.
    """
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    expected = os.environ.get("INFEROMETER_PARENT_PID", "")
    if expected.isdigit() and os.getppid() != int(expected):
        os._exit(ORPHANED)


def take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Returns private close-on-exec streams for requests and replies.

    Descriptor 0 then reads nothing and descriptor 1 is standard error, so that neither a compiler that reads nor a
    library that prints can disturb the protocol.
    """
    sys.stdout.flush()
    requests, replies = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return os.fdopen(requests, "rb"), os.fdopen(replies, "wb", buffering=0)


def end_everything() -> None:
    """Kills this process and all it started. Does not return.

    A process that leads its group (the worker) kills the group; one that shares its parent's group (a peer) kills its
    descendants and itself.
    """
    if os.getpgrp() == os.getpid():
        os.killpg(os.getpgrp(), signal.SIGKILL)
    for pid in descendants(os.getpid()):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)


def descendants(ancestor: int) -> list[int]:
    """Returns the ids of all living processes below ancestor, parents first."""
    children: dict[int, list[int]] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            children.setdefault(parent_of(int(name)), []).append(int(name))
    found = list(children.get(ancestor, []))
    for pid in found:
        found.extend(children.get(pid, []))
    return found


def parent_of(pid: int) -> int:
    """Returns the parent's id, or 0 for a process that ended meanwhile."""
    try:
        return int(Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[1])
    except (OSError, IndexError, ValueError):
        return 0
