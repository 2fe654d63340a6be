"""Days with their part or hour («فجر الثلاثاء», «الثامنة من مساء أمس»), and periods with «مطلع», «أواخر»."""

from tawatur.annotate.dates.clocks import clock, day_part, in_day
from tawatur.annotate.dates.days import day, this_day
from tawatur.annotate.dates.found import Found, Meaning
from tawatur.annotate.dates.months import date
from tawatur.annotate.dates.stretches import nth, stretch
from tawatur.annotate.dates.tokens import Tokens
from tawatur.annotate.dates.zones import zone
from tawatur.arabic import numerals

_DAYS = frozenset({"day", "weekday", "nth"})
_MIDNIGHT = ("ليل", "الليل", "ليله", "الليله")


def is_day(meaning: Meaning) -> bool:
    """Whether the meaning is one day."""
    return meaning["kind"] in _DAYS or (meaning["kind"] == "date" and "d" in meaning) or meaning["kind"] == "holiday"


def moment(w: Tokens, at: int) -> Found | None:
    """Read a point of time at `at`: an hour, a part of a day, a day, or a longer period."""
    entry = w.entry(at)
    if entry.mod:
        found = _moded(w, at)
        if found:
            return found
    for read in (_zoned_midnight, _this_part, _early, _parted, _led_by_part, _clocked):
        found = read(w, at)
        if found:
            return found
    found = nth(w, at) or _holiday_free(w, at)
    return _after_day(w, found) if found else None


def _holiday_free(w: Tokens, at: int) -> Found | None:
    return this_day(w, at) or day(w, at) or stretch(w, at)


def _moded(w: Tokens, at: int) -> Found | None:
    """«مطلع آذار», «أواخر العام الماضي», «نهاية الأسبوع»."""
    mod = w.entry(at).mod
    if w.bare(at) in ("اول", "اخر") and not (w.entry(at + 1).month or (w.entry(at + 1).unit == "M" and w.entry(at + 2).month)):
        return None
    begin = at + 1
    if w.bare(at) == "غره" or (w.bare(at) == "اول" and (w.entry(begin).month or w.entry(begin).unit == "M")):
        found = date(w, begin)  # the first day
        ok = found and found.meaning["kind"] == "date" and "m" in found.meaning and "d" not in found.meaning
        return Found(found.meaning | {"d": 1}, found.end) if found and ok else None
    if w.bare(at) in ("نصف", "وسط", "نص", "ختام", "اخر") and not (w.entry(begin).month or w.entry(begin).unit == "M"):
        return None
    if mod in ("end", "start") and w.bare(at) in ("نهايه", "ختام"):
        whole = this_day(w, begin) or day(w, begin)
        if whole and is_day(whole.meaning) and not w.entry(begin).clitic:
            return _after_day(w, Found(whole.meaning | {"mod": mod}, whole.end))
    found = date(w, begin) or stretch(w, begin)
    if (
        found
        and found.meaning["kind"] in ("date", "unit", "season", "decade", "century", "quarter", "half")
        and "d" not in found.meaning
    ):
        return Found(found.meaning | {"mod": mod}, found.end)
    if w.entry(begin).season and w.entry(begin).definite and not w.entry(begin).clitic and mod in ("start", "end", "mid"):
        return Found({"kind": "season", "s": w.entry(begin).season, "rel": 0, "mod": mod}, begin + 1)  # «نهاية الصيف»
    year = w.number(begin)
    if year and 1900 <= year <= 2100:
        return Found({"kind": "date", "y": year, "mod": mod}, begin + 1)
    unit = w.entry(begin)
    if unit.unit in ("W", "M", "Y") and unit.definite and unit.count == 1 and not unit.clitic:
        if unit.unit == "Y" and w.word(begin + 1).startswith("ال") and w.entry(begin + 1).relative is None:
            return None
        return Found({"kind": "unit", "unit": unit.unit, "n": 0, "mod": mod}, begin + 1)
    return None


def _zoned_midnight(w: Tokens, at: int) -> Found | None:
    """«منتصف ليل الثلاثاء بتوقيت نيويورك»."""
    found = _midnight(w, at)
    if found is None:
        return None
    name, end = zone(w, found.end)
    return Found(found.meaning | ({"zone": name} if name else {}), end)


