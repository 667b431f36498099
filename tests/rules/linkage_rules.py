# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the built programs may load: no CUDA toolkit of the system anywhere, no Torch or Python in window and CLI."""

import os
import pathlib
import re
import shutil
import subprocess
import unittest

BUILD = pathlib.Path(os.environ.get("INFEROMETER_BUILD_DIR", "."))
SYSTEM_TOOLKIT = re.compile(r"/usr/local/(cuda[^/]*|include/(crt|nv|cu[a-z]+)[/_.])|/opt/cuda/|/usr/lib/cuda/")


def needed_libraries(program):
    """Names of the shared objects that a program asks the loader for, directly."""
    output = subprocess.run(["objdump", "-p", program], capture_output=True, text=True, check=True).stdout
    return re.findall(r"NEEDED\s+(\S+)", output)


class Linkage(unittest.TestCase):
    def test_no_file_of_a_system_toolkit_was_compiled_or_linked(self):
        rules = BUILD / "build.ninja"
        if not rules.exists():
            self.fail(f"{rules} is missing: the rule has nothing to check")
        self.assertIsNone(SYSTEM_TOOLKIT.search(rules.read_text()), "build.ninja names a system CUDA toolkit")
        dependencies = subprocess.run(
            [shutil.which("ninja"), "-C", str(BUILD), "-t", "deps"], capture_output=True, text=True, check=True
        ).stdout
        self.assertIsNone(SYSTEM_TOOLKIT.search(dependencies), "a source includes a system CUDA toolkit")

    def test_window_and_command_line_load_neither_torch_nor_python(self):
        for name in ("inferometer", "inferometer-cli"):
            program = BUILD / "bin" / name
            if program.exists():
                for library in needed_libraries(program):
                    self.assertNotRegex(library, r"torch|c10|python|cuda|engine", f"{name} needs {library}")

    def test_a_runner_is_built_from_its_few_sources_alone(self):
        """Where only a GPU and a torch are, there is neither libcrypto nor libuv: see tests/device/check."""
        runner = BUILD / "bin" / "inferometer-runner"
        if not runner.exists():
            self.skipTest("this build has no runner")
        words = ["nm", "--dynamic", "--undefined-only", runner]
        wanted = subprocess.run(words, capture_output=True, text=True, check=True).stdout
        self.assertNotRegex(wanted, r" (EVP|OPENSSL|uv)_\w+")

    def test_the_command_line_loads_no_qt(self):
        for library in needed_libraries(BUILD / "bin" / "inferometer-cli"):
            self.assertNotRegex(library, r"Qt")


if __name__ == "__main__":
    unittest.main()
