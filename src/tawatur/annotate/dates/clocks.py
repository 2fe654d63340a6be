"""Hours of the day: «الساعة الثامنة والنصف مساء بتوقيت غرينتش», «10:30 صباحا»."""

import re

from tawatur.annotate.dates.found import Found, Meaning
from tawatur.annotate.dates.tokens import Tokens
from tawatur.annotate.dates.traps import words
from tawatur.annotate.dates.zones import zone
from tawatur.arabic import numerals

_CUT = re.compile(r"[/.-]")
_SHORTEST_DATE = 8  # characters: 1/2/2024
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::(\d{2}))?\Z")
_MINUTES = {"نصف": 30, "النصف": 30, "ربع": 15, "الربع": 15, "ربعا": 15, "ثلث": 20, "الثلث": 20, "ثلثا": 20, "نصفا": 30}
# words that stand between «الساعة» and its number, or before the hour without it
_ABOUT = frozenset({"حوالي", "نحو", "قرابه", "تمام", "حدود"})


def clock(w: Tokens, at: int) -> Found | None:
    """Read the hour at `at`: led by «الساعة», or with a part of the day or a zone after it."""
    led = w.entry(at).function == "clock"
    begin = at + 1 if led else at
    while led and (w.word(begin) in _ABOUT or w.word(begin) == ":"):
        begin += 1
    closing = w.word(begin) == "(" and w.word(begin + 2) == ")"
    begin += closing
    hour = _hour(w, begin, led)
    if hour is None:
        return None
    time, end = hour[0], hour[1] + closing
    part, end_part = day_part(w, end)
    name, end_zone = zone(w, end_part)
    if not led and not part and not _alone(w, begin, end, end_zone):
        return None
    meaning: Meaning = {"kind": "clock", "clock": in_day(time, part)}
    if not part and end_part == end:
        meaning["open"] = True
    return Found(meaning | ({"zone": name} if name else {}), end_zone)


def _alone(w: Tokens, at: int, end: int, end_zone: int) -> bool:
    """Whether an hour may stand without «الساعة» and without a part of the day: «10:30», «الثامنة والنصف»."""
    if ":" in w.word(at):
        return end_zone > end or (
            w.word(at - 1) not in words("clock_before")
            and (not w.is_number(at - 1) or _ends_date(w, at - 1))
            and not w.is_number(end)
        )
    if w.word(end) == "بعد" and w.word(end + 1) == "منتصف":
        return True
    if w.word(end) in ("هذه", "هذا", "الليله") and w.entry(end + (w.word(end) != "الليله")).part:
        return w.word(at).startswith("ال")
    return end > at + 1 and w.word(at).startswith("ال") and w.word(end - 1).removeprefix("و") in _MINUTES


def _ends_date(w: Tokens, at: int) -> bool:
    """Whether a number is a year or a whole date in digits, so that the hour may follow it: «14 آذار 2024 10:15»."""
    year = w.number(at) or 0
    return 1900 <= year <= 2100 or (len(_CUT.findall(w.word(at))) == 2 and len(w.word(at)) >= _SHORTEST_DATE)


