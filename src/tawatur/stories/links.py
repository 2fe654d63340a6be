"""Which earlier story a sentence may point at: by its time, and by the rare words that it shares with the story."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from tawatur.records.collection import Collection
from tawatur.records.sentence import Sentence
from tawatur.records.story import Story
from tawatur.records.time import Date
from tawatur.stories.told import stems, told

_APART = 2  # days between two stories before one points back at the other
# stems that the sentence shares with the earlier story, and that the two stories share in headline and lead: few of the one are
# enough where there are many of the other. Of 34 references in three corpus days that two of each let through, two were right
_LEAST = ((4, 4), (2, 8))
# «أول لقاء بين الرئيسين منذ 18 شهرا» says little of the earlier meeting
_LEAST_SINCE = ((1, 8),)
# «في تموز», said in early August, is a month of figures and points at no day of it; «العام الماضي» points at last November
_FAR = 0.4  # of the length of the time named, between the two stories
_COMMON = 0.02  # a stem in more of the stories than this, and in more than a few, says nothing
_FEW = 5
_DAY = timedelta(days=1)


class Index:
    """The stories by the stems of their articles' headlines and leads, those of one stem in the order of their days."""

    def __init__(self, collection: Collection, stories: Sequence[Story]) -> None:
        self._texts = collection.texts
        self._stories = {one.id: one for one in stories}
        self._stems = {
            one.id: frozenset[str]().union(*(told(collection, name).stems for name in one.documents)) for one in stories
        }
        numbers = Counter(word for found in self._stems.values() for word in found)
        limit = max(_FEW, int(_COMMON * len(stories)))
        self._common = frozenset(word for word, number in numbers.items() if number > limit)
        dated = sorted((date.fromisoformat(one.date).toordinal(), one.id) for one in stories if one.date)
        self._days = [day for day, _ in dated]
        self._by_stem: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for row in dated:
            for word in self._stems[row[1]] - self._common:
                self._by_stem[word].append(row)

    def best(self, story: Story, sentence: Sentence, time: Date, times: Sequence[Date]) -> tuple[Story, list[str]] | None:
        """Give the earlier story that `time` points at and that shares most with the sentence and with its story.

        With it come the stems that the sentence shares with it, those of the sentence's `times` left out.
        """
        days = _earlier(story, time)
        if bisect_left(self._days, days[0]) >= bisect_right(self._days, days[1]):
            return None
        text = self._texts[sentence.document]
        when_told = frozenset[str]().union(*(stems(one.text) for one in times))
        said = frozenset(word for word in stems(text[sentence.start : sentence.end]) - when_told if not word.isdigit())
        since = time.type == "duration" and (time.value or "").endswith(("M", "Y"))
        found = [
            (count + common, other)
            for other, count in self._met(said, days).items()
            if other != story.id
            and (common := self._in_common(story.id, other))
            and any(count >= x and common >= y for x, y in (_LEAST_SINCE if since else _LEAST))
        ]
        if not found:
            return None
        best = min(found, key=lambda row: (-row[0], row[1]))[1]
        return self._stories[best], sorted(said & self._stems[best])

    def _met(self, said: frozenset[str], days: tuple[int, int]) -> Counter[str]:
        """How many of the words that are not common each story of these days has."""
        met: Counter[str] = Counter()
        for word in said:
            rows = self._by_stem.get(word, [])
            met.update(other for _, other in rows[bisect_left(rows, (days[0], "")) : bisect_left(rows, (days[1] + 1, ""))])
        return met

    def _in_common(self, one: str, other: str) -> int:
        shared = (self._stems[one] & self._stems[other]) - self._common
        return sum(not word.isdigit() for word in shared)


def _earlier(story: Story, time: Date) -> tuple[int, int]:
    """The first and the last day (ordinals) of stories before this one that an expression may point at; none where the last is the earlier."""
    first, last = _began(time)
    written = date.fromisoformat(str(story.date)).toordinal()
    far = -(-_FAR * (last - first) // _DAY)
    return first.toordinal(), min(last.toordinal(), written - max(_APART + 1, far))


def _began(time: Date) -> tuple[date, date]:
    """The interval that an expression points at; of a duration, its beginning, a month to either side where it is counted in months."""
    first, last = date.fromisoformat(str(time.earliest)[:10]), date.fromisoformat(str(time.latest)[:10])
    if time.type != "duration":
        return first, last
    slack = timedelta(days=31 if (time.value or "").endswith(("M", "Y")) else 1)
    return first - slack, first + slack
