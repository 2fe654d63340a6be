"""Feasts by their names: «عيد الفطر المبارك», «رأس السنة الهجرية 2019»."""

from functools import cache

from tawatur.annotate.dates.found import Found, Meaning
from tawatur.annotate.dates.months import bare_year
from tawatur.annotate.dates.tokens import Tokens
from tawatur.annotate.dates.years import relative
from tawatur.arabic import numerals
from tawatur.arabic.fold import fold
from tawatur.resources import load


@cache
def _names() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By the first word: the words of each name, the longest first, and its key."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in load("time/holidays"):
        for form in row["forms"]:
            words = tuple(fold(form).split())
            names.setdefault(words[0], []).append((words, row["key"]))
    for options in names.values():
        options.sort(key=lambda option: (-len(option[0]), option))
    return names


def holiday(w: Tokens, at: int) -> Found | None:
    """Read the feast at `at`, with the year that follows it; «ثاني أيام عيد الفطر» is the day after its first."""
    if w.entry(at).number and w.word(at + 1) == "ايام":
        read = numerals.ordinal([w.bare(at)], 0)
        found = (_named(w, at + 2) or _the_feast(w, at + 2)) if read and read.value <= 4 else None
        return Found(found.meaning | {"nth": read.value}, found.end) if found and read else None
    return _named(w, at)


def _the_feast(w: Tokens, at: int) -> Found | None:
    """«العيد» alone: the nearer of the two."""
    further = w.word(at + 1).startswith("ال") and not w.entry(at + 1).weekday and not w.entry(at + 1).epithet
    if w.word(at) != "العيد" or further:
        return None
    return Found({"kind": "holiday", "key": "eid"}, at + 1 + w.entry(at + 1).epithet)


def _named(w: Tokens, at: int) -> Found | None:
    if not w.entry(at).feast:
        return None
    for words, key in _names().get(w.bare(at), ()):
        if tuple(w.words[at + 1 : at + len(words)]) != words[1:]:
            continue
        end = at + len(words)
        while w.entry(end).epithet or w.word(end) in ("المجيد", "السعيد", "الجديده"):
            end += 1
        return _dated(w, {"kind": "holiday", "key": key}, end)
    return None


def _dated(w: Tokens, meaning: Meaning, end: int) -> Found:
    step = relative(w, end)
    if step and step[0]:
        return Found(meaning | {"dir": step[0]}, step[1])
    year = bare_year(w, end + (w.word(end) in ("من", "في")))
    if year and "m" not in year.meaning and year.meaning["kind"] == "date" and year.meaning.get("cal") != "hijri":
        return Found(meaning | {key: year.meaning[key] for key in ("y", "yrel") if key in year.meaning}, year.end)
    number = w.number(end) or 0
    return Found(meaning | {"y": number}, end + 1) if 1900 <= number <= 2100 else Found(meaning, end)
