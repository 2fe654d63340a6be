"""Measure what it costs to add a few articles to a store of many: wall clock, processor time and memory of one `tawatur read`.

Usage: python -m bench.growing STORE MORE [--map NAME] [--workers N]

STORE is a store that was read by this version of the program, else all of it is annotated anew; it is copied first and stays as it is.
MORE is a folder, file or address of further articles, `--map` and `--workers` are those of `tawatur read`. The copy is read twice: the second
time nothing is new, which is what start-up and looking at the files cost. For a store:

    tawatur read CORPUS --map saudinewsnet --store many.sqlite
    python -m bench.growing many.sqlite MORE --map saudinewsnet
"""

import argparse
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds of wall clock and of processor time, workers included, and the largest process in megabytes."""

    wall: float
    processor: float
    megabytes: float


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.growing", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("more")
    parser.add_argument("--map")
    parser.add_argument("--workers", help="as many as there are cores unless told")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "store.sqlite")
        shutil.copy(options.store, store)
        os.sync()  # else the first transaction waits until the copy is on the disk
        before = articles(store)
        command = [sys.executable, "-m", "tawatur.cli.main", "read", options.more, "--store", str(store), "--json"]
        for name, value in (("--workers", options.workers), ("--map", options.map)):
            command += [name, value] if value else []
        for what in ("first", "again"):
            cost = measured(command)
            after = articles(store)
            print(
                f"{what}: {after - before} articles added to {before}: {cost.wall:.1f} s, {cost.processor:.1f} s of processor time, "
                f"{cost.megabytes:.0f} MB",
                flush=True,
            )
            before = after
    return 0


def articles(store: Path) -> int:
    """Count the articles of a store."""
    connection = sqlite3.connect(store)
    try:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    finally:
        connection.close()


def measured(command: list[str]) -> Cost:
    """Run a command, its output thrown away, and give what it cost.

    Raises SystemExit where it fails.
    """
    start = time.perf_counter()
    with Path(os.devnull).open("wb") as nowhere:
        process = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1)])
        _, status, used = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"failed: {' '.join(command)}")
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main())
