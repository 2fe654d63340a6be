"""The stages of a run as tables of Parquet in a work folder, each finished by a marker."""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from tawatur import __version__
from tawatur.files import whole
from tawatur.pipeline.spark.tables import Row, packed, spark_type
from tawatur.records.base import Record, from_json, to_json
from tawatur.records.errors import FailedError
from tawatur.workers import batches

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

# rows of a task: some seconds of a worker's time, so that little is done again where one is lost, and a task's start weighs little.
# An article takes 20 ms to annotate, and 1.6 to fold; a pair of texts 0.7 to compare (CPU of one core, articles of 700 letters)
PACK = 200
MANY = 2000
_READ = 200  # rows that the driver reads at a time
LOCK = ".tawatur-lock"


class Marker(Record, frozen=True, kw_only=True):
    """That a stage is finished: what it was made from, how long that took, and what there is of it."""

    key: str
    seconds: float
    rows: int
    bytes: int
    packs: int = 0


class Stages:
    """The work folder of one run."""

    def __init__(self, folder: Path, spark: "SparkSession") -> None:
        self.folder = folder
        self.spark = spark
        self.done: list[str] = []  # the stages that were made in this run, in order

    def marker(self, name: str) -> Marker | None:
        """The marker of a stage that is finished."""
        try:
            return from_json((self.folder / f"{name}.json").read_bytes(), Marker)
        except (OSError, ValueError):
            return None

    def is_done(self, name: str, key: str) -> bool:
        """Whether a stage is finished, and was made from what `key` says, by this version."""
        marker = self.marker(name)
        return marker is not None and marker.key == _versioned(key)

    def table(self, name: str, key: str, schema: pa.Schema, make: "Callable[[], DataFrame]") -> "DataFrame":
        """Give the table of a stage, made only where it is not finished. Raises FailedError where it cannot be."""
        place = self.folder / name
        if not self.is_done(name, key):
            started = self._begin(name)
            make().write.mode("overwrite").parquet(place.as_uri())
            self._end(name, key, started)
        return self.spark.read.schema(spark_type(schema)).parquet(place.as_uri())

    def packs(self, name: str, schema: pa.Schema, rows: Iterable[Row], key: Callable[[], str], size: int = PACK) -> None:
        """Write rows of the driver as packs, from which `over_packs` makes tasks; `key` is asked once all are written."""
        started = self._begin(name)
        (self.folder / name).mkdir()
        packs = 0
        for packs, batch in enumerate(batches(rows, size), start=1):
            pq.write_table(packed(batch, schema), self.folder / name / f"{packs - 1:09}.parquet", compression="zstd")
        self._end(name, key(), started, packs)

    def over_packs(self, name: str, function: Callable[..., Iterable[Row]], schema: pa.Schema, *fixed: Any) -> "DataFrame":
        """Give what `function` makes of the rows of each pack: a pack a task, in order."""
        from tawatur.pipeline.spark.tables import over_packs

        marker = self.marker(name)
        packs = marker.packs if marker else 0
        return over_packs(self.spark, self.folder / name, packs, function, schema, *fixed)

    def rows(self, name: str, columns: list[str] | None = None) -> Iterator[dict[str, Any]]:
        """The rows of a finished table, in the order of its parts, read by the driver."""
        for part in _parts(self.folder / name):
            with pq.ParquetFile(part) as file:
                for batch in file.iter_batches(_READ, columns=columns):
                    yield from batch.to_pylist()

    def parallel(self, name: str, size: int) -> int:
        """Into how many tasks work on as many rows as the table has is cut, `size` rows a task."""
        marker = self.marker(name)
        return max(self.spark.sparkContext.defaultParallelism, -(-(marker.rows if marker else 0) // size))

    def clear(self) -> None:
        """Remove all stages, and the folder where nothing else is in it."""
        for marker in self.folder.glob("*.json"):
            shutil.rmtree(self.folder / marker.stem, ignore_errors=True)
            marker.unlink(missing_ok=True)
        left = [one for one in self.folder.iterdir() if one.name != LOCK]
        if not left:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _begin(self, name: str) -> float:
        self.spark.sparkContext.setJobDescription(name)
        (self.folder / f"{name}.json").unlink(missing_ok=True)
        shutil.rmtree(self.folder / name, ignore_errors=True)
        return time.monotonic()

    def _end(self, name: str, key: str, started: float, packs: int = 0) -> None:
        parts = _parts(self.folder / name)
        marker = Marker(
            key=_versioned(key),
            seconds=round(time.monotonic() - started, 3),
            rows=sum(pq.read_metadata(part).num_rows for part in parts),
            bytes=sum(part.stat().st_size for part in parts),
            packs=packs,
        )
        with whole(self.folder / f"{name}.json", 0o644) as file:
            file.write(to_json(marker))
        self.done.append(name)


def prepare(folder: Path) -> Path:
    """Make the work folder and give its whole path. Raises FailedError where nothing can be written in it."""
    folder = folder.expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with whole(folder / ".tawatur-try"):
            pass
        (folder / ".tawatur-try").unlink()
    except OSError as error:
        raise FailedError("work_unwritable", path=folder, error=error.strerror or error) from error
    return folder


def _versioned(key: str) -> str:
    return f"{__version__} {key}"


def _parts(folder: Path) -> list[Path]:
    """The files of a table in the order in which its rows were made."""
    return sorted(
        folder.glob("[p0-9]*.parquet"), key=lambda part: (len(part.name.split("-")[1]) if "-" in part.name else 0, part.name)
    )


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Be the one run that works in this folder; the lock goes with the process. Raises FailedError where another has it."""
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise FailedError("work_locked", path=folder) from error
    try:
        yield
    finally:
        lock.release()
