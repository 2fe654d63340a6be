"""Which articles' words weigh something else than the last time, since others were counted in the days that they are weighed by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from tawatur.stories.daily import NAME
from tawatur.stories.profiles import Profiles, Words
from tawatur.stories.rarity import Around, Rarity


def weighed_otherwise(
    heads: Iterable[str], profiles: Profiles, then: Rarity, now: Rarity, changed: Mapping[int, Collection[str]]
) -> Iterator[str]:
    """Give of `heads` those whose words or names weigh something else; `changed` are the terms that are counted otherwise, by day."""
    days: dict[int | None, Collection[str] | None] = {}
    for name in heads:
        day = profiles.days[name]
        if day not in days:
            days[day] = _terms(day, then, now, changed)
        terms = days[day]
        if terms is None or (terms and _has(profiles.words(name), terms, then.around(day), now.around(day))):
            yield name


def _terms(day: int | None, then: Rarity, now: Rarity, changed: Mapping[int, Collection[str]]) -> Collection[str] | None:
    """The terms that may weigh something else on a day; None where all may."""
    basis = now.basis(day)
    if basis != then.basis(day):
        return None
    counted = [one for one in basis[0] if one in changed]
    if not counted:
        return ()
    before, after = then.around(day), now.around(day)
    if not before.same_scale(after):
        return None
    terms = {term for one in counted for term in changed[one]}
    return {term for term in terms if term.startswith(NAME) or before.of_many(term) != after.of_many(term)}


def _has(one: Words, terms: Collection[str], before: Around, after: Around) -> bool:
    if not one.stems.isdisjoint(terms):
        return True
    named = ((NAME + entity, expected) for entity, expected in one.named.items())
    return any(before.of_many(term, expected) != after.of_many(term, expected) for term, expected in named if term in terms)
