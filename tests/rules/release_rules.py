# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a release says of itself in several places, in one way."""

import re
import unittest
import xml.etree.ElementTree as ElementTree

from sources import ROOT

LINUX = ROOT / "packaging" / "linux"


class Release(unittest.TestCase):
    def test_changelog_and_metainfo_begin_with_the_version_that_is_built(self):
        built = re.search(r"project\(\w+ VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text()).group(1)
        logged = re.search(r"^## ([0-9.]+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE).group(1)
        metainfo = ElementTree.parse(next(LINUX.glob("*.metainfo.xml")))

        self.assertEqual(logged, built)
        self.assertEqual(metainfo.find("releases/release").get("version"), built)

    def test_every_program_has_a_page_of_the_manual(self):
        text = "".join(path.read_text() for path in ROOT.glob("*/**/CMakeLists.txt") if "build" not in path.parts)
        programs = set(re.findall(r"install\(TARGETS (inferometer[a-z-]*)\)", text)) | {"inferometer-setup"}

        self.assertEqual({page.stem for page in (LINUX / "man").glob("*.1")}, programs)


if __name__ == "__main__":
    unittest.main()
