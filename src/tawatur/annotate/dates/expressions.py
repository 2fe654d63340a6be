"""The grammar's top: what expression, or list of them, begins at a token."""

from tawatur.annotate.dates import traps
from tawatur.annotate.dates.amounts import amount, definite_amount
from tawatur.annotate.dates.clocks import clock
from tawatur.annotate.dates.found import Expression, Found, Meaning
from tawatur.annotate.dates.holidays import holiday
from tawatur.annotate.dates.moments import moment
from tawatur.annotate.dates.ranges import listed, span
from tawatur.annotate.dates.tense import tense_around
from tawatur.annotate.dates.tokens import Tokens

_BOUNDS = ("اكثر", "اقل", "يقارب", "يزيد", "يناهز", "يربو")  # «قبل أكثر من عامين»
_THEN = ("ذلك", "بعدها", "قبلها", "بعده", "قبله", "بعدهم", "وبعدها", "وقبلها", "وبعده")
_SINCE = ("since", "during", "for")


def read_at(w: Tokens, at: int) -> list[Expression]:
    """Give the expressions that begin at the token `at`: none, one, or the members of a list."""
    entry = w.entry(at)
    if entry.function == "every":
        return _one(_every(w, at))
    if entry.set_value and not entry.clitic:
        return [Expression({"kind": "set", "value": entry.set_value}, at, at + 1, "set")]
    if entry.function in ("before", "after"):
        beyond = w.entry(at + 1).deixis or (w.bare(at + 1) == "يوم" and w.entry(at + 2).deixis)
        return _one((_pointed(w, at) if beyond else None) or _distance(w, at) or _pointed(w, at))
    if entry.function in _SINCE:
        return _one(_stretch(w, at))
    if entry.function in ("from", "between"):
        return _one(span(w, at))
    return listed(w, at) or _one(
        _hour_of_set(w, at) or _weekdays_of(w, at) or span(w, at) or _amount(w, at) or _pointed(w, at) or _year(w, at)
    )


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
    found = holiday(w, at) or moment(w, at) or _season(w, at)
    if found is None:
        return None
    return Expression(found.meaning, at, found.end, kind_of(found.meaning))


def _season(w: Tokens, at: int) -> Found | None:
    """«منذ الصيف»; «في الصيف», «خلال الصيف» where the clause says that it was or will be: else it is any summer."""
    entry = w.entry(at)
    adjective = w.word(at + 1).startswith("ال") and not w.entry(at + 1).function
    if not entry.season or not entry.definite or (entry.clitic and entry.preposition != "ب") or adjective:
        return None
    before = w.entry(at - 1 - (w.word(at - 1) in ("فصل", "موسم")))
    loose = before.function in ("in", "during") or entry.preposition == "ب"
    if before.function != "since" and not (loose and tense_around(w, at, at + 1, opening=False)):
        return None
    return Found({"kind": "season", "s": entry.season, "rel": 0, "toward": -1 if before.function == "since" else 0}, at + 1)


def _amount(w: Tokens, at: int) -> Expression | None:
    told = w.entry(at).preposition == "ب" and w.word(at - 1) in _THEN  # «بعد ذلك بيومين»
    bounded = w.word(at - 1) == "من" and w.word(at - 2).lstrip("بو") in _BOUNDS  # «في أقل من أسبوع»
    found = None if told else definite_amount(w, at) or amount(w, at, alone=bounded)
    if found is None or traps.counts_something(w, at, found.end):
        return None
    meaning: Meaning = {"kind": "amount", "amount": found.amount}
    if found.sign:
        meaning["sign"] = found.sign
    return Expression(meaning, at, found.end, "duration")


def _distance(w: Tokens, at: int) -> Expression | None:
    """«قبل شهرين», «بعد 3 أيام»: a date. «بعد يومين من مقتله» is counted from an event: no value is to be had."""
    begin = at + 1
    begin += w.word(begin) == "ما" and w.word(begin + 1) in _BOUNDS
    begin += (w.entry(begin).approximate and not w.entry(begin).unit) or w.word(begin) in _BOUNDS
    begin += begin > at + 1 and w.word(begin) in ("من", "عن", "علي")
    found = amount(w, begin, alone=True)
    if found is None or found.sign or (w.entry(at - 1).unit and w.entry(at - 1).unit == w.entry(begin).unit):
        return None  # also «سنة بعد سنة»
    end = found.end + (w.word(found.end) == "فقط" and w.word(found.end + 1) == "من")
    if w.word(end) in ("من", "علي", "عن", "مما"):
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
    return not now and tense_around(w, start, end) != "future"


