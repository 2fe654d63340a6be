"""Which pairs of articles are worth comparing: of near days, with rare words or text in common."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, combinations

from tawatur.stories.profile import Profile
from tawatur.stories.weighed import Weighed

_WINDOW = 2  # days between two reports of one happening; LABELS: about two
_WINDOW_UNSURE = 3  # where one of the days is only that of reading
# the rarest words of an article propose pairs, and two that both have are enough: of the pairs of one story in bench/gold/story_pools.jsonl
# 0.99 are proposed, by 20 words no more
_TERMS = 16
_LEAST_TERMS = 2
_COMMON = (
    150  # a word that so many articles of near days have among their rarest proposes nothing: else cost grows with the square
)

# whoever reads no more articles of the days around has chosen them: all are compared with all. A pool of 11 to 13 articles that are near to one by
# their words alone is not chosen
CHOSEN = 10


def near(one: Profile, other: Profile) -> bool:
    """Whether the days of two articles allow that they report one happening."""
    if one.day is None or other.day is None:
        return True
    return abs((one.day - other.day).days) <= (_WINDOW if one.sure and other.sure else _WINDOW_UNSURE)


def candidates(articles: Mapping[str, Weighed], sharing: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Give pairs of ids in order; `sharing` are the pairs that share text."""
    found = {(a, b) for a, b in sharing if near(articles[a].profile, articles[b].profile)}
    found.update(_all(articles))
    index = _Index(articles)
    for name, one in articles.items():
        met = Counter(chain.from_iterable(map(index.around(one.profile.day).__getitem__, one.words)))
        found.update(
            (name, other)
            for other, count in met.items()
            if count >= _LEAST_TERMS and other > name and near(one.profile, articles[other].profile)
        )
    return found


def _all(articles: Mapping[str, Weighed]) -> Iterator[tuple[str, str]]:
    """All pairs of near days where few articles were read of these."""
    few = [name for name, one in sorted(articles.items()) if one.among <= CHOSEN]
    days = sorted((one.day.toordinal(), name) for name in few if (one := articles[name].profile).day)
    undated = [name for name in few if not articles[name].profile.day]
    for at, (day, name) in enumerate(days):
        after = days[at + 1 : bisect_right(days, (day + _WINDOW_UNSURE + 1, ""))]
        for other in (*(other for _, other in after), *(undated if len(days) <= CHOSEN else ())):
            if near(articles[name].profile, articles[other].profile):
                yield min(name, other), max(name, other)
    yield from combinations(undated, 2)


class _Index:
    """The articles by their rarest words, in the order of their days; those without a day apart."""

    def __init__(self, articles: Mapping[str, Weighed]) -> None:
        self.dated: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self.undated: dict[str, list[str]] = defaultdict(list)
        for name, one in articles.items():
            for word in _rarest(one):
                if one.profile.day:
                    self.dated[word].append((one.profile.day.toordinal(), name))
                else:
                    self.undated[word].append(name)
        for rows in self.dated.values():
            rows.sort()
        self._around: dict[date | None, _Around] = {}

    def around(self, day: date | None) -> _Around:
        """Give the articles around a day, by word; without a day, all."""
        if day not in self._around:
            self._around[day] = _Around(self, day)
        return self._around[day]


class _Around(dict[str, Sequence[str]]):
    """The articles of the days around one day that have a word among their rarest, unless they are many."""

    def __init__(self, index: _Index, day: date | None) -> None:
        super().__init__()
        self._index, self._day = index, day.toordinal() if day else None

    def __missing__(self, word: str) -> Sequence[str]:
        dated, undated = self._index.dated.get(word, []), self._index.undated.get(word, [])
        if self._day:
            first, last = (bisect_left(dated, (day, "")) for day in (self._day - _WINDOW_UNSURE, self._day + _WINDOW_UNSURE + 1))
            dated = dated[first:last]
        found: list[str] = [name for _, name in dated] if len(dated) <= _COMMON else []
        if len(undated) <= _COMMON:
            found += undated
        self[word] = kept = found or ()
        return kept


def _rarest(one: Weighed) -> list[str]:
    return sorted(one.words, key=lambda word: (-one.words[word], word))[:_TERMS]
