# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What would fail every row of a run is one sentence before the first one: folders, file systems and versions."""

import subprocess
import tempfile

from program import BUILD, DONE, FAILED, FAKES, FIRST, PREREQUISITE, PROGRAM, Ended, ProgramTest


class Places(ProgramTest):
    """File systems that forbid something, made in a mount namespace of the test's own."""

    def call_with(self, mounts, *words):
        """Runs the program after some mounts; `$HOME` is the test's home."""
        allowed = subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False)
        if allowed.returncode != 0:
            self.skipTest("this system lets nobody mount a file system of their own")
        script = f'{mounts} && exec "$0" "$@"'
        process = subprocess.run(
            ["unshare", "-rm", "sh", "-ec", script, PROGRAM, *words],
            env=self.environment(),
            cwd=self.home,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        return Ended(process.returncode, process.stdout, process.stderr)

    def assert_said_before_the_run(self, ended, *parts):
        self.assert_refused(ended, FAILED, *parts)
        self.assertEqual(self.runs(), [])

    def test_a_home_that_is_read_only_is_said(self):
        ended = self.call_with('mount --bind "$HOME" "$HOME" && mount -o remount,bind,ro "$HOME"', *FIRST, "-q")
        self.assert_said_before_the_run(ended, "Read-only file system")

    def test_a_cache_that_became_read_only_is_said(self):
        self.assertEqual(self.call(*FIRST, "-q", "--output", "first.jsonl").code, DONE)
        ended = self.call_with(
            'mount --bind "$HOME/.cache" "$HOME/.cache" && mount -o remount,bind,ro "$HOME/.cache"', *FIRST, "-q"
        )
        self.assert_said_before_the_run(ended, "/.cache/inferometer/", "Read-only file system", "XDG_CACHE_HOME")

    def test_a_history_that_is_read_only_is_said(self):
        (self.home / ".local").mkdir()
        ended = self.call_with(
            'mount --bind "$HOME/.local" "$HOME/.local" && mount -o remount,bind,ro "$HOME/.local"', *FIRST, "-q"
        )
        self.assert_said_before_the_run(ended, "inferometer/runs'", "Read-only file system", "XDG_DATA_HOME")

    def test_a_cache_where_nothing_may_be_executed_is_said(self):
        (self.home / ".cache").mkdir()
        mounts = 'mount -t tmpfs -o noexec,mode=700 tmpfs "$HOME/.cache"'
        self.assert_said_before_the_run(self.call_with(mounts, *FIRST, "-q"), "noexec", "XDG_CACHE_HOME")
        words = list(FIRST)
        words[words.index("none,default")] = "none"
        self.assertEqual(self.call_with(mounts, *words, "-q").code, DONE, "nothing is compiled in this one")

    def test_a_tmp_where_nothing_may_be_written_or_executed_does_not_matter(self):
        with tempfile.TemporaryDirectory(dir=BUILD) as folder:
            self.python = FAKES / "fake_worker"
            self.more = {"HOME": folder, "INFEROMETER_FAKE_STATE": ""}
            ended = self.call_with("mount --bind /tmp /tmp && mount -o remount,bind,ro,noexec /tmp", *FIRST, "-q")
            self.assertEqual((ended.code, ended.err), (DONE, ""))


class Versions(ProgramTest):
    def test_a_torch_other_than_the_runners_is_said(self):
        self.runner_faults = "torch=2.9.0"
        ended = self.call(*FIRST, "-q")
        self.assert_refused(ended, PREREQUISITE, "2.9.0", "2.15.0+fake", "quickstart")
        self.assertEqual(self.runs(), [])
        self.assertIn("2.9.0", self.call("doctor").out)

    def test_a_runner_that_does_not_start_is_said(self):
        runner = self.home / "runner"
        runner.write_text("#!/bin/sh\necho 'error while loading shared libraries: libtorch.so' >&2\nexit 127\n")
        runner.chmod(0o700)
        self.more = {"INFEROMETER_RUNNER": str(runner)}
        ended = self.call(*FIRST, "-q")
        self.assert_refused(ended, PREREQUISITE, "does not start", "libtorch.so", "quickstart")
        self.assertEqual(self.runs(), [])
