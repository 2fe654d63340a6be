"""Read: each input becomes a document, once, in worker processes; then all that follows is brought up to date."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from tawatur import __version__
from tawatur.pipeline import progress as sizes
from tawatur.pipeline.annotating import annotate
from tawatur.pipeline.deriving import derive
from tawatur.pipeline.progress import Progress, no_progress
from tawatur.records.base import Record
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.workers import spread

if TYPE_CHECKING:
    from tawatur.ingest import Options, Raw, Visits
    from tawatur.store.sqlite import Store


class ReadReport(Record, frozen=True, kw_only=True):
    """What one run of `read` did: inputs seen, documents new and known, and what was refused in this run."""

    inputs: int
    new: int
    known: int
    dropped: tuple[Dropped, ...]
    changed: bool  # whether anything was derived anew


def read(
    store: "Store", where: Sequence[str], options: "Options", *, workers: int = 1, progress: Progress = no_progress
) -> ReadReport:
    """Read all of `where` into the store and bring what is known up to date.

    Raises StoreError where the store cannot be written, FailedError where a worker process is lost.
    """
    from tawatur.store.forgetting import sweep

    with store.writing():
        taken = _Taken()
        visits = _visits(store)
        sweep(store)  # where a takedown was ended before it could
        _take_in(store, _found(where, options, visits), taken, workers, progress)
        if visits:  # only once all that was read is kept
            store.remember("visits", msgspec.json.encode(visits).decode())
        taken.dropped += annotate(store, workers=workers, progress=progress)
        changed = derive(store, progress=progress)
        changed = derive(store, progress=progress) or changed  # what was judged meanwhile
    known = taken.documents - taken.new
    return ReadReport(inputs=taken.inputs, new=taken.new, known=known, dropped=tuple(taken.dropped), changed=changed)


class _Taken:
    """The counts of one run, as they grow."""

    def __init__(self) -> None:
        self.inputs = self.documents = self.new = 0
        self.dropped: list[Dropped] = []


def _visits(store: "Store") -> "Visits":
    """What feeds and pages said when they were last fetched, so that what has not changed is not fetched again."""
    from tawatur.ingest import Visit

    return msgspec.json.decode(store.state("visits") or "{}", type=dict[str, Visit])


def _found(where: Sequence[str], options: "Options", visits: "Visits") -> Iterator["Raw | Dropped"]:
    from tawatur import ingest

    yield from ingest.all_raws(where, options, visits)


def _take_in(store: "Store", found: Iterable["Raw | Dropped"], taken: _Taken, workers: int, progress: Progress) -> None:
    """Keep the documents of inputs that were not read before, a batch a transaction."""
    from tawatur.store.forgetting import Tombstones, forgotten

    tombstones = Tombstones(forgotten(store))
    for batch in spread(_documents, _unread(store, found, taken), size=sizes.BATCH, workers=workers):
        with store.transaction():
            for digest, source, document in batch:
                store.forget_dropped("ingest", [source])
                if isinstance(document, tuple) and tombstones.covers(document[0]):
                    taken.dropped.append(_buried(source))
                else:
                    _keep(store, document, taken)
                if not isinstance(document, Dropped):  # what was refused is tried again, and told again
                    store.add_inputs([digest])
        progress("read", taken.documents + len(taken.dropped), None)
    with store.transaction():
        store.add_dropped(taken.dropped)


def _buried(source: str) -> Dropped:
    return Dropped(stage="ingest", source=source, reason="forgotten", detail=f"{source}: a person had it taken down")


def _unread(store: "Store", found: Iterable["Raw | Dropped"], taken: _Taken) -> Iterator[tuple[str, "Raw"]]:
    for raw in found:
        taken.inputs += 1
        if isinstance(raw, Dropped):
            taken.dropped.append(raw)
            continue
        digest = _digest(raw)
        if store.has_input(digest):
            taken.documents += 1
        else:
            yield digest, raw


def _digest(raw: "Raw") -> str:
    """What an input is known by when it is read again: its content, where it stood, and this version of the program.

    Not when it was fetched, nor its number in a feed, which grows with every article that comes after it.
    """
    known = msgspec.structs.replace(raw, fetched=None, source=raw.identity or raw.source)
    return hashlib.sha256(__version__.encode() + msgspec.msgpack.encode(known)).hexdigest()


def _documents(batch: list[tuple[str, "Raw"]]) -> list[tuple[str, str, tuple[Document, str | None, list[str]] | Dropped]]:
    """Turn inputs into documents, each with its outlet and the keys of its lines (in a worker process)."""
    from tawatur import clean, ingest

    rows: list[tuple[str, str, tuple[Document, str | None, list[str]] | Dropped]] = []
    for digest, raw in batch:
        document = ingest.document(raw)
        if isinstance(document, Dropped):
            rows.append((digest, raw.source, document))
        else:
            rows.append((digest, raw.source, (document, clean.outlet_key(document), clean.line_keys(document))))
    return rows


def _keep(store: "Store", found: tuple[Document, str | None, list[str]] | Dropped, taken: _Taken) -> None:
    if isinstance(found, Dropped):
        taken.dropped.append(found)
        return
    document, outlet, keys = found
    taken.documents += 1
    taken.new += store.add_document(document, outlet, keys)
