"""Drift: the edits between two forms of one sentence that change what a reader believes, or whose words they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import Literal, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import Word, words
from tawatur.records.quote import Quote
from tawatur.records.reuse import Drift, DriftKind
from tawatur.records.span import Span
from tawatur.resources import load
from tawatur.reuse.hedges import accusation, bounds, nobody, witness
from tawatur.reuse.spoken_days import Named, named

_OPEN, _CLOSE = "“«‹", "”»›"
_OPENING = (*_OPEN, '"')
# words that stand in quotation marks on one side only: fewer are a name or a term
_LEAST_QUOTED = 4
_CLAUSE = 4  # a negation in a longer piece belongs to a clause that was cut or added
_LEAST_ACCUSED = 3  # words after «اتهم» that stand on the other side too
_SPELLING = 75  # letters that two spellings of a word share, of a hundred


class Spoken:
    """The words of a sentence, at their places in it, and which of them stand in quotation marks: what depends on its letters alone."""

    def __init__(self, text: str) -> None:
        self.words = list(words(text))
        self.plain = [_plain(word) for word in self.words]
        self.quoted = _quoted(text, self.words)
        self.quotes_words = any(self.quoted)

    @cached_property
    def days(self) -> list[Named]:
        """The months and weekdays that the sentence names."""
        return list(named(self.words))


class Sentenced:
    """A sentence of a document with its words and the statements that touch it.

    `spoken`, where given, is what its letters say, which sentences of the same letters have in common.
    """

    def __init__(
        self, document: str, text: str, start: int, end: int, quotes: Sequence[Quote] = (), spoken: Spoken | None = None
    ) -> None:
        self.document = document
        self.spoken = spoken or Spoken(text[start:end])
        self.words, self.quoted = self.spoken.words, self.spoken.quoted
        self.quotes = quotes
        self._start = start

    @property
    def days(self) -> list[Named]:
        """The months and weekdays that the sentence names."""
        return self.spoken.days

    def span(self, first: int, last: int) -> Span | None:
        """The span from word `first` to before word `last`; None where there are none."""
        if first >= last:
            return None
        start, end = self.words[first].start, self.words[last - 1].end
        return Span(document=self.document, start=self._start + start, end=self._start + end)

    def statement(self, at: int) -> Quote | None:
        """The shortest statement in which the word stands."""
        if not self.quotes:
            return None
        start, end = self._start + self.words[at].start, self._start + self.words[at].end
        inside = [quote for quote in self.quotes if quote.start <= start and end <= quote.end]
        return min(inside, key=lambda quote: quote.end - quote.start, default=None)


class Edit(NamedTuple):
    """Words a1 to a2 of the one stand where words b1 to b2 of the other stand."""

    a1: int
    a2: int
    b1: int
    b2: int


def drift(a: Sentenced, b: Sentenced, retold: bool = False) -> tuple[Drift, ...]:
    """Give the drift between two forms of one sentence, in the order of their words.

    Where the sentence was `retold`, that the words are others is no drift.
    """
    if not a.words or not b.words:
        return ()
    equal, edits = _aligned(a, b)
    found = [*_marks(a, b, equal), *_attribution(a, b, equal), *_accusations(a, b, equal), *_speakers(a, b, equal)]
    for edit in edits if not retold else ():
        found.extend(_edited(a, b, edit))
    return tuple(found)


def _aligned(a: Sentenced, b: Sentenced) -> tuple[list[tuple[int, int]], list[Edit]]:
    """The pairs of equal words, and the edits between them; before and after the shared part only short ones belong to it."""
    codes = Indel.opcodes(a.spoken.plain, b.spoken.plain)
    equal: list[tuple[int, int]] = []
    edits: list[Edit] = []
    last = Edit(0, 0, 0, 0)
    for code in codes:
        if code.tag == "equal":
            here = Edit(last.a2, code.src_start, last.b2, code.dest_start)
            if (here.a1 < here.a2 or here.b1 < here.b2) and (equal or _short(here)):
                edits.append(here)
            equal.extend((code.src_start + n, code.dest_start + n) for n in range(code.src_end - code.src_start))
            last = Edit(0, code.src_end, 0, code.dest_end)
    rest = Edit(last.a2, len(a.words), last.b2, len(b.words))
    if equal and (rest.a1 < rest.a2 or rest.b1 < rest.b2) and _short(rest):
        edits.append(rest)
    return equal, edits


def _short(edit: Edit) -> bool:
    return max(edit.a2 - edit.a1, edit.b2 - edit.b1) <= _CLAUSE


def _plain(word: Word) -> str:
    return word.text[1:] if word.text[0] == "و" and len(word.text) > 3 else word.text


def _quoted(text: str, found: Sequence[Word]) -> list[bool]:
    """Which words of a sentence stand between quotation marks; a mark that is never closed closes at the stop."""
    if not any(mark in text for mark in _OPENING):
        return [False] * len(found)
    marks: list[bool] = []
    opened = False
    at = 0
    for word in found:
        for letter in text[at : word.start]:
            if letter in _OPEN:
                opened = True
            elif letter in _CLOSE:
                opened = False
            elif letter == '"':
                opened = not opened
        marks.append(opened)
        at = word.end
    return marks


def _marks(a: Sentenced, b: Sentenced, equal: Sequence[tuple[int, int]]) -> Iterator[Drift]:
    """Words given as the writer's on one side, and as the speaker's own on the other."""
    if not a.spoken.quotes_words and not b.spoken.quotes_words:
        return
    for kind, reason in (
        ("quoted", "reported words stand in quotation marks"),
        ("unquoted", "quoted words stand without their marks"),
    ):
        turned = [
            (i, j) for i, j in equal if (b.quoted[j] and not a.quoted[i] if kind == "quoted" else a.quoted[i] and not b.quoted[j])
        ]
        if len(turned) >= _LEAST_QUOTED:
            yield Drift(
                kind="quoted" if kind == "quoted" else "unquoted",
                a=a.span(turned[0][0], turned[-1][0] + 1),
                b=b.span(turned[0][1], turned[-1][1] + 1),
                reason=reason,
            )


def _attribution(a: Sentenced, b: Sentenced, equal: Sequence[tuple[int, int]]) -> Iterator[Drift]:
    """Words that somebody says on one side, and that the article itself says on the other."""
    for one, other, first in ((a, b, True), (b, a, False)):
        if other.quotes or not one.quotes or not equal:
            continue
        places = [pair[0] if first else pair[1] for pair in equal]
        said = [quote for at in places if (quote := one.statement(at))]
        if len(said) * 2 > len(places):
            cue = said[0].cue
            span = Span(document=one.document, start=cue.start, end=cue.end)
            who = said[0].speaker_name or said[0].speaker_text or "a speaker"
            reason = f"said by {who} on one side, stated as a fact on the other"
            yield Drift(kind="attribution", a=span if first else None, b=None if first else span, reason=reason)


def _accusations(a: Sentenced, b: Sentenced, equal: Sequence[tuple[int, int]]) -> Iterator[Drift]:
    """Of what one side accuses somebody, the other says as a fact."""
    mine, yours = accusation(a.words), accusation(b.words)
    if (mine is None) == (yours is None):
        return
    one, other, at = (a, b, mine) if mine is not None else (b, a, yours)
    if at is None or other.quotes:
        return
    after = sum((i if one is a else j) > at for i, j in equal)
    if after >= _LEAST_ACCUSED:
        span = one.span(at, at + 1)
        reason = "an accusation on one side, stated as a fact on the other"
        yield Drift(kind="attribution", a=span if one is a else None, b=span if one is b else None, reason=reason)


def _speakers(a: Sentenced, b: Sentenced, equal: Sequence[tuple[int, int]]) -> Iterator[Drift]:
    seen: set[tuple[str, str]] = set()
    for i, j in equal if a.quotes and b.quotes else ():
        one, other = a.statement(i), b.statement(j)
        if one is None or other is None or (one.id, other.id) in seen:
            continue
        seen.add((one.id, other.id))
        if _other_speaker(one, other):
            yield Drift(
                kind="speaker",
                a=Span(document=a.document, start=one.start, end=one.end),
                b=Span(document=b.document, start=other.start, end=other.end),
                reason=f"given to {one.speaker_name} and to {other.speaker_name}",
            )


def _other_speaker(one: Quote, other: Quote) -> bool:
    """Whether two named speakers have no word of their names in common."""
    if one.speaker_kind != "named" or other.speaker_kind != "named" or not one.speaker_name or not other.speaker_name:
        return False
    return fuzz.partial_token_set_ratio(fold(one.speaker_name), fold(other.speaker_name)) < _SPELLING


def _edited(a: Sentenced, b: Sentenced, edit: Edit) -> Iterator[Drift]:
    """What one edit changes: numbers, negation, times; the bound of a number; words of a speaker."""
    mine, yours = a.words[edit.a1 : edit.a2], b.words[edit.b1 : edit.b2]
    if kind := _kind(mine, yours) or _other_day(a, b, edit):
        yield _change(kind, a, b, edit)
    elif bounds(a.words, edit.a1, edit.a2) != bounds(b.words, edit.b1, edit.b2):
        yield _change("number", a, b, edit, "the number is bounded or estimated otherwise")
    elif _other_witness(a, b, edit):
        yield _change("speaker", a, b, edit, "an agency's own witness on one side, nobody by name on the other")
    elif kind := _words_of_a_speaker(a, b, edit):
        yield _change(kind, a, b, edit)


def _change(kind: DriftKind, a: Sentenced, b: Sentenced, edit: Edit, reason: str | None = None) -> Drift:
    spans = a.span(edit.a1, edit.a2), b.span(edit.b1, edit.b2)
    return Drift(kind=kind, a=spans[0], b=spans[1], reason=reason or _REASONS[kind])


def _other_day(a: Sentenced, b: Sentenced, edit: Edit) -> Literal["date"] | None:
    """Whether the edit puts another weekday or month in the place of one; by two names of it is none."""
    mine = [one for one in a.days if one.first < edit.a2 and edit.a1 < one.last]
    yours = [one for one in b.days if one.first < edit.b2 and edit.b1 < one.last]
    for kind in ("day", "month", "hijri"):
        one, other = ({day.value for day in side if day.kind == kind} for side in (mine, yours))
        if one and other and not one & other:
            return "date"
    return None


def _other_witness(a: Sentenced, b: Sentenced, edit: Edit) -> bool:
    """Whether the words of an agency's own witness are given to sources without a name, or the other way round."""
    one = witness(a.words, edit.a1, edit.a2), nobody(b.words, edit.b1, edit.b2)
    other = nobody(a.words, edit.a1, edit.a2), witness(b.words, edit.b1, edit.b2)
    return None not in one or None not in other


