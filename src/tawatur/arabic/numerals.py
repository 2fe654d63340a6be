"""Numbers in words: cardinals («خمسة وعشرين»، «ألفين وثمانية عشر») and ordinals («الثامن والعشرين»، «الحادية عشرة»); digits with separators.

The readers of words take folded words (`tawatur.arabic.fold`) and a place among them, and give the value and the place after
the last word read, or None where no number stands there. A conjunction may be written on a word or stand alone.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.resources import load

_TEN = ("عشر", "عشره")
_GROUP = 3  # digits after a separator of thousands
_SINGLE = 2  # pieces of a number with one separator


class Read(NamedTuple):
    """A number read: its value, and the place after its last word."""

    value: int
    end: int


def separated(pieces: Sequence[str], *, point: bool = False) -> float | None:
    """Give the value of digits that are cut at their separators: «45.999.540» and «2,300» have groups of three, «9,75» a fraction.

    With `point`, what follows a single separator is a fraction however long it is («1.200 مليون»). None where it is neither.
    """
    single = len(pieces) == _SINGLE
    if all(len(piece) == _GROUP for piece in pieces[1:]) and not (single and point):
        return float("".join(pieces))
    return float(f"{pieces[0]}.{pieces[1]}") if single else None


@cache
def _table(name: str) -> dict[str, int]:
    return {fold(form): int(value) for value, forms in load("numerals")[name].items() for form in forms}


@cache
def _beginnings() -> frozenset[str]:
    """The words with which a cardinal may begin: of a hundred words of news two or three."""
    return frozenset().union(*(_table(name) for name in ("units", "teens", "tens", "hundreds", "thousands")))


def _bare(words: Sequence[str], at: int, joined: bool) -> tuple[str, int] | None:
    """The word at `at` without its conjunction (which must be there when `joined`), and the place after it."""
    if at >= len(words):
        return None
    word = words[at]
    if not joined:
        return word, at + 1
    if word == "و" and at + 1 < len(words):
        return words[at + 1], at + 2
    return (word[1:], at + 1) if word.startswith("و") and len(word) > 2 else None


def _teen(words: Sequence[str], at: int) -> bool:
    return at < len(words) and words[at] in _TEN


def _below_hundred(words: Sequence[str], at: int, joined: bool) -> Read | None:
    first = _bare(words, at, joined)
    if first is None:
        return None
    word, end = first
    if word in _table("teens") and _teen(words, end):
        return Read(_table("teens")[word], end + 1)
    if word in _table("tens"):
        return Read(_table("tens")[word], end)
    unit = _table("units").get(word)
    if unit is None:
        return None
    if unit < 10 and _teen(words, end):
        return Read(10 + unit, end + 1)
    tens = _bare(words, end, True)
    if unit < 10 and tens and tens[0] in _table("tens"):
        return Read(_table("tens")[tens[0]] + unit, tens[1])
    return Read(unit, end)


def _below_thousand(words: Sequence[str], at: int, joined: bool) -> Read | None:
    first = _bare(words, at, joined)
    if first is None:
        return None
    word, end = first
    hundred = _table("hundreds").get(word)
    if hundred is None:
        unit = _table("units").get(word, 10)
        if unit < 10 and end < len(words) and _table("hundreds").get(words[end]) == 100:
            hundred, end = unit * 100, end + 1
        else:
            return _below_hundred(words, at, joined)
    rest = _below_hundred(words, end, True)
    return Read(hundred + rest.value, rest.end) if rest else Read(hundred, end)


def _thousands(words: Sequence[str], at: int) -> Read | None:
    word = words[at]
    if word in _table("thousands") and word != "الاف":
        return Read(_table("thousands")[word], at + 1)
    many = _below_thousand(words, at, False)
    if many and many.end < len(words) and _table("thousands").get(words[many.end]) == 1000:
        return Read(many.value * 1000, many.end + 1)
    return None


def cardinal(words: Sequence[str], at: int) -> Read | None:
    """Read the cardinal that begins at `words[at]` (1 to 999,999)."""
    if at >= len(words) or words[at] not in _beginnings():
        return None
    thousands = _thousands(words, at)
    if thousands is None:
        return _below_thousand(words, at, False)
    rest = _below_thousand(words, thousands.end, True)
    return Read(thousands.value + rest.value, rest.end) if rest else thousands


def ordinal(words: Sequence[str], at: int) -> Read | None:
    """Read the ordinal that begins at `words[at]` (1 to 99), with its article or without, of either gender."""
    if at >= len(words):
        return None
    word = words[at]
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    unit = _table("ordinals").get(bare)
    if unit is None:
        tens = _table("tens").get(bare) if bare != word else None
        return Read(tens, at + 1) if tens else None
    if _teen(words, at + 1) and unit < 10:
        return Read(10 + unit, at + 2)
    tens_word = _bare(words, at + 1, True)
    if tens_word and unit < 10:
        tens = _table("tens").get(tens_word[0].removeprefix("ال"))
        if tens:
            return Read(tens + unit, tens_word[1])
    return Read(unit, at + 1)
