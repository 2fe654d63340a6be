"""What the engine over Spark costs, stage by stage, beside the local engine, on the articles of an invented newsroom.

`python -m bench.spark read SIZE` reads SIZE articles into two stores, by both engines, and compares the exports;
`python -m bench.spark join SIZE` finds by both what SIZE articles share, which are given as annotation would leave them, and compares
what is found. Both print a table: seconds of the clock and of processors (of this process and all that it started), rows, bytes on
disk, and bytes shuffled. Spark runs on two processors of this machine, with `--memory` for Java.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from bench import procs
from bench.newsroom import article, newsroom
from tawatur.annotate.sentences import split
from tawatur.export import FILES, write
from tawatur.ingest import Options
from tawatur.pipeline import read
from tawatur.pipeline.engine import Local
from tawatur.pipeline.spark import Spark
from tawatur.pipeline.spark.sharing import share
from tawatur.pipeline.spark.stages import Stages
from tawatur.records.article import Article
from tawatur.records.base import to_json
from tawatur.records.quote import Quote
from tawatur.records.sentence import Sentence
from tawatur.reuse import find
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store

_A_FILE = 500  # articles in one file of the invented archive
_used: dict[int, float] = {}


class Spent(NamedTuple):
    """Seconds of the clock, and of processors."""

    wall: float
    cpu: float


@dataclass
class Shown:
    """Articles as the search for shared passages is shown them."""

    texts: dict[str, str] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    sentences: dict[str, list[Sentence]] = field(default_factory=dict)
    quotes: Mapping[str, list[Quote]] = field(default_factory=dict)

    @classmethod
    def of(cls, size: int) -> Shown:
        """The articles of an invented newsroom, as cleaning and annotation would leave them."""
        shown = cls()
        for piece in newsroom(size):
            shown.texts[piece.key], shown.articles[piece.key] = piece.text, article(piece)
            shown.sentences[piece.key] = split(piece.text, shown.articles[piece.key])
        return shown


class Measured(Stages):
    """Stages that keep what each has cost."""

    def __init__(self, folder: Path, spark: Any) -> None:
        super().__init__(folder, spark)
        self.spent: dict[str, Spent] = {}
        self._cpu: list[float] = []

    def _begin(self, name: str) -> float:
        self._cpu.append(processors())
        return super()._begin(name)

    def _end(self, name: str, key: str, started: float, packs: int = 0) -> None:
        super()._end(name, key, started, packs)
        marker = self.marker(name)
        assert marker  # noqa: S101
        self.spent[name] = Spent(marker.seconds, processors() - self._cpu.pop())
        print(f"  {name}: {marker.seconds:.1f} s, {self.spent[name].cpu:.1f} s of processors, {marker.rows} rows", flush=True)


def processors() -> float:
    """The seconds of processors that this process and all that it started have used; of those that have ended, as last seen."""
    every = procs.table()
    _used.update({one: every[one].seconds for one in procs.tree(os.getpid(), every)})
    return sum(_used.values())


def timed(work: Callable[[], Any]) -> tuple[Any, Spent]:
    """Do some work, and give what comes of it and what it cost."""
    started, cpu = time.monotonic(), processors()
    made = work()
    return made, Spent(time.monotonic() - started, processors() - cpu)


def settings(events: Path, memory: str) -> dict[str, str]:
    """How Spark is started: it writes down what each of its tasks did."""
    events.mkdir()
    told = {"enabled": "true", "dir": events.as_uri(), "compress": "false", "rolling.enabled": "false"}
    return {"spark.driver.memory": memory} | {f"spark.eventLog.{name}": value for name, value in told.items()}


def shuffled(events: Path) -> dict[str, int]:
    """The bytes that each of our stages shuffled, from what Spark wrote down."""
    ours: dict[int, str] = {}
    found: dict[str, int] = defaultdict(int)
    for file in (one for one in events.rglob("*") if one.is_file()):
        for line in file.open(encoding="utf-8"):
            event = json.loads(line)
            if event["Event"] == "SparkListenerJobStart":
                name = event.get("Properties", {}).get("spark.job.description", "")
                ours |= {stage: name for stage in event["Stage IDs"] if stage not in ours}
            elif event["Event"] == "SparkListenerTaskEnd" and (told := event.get("Task Metrics")):
                found[ours.get(event["Stage ID"], "")] += told["Shuffle Write Metrics"]["Shuffle Bytes Written"]
    return found


def reading(size: int, folder: Path, memory: str) -> None:
    """Read an invented archive by both engines."""
    archive = folder / "archive"
    archive.mkdir()
    _archive(size, archive)
    spent: dict[str, list[Spent]] = {}

    def by(name: str, engine: Any) -> None:
        marks = [(time.monotonic(), processors(), "")]
        with Store(folder / f"{name}.sqlite") as store:

            def progress(step: str, done: int, of: int | None) -> None:
                # the first of the steps of deriving is what articles share
                here = "share" if (step, done) == ("derive", 1) else step
                if here == marks[-1][2]:
                    marks.pop()
                marks.append((time.monotonic(), processors(), here))

            read(store, [str(archive)], Options(), engine=engine, progress=progress)
            for (then, before, _), (now, after, step) in pairwise(marks):
                spent.setdefault(step, []).append(Spent(now - then, after - before))
                print(f"{name} {step}: {now - then:.1f} s, {after - before:.1f} s of processors", flush=True)
            write(StoreLibrary(store), folder / name)

    by("local", Local(2))
    with Spark("local[2]", folder / "work", keep=True, settings=settings(folder / "events", memory)) as engine:
        engine.stages = Measured(engine.stages.folder, engine.stages.spark)
        by("spark", engine)
        stages = engine.stages
    _table(stages, shuffled(folder / "events"))
    print("\n| step | local, s | of processors | Spark, s | of processors |\n|---|---|---|---|---|")
    for step, (one, other) in spent.items():
        print(f"| {step} | {one.wall:.0f} | {one.cpu:.0f} | {other.wall:.0f} | {other.cpu:.0f} |")
    equal = all((folder / "local" / f"{n}.jsonl").read_bytes() == (folder / "spark" / f"{n}.jsonl").read_bytes() for n in FILES)
    print(f"\n{size} articles; the exports are {'equal, byte for byte' if equal else 'NOT EQUAL'}")


def _archive(size: int, folder: Path) -> None:
    rows: list[str] = []
    for number, piece in enumerate(newsroom(size), start=1):
        text = "\n".join(filter(None, (piece.credit, piece.text)))
        told = {
            "text": text,
            "published": piece.day.isoformat(),
            "outlet": piece.outlet,
            "url": f"https://{piece.outlet}.example/{piece.key}",
        }
        rows.append(json.dumps(told, ensure_ascii=False))
        if len(rows) == _A_FILE or number == size:
            (folder / f"{number:08}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
            rows.clear()


def joining(size: int, folder: Path, memory: str, local: bool) -> None:
    """Find what invented articles share by both engines."""
    shown = Shown.of(size)
    print(f"{size} articles, {sum(map(len, shown.texts.values())) / size:.0f} letters each", flush=True)
    with Spark("local[2]", folder / "work", keep=True, settings=settings(folder / "events", memory)) as engine:
        stages = Measured(engine.stages.folder, engine.stages.spark)
        _, spark = timed(lambda: share(stages, shown))
        theirs = _digest(one for row in stages.rows("shared", ["rows"]) for one in row["rows"])
        families = _digest(sorted(row["family"] for row in stages.rows("families")))
    _table(stages, shuffled(folder / "events"))
    print(
        f"\nSpark: {spark.wall:.0f} s, {spark.cpu:.0f} s of processors; {theirs[1]} pairs of sentences, {families[1]} families",
        flush=True,
    )
    if not local:
        return
    found, ours = timed(lambda: find(shown.texts, shown.sentences, {}, shown.articles))
    equal = _digest(map(to_json, found.pairs)) == theirs and _digest(sorted(map(to_json, found.families))) == families
    print(f"local: {ours.wall:.0f} s, {ours.cpu:.0f} s of processors; what was found is {'equal' if equal else 'NOT EQUAL'}")


def _digest(rows: Iterable[bytes]) -> tuple[str, int]:
    seen, count = hashlib.sha256(), 0
    for row in rows:
        seen.update(row)
        count += 1
    return seen.hexdigest(), count


def _table(stages: Measured, moved: Mapping[str, int]) -> None:
    print("\n| stage | s | of processors | rows | MB on disk | MB shuffled |\n|---|---|---|---|---|---|")
    for name, spent in stages.spent.items():
        marker = stages.marker(name)
        assert marker  # noqa: S101
        sizes = f"{marker.bytes / 1e6:.1f} | {moved.get(name, 0) / 1e6:.1f}"
        print(f"| {name} | {spent.wall:.0f} | {spent.cpu:.0f} | {marker.rows:,} | {sizes} |", flush=True)


def main() -> int:
    """Measure one of the two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("read", "join"))
    parser.add_argument("size", type=int)
    parser.add_argument("--memory", default="1g")
    parser.add_argument("--no-local", action="store_true", help="leave the local engine out")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tawatur-spark-") as folder:
        if asked.what == "read":
            reading(asked.size, Path(folder), asked.memory)
        else:
            joining(asked.size, Path(folder), asked.memory, not asked.no_local)
    return 0


if __name__ == "__main__":
    sys.exit(main())
