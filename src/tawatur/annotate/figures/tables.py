"""The closed lists of words around numbers, folded, in the form that the readers look them up in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from tawatur.arabic.fold import fold
from tawatur.records.figure import Bound, FigureKind, Stage
from tawatur.resources import load

Phrase = tuple[str, ...]

_KINDS: tuple[FigureKind, ...] = ("killed", "hurt", "missing", "held", "displaced", "rescued")
_BOUNDS: tuple[Bound, ...] = ("least", "most", "more", "less", "about")
_STAGES: tuple[Stage, ...] = ("corrected", "final", "first", "new")


@cache
def closed(name: str) -> frozenset[str]:
    """The words of a flat list."""
    return frozenset(fold(word) for word in load("figures")[name]["of"])


@cache
def toll_words(side: str) -> dict[str, FigureKind]:
    """The words of tolls whose number stands on that side of them: `number_after` or `number_before`."""
    tolls = load("figures")["tolls"]
    return {fold(word): kind for kind in reversed(_KINDS) for word in tolls[kind][side] if " " not in word}


@cache
def toll_phrases() -> dict[str, tuple[Phrase, FigureKind]]:
    """Words of tolls of several words whose number stands after them («القبض على»), by their last word."""
    tolls = load("figures")["tolls"]
    found = ((_phrase(word), kind) for kind in _KINDS for word in tolls[kind]["number_after"] if " " in word)
    return {phrase[-1]: (phrase, kind) for phrase, kind in found}


@cache
def bounds(side: str) -> dict[str, list[tuple[Phrase, Bound]]]:
    """Bounds that stand `before` or `after` their number: by their last word, or by their first, the longest first."""
    table = load("figures")["bounds"][side]
    at = -1 if side == "before" else 0
    found: dict[str, list[tuple[Phrase, Bound]]] = {}
    forms = [(_phrase(form), bound) for bound in _BOUNDS for form in table.get(bound, ())]
    for phrase, kind in sorted(forms, key=lambda one: -len(one[0])):
        found.setdefault(phrase[at], []).append((phrase, kind))
    return found


@cache
def stages() -> dict[str, list[tuple[Phrase, Stage]]]:
    """What tells as of when a toll is, by its first word."""
    table = load("figures")["stages"]
    found: dict[str, list[tuple[Phrase, Stage]]] = {}
    for stage in _STAGES:
        for form in table[stage]:
            found.setdefault(_phrase(form)[0], []).append((_phrase(form), stage))
    return found


@cache
def longer() -> dict[str, list[Phrase]]:
    """What tells that a figure is of a longer time than one happening, by its first word."""
    found: dict[str, list[Phrase]] = {}
    for form in load("figures")["longer"]["of"]:
        found.setdefault(_phrase(form)[0], []).append(_phrase(form))
    return found


@cache
def ranges() -> dict[str, tuple[float, float]]:
    """Least and most of numbers that are not told («عشرات»)."""
    return {fold(word): (float(least), float(most)) for word, (least, most) in load("figures")["some"]["of"].items()}


@cache
def groups() -> dict[str, str]:
    """The group that a counted noun names, in any of its forms: «جنديا», «جنود» and «عسكريين» are `soldiers`."""
    table = load("figures")["groups"]
    return {
        fold(article + form): key for key, forms in table.items() if key != "source" for form in forms for article in ("", "ال")
    }


@cache
def values(name: str) -> dict[str, float]:
    """The values of `scales` or of words that stand `alone` for a number."""
    return {fold(word): float(value) for word, value in load("figures")[name]["of"].items()}


@cache
def months() -> frozenset[str]:
    """The names of months, beside which a number is a day."""
    table = load("time/months")
    rows = [*table["gregorian"].values(), *table["hijri"].values()]
    return frozenset(fold(form).split()[0] for row in rows for form in [*row.get("forms", ()), *row.get("weak", ())])


@cache
def percent() -> tuple[Phrase, ...]:
    """The phrases that make a share of a number, without the sign."""
    return tuple(_phrase(form) for form in load("figures")["percent"]["of"] if form != "%")


def begins(words: list[str], at: int, phrases: Iterable[Phrase]) -> Phrase | None:
    """The first of `phrases` that the words from `at` on begin with."""
    return next((phrase for phrase in phrases if tuple(words[at : at + len(phrase)]) == phrase), None)


def _phrase(form: str) -> Phrase:
    return tuple(fold(form).split())
