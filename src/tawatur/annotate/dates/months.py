"""Months, years, and the dates that they make: «الثامن والعشرين من شباط»، «5 مارس/ آذار 2020»، «15 شوال 1436هـ»."""

from typing import Any, NamedTuple

from tawatur.annotate.dates.found import Found, Meaning
from tawatur.annotate.dates.numeric import era, numeric_date
from tawatur.annotate.dates.tokens import Tokens
from tawatur.annotate.dates.years import relative, year, year_in_words
from tawatur.arabic import numerals

# after these stands a verb
_BEFORE_VERB = frozenset({"الذي", "التي", "لم", "لا", "ما", "كان", "قد", "ان", "لن", "وما", "ولا"})


class MonthFound(NamedTuple):
    """A month of a calendar; `sure` where the word cannot be another."""

    calendar: str
    number: int
    end: int
    sure: bool


def month(w: Tokens, at: int) -> MonthFound | None:
    """Read the month at `at`: its name, a double name («مارس/ آذار»، «مارس (آذار)»), or «شهر» with a name or number."""
    led = w.entry(at).unit == "M" and w.entry(at).count == 1
    name = _name(w, at + 1 if led else at)
    if name is None:
        return _numbered(w, at + 1) if led else None
    end = _double(w, name)
    while w.entry(end).epithet and not w.entry(end).clitic:
        end += 1
    return name._replace(end=end, sure=name.sure or led or end > name.end)


def _name(w: Tokens, at: int) -> MonthFound | None:
    entry = w.entry(at)
    if entry.months and w.word(at + 1) in entry.months:
        calendar, number = entry.months[w.word(at + 1)]
        return MonthFound(calendar, number, at + 2, True)
    if entry.month is None:
        return None
    sure = not entry.weak
    if w.bare(at) == "يوليه" and w.word(at - 1) in _BEFORE_VERB:
        return None  # «الذي يوليه»: he gives it
    if w.bare(at) == "اب":  # آب, not أب or إب
        sure = False
        if "آ" not in w.raw(at) and not (w.is_number(at - 1) or w.word(at - 1) in ("/", "شهر")):
            return None
    return MonthFound(*entry.month, at + 1, sure)


def _double(w: Tokens, name: MonthFound) -> int:
    mark = w.word(name.end)
    twin = _name(w, name.end)
    if twin and (twin.calendar, twin.number) == (name.calendar, name.number) and not w.entry(name.end).clitic:
        return twin.end
    if mark not in ("/", "(", "-", "–", "\\", "[", "او", "«"):
        return name.end
    other = _name(w, name.end + 1)
    if other is None or (other.calendar, other.number) != (name.calendar, name.number):
        return name.end
    closing = w.word(other.end)
    return other.end + 1 if mark in "([«" and closing in (")", "]", "»") else other.end


def _numbered(w: Tokens, at: int) -> MonthFound | None:
    """«شهر 3», «شهر ثلاثة», «الشهر التاسع»."""
    definite = w.entry(at - 1).definite
    number = w.number(at)
    read = numerals.ordinal(w.window(at), 0) if definite else numerals.cardinal(w.window(at), 0)
    if number is not None and not definite:
        return MonthFound("gregorian", number, at + 1, True) if 1 <= number <= 12 and not w.entry(at + 1).unit else None
    if read and read.value <= 12 and (definite or not w.entry(at + read.end).unit):
        return MonthFound("gregorian", read.value, at + read.end, True)
    return None


def day_number(w: Tokens, at: int) -> tuple[int, int] | None:
    """Read a day of the month, in digits or words: its number and the place after."""
    if w.word(at) in ("ال", "لل") and w.is_number(at + 1):
        at += 1
    if w.word(at) in ("ال", "لل") and w.word(at + 1) == "(":
        at += 1
    if w.word(at) == "(" and w.is_number(at + 1) and w.word(at + 2) == ")" and _of_month(w, at + 3):
        inner = day_number(w, at + 1)  # «(15) شوال»
        return (inner[0], at + 3) if inner else None
    value = w.number(at)
    if value is not None:
        return (value, at + 1) if 1 <= value <= 31 and len(w.word(at)) <= 2 else None
    if w.entry(at).function == "first":
        return 1, at + 1
    if not w.entry(at).number:
        return None
    window = [w.bare(at), *w.window(at + 1)]
    read = numerals.ordinal(window, 0)
    if read is None or (read.end == 1 and not window[0].startswith("ال")):
        read = numerals.cardinal(window, 0) or read
    return (read.value, at + read.end) if read and read.value <= 31 else None


def _of_month(w: Tokens, at: int) -> bool:
    """Whether a month follows: «شوال», «من شوال», «من الشهر الجاري»."""
    entry = w.entry(at + (w.entry(at).function == "from"))
    return bool(entry.month or entry.months or (entry.unit == "M" and entry.count == 1))


def date(w: Tokens, at: int) -> Found | None:
    """Read the date of a calendar at `at`: a day with its month, a month with its year or alone where it is sure."""
    numeric = numeric_date(w, at)
    if numeric:
        return numeric
    number = day_number(w, at)
    if number:
        found = _after_day(w, *number)
        if found:
            return found
    return _month_first(w, at)


