"""Read: each input becomes a document, once, wherever the engine does it; then all that follows is brought up to date."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from tawatur.made_by import made_by
from tawatur.pipeline.annotating import annotate
from tawatur.pipeline.batches import Input, Taken
from tawatur.pipeline.deriving import derive
from tawatur.pipeline.due import older
from tawatur.pipeline.engine import Engine, Local
from tawatur.pipeline.progress import Progress, no_progress
from tawatur.records.base import Record
from tawatur.records.dropped import Dropped

if TYPE_CHECKING:
    from tawatur.ingest import Options, Visits
    from tawatur.store.forgetting import Tombstones
    from tawatur.store.sqlite import Store


class ReadReport(Record, frozen=True, kw_only=True):
    """What one run of `read` did: inputs seen, documents new and known, and what was refused in this run."""

    inputs: int
    new: int
    known: int
    dropped: tuple[Dropped, ...]
    changed: bool  # whether anything was derived anew
    older: int = 0  # articles in the store that another version of the program made, and that were left as they are


def read(
    store: "Store",
    where: Sequence[str],
    options: "Options",
    *,
    workers: int = 1,
    progress: Progress = no_progress,
    engine: Engine | None = None,
) -> ReadReport:
    """Read all of `where` into the store and bring what is known up to date; what an older version made of articles that are as they were stays.

    The work is spread over `workers` processes, or by `engine` where one is given. Raises StoreError where the store cannot be
    written, FailedError where a worker process is lost.
    """
    from tawatur.store.forgetting import sweep

    engine = engine or Local(workers)
    with store.writing(), engine.running():
        tally = _Tally()
        visits = _visits(store)
        sweep(store)  # where a takedown was ended before it could
        _take_in(store, engine.read(where, options, visits, store.has_input), tally, progress)
        if visits:  # only once all that was read is kept
            store.remember("visits", msgspec.json.encode(visits).decode())
        tally.dropped += annotate(store, engine=engine, progress=progress)
        changed = derive(store, engine=engine, progress=progress)
        changed = derive(store, engine=engine, progress=progress) or changed  # what was judged meanwhile
        engine.finish()
        behind = older(store)
    known = tally.documents - tally.new
    return ReadReport(
        inputs=tally.inputs, new=tally.new, known=known, dropped=tuple(tally.dropped), changed=changed, older=behind
    )


class _Tally:
    """The counts of one run, as they grow."""

    def __init__(self) -> None:
        self.inputs = self.documents = self.new = 0
        self.dropped: list[Dropped] = []


def _visits(store: "Store") -> "Visits":
    """What feeds and pages said when they were last fetched, so that what has not changed is not fetched again."""
    from tawatur.ingest import Visit

    return msgspec.json.decode(store.state("visits") or "{}", type=dict[str, Visit])


def _take_in(store: "Store", found: Iterable[list[Input]], tally: _Tally, progress: Progress) -> None:
    """Keep the documents of inputs that were not read before, a batch a transaction."""
    from tawatur.store.forgetting import Tombstones, forgotten

    tombstones = Tombstones(forgotten(store))
    for batch in found:
        refused: list[Dropped] = []
        with store.transaction():
            for one in batch:
                tally.inputs += 1
                if one.digest is None and isinstance(one.found, Dropped):
                    refused.append(one.found)
                elif one.digest is None or one.found is None or store.has_input(one.digest):
                    tally.documents += 1
                else:
                    refused += _keep(store, one.digest, one.source, one.found, tally, tombstones)
            store.add_dropped(refused)
        tally.dropped += refused
        progress("read", tally.documents + len(tally.dropped), None)


def _keep(
    store: "Store", digest: str, source: str, found: Taken | Dropped, tally: _Tally, tombstones: "Tombstones"
) -> list[Dropped]:
    """Keep a document that is new, or count it where it is not; give its refusal, if it is one."""
    store.forget_dropped("ingest", [source])
    if isinstance(found, Dropped):
        return [found]  # it is tried again, and told again
    store.add_inputs([digest])
    if tombstones.covers(found.document):
        return [_buried(source)]
    tally.documents += 1
    tally.new += store.add_document(found.document, found.outlet, found.keys, read_by=made_by("ingest"), keyed_by=made_by("keys"))
    return []


def _buried(source: str) -> Dropped:
    return Dropped(stage="ingest", source=source, reason="forgotten", detail=f"{source}: a person had it taken down")
