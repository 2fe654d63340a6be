"""Annotate: each document is cleaned and annotated by itself, in worker processes."""

from collections.abc import Callable, Container, Iterable
from typing import TYPE_CHECKING

from tawatur.made_by import made_by
from tawatur.pipeline import progress as sizes
from tawatur.pipeline.due import Inputs, due
from tawatur.pipeline.progress import Progress, no_progress
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.correction import Correction
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.workers import batches, spread

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store

Found = tuple[Article, Annotated]
# what stood before and what stands now in each article of a batch that was made anew, before it is written
Watch = Callable[[Iterable[Found], Iterable[Found]], None]


def annotate(
    store: "Store",
    *,
    workers: int = 1,
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
    wanted = due(store, inputs, only, renew=renew, limit=limit)
    dropped: list[Dropped] = []
    if only is None:
        store.forget_dropped("annotate")  # what failed is tried again
    done = 0
    work = ((one, *inputs.of(one.id)) for ids in batches(wanted, sizes.BATCH) for one in store.documents(ids))
    for batch in spread(_annotated, work, size=sizes.BATCH, workers=workers):
        refused = [row for row in batch if isinstance(row, Dropped)]
        made = [row for row in batch if not isinstance(row, Dropped)]
        if watch:
            watch(store.found_in([article.document for article, _ in made]), made)
        with store.transaction():
            states = (inputs.state(article.document, by) for article, _ in made)
            store.add_articles(((*row, state) for row, state in zip(made, states, strict=True)), by)
            store.add_dropped(refused)
            store.remember(
                "annotated", str(int(store.state("annotated") or 0) + 1)
            )  # so that answers kept elsewhere are known to be old
        dropped += refused
        done += len(batch)
        progress("annotate", done, len(wanted))
    return dropped


_Work = tuple[Document, frozenset[str], tuple[Correction, ...]]


def _annotated(batch: list[_Work]) -> list[Found | Dropped]:
    """Clean and annotate documents (in a worker process); one that fails is recorded and stops no other."""
    from tawatur.annotate.names.recognizers import RecognizerError

    rows: list[Found | Dropped] = []
    for document, repeated, corrections in batch:
        try:
            rows.append(_annotated_one(document, repeated, corrections))
        except RecognizerError as error:
            detail = f"{document.source}: the recognizer {error}"
            rows.append(Dropped(stage="annotate", source=document.source, reason="recognizer_failed", detail=detail))
        except Exception as error:
            detail = f"{document.source}: {type(error).__name__}: {error}. This is a fault of the program: please report it."
            rows.append(Dropped(stage="annotate", source=document.source, reason="program_fault", detail=detail))
    return rows


def _annotated_one(document: Document, repeated: frozenset[str], corrections: tuple[Correction, ...]) -> Found:
    from tawatur import clean
    from tawatur.annotate import commitments, dates, events, figures, names, quotes, sentences

    article = clean.article(document, dates.read, repeated, corrections)
    if article.language != "ar":
        return article, Annotated(document=document.id)
    cut = sentences.split(document.text, article)
    named = names.annotate(document.text, article, cut, names.recognizers.chosen())
    times = dates.find(document.text, document.id)
    said = quotes.annotate(document.text, article, cut, named)
    return article, Annotated(
        document=document.id,
        sentences=tuple(cut),
        times=tuple(times),
        names=tuple(named),
        quotes=tuple(said),
        figures=tuple(figures.annotate(document.text, cut, said, times)),
        events=tuple(events.annotate(document.text, article, cut, named, times, said)),
        undertakings=tuple(commitments.annotate(document.text, cut, commitments.Found(named, said, times))),
    )
