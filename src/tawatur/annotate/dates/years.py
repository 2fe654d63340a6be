"""Years, and the adjectives that count from now: «عام 2015», «هذا العام», «العام قبل الماضي», «ألفين وثمانية عشر»."""

from typing import NamedTuple

from tawatur.annotate.dates.found import Meaning
from tawatur.annotate.dates.numeric import calendar_of, era
from tawatur.annotate.dates.tokens import Tokens
from tawatur.arabic import numerals

_COMMAS = ("،", ",")
KINDS_OF_YEAR = frozenset(
    {
        "الهجري",
        "الهجريه",
        "الميلادي",
        "الميلاديه",
        "المالي",
        "الماليه",
        "الدراسي",
        "الدراسيه",
        "الجامعي",
        "الجامعيه",
        "الاكاديمي",
        "الاكاديميه",
    }
)
# a year of these is no year of the calendar: without its number it has no value
SCHOOL = frozenset({"الدراسي", "الدراسيه", "الجامعي", "الجامعيه", "الاكاديمي", "الاكاديميه"})
_CLOSING = frozenset({"\n", ".", "،", ",", ")", "؛", ":", "؟", "!", "في", "من", "و", "-"})


class YearFound(NamedTuple):
    """A year: the fields of its meaning (`y` or `yrel`), its calendar as far as it says it."""

    fields: Meaning
    calendar: str
    end: int


# a year of so many digits is miswritten where nothing that it could count follows
_MISWRITTEN = {3: "lacks a digit", 5: "has a digit too many"}


def year(w: Tokens, at: int, calendar: str = "") -> YearFound | None:
    """Read the year at `at`, after a month of `calendar` or, without one, led by «عام» or «سنة»."""
    start = at
    if calendar:
        if w.word(at) in (*_COMMAS, "/", "-", ".") and ((w.number(at + 1) or 0) > 1000 or year_in_words(w, at + 1)):
            at += 1
        if w.entry(at).function in ("from", "in"):
            at += 1
    if w.entry(at).function == "" and w.entry(at).relative == 0 and w.entry(at + 1).unit == "Y":
        return _this(w, at) if w.this(at) else None
    led = w.entry(at).unit == "Y" and w.entry(at).count == 1
    if led:
        definite = w.entry(at).definite
        at += 1
        kind = w.word(at) if w.word(at) in KINDS_OF_YEAR else ""
        at += bool(kind)
        at += w.word(at) in ("الجديد", "الجديده") and (w.number(at + 1) or 0) in range(1400, 2101)
        calendar = "hijri" if kind.startswith("الهجري") else calendar
        if kind in SCHOOL and not w.is_number(at):
            return None
        at += (
            w.word(at) in (".", *_COMMAS) and (w.number(at + 1) or 0) > 1000 and w.spans[at][1] == w.spans[at + 1][0]
        )  # «عام .2014»
        found = relative(w, at) if definite else None
        if found and (w.number(found[1]) or 0) in range(1400, 2101):
            return _year_number(w, found[1], calendar, True)  # «العام المقبل 1437»
        if found:
            return YearFound({"yrel": found[0]}, calendar, found[1])
        if w.word(at) == "(" and w.is_number(at + 1):  # «عام (1417هـ)»
            inner = _year_number(w, at + 1, calendar, True)
            return inner._replace(end=inner.end + 1) if inner and w.word(inner.end) == ")" else None
    elif not calendar or (start != at and w.entry(start).function == "in"):
        return None
    return _year_number(w, at, calendar, led)


def year_in_words(w: Tokens, at: int) -> tuple[int, int] | None:
    """A year of four digits in words, «ألفين وثمانية عشر», and the place after it."""
    if w.bare(at) not in ("الف", "الفين", "الفان"):
        return None
    read = numerals.cardinal([w.bare(at), *w.window(at + 1)], 0)
    return (read.value, at + read.end) if read and 1000 <= read.value <= 2100 else None


def _this(w: Tokens, at: int) -> YearFound | None:
    if not w.entry(at + 1).definite or w.entry(at + 1).count != 1:
        return None
    kind = w.word(at + 2) if w.word(at + 2) in KINDS_OF_YEAR else ""
    if kind in SCHOOL:
        return None
    if w.word(at + 2) == "(" and (w.number(at + 3) or 0) in range(1400, 2101):  # «هذا العام (1436هـ)»
        inner = _year_number(w, at + 3, "", True)
        if inner and w.word(inner.end) == ")":
            return inner._replace(end=inner.end + 1)
    if (w.number(at + 2) or 0) in range(1400, 2101):
        return _year_number(w, at + 2, "", True)  # «هذا العام 1436هـ»
    return YearFound({"yrel": 0}, "hijri" if kind.startswith("الهجري") else "", at + 2 + bool(kind))


def relative(w: Tokens, at: int) -> tuple[int, int] | None:
    """Read «الماضي»، «قبل الماضي»، «بعد المقبل»: the steps from now and the place after."""
    function = w.entry(at).function
    if w.word(at) == "ما" and w.entry(at + 1).function == "before":
        return relative(w, at + 1)
    if function in ("before", "after") and w.entry(at).clitic == 0:
        step = w.entry(at + 1).relative
        if step and (step < 0) == (function == "before"):
            return step * 2, at + 2
        return None
    step = w.entry(at).relative
    if step is None or w.entry(at).clitic or w.this(at):
        return None
    return step, at + 1


def _year_number(w: Tokens, at: int, calendar: str, led: bool) -> YearFound | None:
    value = w.number(at)
    if value is None and len(w.word(at)) == 5 and w.word(at).isascii() and w.word(at).isdigit():
        value = int(w.word(at))
    if value is None:
        read = numerals.cardinal(w.window(at), 0)
        if read is None or read.value < (100 if led else 1000) or read.value > 2100:
            return None
        value, end, digits = read.value, at + read.end, len(str(read.value))
    else:
        end, digits = at + 1, len(w.word(at))
    mark, after = era(w, end)
    if digits == 4 and (1000 <= value <= 2100):
        if mark == "" and calendar == "":
            mark = calendar_of(value, "") if value in range(1300, 1501) else ""
        return YearFound({"y": value}, mark or calendar, after)
    fault = _MISWRITTEN.get(digits)
    if fault and not mark and int(str(value)[:2]) in (19, 20, 14) and w.entry(end).unit == "" and (led or calendar):
        if w.word(after) and w.word(after) not in _CLOSING:
            return None
        return YearFound({"bad": f"the year {value} {fault}"}, calendar, after)
    if mark or (led and digits == 3):
        return YearFound({"y": value}, mark or calendar, after) if value else None
    return None
