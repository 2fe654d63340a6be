"""Putting articles together: the most alike first, and two groups only where their articles are alike on the whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from math import fsum, log

from tawatur.stories.alike import Likeness
from tawatur.stories.profile import Profile

_WINDOW = 2  # days between two reports of one happening; LABELS: about two
_WINDOW_UNSURE = 3  # where one of the days is only that of reading
# measured on 106 doubtful pairs of six corpus days, labelled by hand, of which 33 are true: put together are 18 of these and 10 false ones where the
# days are whole, 20 and 6 in a sample of 606 articles, 27 and 16 among the 206 articles of the pairs themselves
_ALIKE = 0.5
# any two articles of a story are at least half as alike: of the false pairs above a third goes, of the true ones a tenth
_LEAST_ALIKE = 0.5
# How likely two articles of near days are to tell one happening before anything is compared: 4 in 10,000 in the corpus, where whole days of
# twelve outlets were read, 7 in 1,000 among the articles of the labelled pairs, more than 1 in 20 in a folder that somebody collected on a
# matter. Beyond what is usual less likeness is enough: by the logarithm of the ratio, over the fitted slope.
_SURELY_ALIKE = 0.7
_USUAL = 5e-3
_SLOPE = 10
_LOWEST = 0.15
# in such a folder the articles of one matter are many and differ: the best links between two groups decide, and not all of them
_CURATED = 0.3
_BEST = 3


def near(one: Profile, other: Profile) -> bool:
    """Whether the days of two articles allow that they report one happening."""
    if one.day is None or other.day is None:
        return True
    return abs((one.day - other.day).days) <= (_WINDOW if one.sure and other.sure else _WINDOW_UNSURE)


def clusters(scores: Mapping[tuple[str, str], float], found: Mapping[str, Profile], likeness: Likeness) -> list[tuple[str, ...]]:
    """Give the groups, each in order, and the groups in order; `scores` holds the pairs worth looking at."""
    wanted = threshold(scores, found)
    members: dict[str, list[str]] = {name: [name] for name in found}
    home = {name: name for name in found}

    def together(one: Sequence[str], other: Sequence[str]) -> bool:
        if not all(near(found[a], found[b]) for a in one for b in other):
            return False
        alike = sorted((likeness.of(found[a], found[b]) for a in one for b in other), reverse=True)
        if wanted <= _CURATED:
            alike = alike[:_BEST]
        return alike[-1] >= _LEAST_ALIKE * wanted and fsum(alike) >= wanted * len(alike)

    worth = [(-score, pair) for pair, score in scores.items() if score >= wanted]
    for _, (a, b) in sorted(worth):
        one, other = home[a], home[b]
        if one != other and together(members[one], members[other]):
            members[one].extend(members.pop(other))
            for name in members[one]:
                home[name] = one
    return sorted(tuple(sorted(group)) for group in members.values())


def threshold(scores: Mapping[tuple[str, str], float], found: Mapping[str, Profile]) -> float:
    """Give how alike two groups must be, by how many of the pairs of near days are surely of one happening."""
    surely = sum(score >= _SURELY_ALIKE for score in scores.values()) - 1
    pairs = _pairs(found)
    if surely < 1 or not pairs:
        return _ALIKE
    return min(_ALIKE, max(_LOWEST, _ALIKE - log(surely / pairs / _USUAL) / _SLOPE))


def _pairs(found: Mapping[str, Profile]) -> int:
    """How many pairs of articles are of near days."""
    days = sorted(one.day.toordinal() for one in found.values() if one.day)
    count = sum(bisect_right(days, day + _WINDOW) - at - 1 for at, day in enumerate(days))
    undated = len(found) - len(days)
    return count + undated * len(days) + undated * (undated - 1) // 2
