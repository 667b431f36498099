# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A type's fields in JSON are listed once: of two lists in two sources the linker would take either and say nothing."""

import re
import unittest
from collections import defaultdict

from sources import ROOT, files

LIST = re.compile(r"template <> struct Fields<([\w:]+)>")


class FieldLists(unittest.TestCase):
    def test_a_type_has_one_list(self):
        lists = defaultdict(list)
        for source in files(".h", ".cpp", below=("core",)):
            text = (ROOT / source).read_text()
            for name in LIST.findall(text):
                is_own = source.endswith(".cpp") and re.search(rf"^struct {name} {{", text, re.MULTILINE)
                lists[name].append(source + " (its own type)" if is_own else source)
        for name, sources in lists.items():
            shared = [source for source in sources if not source.endswith(")")]
            self.assertTrue(len(sources) == 1 or not shared, f"{name} is listed in {', '.join(sources)}")


if __name__ == "__main__":
    unittest.main()
