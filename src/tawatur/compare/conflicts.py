"""All comparisons of claims within stories and along threads, gathered into findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.compare.clash import Clash, Independent, gather
from tawatur.compare.copied import copied
from tawatur.compare.days import days
from tawatur.compare.denied import denied
from tawatur.compare.measured import measured
from tawatur.compare.named_otherwise import named_otherwise
from tawatur.compare.said import said
from tawatur.compare.tolled import tolled
from tawatur.records.collection import Collection
from tawatur.records.finding import Finding
from tawatur.records.story import Story


def conflicts(collection: Collection, stories: Sequence[Story], independent: Independent) -> list[Finding]:
    """Give the conflicts and updates of `stories`, in the order of their ids."""
    home = {document: story.id for story in stories for document in story.documents}
    thread = {document: story.thread or story.id for story in stories for document in story.documents}

    def together(a: str, b: str) -> bool:
        return a in thread and thread[a] == thread.get(b)

    clashes = [*copied(collection, together), *named_otherwise(collection, together), *_by_story(collection, stories)]
    return sorted(gather(clashes, collection, home, independent), key=lambda one: one.id)


def _by_story(collection: Collection, stories: Sequence[Story]) -> Iterator[Clash]:
    for story in stories:
        if len(story.documents) > 1:
            yield from tolled(collection, story)
            yield from days(collection, story)
            yield from measured(collection, story)
            yield from said(collection, story)
            yield from denied(collection, story)