_REASONS: dict[DriftKind, str] = {
    "number": "another number",
    "negation": "a negation stands on one side only",
    "date": "another time",
    "word": "another word in what the speaker is said to have said",
    "cut": "words of the speaker are left out",
    "added": "words are added to the speaker's",
}


@cache
def _closed() -> tuple[frozenset[str], dict[str, str], frozenset[str]]:
    """Words of negation, of number (with their value), and words without weight of their own, those of days with them."""
    table = load("drift")
    numbers = {fold(word): str(value) for word, value in table["numbers"]["of"].items()}
    negation, light, days = (frozenset(fold(word) for word in table[name]["of"]) for name in ("negation", "light", "days"))
    return negation, numbers, light | days


def _kind(mine: Sequence[Word], yours: Sequence[Word]) -> DriftKind | None:
    negation, numbers, _ = _closed()
    one, other = [word.text for word in mine], [word.text for word in yours]
    if max(len(one), len(other)) <= _CLAUSE and bool(set(one) & negation) != bool(set(other) & negation):
        return "negation"
    figures = [
        sorted(numbers.get(word) or _digits(word) for word in side if word in numbers or word[0].isdigit())
        for side in (one, other)
    ]
    if all(figures) and figures[0] != figures[1]:
        return "number"
    return None


