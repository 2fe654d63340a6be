"""What an article is about, by its headline and its lead: stems with their rarity. What stands further down does not count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import chain
from math import log, sqrt
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import WORD
from tawatur.records.collection import Collection
from tawatur.resources import load

_LEAD_WORDS = 45  # the lead: the first sentences until there are so many words
_LETTERS = 2


class Profile(NamedTuple):
    """`day` is that of publication, else that of reading; `sure` tells which."""

    document: str
    day: date | None
    sure: bool
    title: frozenset[str]
    stems: frozenset[str]


def profiles(collection: Collection) -> dict[str, Profile]:
    """Give the profile of every article, in the order of their ids."""
    return {document: _profile(collection, document) for document in sorted(collection.texts)}


def _profile(collection: Collection, document: str) -> Profile:
    article = collection.articles[document]
    publication = collection.settled[document].publication
    moment = publication.published or publication.latest
    title = stems(article.title.text) if article.title else frozenset()
    return Profile(
        document=document,
        day=date.fromisoformat(moment[:10]) if moment else None,
        sure=publication.published is not None,
        title=title,
        stems=title | stems(" ".join(collection.texts[document][start:end] for start, end in lead(collection, document))),
    )


def lead(collection: Collection, document: str) -> list[tuple[int, int]]:
    """Give the places of the sentences of the lead."""
    text = collection.texts[document]
    found: list[tuple[int, int]] = []
    count = 0
    for sentence in collection.sentences.get(document, ()):
        if sentence.kind != "body":
            continue
        found.append((sentence.start, sentence.end))
        count += len(WORD.findall(text[sentence.start : sentence.end]))
        if count >= _LEAD_WORDS:
            break
    return found


@cache
def _empty() -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in load("empty_words")["of"])


def stems(text: str) -> frozenset[str]:
    """Give the stems of the words that carry meaning."""
    found = (stem(word) for word in WORD.findall(fold(text)))
    return frozenset(one for one in found if len(one) > _LETTERS or one.isdigit()) - _empty()


class Weights:
    """How rare stems are among the profiles."""

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self.count = Counter(chain.from_iterable(one.stems for one in profiles.values()))
        self._weight = {word: log(1 + len(profiles) / count) for word, count in self.count.items()}

    def of(self, words: frozenset[str]) -> float:
        """The weight of a set of stems: the sum of squares."""
        return sum(self._weight[word] ** 2 for word in words)

    def alike(self, one: Profile, other: Profile) -> float:
        """How alike two articles are, 0 to 1: the cosine of their headline and lead."""
        both = self.of(one.stems) * self.of(other.stems)
        return self.of(one.stems & other.stems) / sqrt(both) if both else 0.0
