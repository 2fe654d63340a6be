"""What a number counts: the toll that its words make it, the unit or noun that follows it, and the group that it is of."""

from __future__ import annotations

import re
from typing import NamedTuple

from tawatur.annotate.figures.numbers import Number
from tawatur.annotate.figures.tables import begins, bounds, closed, groups, percent, toll_phrases, toll_words
from tawatur.arabic.stems import stem
from tawatur.records.figure import FigureKind

_BEFORE = 4  # words with weight of their own from «مقتل» to its number: «قتل في بغداد الثلاثاء 17 شخصا»
_AFTER = 3  # words from the number to «قتيلا» or «لقوا»
_THING = 3  # words of what is counted: «متر مكعب في الثانية» without its preposition
_CLITICS = "وبلف"
_LEAST = 4  # letters: a shorter word's last alef is its own
_STOP = re.compile(r"[.،,؛;:!؟?()«»\"“”\n]")


class Counted(NamedTuple):
    """What a number counts; see `records.figure`."""

    kind: FigureKind
    thing: str | None
    whom: str | None


class Clause(NamedTuple):
    """The words of a sentence, which of them are followed by a mark, and its numbers."""

    plain: list[str]
    stops: list[bool]
    taken: set[int]  # the places of words that tell numbers


def stops(text: str, gaps: list[tuple[int, int]]) -> list[bool]:
    """Whether a mark stands in each of the gaps after words."""
    return [bool(_STOP.search(text, start, end)) for start, end in gaps]


def counted(clause: Clause, number: Number, sign: bool) -> Counted:
    """Give what `number` counts; `sign` is whether «%» stands beside it."""
    plain = clause.plain
    if sign or begins(plain, number.last, percent()):
        return Counted("percent", None, None)
    first = number.last - 1 if number.noun else number.last
    thing = _thing(clause, first)
    if thing and plain[first] in closed("units"):
        return Counted("unit", thing, None)
    kind = _toll(clause, number)
    if kind:
        return Counted(kind, thing, _whom(clause, first))
    return Counted("count", thing, None)


def _toll(clause: Clause, number: Number) -> FigureKind | None:
    """The toll of the nearest word; of two equally near, that of the one before."""
    before, near_before = _back(clause, number)
    after, near_after = _ahead(clause, number)
    if before and after:
        return after if near_after < near_before else before
    return before or after


def _back(clause: Clause, number: Number) -> tuple[FigureKind | None, int]:
    distance, at = 0, number.first - 1
    while at >= 0 and distance < _BEFORE and at not in clause.taken:
        word = clause.plain[at]
        kind = _kind(word, "number_after") or _phrase(clause.plain, at)
        if kind and (distance == 0 or word.removeprefix("و") not in closed("adjacent")):
            return kind, distance + 1
        distance += word not in _bound_words()
        at -= 1
    return None, 0


def _phrase(plain: list[str], at: int) -> FigureKind | None:
    phrase, kind = toll_phrases().get(plain[at], ((), None))
    return kind if phrase and tuple(plain[max(0, at - len(phrase) + 1) : at + 1]) == phrase else None


def _ahead(clause: Clause, number: Number) -> tuple[FigureKind | None, int]:
    first = number.last - 1 if number.noun else number.last
    for distance, at in enumerate(range(first, min(first + _AFTER, len(clause.plain))), 1):
        if at in clause.taken and at >= number.last:
            break
        kind = _kind(clause.plain[at], "number_before")
        if kind:
            return kind, distance
        if clause.stops[at]:
            break
    return None, 0


def _kind(word: str, side: str) -> FigureKind | None:
    table = toll_words(side)
    return table.get(word) or (table.get(word[1:]) if word[:1] in _CLITICS else None)


def _bound_words() -> frozenset[str]:
    """Words that stand between a toll and its number without making it farther."""
    return frozenset(word for forms in bounds("before").values() for phrase, _ in forms for word in phrase) | {"الي", "عدد", "في"}


def _thing(clause: Clause, first: int) -> str | None:
    """The noun that follows and what belongs to it, as light stems; prepositions between them are passed over."""
    found: list[str] = []
    for at in range(first, min(first + _THING + 2, len(clause.plain))):
        word = clause.plain[at]
        if at in clause.taken and at >= first + 1:
            break
        if word in closed("no_thing"):
            if not found and word != "من":
                break
        else:
            found.append(_stem(word))
        if clause.stops[at] or len(found) == _THING:
            break
    return " ".join(found) or None


def _whom(clause: Clause, first: int) -> str | None:
    """The group that a toll is of; None where the noun leaves it open, or none follows."""
    if first > 0 and first <= len(clause.stops) and clause.stops[first - 1]:
        return None
    for at in range(first, min(first + 2, len(clause.plain))):
        word = clause.plain[at]
        if word == "من":
            continue
        bare = next((form for form in (word, word[1:], word[2:]) if form in closed("everybody") or form in groups()), word)
        known = bare in closed("everybody") or word in closed("no_thing") or at in clause.taken - {first}
        return None if known or _kind(word, "number_before") else groups().get(bare) or _stem(word)
    return None


def _stem(word: str) -> str:
    """The light stem, without the alef that a counted noun has after a number («قتيلا»)."""
    found = stem(word)
    return found[:-1] if found.endswith("ا") and len(found) > _LEAST else found
