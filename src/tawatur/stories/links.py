"""Which earlier story a sentence may point at: by its time, and by the rare words that it shares with the story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from tawatur.records.collection import Collection
from tawatur.records.sentence import Sentence
from tawatur.records.story import Story
from tawatur.records.time import Date
from tawatur.stories.profile import profiles, stems

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


class Index:
    """The stories by the stems of their articles' headlines and leads."""

    def __init__(self, collection: Collection, stories: Sequence[Story]) -> None:
        self.profiles = known = profiles(collection)
        self._texts = collection.texts
        self._stories = {one.id: one for one in stories}
        self._stems = {one.id: frozenset[str]().union(*(known[name].stems for name in one.documents)) for one in stories}
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for one in stories:
            for word in self._stems[one.id]:
                self._by_stem[word].append(one.id)
        self._limit = max(_FEW, int(_COMMON * len(stories)))

    def best(self, story: Story, sentence: Sentence, time: Date, times: Sequence[Date]) -> tuple[Story, list[str]] | None:
        """Give the earlier story that `time` points at and that shares most with the sentence and with its story.

        With it come the stems that the sentence shares with it, those of the sentence's `times` left out.
        """
        text = self._texts[sentence.document]
        when_told = frozenset[str]().union(*(stems(one.text) for one in times))
        said = frozenset(word for word in stems(text[sentence.start : sentence.end]) - when_told if not word.isdigit())
        since = time.type == "duration" and (time.value or "").endswith(("M", "Y"))
        when = _began(time)
        found = [
            (count + common, other)
            for other, count in self._met(said).items()
            if self._earlier(story, other, when)
            and (common := len(self._common(story.id, other)))
            and any(count >= x and common >= y for x, y in (_LEAST_SINCE if since else _LEAST))
        ]
        if not found:
            return None
        best = min(found, key=lambda row: (-row[0], row[1]))[1]
        return self._stories[best], sorted(said & self._stems[best])

    def _met(self, said: frozenset[str]) -> Counter[str]:
        """How many of the words that are not common each story has."""
        return Counter(
            other for word in said if len(self._by_stem.get(word, ())) <= self._limit for other in self._by_stem.get(word, ())
        )

    def _common(self, one: str, other: str) -> frozenset[str]:
        shared = self._stems[one] & self._stems[other]
        return frozenset(word for word in shared if not word.isdigit() and len(self._by_stem[word]) <= self._limit)

    def _earlier(self, story: Story, other: str, when: tuple[date, date]) -> bool:
        day = self._stories[other].date
        if not day or not story.date or other == story.id:
            return False
        happened = date.fromisoformat(day)
        between = date.fromisoformat(story.date) - happened
        return when[0] <= happened <= when[1] and between > timedelta(days=_APART) and between >= _FAR * (when[1] - when[0])


def _began(time: Date) -> tuple[date, date]:
    """The interval that an expression points at; of a duration, its beginning, a month to either side where it is counted in months."""
    first, last = date.fromisoformat(str(time.earliest)[:10]), date.fromisoformat(str(time.latest)[:10])
    if time.type != "duration":
        return first, last
    slack = timedelta(days=31 if (time.value or "").endswith(("M", "Y")) else 1)
    return first - slack, first + slack
