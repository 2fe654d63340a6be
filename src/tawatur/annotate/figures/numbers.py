"""Numbers in a run of words: in digits (with separators and clitics) or in words, with scales, duals, and «عشرات» as a range."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawatur.annotate.figures.tables import closed, ranges, values
from tawatur.arabic.numerals import cardinal, ordinal, separated
from tawatur.arabic.words import Word

_DIGITS = re.compile(r"(?P<clitic>[وفبلك]?(?:ال|ل)?)(?P<digits>\d{1,12})(?P<glued>(?:ر\d+|[^\W\d_]*))")
_SHORT = 3  # letters: of a longer word the first may be a clitic
_SEPARATORS = (",", "٬", "،", ".", "٫")
_DIRECTION = "\u200e\u200f"
_POINTS = (".", "٫")
_JOINS = "-–—/:"  # digits joined by these are scores, days, hours and models, and no counts
_CLITICS = "وبلف"
_TEN = ("عشر", "عشره")


class Number(NamedTuple):
    """Words `first` to before `last` tell a number; `noun` where its last word is also what is counted («جنديين», «33جنديا»)."""

    first: int
    last: int
    least: float
    most: float
    noun: bool = False


def numbers(text: str, words: Sequence[Word]) -> Iterator[Number]:
    """Give the numbers among `words` of `text`, in order; every word is looked at a bounded number of times."""
    plain = [word.text for word in words]
    at = 0
    while at < len(words):
        found = _digits(text, words, plain, at) or _some(plain, at) or _in_words(plain, at) or _dual(plain, at)
        if found is None:
            at += 1
            continue
        if found.least >= 0:
            yield found
        at = found.last


def _digits(text: str, words: Sequence[Word], plain: list[str], at: int) -> Number | None:
    match = _DIGITS.fullmatch(plain[at])
    if match is None:
        return None
    pieces, marks, last = [match["digits"]], [], at + 1
    while not match["glued"] and last < len(words) and plain[last].isdecimal():
        mark = text[words[last - 1].end : words[last].start]
        if mark not in _SEPARATORS:
            break
        if text[words[last].start] in _DIRECTION:  # «5.2» that a mark of direction turns round: one cannot tell the side
            return Number(at, last + 1, -1, -1)
        pieces.append(plain[last])
        marks.append(mark)
        last += 1
    scaled = _scale(plain, last)
    value = separated(pieces, point=scaled is not None and bool(marks) and marks[0] in _POINTS)
    if value is None or _joined(text, words[at].start, words[last - 1].end):
        return Number(at, last, -1, -1)
    if match["glued"]:  # «224ر2» is a fraction of which one cannot tell the side, «2015م» a year
        unknown = len(match["glued"]) == 1 or match["glued"][-1].isdigit()
        return Number(at, last, -1, -1) if unknown else Number(at, last, value, value, True)
    return Number(at, scaled[1], value * scaled[0], value * scaled[0]) if scaled else Number(at, last, value, value)


def _joined(text: str, start: int, end: int) -> bool:
    """Whether the digits are a part of something longer: a model, a score, a day, an hour."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (before in _JOINS and before != "" and text[start - 2 : start - 1].strip() != "") or (
        after != "" and after in _JOINS and text[end + 1 : end + 2].isalnum()
    )


def _scale(plain: Sequence[str], at: int) -> tuple[float, int] | None:
    scale, last = 1.0, at
    while last < len(plain) and last < at + 2 and plain[last] in values("scales"):
        scale, last = scale * values("scales")[plain[last]], last + 1
    return (scale, last) if last > at else None


def _some(plain: Sequence[str], at: int) -> Number | None:
    word = _bare(plain[at], ranges())
    if word is None:
        return None
    least, most = ranges()[word]
    following = plain[at + 1] if at + 1 < len(plain) else ""
    scale = values("scales").get(following) if following.startswith("ال") else None
    return Number(at, at + 2, least * scale, most * scale) if scale else Number(at, at + 1, least, most)


def _bare(word: str, table: dict[str, tuple[float, float]]) -> str | None:
    return word if word in table else word[1:] if word[0] in _CLITICS and word[1:] in table else None


def _in_words(plain: list[str], at: int) -> Number | None:
    """A cardinal in words from two on («واحد» is a pronoun as often as a number), or a scale that stands alone.

    The second word of an ordinal («التاسعة عشرة») is none.
    """
    if plain[at] in _TEN and at and ordinal(plain[at - 1 : at + 1], 0):
        return None
    for word in dict.fromkeys((plain[at], plain[at][1:] if plain[at][0] in _CLITICS and len(plain[at]) > _SHORT else plain[at])):
        read = cardinal([word, *plain[at + 1 : at + 8]], 0)
        if read and read.value > 1:
            last = at + read.end
            scaled = _scale(plain, last)
            value = float(read.value)
            return Number(at, scaled[1], value * scaled[0], value * scaled[0]) if scaled else Number(at, last, value, value)
        if word in values("alone"):
            return Number(at, at + 1, values("alone")[word], values("alone")[word])
    return None


def _dual(plain: Sequence[str], at: int) -> Number | None:
    word = plain[at]
    two = closed("two")
    return Number(at, at + 1, 2, 2, True) if word in two or (word[0] in _CLITICS and word[1:] in two) else None
