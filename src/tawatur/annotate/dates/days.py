"""Days: «أمس الأول», «غد الجمعة», «الثلاثاء الماضي», «اليوم الخميس 5 مارس/ آذار 2020»."""

from tawatur.annotate.dates.found import Found, Meaning
from tawatur.annotate.dates.months import date, day_number
from tawatur.annotate.dates.tokens import Tokens
from tawatur.annotate.dates.traps import listed, words
from tawatur.annotate.dates.years import relative

_OPEN, _CLOSE = ("(", "[", "«", '"'), (")", "]", "»", '"')


def day(w: Tokens, at: int) -> Found | None:
    """Read the day at `at`, with all that stands beside it and says the same: weekday, date, double date."""
    begin = at
    if w.entry(at).unit == "D" and w.entry(at).count == 1 and not w.entry(at).definite and w.bare(at) == "يوم":
        begin = at + 1
        if w.entry(begin).clitic:
            return None
    found = _deictic(w, begin) or _weekday(w, begin, begin != at)
    if found is None and (begin == at or w.entry(begin).deixis is None):
        found = date(w, begin)
        found = found if found and (begin == at or "d" in found.meaning) else None
        if found is None and begin != at:
            found = _numbered(w, begin)
    return _corresponding(w, found) if found else None


def _numbered(w: Tokens, at: int) -> Found | None:
    """«يوم 27»: a day of this month."""
    number = day_number(w, at) if w.is_number(at) else None
    if number is None or w.entry(number[1]).unit or w.is_number(number[1]):
        return None
    return Found({"kind": "date", "d": number[0]}, number[1]) if _ends(w, number[1]) else None


def _ends(w: Tokens, at: int) -> bool:
    return w.word(at) in ("", "\n", ".", "،", ",", ")", "؛", ":", "؟", "!") or w.entry(at).function in (
        "to",
        "clock",
        "and",
        "in",
    )


def _deictic(w: Tokens, at: int) -> Found | None:
    entry = w.entry(at)
    first = w.bare(at)
    if entry.function in ("before", "after") or first in ("اول", "يوم"):
        return _beyond(w, at)
    if entry.deixis is None:
        return None
    end, days = at + 1, entry.deixis
    if days == 0:
        step = relative(w, end)
        if w.word(end) in words("not_today") or w.words[end : end + 2] == ["قبل", "الاخير"] or _is_ordinal(w, end):
            return None
        if step:
            days, end = step
    elif w.bare(at).startswith("بكر") and ((w.word(end).startswith("ال") and not w.entry(end).part) or w.entry(at).clitic):
        return None
    elif days == -1 and w.word(end) in ("الاول", "الاولي"):
        days, end = -2, end + 1
    return _with_weekday(w, {"kind": "day", "n": days}, end)


def _is_ordinal(w: Tokens, at: int) -> bool:
    """Whether «اليوم» is the first or the third day: «اليوم الأول», but not «اليوم الأحد»."""
    return w.entry(at).number and not w.entry(at).weekday and w.word(at).startswith("ال")


def _beyond(w: Tokens, at: int) -> Found | None:
    """«أول من أمس», «أول أمس», «قبل أمس», «بعد غد»."""
    function = w.entry(at).function
    end = at + 1
    if w.bare(at) == "اول":
        end += w.word(end) == "من"
        if w.word(end) in ("امس", "البارحه"):
            return _with_weekday(w, {"kind": "day", "n": -2}, end + 1)
        return None
    end += w.bare(end) == "يوم" and w.entry(end).count == 1
    deixis = w.entry(end).deixis
    if deixis and (deixis < 0) == (function == "before") and w.entry(end).clitic == 0 and function:
        return _with_weekday(w, {"kind": "day", "n": 2 * deixis}, end + 1)
    return None


def _with_weekday(w: Tokens, meaning: Meaning, at: int) -> Found:
    """The weekday and the date that stand beside «أمس», with a comma or brackets round them or without."""
    begin = at
    closing = ""
    if w.word(begin) in _OPEN:
        closing = _CLOSE[_OPEN.index(w.word(begin))]
        begin += 1
    elif w.word(begin) == "،":
        begin += 1
    if w.bare(begin) == "يوم" and not w.entry(begin).clitic:
        begin += 1
    entry = w.entry(begin)
    end = at
    if entry.weekday and entry.definite and not entry.clitic:
        meaning, end = meaning | {"wd": entry.weekday}, begin + 1
        if closing and w.word(end) == closing:
            end, closing = end + 1, ""
    elif begin != at and not closing:
        begin = at
    return _with_date(w, meaning, end, closing)


def _with_date(w: Tokens, meaning: Meaning, at: int, closing: str = "") -> Found:
    """The date beside a day: it says more, so its meaning stands."""
    begin = at
    if w.word(begin) in ("،", ",", "(", "/", "-") or w.entry(begin).function == "in":
        begin += 1
    begin += w.word(begin) in ("تاريخ", "بتاريخ")
    bracket = ")" if w.word(at) == "(" else closing
    found = date(w, begin)
    if found is None or ("d" not in found.meaning and found.meaning["kind"] != "bad") or w.entry(begin).joined:
        return Found(meaning, at)
    end = found.end + (bool(bracket) and w.word(found.end) == bracket)
    if meaning.get("wd"):
        return Found(found.meaning | {"wd": meaning["wd"]}, end)
    return Found(found.meaning, end)


