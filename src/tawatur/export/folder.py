"""Writing the export: one folder of JSON Lines, every file there, each replaced whole or not at all."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import msgspec

from tawatur import __version__
from tawatur.export.parts.passed import Noted
from tawatur.export.parts.replacing import replacing
from tawatur.export.parts.withheld import LONGEST
from tawatur.export.rows import FORMAT, ExportedDocument, exported
from tawatur.export.source import Source
from tawatur.records.base import Record, to_json
from tawatur.records.commitment import Commitment
from tawatur.records.dropped import Dropped
from tawatur.records.event import Event
from tawatur.records.finding import Finding
from tawatur.records.name import Entity, Name
from tawatur.records.quote import Quote
from tawatur.records.reuse import Family, Reuse
from tawatur.records.sentence import Sentence
from tawatur.records.story import Reference, Story, Thread
from tawatur.records.time import Date

# file name -> the record on each of its lines
FILES: dict[str, type[Record]] = {
    "documents": ExportedDocument,
    "sentences": Sentence,
    "dates": Date,
    "names": Name,
    "entities": Entity,
    "quotes": Quote,
    "reuse": Reuse,
    "families": Family,
    "stories": Story,
    "threads": Thread,
    "references": Reference,
    "events": Event,
    "findings": Finding,
    "commitments": Commitment,
    "dropped": Dropped,
}


def write(source: Source, folder: Path, *, withheld: bool = False) -> dict[str, int]:
    """Write the export of `source` into `folder` and give the number of lines of each file.

    The files are written beside the folder's and then put in their place one after the other.
    Raises FailedError where the folder cannot be written.
    """
    with replacing(folder) as workplace:
        return write_all(source, workplace, withheld=withheld)


def write_all(source: Source, folder: Path, *, withheld: bool = False) -> dict[str, int]:
    """Write the files into `folder` as they come. `withheld` is told in meta.json: the source passes no texts on.

    So is what made the articles, which may be another version of the program than the one that writes.
    """
    noted = Noted(source)
    with ExitStack() as stack:
        out = {name: stack.enter_context(Path(folder, f"{name}.jsonl").open("wb")) for name in FILES}
        counts = dict.fromkeys(FILES, 0)
        for name, records in rows(noted):
            counts[name] += _append(out[name], records)
    meta: dict[str, object] = {"format": FORMAT, "program": "tawatur", "version": __version__, "counts": counts}
    meta["made_by"] = dict(sorted(noted.versions.items()))
    if withheld:
        meta["withheld"] = {"longest": LONGEST}
    Path(folder, "meta.json").write_bytes(msgspec.json.format(msgspec.json.encode(meta), indent=1) + b"\n")
    return counts


def _append(out: IO[bytes], records: Iterable[Record]) -> int:
    count = 0
    for row in records:
        out.write(to_json(row) + b"\n")
        count += 1
    return count


def rows(source: Source) -> Iterator[tuple[str, Iterable[Record]]]:
    """Give the records of each file in the order of writing: a document at a time, so that memory does not grow with the collection."""
    for view in source.documents():
        yield "documents", [exported(view)]
        yield "sentences", view.sentences
        yield "dates", view.settled.dates
        yield "names", view.settled.names
        yield "quotes", view.settled.quotes
    yield "entities", source.entities()
    yield "reuse", source.reuse()
    yield "families", source.families()
    yield "stories", source.stories()
    yield "threads", source.threads()
    yield "references", source.references()
    yield "events", source.events()
    yield "findings", source.findings()
    yield "commitments", source.commitments()
    yield "dropped", source.dropped()
