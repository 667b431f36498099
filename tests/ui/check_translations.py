# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the texts of the sources and of the translations differ, or their words and those of the glossary do.

A text has one translation, and a translation a text.

Usage: check_translations.py LUPDATE ROOT
"""

import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

# Spellings beside those of translations/glossary.md, and what its rules ask for.
FOREIGN_WORDS = re.compile(r"メモリー|パラメータ(?!ー)|淡い棒|最低:|モデルグラフの分断|Python を離れた|(?<=か)\?")


def messages(path):
    """The messages of a translation file, each with what identifies it."""
    found = []
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found.append((key, message.find("translation")))
    return found


def states(path):
    """What identifies the messages of a translation file, and whether each is finished."""
    return {key: translation.get("type") or "finished" for key, translation in messages(path)}


def repeated(path):
    """Texts with several translations: which one is shown is left to chance."""
    counts = collections.Counter(key for key, _ in messages(path))
    return [key for key, count in counts.items() if count > 1]


def foreign(path):
    """Words of the Japanese that the glossary does not know, with the texts that hold them."""
    texts = [(key, "".join(translation.itertext())) for key, translation in messages(path)]
    return [(found.group(), key) for key, text in texts for found in FOREIGN_WORDS.finditer(text)]


def extracted(lupdate, root, folder, options):
    """The messages that lupdate finds in the sources today."""
    target = pathlib.Path(folder) / "now.ts"
    files = [path for part in ("ui", "text") for path in sorted((root / part).rglob("*"))]
    sources = [str(path) for path in files if path.suffix in (".h", ".cpp")]
    listing = pathlib.Path(folder) / "sources.lst"
    listing.write_text("\n".join(["-I" + str(root), *sources]) + "\n")
    subprocess.run([lupdate, *options, f"@{listing}", "-ts", str(target)], check=True, capture_output=True)
    return set(states(target))


def main():
    lupdate, root = sys.argv[1], pathlib.Path(sys.argv[2])
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((root / "translations").glob("inferometer_*.ts")):
            options = ["-pluralonly"] if path.stem == "inferometer_en" else []
            known = states(path)
            wanted = extracted(lupdate, root, folder, options)
            failures += [f"{path.name}: not translated: {key}" for key in sorted(wanted - set(known))]
            failures += [f"{path.name}: of no source any more: {key}" for key in sorted(set(known) - wanted)]
            failures += [f"{path.name}: {state}: {key}" for key, state in known.items() if state != "finished"]
            failures += [f"{path.name}: translated more than once: {key}" for key in repeated(path)]
            failures += [f"{path.name}: not the glossary's: {word}: {key}" for word, key in foreign(path)]
    print("\n".join(failures) or "The translations are complete.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
