"""What tests of faults share: the command as a process, and what an export holds."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

COMMAND = [sys.executable, "-m", "tawatur.cli.main", "--lang", "en"]


class Newsroom(NamedTuple):
    """A folder of articles, and the store that they were read into."""

    articles: Path
    store: Path


def tawatur(*arguments: str, environment: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end."""
    given = {**os.environ, "TAWATUR_STORE": "", **(environment or {})}
    return subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, text=True, env=given, timeout=120)


def exported(store: Path, out: Path) -> dict[str, bytes]:
    """The files of a store's export."""
    shutil.rmtree(out, ignore_errors=True)
    done = tawatur("export", str(out), "--store", str(store))
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def remounted(folder: Path, how: str) -> None:
    """Mount a folder anew, as `rw` or `ro`."""
    subprocess.run(["mount", "-o", f"remount,{how},bind", str(folder)], check=True)
