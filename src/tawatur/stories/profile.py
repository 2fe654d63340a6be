"""What an article is about, by its headline and its lead: stems with their rarity. What stands further down does not count."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_WEEKDAYS = frozenset(fold(word) for word in ("الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"))
_BEFORE_HOUR = frozenset(fold(word) for word in ("الساعة", "والساعة"))
_TELLING = frozenset({"person", "organization", "country", "place"})
_YEAR = re.compile("(?:19|20|14)[0-9]{2}")


class Profile(NamedTuple):
    """What tells one happening from another of its like: `stems`, `numbers`, `weekdays`, `ordinals` and `names` are those of headline and lead.

    `day` is that of publication, else that of reading; `sure` tells which. `names` are entities.
    """

    document: str
    day: date | None
    sure: bool
    outlet: str | None
    title: frozenset[str]
    stems: frozenset[str]
    numbers: frozenset[str]
    reacting: frozenset[str] | None  # who reacts, where the headline says that somebody does
    weekdays: frozenset[str] = frozenset()
    ordinals: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()  # those of the names that are people


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
    told = " ".join(text[start:end] for start, end in places)
    every = stems(heading) | stems(told)
    spoken = WORD.findall(fold(f"{heading} {told}"))
    return Profile(
        document=document,
        day=date.fromisoformat(moment[:10]) if moment else None,
        sure=publication.published is not None,
        outlet=article.outlet,
        title=title,
        stems=every,
        numbers=frozenset(one for one in every if one.isdigit() and len(one) > 1 and not _YEAR.fullmatch(one)),
        reacting=_reacting(" ".join(heading_words)),
        weekdays=frozenset(bare for word in spoken if (bare := word.removeprefix("و").removeprefix("ل")) in _WEEKDAYS),
        ordinals=_ordinals(spoken),
        names=_names(collection, document, places, _TELLING),
        people=_names(collection, document, places, frozenset({"person"})),
    )


def _ordinals(spoken: Sequence[str]) -> frozenset[int]:
    """The ordinals («الرحلة السادسة»), those of the hour left out."""
    known = _known_ordinals()
    return frozenset(
        known[word] for before, word in zip(["", *spoken], spoken, strict=False) if word in known and before not in _BEFORE_HOUR
    )


@cache
def _known_ordinals() -> dict[str, int]:
    forms = load("reactions")["ordinals"]["of"]
    return {fold(form): number for number, words in forms.items() for form in words}


def _names(collection: Collection, document: str, places: Sequence[tuple[int, int]], types: frozenset[str]) -> frozenset[str]:
    """The entities named in headline and lead, those of the headline where it stands in the text."""
    title = collection.articles[document].title
    inside = [*places, (title.start, title.end)] if title and title.start is not None and title.end is not None else places
    return frozenset(
        name.entity
        for name in collection.settled[document].names
        if name.entity and name.type in types and any(start <= name.start < end for start, end in inside)
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
