"""Putting articles together by average link: the two groups whose articles are on the whole most alike first, as long as they are alike.

Only what two groups hold decides whether they come together, so articles that are alike to none of a group's leave the group as it is. Scores are
counted in whole millionths: sums are exact, in whatever order they are made.

Among a few articles that somebody has chosen, reports of one matter differ more from one another than what does not belong there differs from
them: between groups of such articles the best pairs decide.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping
from itertools import product

Score = Callable[[str, str], float]
Near = Callable[[str, str], bool]

_UNIT = 1_000_000
# of two large groups so many articles each are compared, evenly from the first to the last: a story of 10,000 articles costs no square of them
_SAMPLE = 20
_BEST = 3  # pairs that decide among chosen articles


def clusters(
    articles: Iterable[str],
    worth: Mapping[tuple[str, str], float],
    score: Score,
    near: Near,
    least: float,
    chosen: frozenset[str] = frozenset(),
) -> list[tuple[str, ...]]:
    """Give the groups, each in order, and the groups in order.

    `worth` holds the pairs that are alike enough to be worth looking at, with their scores; `score` gives that of any other pair. Two groups come together where their
    articles are all `near` and their scores are on average `least` at least; of `chosen` articles, the three best.
    """
    linking = _Linking(worth, score, near, round(least * _UNIT), chosen)
    for name in sorted(articles):
        linking.members[name] = (name,)
    for (a, b), value in sorted(worth.items()):
        if value >= least and near(a, b):
            linking.link(a, b, round(value * _UNIT))
    linking.run()
    return sorted(tuple(sorted(group)) for group in linking.members.values())


class _Linking:
    """Groups by their first article, and the sums of the scores between those that have a pair alike enough."""

    def __init__(
        self, worth: Mapping[tuple[str, str], float], score: Score, near: Near, least: int, chosen: frozenset[str]
    ) -> None:
        self.members: dict[str, tuple[str, ...]] = {}
        self._worth, self._score, self._near, self._least, self._chosen = worth, score, near, least, chosen
        self._sums: dict[str, dict[str, int]] = {}
        self._queue: list[tuple[float, str, str, int]] = []

    def link(self, one: str, other: str, total: int) -> None:
        """Say that two groups may come together, with the sum of the scores between them."""
        self._sums.setdefault(one, {})[other] = total
        self._sums.setdefault(other, {})[one] = total
        found, count = self._deciding(self.members[one], self.members[other], total)
        if found >= self._least * count:
            a, b = min(one, other), max(one, other)
            heapq.heappush(self._queue, (-found / count, a, b, total))

    def _deciding(self, one: tuple[str, ...], other: tuple[str, ...], total: int) -> tuple[int, int]:
        """The sum of the scores that decide between two groups, and how many they are."""
        count = len(one) * len(other)
        if count <= _BEST or not self._chosen.issuperset(one + other):
            return total, count
        return sum(sorted((self._of(a, b) for a, b in product(one, other)), reverse=True)[:_BEST]), _BEST

    def run(self) -> None:
        """Bring groups together until no two are alike enough."""
        while self._queue:
            _, a, b, total = heapq.heappop(self._queue)
            if self._sums.get(a, {}).get(b) == total:  # else one of them has grown since
                self._join(a, b)

    def _join(self, a: str, b: str) -> None:
        """Group `b` goes into group `a`, whose first article comes before."""
        mine, yours = self._sums.pop(a), self._sums.pop(b)
        met = {name: (mine.get(name), yours.get(name)) for name in {*mine, *yours} - {a, b}}
        for name in met:
            self._sums[name].pop(a, None)
            self._sums[name].pop(b, None)
        parts = self.members[a], self.members.pop(b)
        self.members[a] = parts[0] + parts[1]
        for name in sorted(met):
            sums = [
                known if known is not None else self._between(part, self.members[name])
                for known, part in zip(met[name], parts, strict=True)
            ]
            if sums[0] is not None and sums[1] is not None:
                self.link(a, name, sums[0] + sums[1])

    def _between(self, one: tuple[str, ...], other: tuple[str, ...]) -> int | None:
        """The sum of the scores between two groups; None where days keep them apart."""
        if not all(self._near(a, b) for a, b in product(one, other)):
            return None
        some, others = _sample(one), _sample(other)
        total = sum(self._of(a, b) for a, b in product(some, others))
        return total * len(one) * len(other) // (len(some) * len(others))

    def _of(self, one: str, other: str) -> int:
        a, b = min(one, other), max(one, other)
        known = self._worth.get((a, b))
        return round((self._score(a, b) if known is None else known) * _UNIT)


def _sample(group: tuple[str, ...]) -> list[str]:
    """The group in order, or so many of it."""
    order = sorted(group)
    if len(order) <= _SAMPLE:
        return order
    return [order[at * (len(order) - 1) // (_SAMPLE - 1)] for at in range(_SAMPLE)]
