"""What an article is about, by its headline and its lead: what their words tell, with the names. What stands further down does not count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import WORD
from tawatur.records.collection import Collection
from tawatur.records.name import Name
from tawatur.stories.lead import past_day
from tawatur.stories.rarity import share
from tawatur.stories.scene import scene
from tawatur.stories.told import told

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
    places: frozenset[str] = frozenset()  # those that are countries and places
    happened: date | None = None  # the first day shortly before publication that headline or lead name
    scene: str | None = None  # where it happened, an entity
    kinds: frozenset[str] = frozenset()  # what happened, by the words of the headline
    opening: frozenset[str] = frozenset()  # the stems of the first words of the prose
    argues: bool = False  # its writer speaks for himself: a column, a letter
    named: Mapping[str, float] = MappingProxyType(
        {}
    )  # the names, each with the share of articles in which its words are expected

    @property
    def ordinal(self) -> int | None:
        """The day as an ordinal."""
        return self.day.toordinal() if self.day else None


def profile(collection: Collection, document: str) -> Profile:
    """Give the profile of one article."""
    article = collection.articles[document]
    publication = collection.settled[document].publication
    moment = publication.published or publication.latest
    said = told(collection, document)
    found = list(names_told(collection, document))
    return Profile(
        document=document,
        day=date.fromisoformat(moment[:10]) if moment else None,
        sure=publication.published is not None,
        outlet=article.outlet,
        title=said.title,
        stems=said.stems,
        numbers=frozenset(one for one in said.stems if one.isdigit() and len(one) > 1 and not _YEAR.fullmatch(one)),
        reacting=said.reacting,
        weekdays=said.weekdays,
        ordinals=said.ordinals,
        names=frozenset(one.entity for one in found if one.entity),
        people=frozenset(one.entity for one in found if one.entity and one.type == "person"),
        places=frozenset(one.entity for one in found if one.entity and one.type in ("country", "place")),
        happened=past_day(collection, document),
        scene=scene(collection, document),
        kinds=said.kinds,
        opening=said.opening,
        argues=said.argues,
        named=_expected(found),
    )


def names_told(collection: Collection, document: str) -> Iterator[Name]:
    """Give the names with an entity in headline and lead, those of the headline where it stands in the text."""
    places = told(collection, document).lead
    title = collection.articles[document].title
    inside = [*places, (title.start, title.end)] if title and title.start is not None and title.end is not None else places
    last = max((end for _, end in inside), default=0)
    for name in collection.settled[document].names:
        if (
            name.start < last  # most are not
            and name.entity
            and name.type in _TELLING
            and any(start <= name.start < end for start, end in inside)
        ):
            yield name


def _expected(found: Sequence[Name]) -> dict[str, float]:
    """Of each entity the share of articles that have the rarest word of its fullest form here."""
    shares: dict[str, float] = {}
    for name in found:
        shares[str(name.entity)] = min(_rarest(name.text), shares.get(str(name.entity), 1.0))
    return shares


@lru_cache(maxsize=1 << 16)
def _rarest(name: str) -> float:
    """The share of articles that have the rarest word of a name; 1 without a word."""
    return min((share(stem(word)) for word in WORD.findall(fold(name))), default=1.0)
