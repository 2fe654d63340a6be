"""Index: what can be found by searching is brought up to date with what was derived."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tawatur.records.article import Article
from tawatur.records.commitment import Commitment
from tawatur.records.derived import Derived
from tawatur.records.finding import Finding
from tawatur.records.name import Entity
from tawatur.records.settled import Settled
from tawatur.records.story import Story
from tawatur.records.untouched import NOTHING, Untouched

if TYPE_CHECKING:
    from tawatur.search.units import Everything
    from tawatur.store.sqlite import Store


def index(
    store: "Store",
    texts: Mapping[str, str],
    articles: Mapping[str, Article],
    settled: Mapping[str, Settled],
    derived: Derived,
    untouched: Untouched,
) -> None:
    """Make all articles and all that was derived from them what can be found, once that is written; only what has changed is written again.

    The mappings hold all documents; those that are untouched are asked for only where something that hangs on them is another.
    """
    from tawatur.search.units import Everything, units
    from tawatur.store.search_index import renew, stands

    every = Everything(
        articles=articles,
        settled=settled,
        entities=derived.entities,
        stories=derived.stories,
        findings=derived.findings,
        commitments=derived.commitments,
        untouched=untouched,
    )
    if not stands(store):
        every = _all(store, every)
    renew(store, units(every), texts, every.untouched)


def _all(store: "Store", every: "Everything") -> "Everything":
    """Everything, with what was left out since it is untouched, as the store has it."""
    from dataclasses import replace

    from tawatur.store.derived import records_of

    if every.untouched == NOTHING:
        return every
    return replace(
        every,
        entities=tuple(records_of(store, "entities", Entity)),
        stories=tuple(records_of(store, "stories", Story)),
        findings=tuple(records_of(store, "findings", Finding)),
        commitments=tuple(records_of(store, "commitments", Commitment)),
        untouched=NOTHING,
    )
