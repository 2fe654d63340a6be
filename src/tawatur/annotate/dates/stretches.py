"""Weeks, months, years, quarters, seasons, decades and centuries: «الأسبوع الماضي», «الربع الأول من 2015»."""

from tawatur.annotate.dates.centuries import century, decade, decade_of_century, which_one
from tawatur.annotate.dates.found import Found, Meaning
from tawatur.annotate.dates.months import bare_year, date
from tawatur.annotate.dates.tokens import Tokens
from tawatur.annotate.dates.years import KINDS_OF_YEAR, SCHOOL, relative
from tawatur.arabic import numerals

_OF = ("from", "in")
_PERIODS = frozenset({"W", "M", "Y", "DEC", "CEN"})
_ERAS = frozenset({"الهجري", "الهجريه", "الميلادي", "الميلاديه"})
# words before «العام الجديد» that make it the year
_COMING = frozenset({"حلول", "بحلول", "قدوم", "دخول", "استقبال", "اطلاله", "بقدوم"})
# after «العام» and the like: no period of time
_HALF = frozenset({"النصف"})


def stretch(w: Tokens, at: int) -> Found | None:
    """Read the period longer than a day at `at`."""
    entry = w.entry(at)
    if entry.function == "every":
        return None
    if w.this(at):
        return _said_again(w, _this(w, at))
    if entry.unit == "Y":
        return _said_again(w, bare_year(w, at) or _new_year(w, at) or _unit(w, at) or _nth_of(w, at))
    if entry.unit in _PERIODS or entry.unit == "Q":
        return (
            _first_months(w, at)
            or _quarter(w, at)
            or century(w, at)
            or decade_of_century(w, at)
            or _said_again(w, _unit(w, at))
            or _nth_of(w, at)
        )
    if entry.function == "quarter":
        return _quarter(w, at)
    if entry.function == "semester":
        return _half(w, at)
    if entry.function == "rest":
        return rest(w, at)
    if w.bare(at) in _HALF:
        return _half(w, at)
    if entry.season:
        return _season(w, at)
    if entry.decade:
        return decade(w, at)
    return None


def _this(w: Tokens, at: int) -> Found | None:
    """«هذا الأسبوع», «هذه السنة», «هذا الصيف», «هذا القرن»; «سبتمبر هذا» is not read."""
    nxt = w.entry(at + 1)
    if nxt.unit == "Y":
        found = bare_year(w, at)
        if found and "y" in found.meaning:
            return found
    if nxt.unit == "DEC" and not _in_time(w, at):
        return None  # «هذا العقد»: a contract
    if nxt.unit in _PERIODS and nxt.definite and nxt.count == 1 and not nxt.clitic:
        end = at + 2
        weekday = _weekday_of(w, nxt.unit, end, 0)
        if weekday:
            return weekday
        kind = w.word(end) if w.word(end) in KINDS_OF_YEAR else ""
        if kind in SCHOOL:
            return None
        meaning: Meaning = {"kind": "unit", "unit": nxt.unit, "n": 0}
        return Found(meaning | ({"cal": "hijri"} if kind.startswith("الهجري") else {}), end + bool(kind))
    if nxt.season and nxt.definite and not nxt.clitic:
        return Found({"kind": "season", "s": nxt.season, "rel": 0}, at + 2)
    if nxt.month and not nxt.clitic and not nxt.weak:
        return Found({"kind": "date", "m": nxt.month[1], "yrel": 0}, at + 2)
    return None


def _in_time(w: Tokens, at: int) -> bool:
    """Whether a word before says that a period is meant: «خلال هذا العقد», «نهاية هذا العقد»."""
    before = w.entry(at - 1)
    return bool(before.mod or before.function in ("in", "during", "since", "from", "to") or w.entry(at).preposition)


def _new_year(w: Tokens, at: int) -> Found | None:
    """«مطلع العام الهجري الجديد», «حلول العام الجديد»: the year whose beginning is the nearest."""
    if not w.entry(at).definite or w.entry(at).count != 1:
        return None
    kind = w.word(at + 1) if w.word(at + 1) in _ERAS else ""
    end = at + 1 + bool(kind)
    if w.word(end) not in ("الجديد", "الجديده") or w.word(end + 1) in ("للدراسه", "الدراسي"):
        return None
    if not kind and not (w.entry(at - 1).mod or w.bare(at - 1) in _COMING):
        return None  # «القنصل العام الجديد»
    hijri = {"cal": "hijri"} if kind.startswith("الهجري") else {}
    return Found({"kind": "unit", "unit": "Y", "n": 0, "new": True} | hijri, end + 1)


