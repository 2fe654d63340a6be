"""The processes of this machine, as Linux tells them: who started whom, and what each has used."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_TICKS = os.sysconf("SC_CLK_TCK")


class Process(NamedTuple):
    """A process: its state (`Z` where it has ended and nobody has asked), its parent, its group, and the seconds of processors it has used."""

    state: str
    parent: int
    group: int
    seconds: float


def table() -> dict[int, Process]:
    """Give all processes by their numbers (proc(5), /proc/PID/stat after the name); one that ends meanwhile is left out."""
    found: dict[int, Process] = {}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            with suppress(OSError):
                told = (path / "stat").read_text().rpartition(")")[2].split()
                found[int(path.name)] = Process(told[0], int(told[1]), int(told[2]), sum(map(int, told[11:13])) / _TICKS)
    return found


def tree(process: int, every: Mapping[int, Process]) -> list[int]:
    """Give the processes that `process` started, itself first, that are there."""
    found = [process] if process in every else []
    for one in found:  # grows while it is gone through
        found += [other for other, told in every.items() if told.parent == one]
    return found


def is_called(process: int, words: bytes) -> bool:
    """Whether the command of a process holds these words; not that of one that has ended."""
    with suppress(OSError):
        return words in Path(f"/proc/{process}/cmdline").read_bytes()
    return False