def _midnight(w: Tokens, at: int) -> Found | None:
    """«منتصف الليل», «منتصف ليل الأربعاء», «منتصف الليلة الماضية»."""
    if w.bare(at) != "منتصف" or w.word(at + 1) not in _MIDNIGHT:
        return None
    end = at + 2
    if w.word(at + 1) in ("الليله", "ليله", "ليل"):
        found = _this_part(w, at + 1) or _parted(w, at + 1)
        if found:
            rest = {key: value for key, value in found.meaning.items() if key not in ("part", "tonight")}
            return Found(rest | {"midnight": True}, found.end)
        if w.word(at + 1) != "الليله":
            return None
    found = day(w, end)
    if found and is_day(found.meaning) and not w.entry(end).joined:
        return Found(found.meaning | {"midnight": True}, found.end)
    return Found({"kind": "day", "n": 0, "midnight": True}, end)


def _this_part(w: Tokens, at: int) -> Found | None:
    """«الليلة», «هذه الليلة», «الليلة الماضية», «هذا المساء»."""
    begin = at + 1 if w.word(at) in ("هذا", "هذه") else at
    if begin != at and w.entry(begin).part and w.word(begin).startswith("ال"):
        return _clock_after(w, {"kind": "day", "n": 0, "part": w.entry(begin).part}, begin + 1)
    if w.bare(at) not in ("الليله", "ليله"):
        return None
    if w.bare(at) == "الليله":
        end, days = at + 1, 0
        if w.entry(end).function == "before" and w.entry(end + 1).relative == -1:
            days, end = -2, end + 2
        elif w.entry(end).relative in (-1, 1) and not w.entry(end).clitic:
            days, end = w.entry(end).relative or 0, end + 1
        elif w.word(end).startswith("ال") and not w.entry(end).deixis and w.word(end) != "اليوم":
            return None
        return _clock_after(w, {"kind": "day", "n": days, "part": "NI"}, end)
    return None


def _early(w: Tokens, at: int) -> Found | None:
    """«في الصباح الباكر الثلاثاء», «في وقت متأخر من مساء الخميس» (the latter is read from «مساء» on)."""
    if not (w.entry(at).part and w.word(at).startswith("ال") and w.word(at + 1) in ("الباكر", "المبكر")):
        return None
    begin = at + 2 + (w.word(at + 2) == "من")
    found = this_day(w, begin) or day(w, begin)
    if found is None or not is_day(found.meaning) or w.entry(begin).clitic:
        return None
    return Found(found.meaning | {"part": w.entry(at).part}, found.end)


def _parted(w: Tokens, at: int) -> Found | None:
    """«مساء الخميس», «بعد ظهر أمس», «صباح يوم غد الجمعة», «في وقت متأخر من مساء الثلاثاء»."""
    begin, part = at, ""
    if w.entry(at).function in ("after", "before") and w.word(at + 1) in ("ظهر", "منتصف", "عصر", "صلاه"):
        if w.word(at + 1) != "ظهر":
            return None
        begin, part = at + 1, "AF" if w.entry(at).function == "after" else "MO"
    entry = w.entry(begin)
    if not entry.part or (begin != at and entry.clitic) or w.bare(begin).startswith("ال"):
        return None
    end = begin + 1
    if w.word(end) == "من":
        end += 1
    found = this_day(w, end) or day(w, end) or _day_in_brackets(w, end)
    if found is None or not is_day(found.meaning) or w.entry(end).clitic:
        return None
    meaning = found.meaning | {"part": part or entry.part}
    if entry.part == "NI":
        dash = w.word(found.end) in ("-", "–", "/")
        if _weekday_after(w, found.end + dash):  # the night between two days is the first one's
            return Found(meaning, found.end + dash + 1)
    return _clock_after(w, meaning, found.end)


def _day_in_brackets(w: Tokens, at: int) -> Found | None:
    """«مساء (الجمعة)»."""
    found = day(w, at + 1) if w.word(at) == "(" else None
    return Found(found.meaning, found.end + 1) if found and w.word(found.end) == ")" else None


def _weekday_after(w: Tokens, at: int) -> bool:
    return bool(w.entry(at).weekday and w.entry(at).definite and not w.entry(at).clitic)


def _clock_after(w: Tokens, meaning: Meaning, at: int) -> Found:
    """An hour after a day or its part: «الليلة حوالي الساعة 7»."""
    begin = at
    if w.word(begin) in ("،", ",", "(") or w.entry(begin).function == "in" or w.word(begin) in ("عند", "حوالي", "نحو", "من"):
        begin += 1
    if w.word(begin) in ("حوالي", "نحو", "عند", "تمام"):
        begin += 1
    if w.entry(begin).function != "clock" and ":" not in w.word(begin) and not w.entry(begin).number and not w.is_number(begin):
        return Found(meaning, at)
    hour = clock(w, begin) or (bare_hour(w, begin) if begin > at else None)
    if hour is None:
        return Found(meaning, at)
    time = list(hour.meaning["clock"])
    if meaning.get("part") in ("AF", "EV", "NI") and time[0] < 12 and hour.end - begin <= 2:
        time[0] += 12
    fields = {key: value for key, value in hour.meaning.items() if key == "zone"}
    rest = {key: value for key, value in meaning.items() if key != "part"}
    closing = w.word(at) == "(" and w.word(hour.end) == ")"
    return Found(rest | fields | {"clock": time}, hour.end + closing)