def _unit(w: Tokens, at: int) -> Found | None:
    entry = w.entry(at)
    if not entry.definite or entry.count != 1:
        return None
    kind = w.word(at + 1) if w.word(at + 1) in KINDS_OF_YEAR else ""
    if kind in SCHOOL:
        return None
    step = relative(w, at + 1 + bool(kind))
    if step is None:  # «في وقت سابق من الشهر»
        told = w.word(at - 1) == "من" and w.word(at - 2) in ("سابق", "لاحق", "مبكر", "متاخر") and not entry.clitic
        return Found({"kind": "unit", "unit": entry.unit, "n": 0}, at + 1) if told and not kind else None
    weekday = _weekday_of(w, entry.unit, step[1], step[0])
    if weekday:
        return weekday
    hijri = {"cal": "hijri"} if kind.startswith("الهجري") else {}
    return Found({"kind": "unit", "unit": entry.unit, "n": step[0]} | hijri, step[1])


def _weekday_of(w: Tokens, unit: str, at: int, week: int) -> Found | None:
    """«الأسبوع المقبل يوم الجمعة»."""
    begin = at + (w.bare(at) == "يوم" and not w.entry(at).clitic)
    entry = w.entry(begin)
    if unit != "W" or not entry.weekday or not entry.definite or entry.clitic:
        return None
    return Found({"kind": "weekday", "wd": entry.weekday, "week": week}, begin + 1)


def rest(w: Tokens, at: int) -> Found | None:
    """«بقية الأسبوع», «باقي العام»: from now to the end of the period."""
    begin = at + 1 + (w.word(at + 1) == "هذا")
    entry = w.entry(begin)
    if w.entry(at).function != "rest" or entry.unit not in ("W", "M", "Y") or not entry.definite or entry.count != 1:
        return None
    step = relative(w, begin + 1)
    if step and step[0]:
        return None
    return Found({"kind": "rest", "unit": entry.unit}, step[1] if step else begin + 1)


def _year_after(w: Tokens, at: int) -> tuple[Meaning, int]:
    """The year that a quarter, half or season is of: «من العام الجاري», «2015», «لعام 2015»; none is this year."""
    begin = at + 1 if w.entry(at).function in _OF and not w.entry(at).joined else at
    if begin > at and w.entry(begin).unit == "Y" and w.entry(begin).definite and _ends_there(w, begin + 1):
        return {"yrel": 0}, begin + 1  # «الربع الثاني من العام»
    found = bare_year(w, begin)
    if found is None and (w.number(begin) or 0) in range(1900, 2101):
        found = Found({"kind": "date", "y": w.number(begin)}, begin + 1)
    if found is None or "m" in found.meaning or found.meaning["kind"] == "bad" or found.meaning.get("cal") == "hijri":
        step = relative(w, at)
        return ({"rel": step[0]}, step[1]) if step else ({}, at)
    return {key: found.meaning[key] for key in ("y", "yrel") if key in found.meaning}, found.end


def _ends_there(w: Tokens, at: int) -> bool:
    """Whether nothing says which year: no number, no adjective, no «الماضي»."""
    return (
        relative(w, at) is None
        and not w.is_number(at)
        and w.word(at) != "("
        and (not w.word(at).startswith("ال") or bool(w.entry(at).function))
        and not w.entry(at).number
    )


def _said_again(w: Tokens, found: Found | None) -> Found | None:
    """«هذا الشهر (يوليو 2015)», «العام الماضي (2014)»: the brackets say which one it is."""
    if found is None or found.meaning.get("unit") not in ("M", None) or w.word(found.end) != "(":
        return found
    if found.meaning["kind"] not in ("unit", "date") or {"m", "d"} & set(found.meaning):
        return found
    inner = date(w, found.end + 1)
    if found.meaning["kind"] == "date":
        year = w.number(found.end + 1) or 0
        inner = Found({"kind": "date", "y": year}, found.end + 2) if 1900 <= year <= 2100 and "yrel" in found.meaning else None
    if inner is None or "d" in inner.meaning or inner.meaning["kind"] != "date" or w.word(inner.end) != ")":
        return found
    return Found(inner.meaning if "y" in inner.meaning else found.meaning, inner.end + 1)


def _quarter(w: Tokens, at: int) -> Found | None:
    """«الربع الأول من العام الجاري»."""
    named = w.entry(at).function == "quarter"  # «الفصل الثالث من 2019», with its year only
    if not named and (w.entry(at).unit != "Q" or not w.entry(at).definite):
        return None
    read = numerals.Read(4, 1) if w.word(at + 1) == "الاخير" else numerals.ordinal(w.window(at + 1), 0)
    if read is None or not 1 <= read.value <= 4 or read.end != 1:
        return None
    fields, end = _year_after(w, at + 2)
    if not fields and (named or w.word(at + 2) in ("من", "ل")):
        return None
    if "rel" in fields:
        return None
    return Found({"kind": "quarter", "q": read.value} | fields, end)


