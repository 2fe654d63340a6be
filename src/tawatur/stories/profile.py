"""What an article is about, by its headline and its lead: stems with their rarity. What stands further down does not count."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import WORD
from tawatur.records.collection import Collection
from tawatur.resources import load

_LEAD_WORDS = 45  # the lead: the first sentences until there are so many words, or so many sentences
_LEAD_SENTENCES = 3
_TITLE_WORDS = 16  # of the first sentence, where an article has no title
_LETTERS = 2
_YEAR = re.compile("(?:19|20|14)[0-9]{2}")


class Profile(NamedTuple):
    """`day` is that of publication, else that of reading; `sure` tells which. `stems` are those of headline and lead."""

    document: str
    day: date | None
    sure: bool
    outlet: str | None
    title: frozenset[str]
    stems: frozenset[str]
    numbers: frozenset[str]
    reacting: frozenset[str] | None  # who reacts, where the headline says that somebody does


def profiles(collection: Collection) -> dict[str, Profile]:
    """Give the profile of every article, in the order of their ids."""
    return {document: _profile(collection, document) for document in sorted(collection.texts)}


def _profile(collection: Collection, document: str) -> Profile:
    article = collection.articles[document]
    publication = collection.settled[document].publication
    moment = publication.published or publication.latest
    text = collection.texts[document]
    places = lead(collection, document)
    heading = article.title.text if article.title else " ".join(text[start:end] for start, end in places[:1])
    heading_words = heading.split()[:_TITLE_WORDS]
    title = stems(" ".join(heading_words))
    every = stems(heading) | stems(" ".join(text[start:end] for start, end in places))
    return Profile(
        document=document,
        day=date.fromisoformat(moment[:10]) if moment else None,
        sure=publication.published is not None,
        outlet=article.outlet,
        title=title,
        stems=every,
        numbers=frozenset(one for one in every if one.isdigit() and len(one) > 1 and not _YEAR.fullmatch(one)),
        reacting=_reacting(" ".join(heading_words)),
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
        if count >= _LEAD_WORDS or len(found) == _LEAD_SENTENCES:
            break
    return found


@cache
def _reactions() -> frozenset[str]:
    return frozenset(fold(word) for word in load("reactions")["of"])


def _reacting(heading: str) -> frozenset[str] | None:
    found = WORD.findall(fold(heading))
    for at, word in enumerate(found):
        if word in _reactions():
            return stems(" ".join(found[:at])) or stems(" ".join(found[at + 1 : at + 2]))
    return None


@cache
def _empty() -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in load("empty_words")["of"])


def stems(text: str) -> frozenset[str]:
    """Give the stems of the words that carry meaning."""
    found = (stem(word) for word in WORD.findall(fold(text)))
    return frozenset(one for one in found if len(one) > _LETTERS or one.isdigit()) - _empty()