def _half_of_game(w: Tokens, at: int) -> bool:
    return w.word(at) in ("الاولي", "الاول", "الاخيره")


def _stretch(w: Tokens, at: int) -> Expression | None:
    """«منذ 18 شهرا», «خلال الأيام الثلاثة الماضية», «لمدة أسبوع», «منذ أمس», «طوال اليوم»."""
    function = w.entry(at).function
    begin = at + 1
    while w.entry(begin).approximate or w.word(begin) in _BOUNDS or w.word(begin) in ("ما", "من", "علي", "في"):
        begin += 1
    whole = _whole(w, at, begin)
    ranged = whole or span(w, begin)
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
    if function == "since" and point.meaning["kind"] in ("date", "holiday", "weekday"):
        return point._replace(meaning={"toward": -1} | point.meaning)
    return point


def _whole(w: Tokens, at: int, begin: int) -> Expression | None:
    """«طوال اليوم», «طيلة العام»: a duration of one unit, unless it says which one."""
    unit = w.entry(begin)
    whole_unit = unit.count == 1 and unit.unit in ("D", "W", "M", "Y")
    if w.bare(at) not in ("طوال", "طيله") or not (whole_unit or w.word(begin) == "اليوم"):
        return None
    nxt = w.entry(begin + 1)
    if nxt.relative is not None or nxt.month or nxt.months or nxt.weekday or w.is_number(begin + 1) or nxt.number:
        return None
    return Expression({"kind": "amount", "amount": [[1, unit.unit or "D"]]}, begin, begin + 1, "duration")


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

        every = Expression({"kind": "set", "value": iso(found.amount)}, at, found.end, "set")
        return _timed(w, every) if every.meaning["value"] == "P1D" else every
    if w.entry(begin).weekday and not w.entry(begin).clitic and w.word(begin) != "احد":
        return _weekly(w, at, begin)
    part = w.entry(begin).part
    if part and not w.entry(begin).clitic and not w.word(begin).startswith("ال"):
        return _timed(w, Expression({"kind": "set", "value": f"T{part}"}, at, begin + 1, "set"))
    return None


def _weekly(w: Tokens, at: int, weekday: int) -> Expression:
    return _timed(w, Expression({"kind": "set", "value": f"XXXX-WXX-{w.entry(weekday).weekday}"}, at, weekday + 1, "set"))


def _timed(w: Tokens, found: Expression) -> Expression:
    """The hour after a repeated day: «كل يوم اثنين الساعة 4 مساء»."""
    begin = found.end + (w.entry(found.end).function == "in")
    hour = clock(w, begin) if w.entry(begin).function == "clock" else None
    return found._replace(meaning=_at_hour(found.meaning, hour.meaning), end=hour.end) if hour else found


def _at_hour(meaning: Meaning, hour: Meaning) -> Meaning:
    time = hour["clock"]
    stamp = f"T{time[0]:02d}" + (f":{time[1]:02d}" if time[1] else "")
    day = meaning["value"]
    return meaning | {"value": day + stamp if day.startswith("XXXX") else stamp}


def _hour_of_set(w: Tokens, at: int) -> Expression | None:
    """«الساعة 9 صباحا كل يوم أحد»."""
    if w.entry(at).function != "clock":
        return None
    hour = clock(w, at)
    repeated = hour and (_every(w, hour.end) if w.entry(hour.end).function == "every" else _weekdays_of(w, hour.end))
    if not hour or not repeated or repeated.meaning["value"] == "P1W":
        return None
    return Expression(_at_hour(repeated.meaning, hour.meaning), at, repeated.end, "set")


def _weekdays_of(w: Tokens, at: int) -> Expression | None:
    """«أيام الأحد»."""
    ends = not (w.entry(at + 2).joined or w.word(at + 2) in ("و", "،")) and w.entry(at + 2).relative is None
    if w.word(at) not in ("ايام", "وايام") or not w.entry(at + 1).weekday or not ends:
        return None
    return Expression({"kind": "set", "value": f"XXXX-WXX-{w.entry(at + 1).weekday}"}, at, at + 2, "set")


def _year(w: Tokens, at: int) -> Expression | None:
    """A year in digits alone, where the words round it make it one."""
    year = w.number(at)
    if year is None or len(w.word(at)) != 4 or not traps.is_year(w, at, year):
        return None
    end = at + 1
    if w.entry(end).function in ("era_g", "era_h") and not w.entry(end).clitic:
        end += 1
    return Expression({"kind": "date", "y": year} | ({"cal": "hijri"} if traps.is_hijri(w, at, year) else {}), at, end, "date")