def bare_hour(w: Tokens, at: int) -> Found | None:
    """An hour without «الساعة» where a day or its part came before it and nothing is counted: «الليلة في 7»."""
    value, end = w.number(at), at + 1
    if value is None and w.word(at).startswith("ال"):
        read = numerals.ordinal(w.window(at), 0)
        value, end = (read.value, at + read.end) if read else (None, at)
    if value is None or not 1 <= value <= 12 or w.word(end) not in ("", "\n", ".", "،", "؟", "!"):
        return None
    return Found({"kind": "clock", "clock": [value, 0, None], "open": True}, end)


def _led_by_part(w: Tokens, at: int) -> Found | None:
    """«بعد الظهر الساعة 7»: the part of the day before its hour."""
    part, end = day_part(w, at)
    if not part or end == at or w.entry(at).clitic:
        return None
    hour = clock(w, end) if w.entry(end).function == "clock" or ":" in w.word(end) else None
    if hour is None:
        return None
    time = in_day(hour.meaning["clock"], "AF" if part == "NOON" else part) if hour.meaning.get("open") else hour.meaning["clock"]
    return Found({key: value for key, value in hour.meaning.items() if key != "open"} | {"clock": time}, hour.end)


def _clocked(w: Tokens, at: int) -> Found | None:
    """«الساعة الثامنة من مساء أمس», «الثامنة مساء الخميس», «10:30 صباح اليوم»."""
    if w.entry(at).function != "clock" and not w.entry(at).number and not w.is_number(at) and w.word(at) != "ال":
        return None
    hour = clock(w, at)
    if hour is None:
        return None
    end = hour.end
    night = _midnight(w, end + 1) if w.entry(end).function == "after" else None
    if night and night.meaning["kind"] == "day" and night.meaning["n"] == 0:
        return Found(hour.meaning, night.end)  # of the night that the day of writing began with
    if night:  # «الثانية بعد منتصف ليل الخميس»
        return Found(night.meaning | {"clock": [hour.meaning["clock"][0] % 12, *hour.meaning["clock"][1:]]}, night.end)
    begin = end + 1 if w.word(end) in ("من", "،", ",", "-") or w.entry(end).function == "in" else end
    part = _this_part(w, begin) or _parted(w, begin) or this_day(w, begin) or _only_day(w, begin)
    if part is None or not is_day(part.meaning) or "clock" in part.meaning:
        return hour
    if "open" in hour.meaning and "part" in part.meaning:
        hour = Found(hour.meaning | {"clock": in_day(hour.meaning["clock"], part.meaning["part"])}, hour.end)
    rest = {key: value for key, value in part.meaning.items() if key != "part"}
    fields: Meaning = {key: hour.meaning[key] for key in ("clock", "zone") if key in hour.meaning}
    if "zone" not in fields:
        name, end = zone(w, part.end)
        return Found(rest | fields | ({"zone": name} if name else {}), end)
    return Found(rest | fields, part.end)


def _only_day(w: Tokens, at: int) -> Found | None:
    found = day(w, at)
    if found is None or w.entry(at).joined or (w.is_number(at) and "m" not in found.meaning):
        return None
    return found


def _after_day(w: Tokens, found: Found) -> Found:
    """The part or hour that stands after a day: «الثلاثاء مساء», «الأحد الساعة 8», «غدا 8:00 صباحا»."""
    if not is_day(found.meaning):
        return found
    end = found.end
    begin = end + 1 if w.word(end) in ("،", ",") and w.entry(end + 1).function in ("in", "clock") else end
    if w.entry(begin).function == "in" and w.word(begin + 1) == "وقت" and w.word(begin + 2) in ("مبكر", "متاخر"):
        begin += 3
    part, after = day_part(w, begin)
    if part and after > begin and not w.entry(begin).clitic:
        named = {"NOON": "AF"}.get(part, part)
        return _clock_after(w, found.meaning | {"part": named}, after)
    return _clock_after(w, found.meaning, end)
