"""Refresh: what an older version of the program made is made again by this one, and what has changed is told."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from tawatur import changes
from tawatur.changes.annotated import annotated_things
from tawatur.made_by import made_by
from tawatur.pipeline import progress as sizes
from tawatur.pipeline.annotating import annotate
from tawatur.pipeline.batches import Found
from tawatur.pipeline.deriving import derive
from tawatur.pipeline.due import older
from tawatur.pipeline.engine import Local
from tawatur.pipeline.progress import Progress, no_progress
from tawatur.records.base import Record
from tawatur.records.change import Change, ChangeKind, Tally
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.workers import batches, spread

if TYPE_CHECKING:
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store

Part = Literal["annotate", "derive"]


class Options(NamedTuple):
    """What of it is done: one part alone, and no more than `limit` articles."""

    only: Part | None = None
    limit: int | None = None
    workers: int = 1


class Refreshed(Record, frozen=True, kw_only=True):
    """What a refreshing did. `before`: articles by the version that had made them; `older`: how many are still of an older one.

    `articles` were made anew; `derived` tells whether what is made of several articles was. `kinds` is empty where nothing was compared.
    """

    before: dict[str, int]
    articles: int = 0
    older: int = 0
    derived: bool = False
    kinds: dict[ChangeKind, Tally] = msgspec.field(default_factory=dict)
    examples: dict[ChangeKind, tuple[Change, ...]] = msgspec.field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()


def refresh(
    store: "Store",
    options: Options = Options(),  # noqa: B008 (it cannot be changed)
    *,
    progress: Progress = no_progress,
    tell: Callable[[Change], None] = lambda change: None,
) -> Refreshed:
    """Bring what an older version of the program made up to this one; `tell` is handed every change.

    Each batch of articles is kept as it is done; what is made of several articles is made anew in one transaction. One that is ended goes on
    where it was when it is called again, and the changes are told by the one that comes to the end. Raises StoreError where another
    process reads into the store, FailedError where a worker process is lost.
    """
    comparison = changes.Comparison(tell)
    dropped: list[Dropped] = []
    made = _Counted(comparison if options.only == "annotate" else None)
    with store.writing():
        before = store.versions()
        if options.only != "derive":
            _key(store, options.workers, progress)
            dropped = annotate(
                store, engine=Local(options.workers), progress=progress, renew=True, limit=options.limit, watch=made.watch
            )
        derived = options.only != "annotate" and _derive(store, comparison, progress)
        behind = older(store)
    compared = derived or (options.only == "annotate" and made.articles)
    return Refreshed(
        before=before,
        articles=made.articles,
        older=behind,
        derived=derived,
        kinds=comparison.tallies() if compared else {},
        examples=comparison.examples(),
        dropped=tuple(dropped),
    )


@contextmanager
def rehearsal(store: "Store") -> Iterator["Store"]:
    """Give a copy of the store to try a refreshing on; it stands among the machine's temporary files, and is gone at the end of the block."""
    from tawatur.store.backup import scratch
    from tawatur.store.sqlite import Store

    with tempfile.TemporaryDirectory(prefix="tawatur-") as folder:
        path = Path(folder, "copy.sqlite")
        scratch(store, path)
        with Store(path) as copy:
            yield copy


class _Counted:
    """Counts the articles that are made anew, and hands what is found in them to a comparison."""

    def __init__(self, comparison: changes.Comparison | None) -> None:
        self._comparison = comparison
        self.articles = 0

    def watch(self, before: Iterable[Found], after: Iterable[Found]) -> None:
        made = list(after)
        self.articles += len(made)
        if self._comparison:
            old = (thing for found in before for thing in annotated_things(*found))
            self._comparison.take(old, (thing for found in made for thing in annotated_things(*found)))


def _key(store: "Store", workers: int, progress: Progress) -> None:
    """Make the outlets and line keys of documents anew that another program made: what is furniture goes by all pages of an outlet."""
    by = made_by("keys")
    wanted = store.keyed_otherwise(by)
    work = (one for ids in batches(wanted, sizes.BATCH) for one in store.documents(ids))
    done = 0
    for batch in spread(_keyed, work, size=sizes.BATCH, workers=workers):
        with store.transaction():
            for document, outlet, keys in batch:
                store.key_document(document, outlet, keys, by)
        done += len(batch)
        progress("keys", done, len(wanted))


def _keyed(batch: list[Document]) -> list[tuple[str, str | None, list[str]]]:
    """The outlet and line keys of documents (in a worker process)."""
    from tawatur import clean

    return [(one.id, clean.outlet_key(one), clean.line_keys(one)) for one in batch]


def _derive(store: "Store", comparison: changes.Comparison, progress: Progress) -> bool:
    """Make what is made of several articles anew, and compare it with what was there; False where nothing would be another."""
    from tawatur.store.library import StoreLibrary

    with _as_it_was(store) as before:
        derived = derive(store, progress=progress, renew=True)
        derived = derive(store, progress=progress, renew=True) or derived  # what was judged meanwhile
        if derived:
            progress("compare", 0, 1)
            changes.compare(before, StoreLibrary(store), comparison)
            progress("compare", 1, 1)
    return derived


@contextmanager
def _as_it_was(store: "Store") -> Iterator["StoreLibrary"]:
    """The store as it is at the beginning of the block, whatever is written in it."""
    from tawatur.store.library import StoreLibrary
    from tawatur.store.reading import ReadStore

    with ReadStore(store.path) as reading, reading.snapshot():
        reading.query("SELECT count(*) FROM state")  # from here on it is of this moment
        yield StoreLibrary(reading)
