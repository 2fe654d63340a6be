"""Index: what can be found by searching is brought up to date with what was derived."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tawatur.records.article import Article
from tawatur.records.derived import Derived

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store


def index(store: "Store", texts: Mapping[str, str], articles: Mapping[str, Article], derived: Derived) -> None:
    """Make all articles and all that was derived from them what can be found; only what has changed is written."""
    from tawatur.search.units import Everything, units
    from tawatur.store.search_index import renew

    every = Everything(
        articles=articles,
        settled={one.document: one for one in derived.settled},
        entities=derived.entities,
        stories=derived.stories,
        findings=derived.findings,
        commitments=derived.commitments,
    )
    renew(store, units(every), texts)
