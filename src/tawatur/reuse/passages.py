"""What two pages share: sentences aligned word by word, and the passages that consecutive ones make up."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from tawatur.records.passage import Match, Passages, Region, Text
from tawatur.reuse.protocol import Protocol

_SEED = 4  # words in a row that make two sentences worth aligning
_MOST_PLACES = 4  # of one run of words in a page: a text of one word is not compared with itself at every place
_GAP = 2  # words between two equal runs that are one region
_LEAST_RUN = 2  # a single equal word is chance
_LEAST_WORDS = 5
_LEAST_SHARE = 0.55  # of the shorter sentence
_LEAST_REGION = 9  # words of a region that count however long the sentences are
# «a copied passage of about twelve words or more», a word here and there aside. Below twelve, and where the shared words are
# titles and names without a preposition or a pronoun, most pairs of the corpus that were read had nothing but names in common
_PASSAGE = 12
_SOLID = 8
# a passage of twelve or thirteen words in shorter pieces is, in the corpus, mostly a market's or a match's phrase
_PIECE = 8
_WHOLE = 0.65  # of a sentence: then it is the sentence that was taken
_SAFE = 14
_JOINTS = 2
_SMALL = 5  # words, no formula, of a short sentence between two articles that share a passage elsewhere
_JUMP = 2  # sentences (headings, short ones) that may stand between two of one passage


class Shared(NamedTuple):
    """What two documents share, passage by passage, in the order of their places in `a`."""

    a: str
    b: str
    passages: Passages


def turned(passages: Passages) -> Passages:
    """The same passages seen from the other side."""
    return tuple(sorted(tuple(sorted(match.turned() for match in passage)) for passage in passages))


class Verifier:
    """Tells what two pages share. Pages that come first are best given in order: what was worked out for the last is kept."""

    def __init__(self, protocol: Protocol) -> None:
        self._protocol = protocol
        self._last: Text | None = None
        self._places: Places = {}
        self._runs: dict[int, tuple[Text, array[int]]] = {}  # with its page, whose number no other has as long as it is kept

    def shared(self, one: Text, other: Text) -> Passages:
        """Give the passages that two pages share; none where none is long enough to be one."""
        matches = [match for a, b in sorted(self._seeds(one, other)) if (match := _match(one, other, a, b, self._protocol))]
        return passages_of(_best(matches))

    def copied(self, page: Text) -> Passages:
        """Give the passages of a page that its very copies share with it."""
        return passages_of([self._whole(page, number) for number in range(len(page.starts) - 1)])

    def _whole(self, page: Text, sentence: int) -> Match:
        """A sentence and its very copy."""
        keys = page.words(sentence)
        region = Region(len(keys), self._protocol.solid([keys]), self._protocol.joints(keys), len(keys))
        return Match(sentence, sentence, len(keys), 1.0, region)

    def _seeds(self, one: Text, other: Text) -> set[tuple[int, int]]:
        """The pairs of sentences that share a run of words: those in which it begins, and those in which it ends."""
        if self._last is not one:
            self._last, self._places = one, _places(one)
        places = self._places
        runs = self._runs_of(other)
        common = places.keys() & runs
        found: set[tuple[int, int]] = set()
        for at, value in enumerate(runs) if common else ():
            if value in common:
                first, last = bisect_right(other.starts, at) - 1, bisect_right(other.starts, at + _SEED - 1) - 1
                for begins, ends in places[value]:
                    found.add((begins, first))
                    found.add((ends, last))
        return found

    def _runs_of(self, page: Text) -> array[int]:
        """The hashes of the runs of a page, which is met by several others."""
        known = self._runs.get(id(page))
        if known is None:
            self._runs[id(page)] = known = page, array("q", _seeds(page))
        return known[1]


Places = dict[int, list[tuple[int, int]]]


def _places(page: Text) -> Places:
    """The sentences in which each run of words begins and ends, at the first of its places."""
    places: Places = {}
    homes = _homes(page)
    for value, first, last in zip(_seeds(page), homes, homes[_SEED - 1 :], strict=False):
        known = places.setdefault(value, [])
        if len(known) < _MOST_PLACES:
            known.append((first, last))
    return places


def _seeds(page: Text) -> list[int]:
    """The hashes of all runs of words that make two sentences worth aligning; they are good for one run of the program."""
    return list(map(hash, zip(*(page.keys[at:] for at in range(_SEED)), strict=False)))


def _homes(page: Text) -> list[int]:
    """The sentence of every word."""
    return [number for number in range(len(page.starts) - 1) for _ in range(page.length(number))]


def passages_of(matches: list[Match]) -> Passages:
    """Cut the matches into passages of consecutive sentences; none where none of them is long enough to be one.

    Once two articles share a passage, shorter sentences that they have in common belong to it too.
    """
    passages = _consecutive(matches)
    if not any(_is_passage(passage) for passage in passages):
        return ()
    return tuple(passage for passage in passages if _is_passage(passage) or _is_small(passage))


def _is_small(passage: Iterable[Match]) -> bool:
    return any(row.share >= _LEAST_SHARE and row.region.solid >= _SMALL for row in passage)


def _is_passage(passage: Iterable[Match]) -> bool:
    rows = list(passage)
    regions = [row.region for row in rows]
    words = sum(region.words for region in regions)
    whole = max(row.share for row in rows) >= _WHOLE or max(region.longest for region in regions) >= _PIECE
    return (
        words >= (_PASSAGE if whole else _SAFE)
        and sum(region.solid for region in regions) >= _SOLID
        and sum(region.joints for region in regions) >= _JOINTS
    )


def blocks(mine: Iterable[int], yours: Iterable[int]) -> list[tuple[int, int, int]]:
    """Give the equal runs of two aligned sentences: (place in the one, place in the other, words)."""
    codes = Indel.opcodes(list(mine), list(yours))
    return [(code.src_start, code.dest_start, code.src_end - code.src_start) for code in codes if code.tag == "equal"]


def _match(one: Text, other: Text, a: int, b: int, protocol: Protocol) -> Match | None:
    mine, yours = one.words(a), other.words(b)
    shorter = min(len(mine), len(yours))
    least = min(_LEAST_REGION, max(_LEAST_WORDS, ceil(_LEAST_SHARE * shorter)))
    if LCSseq.similarity(mine, yours, score_cutoff=least) < least:  # no alignment can have more words
        return None
    runs = [run for run in blocks(mine, yours) if run[2] >= _LEAST_RUN]
    matched = sum(run[2] for run in runs)
    region = _region(runs)
    size = sum(run[2] for run in region)
    if size < _LEAST_REGION and (matched < _LEAST_WORDS or matched < _LEAST_SHARE * shorter):
        return None
    kept = [mine[start : start + length] for start, _, length in region]
    joints = sum(map(protocol.joints, kept))
    longest = max((run[2] for run in region), default=0)
    return Match(a, b, matched, matched / shorter, Region(size, protocol.solid(kept), joints, longest))


def _region(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The equal runs, with small gaps between them, that have the most words together."""
    groups: list[list[tuple[int, int, int]]] = []
    for run in runs:
        last = groups[-1][-1] if groups else None
        if last and run[0] - last[0] - last[2] <= _GAP and run[1] - last[1] - last[2] <= _GAP:
            groups[-1].append(run)
        else:
            groups.append([run])
    return max(groups, key=lambda group: sum(run[2] for run in group), default=[])


def _best(matches: list[Match]) -> list[Match]:
    """Leave out a match whose two sentences both have a better one."""
    top_a: dict[int, int] = {}
    top_b: dict[int, int] = {}
    for match in matches:
        top_a[match.a] = max(top_a.get(match.a, 0), match.matched)
        top_b[match.b] = max(top_b.get(match.b, 0), match.matched)
    return [m for m in matches if m.matched == top_a[m.a] or m.matched == top_b[m.b]]


def _consecutive(matches: list[Match]) -> list[tuple[Match, ...]]:
    """Cut the matches, in the order of their places, into passages of consecutive sentences."""
    passages: list[list[Match]] = []
    for match in sorted(matches):
        last = passages[-1][-1] if passages else None
        if last and match.a - last.a <= _JUMP and -1 <= match.b - last.b <= _JUMP:
            passages[-1].append(match)
        else:
            passages.append([match])
    return [tuple(passage) for passage in passages]
