"""Copies of one sentence compared: the same words with another number, length of time, day, speaker, or with a negation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz

from tawatur.arabic.fold import fold
from tawatur.arabic.numerals import ordinal
from tawatur.arabic.stems import stem
from tawatur.arabic.words import words
from tawatur.compare.batches import two_batches
from tawatur.compare.clash import Clash, End, number, reason
from tawatur.compare.corrections import corrects
from tawatur.compare.speakers import other_speaker
from tawatur.compare.when import another_day, order
from tawatur.records.collection import Collection
from tawatur.records.figure import Figure, FigureKind
from tawatur.records.quote import Quote
from tawatur.records.reuse import Drift, Reuse
from tawatur.records.span import Span
from tawatur.records.time import Date
from tawatur.resources import load

# Share of the shorter sentence found in the other, from which on two sentences are one report of one thing with an edit. Set by reading some
# thirty pairs with another number: those of another thing had mostly less.
_ALIKE = 0.75
_AROUND = 3  # words before and after an edit, of which two on each side must be the same
_SAME_AROUND = 2
_LONGER = 2  # a sentence so many times longer has another number for something else
_AS_LONG = 1.4  # letters of the longer sentence for one of the other: what was accused of is in both then
_EDITS = 2  # a pair of articles with more numbers changed than this follows one form on two days (markets, weather)
_ROUND = 0.05
_GROWING: tuple[FigureKind, ...] = ("killed", "hurt", "missing")  # numbers that a later report brings up to date
_NEGATED = 3  # words on each side of an edit that turns a statement round
_AKIN = 60  # letters in common, of a hundred, of «سنرد» and «نرد»


class Pair(NamedTuple):
    """Two forms of one sentence, with the edit between them."""

    row: Reuse
    drift: Drift
    a: Span
    b: Span


def copied(collection: Collection, rows: Sequence[Reuse]) -> Iterator[Clash]:
    """Give what copies of one sentence say against each other; `rows` are all that two articles of one story or thread share."""
    rows = [row for row in rows if not row.template and row.degree != "rewritten" and row.drift]
    if _of_one_form(rows):
        return
    for row in rows:
        for drift in row.drift:
            compare = _COMPARISONS.get(drift.kind)
            if drift.kind == "attribution":
                clash = _accused(row, drift)
                if clash is not None:
                    yield clash
            alike = row.score >= _ALIKE or drift.kind == "speaker"  # whose words are compared by themselves
            if compare is not None and alike and drift.a is not None and drift.b is not None:
                clash = compare(collection, Pair(row, drift, drift.a, drift.b))
                if clash is not None:
                    yield _corrected(collection, clash)


def _corrected(collection: Collection, clash: Clash) -> Clash:
    """What one of two articles announces as a correction replaces what the other says, and does not contradict it."""
    by = [corrects(collection, end.span.document) for end in (clash.a, clash.b)]
    if clash.kind != "conflict" or by[0] == by[1]:
        return clash
    older, newer = (clash.b, clash.a) if by[0] else (clash.a, clash.b)
    return clash._replace(kind="update", soft=False, a=older, b=newer, reason=reason("corrected", a=older.value, b=newer.value))


def _of_one_form(rows: Sequence[Reuse]) -> bool:
    """Whether so many numbers differ that the two articles are reports by one form."""
    numbers = (drift for row in rows for drift in row.drift if drift.kind == "number")
    return sum(drift.a is not None and drift.b is not None for drift in numbers) > _EDITS


def _number(collection: Collection, pair: Pair) -> Clash | None:
    """Another number of the same thing."""
    a, b = (_figures(collection, span) for span in (pair.a, pair.b))
    if len(a) != 1 or len(b) != 1 or not _around(collection, pair) or _other_numbers(pair):
        return None
    one, other = a[0], b[0]
    if one.kind == other.kind == "count" and not (one.thing and other.thing):
        return None  # a number without a unit may be of anything
    if one.kind != other.kind or not one.told or not other.told or _near(one, other) or _bounded(one, other):
        return None
    if one.thing and other.thing and one.thing.split()[0] != other.thing.split()[0]:
        return None
    if _moving(collection, pair) or _named_by_number(collection, pair) or _other_one(collection, pair):
        return None
    ends = End(pair.row.a, number(one.least)), End(pair.row.b, number(other.least))
    values = {"a": ends[0].value, "b": ends[1].value}
    before = order(collection, pair.a.document, pair.b.document)
    if one.kind in _GROWING:
        older, newer = ends if one.least < other.least else ends[::-1]
        if before and (one.least < other.least) == (before < 0):
            return Clash("update", "number", False, older, newer, reason("number_later", a=older.value, b=newer.value))
        return None if before else Clash("conflict", "number", True, *ends, reason("number", **values))
    if another_day(collection, pair.a.document, pair.b.document) or one.kind == "held":
        return None  # a count of another day
    if two_batches(collection, pair.row.a, pair.row.b):
        return None
    return Clash("conflict", "number", bool(before), *ends, reason("number", **values))


def _moving(collection: Collection, pair: Pair) -> bool:
    """Whether the sentence tells of what is another number every hour: markets, weather."""
    return any(
        _words_of("moving") & {word.text for word in words(collection.texts[row.document], row.start, row.end)}
        for row in (pair.row.a, pair.row.b)
    )


def _named_by_number(collection: Collection, pair: Pair) -> bool:
    """Whether the number says which one it is, and not how many («الـ 19», «الدفعة 3»)."""
    before = [
        list(words(collection.texts[span.document], row.start, span.start))[-1:]
        for span, row in ((pair.a, pair.row.a), (pair.b, pair.row.b))
    ]
    return any(found and found[0].text == "ال" for found in before)


def _other_one(collection: Collection, pair: Pair) -> bool:
    """Whether the sentences tell of the second and of the third («الدفعة الثالثة»), or one is but a small part of the other."""
    sides = [
        [word.text for word in words(collection.texts[row.document], row.start, row.end)] for row in (pair.row.a, pair.row.b)
    ]
    short, long = sorted(len(side) for side in sides)
    ordinals = [
        {read.value for at, word in enumerate(side) if word.startswith("ال") and (read := ordinal(side, at))} for side in sides
    ]
    return short * _LONGER < long or bool(ordinals[0] and ordinals[1] and ordinals[0] != ordinals[1])


@cache
def _words_of(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("comparing")[name]["of"])


def _figures(collection: Collection, span: Span) -> list[Figure]:
    return [one for one in collection.figures.get(span.document, ()) if one.start < span.end and span.start < one.end]


def _near(one: Figure, other: Figure) -> bool:
    """Whether they are one number, or one is the other rounded."""
    if one.least == other.least:
        return True
    return abs(one.least - other.least) <= _ROUND * max(one.least, other.least) and any(
        value % 10 == 0 or value != int(value) for value in (one.least, other.least)
    )


def _bounded(one: Figure, other: Figure) -> bool:
    """Whether a bound of one lets the other in: «أكثر من 60» and 63."""
    low, high = sorted((one, other), key=lambda figure: figure.least)
    upwards, downwards = ("least", "more", "about"), ("most", "less", "about")
    return (low.bound in upwards and high.bound not in upwards) or (high.bound in downwards and low.bound not in downwards)


def _other_numbers(pair: Pair) -> bool:
    """Whether more than one number of the sentence was changed: it is of another thing then."""
    return sum(drift.kind in ("number", "date") and None not in (drift.a, drift.b) for drift in pair.row.drift) > 1


def _around(collection: Collection, pair: Pair) -> bool:
    """Whether the words before the edit, and those after it, are the same on both sides."""
    sides = []
    for span, sentence in ((pair.a, pair.row.a), (pair.b, pair.row.b)):
        text = collection.texts[span.document]
        before = [stem(word.text) for word in words(text, sentence.start, span.start)][-_AROUND:]
        after = [stem(word.text) for word in words(text, span.end, sentence.end)][:_AROUND]
        sides.append((before, after))
    return all(len(set(one) & set(other)) >= min(_SAME_AROUND, len(one), len(other)) for one, other in zip(*sides, strict=True))


def _word(collection: Collection, pair: Pair) -> Clash | None:
    """Another length of time, in words that hold no number («خلال أسبوع» and «خلال شهر»)."""
    a, b = (_length(collection, span) for span in (pair.a, pair.b))
    if a is None or b is None or a[1] == b[1] or not _around(collection, pair):
        return None
    values = {"a": a[0], "b": b[0]}
    return Clash("conflict", "number", False, End(pair.row.a, a[0]), End(pair.row.b, b[0]), reason("time_unit", **values))


def _length(collection: Collection, span: Span) -> tuple[str, int] | None:
    text = collection.texts[span.document][span.start : span.end]
    found = [word.text for word in words(text)]
    units = _time_units()
    return (text, units[found[0]]) if len(found) == 1 and found[0] in units else None


@cache
def _time_units() -> dict[str, int]:
    return {fold(word): int(hours) for word, hours in load("comparing")["time_units"]["of"].items()}


def _date(collection: Collection, pair: Pair) -> Clash | None:
    """Another day or month of the same thing; two reports that each speak of their own day are of two things."""
    a, b = (_dates(collection, span) for span in (pair.a, pair.b))
    if len(a) != 1 or len(b) != 1 or _other_numbers(pair) or not _around(collection, pair):
        return None
    one, other = a[0], b[0]
    if not one.earliest or not one.latest or not other.earliest or not other.latest or not one.value or not other.value:
        return None
    apart = one.latest[:10] < other.earliest[:10] or other.latest[:10] < one.earliest[:10]
    if not apart or _moves_along(collection, pair, one, other):
        return None
    values = {"a": one.value, "b": other.value}
    return Clash("conflict", "date", False, End(pair.row.a, one.value), End(pair.row.b, other.value), reason("date", **values))


def _dates(collection: Collection, span: Span) -> list[Date]:
    found = collection.settled[span.document].dates
    return [one for one in found if one.start < span.end and span.start < one.end and one.type in ("date", "time")]


def _moves_along(collection: Collection, pair: Pair, one: Date, other: Date) -> bool:
    """Whether each text speaks of a day as far from its own publication as the other, or one of them has none."""
    days = [collection.settled[span.document].publication.published for span in (pair.a, pair.b)]
    if not days[0] or not days[1]:
        return not (one.basis == other.basis == "absolute")
    return days[0][:10] != days[1][:10] and not (one.basis == other.basis == "absolute")


def _negation(collection: Collection, pair: Pair) -> Clash | None:
    """What one text affirms and the other denies: the same verb, with a negation and without."""
    a, b = ([word.text for word in words(collection.texts[span.document], span.start, span.end)] for span in (pair.a, pair.b))
    if not _turned_round(a, b) or not _around(collection, pair) or _negated_before(collection, pair):
        return None
    texts = [collection.texts[span.document][span.start : span.end] for span in (pair.a, pair.b)]
    said = [_quote(collection, span) for span in (pair.a, pair.b)]
    ends = [
        End(Span(document=row.document, start=quote.start, end=quote.end) if quote else row, text)
        for row, quote, text in zip((pair.row.a, pair.row.b), said, texts, strict=True)
    ]
    return Clash("conflict", "polarity", False, ends[0], ends[1], reason("polarity", a=texts[0], b=texts[1]))


def _negated_before(collection: Collection, pair: Pair) -> bool:
    """Whether a negation stands near before the edit: «لا تراعي لا كبيرا» says what «لا تراعي كبيرا» does."""
    negations = {fold(word) for word in load("comparing")["negations"]["of"]}
    for span, row in ((pair.a, pair.row.a), (pair.b, pair.row.b)):
        near = [word.text for word in words(collection.texts[span.document], row.start, span.start)][-_AROUND:]
        if negations & {word.removeprefix("و") for word in near}:
            return True
    return False


def _turned_round(a: Sequence[str], b: Sequence[str]) -> bool:
    table = load("comparing")["negations"]
    negations, idle = ({fold(word) for word in table[key]} for key in ("of", "not_before"))
    with_it, without = (a, b) if set(a) & negations else (b, a)
    if bool(set(a) & negations) == bool(set(b) & negations) or not without or max(len(a), len(b)) > _NEGATED:
        return False
    rest, other = ["".join(word for word in side if word not in negations) for side in (with_it, without)]
    whole = "".join(with_it) in (other, other.removeprefix("و")) or set(with_it) & idle
    if whole or not rest or any(other.removeprefix("و").startswith(f"{word}{rest[:2]}") for word in negations):
        return False
    return fuzz.ratio(rest, other.removeprefix("و")) >= _AKIN


def _speaker(collection: Collection, pair: Pair) -> Clash | None:
    """The same words in the mouths of two people, each named at the words."""
    quotes = [_at(collection, span) for span in (pair.a, pair.b)]
    if quotes[0] is None or quotes[1] is None:
        return None
    return other_speaker(collection, quotes[0], quotes[1])


def _accused(row: Reuse, drift: Drift) -> Clash | None:
    """An accusation that became a fact: what a reader believes is another thing."""
    lengths = sorted(row_span.end - row_span.start for row_span in (row.a, row.b))
    if not drift.reason.startswith("an accusation") or row.score < _ALIKE or lengths[1] > _AS_LONG * lengths[0]:
        return None
    accuses, states = (row.a, row.b) if drift.a is not None else (row.b, row.a)
    return Clash("drift", None, False, End(accuses, "accusation"), End(states, "fact"), reason("accused"))


def _at(collection: Collection, span: Span) -> Quote | None:
    found = collection.settled[span.document].quotes
    return next((one for one in found if (one.start, one.end) == (span.start, span.end)), None)


def _quote(collection: Collection, span: Span) -> Quote | None:
    found = collection.settled[span.document].quotes
    inside = [one for one in found if one.start <= span.start and span.end <= one.end]
    return min(inside, key=lambda one: one.end - one.start, default=None)


_Compare = Callable[[Collection, Pair], Clash | None]
_COMPARISONS: Mapping[str, _Compare] = {
    "number": _number,
    "word": _word,
    "date": _date,
    "negation": _negation,
    "speaker": _speaker,
}
