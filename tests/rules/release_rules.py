# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a release says of itself in several places, in one way."""

import re
import unittest
import xml.etree.ElementTree as ElementTree

from sources import ROOT

LINUX = ROOT / "packaging" / "linux"


def paragraphs(text):
    """The fields of each paragraph of a Debian control file, with their continuation lines."""
    for block in text.strip().split("\n\n"):
        fields = re.findall(r"^([A-Za-z-]+):[ ]?(.*(?:\n[ ].*)*)", block, re.MULTILINE)
        yield dict(fields)


class Release(unittest.TestCase):
    def test_changelog_and_metainfo_begin_with_the_version_that_is_built_and_its_day(self):
        built = re.search(r"project\(\w+ VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text()).group(1)
        heading = re.search(r"^## ([0-9.]+) \(([0-9-]+)\)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
        release = ElementTree.parse(next(LINUX.glob("*.metainfo.xml"))).find("releases/release")

        self.assertEqual(heading.group(1), built)
        self.assertEqual((release.get("version"), release.get("date")), heading.groups())

    def test_what_is_compiled_in_comes_with_its_licence(self):
        found = set(re.findall(r"find_package\((\w+)", (ROOT / "CMakeLists.txt").read_text()))
        header_only = found - {"libuv", "OpenSSL"}  # these are linked: their packages bring their licences
        notices = list(paragraphs((ROOT / "packaging" / "copyright").read_text()))
        texts = {}
        for notice in notices:
            if "License" in notice and "Files" not in notice:
                texts[notice["License"].split("\n")[0]] = notice["License"]

        self.assertTrue(header_only)
        for name in header_only:
            with self.subTest(library=name):
                notice = next(notice for notice in notices if f"/{name}/" in notice.get("Files", ""))
                self.assertTrue(notice["Copyright"].strip())
                text = texts[notice["License"]]
                self.assertGreater(len(text.splitlines()), 15, "a licence is its text, not its name")
                self.assertRegex(text, "WARRANTY OF ANY KIND|WARRANTIES")
        self.assertIn("${PROJECT_SOURCE_DIR}/LICENSE", (ROOT / "packaging" / "cpack.cmake").read_text())
        self.assertIn("GNU GENERAL PUBLIC LICENSE", (ROOT / "LICENSE").read_text())

    def test_every_program_has_a_page_of_the_manual(self):
        text = "".join(path.read_text() for path in ROOT.glob("*/**/CMakeLists.txt") if "build" not in path.parts)
        programs = set(re.findall(r"install\(TARGETS (inferometer[a-z-]*)\)", text)) | {"inferometer-setup"}

        self.assertEqual({page.stem for page in (LINUX / "man").glob("*.1")}, programs)


if __name__ == "__main__":
    unittest.main()
