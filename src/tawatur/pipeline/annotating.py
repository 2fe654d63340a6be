"""Annotate: each document is cleaned and annotated by itself, wherever the engine does it."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tawatur.made_by import made_by
from tawatur.pipeline.batches import Found, Work
from tawatur.pipeline.due import Inputs, due
from tawatur.pipeline.engine import Engine, Local
from tawatur.pipeline.progress import Progress, no_progress
from tawatur.records.dropped import Dropped

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store

# what stood before and what stands now in each article of a batch that was made anew, before it is written
Watch = Callable[[Iterable[Found], Iterable[Found]], None]


def annotate(
    store: "Store",
    *,
    engine: Engine | None = None,
    progress: Progress = no_progress,
    only: Container[str] | None = None,
    renew: bool = False,
    limit: int | None = None,
    watch: Watch | None = None,
) -> list[Dropped]:
    """Clean and annotate the documents that are new, or of whose outlet or lines more is known than when they were cleaned.

    `only` leaves all others as they are. With `renew`, also those that an older version of the program made. No more than `limit` are.
    Each batch is kept as it is done.
    """
    inputs = Inputs(store)
    by = made_by("annotate")
    wanted = {one: inputs.state(one, by) for one in due(store, inputs, only, renew=renew, limit=limit)}
    dropped: list[Dropped] = []
    if only is None:
        store.forget_dropped("annotate")  # what failed is tried again
    done = 0

    def work(ids: Sequence[str]) -> Iterator[Work]:
        for document in store.documents(ids):
            yield document, *inputs.of(document.id)

    for batch in (engine or Local()).annotate(wanted, work):
        refused = [row for row in batch if isinstance(row, Dropped)]
        made = [row for row in batch if not isinstance(row, Dropped)]
        if watch:
            watch(store.found_in([article.document for article, _ in made]), made)
        with store.transaction():
            store.add_articles(((article, annotated, wanted[article.document]) for article, annotated in made), by)
            store.add_dropped(refused)
            store.remember(
                "annotated", str(int(store.state("annotated") or 0) + 1)
            )  # so that answers kept elsewhere are known to be old
        dropped += refused
        done += len(batch)
        progress("annotate", done, len(wanted))
    return dropped
