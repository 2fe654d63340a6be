"""Ranges and lists: «من 3 إلى 5 آب», «بين 2012 و2014», «يومي الأحد والاثنين», «10 و11 أغسطس»."""

import re

from tawatur.annotate.dates import traps
from tawatur.annotate.dates.clocks import clock
from tawatur.annotate.dates.found import Expression, Found, Meaning
from tawatur.annotate.dates.moments import bare_hour, is_day, moment
from tawatur.annotate.dates.months import date, day_number, month, relative_month
from tawatur.annotate.dates.numeric import era
from tawatur.annotate.dates.tokens import Tokens
from tawatur.annotate.dates.years import KINDS_OF_YEAR

_TO = frozenset({"الي", "حتي", "ولغايه", "لغايه", "وحتي", "والي"})
_LONGEST_LIST = 12  # days in one list: a longer one is of something else
_LAST_HIJRI = 1500  # a year up to this is of the Hijri calendar
_DASH = frozenset({"-", "–", "—"})
_DIGIT_RANGE = re.compile(r"(\d{1,2})[-–](\d{1,2})\Z")
_DAYS_OF_DATE = re.compile(r"(\d{1,2})[-–](\d{1,2})/(\d{1,2})/(\d{4})\Z")  # 4-5/10/1436
_YEAR_RANGE = re.compile(r"(\d{4})[-–/](\d{2}|\d{4})\Z")
_SHARED = ("m", "y", "yrel", "mrel", "dir", "cal")


def span(w: Tokens, at: int) -> Expression | None:
    """Read the range at `at`, with «من» or «بين» before it or without."""
    function = w.entry(at).function
    led = function in ("from", "between")
    begin = at + 1 if led else at
    years = led and w.entry(begin).unit == "Y" and w.entry(begin).count == 2  # «بين عامي 2012 و2014»
    begin += years
    double = _double_year(w, begin)
    if double:
        return Expression(double.meaning, begin, double.end, "date")
    short = _digits(w, begin)
    if short:
        short = _with_other_calendar(w, short)
        return Expression(short.meaning, begin, short.end, "date")
    first = _end_point(w, begin, 1000 if years else 1300)
    if first is None:
        return None
    join = _join(w, first.end, led and function == "between")
    if join is None:
        return None
    second = _second(w, join, first)
    if second is None or w.entry(join).clitic > 1:
        return None
    if w.word(first.end) in _DASH and first.meaning["kind"] not in ("number", second.meaning["kind"]):
        return None
    meaning = _range(first.meaning, second.meaning)
    if meaning and _counts(w, at, first, second):
        return None
    if meaning is None or _apart(first.meaning, second.meaning):
        return None
    kind = "time" if "clock" in meaning["b"] else "date"
    whole = _with_other_calendar(w, Found(meaning, second.end))
    return Expression(whole.meaning, begin, whole.end, kind)


def _with_other_calendar(w: Tokens, found: Found) -> Found:
    """«11-17 رمضان 1436هـ الموافق 28 يونيو – 4 يوليو 2015م»: the same days in the other calendar."""
    if w.entry(found.end).function != "corresponding" or found.meaning["kind"] != "range" or "d" not in found.meaning["a"]:
        return found
    first = date(w, found.end + 1 + (w.entry(found.end + 1).function == "from"))
    last = date(w, first.end + 1) if first and (w.word(first.end) in _DASH or w.word(first.end) in _TO) else None
    if first is None or last is None or "d" not in last.meaning or "d" not in first.meaning:
        return found
    if "y" in found.meaning["b"] or "y" not in last.meaning:
        return Found(found.meaning, last.end)
    return Found(_range(first.meaning, last.meaning) or found.meaning, last.end)


def _double_year(w: Tokens, at: int) -> Found | None:
    """«العام المالي 2021/2022», «سنة 1436/1437هـ»."""
    if w.entry(at).unit != "Y" or w.entry(at).count != 1:
        return None
    begin = at + 1 + (w.word(at + 1) in KINDS_OF_YEAR)
    found = (date(w, begin) or _digits(w, begin)) if w.is_number(begin) else None
    return found if found and found.meaning["kind"] == "range" and "d" not in found.meaning["a"] else None


def _apart(a: Meaning, b: Meaning) -> bool:
    """Whether the two ends are days with months of their own: each is an expression of its own, as «يومي الأحد والاثنين» is.

    Two readers who labelled blind (bench/gold/README.md, docs/example.md) both read them so.
    """
    return all(end["kind"] == "date" and "d" in end and "m" in end and "clock" not in end for end in (a, b))


def _counts(w: Tokens, at: int, first: Found, second: Found) -> bool:
    """Whether two bare numbers that look like years count a thing: «بين 1500 و2000 حبة»."""
    if set(first.meaning) | set(second.meaning) != {"kind", "y"} or w.entry(at + 1).unit or w.entry(at).unit:
        return False
    year = second.meaning["y"]
    return not traps.closed(w, second.end) or first.meaning["y"] < 1500 or year < 1900


