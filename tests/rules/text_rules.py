# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules on the text of sources: licence lines, open ends, languages."""

import re
import unittest
import xml.etree.ElementTree as ElementTree

from sources import ROOT, files

LICENSED = (".h", ".cpp", ".py", ".cmake")


class SourceText(unittest.TestCase):
    def test_every_source_names_its_licence(self):
        for path in files(*LICENSED):
            head = (ROOT / path).read_text(errors="replace")[:400]
            self.assertIn("SPDX-License-Identifier: GPL-3.0-or-later", head, path)

    def test_open_ends_name_a_ticket(self):
        marks = re.compile(r"\b(TODO(?!\(#\d+\): )|FIXME|XXX)\b")
        for path in files(*LICENSED, below=("app", "core", "text", "ui")):
            self.assertIsNone(marks.search((ROOT / path).read_text()), path)

    def test_headers_are_included_once(self):
        for path in files(".h", below=("app", "core", "text", "ui", "tests")):
            self.assertIn("#pragma once", (ROOT / path).read_text(), path)

    def test_the_window_runs_no_loop_within_its_loop(self):
        nested = re.compile(
            r"(\.|->|QDrag\()exec\(|\bget(Existing|Open|Save)\w*\(|QEventLoop|processEvents"
            r"|QMessageBox::(about|critical|information|question|warning)\(|QInputDialog::get|Q(Color|Font)Dialog::get"
        )
        for path in files(".h", ".cpp", below=("ui",)):
            self.assertNotRegex((ROOT / path).read_text(), nested, path)

    def test_the_core_speaks_no_language(self):
        for path in files(".h", ".cpp", below=("core",)):
            self.assertNotRegex((ROOT / path).read_text(), r"\btr\(|QT_TR", path)


class Translations(unittest.TestCase):
    def test_no_japanese_is_unfinished(self):
        for path in files(".ts"):
            for message in ElementTree.parse(ROOT / path).iter("message"):
                translation = message.find("translation")
                self.assertNotEqual(translation.get("type"), "unfinished", f"{path}: {message.findtext('source')}")
                texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
                self.assertTrue(all(texts), f"{path}: {message.findtext('source')} has no translation")


if __name__ == "__main__":
    unittest.main()
