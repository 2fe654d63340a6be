"""From shared passages to records: degree, run, direction, template and drift of every pair of sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from tawatur.arabic.words import Word
from tawatur.records.passage import Match, Pair, Passages, Tie
from tawatur.records.quote import Quote
from tawatur.records.reuse import Degree, Drift, Reuse
from tawatur.records.sentence import Sentence
from tawatur.records.span import Span
from tawatur.reuse.days import Days
from tawatur.reuse.drift import Sentenced, Spoken, drift
from tawatur.reuse.families import degree as family_degree
from tawatur.reuse.families import tie
from tawatur.reuse.pages import Page

# two words of one place whose letters agree this far are spellings of one («الأمريكية» and «الأميركية»: 89)
_SPELLING = 80

# a sentence that shares less than this with the other, and no passage in one piece, is told again rather than edited;
# the seeds' edited pairs have 0.75 and more, their rewritten ones 0.68 and less
_EDITED = 0.7
_COPIED = 15

_KEPT = 10_000  # sentences with their words, of some 5 kB each


class _Place(NamedTuple):
    """A match of two documents, in which run, and whether it is of a template."""

    a: str
    b: str
    match: Match
    run: int
    template: bool


class Rows:
    """Makes the records of what documents share."""

    def __init__(
        self, pages: Mapping[str, Page], texts: Mapping[str, str], quotes: Mapping[str, Sequence[Quote]], days: Days
    ) -> None:
        self._pages = pages
        self._texts = texts
        self._quotes = quotes
        self._days = days
        self._spoken = lru_cache(maxsize=_KEPT)(Spoken)
        # the degree of two sentences without statements that have not drifted, by their letters
        self._plain: dict[tuple[object, ...] | None, Degree] = {}

    def of(self, copied: Mapping[Pair, Passages], told: Mapping[Pair, Passages]) -> list[Reuse]:
        """Give the records of pairs of documents, in the order of their places.

        Runs are numbered from 1, first those of what is `copied`, then those of what is `told` in other words.
        """
        places = [
            _Place(*pair, match, run, template)
            for pair in sorted(copied.keys() | told.keys())
            for match, run, template in self._runs(pair, copied.get(pair, ()), told.get(pair, ()))
        ]
        rows: list[Reuse | None] = [None] * len(places)
        # sentences of near letters one after the other: what was read of them is still at hand
        for at in sorted(range(len(places)), key=lambda at: self._letters(places[at])):
            rows[at] = self._row(places[at])
        made = [row for row in rows if row]
        return sorted(made, key=lambda row: (row.a.document, row.b.document, row.a.start, row.b.start, row.run))

    def _runs(self, pair: Pair, copied: Passages, told: Passages) -> Iterator[tuple[Match, int, bool]]:
        """The matches, each with the number of its run and whether it is of a template."""
        run = 0
        for passages in (copied, told):
            template = bool(passages) and self.is_template(*pair, passages)
            for passage in passages:
                run += 1
                yield from ((match, run, template) for match in passage)

    def _letters(self, place: _Place) -> tuple[str, str]:
        """The two sentences, the one that comes first in the alphabet first."""
        one, other = (self._text(sentence) for sentence in self._sentences(place))
        return (one, other) if one < other else (other, one)

    def _sentences(self, place: _Place) -> tuple[Sentence, Sentence]:
        return self._pages[place.a].sentences[place.match.a], self._pages[place.b].sentences[place.match.b]

    def _text(self, sentence: Sentence) -> str:
        return self._texts[sentence.document][sentence.start : sentence.end]

    def tie(self, a: str, b: str, passages: Passages) -> Tie:
        """What the two documents have in common as members of families."""
        return tie(passages, len(self._pages[a].keys), len(self._pages[b].keys))

    def is_template(self, a: str, b: str, passages: Passages) -> bool:
        """Whether what is shared is a paragraph kept for use again: the articles are of days apart, and else their own."""
        return self._days.apart(a, b) and family_degree(passages, self._shorter(a, b)) != "near_copy"

    def _shorter(self, a: str, b: str) -> int:
        return min(len(self._pages[a].keys), len(self._pages[b].keys))

    def _row(self, place: _Place) -> Reuse:
        a, b = self._sentences(place)
        degree, changed = self._compared(a, b, place.match, place.template)
        return Reuse(
            a=Span(document=place.a, start=a.start, end=a.end),
            b=Span(document=place.b, start=b.start, end=b.end),
            score=round(min(1.0, place.match.share), 3),
            degree=degree,
            run=place.run,
            template=place.template,
            direction=self._days.direction(place.a, place.b),
            drift=changed,
        )

    def _compared(self, a: Sentence, b: Sentence, match: Match, template: bool) -> tuple[Degree, tuple[Drift, ...]]:
        """The degree and the drift; a template has none, since the paragraph tells of another event."""
        texts = self._text(a), self._text(b)
        if texts[0] == texts[1]:
            return "same", ()
        left, right = (self._read(one, text) for one, text in zip((a, b), texts, strict=True))
        known = None if left.quotes or right.quotes else (*texts, _rewritten(match))
        if known in self._plain:  # market reports say the same of each other in many pairs
            return self._plain[known], ()
        degree = _degree(match, left, right)
        changed = () if template else drift(left, right, retold=degree == "rewritten")
        if known and not changed and not template:
            if len(self._plain) >= _KEPT:
                self._plain.clear()
            self._plain[known] = degree
        return degree, changed

    def _read(self, sentence: Sentence, text: str) -> Sentenced:
        document, start, end = sentence.document, sentence.start, sentence.end
        inside = [quote for quote in self._quotes.get(document, ()) if quote.start < end and quote.end > start]
        return Sentenced(document, text, start, end, inside, self._spoken(text))


def _degree(match: Match, a: Sentenced, b: Sentenced) -> Degree:
    if _rewritten(match):
        return "rewritten"
    return "same" if _same(a.words, b.words) else "edited"


def _rewritten(match: Match) -> bool:
    """Whether too little is shared for an edit: aligned from the other side, two sentences may share a word more or less."""
    return match.retold or (match.share < _EDITED and match.region.words < _COPIED)


def _same(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether the words are the same but for their spelling."""
    if len(a) != len(b):
        return "".join(word.text for word in a) == "".join(word.text for word in b)
    return all(one.text == other.text or _spelt(one.text, other.text) for one, other in zip(a, b, strict=True))


def _spelt(one: str, other: str) -> bool:
    if any(letter.isdigit() for letter in one + other):
        return False
    return one.removeprefix("و") == other.removeprefix("و") or (
        min(len(one), len(other)) > 4 and fuzz.ratio(one, other) >= _SPELLING
    )
