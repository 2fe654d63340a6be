"""The words that may stand in an expression of time, each with all that it may mean there.

One table from folded word, with its clitics, to an Entry, so that a word costs one look-up. The words are in
resources/time/*.yaml.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from tawatur.arabic.fold import fold
from tawatur.resources import load

Month = tuple[str, int]  # calendar (`gregorian`, `hijri`) and number


@dataclass(frozen=True, slots=True)
class Entry:
    """What one word may mean. `clitic` counts its folded letters that are a preposition or conjunction before it."""

    clitic: int = 0
    joined: bool = False  # the clitic is, or begins with, «و»
    preposition: str = ""  # the letter of the preposition among the clitics
    definite: bool = False
    month: Month | None = None
    weak: bool = False  # a month only with a day, a year or the like beside it
    months: dict[str, Month] = field(default_factory=dict)  # by the second word of a name of two words
    weekday: int = 0  # 1 Monday to 7 Sunday
    unit: str = ""
    count: int = 0  # of a unit: 1 singular, 2 dual, 3 plural
    relative: int | None = None
    narrated: bool = False  # of a relative: counted from what is told
    deixis: int | None = None
    part: str = ""
    adverb: bool = False  # of a part of the day: «صباحا»
    mod: str = ""
    season: str = ""
    decade: int = 0
    set_value: str = ""
    function: str = ""
    approximate: bool = False
    zone: str = ""
    epithet: bool = False
    feast: bool = False  # begins the name of a feast
    number: bool = False  # begins a number in words


NOTHING = Entry()
_PREFIXES = (("", "", False), ("و", "", True), ("ف", "", False), ("ب", "ب", False), ("ل", "ل", False), ("وب", "ب", True),
             ("ول", "ل", True), ("فب", "ب", False))  # fmt: skip
# words that a clitic would make out of another: touched, with the ability
_NOT = frozenset({"لامس", "بامس", "بست", "لست", "بغد", "لغد", "بسبع", "لسبع"})


@cache
def lexicon() -> dict[str, Entry]:
    """Give the table: folded word, with its clitics, to its Entry."""
    bare: dict[str, dict[str, Any]] = {}
    for form, fields in _forms():
        entry = bare.setdefault(fold(form), {})
        if "months" in fields:
            entry.setdefault("months", {}).update(fields["months"])
        else:
            entry.update({key: value for key, value in fields.items() if key not in entry})
    table: dict[str, Entry] = {}
    for form, fields in bare.items():
        plain = Entry(**fields)
        for prefix, preposition, joined in _PREFIXES:
            _add(table, prefix + form, replace(plain, clitic=len(prefix), preposition=preposition, joined=joined))
            if preposition == "ل" and form.startswith("ال"):
                _add(table, prefix + form[1:], replace(plain, clitic=len(prefix), preposition=preposition, joined=joined))
    return table


def _add(table: dict[str, Entry], form: str, entry: Entry) -> None:
    if form not in _NOT and (form not in table or entry.clitic < table[form].clitic):
        table[form] = entry


def _forms() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from _months()
    words = load("time/words")
    for number, forms in words["weekdays"].items():
        yield from ((form, {"weekday": number, "definite": True}) for form in forms)
    for number, forms in words["weekdays_bare"].items():
        yield from ((form, {"weekday": number}) for form in forms)
    for days, forms in words["deixis"].items():
        yield from ((form, {"deixis": days}) for form in forms)
    for step, forms in words["relative"].items():
        yield from ((form, {"relative": step}) for form in forms)
    yield from ((form, {"narrated": True}) for form in words["narrated"])
    yield from _units(words["units"])
    yield from _parts(words)
    yield from _periods(words)
    for name, forms in words["function"].items():
        yield from ((form, {"function": name}) for form in forms)
    for zone, forms in words["zones"].items():
        yield from ((form, {"zone": zone}) for form in forms)
    yield from ((form, {"approximate": True}) for form in words["approximate"])
    for row in load("time/holidays"):
        yield from ((form.split()[0], {"feast": True}) for form in row["forms"])
    yield from _numbers()


def _months() -> Iterator[tuple[str, dict[str, Any]]]:
    months = load("time/months")
    for calendar in ("gregorian", "hijri"):
        for number, forms in months[calendar].items():
            for kind in ("forms", "weak"):
                for form in forms.get(kind, ()):
                    first, _, second = form.partition(" ")
                    if second:
                        yield first, {"months": {fold(second): (calendar, number)}}
                    else:
                        yield form, {"month": (calendar, number), "weak": kind == "weak"}
    yield from ((form, {"epithet": True}) for form in months["epithets"])


def _units(units: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for unit, forms in units.items():
        for count, key in ((1, "one"), (2, "two"), (3, "many")):
            for form in forms[key]:
                yield form, {"unit": unit, "count": count}
                yield "ال" + form, {"unit": unit, "count": count, "definite": True}


def _parts(words: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for part, forms in words["parts"].items():
        yield from ((form, {"part": part}) for form in forms)
    yield from ((form, {"adverb": True}) for form in words["part_adverbs"])


def _periods(words: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for mod, forms in words["mods"].items():
        yield from ((form, {"mod": mod}) for form in forms)
    for season, forms in words["seasons"].items():
        for form in forms:
            yield form, {"season": season}
            yield "ال" + form, {"season": season, "definite": True}
    for decade, forms in words["decades"].items():
        for form in forms:
            yield form, {"decade": decade}
            yield "ال" + form, {"decade": decade, "definite": True}
    for value, forms in words["sets"].items():
        yield from ((form, {"set_value": value}) for form in forms)


def _numbers() -> Iterator[tuple[str, dict[str, Any]]]:
    numerals = load("numerals")
    for name in ("units", "teens", "tens", "hundreds", "thousands", "ordinals"):
        for forms in numerals[name].values():
            for form in forms:
                yield form, {"number": True}
                yield "ال" + form, {"number": True}
