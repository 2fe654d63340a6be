"""The order in which articles are shown: by day of publication, those without a date last."""

from collections import Counter
from collections.abc import Sequence

from tawatur.records.reuse import Reuse
from tawatur.records.view import DocumentView, StoryView


def published(view: DocumentView) -> tuple[str, str]:
    """Give the key of sorting: the publication date (ISO), then the id."""
    return view.settled.publication.published or "9999", view.document.id


def in_order(view: StoryView) -> list[DocumentView]:
    """Give the articles, earliest day first.

    Few tell the hour: on one day, those that credit their origin themselves come first, then those that were copied most.
    """
    copied = _copied(view.reuse)

    def key(one: DocumentView) -> tuple[str, bool, int, tuple[str, str]]:
        day, _ = published(one)
        return day[:10], one.settled.origin_basis != "credit", -copied[one.document.id], published(one)

    return sorted(view.documents, key=key)


def _copied(reuse: Sequence[Reuse]) -> Counter[str]:
    """How many sentences others took from each article."""
    source = {"a_from_b": "b", "b_from_a": "a"}
    return Counter(getattr(pair, source[pair.direction]).document for pair in reuse if pair.direction in source)
