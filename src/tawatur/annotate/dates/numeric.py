"""Dates in digits: 21/7/2015, 2015-07-21, 1436/10/5هـ, 2010-2014, 3/2015."""

import re

from tawatur.annotate.dates.found import Found, Meaning
from tawatur.annotate.dates.tokens import Tokens

_CUT = re.compile(r"[/\-–.\\]")
_HIJRI = range(1300, 1501)
_YEARS = range(1500, 2101)
# words before a day and month in digits, without a year: else it may be a fraction or a score
# 22/04 before these is a day and month: nothing is counted by it
_ENDS = frozenset({"", "\n", ".", "،", ",", ")", "؛", "الساعه", "الي", "حتي"})
_BEFORE = frozenset({"يوم", "بتاريخ", "تاريخ", "الموافق", "ليوم", "بيوم", "حتي", "كل"})


def era(w: Tokens, at: int) -> tuple[str, int]:
    """The calendar that a mark after a year names («م»، «هـ»), "" without one, and the place after it.

    The mark may stand in brackets.
    """
    inner = at + 1 if w.word(at) == "(" else at
    function = w.entry(inner).function
    if function not in ("era_g", "era_h") or w.entry(inner).clitic:
        return "", at
    if inner != at and w.word(inner + 1) != ")":
        return "", at
    return ("hijri" if function == "era_h" else "gregorian"), inner + (2 if inner != at else 1)


def calendar_of(year: int, mark: str) -> str:
    """The calendar of a year in digits: what the mark says, else Hijri for the years of our time in it."""
    return mark or ("hijri" if year in _HIJRI else "gregorian")


def _parts(w: Tokens, at: int) -> tuple[list[str], str, int]:
    """The numbers of a date in digits, their mark, and the place after: in one token, or spaced round the marks."""
    word = w.word(at)
    cut = _CUT.split(word)
    if len(cut) == 2 and w.word(at + 1) == "/" == _CUT.findall(word)[0] and len(w.word(at + 2)) == 4 and w.is_number(at + 2):
        return [*cut, w.word(at + 2)], "/", at + 3  # 10/10/ 1436
    if len(cut) > 1:
        return cut, _CUT.findall(word)[0], at + 1
    mark = w.word(at + 1)
    if mark in ("/", "-") and len(word) <= 4 and w.is_number(at + 2):
        if w.word(at + 3) == mark and w.is_number(at + 4):
            return [word, w.word(at + 2), w.word(at + 4)], mark, at + 5
        year = w.number(at + 3) or 0
        if mark == "/" and len(w.word(at + 3)) == 4 and (year in _YEARS or year in _HIJRI):
            return [word, w.word(at + 2), w.word(at + 3)], mark, at + 4  # 23 / 8 2015
        if mark == "/" and w.entry(at - 1).weekday and len(word) <= 2:
            return [word, w.word(at + 2)], mark, at + 3
    return cut, "", at + 1


def numeric_date(w: Tokens, at: int) -> Found | None:
    """Read the date in digits at `at`."""
    if not w.is_number(at):
        return None
    numbers, mark, end = _parts(w, at)
    if len(numbers) == 2 and w.word(end) in ("،", ",") and mark == "/" and w.number(end + 1) in _YEARS:
        numbers, end = [*numbers, w.word(end + 1)], end + 2
    if mark == "" or not all(number.isdigit() and len(number) <= 4 for number in numbers):
        return None
    if len(numbers) == 3:
        return _three(w, [int(number) for number in numbers], numbers, end)
    if len(numbers) == 2 and mark != ".":
        return _two(w, at, numbers, mark, end)
    return None


def _three(w: Tokens, values: list[int], numbers: list[str], end: int) -> Found | None:
    if len(numbers[0]) == 4:
        year, month, day = values
    elif len(numbers[2]) == 4:
        day, month, year = values
    elif len(numbers[2]) == 2 and 1 <= values[0] <= 31 and 1 <= values[1] <= 12:
        day, month, year = values[0], values[1], 2000 + values[2] if values[2] < 70 else 1900 + values[2]
    elif len(numbers[2]) == 3 and values[2] // 10 in (19, 20) and 1 <= values[0] <= 31 and 1 <= values[1] <= 12:
        return Found({"kind": "bad", "reason": f"the year {values[2]} lacks a digit"}, end)
    else:
        return None
    if year not in _HIJRI and year not in _YEARS:
        return None
    if month > 12 >= day:
        month, day = (month, day) if len(numbers[0]) == 4 and day > 12 else (day, month)
    mark, end = era(w, end)
    either = {"either": True} if day <= 12 else {}
    return Found({"kind": "date", "y": year, "m": month, "d": day} | _cal(year, mark) | either, end)


def _cal(year: int, mark: str) -> Meaning:
    return {"cal": "hijri"} if calendar_of(year, mark) == "hijri" else {}


def _two(w: Tokens, at: int, numbers: list[str], mark: str, end: int) -> Found | None:
    a, b = (int(number) for number in numbers)
    sign, after = era(w, end)
    if len(numbers[0]) == len(numbers[1]) == 4:
        if a == b + 1 and mark == "/" and b in _HIJRI:
            a, b = b, a  # «1437/1436هـ», as typed from the right
        if a < b <= a + 200 and (a in _YEARS or a in _HIJRI) and (b in _YEARS or b in _HIJRI):
            ends = [{"kind": "date", "y": year} | _cal(year, sign) for year in (a, b)]
            return Found({"kind": "range", "a": ends[0], "b": ends[1]}, after)
        return None
    if len(numbers[1]) == 4 and 1 <= a <= 12 and (b in _YEARS or b in _HIJRI):
        return Found({"kind": "date", "y": b, "m": a} | _cal(b, sign), after)
    if len(numbers[0]) == 4 and 1 <= b <= 12 and len(numbers[1]) <= 2 and mark == "/" and (a in _YEARS or a in _HIJRI):
        return Found({"kind": "date", "y": a, "m": b} | _cal(a, sign), after)
    before = w.word(at - 1)
    sure = mark == "/" and (a > 12) != (b > 12) and max(a, b) <= 31 and (a, b) != (24, 7)
    if (sure and w.word(end) in _ENDS) or before in _BEFORE or w.entry(at - 1).weekday:
        if 1 <= a <= 31 and 1 <= b <= 12:
            return Found({"kind": "date", "d": a, "m": b, "either": True}, end)
        if 1 <= b <= 31 and 1 <= a <= 12:
            return Found({"kind": "date", "d": b, "m": a, "either": True}, end)
    return None
