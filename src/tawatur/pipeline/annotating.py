"""Annotate: each document is cleaned and annotated by itself, in worker processes."""

import hashlib
from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from tawatur import __version__
from tawatur.pipeline import progress as sizes
from tawatur.pipeline.progress import Progress, no_progress
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.correction import Correction
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.workers import batches, spread

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store


def annotate(
    store: "Store", *, workers: int = 1, progress: Progress = no_progress, only: Container[str] | None = None
) -> list[Dropped]:
    """Clean and annotate the documents that are new, or of whose outlet or lines more is known than when they were cleaned.

    `only` leaves all others as they are.
    """
    repeated = store.repeated()
    corrected = _corrected(store)
    have = store.states()
    program = _program()
    states = {identity: _state(program, repeated.get(identity, frozenset()), corrected.get(identity, ())) for identity in have}
    wanted = [one for one, state in have.items() if state != states[one] and (only is None or one in only)]
    dropped: list[Dropped] = []
    if only is None:
        store.forget_dropped("annotate")  # what failed has no article, and is tried again
    done = 0
    work = (
        (document, repeated.get(document.id, frozenset()), corrected.get(document.id, ()))
        for ids in batches(wanted, sizes.BATCH)
        for document in store.documents(ids)
    )
    for batch in spread(_annotated, work, size=sizes.BATCH, workers=workers):
        refused = [row for row in batch if isinstance(row, Dropped)]
        with store.transaction():
            rows = (row for row in batch if not isinstance(row, Dropped))
            store.add_articles((article, annotated, states[article.document]) for article, annotated in rows)
            store.add_dropped(refused)
        dropped += refused
        done += len(batch)
        progress("annotate", done, len(wanted))
    return dropped


def _program() -> str:
    """What all articles are made with: this version of the program, the user's own registers and recogniser as they are now."""
    from tawatur.annotate.names import recognizers
    from tawatur.resources import own_entries, own_registers

    return repr([__version__, *map(own_entries, own_registers()), recognizers.state()])


def _corrected(store: "Store") -> dict[str, tuple[Correction, ...]]:
    """The standing corrections of kinds of line, by document."""
    found: dict[str, tuple[Correction, ...]] = {}
    for told in store.corrections():
        if told.kind == "line" and not told.undone:
            found[told.document] = (*found.get(told.document, ()), told)
    return found


def _state(program: str, repeated: frozenset[str], corrections: Sequence[Correction]) -> str:
    """What an article is made from besides its document: the program, the lines that its outlet repeats, and people's corrections."""
    judged = sorted(told.id for told in corrections)
    return hashlib.sha256("\n".join([program, *sorted(repeated), *judged]).encode()).hexdigest()[:16]


_Work = tuple[Document, frozenset[str], tuple[Correction, ...]]


def _annotated(batch: list[_Work]) -> list[tuple[Article, Annotated] | Dropped]:
    """Clean and annotate documents (in a worker process); one that fails is recorded and stops no other."""
    from tawatur.annotate.names.recognizers import RecognizerError

    rows: list[tuple[Article, Annotated] | Dropped] = []
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


def _annotated_one(
    document: Document, repeated: frozenset[str], corrections: tuple[Correction, ...]
) -> tuple[Article, Annotated]:
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
