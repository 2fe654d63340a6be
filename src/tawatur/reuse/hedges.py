"""Drift of what stands around a fact: the bound of a number, that it is an accusation, whose witness saw it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.words import Word
from tawatur.resources import load

_NEAR = 4  # words between a bound and its number
_REACH = 3  # words between a witness and the agency that he works for


class Words(NamedTuple):
    """The closed lists: bounds by their first word, accusations, witnesses, those of nobody, words of numbers, and agencies."""

    bounds: dict[str, list[tuple[tuple[str, ...], str]]]
    accusing: frozenset[str]
    witness: frozenset[str]
    nobody: frozenset[str]
    numbers: frozenset[str]
    agencies: frozenset[str]


@cache
def _lists() -> Words:
    table = load("drift")
    bounds: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, forms in table["bounds"]["of"].items():
        for form in forms:
            words = tuple(fold(form).split())
            bounds.setdefault(words[0], []).append((words, kind))
    accusing, witness, nobody = (
        frozenset(fold(word) for word in table[name]["of"]) for name in ("accusing", "witness", "nobody")
    )
    numbers = frozenset(fold(word) for word in [*table["numbers"]["of"], *table["counted"]["of"]])
    agencies = frozenset(fold(form).split()[0] for one in load("agencies")["agencies"] for form in one.get("sure", ()))
    return Words(bounds, accusing, witness, nobody, numbers, agencies | {fold("وكالة")})


def bounds(words: Sequence[Word], first: int, last: int) -> frozenset[str]:
    """Give the bounds of a number («at least», «about») that begin among words `first` to before `last`, where the number is near."""
    found = set()
    forms = _lists().bounds
    for at in range(first, last):
        for form, kind in forms.get(words[at].text, ()):
            here = tuple(word.text for word in words[at : at + len(form)])
            if here == form and _counts(words[max(0, at - _NEAR) : at + len(form) + _NEAR]):
                found.add(kind)
    return frozenset(found)


def _counts(words: Sequence[Word]) -> bool:
    numbers = _lists().numbers
    return any(word.text[0].isdigit() or word.text in numbers or word.text.removeprefix("ب") in numbers for word in words)


def accusation(words: Sequence[Word]) -> int | None:
    """Give the place of the first word that makes what follows an accusation."""
    accusing = _lists().accusing
    return next((at for at, word in enumerate(words) if word.text in accusing or word.text.removeprefix("و") in accusing), None)


def witness(words: Sequence[Word], first: int, last: int) -> int | None:
    """Give the place of an agency's own witness among words `first` to before `last` («شاهد من رويترز», «لمراسل الأناضول»)."""
    lists = _lists()
    for at in range(first, last):
        if words[at].text in lists.witness:
            near = {word.text for word in words[at + 1 : at + 1 + _REACH]}
            if near & lists.agencies or {word.removeprefix("ل") for word in near} & lists.agencies:
                return at
    return None


def nobody(words: Sequence[Word], first: int, last: int) -> int | None:
    """Give the place of a source without a name among words `first` to before `last` («شهود عيان», «سكان»)."""
    found = _lists().nobody
    return next((at for at in range(first, last) if words[at].text in found), None)
