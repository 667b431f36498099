# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""inferometer-setup as a package installs it, with a Python and a pip that download nothing."""

import os
import pathlib
import shutil
import stat
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Answers as the interpreter of a system does, and makes environments whose pip only speaks.
PYTHON = """#!/bin/sh
case "$1 $2" in
    "- ") exit 0 ;;
    "-c "*) echo '(3, 11)' ;;
    "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    "-m pip")
        [ -z "$FAKE_PIP_FAILS" ] || { echo 'ERROR: no such host' >&2; exit 1; }
        echo 'Collecting numpy==2.3.1 (from -r requirements.lock (line 1))'
        echo '  Downloading numpy-2.3.1-cp311.whl (16.6 MB)'
        echo 'Collecting torch==2.15.0 (from -r requirements.lock (line 3))'
        echo 'Installing collected packages: numpy, torch' ;;
esac
"""


class Setup(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.program = self.folder / "bin" / "inferometer-setup"
        self.write(self.program, (ROOT / "packaging/linux/environment.sh").read_text())
        self.write(self.folder / "python3", PYTHON)
        self.write(self.folder / "tools/df", "#!/bin/sh\nprintf 'head\\ndisk 1 1 99999999 1%% /\\n'\n")
        self.write(
            self.folder / "share/inferometer/requirements.lock", "numpy==2.3.1 \\\n    --hash=a\ntorch==2.15.0\n"
        )
        self.cache = self.folder / "cache"

    def write(self, path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def run_setup(self, *words, answer="", **variables):
        environment = os.environ | {
            "XDG_CACHE_HOME": str(self.cache),
            "PATH": f"{self.folder}/tools:{os.environ['PATH']}",
            "INFEROMETER_BASE_PYTHON": str(self.folder / "python3"),
            **variables,
        }
        return subprocess.run(
            [self.program, *words], env=environment, input=answer, capture_output=True, text=True, timeout=60
        )

    def prepare(self, prefix=""):
        """Makes an environment as quickstart does, which sources the script."""
        script = (
            f"set -eu; source '{self.program}'; say() {{ :; }}; fail() {{ exit 1; }}; torch=; range=(); "
            f"requirements='{self.folder}/share/inferometer/requirements.lock'; cache='{self.cache}'; "
            f"prefix='{prefix}'; prepare_environment"
        )
        environment = os.environ | {
            "PATH": f"{self.folder}/tools:{os.environ['PATH']}",
            "INFEROMETER_BASE_PYTHON": str(self.folder / "python3"),
        }
        subprocess.run(["bash", "-c", script], env=environment, check=True, timeout=60, stdout=subprocess.DEVNULL)

    def test_the_cache_is_closed_to_others_and_a_prefix_stays_as_it_was(self):
        prefix = self.folder / "prefix"
        for folder in (prefix, self.cache):
            folder.mkdir()
            folder.chmod(0o755)

        self.prepare(prefix)
        self.prepare()

        self.assertTrue((prefix / "environment" / "bin" / "python").exists())
        self.assertEqual(stat.S_IMODE(prefix.stat().st_mode), 0o755)
        self.assertEqual(stat.S_IMODE(self.cache.stat().st_mode), 0o700)

    def test_progress_counts_the_packages(self):
        done = self.run_setup("--yes")

        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.splitlines(), ["1 of 2: numpy", "2 of 2: torch", "2 of 2: unpacking"])
        self.assertTrue((self.cache / "inferometer/environment/bin/python").exists())

    def test_the_second_time_nothing_is_installed(self):
        self.run_setup("--yes")
        again = self.run_setup("--yes", FAKE_PIP_FAILS="1")

        self.assertEqual((again.returncode, again.stdout), (0, ""))

    def test_without_consent_nothing_is_made(self):
        done = self.run_setup()

        self.assertEqual(done.returncode, 1)
        self.assertIn("--yes", done.stderr)
        self.assertFalse(self.cache.exists())

    def test_a_failure_leaves_nothing_that_would_be_taken_for_an_environment(self):
        done = self.run_setup("--yes", FAKE_PIP_FAILS="1")

        self.assertEqual(done.returncode, 1)
        self.assertIn("is there a network", done.stderr.splitlines()[-1])
        self.assertFalse((self.cache / "inferometer/environment").exists())
        self.assertEqual(self.run_setup("--yes").returncode, 0)

    def test_quickstart_leaves_standard_output_to_the_program(self):
        clone = self.folder / "clone"
        for file in ("quickstart", "packaging/linux/environment.sh", "core/worker/requirements.lock"):
            self.write(clone / file, (ROOT / file).read_text())
        self.write(self.folder / "tools/cmake", "#!/bin/sh\necho cmake version 3.25.1\n")
        self.write(clone / "build/release/bin/inferometer-cli", "#!/bin/sh\necho the table\n")
        self.program = clone / "quickstart"

        done = self.run_setup("--no-gui", "cli", "list")

        self.assertEqual((done.returncode, done.stdout), (0, "the table\n"), done.stderr)
        self.assertIn("torch", done.stderr)


if __name__ == "__main__":
    unittest.main()