def _weekday(w: Tokens, at: int, led: bool) -> Found | None:
    if w.word(at) == "(" and led and w.entry(at + 1).weekday and w.entry(at + 1).definite and w.word(at + 2) == ")":
        step = relative(w, at + 3)  # «يوم (الخميس) المقبل»
        return Found(
            {"kind": "weekday", "wd": w.entry(at + 1).weekday} | ({"rel": step[0]} if step else {}), step[1] if step else at + 3
        )
    entry = w.entry(at)
    if not entry.weekday or not (entry.definite or led):
        return None
    step = relative(w, at + 1)
    named = listed(w.word(at - 1), "weekday_before") and not (step and step[0])  # «صلاة الجمعة المقبلة» has its day
    if not led and (named or _another(w, at)):
        return None
    meaning: Meaning = {"kind": "weekday", "wd": entry.weekday}
    if w.entry(at + 1).function == "in" and w.entry(at + 2).number and w.word(at + 2).startswith("ال"):
        number = day_number(w, at + 2)  # «الخميس في الحادي والعشرين»
        if number and _ends(w, number[1]):
            return Found({"kind": "date", "d": number[0], "wd": entry.weekday}, number[1])
    if step and abs(step[0]) == 1:
        return _with_date(w, meaning | {"rel": step[0]}, step[1])
    if step:
        return Found(meaning | {"rel": step[0]}, step[1])
    week = _of_week(w, at + 1)
    if week:
        return Found(meaning | {"week": week[0]}, week[1])
    found = _with_date(w, meaning, at + 1)
    if found.end == at + 1:
        number = day_number(w, at + 1)
        if number and w.is_number(at + 1) and _ends(w, number[1]) and not w.entry(number[1]).unit:
            return Found({"kind": "date", "d": number[0], "wd": entry.weekday}, number[1])
    return found


def _another(w: Tokens, at: int) -> bool:
    """Whether a weekday's word is another: «الجمعة السوداء», «الاثنين معا»."""
    word, after = w.bare(at), w.word(at + 1)
    if word in ("الخميس", "الجمعه", "السبت") and w.word(at - 1) in words("given_names"):
        return w.word(at - 2) not in words("before_given")  # a family's name
    if word == "الجمعه":
        return after in ("السوداء", "البيضاء", "العظيمه")
    dual = after.startswith(("ي", "ت")) and after.endswith("ان") and len(after) > 4
    alone = w.word(at - 1) == "بين" and not after.startswith("و")
    return word == "الاثنين" and (after in ("معا", "فقط", "كانا") or dual or alone)


def _of_week(w: Tokens, at: int) -> tuple[int, int] | None:
    """«من الأسبوع الماضي», «من هذا الأسبوع», «الأسبوع المقبل»."""
    begin = at + (w.word(at) in ("من", "في"))
    if w.word(begin) == "هذا" and w.entry(begin + 1).unit == "W":
        return 0, begin + 2
    if w.entry(begin).unit == "W" and w.entry(begin).definite and w.entry(begin).count == 1 and not w.entry(begin).clitic:
        return relative(w, begin + 1)
    return None


def _corresponding(w: Tokens, found: Found) -> Found:
    """«الموافق 21 يوليو 2015»: the other calendar's date of the same day; the Gregorian one counts."""
    at = found.end
    if w.word(at) in ("(", "،", "-"):
        at += 1
    if w.entry(at).function != "corresponding":
        return _in_brackets(w, found) if w.word(found.end) == "(" else found
    at += 1
    while w.word(at) in ("ل", ":", "(", ")") or (w.bare(at) == "يوم" and w.entry(at).count == 1):
        at += 1
    if w.entry(at).weekday and w.entry(at).definite:
        at += 1
    other = date(w, at)
    if other is None or "d" not in other.meaning:
        return found
    end = other.end + (w.word(other.end) == ")" and "(" in w.words[found.end : other.end])
    meaning = found.meaning
    if "y" not in meaning or (other.meaning.get("cal") != "hijri" and "y" in other.meaning):
        meaning = other.meaning | ({"wd": meaning["wd"]} if "wd" in meaning else {})
    return Found(meaning, end)


def _in_brackets(w: Tokens, found: Found) -> Found:
    """«19 من ربيع الأول 1445 (5 أكتوبر 2023)»: the same day in the other calendar; the Gregorian one counts."""
    other = date(w, found.end + 1) if found.meaning["kind"] == "date" and "d" in found.meaning else None
    if other is None or "d" not in other.meaning or w.word(other.end) != ")":
        return found
    if (other.meaning.get("cal") == "hijri") == (found.meaning.get("cal") == "hijri"):
        return found
    hijri = other.meaning.get("cal") == "hijri" and "y" in found.meaning
    kept = found.meaning if hijri or "y" not in other.meaning else other.meaning
    return Found(kept | ({"wd": found.meaning["wd"]} if "wd" in found.meaning else {}), other.end + 1)


def this_day(w: Tokens, at: int) -> Found | None:
    """«هذا اليوم», «هذا الخميس»."""
    if not w.this(at):
        return None
    begin = at + 1 + (w.word(at + 1) == "يوم")
    if w.entry(begin).deixis == 0 and not w.entry(begin).clitic:
        return _corresponding(w, _with_weekday(w, {"kind": "day", "n": 0}, begin + 1))
    if w.entry(begin).weekday and w.entry(begin).definite:
        return Found({"kind": "weekday", "wd": w.entry(begin).weekday, "rel": 0}, begin + 1)
    return None