def _digits(word: str) -> str:
    """The number of «1436هـ» and «2014م»."""
    return word.rstrip("هم")


def _words_of_a_speaker(a: Sentenced, b: Sentenced, edit: Edit) -> DriftKind | None:
    """Words with a weight of their own that are exchanged inside a statement, or cut from or added to quoted words."""
    mine = _heavy(a, edit.a1, edit.a2)
    yours = _heavy(b, edit.b1, edit.b2)
    if mine and yours:
        inside = edit.a1 < edit.a2 and edit.b1 < edit.b2 and a.statement(edit.a1) and b.statement(edit.b1)
        return "word" if inside and not _akin(mine, yours) else None
    if mine and all(a.quoted[edit.a1 : edit.a2]):
        return "cut"
    if yours and all(b.quoted[edit.b1 : edit.b2]):
        return "added"
    return None


def _heavy(side: Sentenced, first: int, last: int) -> list[str]:
    """The words with a weight of their own; those that name days have none, since drift of days is looked for by itself."""
    light = _closed()[2]
    days = {at for one in side.days for at in range(one.first, one.last)}
    return [
        word.text
        for at, word in enumerate(side.words[first:last], first)
        if at not in days and word.text not in light and len(word.text) > 2
    ]


def _akin(mine: Sequence[str], yours: Sequence[str]) -> bool:
    """Whether the words of the shorter side are forms or spellings of words of the other."""
    short, long = sorted((mine, yours), key=len)
    return all(any(stem(x) == stem(y) or fuzz.ratio(x, y) >= _SPELLING for y in long) for x in short)