def _after_day(w: Tokens, number: int, at: int) -> Found | None:
    """The month after a day: «من شباط»، «من الشهر الجاري»، «الجاري»."""
    if (w.entry(at).function in ("from", "in") and not w.entry(at).joined) or (
        w.word(at) in (".", "-", "/", "–") and w.entry(at + 1).month and w.bare(at + 1) != "صفر"
    ):
        at += 1
    named = month(w, at)
    if named is None and w.word(at) == "(":  # «السادس من (يوليو)»
        inner = month(w, at + 1)
        named = inner._replace(end=inner.end + 1) if inner and w.word(inner.end) == ")" else None
    if named and w.bare(at) == "صفر" and not w.entry(at - 1).function and not _dated(with_year(w, {}, named).meaning):
        return None  # zero
    if named and not (w.entry(at).preposition == "ل" and not w.entry(at).unit):
        return with_year(w, {"kind": "date", "m": named.number, "d": number}, named)
    step = relative_month(w, at)
    return Found({"kind": "date", "mrel": step[0], "d": number}, step[1]) if step else None


def relative_month(w: Tokens, at: int) -> tuple[int, int] | None:
    """«الشهر الجاري»، «هذا الشهر»، or «الجاري» alone after a day."""
    if w.word(at) == "هذا" and w.entry(at + 1).unit == "M":
        return 0, at + 2
    if w.entry(at).unit == "M" and w.entry(at).definite and w.entry(at).count == 1:
        return relative(w, at + 1)
    if w.word(at) in ("الجاري", "الحالي", "المقبل", "الماضي", "القادم"):
        return (w.entry(at).relative or 0), at + 1
    return None


def with_year(w: Tokens, meaning: Meaning, named: MonthFound) -> Found:
    """Add to a month what follows it: its year, or «الماضي»."""
    meaning = meaning | _calendar(named.calendar)
    step = relative(w, named.end)
    if step and len(w.word(step[1])) == 4 and era(w, step[1] + 1)[0]:
        return Found(meaning | {"y": w.number(step[1])}, era(w, step[1] + 1)[1])  # «رمضان المقبل 1436هـ»
    if step:
        return Found(meaning | {"dir": step[0]} if step[0] else meaning | {"yrel": 0}, step[1])
    found = year(w, named.end, named.calendar)
    if found is None:
        return Found(meaning, named.end)
    if "bad" in found.fields:
        return Found({"kind": "bad", "reason": found.fields["bad"]}, found.end)
    return Found(meaning | found.fields, found.end)


def _dated(meaning: Meaning) -> bool:
    """Whether a month has its year, or a word that says which year's it is."""
    return bool({"y", "dir", "yrel"} & set(meaning))


def _calendar(name: str) -> dict[str, Any]:
    return {"cal": "hijri"} if name == "hijri" else {}


def _month_first(w: Tokens, at: int) -> Found | None:
    named = month(w, at)
    if named is None:
        return None
    meaning: Meaning = {"kind": "date", "m": named.number}
    day = day_number(w, named.end + 1 if w.word(named.end) in ("-", "/") else named.end)
    if day and w.bare(at) != "صفر" and _closes(w, day[1]):
        return with_year(w, meaning | {"d": day[0]}, named._replace(end=day[1]))
    found = with_year(w, meaning, named)
    if w.bare(at) == "صفر" and not _dated(found.meaning):
        return None  # zero
    if w.entry(at).unit == "M" and w.entry(at).definite and "y" not in found.meaning and "yrel" not in found.meaning:
        return None  # «للشهر الخامس على التوالي»
    if not named.sure and found.end == named.end and not _invites_month(w, at):
        return None
    return found


def _closes(w: Tokens, at: int) -> bool:
    """Whether a number after a month's name may be its day: nothing follows that could be counted by it."""
    word = w.word(at)
    if word in ("", "\n", ".", "،", ",", ")", "؛", ":", "؟", "!", "»", '"'):
        return True
    return (
        (w.number(at) or 0) > 1000
        or year_in_words(w, at) is not None
        or ":" in word
        or year_in_words(w, at + 1) is not None
        or w.entry(at).function in ("to", "clock", "and")
    )


def _invites_month(w: Tokens, at: int) -> bool:
    """Whether the word before a doubtful month's name makes it a month: «في مارس»، «نهاية مايو»."""
    before, entry = w.entry(at - 1), w.entry(at)
    if entry.month and entry.month[0] == "hijri" and entry.month[1] != 9:
        return bool(before.mod and not before.clitic) or (w.word(at - 1) == "في" and w.bare(at) not in ("صفر", "المحرم"))
    beside = at - 2 if w.word(at - 1) in ("-", "–", "و", "،", "الي", "حتي") else at - 1
    if (entry.joined or beside == at - 2) and (w.entry(beside).month or (w.number(beside) or 0) >= 1900):
        return True  # «بين يناير ومارس»
    if entry.clitic:
        return entry.preposition in ("ب", "ل") and not entry.joined and w.bare(at) in ("مارس", "مايو", "نيسان")
    if before.function in ("in", "since", "during", "to") or before.mod:
        return True
    if before.function == "from" and w.bare(at) == "رمضان" and w.word(at - 2).startswith("ال"):
        return True  # «العشر الأواخر من رمضان»
    return w.word(at - 1) in ("قبل", "بعد", "اوائل")


def bare_year(w: Tokens, at: int) -> Found | None:
    """Read a year led by «عام» or «سنة», or by «هذا العام»، or «العام الماضي», or a year in words after «في»."""
    if w.entry(at - 1).function in ("in", "from", "since"):
        words = year_in_words(w, at)
        if words and words[0] > 1000 and not w.entry(words[1]).unit and words[1] > at + 1:
            return Found({"kind": "date", "y": words[0]}, words[1])
    found = year(w, at)
    if found is None:
        return None
    if "bad" in found.fields:
        return Found({"kind": "bad", "reason": found.fields["bad"]}, found.end)
    return Found({"kind": "date"} | _calendar(found.calendar) | found.fields, found.end)