def _first_months(w: Tokens, at: int) -> Found | None:
    """«الأشهر الستة الأولى من العام الجاري»."""
    if w.entry(at).unit != "M" or w.entry(at).count != 3 or not w.entry(at).definite:
        return None
    value, end = w.number(at + 1 + (w.word(at + 1) == "ال")), at + 2 + (w.word(at + 1) == "ال")
    if value is None:
        read = numerals.cardinal([w.bare(at + 1).removeprefix("ال"), *w.window(at + 2)], 0)
        value, end = (read.value, at + 1 + read.end) if read else (0, end)
    if not 2 <= value <= 12 or w.word(end) not in ("الاولي", "الاول"):
        return None
    fields, after = _year_after(w, end + 1)
    if not fields or "rel" in fields:
        return None
    ends = [{"kind": "date", "m": month} | fields for month in (1, value)]
    return Found({"kind": "range", "a": ends[0], "b": ends[1]}, after)


def _half(w: Tokens, at: int) -> Found | None:
    """«النصف الأول من عام 2015»."""
    read = numerals.ordinal(w.window(at + 1), 0)
    if read is None or read.value > 2 or read.end != 1:
        return None
    fields, end = _year_after(w, at + 2)
    return Found({"kind": "half", "h": read.value} | fields, end) if fields and "rel" not in fields else None


def _season(w: Tokens, at: int) -> Found | None:
    """«صيف 2015», «الصيف الماضي», «ربيع العام المقبل»."""
    fields, end = _year_after(w, at + 1)
    if not fields or (w.entry(at).season == "SP" and not w.entry(at).definite and "rel" in fields):
        return None
    if "rel" in fields and not w.entry(at).definite:
        return None
    return Found({"kind": "season", "s": w.entry(at).season} | fields, end)


def _nth_of(w: Tokens, at: int) -> Found | None:
    """«الأسبوع الأول من أكتوبر», «اليوم الأخير من شهر مايو», «الأسبوع الأخير»."""
    if not w.entry(at).definite or w.entry(at).count != 1 or w.entry(at).unit not in ("W", "D"):
        return None
    which = which_one(w, at + 1)
    if which is None or w.entry(which[1]).function not in _OF:
        return None
    of = _whole(w, which[1] + 1)
    if of is None or "d" in of.meaning or (of.meaning["kind"] == "unit" and of.meaning["unit"] not in "MY"):
        return None
    if of.meaning["kind"] not in ("date", "unit"):
        return None
    return Found({"kind": "nth", "unit": w.entry(at).unit, "n": which[0], "of": of.meaning}, of.end)


def _whole(w: Tokens, at: int) -> Found | None:
    """The month or year that a day or week is counted in."""
    found = date(w, at)
    if found:
        return found
    if w.this(at):
        return _this(w, at)
    return bare_year(w, at) or _unit(w, at)


def nth(w: Tokens, at: int) -> Found | None:
    """«أول ثلاثاء من أكتوبر», «آخر يوم من رمضان», «الثلاثاء الثالث من أيلول», «الأسبوع الأول من 2015»."""
    entry = w.entry(at)
    if entry.unit in ("W", "D") or w.word(at) == "اليوم":
        return _nth_of(w, at) or _day_of(w, at)
    begin, which = at, None
    if w.bare(at) == "اخر" or (entry.number and not w.word(at).startswith("ال")):
        read = numerals.ordinal([w.bare(at)], 0)
        which = -1 if w.bare(at) == "اخر" else read.value if read else None
        begin = at + 1
    begin += w.word(begin) == "يوم" and bool(w.entry(begin + 1).weekday)
    weekday, end = w.entry(begin).weekday, begin + 1
    if w.entry(begin).unit in ("W", "D") and which is not None and w.entry(begin).count == 1:
        unit = w.entry(begin).unit
    elif weekday:
        unit = ""
    else:
        return None
    if which is None:
        found = which_one(w, end)
        if found is None or found[0] > 5:
            return None
        which, end = found
    if w.entry(end).function not in _OF:
        return None
    of = _whole(w, end + 1)
    if of is None or "d" in of.meaning or of.meaning["kind"] not in ("date", "unit"):
        return None
    target: Meaning = {"unit": unit} if unit else {"wd": weekday}
    return Found({"kind": "nth", "n": which, "of": of.meaning} | target, of.end)


def _day_of(w: Tokens, at: int) -> Found | None:
    """«اليوم الثالث من أكتوبر»."""
    if w.word(at) not in ("اليوم", "لليوم"):
        return None
    which = which_one(w, at + 1)
    if which is None or w.entry(which[1]).function != "from":
        return None
    of = date(w, which[1] + 1)
    if of is None or "d" in of.meaning or of.meaning["kind"] != "date" or "m" not in of.meaning:
        return None
    return Found(
        of.meaning | {"d": which[0]} if which[0] > 0 else {"kind": "nth", "unit": "D", "n": -1, "of": of.meaning}, of.end
    )
