"""All comparisons of claims within stories and along threads: what each gives for two articles, or for a story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tawatur.compare.clash import Clash
from tawatur.compare.copied import copied
from tawatur.compare.days import days
from tawatur.compare.denied import denied
from tawatur.compare.measured import measured
from tawatur.compare.named_otherwise import Read, named_otherwise
from tawatur.compare.said import said
from tawatur.compare.tolled import tolled
from tawatur.records.collection import Collection
from tawatur.records.parts import key_of
from tawatur.records.reuse import Reuse
from tawatur.records.story import Story

Clashes = dict[str, tuple[Clash, ...]]


class Copies:
    """The copies of sentences in two articles of one story or thread."""

    def __init__(self, collection: Collection, rows: Iterable[Reuse], thread: Mapping[str, str]) -> None:
        """`rows` are the copies that are looked at; `thread` tells of each document what it is compared within."""
        self._collection = collection
        self._pairs: dict[str, list[Reuse]] = defaultdict(list)
        for row in rows:
            a, b = row.a.document, row.b.document
            if a in thread and thread[a] == thread.get(b):
                self._pairs[key_of((a, b))].append(row)

    def copied(self) -> Clashes:
        """Give what the copies say against each other, by the ids of both articles with a blank between them."""
        return _held((pair, tuple(copied(self._collection, rows))) for pair, rows in self._pairs.items())

    def renamed(self) -> Clashes:
        """Give the names that differ in them, likewise."""
        read = Read(self._collection)
        return _held((pair, tuple(named_otherwise(self._collection, rows, read))) for pair, rows in self._pairs.items())


def told(collection: Collection, stories: Sequence[Story]) -> Clashes:
    """Give what the articles of each story say against each other in words of their own, by story."""
    return _held((story.id, tuple(_in(collection, story))) for story in stories if len(story.documents) > 1)


def _held(found: Iterator[tuple[str, tuple[Clash, ...]]]) -> Clashes:
    return {key: clashes for key, clashes in found if clashes}


def _in(collection: Collection, story: Story) -> Iterator[Clash]:
    yield from tolled(collection, story)
    yield from days(collection, story)
    yield from measured(collection, story)
    yield from said(collection, story)
    yield from denied(collection, story)
