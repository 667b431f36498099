# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each shell offers what the program says. CTest runs one test per shell, and shows a missing one as skipped."""

import pathlib
import shutil
import subprocess
import unittest

from program import PROGRAM, ProgramTest

FILES = pathlib.Path(__file__).resolve().parents[2] / "packaging/linux/completions"

# Each calls what its shell would call for `inferometer-cli run --dr`, and prints what is offered.
BASH = """
source {file}
COMP_WORDS=(inferometer-cli run --dr) COMP_CWORD=2
_inferometer_cli
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
ZSH = """
compadd() {{ shift; print -l -- $@ }}
_files() {{ }}
call() {{ source {file} }}
words=(inferometer-cli run --dr) CURRENT=3
call
"""
FISH = "source {file}; complete -C 'inferometer-cli run --dr'"


class Shells(ProgramTest):
    def offers_what_the_program_says(self, shell, flag, script, file):
        if not shutil.which(shell):
            self.skipTest(f"{shell} is not installed")
        environment = self.environment()
        done = subprocess.run(
            [shell, flag, script.format(file=FILES / file)],
            env=environment | {"PATH": f"{PROGRAM.parent}:{environment['PATH']}"},
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=60,
        )
        self.assertEqual(done.stdout.split(), ["--dry-run"], done.stderr)

    def test_bash(self):
        self.offers_what_the_program_says("bash", "-c", BASH, "inferometer-cli.bash")

    def test_zsh(self):
        self.offers_what_the_program_says("zsh", "-fc", ZSH, "_inferometer-cli")

    def test_fish(self):
        self.offers_what_the_program_says("fish", "-c", FISH, "inferometer-cli.fish")


if __name__ == "__main__":
    unittest.main()
