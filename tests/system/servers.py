# SPDX-FileCopyrightText: 2026 Inferometer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real sshd and a real Slurm of one node, both for one test, on the loopback address and with throw-away keys."""

import getpass
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

import pytest

SBIN = ("/usr/sbin", "/usr/local/sbin", "/sbin")


def program(name):
    """The path of a server's program, or None."""
    return shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), *SBIN)))


def require(*names):
    """Skips the test whose programs are not installed; where nothing may be left out, it fails."""
    missing = [name for name in names if program(name) is None]
    if missing:
        leave = pytest.fail if os.environ.get("INFEROMETER_NEEDS_SERVERS") else pytest.skip
        leave(f"not installed: {', '.join(missing)}")


def wait_until(condition, limit=30, what="a server"):
    """Waits for a condition, for a bounded time."""
    end = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


def free_port():
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listens(port):
    """Whether somebody accepts connections."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Servers:
    """Processes that end with the test, and a folder that goes with them."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="inferometer-servers-"))
        self.folder.chmod(0o711)  # munge wants its socket to be reachable by everybody
        self.processes = []

    def start(self, name, *arguments, **options):
        """Starts a server in the foreground; its words go to a file of its name."""
        with open(self.folder / f"{name}.log", "wb") as log:
            self.processes.append(
                subprocess.Popen([program(name), *map(str, arguments)], stdout=log, stderr=log, **options)
            )
        return self.processes[-1]

    def log(self):
        """What the servers said, for a failure."""
        return "\n".join(f"{file.name}:\n{file.read_text()[-2000:]}" for file in sorted(self.folder.glob("*.log")))

    def close(self):
        """Ends the servers that this object started."""
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Sshd(Servers):
    """`launcher` starts a program through ssh, in the folders that `variables` name."""

    def __init__(self, variables):
        super().__init__()
        for key in ("host", "user"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", self.folder / key], check=True
            )
        (self.folder / "authorized").write_bytes((self.folder / "user.pub").read_bytes())
        (self.folder / "authorized").chmod(0o600)
        self.port = free_port()
        values = " ".join(f"{name}={value}" for name, value in variables.items())
        (self.folder / "sshd_config").write_text(
            f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {self.folder}/host\nPidFile none\n"
            f"AuthorizedKeysFile {self.folder}/authorized\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n"
            f"PermitRootLogin prohibit-password\nSetEnv {values}\n"
        )
        (self.folder / "ssh_config").write_text(
            f"Host loopback\n  HostName 127.0.0.1\n  Port {self.port}\n  User {getpass.getuser()}\n"
            f"  IdentityFile {self.folder}/user\n  IdentitiesOnly yes\n  StrictHostKeyChecking no\n"
            f"  UserKnownHostsFile /dev/null\n  LogLevel ERROR\n  BatchMode yes\n"
        )
        if os.geteuid() == 0:
            pathlib.Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # where sshd gives up its privileges
        self.server = self.start("sshd", "-D", "-e", "-f", self.folder / "sshd_config")
        wait_until(lambda: listens(self.port), what="sshd")
        self.launcher = ["ssh", "-F", str(self.folder / "ssh_config"), "loopback"]

    def cut(self):
        """Ends the connections at work as a cut line does: without a word."""
        for process in below(self.server.pid, depth=1):
            os.kill(process, signal.SIGKILL)


class Slurm(Servers):
    """One node, one partition; `launcher` starts a program as a job."""

    def __init__(self):
        super().__init__()
        folder, user, host = self.folder, getpass.getuser(), socket.gethostname().split(".")[0]
        for name in ("state", "spool"):
            (folder / name).mkdir()
        (folder / "munge.key").write_bytes(os.urandom(128))
        (folder / "munge.key").chmod(0o400)
        controller, node = free_port(), free_port()
        (folder / "slurm.conf").write_text(
            f"ClusterName=loopback\nSlurmctldHost={host}(127.0.0.1)\nSlurmUser={user}\nSlurmdUser={user}\n"
            f"AuthType=auth/munge\nAuthInfo=socket={folder}/munge.socket\nCredType=cred/munge\n"
            f"StateSaveLocation={folder}/state\nSlurmdSpoolDir={folder}/spool\nSlurmctldPidFile={folder}/ctld.pid\n"
            f"SlurmdPidFile={folder}/slurmd.pid\nSlurmctldPort={controller}\nSlurmdPort={node}\n"
            "ProctrackType=proctrack/linuxproc\nTaskPlugin=task/none\nMpiDefault=none\nReturnToService=2\n"
            "CommunicationParameters=NoCtldInAddrAny,NoInAddrAny\nSelectType=select/linear\nKillWait=5\n"
            f"NodeName={host} NodeAddr=127.0.0.1 CPUs={os.cpu_count()} State=UNKNOWN\n"
            f"PartitionName=main Nodes={host} Default=YES MaxTime=INFINITE State=UP\n"
        )
        self.variables = {"SLURM_CONF": str(folder / "slurm.conf")}
        environment = os.environ | self.variables
        self.start(
            "munged",
            "--foreground",
            "--force",
            f"--socket={folder}/munge.socket",
            f"--key-file={folder}/munge.key",
            f"--log-file={folder}/munge.log",
            f"--pid-file={folder}/munge.pid",
            f"--seed-file={folder}/munge.seed",
        )
        wait_until((folder / "munge.socket").exists, what="munged")
        self.start("slurmctld", "-D", "-i", env=environment)
        self.start("slurmd", "-D", "-N", host, env=environment)
        self.environment = environment
        wait_until(lambda: "idle" in self.ask("sinfo", "--noheader", "--format=%T"), 60, "the node to be idle")
        self.launcher = ["srun", "--quiet", "--nodes=1"]

    def ask(self, *command):
        """What a command of Slurm prints."""
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=30)
        return done.stdout

    def cancel(self):
        """Ends every job."""
        self.ask("scancel", f"--user={getpass.getuser()}")

    def fill(self):
        """A job that takes the whole node, so that the next one waits; returns its process."""
        process = subprocess.Popen(
            ["srun", "--quiet", "--nodes=1", "--exclusive", "sleep", "600"], env=self.environment
        )
        wait_until(lambda: "RUNNING" in self.ask("squeue", "--noheader", "--format=%T"), what="the job")
        return process


def below(parent, depth=None):
    """Ids of the processes below one, at most so many generations."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit() and parent_of(entry) == parent:
            found.append(int(entry))
            if depth != 1:
                found += below(int(entry), depth and depth - 1)
    return found


def parent_of(process):
    """The parent's id; 0 for a process that is gone."""
    try:
        return int(pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0