def _hour(w: Tokens, at: int, led: bool) -> tuple[list[int | None], int] | None:
    if w.word(at) in ("ال", "لل") and w.is_number(at + 1):
        at += 1
    match = _CLOCK.match(w.word(at))
    if match and (":" in w.word(at) or led):
        hour, minute, second = (int(part) if part else None for part in match.groups())
        valid = hour is not None and minute is not None and hour <= 24 and minute < 60 and (second is None or second < 60)
        return ([hour, minute, second], at + 1) if valid else None
    value, end = w.number(at), at + 1
    if value is None:
        if not w.entry(at).number:
            return None
        window = [w.bare(at), *w.window(at + 1)]
        teen = len(window) > 1 and window[1] in ("عشر", "عشره")
        read = numerals.ordinal(window[: 2 if teen else 1], 0) or (
            numerals.cardinal(window[: 2 if teen else 1], 0) if led else None
        )
        if read is None or window[0] == "الاولي" or (not led and not (window[0].startswith("ال") and window[0].endswith("ه"))):
            return None
        value, end = read.value, at + read.end
    if not (1 <= value <= 24 or (led and value == 0)) or (w.is_number(at) and len(w.word(at)) == 4):
        packed = w.is_number(at) and (led or w.entry(at + 1).adverb)
        return _packed(w, at, value) if len(w.word(at)) in (3, 4) and packed else None
    minutes = _minutes(w, end)
    if minutes:
        total = value * 60 + minutes[0]
        return [total // 60, total % 60, None], minutes[1]
    return [value, 0, None], end


def _packed(w: Tokens, at: int, value: int) -> tuple[list[int | None], int] | None:
    """«الساعة 1700», «340 مساء»."""
    return ([value // 100, value % 100, None], at + 1) if value // 100 <= 24 and value % 100 < 60 else None


def _minutes(w: Tokens, at: int) -> tuple[int, int] | None:
    """«والنصف», «و20 دقيقة», «إلا ربعا», «إلا خمس دقائق»: minutes to add, and the place after."""
    word = w.word(at)
    if w.entry(at).function == "except":
        bare, end = w.word(at + 1), at + 2
        if bare in _MINUTES:
            return -_MINUTES[bare], end
        counted = _counted_minutes(w, at + 1)
        return (-counted[0], counted[1]) if counted else None
    if not word.startswith("و"):
        return None
    begin = at + 1 if word == "و" else at
    bare = w.word(begin) if word == "و" else word[1:]
    if bare == "الدقيقه":  # «والدقيقة الأربعين»
        value = w.number(begin + 1)
        read = numerals.ordinal(w.window(begin + 1), 0) if value is None else numerals.Read(value, 1)
        return (read.value, begin + 1 + read.end) if read and read.value < 60 else None
    if bare in _MINUTES:
        return _MINUTES[bare], begin + 1
    return _counted_minutes(w, begin)


def _counted_minutes(w: Tokens, at: int) -> tuple[int, int] | None:
    value, end = w.number(at), at + 1
    if value is None:
        first = w.word(at)
        window = [first[1:] if w.entry(at).joined else first, *w.window(at + 1)]
        read = numerals.cardinal(window, 0)
        if read is None:
            return None
        value, end = read.value, at + read.end
    return (value, end + 1) if value < 60 and w.entry(end).unit == "MIN" else None


def day_part(w: Tokens, at: int) -> tuple[str, int]:
    """Read the part of the day after an hour («صباحا», «مساء», «بعد الظهر», «ص»): its name, "" without one."""
    begin = at + 1 if w.entry(at).function in ("from", "in") else at
    word = w.word(begin)
    function = w.entry(begin).function
    if function in ("before", "after") and w.entry(begin + 1).part and not w.entry(begin + 1).clitic:
        nxt = w.word(begin + 1)
        if nxt.startswith("ال") or nxt in ("ظهر", "عصر"):
            part = (
                {"before": "MO", "after": "AF"}[function]
                if "ظهر" in nxt
                else "EV"
                if nxt == "المغرب"
                else w.entry(begin + 1).part
            )
            return part, (begin + 2 if nxt.startswith("ال") else begin)
        if nxt.startswith("منتصف"):
            return "MO", begin + 2
    if function == "after" and w.word(begin + 1) == "منتصف":
        return "", at  # the night's name may follow
    if word in ("ص", "م") and ":" in w.word(at - 1):
        return ("MO" if word == "ص" else "EV"), begin + 1
    if w.entry(begin).adverb and not w.entry(begin).clitic:
        return ("NOON" if word in ("ظهرا", "الظهر") else w.entry(begin).part), begin + 1
    if begin != at and w.entry(begin).part and not w.entry(begin).clitic:
        return ("NOON" if word == "ظهر" else w.entry(begin).part), at  # «من مساء أمس»: the day reads it
    return "", at


def in_day(time: list[int | None], part: str) -> list[int | None]:
    """The hour of twelve in the part of the day as one of twenty-four."""
    hour = time[0] or 0
    if part == "MO":
        hour %= 12 if hour == 12 else 24
    elif part == "NOON":
        hour += 12 if hour < 10 else 0
    elif part in ("AF", "EV"):
        hour += 12 if hour < 12 else 0
    elif part == "NI":
        hour += 12 if 5 <= hour <= 12 else 0
    return [hour, *time[1:]]
