"""From shared passages to records: degree, run, direction, template and drift of every pair of sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from tawatur.arabic.words import Word
from tawatur.records.quote import Quote
from tawatur.records.reuse import Degree, Drift, Reuse
from tawatur.records.sentence import Sentence
from tawatur.records.span import Span
from tawatur.reuse.days import Days
from tawatur.reuse.drift import Sentenced, drift
from tawatur.reuse.families import degree as family_degree
from tawatur.reuse.pages import Page
from tawatur.reuse.passages import Match, Shared

# two words of one place whose letters agree this far are spellings of one («الأمريكية» and «الأميركية»: 89)
_SPELLING = 80

# a sentence that shares less than this with the other, and no passage in one piece, is told again rather than edited;
# the seeds' edited pairs have 0.75 and more, their rewritten ones 0.68 and less
_EDITED = 0.7
_COPIED = 15


class Rows:
    """Makes the records of what documents share."""

    def __init__(
        self, pages: Mapping[str, Page], texts: Mapping[str, str], quotes: Mapping[str, Sequence[Quote]], days: Days
    ) -> None:
        self._pages = pages
        self._texts = texts
        self._quotes = quotes
        self._days = days
        self._left: tuple[str, dict[int, Sentenced]] = (
            "",
            {},
        )  # the sentences of the article that is compared with others just now

    def of(self, every: Iterable[Shared]) -> list[Reuse]:
        """Give the records, in the order of their places; runs are numbered from 1 in that order."""
        rows: list[Reuse] = []
        run = 0
        for one in every:
            template = self.is_template(one)
            for passage in one.passages:
                run += 1
                rows.extend(self._row(one, match, run, template) for match in passage)
        return sorted(rows, key=lambda row: (row.a.document, row.b.document, row.a.start, row.b.start))

    def is_template(self, one: Shared) -> bool:
        """Whether what is shared is a paragraph kept for use again: the articles are of days apart, and else their own."""
        return self._days.apart(one.a, one.b) and family_degree(one, self._pages) != "near_copy"

    def _row(self, one: Shared, match: Match, run: int, template: bool) -> Reuse:
        a = self._pages[one.a].sentences[match.a]
        b = self._pages[one.b].sentences[match.b]
        degree, changed = self._compared(a, b, match)
        return Reuse(
            a=Span(document=one.a, start=a.start, end=a.end),
            b=Span(document=one.b, start=b.start, end=b.end),
            score=round(min(1.0, match.share), 3),
            degree=degree,
            run=run,
            template=template,
            direction=self._days.direction(one.a, one.b),
            drift=() if template else changed,  # the paragraph tells of another event
        )

    def _compared(self, a: Sentence, b: Sentence, match: Match) -> tuple[Degree, tuple[Drift, ...]]:
        if self._texts[a.document][a.start : a.end] == self._texts[b.document][b.start : b.end]:
            return "same", ()
        left, right = self._kept(a), self._sentenced(b)
        degree = _degree(match, left, right)
        return degree, drift(left, right, retold=degree == "rewritten")

    def _kept(self, sentence: Sentence) -> Sentenced:
        """A sentence of the article whose pairs are made just now: it is compared with those of many others."""
        if self._left[0] != sentence.document:
            self._left = (sentence.document, {})
        known = self._left[1]
        if sentence.start not in known:
            known[sentence.start] = self._sentenced(sentence)
        return known[sentence.start]

    def _sentenced(self, sentence: Sentence) -> Sentenced:
        text = self._texts[sentence.document]
        inside = [
            quote
            for quote in self._quotes.get(sentence.document, ())
            if quote.start < sentence.end and quote.end > sentence.start
        ]
        return Sentenced(sentence.document, text, sentence.start, sentence.end, inside)


def _degree(match: Match, a: Sentenced, b: Sentenced) -> Degree:
    if match.retold or (match.share < _EDITED and match.region.words < _COPIED):
        return "rewritten"
    return "same" if _same(a.words, b.words) else "edited"


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
