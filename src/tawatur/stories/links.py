"""Which earlier story a sentence may point at: by its time, and by the rare words that it shares with the story."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from tawatur.records.collection import Collection
from tawatur.records.parts import unpacked
from tawatur.records.sentence import Sentence
from tawatur.records.story import Story
from tawatur.records.time import Date
from tawatur.stories.numbered import Words
from tawatur.stories.tellings import Tellings
from tawatur.stories.terms import Terms
from tawatur.stories.told import stems

_APART = 2  # days between two stories before one points back at the other
# stems that the sentence shares with the earlier story, and that the two stories share in headline and lead: few of the one are
# enough where there are many of the other. Of 34 references in three corpus days that two of each let through, two were right
_LEAST = ((4, 4), (2, 8))
# «أول لقاء بين الرئيسين منذ 18 شهرا» says little of the earlier meeting
_LEAST_SINCE = ((1, 8),)
# «في تموز», said in early August, is a month of figures and points at no day of it; «العام الماضي» points at last November
_FAR = 0.4  # of the length of the time named, between the two stories
_DAY = timedelta(days=1)


class Pointer(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A time in a sentence (`start` to `end`) that may point at stories of the days `first` to `last` (ordinals).

    `time` is its place among the dates of the article; `said` are the words of the sentence, as numbers. `near` are the stories of these
    days that share enough with it, were no word common; `best` is the one that it points at, and `reason` says why.
    """

    start: int
    end: int
    time: int
    first: int
    last: int
    since: bool
    said: bytes
    near: tuple[str, ...] = ()
    best: str | None = None
    reason: str = ""


def pointers(collection: Collection, story: Story, document: str, words: Words) -> Iterator[Pointer]:
    """Give the times of an article that may point back, in the order of its sentences and of their times."""
    if not story.date:
        return
    dates = collection.settled[document].dates
    text = collection.texts[document]
    for sentence in collection.sentences.get(document, ()) if dates else ():
        inside = [
            at for at, one in enumerate(dates) if sentence.start <= one.start < sentence.end and one.earliest and one.latest
        ]
        if not inside or sentence.kind not in ("body", "title", "heading"):
            continue
        said: bytes | None = None
        for at in inside:
            first, last = _earlier(story, dates[at])
            if first <= last:
                if said is None:
                    said = words.packed(_said(text, sentence, [dates[one] for one in inside]))
                yield Pointer(sentence.start, sentence.end, at, first, last, _since(dates[at]), said)


def _said(text: str, sentence: Sentence, times: Iterable[Date]) -> frozenset[str]:
    """The stems of a sentence without those of its times."""
    return stems(text[sentence.start : sentence.end]).difference(*(stems(one.text) for one in times))


def _since(time: Date) -> bool:
    """Whether it is an age, counted in months or years."""
    return time.type == "duration" and (time.value or "").endswith(("M", "Y"))


class Near:
    """The stories that sentences may point at, by their days and by the words that the sentences say."""

    def __init__(self, tellings: Tellings, stories: Iterable[str], asking: Iterable[Pointer]) -> None:
        """Look among `stories` for what any of the pointers `asking` may point at."""
        self._tellings = tellings
        rows = sorted((day, name) for name in stories if (day := tellings.stories[name].day) is not None)
        self._days = [day for day, _ in rows]
        wanted = frozenset[int]().union(*(unpacked(one.said) for one in asking if self.any(one)))
        self._by_word: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for row in rows:
            for word in wanted.intersection(unpacked(tellings.stories[row[1]].every)):
                self._by_word[word].append(row)

    def any(self, one: Pointer) -> bool:
        """Whether there is a story of its days."""
        return bisect_left(self._days, one.first) < bisect_right(self._days, one.last)

    def of(self, one: Pointer, story: str) -> tuple[str, ...]:
        """Give the stories that share enough with a sentence of `story` and with the story itself, whatever words are common."""
        if not self.any(one):
            return ()
        met: Counter[str] = Counter()
        for word in unpacked(one.said):
            rows = self._by_word.get(word, [])
            met.update(other for _, other in rows[bisect_left(rows, (one.first, "")) : bisect_left(rows, (one.last + 1, ""))])
        least = min(count for count, _ in _enough(one))
        likely = [(other, count) for other, count in met.items() if count >= least and other != story]
        if not likely:
            return ()
        telling = self._tellings.telling
        mine = telling(story)
        return tuple(sorted(other for other, count in likely if _suffices(one, count, len(mine & telling(other)))))


def best(one: Pointer, near: Iterable[str], story: str, tellings: Tellings) -> str | None:
    """Give the story of those `near` a pointer of `story` that shares most with the sentence and with the story."""
    said, mine = (words - tellings.common for words in (tellings.set(one.said), tellings.telling(story)))
    found = []
    for other in near:
        theirs = tellings.telling(other)
        count, shared = len(said & theirs), len(mine & theirs)
        if _suffices(one, count, shared):
            found.append((-count - shared, other))
    return min(found)[1] if found else None


def shared(one: Pointer, other: Terms, words: Words) -> list[str]:
    """Give the stems that the sentence of a pointer shares with another story, in order."""
    return sorted(map(words.word, frozenset(unpacked(one.said)).intersection(unpacked(other.every))))


def _enough(one: Pointer) -> Sequence[tuple[int, int]]:
    return _LEAST_SINCE if one.since else _LEAST


def _suffices(one: Pointer, count: int, shared: int) -> bool:
    """Whether so many words in common with the sentence, and with its story, are enough."""
    return any(count >= x and shared >= y for x, y in _enough(one))


def depends(one: Pointer, tellings: Tellings, story: str, words: frozenset[int]) -> bool:
    """Whether what a pointer of `story` points at depends on any of these words being common."""
    return not (words.isdisjoint(unpacked(one.said)) and words.isdisjoint(tellings.telling(story)))


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
