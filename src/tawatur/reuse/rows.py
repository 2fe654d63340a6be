"""From shared passages to records: degree, run, direction, template and drift of every pair of sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from tawatur.arabic.words import Word
from tawatur.records.passage import Match, Passages, Tie
from tawatur.records.quote import Quote
from tawatur.records.reuse import Degree, Drift, Reuse
from tawatur.records.sentence import Sentence
from tawatur.records.span import Span
from tawatur.reuse.days import Days
from tawatur.reuse.drift import Sentenced, drift
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


class Rows:
    """Makes the records of what documents share."""

    def __init__(
        self, pages: Mapping[str, Page], texts: Mapping[str, str], quotes: Mapping[str, Sequence[Quote]], days: Days
    ) -> None:
        self._pages = pages
        self._texts = texts
        self._quotes = quotes
        self._days = days
        # a sentence is compared with those of several articles
        self._sentenced = lru_cache(maxsize=_KEPT)(self._read)
        # the degree of two sentences without statements that have not drifted, by their letters
        self._plain: dict[tuple[object, ...] | None, Degree] = {}

    def of(self, a: str, b: str, copied: Passages, told: Passages) -> list[Reuse]:
        """Give the records of a pair of documents, in the order of their places.

        Runs are numbered from 1, first those of what is copied, then those of what is told in other words.
        """
        rows: list[Reuse] = []
        run = 0
        for passages in (copied, told):
            template = bool(passages) and self.is_template(a, b, passages)
            for passage in passages:
                run += 1
                rows.extend(self._row(a, b, match, run, template) for match in passage)
        return sorted(rows, key=lambda row: (row.a.start, row.b.start, row.run))

    def tie(self, a: str, b: str, passages: Passages) -> Tie:
        """What the two documents have in common as members of families."""
        return tie(passages, len(self._pages[a].keys), len(self._pages[b].keys))

    def is_template(self, a: str, b: str, passages: Passages) -> bool:
        """Whether what is shared is a paragraph kept for use again: the articles are of days apart, and else their own."""
        return self._days.apart(a, b) and family_degree(passages, self._shorter(a, b)) != "near_copy"

    def _shorter(self, a: str, b: str) -> int:
        return min(len(self._pages[a].keys), len(self._pages[b].keys))

    def _row(self, one: str, other: str, match: Match, run: int, template: bool) -> Reuse:
        a = self._pages[one].sentences[match.a]
        b = self._pages[other].sentences[match.b]
        degree, changed = self._compared(a, b, match, template)
        return Reuse(
            a=Span(document=one, start=a.start, end=a.end),
            b=Span(document=other, start=b.start, end=b.end),
            score=round(min(1.0, match.share), 3),
            degree=degree,
            run=run,
            template=template,
            direction=self._days.direction(one, other),
            drift=changed,
        )

    def _compared(self, a: Sentence, b: Sentence, match: Match, template: bool) -> tuple[Degree, tuple[Drift, ...]]:
        """The degree and the drift; a template has none, since the paragraph tells of another event."""
        texts = tuple(self._texts[one.document][one.start : one.end] for one in (a, b))
        if texts[0] == texts[1]:
            return "same", ()
        left, right = (self._sentenced(one.document, one.start, one.end) for one in (a, b))
        known = None if left.quotes or right.quotes else (*texts, match.retold)
        if known in self._plain:  # market reports say the same of each other in many pairs
            return self._plain[known], ()
        degree = _degree(match, left, right)
        changed = () if template else drift(left, right, retold=degree == "rewritten")
        if known and not changed and not template:
            if len(self._plain) >= _KEPT:
                self._plain.clear()
            self._plain[known] = degree
        return degree, changed

    def _read(self, document: str, start: int, end: int) -> Sentenced:
        inside = [quote for quote in self._quotes.get(document, ()) if quote.start < end and quote.end > start]
        return Sentenced(document, self._texts[document], start, end, inside)


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
