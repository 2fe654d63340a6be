"""Annotate: each document is cleaned and annotated by itself, wherever the engine does it."""

import hashlib
from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING

from tawatur import __version__
from tawatur.pipeline.batches import Work
from tawatur.pipeline.engine import Engine, Local
from tawatur.pipeline.progress import Progress, no_progress
from tawatur.records.correction import Correction
from tawatur.records.dropped import Dropped

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store


def annotate(
    store: "Store", *, engine: Engine | None = None, progress: Progress = no_progress, only: Container[str] | None = None
) -> list[Dropped]:
    """Clean and annotate the documents that are new, or of whose outlet or lines more is known than when they were cleaned.

    `only` leaves all others as they are.
    """
    repeated = store.repeated()
    corrected = _corrected(store)
    have = store.states()
    program = _program()
    states = {identity: _state(program, repeated.get(identity, frozenset()), corrected.get(identity, ())) for identity in have}
    wanted = {one: states[one] for one, state in have.items() if state != states[one] and (only is None or one in only)}
    dropped: list[Dropped] = []
    if only is None:
        store.forget_dropped("annotate")  # what failed has no article, and is tried again
    done = 0

    def work(ids: Sequence[str]) -> Iterator[Work]:
        for document in store.documents(ids):
            yield document, repeated.get(document.id, frozenset()), corrected.get(document.id, ())

    for batch in (engine or Local()).annotate(wanted, work):
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
