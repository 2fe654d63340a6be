"""The grammar's top: what expression, or list of them, begins at a token."""

from tawatur.annotate.dates import context, traps
from tawatur.annotate.dates.amounts import amount, definite_amount
from tawatur.annotate.dates.found import Expression, Meaning
from tawatur.annotate.dates.holidays import holiday
from tawatur.annotate.dates.moments import moment
from tawatur.annotate.dates.ranges import listed, span
from tawatur.annotate.dates.tokens import Tokens

_SINCE = ("since", "during", "for")


def read_at(w: Tokens, at: int) -> list[Expression]:
    """Give the expressions that begin at the token `at`: none, one, or the members of a list."""
    entry = w.entry(at)
    if entry.function == "every":
        return _one(_every(w, at))
    if entry.set_value and not entry.clitic:
        return [Expression({"kind": "set", "value": entry.set_value}, at, at + 1, "set")]
    if entry.function in ("before", "after"):
        return _one(_distance(w, at) or _pointed(w, at))
    if entry.function in _SINCE:
        return _one(_stretch(w, at))
    if entry.function in ("from", "between"):
        return _one(span(w, at))
    return listed(w, at) or _one(span(w, at) or _amount(w, at) or _pointed(w, at) or _year(w, at))


def _one(found: Expression | None) -> list[Expression]:
    return [found] if found else []


def kind_of(meaning: Meaning) -> str:
    """The type of the record for a meaning."""
    if meaning["kind"] == "amount":
        return "duration"
    if meaning["kind"] == "set":
        return "set"
    return "time" if {"part", "clock", "midnight"} & set(meaning) else "date"


def _pointed(w: Tokens, at: int) -> Expression | None:
    found = holiday(w, at) or moment(w, at)
    if found is None:
        return None
    return Expression(found.meaning, at, found.end, kind_of(found.meaning))


def _amount(w: Tokens, at: int) -> Expression | None:
    found = definite_amount(w, at) or amount(w, at)
    if found is None or traps.counts_something(w, at, found.end):
        return None
    meaning: Meaning = {"kind": "amount", "amount": found.amount}
    if found.sign:
        meaning["sign"] = found.sign
    return Expression(meaning, at, found.end, "duration")


def _distance(w: Tokens, at: int) -> Expression | None:
    """«قبل شهرين», «بعد 3 أيام»: a date. «بعد يومين من مقتله» is counted from an event: no value is to be had."""
    begin = at + 1
    begin += w.entry(begin).approximate and not w.entry(begin).unit
    begin += begin > at + 1 and w.entry(begin).function == "from"
    found = amount(w, begin, alone=True)
    if found is None or found.sign or (w.entry(at - 1).unit and w.entry(at - 1).unit == w.entry(begin).unit):
        return None  # also «سنة بعد سنة»
    end = found.end + (w.word(found.end) == "فقط" and w.word(found.end + 1) == "من")
    if w.word(end) in ("من", "علي", "عن"):
        if w.word(end + 1) not in ("الان", "اليوم"):
            return Expression({"kind": "event"}, at, end, "")
        end += 2
    if _half_of_game(w, end):
        return None
    sign = -1 if w.entry(at).function == "before" else 1
    if sign > 0 and _told(w, at, end):
        return Expression({"kind": "event"}, at, end, "")
    return Expression({"kind": "shift", "amount": found.amount, "sign": sign}, at, end, "date")


def _told(w: Tokens, start: int, end: int) -> bool:
    """Whether «بعد عامين» is counted from a deed that is told: nothing shows the future."""
    now = w.word(end - 1) in ("الان", "اليوم")
    return not now and context.tense_around(w, start, end) != "future"


def _half_of_game(w: Tokens, at: int) -> bool:
    return w.word(at) in ("الاولي", "الاول", "الاخيره")


def _stretch(w: Tokens, at: int) -> Expression | None:
    """«منذ 18 شهرا», «خلال الأيام الثلاثة الماضية», «لمدة أسبوع», «منذ أمس», «طوال اليوم»."""
    function = w.entry(at).function
    begin = at + 1
    while w.entry(begin).approximate or w.word(begin) in ("ما", "يقارب", "يزيد", "من", "علي", "في"):
        begin += 1
    ranged = span(w, begin)
    if ranged:
        return ranged
    found = definite_amount(w, begin) or amount(w, begin, alone=True)
    point = _pointed(w, begin) or _year(w, begin)
    if found and not traps.counts_something(w, begin, found.end) and not (point and point.end > found.end):
        sign = found.sign or (-1 if function == "since" else 0)
        meaning: Meaning = {"kind": "amount", "amount": found.amount} | ({"sign": sign} if sign else {})
        if function == "during" and not sign:
            meaning["during"] = True
        return Expression(meaning, begin, found.end, "duration")
    if point is None:
        return None
    if function == "since" and point.meaning["kind"] in ("date", "holiday"):
        return point._replace(meaning={"toward": -1} | point.meaning)
    return point


def _every(w: Tokens, at: int) -> Expression | None:
    """«كل يوم», «كل أسبوعين», «كل خميس», «كل صباح»."""
    begin = at + 1
    found = amount(w, begin, alone=True)
    if found:
        if w.entry(begin).unit == "D" and w.entry(begin + 1).weekday:
            return _weekly(w, at, begin + 1)
        if w.word(found.end) in ("وانتم", "وانت", "بخير"):
            return None
        from tawatur.annotate.dates.durations import iso

        return Expression({"kind": "set", "value": iso(found.amount)}, at, found.end, "set")
    if w.entry(begin).weekday and not w.entry(begin).clitic and w.word(begin) != "احد":
        return _weekly(w, at, begin)
    part = w.entry(begin).part
    if part and not w.entry(begin).clitic and not w.word(begin).startswith("ال"):
        return Expression({"kind": "set", "value": f"T{part}"}, at, begin + 1, "set")
    return None


def _weekly(w: Tokens, at: int, weekday: int) -> Expression:
    value = f"XXXX-WXX-{w.entry(weekday).weekday}"
    return Expression({"kind": "set", "value": value}, at, weekday + 1, "set")


def _year(w: Tokens, at: int) -> Expression | None:
    """A year in digits alone, where the words round it make it one."""
    year = w.number(at)
    if year is None or len(w.word(at)) != 4 or not traps.is_year(w, at, year):
        return None
    end = at + 1
    if w.entry(end).function in ("era_g", "era_h") and not w.entry(end).clitic:
        end += 1
    return Expression({"kind": "date", "y": year} | ({"cal": "hijri"} if traps.is_hijri(w, at, year) else {}), at, end, "date")


