"""A command as a process group of its own: killing all of it, or one process of it, and making sure that none is left."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

from bench.procs import is_called, table

Whom = Literal["group", "parent", "worker"]

COMMAND = [sys.executable, "-m", "tawatur.cli.main", "--lang", "en"]
_ENDS = 120.0  # seconds that a run may take to its end, on a machine that is shared
_GONE = 20.0  # seconds in which workers must follow a parent that was killed


def start(arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> "subprocess.Popen[bytes]":
    """Begin a command of tawatur in a process group of its own; what it prints goes to `log`."""
    with log.open("ab") as out:
        return subprocess.Popen(
            [*COMMAND, *arguments], stdout=out, stderr=out, stdin=subprocess.DEVNULL, env=environment, start_new_session=True
        )


def ended(process: "subprocess.Popen[bytes]", seconds: float) -> bool:
    """Wait for a process for `seconds`; whether it has ended by then."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(max(0.0, seconds))
    return process.returncode is not None


def kill(process: "subprocess.Popen[bytes]", whom: Whom, draw: random.Random) -> Whom:
    """Kill with SIGKILL, wait for the end, and say who was killed: where no worker runs, the parent is."""
    workers = _workers(process.pid) if whom == "worker" else []
    with suppress(ProcessLookupError):
        if whom == "group":
            os.killpg(process.pid, signal.SIGKILL)
        elif workers:
            os.kill(draw.choice(workers), signal.SIGKILL)
        else:
            os.kill(process.pid, signal.SIGKILL)
    if not ended(process, _ENDS):
        end(process)
        raise TimeoutError(f"process {process.pid} does not end after its worker was killed")
    return whom if whom != "worker" or workers else "parent"


def left(group: int) -> list[int]:
    """The processes of a group that are there after some seconds; they are ended."""
    until = time.monotonic() + _GONE
    found = _members(group)
    while found and time.monotonic() < until:
        time.sleep(0.05)
        found = _members(group)
    for pid in found:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return found


def end(process: "subprocess.Popen[bytes]") -> None:
    """Make an end of a group, where it has not ended."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _workers(parent: int) -> list[int]:
    """The worker processes of a command; not the one that only tracks what Python's processes share."""
    return sorted(pid for pid, told in table().items() if told.parent == parent and is_called(pid, b"spawn_main"))


def _members(group: int) -> list[int]:
    return [pid for pid, told in table().items() if told.group == group and told.state != "Z"]
