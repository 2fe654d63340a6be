"""Known places: GeoNames identifiers and English names of countries and towns, from a table compiled into the package.

A gazetteer fires on common words, so it is asked only about what the annotator has found to be a place, and answers only
where the name means one town, or where the article names the country.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from tawatur.resources import lines

# a town of this many people is meant wherever no other of the name is near its size; smaller ones need their country named
_LARGE = 100_000
_TIMES = 10  # how many times as large as the next town of the name: Moscow in Russia is 80 times Mesquite, Texas


class Town(NamedTuple):
    """A town of the table: its GeoNames id, ISO 3166 code of the country, population (0 where unknown) and English name."""

    id: int
    country: str
    population: int
    en: str
    capital: bool = False


def town(name: str, named: AbstractSet[str] = frozenset()) -> Town | None:
    """The town that a folded name means in an article that names the countries of the codes `named`, or None.

    The one town of the name in those countries; else, where it is large, the one that is so by far.
    """
    found = _towns().get(name, ())
    there = [one for one in found if one.country in named]
    for among in (there, found):
        first = _foremost(among)
        if first and (among is there or first.capital or first.population >= _LARGE):
            return first
    return None


def _foremost(among: Sequence[Town]) -> Town | None:
    """The only one, the only capital, or the one that is many times as large as the next."""
    capitals = [one for one in among if one.capital]
    if len(capitals) == 1:
        return capitals[0]
    if not among:
        return None
    first, *rest = sorted(among, key=lambda t: (-t.population, t.id))
    return None if rest and first.population < _TIMES * max(rest[0].population, 1) else first


def country_id(code: str) -> int | None:
    """The GeoNames id of the country of this ISO 3166 code, or None."""
    return _table()[0].get(code)


def _towns() -> Mapping[str, Sequence[Town]]:
    return _table()[1]


@cache
def _table() -> tuple[Mapping[str, int], Mapping[str, Sequence[Town]]]:
    countries: dict[str, int] = {}
    towns: dict[str, list[Town]] = defaultdict(list)
    for line in lines("names/gazetteer"):
        identity, code, population, *rest = line.split("|")
        if not rest:
            countries[code] = int(identity)
            continue
        one = Town(int(identity), code, int(population.rstrip("*")), rest[0], population.endswith("*"))
        for form in rest[1].split(";"):
            towns[form].append(one)
    return countries, dict(towns)
