# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every test that docs/reliability.md names is there, under a name that `ctest -R` finds."""

import re
import unittest

from sources import ROOT, files

TEST = re.compile(r"^TEST(_F|_P)?\((\w+),\s*(\w+)\)", re.MULTILINE)
# "faults.Instance/Suite.Test…"; a suite or a test may stand alone.
NAMED = re.compile(r"(faults\.)?(?:(\w+)/)?([A-Z]\w*[a-z]\w*)(?:\.(\w*))?[…*]?")
WINDOW = re.compile(r"(?:ui|tst)_(\w+)")


def tests():
    """Whether it is below tests/faults, whether it has parameters, suite and name of every test in C++."""
    found = []
    for path in files(".cpp", below=("tests",)):
        for kind, suite, name in TEST.findall((ROOT / path).read_text()):
            found.append((path.startswith("tests/faults/"), kind == "_P", suite, name))
    return found


def is_there(named, known):
    """Whether a name is one of the tests that are known; what is written before its suite belongs to it."""
    prefix, instance, suite, test = named.groups()
    for is_fault, has_parameters, its_suite, its_name in known:
        begins_right = not prefix or (is_fault and bool(instance) == has_parameters)
        if begins_right and its_suite == suite and its_name.startswith(test or ""):
            return True
        if test is None and not prefix and its_name.startswith(suite):
            return True
    return False


class Reliability(unittest.TestCase):
    def test_every_test_that_is_named_is_there(self):
        known = tests()
        self.assertGreater(len(known), 500)
        others = (ROOT / "tests" / "ui" / "CMakeLists.txt").read_text()
        for line in (ROOT / "docs" / "reliability.md").read_text().splitlines():
            for name in re.findall(r"`([^`]+)`", line) if line.startswith("|") else ():
                with self.subTest(name=name):
                    if named := NAMED.fullmatch(name):
                        self.assertTrue(is_there(named, known))
                    elif window := WINDOW.fullmatch(name):
                        self.assertTrue(name.startswith("ui_"), "so its source is called, not the test")
                        has_source = (ROOT / "tests" / "ui" / f"tst_{window.group(1)}.cpp").exists()
                        self.assertTrue(has_source or f"add_test(NAME {name} " in others)


if __name__ == "__main__":
    unittest.main()
