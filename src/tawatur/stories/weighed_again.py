"""Which articles' words weigh something else than the last time, since others were counted in the days that they are weighed by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from tawatur.stories.daily import NAME
from tawatur.stories.profiles import Profiles, Words
from tawatur.stories.rarity import Around, Rarity


def weighed_otherwise(
    heads: Iterable[str], profiles: Profiles, then: Rarity, now: Rarity, changed: Mapping[int, Mapping[str, int]]
) -> Iterator[str]:
    """Give of `heads` those whose words or names weigh something else; `changed` tells by day in how many more articles a term is, or fewer."""
    days: dict[int | None, Mapping[str, int] | None] = {}
    for name in heads:
        day = profiles.days[name]
        if day not in days:
            days[day] = _terms(day, then, now, changed)
        terms = days[day]
        if terms is None or (terms and _has(profiles.words(name), terms, now.around(day))):
            yield name


def _terms(day: int | None, then: Rarity, now: Rarity, changed: Mapping[int, Mapping[str, int]]) -> Mapping[str, int] | None:
    """The words that weigh something else on a day, and the names that may, with how many more articles have them; None where all may."""
    scale = now.scale(day)
    if scale != then.scale(day):
        return None
    more: Counter[str] = Counter()
    for one in scale[0]:
        more.update(changed.get(one, {}))
    if not more:
        return {}
    around = now.around(day)
    return {term: count for term, count in more.items() if count and (term.startswith(NAME) or around.moved(term, count))}


def _has(one: Words, terms: Mapping[str, int], around: Around) -> bool:
    if not terms.keys().isdisjoint(one.stems):
        return True
    named = ((NAME + entity, expected) for entity, expected in one.named.items())
    return any(around.moved(term, terms[term], expected) for term, expected in named if term in terms)