def _join(w: Tokens, at: int, between: bool) -> int | None:
    """The place after the word that joins the two ends of a range."""
    at += w.word(at) == "،" and w.word(at + 1) in _TO
    word = w.word(at)
    years = [w.number(place) or 0 for place in (at - 1, at + 1)]
    season = word == "/" and years[0] >= 1300 and years[1] == years[0] + 1  # موسم 2003/ 2004
    if word in _TO or word in _DASH or season:
        return at + 1
    if between and word == "و":
        return at + 1
    return at if between and (w.entry(at).joined or word.startswith("و")) else None


def _end_point(w: Tokens, at: int, least: int) -> Found | None:
    """The first end: a point of time, or a bare number that the second end completes."""
    found = moment(w, at)
    if found:
        return found
    year = w.number(at)
    if year is not None and len(w.word(at)) == 4 and least <= year <= 2100:
        return Found({"kind": "date", "y": year}, at + 1)
    number = day_number(w, at)
    return Found({"kind": "number", "d": number[0]}, number[1]) if number else None


def _second(w: Tokens, at: int, first: Found) -> Found | None:
    found = moment(w, at) or clock(w, at)
    if found:
        return found
    if "clock" in first.meaning:
        return bare_hour(w, at)
    year = w.number(at)
    if year is not None and len(w.word(at)) == 4 and (first.meaning.get("y") or 1300) <= year <= 2100:
        mark, end = era(w, at + 1)
        hijri = year <= _LAST_HIJRI and (mark == "hijri" or first.meaning.get("cal") == "hijri")
        return Found({"kind": "date", "y": year} | ({"cal": "hijri"} if hijri else {}), end)
    return None


def _range(a: Meaning, b: Meaning) -> Meaning | None:
    if a["kind"] == "number":
        if "clock" in b:
            return _clocks(b | {"clock": [a["d"], 0, None], "open": True}, b) if a["d"] <= 24 else None
        if b["kind"] != "date" or "d" not in b or ("m" not in b and "mrel" not in b) or a["d"] >= b["d"]:
            return None
        return {"kind": "range", "a": {"kind": "date", "d": a["d"]} | {k: b[k] for k in _SHARED if k in b}, "b": b}
    if "clock" in a and "clock" in b:
        return _clocks(a, b)
    if b.get("cal") == "hijri" and set(a) == {"kind", "y"} and a["y"] <= _LAST_HIJRI:
        a = a | {"cal": "hijri"}  # «1436 - 1437هـ»
    kinds = {a["kind"], b["kind"]}
    if ("clock" in a) != ("clock" in b) or (a.get("cal") != b.get("cal") and "y" in a and "m" not in a):
        return None
    if kinds == {"clock"} or (is_day(a) and is_day(b) and not {"part", "midnight"} & (set(a) | set(b))):
        if a["kind"] == "date" and b["kind"] == "date" and "y" in b and "y" not in a and "yrel" not in a and "m" in a:
            before = a["m"] > b.get("m", 12)
            a = a | {"y": b["y"] - before} | ({"cal": b["cal"]} if "cal" in b else {})
        return {"kind": "range", "a": a, "b": b}
    if kinds == {"date"} and "d" not in a and "d" not in b and ("m" in a) == ("m" in b):
        if "m" in a and "y" not in a:
            a = a | {k: b[k] for k in ("y", "yrel", "cal") if k in b}
        return {"kind": "range", "a": a, "b": b}
    return None


def _clocks(a: Meaning, b: Meaning) -> Meaning:
    """A range of hours: the part of the day, and the day, that one end names are the other's too."""
    if a["kind"] == "clock" and b["kind"] != "clock":
        a = (
            {key: value for key, value in b.items() if key != "clock"}
            | {"clock": a["clock"]}
            | ({"open": True} if "open" in a else {})
        )
    elif b["kind"] == "clock" and a["kind"] != "clock":
        b = (
            {key: value for key, value in a.items() if key not in ("clock", "open")}
            | {"clock": b["clock"]}
            | ({"open": True} if "open" in b else {})
        )
    if "zone" in b and "zone" not in a:
        a = a | {"zone": b["zone"]}
    hours = [a["clock"][0], b["clock"][0]]
    if "open" in a and "open" not in b and hours[0] < 12 <= hours[1] and hours[0] + 12 <= hours[1]:
        a = a | {"clock": [hours[0] + 12, *a["clock"][1:]]}
    if "open" in b and "open" not in a and hours[1] < 12 <= hours[0]:
        b = b | {"clock": [hours[1] + 12, *b["clock"][1:]]}
    return {"kind": "range", "a": a, "b": b}


