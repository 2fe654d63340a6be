"""CAMEO's codes of who acts: the state, then the part that the words say is played («TURMIL»)."""

from collections.abc import Sequence
from functools import cache

from tawatur.annotate.events.inflect import clothed
from tawatur.annotate.events.states import alpha3, nation, state
from tawatur.arabic.fold import fold
from tawatur.records.name import Name
from tawatur.resources import load


@cache
def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, listed in load("events/actors")["words"].items():
        for word in listed:
            for form in clothed(fold(word)):
                found.setdefault(form, code)
    return found


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for code, listed in load("events/actors")["phrases"].items():
        for text in listed:
            first, *rest = fold(text).split()
            for form in clothed(first):
                found.setdefault(form, []).append((tuple(rest), code))
    return {first: tuple(rows) for first, rows in found.items()}


@cache
def _of_state() -> frozenset[str]:
    return frozenset(
        form for word in load("events/actors")["of_state"] for form in (fold(word), "و" + fold(word), "ل" + fold(word))
    )


def sector(words: Sequence[str]) -> str | None:
    """The part that folded words say is played (GOV, MIL, REB, …): of a phrase of two words first, else of the first word."""
    for k, word in enumerate(words):
        for rest, code in _phrases().get(word, ()):
            if all(k + 1 + n < len(words) and words[k + 1 + n] == one for n, one in enumerate(rest)):
                return code
    found = (_words()[word] for word in words if word in _words())
    return next(found, None)


def country(words: Sequence[str], name: Name | None) -> str | None:
    """The state of a phrase: of the name that it is, else of an adjective of nation, else of a state's name in it."""
    if name is not None and name.type in ("country", "place"):
        named = state(fold(name.text))
        if named:
            return named
    for word in words:
        code = nation(word[1:] if word[:1] == "و" and nation(word[1:]) else word)
        if code:
            return code
    return next((code for word in words if (code := state(word))), None)


def code(words: Sequence[str], name: Name | None) -> tuple[str | None, str | None]:
    """CAMEO's code of a phrase and the state's ISO code; None where the words say neither state nor part.

    The name of a state alone is its government's code, without a part.
    """
    iso = country(words, name)
    part = None if name is not None and name.type == "country" and len(words) <= 1 else sector(words)
    if part == "IGO" or (part in ("UAF",) and not iso):
        return part, iso
    if iso is None:
        return part, None
    return alpha3(iso) + (part or ""), iso


def stands_for_state(words: Sequence[str]) -> bool:
    """Whether a phrase is armed forces or authorities with an adjective of nation: «القوات التركية»."""
    return len(words) >= 2 and words[0] in _of_state() and any(nation(word) for word in words[1:3])
