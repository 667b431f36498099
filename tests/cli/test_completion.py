# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a shell offers while a command is being typed."""

import pathlib
import shutil
import subprocess
import unittest

from program import DONE, FIRST, PROGRAM, ProgramTest

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


class Completion(ProgramTest):
    def offered(self, *words):
        """What can stand in the place of the last word."""
        ended = self.call("complete", *words)
        self.assertEqual((ended.code, ended.err), (DONE, ""))
        return ended.out.splitlines()

    def test_commands_and_their_options(self):
        self.assertIn("run", self.offered(""))
        self.assertEqual(self.offered("mod"), ["models"])
        self.assertEqual(self.offered("models", "a"), ["add"])
        self.assertEqual(self.offered("models", "add", "--prep"), ["--prepare"])
        options = self.offered("run", "--")
        self.assertLessEqual({"--dry-run", "--mode", "--quiet"}, set(options))
        self.assertTrue(all(option.startswith("--") for option in options))

    def test_models_by_name(self):
        self.assertIn("resnet", self.offered("run", "-m", ""))
        self.assertEqual(self.offered("run", "--model", "all"), ["all"])
        self.assertEqual(self.offered("run", "--mode", ""), [])

    def test_runs_of_the_history(self):
        self.assertEqual(self.offered("show", ""), ["last"])
        self.call(*FIRST, "-q")
        name = self.runs()[0].name.removesuffix(".inferometer.jsonl")
        for words in (("show", ""), ("compare", "last", ""), ("run", "--resume", "")):
            self.assertEqual(self.offered(*words), [name, "last"])

    def test_every_shell_offers_what_the_program_says(self):
        for shell, flag, file, script in (
            ("bash", "-c", "inferometer-cli.bash", BASH),
            ("zsh", "-fc", "_inferometer-cli", ZSH),
            ("fish", "-c", "inferometer-cli.fish", FISH),
        ):
            with self.subTest(shell=shell):
                if not shutil.which(shell):
                    self.skipTest(f"{shell} is not installed")
                path = f"{PROGRAM.parent}:{self.environment()['PATH']}"
                done = subprocess.run(
                    [shell, flag, script.format(file=FILES / file)],
                    env=self.environment() | {"PATH": path},
                    cwd=self.home,
                    capture_output=True,
                    text=True,
                    timeout=60,
                )
                self.assertEqual(done.stdout.split(), ["--dry-run"], done.stderr)


if __name__ == "__main__":
    unittest.main()
