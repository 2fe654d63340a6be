"""What an article is about, by its headline and its lead: stems with their rarity. What stands further down does not count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import WORD
from tawatur.records.collection import Collection
from tawatur.records.name import Name
from tawatur.resources import load
from tawatur.stories.lead import lead, past_day
from tawatur.stories.rarity import share
from tawatur.stories.roots import root
from tawatur.stories.scene import scene

_TITLE_WORDS = 16  # of the first sentence, where an article has no title
_LETTERS = 2
_OPENING = 20  # words of the prose that say what happened
_WEEKDAYS = frozenset(fold(word) for word in ("الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"))
_BEFORE_HOUR = frozenset(fold(word) for word in ("الساعة", "والساعة"))
_TELLING = frozenset({"person", "organization", "country", "place"})
_QUOTED = re.compile('«[^»]*»|"[^"]*"|“[^”]*”')
_PART = re.compile(r"\(([0-9]{1,2})\)")  # the part of a series
_ARGUES = 2  # such words in headline and lead
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
    places: frozenset[str] = frozenset()  # those that are countries and places
    happened: date | None = None  # the first day shortly before publication that headline or lead name
    scene: str | None = None  # where it happened, an entity
    kinds: frozenset[str] = frozenset()  # what happened, by the words of the headline
    roots: frozenset[str] = frozenset()  # of the stems, what is left of a word beneath its pattern
    opening: frozenset[str] = frozenset()  # the stems of the first words of the prose
    argues: bool = False  # its writer speaks for himself: a column, a letter
    named: Mapping[str, float] = MappingProxyType(
        {}
    )  # the names, each with the share of articles in which its words are expected


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
    found = list(_names(collection, document, places))
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
        ordinals=_ordinals(spoken) | {int(one) for one in _PART.findall(heading)},
        names=frozenset(one.entity for one in found if one.entity),
        people=frozenset(one.entity for one in found if one.entity and one.type == "person"),
        places=frozenset(one.entity for one in found if one.entity and one.type in ("country", "place")),
        happened=past_day(collection, document),
        scene=scene(collection, document),
        kinds=_kinds(heading_words),
        roots=frozenset(map(root, every)),
        opening=stems(" ".join(told.split()[:_OPENING])) & every,
        argues=_argues(heading, told),
        named=_expected(found),
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


def _names(collection: Collection, document: str, places: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """The names with an entity in headline and lead, those of the headline where it stands in the text."""
    title = collection.articles[document].title
    inside = [*places, (title.start, title.end)] if title and title.start is not None and title.end is not None else places
    for name in collection.settled[document].names:
        if name.entity and name.type in _TELLING and any(start <= name.start < end for start, end in inside):
            yield name


def _expected(found: Sequence[Name]) -> dict[str, float]:
    """Of each entity the share of articles that have the rarest word of its fullest form here."""
    shares: dict[str, float] = {}
    for name in found:
        words = [share(stem(word)) for word in WORD.findall(fold(name.text))]
        shares[str(name.entity)] = min([*words, shares.get(str(name.entity), 1.0)])
    return shares


def _kinds(heading: Sequence[str]) -> frozenset[str]:
    """The kinds of happening that the words of a headline name."""
    known = _happenings()
    return frozenset(kind for word in WORD.findall(fold(" ".join(heading))) for kind in known.get(stem(word), ()))


@cache
def _happenings() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, words in load("happenings")["of"].items():
        for word in words:
            kinds[stem(fold(word))].add(kind)
    return {word: frozenset(found) for word, found in kinds.items()}


def _argues(heading: str, told: str) -> bool:
    """Whether the writer asks, wishes or speaks of himself, outside quotation marks."""
    own = _QUOTED.sub(" ", f"{heading} . {told}")
    spoken = [word.removeprefix("و").removeprefix("ف") for word in WORD.findall(fold(own))]
    count = sum(word in _columns() for word in spoken) + own.count("؟") + own.count("!")
    return count >= _ARGUES


@cache
def _columns() -> frozenset[str]:
    return frozenset(fold(word).removeprefix("و").removeprefix("ف") for word in load("columns")["of"])


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
