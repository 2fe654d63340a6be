"""Sentences told again in other words within the days for which a report is carried.

What is rare is told there by the sentences of these days alone: words that few of them have propose a pair, and weigh much, however large
the collection grows; and an article that is added touches what is told of its own days, and nothing else. Of days with many articles a part
says what is rare, drawn by the articles' ids: else every article more would weigh all words of its days a little otherwise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import NamedTuple
from zlib import crc32

from tawatur.records.passage import Contents, Near
from tawatur.reuse.contents import LEAST
from tawatur.reuse.days import APART
from tawatur.reuse.weights import Told, Weights, matched, told_by

# sentences of the days around that a word may stand in to propose a pair, and such words in common. bench/retelling.py measures them: of 319
# pairs of sentences of three days that are kept once they are looked at, words that are rare in all that is known propose 59, these 301;
# of those that are labelled 31 of 37 are right
RARE = 64
LEAST_RARE = 2  # `_sharing` counts no further
# articles that say what is rare, at the least, where there are so many; and of how many articles one does. Of the 319 pairs the words of one article
# in eight propose 288 (29 of 34 right), those of one in 32 propose 301; and the fewer say it, the fewer days are looked through when articles are added
MANY = 125
SHARES = (1, 2, 4, 8, 16, 32)


class Window(NamedTuple):
    """The documents of a day and those of the few days before it, in order; which of all of them say what is rare, one of so many."""

    before: tuple[str, ...]
    today: tuple[str, ...]
    telling: tuple[str, ...]
    one_of: int

    @property
    def documents(self) -> tuple[str, ...]:
        """All of them, the earlier ones first."""
        return self.before + self.today


def by_day(days: Mapping[str, int]) -> dict[int, list[str]]:
    """Give the documents of each day, in order."""
    found: dict[int, list[str]] = defaultdict(list)
    for document in sorted(days):
        found[days[document]].append(document)
    return dict(found)


def are_near(days: Mapping[str, int], a: str, b: str) -> bool:
    """Whether two documents are of days no further apart than a report is carried."""
    return a in days and b in days and abs(days[a] - days[b]) <= APART


def window_of(day: int, dated: Mapping[int, Sequence[str]]) -> Window:
    """Give the window of a day, by the documents of each day."""
    before = tuple(document for earlier in range(day - APART, day) for document in dated.get(earlier, ()))
    today = tuple(dated.get(day, ()))
    one_of = share_of(len(before) + len(today))
    return Window(before, today, tuple(document for document in (*before, *today) if is_telling(document, one_of)), one_of)


def share_of(documents: int) -> int:
    """Of how many documents one says what is rare."""
    return next((share for share in SHARES if documents < 2 * share * MANY), SHARES[-1])


def is_telling(document: str, one_of: int) -> bool:
    """Whether a document is one of those that say what is rare."""
    return crc32(document.encode("utf-8", "surrogatepass")) % one_of == 0


def retold_in(window: Window, contents: Mapping[str, Contents], only: AbstractSet[str] | None = None) -> Near:
    """Give the sentences that documents of a window's day and any of the window tell in other words, or copy.

    With `only`, those of pairs in which one of these documents stands. Pairs of documents are by their ids in order.
    """
    often = often_in(window, contents)
    return matched(proposed(window, contents, often, only), weights_in(window, contents, often))


def often_in(window: Window, contents: Mapping[str, Contents]) -> Counter[int]:
    """Give in how many sentences of those that say what is rare each word stands."""
    return Counter(chain.from_iterable(contents[document].words for document in window.telling))


def weights_in(window: Window, contents: Mapping[str, Contents], often: Mapping[int, int]) -> Weights:
    """Give what words weigh in a window; `often` is what `often_in` gives."""
    return Weights(often, sum(len(contents[document].sentences) for document in window.telling))


def proposed(
    window: Window, contents: Mapping[str, Contents], often: Mapping[int, int], only: AbstractSet[str] | None = None
) -> Iterator[tuple[Told, Told]]:
    """Give the pairs of sentences of two documents that share several rare words and enough words at all, the one of the smaller id first.

    `often` is what `often_in` gives.
    """
    rare = _rare(window, contents, often, only)
    every: list[Told] = []
    places: dict[int, list[int]] = defaultdict(list)
    of_only: dict[int, list[int]] = places if only is None else defaultdict(list)
    for number, document in enumerate(window.documents):
        wanted = only is None or document in only
        if not wanted and len(rare.intersection(contents[document].words)) < LEAST_RARE:
            continue
        having = [(one, few) for one in told_by(document, contents[document]) if len(few := rare & one.words) >= LEAST_RARE]
        for one, few in having if number >= len(window.before) else ():
            for other in _sharing(few, places if wanted else of_only):
                if len(one.words & every[other].words) >= LEAST:
                    yield (one, every[other]) if document < every[other].document else (every[other], one)
        for at, (_, few) in enumerate(having, len(every)):  # only now: a document is not compared with itself
            for word in few:
                places[word].append(at)
                if wanted and only is not None:
                    of_only[word].append(at)
        every += [one for one, _ in having]


def _rare(
    window: Window, contents: Mapping[str, Contents], often: Mapping[int, int], only: AbstractSet[str] | None
) -> frozenset[int]:
    """The words that few sentences of a window have, of its day's documents; with `only`, of these."""
    most = RARE // window.one_of
    common = [word for word, count in often.items() if count > most]
    documents = window.today if only is None else [one for one in window.documents if one in only]
    return frozenset(chain.from_iterable(contents[document].words for document in documents)).difference(common)


def _sharing(words: Iterable[int], places: Mapping[int, list[int]]) -> set[int]:
    """The sentences that have several (`LEAST_RARE`) of these words: those that are met a second time."""
    met: set[int] = set()
    again: set[int] = set()
    for one in sorted((places[word] for word in words if word in places), key=len):
        again.update(met.intersection(one))
        met.update(one)
    return again
