"""Reading: the driver lists the inputs, the workers open them and make documents of what is in them."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
import pyarrow as pa

from tawatur.pipeline import progress as sizes
from tawatur.pipeline.batches import Input, Taken, digest, documents
from tawatur.pipeline.spark.stages import Stages
from tawatur.pipeline.spark.tables import Row, Rows, environment, pack
from tawatur.records.base import from_json, to_json
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.workers import batches

if TYPE_CHECKING:
    from tawatur.ingest import Options, Raw, Visits

_LISTED = pa.schema([("kind", pa.string()), ("input", pa.binary())])
_READ = pa.schema(
    [
        ("digest", pa.string()),
        ("source", pa.string()),
        ("document", pa.binary()),
        ("outlet", pa.string()),
        ("keys", pa.list_(pa.string())),
        ("dropped", pa.binary()),
    ]
)


def read(stages: Stages, where: Sequence[str], options: "Options", visits: "Visits") -> Iterator[list[Input]]:
    """Read all of `where`, and give what became of each input, in the order in which they are listed."""
    seen = hashlib.sha256(pack([options, sorted(environment().items())]))
    stages.packs("listed", _LISTED, _listed(where, options, visits, seen.update), seen.hexdigest)
    stages.table("read", seen.hexdigest(), _READ, lambda: stages.over_packs("listed", _read, _READ, options))
    for rows in batches(stages.rows("read"), sizes.BATCH):
        yield [_input(row) for row in rows]


def _listed(where: Sequence[str], options: "Options", visits: "Visits", seen: Callable[[bytes], None]) -> Iterator[Row]:
    """The inputs; `seen` is told what each is known by, for a file its place, size and time."""
    from tawatur import ingest

    for place in where:
        for found in ingest.inputs(place, options, visits):
            kind, told = type(found).__name__, pack(found)
            seen(told)
            if isinstance(found, ingest.File):
                status = os.stat(found.path)  # noqa: PTH116 (bytes)
                seen(f"{status.st_size} {status.st_mtime_ns}".encode())
            yield kind, told


def _read(rows: Rows, options: "Options") -> Iterator[Row]:
    """Open the inputs of a pack (on a worker)."""
    refused: list[Dropped] = []
    for batch in batches(_unread(rows, options, refused), sizes.BATCH):
        yield from map(_row, documents(batch))
        yield from (_row(Input(None, one.source, one)) for one in refused)
        refused.clear()
    yield from (_row(Input(None, one.source, one)) for one in refused)


def _unread(rows: Rows, options: "Options", refused: list[Dropped]) -> "Iterator[tuple[str, Raw]]":
    for row in rows:
        for raw in _raws(row["kind"], row["input"], options):
            if isinstance(raw, Dropped):
                refused.append(raw)
            else:
                yield digest(raw), raw


def _raws(kind: str, told: bytes, options: "Options") -> "Iterator[Raw | Dropped]":
    from tawatur import ingest

    if kind == "File":
        yield from ingest.raws_of(msgspec.msgpack.decode(told, type=ingest.File), options)
    elif kind == "Raw":
        yield msgspec.msgpack.decode(told, type=ingest.Raw)
    else:
        yield msgspec.msgpack.decode(told, type=Dropped)


def _row(one: Input) -> Row:
    if isinstance(one.found, Taken):
        document, outlet, keys = one.found
        return one.digest, one.source, to_json(document), outlet, keys, None
    return one.digest, one.source, None, None, None, to_json(one.found)


def _input(row: dict[str, Any]) -> Input:
    if row["document"] is None:
        return Input(row["digest"], row["source"], from_json(row["dropped"], Dropped))
    return Input(row["digest"], row["source"], Taken(from_json(row["document"], Document), row["outlet"], row["keys"]))