def _digits(w: Tokens, at: int) -> Found | None:
    """«13-15 تموز», «تموز 13-15», «2010-2014»."""
    match = _DIGIT_RANGE.match(w.word(at))
    if match:
        begin = at + 1 + (w.word(at + 1) in ("من", "في"))
        step = relative_month(w, begin)
        if step:
            return _of_days(match, {"kind": "date", "mrel": step[0]}, step[1])
        numbered = month(w, begin) if w.entry(begin).unit == "M" else None
        found = Found({"kind": "date", "m": numbered.number}, numbered.end) if numbered else date(w, begin)
        if found and found.meaning["kind"] == "date" and "m" in found.meaning and "d" not in found.meaning:
            return _of_days(match, found.meaning, found.end)
    if w.entry(at).month:
        match = _DIGIT_RANGE.match(w.word(at + 1))
        name = w.entry(at).month or ("", 0)
        of = {"kind": "date", "m": name[1]} | ({"cal": "hijri"} if name[0] == "hijri" else {})
        if match:
            return _of_days(match, of, at + 2)
        first, last = w.number(at + 1), w.number(at + 3)
        if first and last and w.word(at + 2) in _TO and first < last <= 31:
            return Found({"kind": "range", "a": of | {"d": first}, "b": of | {"d": last}}, at + 4)
    full = _DAYS_OF_DATE.match(w.word(at))
    if full and full[1] != full[2] and 1300 <= int(full[4]) <= 2100:
        mark, end = era(w, at + 1)
        hijri = mark == "hijri" or int(full[4]) <= _LAST_HIJRI
        month_ = {"kind": "date", "m": int(full[3]), "y": int(full[4])} | ({"cal": "hijri"} if hijri else {})
        return _of_days(full, month_, end) if 1 <= int(full[3]) <= 12 else None
    match = _YEAR_RANGE.match(w.word(at))
    if match and len(match[2]) == 2 and int(match[2]) == (int(match[1]) + 1) % 100 and 1900 <= int(match[1]) <= 2100:
        first = int(match[1])
        return Found({"kind": "range", "a": {"kind": "date", "y": first}, "b": {"kind": "date", "y": first + 1}}, at + 1)
    return None


def _of_days(match: re.Match[str], month: Meaning, end: int) -> Found | None:
    a, b = sorted((int(match[1]), int(match[2])))  # «17-11 رمضان», as typed from the right
    return Found({"kind": "range", "a": month | {"d": a}, "b": month | {"d": b}}, end) if 1 <= a < b <= 31 else None


def listed(w: Tokens, at: int) -> list[Expression]:
    """Read a list whose members share what the last says: «يومي الأحد والاثنين», «10 و11 أغسطس», «عامي 2012 و2013»."""
    dual = w.bare(at) in ("يومي", "ايام", "يوما", "ليلتي", "صباح")
    years = w.entry(at).unit == "Y" and w.entry(at).count in (2, 3)
    begin = at + (dual or years)
    if dual and w.entry(begin).weekday:
        return _weekdays(w, begin)
    if years:
        return _years(w, begin)
    return _days(w, begin)


def _weekdays(w: Tokens, at: int) -> list[Expression]:
    found: list[Expression] = []
    while w.entry(at).weekday and (not found or w.entry(at).joined):
        one = moment(w, at)
        if one is None:
            break
        found.append(Expression(one.meaning, at, one.end, "date"))
        at = one.end + (w.word(one.end) in ("و", "،"))
    if len(found) > 1 and "rel" in found[-1].meaning:
        shared = {"rel": found[-1].meaning["rel"]}
        found = [e._replace(meaning=shared | e.meaning) if e.meaning["kind"] == "weekday" else e for e in found]
    return found if len(found) > 1 else []


def _years(w: Tokens, at: int) -> list[Expression]:
    found: list[Expression] = []
    while (w.number(at) or 0) in range(1300, 2101) and len(w.word(at)) == 4:
        found.append(Expression({"kind": "date", "y": w.number(at)} | _hijri(w.number(at) or 0), at, at + 1, "date"))
        at += 1
        step = 1 if w.word(at) in ("و", "،", ",") else 0
        if not step:
            break
        at += step + (w.word(at + step) == "و")
    return found if len(found) > 1 else []


def _hijri(year: int) -> Meaning:
    return {"cal": "hijri"} if year <= _LAST_HIJRI else {}


def _days(w: Tokens, at: int) -> list[Expression]:
    """«10 و11 و12 أغسطس»: the last has the month."""
    places: list[tuple[int, int, int]] = []
    while True:
        number = day_number(w, at) if not w.entry(at).joined or places else None
        if number is None:
            return []
        places.append((number[0], at, number[1]))
        if len(places) > _LONGEST_LIST:
            return []
        nxt = number[1]
        if w.word(nxt) in ("و", "،") or (w.entry(nxt).joined and w.entry(nxt).number):
            at = nxt + (w.word(nxt) in ("و", "،"))
            at += w.word(at) == "و"
            continue
        break
    if len(places) < 2:
        return []
    last = date(w, places[-1][1])
    if (
        last is None
        or last.meaning["kind"] != "date"
        or "d" not in last.meaning
        or not ("m" in last.meaning or "mrel" in last.meaning)
    ):
        return []
    shared = {key: last.meaning[key] for key in _SHARED if key in last.meaning}
    found = [Expression({"kind": "date", "d": d} | shared, start, end, "date") for d, start, end in places[:-1]]
    return [*found, Expression(last.meaning, places[-1][1], last.end, "date")]
