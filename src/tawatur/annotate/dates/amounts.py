"""Amounts of time: «18 شهرا», «يومين», «ثلاث ساعات وعشر دقائق», «عام ونصف», «الأيام الثلاثة الماضية»."""

from typing import Any, NamedTuple

from tawatur.annotate.dates.tokens import Tokens
from tawatur.annotate.dates.years import relative
from tawatur.arabic import numerals

Amount = list[list[Any]]
_HALVES = {"نصف": 0.5, "النصف": 0.5, "ربع": 0.25, "الربع": 0.25, "ثلث": 1 / 3, "الثلث": 1 / 3}
_SIGNED = frozenset({"توقيع", "وقع", "وقعت", "ابرم", "ابرام", "بتوقيع", "ابرمت", "ارساء", "ترسيه"})
_COUNTED = frozenset({"H", "MIN", "S", "D", "W", "M", "Y", "DEC", "CEN"})
_ONE = frozenset({"واحد", "واحده", "كامل", "كامله"})
# what a number and «ثانية» or «ربع» may be beside a time
_LARGEST = 1_000_000


class AmountFound(NamedTuple):
    """An amount, the place after it, and the step (-1, 1) where an adjective says before or after now."""

    amount: Amount
    end: int
    sign: int = 0


def number(w: Tokens, at: int) -> tuple[float, int] | None:
    """Read a number in digits or in words, with the article or without, in brackets or said twice: «ثلاثة (3)»."""
    if w.word(at) in ("ال", "لل") and (w.is_number(at + 1) or w.word(at + 1) == "("):
        at += 1
    first = _in_brackets(w, at) or _number(w, at)
    if first is None:
        return None
    again = _number(w, first[1]) if w.word(at) == "(" else _in_brackets(w, first[1])
    return again if again and again[0] == first[0] else first


def _in_brackets(w: Tokens, at: int) -> tuple[float, int] | None:
    inner = _number(w, at + 1) if w.word(at) == "(" else None
    return (inner[0], inner[1] + 1) if inner and w.word(inner[1]) == ")" else None


def _number(w: Tokens, at: int) -> tuple[float, int] | None:
    if w.is_number(at):
        word = w.word(at).replace(",", "")
        try:
            value = float(word)
        except ValueError:
            return None
        return (value * 1000, at + 2) if w.word(at + 1) in ("الف", "الاف") else (value, at + 1)
    if not w.entry(at).number:
        return None
    first = w.bare(at)
    if first in ("المايه", "الميه", "الالف"):
        return None
    window = [first.removeprefix("ال") if len(first) > 4 else first, *w.window(at + 1)]
    read = numerals.cardinal(window, 0)
    return (read.value, at + read.end) if read else None


def _fits(value: float, count: int) -> bool:
    """Whether a counted noun may stand after the number. Loose: the press does not keep the grammar's rule."""
    return value > 0 and count in (1, 3) and value <= _LARGEST


def _counted(w: Tokens, at: int) -> AmountFound | None:
    """A number and its unit, or a half of a unit."""
    half = _HALVES.get(w.bare(at))
    if half and w.entry(at + 1).unit == "M" and (w.entry(at + 2).month or w.entry(at + 2).months):
        return None  # «نصف شهر مارس»
    if half and not w.entry(at).joined and w.entry(at + 1).definite and relative(w, at + 2):
        return None  # «نصف الشهر الماضي»
    if half and w.entry(at + 1).unit in ("H", "Y", "CEN", "MIN", "M", "DEC", "D") and w.entry(at + 1).count == 1:
        return AmountFound([[half, w.entry(at + 1).unit]], at + 2) if half in (0.5, 0.25) else None
    found = number(w, at)
    if found is None:
        return None
    value, end = found
    entry = w.entry(end)
    if entry.unit == "Y" and entry.count == 1 and (w.number(end + 1) or 0) > 1000:
        return None  # «584 ألفا عام 2013»
    if entry.unit == "DEC" and (entry.count == 1 or _contracts(w, at, end + 1)):
        return None  # contracts
    if w.word(end) == "يوم" and w.entry(end + 1).weekday:
        return None  # «فاز 1/5 يوم الأحد»
    if entry.definite and entry.count == 1:
        return None  # «في 15 الساعة الثامنة»
    if entry.unit in _COUNTED and not entry.clitic and _fits(value, entry.count):
        if entry.unit == "S" and not w.is_number(at):
            return None  # «ثلاث ثانية» is no amount of seconds in prose
        return AmountFound([[_whole(value), entry.unit]], end + 1)
    return None


