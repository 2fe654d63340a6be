"""What a story tells by its headlines and leads, as it is compared for threads: the words, and who acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import msgspec

from tawatur.records.collection import Collection
from tawatur.records.story import Story
from tawatur.stories.numbered import Words
from tawatur.stories.profile import names_told
from tawatur.stories.told import told

_ACTING = frozenset({"person", "organization", "event", "product", "law"})


class Terms(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a story tells; words are numbers (`numbered`).

    `half` are the stems that half of its articles tell, `title` those that half of their headlines do, `rest` those that fewer tell; `actors`
    are the entities that act and that half of them name.
    """

    documents: tuple[str, ...]
    day: int | None  # an ordinal
    actors: tuple[str, ...]
    half: bytes
    title: bytes
    rest: bytes

    @property
    def every(self) -> bytes:
        """The stems that any of its articles tells."""
        return self.half + self.rest


def terms(collection: Collection, story: Story, words: Words) -> Terms:
    """Read what a story tells."""
    every = [told(collection, document) for document in story.documents]
    stems = [one.stems for one in every]
    half = _of_half(stems)
    named = [
        frozenset(str(one.entity) for one in names_told(collection, document) if one.type in _ACTING)
        for document in story.documents
    ]
    return Terms(
        documents=story.documents,
        day=day(story),
        actors=tuple(sorted(_of_half(named))),
        half=words.packed(half),
        title=words.packed(_of_half([one.title for one in every])),
        rest=words.packed(frozenset[str]().union(*stems) - half),
    )


def day(story: Story) -> int | None:
    """Give the ordinal of a story's day."""
    return date.fromisoformat(story.date).toordinal() if story.date else None


def _of_half(terms: Sequence[frozenset[str]]) -> frozenset[str]:
    """The terms of half of a story's articles."""
    if len(terms) == 1:
        return terms[0]
    counts = Counter(term for one in terms for term in one)
    return frozenset(term for term, count in counts.items() if 2 * count >= len(terms))
