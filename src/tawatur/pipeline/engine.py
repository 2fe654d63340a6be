"""Where the parts of a reading run that can be spread: an engine. `Local` does it in worker processes of this machine."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import chain
from typing import TYPE_CHECKING, Protocol, TypeVar

from tawatur.crew import Crew
from tawatur.pipeline import progress as sizes
from tawatur.pipeline.batches import Input, Result, Work, annotated, digest, documents, ready
from tawatur.records.article import Article
from tawatur.records.dropped import Dropped
from tawatur.records.quote import Quote
from tawatur.records.sentence import Sentence
from tawatur.workers import batches, side_by_side, spread

if TYPE_CHECKING:
    from tawatur.ingest import Options, Raw, Visits
    from tawatur.store.sqlite import Store

T = TypeVar("T")
U = TypeVar("U")

# seconds for which there is work before workers are started: 100 pages are read in 0.6 s, and with two workers in 2.0 s
_ALONE = 1.0
# the same for annotating, beside workers that were started since so many inputs were new, one for each so many, or so many articles are to be
# annotated: a worker takes 1.2 s until it is ready, this process 0.6 s, and an article 0.017 s
_BESIDE = 5.0
_NEW = 50
_WANTED = 100
_PIECE = 8  # articles that are annotated at a time where several processes do it: the last of them wait little for one another


class Shown(Protocol):
    """What the search for shared passages is shown of all articles, by document."""

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts."""

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles: their days and whom they credit."""

    @property
    def sentences(self) -> Mapping[str, Sequence[Sentence]]:
        """Their sentences."""

    @property
    def quotes(self) -> Mapping[str, Sequence[Quote]]:
        """Their statements."""


class Engine(Protocol):
    """Reads inputs, annotates documents, and finds what articles share. All engines give the same records."""

    def running(self) -> AbstractContextManager[None]:
        """All of one run goes on inside: what was started for it is ended then, however that ends."""

    def read(
        self, where: Sequence[str], options: "Options", visits: "Visits", known: Callable[[str], bool]
    ) -> Iterator[list[Input]]:
        """Read all of `where`, in order; `known` tells by an input's digest whether it was read before."""

    def annotate(self, wanted: Mapping[str, str], work: Callable[[Sequence[str]], Iterator[Work]]) -> Iterator[list[Result]]:
        """Clean and annotate the `wanted` documents, whose states they map to; `work` gives what is needed of some of them."""

    def prepare(self, shown: Callable[[], Shown]) -> None:
        """Do what takes long of `share`, before others must wait for the store; `shown` gives what that will be given."""

    def share(self, store: "Store", changed: set[str], shown: Shown) -> AbstractSet[str]:
        """Bring what the store knows of shared passages up to date with the articles that have changed.

        Gives the documents of which that may be another than it was.
        """

    def finish(self) -> None:
        """Let go of what was kept for a run that is ended: the store has all of it."""


class Local:
    """The engine of one machine: `workers` processes, and the search for shared passages beside the store's own index."""

    def __init__(self, workers: int = 1) -> None:
        self._workers = workers
        self._crew: Crew | None = None  # while a run goes on

    @contextmanager
    def running(self) -> Iterator[None]:
        """See `Engine`."""
        with Crew() as self._crew:
            try:
                yield
            finally:
                self._crew = None

    def read(
        self, where: Sequence[str], options: "Options", visits: "Visits", known: Callable[[str], bool]
    ) -> Iterator[list[Input]]:
        """See `Engine`; what was read before is not read again."""
        from tawatur import ingest

        passed: list[Input] = []  # what needs no work: told with the next batch
        new = 0

        def unread(found: "Iterable[Raw | Dropped]") -> "Iterator[tuple[str, Raw]]":
            nonlocal new
            for raw in found:
                if isinstance(raw, Dropped):
                    passed.append(Input(None, raw.source, raw))
                elif known(mark := digest(raw)):
                    passed.append(Input(mark, raw.source, None))
                else:
                    new += 1
                    if new % _NEW == 0 and self._crew and self._crew.size < self._workers - 1:
                        self._crew.grow_ready(ready, raw)  # it will be wanted for annotating
                    yield mark, raw

        raws = unread(ingest.all_raws(where, options, visits))
        for batch in spread(documents, raws, size=sizes.BATCH, workers=self._workers, alone=_ALONE, crew=self._crew):
            yield [*passed, *batch]
            passed.clear()
        yield passed

    def annotate(self, wanted: Mapping[str, str], work: Callable[[Sequence[str]], Iterator[Work]]) -> Iterator[list[Result]]:
        """See `Engine`."""
        items = (one for ids in batches(wanted, sizes.BATCH) for one in work(ids))
        with nullcontext(self._crew) if self._crew else Crew() as crew:  # those of a run take part in `share`
            while crew.size < min(self._workers - 1, len(wanted) // _WANTED):
                crew.grow()
            pieces = spread(annotated, items, size=_PIECE, workers=self._workers, alone=_BESIDE, crew=crew)
            yield from batches(chain.from_iterable(pieces), sizes.BATCH)

    def prepare(self, shown: Callable[[], Shown]) -> None:
        """Nothing: what is found goes into the store's index as it is found."""

    def share(self, store: "Store", changed: set[str], shown: Shown) -> AbstractSet[str]:
        """See `Engine`; only what has changed is looked at."""
        from tawatur import reuse
        from tawatur.store.passages import StoreIndex
        from tawatur.store.shared import renew_shared

        with self._crew or nullcontext():  # what comes after it, this process does alone
            index = StoreIndex(store)
            found = reuse.renew(index, changed, shown.texts, shown.sentences, shown.quotes, shown.articles, self._each)
        return renew_shared(store, found.pairs, found.rows, found.documents, found.families)

    def _each(self, function: Callable[[T], U], given: Sequence[T]) -> Iterator[U]:
        """Give `function` of each of `given`; workers that annotated begin at once."""
        return side_by_side(function, given, workers=self._workers, alone=_ALONE, crew=self._crew)

    def finish(self) -> None:
        """Nothing is kept."""
