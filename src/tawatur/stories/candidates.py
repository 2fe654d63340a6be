"""Which pairs of articles are worth comparing: of near days, with rare words or text in common."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from tawatur.stories.profile import Profile
from tawatur.stories.profiles import Profiles
from tawatur.stories.weighed import Weighed

_WINDOW = 2  # days between two reports of one happening; LABELS: about two
WINDOW = 3  # days where one of them is only that of reading: articles farther apart are never near
# the rarest words of an article propose pairs, and two that the one before it by its id has too are enough: of the pairs of one story in
# bench/gold/story_pools.jsonl 0.99 are proposed, by 20 words no more
_TERMS = 16
_LEAST_TERMS = 2
_COMMON = (
    150  # a word that so many articles of near days have among their rarest proposes nothing: else cost grows with the square
)

# whoever reads no more articles of the days around has chosen them: all are compared with all. A pool of 11 to 13 articles that are near to one by
# their words alone is not chosen
CHOSEN = 10

Day = int | None


def near(one: Profile, other: Profile) -> bool:
    """Whether the days of two articles allow that they report one happening."""
    if one.day is None or other.day is None:
        return True
    return abs((one.day - other.day).days) <= (_WINDOW if one.sure and other.sure else WINDOW)


def rarest(one: Weighed) -> tuple[str, ...]:
    """Give the words of an article that propose pairs."""
    return tuple(sorted(one.words, key=lambda word: (-one.words[word], word))[:_TERMS])


class Places:
    """By word the articles that have it, in the order of their days; those without a day apart."""

    def __init__(self, words: Iterable[tuple[str, Day, Iterable[str]]], only: set[str]) -> None:
        """Take of each article its id, its day (an ordinal) and words; `only` are those that are asked for."""
        self._dated: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._undated: dict[str, list[str]] = defaultdict(list)
        for name, day, found in words:
            for word in only.intersection(found):
                if day is None:
                    self._undated[word].append(name)
                else:
                    self._dated[word].append((day, name))
        for rows in self._dated.values():
            rows.sort()

    def around(self, word: str, day: Day) -> tuple[Sequence[tuple[int, str]], Sequence[str]]:
        """Give the articles with the word of days near to `day`, all of them without a day; and those that have no day."""
        rows: Sequence[tuple[int, str]] = self._dated.get(word, ())
        if day is not None:
            first, last = (bisect_left(rows, (at, "")) for at in (day - WINDOW, day + WINDOW + 1))
            rows = rows[first:last]
        return rows, self._undated.get(word, ())

    def common(self, word: str, day: Day) -> tuple[bool, bool]:
        """Whether too many have the word to be proposed: of those with a day, near to `day`; of those without."""
        dated, undated = self.around(word, day)
        return len(dated) > _COMMON, len(undated) > _COMMON

    def often(self, word: str) -> bool:
        """Whether so many have the word that it may be too common on some day."""
        return len(self._dated.get(word, ())) > _COMMON or len(self._undated.get(word, ())) > _COMMON

    def proposed(self, word: str, day: Day) -> Iterator[str]:
        """Give the articles that a word proposes to one of `day`."""
        dated, undated = self.around(word, day)
        if len(dated) <= _COMMON:
            yield from (name for _, name in dated)
        if len(undated) <= _COMMON:
            yield from undated

    def days(self, word: str) -> set[Day]:
        """Give the days of the articles with the word."""
        return {*(day for day, _ in self._dated.get(word, ())), *([None] if word in self._undated else ())}

    def of_days(self, word: str, days: Collection[Day]) -> Iterator[str]:
        """Give the articles of these very days with the word."""
        yield from (name for day, name in self._dated.get(word, ()) if day in days)
        if None in days:
            yield from self._undated.get(word, ())


class Proposals:
    """Which articles propose each other: `rarest` are the rarest words of each."""

    def __init__(self, rarest: Mapping[str, Sequence[str]], profiles: Profiles, asked: Collection[str]) -> None:
        """Look at the words of those that are `asked` for."""
        self._profiles, self._rarest = profiles, rarest
        rows = [(name, profiles.days[name]) for name in rarest]
        every = {word for name in asked for word in profiles[name].stems}
        mine = {word for name in asked for word in rarest[name]}
        days = _near_days({profiles.days[name] for name in asked}, profiles.numbers)
        others = ((name, day) for name, day in rows if day in days and name not in asked)
        self._rare = Places(((name, day, rarest[name]) for name, day in rows), every)
        self._written = Places(((name, day, profiles.words(name).stems) for name, day in others), mine)

    def of(self, name: str) -> Iterator[tuple[str, str]]:
        """Give the pairs, ids in order, of one that was asked for with others of near days.

        What one that was asked for too proposes to it is given for that one.
        """
        one = self._profiles[name]
        met: Counter[str] = Counter()
        for word in one.stems:
            met.update(other for other in self._rare.proposed(word, one.ordinal) if other > name)
        for word in self._rarest[name]:
            met.update(self._that_it_is_proposed_to(name, word))
        for other, count in met.items():
            if count >= _LEAST_TERMS and near(one, self._profiles[other]):
                yield min(name, other), max(name, other)

    def _that_it_is_proposed_to(self, name: str, word: str) -> Iterator[str]:
        """The articles before this one by their ids, of those not asked for, to which a word of its rarest proposes it."""
        dated, undated = self._written.around(word, self._profiles.days[name])
        closed: dict[Day, bool] = {}
        for other in (*(other for _, other in dated), *undated):
            if other < name:
                day = self._profiles.days[other]
                if day not in closed:
                    closed[day] = self._rare.common(word, day)[self._profiles.days[name] is None]
                if not closed[day]:
                    yield other


def _near_days(days: Collection[Day], every: Collection[Day]) -> set[Day]:
    """Of `every` day those near to one of `days`; without a day an article is near to all."""
    if None in days:
        return set(every)
    return {None, *(near for day in days if day is not None for near in range(day - WINDOW, day + WINDOW + 1))}


def among_few(few: Collection[str], profiles: Profiles) -> Iterator[tuple[str, str]]:
    """All pairs of near days of `few`, the articles of whose days few were read; ids in order."""
    days = sorted((day, name) for name in few if (day := profiles.days[name]) is not None)
    undated = sorted(name for name in few if profiles.days[name] is None)
    for at, (day, name) in enumerate(days):
        after = days[at + 1 : bisect_right(days, (day + WINDOW + 1, ""))]
        for other in (*(other for _, other in after), *(undated if len(days) <= CHOSEN else ())):
            if near(profiles[name], profiles[other]):
                yield min(name, other), max(name, other)
    yield from combinations(undated, 2)
