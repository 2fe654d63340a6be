"""Whether a worker that is killed in the midst of the join changes what is found.

`python -m bench.spark_faults [SIZE] [TIMES]` finds over Spark what SIZE invented articles share (default 2000), and compares it with what
the local engine finds. Then the join of texts is done again, until TIMES workers (default 10) were killed in it: from a random moment
on the worker processes of this run are looked for, and one that is at work is killed with -9. The table must be what it was each time.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from bench import procs
from bench.spark import Shown
from tawatur.pipeline.spark import Spark
from tawatur.pipeline.spark.sharing import share
from tawatur.pipeline.spark.stages import Stages
from tawatur.records.base import to_json
from tawatur.reuse import find

# little is compiled, as the work is short
_SETTINGS = {
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.codegen.wholeStage": "false",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


def workers() -> list[int]:
    """The worker processes of Python that this process started through Spark: children of Spark's daemon, which is no worker."""
    every = procs.table()
    daemons = {one for one in procs.tree(os.getpid(), every) if procs.is_called(one, b"pyspark.daemon")}
    return [one for one in daemons if every[one].parent in daemons]


class Killer(threading.Thread):
    """Kills one worker at work, `wait` seconds after the comparison has begun."""

    def __init__(self, stages: Stages, wait: float) -> None:
        super().__init__(daemon=True)
        self._stages, self._wait = stages, wait
        self.killed: int | None = None

    def run(self) -> None:
        """Wait, look, kill."""
        begun, done = self._stages.folder / "compared" / "_temporary", self._stages.folder / "compared.json"
        while not begun.exists():
            time.sleep(0.01)
        time.sleep(self._wait)
        while not done.exists():
            before = {one: _used(one) for one in workers()}
            time.sleep(0.05)
            busy = [one for one, used in before.items() if _used(one) > used]
            if busy and not done.exists():
                self.killed = random.choice(busy)  # noqa: S311
                os.kill(self.killed, signal.SIGKILL)
                return


def _used(process: int) -> int:
    try:
        return sum(map(int, Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]))
    except OSError:
        return 0


def _compared(stages: Stages) -> list[tuple[int, int, bytes | None]]:
    return sorted(((row["a"], row["b"], row["passages"]) for row in stages.rows("compared")), key=lambda row: row[:2])


def main() -> int:
    """Kill, and compare."""
    size, times = (int(one) for one in (*sys.argv[1:], *("2000", "10")[len(sys.argv) - 1 :]))
    shown = Shown.of(size)
    found = find(shown.texts, shown.sentences, {}, shown.articles)
    wanted = [to_json(one) for one in found.pairs], sorted(map(to_json, found.families))
    equal = hit = tried = 0
    with (
        tempfile.TemporaryDirectory(prefix="tawatur-spark-") as folder,
        Spark("local[2]", Path(folder), keep=True, settings=_SETTINGS) as engine,
    ):
        stages = engine.stages
        share(stages, shown)
        got = [one for row in stages.rows("shared", ["rows"]) for one in row["rows"]]
        if (got, sorted(row["family"] for row in stages.rows("families"))) != wanted:
            print("what Spark finds is NOT what the local engine finds")
            return 1
        before = _compared(stages)
        length = getattr(stages.marker("compared"), "seconds", 1.0)
        while hit < times and tried < 5 * times:
            tried += 1
            (stages.folder / "compared.json").unlink()
            killer = Killer(stages, random.uniform(0, 0.5 * length))  # noqa: S311
            killer.start()
            share(stages, shown)
            killer.join(5)
            same = _compared(stages) == before
            hit += killer.killed is not None
            equal += same
            told = "equal" if same else "NOT EQUAL"
            print(f"{tried}: worker {killer.killed or 'none'} killed; the table of {len(before)} pairs is {told}", flush=True)
    print(
        f"{size} articles: the join was done {tried} times; {hit} workers were killed in it; {equal} of {tried} times it gave the same"
    )
    return 0 if equal == tried and hit == times else 1


if __name__ == "__main__":
    sys.exit(main())