def _contracts(w: Tokens, at: int, end: int) -> bool:
    """Whether «عقود» are contracts: signed, for something or of a worth."""
    signed = any(w.word(place) in _SIGNED for place in range(at - 3, at))
    return signed or w.word(end) in ("مع", "بقيمه") or (w.word(end).startswith("ل") and len(w.word(end)) > 4)


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _single(w: Tokens, at: int, alone: bool) -> AmountFound | None:
    """A dual («يومين»), or a singular («شهر») where `alone` allows it; «عام واحد»."""
    entry = w.entry(at)
    if entry.unit not in _COUNTED or entry.definite:
        return None
    if entry.count == 2 and w.bare(at).endswith(("ين", "ان")):
        return AmountFound([[2, entry.unit]], at + 1)
    if entry.count == 1 and (w.word(at + 1) in _ONE or alone or w.word(at + 1) in ("ونصف", "والنصف")):
        return AmountFound([[1, entry.unit]], at + 1 + (w.word(at + 1) in _ONE))
    return None


def amount(w: Tokens, at: int, alone: bool = False) -> AmountFound | None:
    """Read the amount at `at`; `alone` allows a singular without a number, as after «قبل»."""
    first = _counted(w, at) or _single(w, at, alone)
    if first is None:
        return None
    parts, end = first.amount, first.end
    while True:
        more = _more(w, end, parts[-1])
        if more is None:
            break
        parts, end = [*parts, *more.amount], more.end
    step = relative(w, end)
    if step and step[0] and w.entry(end).definite is False and w.word(end).startswith("ال"):
        return AmountFound(parts, step[1], step[0])
    return AmountFound(parts, end)


def _more(w: Tokens, at: int, last: list[Any]) -> AmountFound | None:
    """«ونصف», «و10 دقائق», «وثلاثة أيام»: a smaller unit than the last."""
    word = w.word(at)
    begin = at + 1 if word == "و" else at
    joined = word == "و" or w.entry(at).joined or (word.startswith("و") and word[1:] in _HALVES)
    if not joined:
        return None
    bare = word.removeprefix("و") if word != "و" else w.word(begin)
    if bare in _HALVES and _HALVES[bare] in (0.5, 0.25):
        end = begin + 1
        if w.entry(end).unit == last[1] and w.entry(end).count == 1:
            end += 1
        elif w.entry(end).unit:
            return None
        return AmountFound([[_HALVES[bare], last[1]]], end)
    found = _counted(w, begin) or _single(w, begin, True)
    order = ("CEN", "DEC", "Y", "M", "W", "D", "H", "MIN", "S")
    if found is None or order.index(found.amount[0][1]) <= order.index(last[1]):
        return None
    return found


def definite_amount(w: Tokens, at: int) -> AmountFound | None:
    """Read «الأيام الثلاثة الماضية», «اليومين الماضيين», «الـ24 ساعة المقبلة», «آخر 3 سنوات»."""
    if w.bare(at) == "اخر" and w.word(at + 1) not in ("يوم",):
        found = _counted(w, at + 1)
        return AmountFound(found.amount, found.end, -1) if found and found.amount[0][0] >= 2 else None
    entry = w.entry(at)
    if entry.unit in _COUNTED and entry.definite and entry.count in (2, 3):
        end, value = at + 1, 2.0
        if entry.count == 3:
            counted = number(w, end)
            if counted is None:
                return None
            value, end = counted
            if not _fits(value, entry.count):
                return None
        step = relative(w, end)
        if step is None and w.word(end) in ("الاخيره", "الاخير"):
            step = (-1, end + 1)
        return AmountFound([[_whole(value), entry.unit]], step[1], step[0]) if step and step[0] else None
    if w.word(at) in ("ال", "لل") or w.bare(at).startswith("ال"):
        found = _counted(w, at)
        step = relative(w, found.end) if found else None
        if found and step is None and w.word(found.end) in ("الاخيره", "الاخير"):
            step = (-1, found.end + 1)
        return AmountFound(found.amount, step[1], step[0]) if found and step and step[0] else None
    return None
