# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a text of the sources is missing in the translations, or a translation belongs to no text any more.

Usage: check_translations.py LUPDATE ROOT
"""

import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree


def messages(path):
    """What identifies the messages of a translation file, and whether each is finished."""
    found = {}
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = message.find("translation").get("type") or "finished"
    return found


def extracted(lupdate, root, folder, options):
    """The messages that lupdate finds in the sources today."""
    target = pathlib.Path(folder) / "now.ts"
    files = [path for part in ("ui", "text") for path in sorted((root / part).rglob("*"))]
    sources = [str(path) for path in files if path.suffix in (".h", ".cpp")]
    listing = pathlib.Path(folder) / "sources.lst"
    listing.write_text("\n".join(["-I" + str(root), *sources]) + "\n")
    subprocess.run([lupdate, *options, f"@{listing}", "-ts", str(target)], check=True, capture_output=True)
    return set(messages(target))


def main():
    lupdate, root = sys.argv[1], pathlib.Path(sys.argv[2])
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((root / "translations").glob("inferometer_*.ts")):
            options = ["-pluralonly"] if path.stem == "inferometer_en" else []
            known = messages(path)
            wanted = extracted(lupdate, root, folder, options)
            failures += [f"{path.name}: not translated: {key}" for key in sorted(wanted - set(known))]
            failures += [f"{path.name}: of no source any more: {key}" for key in sorted(set(known) - wanted)]
            failures += [f"{path.name}: {state}: {key}" for key, state in known.items() if state != "finished"]
    print("\n".join(failures) or "The translations are complete.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
