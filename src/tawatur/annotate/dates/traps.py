"""What looks like a time and is none: streets, alliances, names, numbers of things."""

from functools import cache

from tawatur.annotate.dates.found import Expression
from tawatur.annotate.dates.tokens import Tokens
from tawatur.arabic.fold import fold
from tawatur.resources import load

_STOPS = frozenset({"", "\n", ".", "،", ",", ")", "(", "؛", ":", "؟", "!", "»", "«", '"', "-", "–", "/", "]"})


_MARKS_BEFORE = frozenset({"%", "$", "+", "#", "ال", "."})


_QUOTES = frozenset({'"', "«", "»", "“", "”"})


@cache
def words(name: str) -> frozenset[str]:
    """Give a list of resources/time/traps.yaml, folded."""
    return frozenset(fold(word) for word in load("time/traps")[name])


def listed(word: str, name: str) -> bool:
    """Whether a folded word, with a conjunction or preposition on it or without, is in a list."""
    known = words(name)
    if word in known or (len(word) > 3 and word[0] in "وفبل" and word[1:] in known):
        return True
    return word.startswith("لل") and "ال" + word[2:] in known


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset((fold(a), fold(b)) for a, b in load("time/traps")["pairs"])


def trapped(w: Tokens, found: Expression) -> bool:
    """Whether the words round an expression make it a name."""
    start, end = found.start, found.end
    before = w.word(start - 1)
    if before in _QUOTES:
        if w.entry(start).deixis == 0 and end == start + 1 and w.word(end) in _QUOTES:
            return True  # a newspaper
        before = w.word(start - 2)
    if any((w.bare(at), w.word(at + 1)) in _pairs() for at in range(start, end)):
        return True
    if (
        w.entry(start).deixis == 0
        and end == start + 1
        and (before == "في" or w.is_number(start - 1) or listed(before, "today_before") or w.entry(start).preposition == "ب")
    ):
        return True
    if before == "مثل" and w.this(start):
        return True  # «في مثل هذا اليوم من عام 1979»
    if w.entry(start).deixis and end == start + 1 and _of_its_time(w, start, before):
        return True
    if w.entry(start).deixis == 0 and w.entry(start).joined and end == start + 1 and _relative_adjective(w.word(end)):
        return True  # «واليوم الثقافي»: a day of culture
    if w.bare(start) == "العام" and (listed(before, "general") or (before.startswith("ال") and w.entry(start + 1).narrated)):
        return True
    if w.entry(end - 1).narrated and w.count > end - start + 1:
        return True  # «الربع السابق»: a phrase alone has nothing that it could be counted from
    meaning = found.meaning
    led = w.entry(start).unit == "D"  # «فريق النصر يوم 12 أغسطس»: no name holds «يوم»
    dated = meaning["kind"] in ("date", "range", "weekday") and not led
    if dated and listed(before, "name_before"):
        return not ("y" in meaning and listed(before, "events"))
    if dated and "d" in meaning and "y" not in meaning and listed(w.word(start - 2), "name_before") and before.startswith("ال"):
        return True
    return meaning["kind"] == "date" and "m" in meaning and "d" not in meaning and listed(before, "month_before")


def _of_its_time(w: Tokens, at: int, before: str) -> bool:
    """Whether «الغد» and «الأمس» are times to come and gone by: «غد أفضل», «قادة الغد», «حلفاء الأمس»."""
    word, after = w.bare(at), w.word(at + 1)
    if word == "غدا":
        return after in words("hope_accusative")
    if word in ("غد", "الغد"):
        return after in words("hope_after") or (word == "الغد" and listed(before, "tomorrow_before"))
    return word == "الامس" and listed(before, "yesterday_before")


def _relative_adjective(word: str) -> bool:
    """Whether a definite word ends as an adjective of relation: «الثقافي»."""
    return word.startswith("ال") and word.endswith("ي") and len(word) > 6


def counts_something(w: Tokens, start: int, end: int) -> bool:
    """Whether an amount is no time: a ratio («ثانية» as second), a number of a thing."""
    return w.word(start - 1) in ("رقم", "الساعه") or w.word(end) in ("ضوئيه",)


def is_year(w: Tokens, at: int, year: int) -> bool:
    """Whether four digits alone are a year."""
    if not (1900 <= year <= 2100 or is_hijri(w, at, year)):
        return False
    before, after = w.word(at - 1), w.word(at + 1)
    if listed(before, "number_before") or before in _MARKS_BEFORE or _in_a_name(w, at):
        return False
    if w.entry(at + 1).function in ("era_g", "era_h") and not w.entry(at + 1).clitic:
        return True
    if after == "قبل" and w.word(at + 2) == "الميلاد":
        return False
    unit = w.entry(at + 1).unit and not w.entry(at + 1).clitic
    if unit or (w.entry(at + 1).zone and not w.entry(at + 1).clitic) or after.startswith("%"):
        return False
    if before in words("year_led") and (year % 50 or before in ("عام", "العام", "سنه", "لعام", "بعام")):
        return True
    return _after_event(w, at, after) or (closed(w, at + 1) and _after_word(w, at, before, after))


@cache
def _moved() -> frozenset[tuple[str, int]]:
    return frozenset((fold(event), year) for event, year in load("time/traps")["moved"])


def _in_a_name(w: Tokens, at: int) -> bool:
    """Whether a year belongs to the name of a plan («رؤية المملكة 2030») or of an event that was held in another year."""
    for place in range(at - 1, at - 4, -1):
        word = w.word(place)
        if w.entry(place).function or w.entry(place).unit or word in _STOPS - _QUOTES:
            return False
        if listed(word, "plans") or (word, w.number(at)) in _moved():
            return True
    return False


def _after_event(w: Tokens, at: int, after: str) -> bool:
    """«كأس العالم 2014 وكذلك»: named after an event whose editions are known by their year."""
    event = any(w.word(place) in words("editions") for place in range(at - 3, at))
    return event and (after.startswith("و") or closed(w, at + 1))


def _after_word(w: Tokens, at: int, before: str, after: str) -> bool:
    """Whether the word or mark before four digits lets them be a year."""
    if before in words("year_before"):
        return True
    if before == "(":
        if listed(w.word(at - 2), "number_before"):
            return False  # «عدد (1982) حبة»
        return after in (")", "-", "–")
    if before in ('"', "»", "”"):
        return after in _STOPS or after == "و"
    if before == "و":  # «مونديالي 2018 في روسيا و2022 في قطر»
        return any(len(w.word(place)) == 4 and (w.number(place) or 0) >= 1900 for place in range(at - 7, at - 1))
    return bool(before) and before not in _STOPS and not w.is_number(at - 1) and len(before) > 2


def closed(w: Tokens, at: int) -> bool:
    """Whether the word at `at` cannot be counted by a number before it."""
    after = w.word(at)
    return after in _STOPS or after in words("after_year") or after.startswith(("ال", "وال", "بال", "لل", "وا"))


def is_hijri(w: Tokens, at: int, year: int) -> bool:
    """Whether a year is of the Hijri calendar: it says so, or is one of our time after «عام»."""
    if w.entry(at + 1).function == "era_h" and not w.entry(at + 1).clitic:
        return True
    return 1350 <= year <= 1460 and w.word(at - 1) in ("عام", "سنه", "لعام", "العام", "موسم", "لموسم", "حج", "رمضان")
