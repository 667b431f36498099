# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom. The table is the architecture; a file that breaks it fails here."""

import re
import unittest

from sources import ROOT, cpp_sources

# Folder -> the project's folders it may include. A folder may always include itself.
BASE = {"core/base"}
NUMBERS = BASE | {"core/device", "core/plan", "core/stats", "core/measure"}
FILES = NUMBERS | {"core/catalog", "core/protocol", "core/store"}
ALLOWED = {
    "core/base": set(),
    "core/guard": BASE,
    "core/device": BASE,
    "core/stats": BASE,
    "core/measure": BASE | {"core/stats"},
    "core/catalog": BASE | {"core/plan", "core/protocol"},
    "core/plan": BASE | {"core/catalog", "core/measure"},
    "core/protocol": NUMBERS,
    "core/store": NUMBERS | {"core/catalog", "core/protocol"},
    "core/run": FILES | {"core/engine"},  # engine.h: the entry of the shared library, without Torch
    "core/study": FILES,
    "core/engine": NUMBERS | {"core/protocol", "core/store"},
    "text": FILES | {"core/run", "core/study"},
    "app": FILES | {"core/run", "core/study", "text", "ui"},
    "ui": FILES | {"core/run", "core/study", "text"},
}

# Library headers that only these folders may include.
RESTRICTED = {
    r"(torch|ATen|c10|caffe2)/": {"core/engine"},
    r"(cuda|cuda_runtime|cuda_runtime_api|nvml)\.h": {"core/engine"},
    r"Q[A-Z]\w*|Qt\w*/.*|qcustomplot\.h": {"ui", "app"},
    r"uv\.h": {"core/run"},
    r"openssl/": {"core/base"},
    r"CLI/": {"app"},
    r"nlohmann/": {"core/protocol", "core/store", "core/catalog", "core/plan", "core/run", "core/engine", "app"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def room_of(path):
    """The folder of the table that a path (relative to the root) belongs to."""
    return max((room for room in ALLOWED if path == room or path.startswith(room + "/")), key=len, default=None)


class IncludeTable(unittest.TestCase):
    def test_every_source_belongs_to_a_room_of_the_table(self):
        for source in cpp_sources():
            self.assertIsNotNone(room_of(source), f"{source}: its folder is not in the table")

    def test_includes_follow_the_table(self):
        for source in cpp_sources():
            room = room_of(source)
            for own, library in INCLUDE.findall((ROOT / source).read_text()):
                with self.subTest(source=source, include=own or library):
                    if own and (ROOT / own).exists():
                        target = room_of(own)
                        self.assertTrue(target == room or target in ALLOWED[room], f"{room} may not include {target}")
                    for pattern, rooms in RESTRICTED.items():
                        if re.match(pattern + r"$" if pattern.endswith(".h") else pattern, library):
                            self.assertIn(room, rooms, f"{room} may not include <{library}>")

    def test_the_window_and_torch_never_meet(self):
        for source in cpp_sources():
            libraries = [library for _, library in INCLUDE.findall((ROOT / source).read_text())]
            has_torch = any(re.match(r"(torch|ATen|c10)/", library) for library in libraries)
            has_qt = any(re.match(r"Q[A-Z]|Qt|qcustomplot", library) for library in libraries)
            self.assertFalse(has_torch and has_qt, source)


if __name__ == "__main__":
    unittest.main()
