"""Which pairs of articles are worth comparing: of near days, with rare words or text in common."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from tawatur.stories.profile import Profile
from tawatur.stories.profiles import Profiles
from tawatur.stories.weighed import Weighed

_WINDOW = 2  # days between two reports of one happening; LABELS: about two
WINDOW = 3  # days where one of them is only that of reading: articles farther apart are never near
# the rarest words of an article propose pairs, and two that the one before it by its id has too are enough: of the pairs of one story in
# bench/gold/story_pools.jsonl 0.99 are proposed, by 20 words no more
_TERMS = 16
_LEAST_TERMS = 2
COMMON = (
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
    in_order = sorted(one.profile.stems)  # of words as rare as one another the first
    return tuple(sorted(in_order, key=one.words.__getitem__, reverse=True)[:_TERMS])


class Places:
    """By day and word the articles that have it; those without a day apart."""

    def __init__(self, words: Iterable[tuple[str, Day, Iterable[str]]], only: set[str]) -> None:
        """Take of each article its id, its day (an ordinal) and words; `only` are those that are asked for."""
        self._on: dict[Day, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for name, day, found in words:
            here = self._on[day]
            for word in only.intersection(found):
                here[word].append(name)
        self._undated = self._on.pop(None, {})
        self._near: dict[Day, list[dict[str, list[str]]]] = {}  # by day what is of those near to it

    def dated(self, word: str, day: Day) -> list[list[str]]:
        """Give the articles with the word of each day near to `day`; without a day, of every day."""
        if day not in self._near:
            days = self._on.keys() if day is None else range(day - WINDOW, day + WINDOW + 1)
            self._near[day] = [self._on[one] for one in days if one in self._on]
        return [here[word] for here in self._near[day] if word in here]

    def undated(self, word: str) -> Sequence[str]:
        """Give the articles with the word that have no day."""
        return self._undated.get(word, ())

    def common(self, word: str, day: Day) -> tuple[bool, bool]:
        """Whether too many have the word to be proposed: of those with a day, near to `day`; of those without."""
        return sum(map(len, self.dated(word, day))) > COMMON, len(self.undated(word)) > COMMON

    def proposed(self, word: str, day: Day) -> Iterator[str]:
        """Give the articles that a word proposes to one of `day`."""
        dated, undated = self.dated(word, day), self.undated(word)
        return chain(
            chain.from_iterable(dated if sum(map(len, dated)) <= COMMON else ()), undated if len(undated) <= COMMON else ()
        )

    def days(self, word: str) -> set[Day]:
        """Give the days of the articles with the word."""
        return {*(day for day, here in self._on.items() if word in here), *([None] if word in self._undated else ())}


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
        mine = Counter(chain.from_iterable(self._rare.proposed(word, one.ordinal) for word in one.stems))
        theirs = Counter(chain.from_iterable(self._that_it_is_proposed_to(name, word) for word in self._rarest[name]))
        found = [other for other, count in mine.items() if count >= _LEAST_TERMS and other > name]
        found += [other for other, count in theirs.items() if count >= _LEAST_TERMS and other < name]
        for other in found:
            if near(one, self._profiles[other]):
                yield min(name, other), max(name, other)

    def _that_it_is_proposed_to(self, name: str, word: str) -> Iterator[str]:
        """The articles, of those not asked for, to which a word of its rarest proposes this one if they are before it by their ids."""
        day = self._profiles.days[name]
        groups = (*self._written.dated(word, day), self._written.undated(word))
        return chain.from_iterable(
            group
            for group in groups  # each of one day
            if group and not self._rare.common(word, self._profiles.days[group[0]])[day is None]
        )


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
