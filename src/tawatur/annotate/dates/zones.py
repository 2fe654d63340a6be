"""The zone of an hour: «بتوقيت غرينتش», «بتوقيت مكة المكرمة», «بالتوقيت المحلي»."""

from datetime import datetime
from functools import cache

from tawatur.annotate.dates.tokens import Tokens
from tawatur.arabic.fold import fold
from tawatur.resources import load

GREENWICH = "+00:00"
_LOCAL = frozenset({"المحلي", "المحليه", "الصيفي", "الشتوي"})
_BY = frozenset({"حسب", "بحسب", "وفق", "وفقا"})


@cache
def _places() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By the first word: the words of each place that follow, the longest first, and its zone."""
    places: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for zone_, forms in load("time/zones").items():
        for form in forms:
            first, *rest = fold(form).split()
            places.setdefault(first, []).append((tuple(rest), zone_))
    for options in places.values():
        options.sort(key=lambda option: (-len(option[0]), option))
    return places


def zone(w: Tokens, at: int) -> tuple[str, int]:
    """Read the zone after an hour: its offset or IANA name, "" for the local one, and the place after."""
    begin = at + 1 if w.word(at) in ("(", "،") or (w.word(at) in _BY and w.entry(at + 1).function == "zone") else at
    if w.entry(begin).function != "zone":
        if w.entry(begin).zone == GREENWICH and not w.entry(begin).clitic:
            return GREENWICH, begin + 1
        if w.word(begin) == "ت" and w.word(begin + 1) == "غ":
            return GREENWICH, begin + 2
        return (GREENWICH, begin + 4) if w.words[begin : begin + 4] == ["ت", ".", "غ", "."] else ("", at)
    name, end = _place(w, begin + 1)
    return name, end + (begin > at and w.word(at) == "(" and w.word(end) == ")")


def _place(w: Tokens, at: int) -> tuple[str, int]:
    if w.word(at) in _LOCAL:
        return "", at + 1
    for rest, name in _places().get(w.word(at), ()):
        end = at + 1 + len(rest)
        if tuple(w.words[at + 1 : end]) == rest:
            return _oman_or_amman(w, at) if name == "Asia/Muscat" and not rest and w.word(at) == "عمان" else name, end
    return "", at + w.word(at).isalpha()  # a place that is not in the list


def _oman_or_amman(w: Tokens, at: int) -> str:
    """«عمان» without its marks is either, so it says nothing."""
    raw = w.raw(at)
    return "Asia/Amman" if "\u0651" in raw else "Asia/Muscat" if raw.startswith("ع\u064f") else ""


def offset(name: str, at: datetime) -> str:
    """Give the offset (+03:00) of a zone at a local time: summer time is looked up in the tz database."""
    if not name or name[0] in "+-":
        return name
    from zoneinfo import ZoneInfo

    return at.replace(tzinfo=ZoneInfo(name)).isoformat()[-6:]
