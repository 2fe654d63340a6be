"""What looks like a time and is none: streets, alliances, names, numbers of things."""

from functools import cache

from tawatur.annotate.dates.found import Expression
from tawatur.annotate.dates.tokens import Tokens
from tawatur.arabic.fold import fold
from tawatur.resources import load

_STOPS = frozenset({"", "\n", ".", "،", ",", ")", "(", "؛", ":", "؟", "!", "»", "«", '"', "-", "–", "/", "]"})


@cache
def words(name: str) -> frozenset[str]:
    """Give a list of resources/time/traps.yaml, folded."""
    return frozenset(fold(word) for word in load("time/traps")[name])


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset((fold(a), fold(b)) for a, b in load("time/traps")["pairs"])


def trapped(w: Tokens, found: Expression) -> bool:
    """Whether the words round an expression make it a name."""
    start, end = found.start, found.end
    before = w.word(start - 1)
    if before in ('"', "«", "“", "(") and before != "(":
        if w.entry(start).deixis == 0 and end == start + 1 and w.word(end) in ('"', "»", "”"):
            return True  # a newspaper
        before = w.word(start - 2)
    if any((w.bare(at), w.word(at + 1)) in _pairs() for at in range(start, end)):
        return True
    if w.entry(start).deixis == 0 and end == start + 1 and (before == "في" or before in words("today_before")):
        return True
    meaning = found.meaning
    dated = meaning["kind"] in ("date", "range", "weekday")
    if dated and before in words("name_before"):
        return not ("y" in meaning and before in words("events"))
    if dated and "d" in meaning and "y" not in meaning and w.word(start - 2) in words("name_before") and before.startswith("ال"):
        return True
    return meaning["kind"] == "date" and "m" in meaning and "d" not in meaning and before in words("month_before")


def counts_something(w: Tokens, start: int, end: int) -> bool:
    """Whether an amount is no time: a ratio («ثانية» as second), a number of a thing."""
    return w.word(start - 1) in ("رقم", "الساعه") or w.word(end) in ("ضوئيه",)


def is_year(w: Tokens, at: int, year: int) -> bool:
    """Whether four digits alone are a year."""
    if not (1900 <= year <= 2100 or is_hijri(w, at, year)):
        return False
    before, after = w.word(at - 1), w.word(at + 1)
    if before in words("number_before") or (before in ("%", "$", "+", "#", "ال", "-", ".") and before != "-"):
        return False
    if w.entry(at + 1).function in ("era_g", "era_h") and not w.entry(at + 1).clitic:
        return True
    if before in words("year_led") and (year % 50 or before in ("عام", "العام", "سنه", "لعام", "بعام")):
        return not w.entry(at + 1).unit and not after.startswith("%")
    if not closed(w, at + 1) or w.entry(at + 1).unit or w.entry(at + 1).zone:
        return False
    if before in words("year_before"):
        return True
    if before == "(":
        return after in (")", "-", "–")
    return bool(before) and before not in _STOPS and not w.is_number(at - 1) and not before.startswith("و") and len(before) > 2


def closed(w: Tokens, at: int) -> bool:
    """Whether the word at `at` cannot be counted by a number before it."""
    after = w.word(at)
    return after in _STOPS or after in words("after_year") or after.startswith(("ال", "وال", "بال", "لل", "وا"))


def is_hijri(w: Tokens, at: int, year: int) -> bool:
    """Whether a year is of the Hijri calendar: it says so, or is one of our time after «عام»."""
    if w.entry(at + 1).function == "era_h" and not w.entry(at + 1).clitic:
        return True
    return 1350 <= year <= 1460 and w.word(at - 1) in ("عام", "سنه", "لعام", "العام", "موسم", "لموسم", "حج", "رمضان")
