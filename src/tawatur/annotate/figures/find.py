"""Finding the figures of a text, sentence by sentence. Linear in the text: every word is looked at a bounded number of times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tawatur.annotate.figures.counted import Clause, counted, stops
from tawatur.annotate.figures.numbers import Number, numbers
from tawatur.annotate.figures.tables import begins, bounds, closed, longer, months, stages
from tawatur.arabic.words import Word, words
from tawatur.records.figure import Bound, Figure, Stage
from tawatur.records.quote import Quote
from tawatur.records.sentence import Sentence
from tawatur.records.time import TimeExpression

_READ = ("body", "title", "heading")
_YEARS = range(1300, 2200)  # a bare number in it may be a year, Hijri or Gregorian
_NEAR = 2  # words before a number in which «بينهم» or «كانت» speaks of it
_CALENDAR = ("date", "time")


def annotate(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote] = (), times: Sequence[TimeExpression] = ()
) -> list[Figure]:
    """Give the figures of `text` in the order of their places. A number inside a date or time of day is none."""
    spoken = sorted((quote.start, quote.end, quote.id) for quote in quotes)
    dated = sorted((time.start, time.end) for time in times if time.type in _CALENDAR)
    found: list[Figure] = []
    for sentence in sentences:
        if sentence.kind in _READ:
            found.extend(_sentence(text, sentence, spoken, dated))
    return found


def _sentence(
    text: str, sentence: Sentence, spoken: Sequence[tuple[int, int, str]], dated: Sequence[tuple[int, int]]
) -> Iterator[Figure]:
    every = list(words(text, sentence.start, sentence.end))
    told = list(numbers(text, every))
    if not told:
        return
    plain = [word.text for word in every]
    gaps = [
        (word.end, after.start) for word, after in zip(every, [*every[1:], Word("", sentence.end, sentence.end)], strict=True)
    ]
    clause = Clause(plain, stops(text, gaps), {at for one in told for at in range(one.first, one.last)})
    stage, long = _stage(plain), any(begins(plain, at, longer().get(word, ())) for at, word in enumerate(plain))
    for one in told:
        start, end = _start(every[one.first], text), every[one.last - 1].end
        if _inside(dated, start, end) or _numbers_a_thing(plain, one):
            continue
        what = counted(clause, one, text[end : end + 2].strip()[:1] in ("%", "٪"))
        if what.thing is None and what.kind == "count" and one.least in _YEARS:
            continue
        yield Figure(
            document=sentence.document,
            start=start,
            end=end,
            text=text[start:end],
            least=one.least,
            most=one.most,
            bound="some" if one.least < one.most else _bound(plain, one),
            kind=what.kind,
            thing=what.thing,
            whom=what.whom,
            stage="earlier" if _earlier(plain, one) else stage,
            part=long or _part(plain, one),
            said_by=_said_by(spoken, start, end),
        )


def _start(word: Word, text: str) -> int:
    """Where the number itself begins: digits after what is written on them."""
    place = word.start
    while place < word.end and word.text[-1].isdigit() and not text[place].isdigit():
        place += 1
    return place


def _inside(dated: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(dated, (start, 1 << 60)) - 1
    return at >= 0 and dated[at][0] <= start and end <= dated[at][1]


def _numbers_a_thing(plain: Sequence[str], number: Number) -> bool:
    """Whether the number names a thing and counts none: «المادة 5», «عام 2015», «3 مارس»."""
    before = plain[number.first - 1] if number.first else ""
    after = plain[number.last] if number.last < len(plain) else ""
    return before in closed("no_count_before") or before.removeprefix("ل") == "عام" or after in months()


def _bound(plain: list[str], number: Number) -> Bound | None:
    before = plain[number.first - 1] if number.first else ""
    for phrase, bound in bounds("before").get(before, ()):
        if tuple(plain[max(0, number.first - len(phrase)) : number.first]) == phrase:
            return bound
    split = _split_bound(plain, number)
    if split:
        return split
    for at in range(number.last, min(number.last + 3, len(plain))):
        for phrase, bound in bounds("after").get(plain[at], ()):
            if begins(plain, at, (phrase,)):
                return bound
    return None


def _split_bound(plain: Sequence[str], number: Number) -> Bound | None:
    """«لا يقل ما يصل عن 400», «لن يقل الصبيب عن 400»: the preposition stands at the number, the verb further up."""
    if number.first and plain[number.first - 1] in ("عن", "علي"):
        near = plain[max(0, number.first - 8) : number.first]
        for at, word in enumerate(near):
            if word in ("يقل", "تقل", "يزيد", "تزيد") and at and near[at - 1].removeprefix("و") in ("لا", "الا", "لن", "لم"):
                return "least" if word.endswith("قل") else "most"
    return None


def _stage(plain: list[str]) -> Stage | None:
    for at, word in enumerate(plain):
        for phrase, stage in stages().get(word, ()) or stages().get(word.removeprefix("و"), ()):
            if tuple(plain[at : at + len(phrase)])[1:] == phrase[1:]:
                return stage
    return None


def _earlier(plain: Sequence[str], number: Number) -> bool:
    """The figure before: «من 17 إلى 23», «بعد أن كانت 17»."""
    near = plain[max(0, number.first - _NEAR) : number.first]
    risen = bool(near) and near[-1] == "من" and "الي" in plain[number.last : number.last + 3]
    return risen or bool(closed("earlier") & set(near))


def _part(plain: Sequence[str], number: Number) -> bool:
    near = {word.removeprefix("و") for word in plain[max(0, number.first - _NEAR) : number.first]}
    return bool(closed("part_before") & near) or bool(closed("part_after") & set(plain[number.last : number.last + 2]))


def _said_by(spoken: Sequence[tuple[int, int, str]], start: int, end: int) -> str | None:
    """The shortest statement that the figure stands in; statements nest a few deep at the most."""
    at = bisect_right(spoken, (start, 1 << 60, ""))
    inside = [one for one in spoken[max(0, at - 4) : at] if one[0] <= start and end <= one[1]]
    return min(inside, key=lambda one: (one[1] - one[0], one[2]))[2] if inside else None
