"""Broken plurals: which words may be the plural of a singular, and which its singular, by the shapes of `resources/plurals.yaml`.

All words are folded (`tawatur.arabic.fold`) and without clitics. Shapes give candidates: which of them are words, only a vocabulary can say.
"""

import re
from collections.abc import Mapping
from functools import cache

from tawatur.arabic.fold import fold
from tawatur.resources import load

_ROOT = "فعلس"  # the letters of a shape that stand for consonants of the root
_CONSONANT = "[ءب-غف-ي]"
_SLOTS = {"ف": "[ءا-غف-ي]", "س": "[ءب-غف-نوي]"}  # the first may be the alef of a hamza, the last is no ta marbuta


def plurals(singular: str) -> frozenset[str]:
    """Give the words that may be broken plurals of a folded singular; the list of words is asked first, then the shapes."""
    return _listed(False).get(singular, frozenset()) if listed(singular) else _by_shape(singular, False)


def singulars(plural: str) -> frozenset[str]:
    """Give the words of which a folded word may be the broken plural; the list of words is asked first, then the shapes."""
    return _listed(True).get(plural, frozenset()) if listed(plural) else _by_shape(plural, True)


def listed(word: str) -> bool:
    """Whether the list has the folded word, as a singular or as a plural."""
    return word in _listed(False) or word in _listed(True)


def by_shape(singular: str) -> frozenset[str]:
    """Give the plurals that the shapes alone propose, whether or not the list has the word."""
    return _by_shape(singular, False)


def _by_shape(word: str, backwards: bool) -> frozenset[str]:
    found: set[str] = set()
    for pattern, shapes in _shapes(backwards):
        match = pattern.fullmatch(word)
        if match and _sound_enough(root := match.groupdict()):
            found.update(_filled(shape, root) for shape in shapes if _known(shape) <= root.keys())
    return frozenset(found - {word})


def _sound_enough(root: Mapping[str, str]) -> bool:
    """Whether the consonants may be a root's: of two only the first may be a و or ي, of more all but two."""
    weak = [letter in "وي" for letter in root.values()]
    return not any(weak[1:]) if len(weak) == 2 else sum(weak) <= len(weak) - 2


def _filled(shape: str, root: Mapping[str, str]) -> str:
    return "".join(root.get(_name(letter), letter) if letter in _ROOT else letter for letter in shape)


def _known(shape: str) -> set[str]:
    return {_name(letter) for letter in shape if letter in _ROOT}


def _name(letter: str) -> str:
    return f"r{_ROOT.index(letter)}"


@cache
def _shapes(backwards: bool) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Patterns of singulars with the shapes of their plurals; backwards, of plurals with those of their singulars."""
    table: dict[str, list[str]] = {}
    for singular, shapes in load("plurals")["shapes"].items():
        for plural in shapes:
            one, other = (plural, singular) if backwards else (singular, plural)
            table.setdefault(one, []).append(other)
    return tuple((_pattern(shape), tuple(others)) for shape, others in table.items())


def _pattern(shape: str) -> re.Pattern[str]:
    """A shape as an expression: a consonant of the root where it is met first, and the same one where it is met again."""
    seen: set[str] = set()
    parts = []
    for letter in shape:
        if letter not in _ROOT:
            parts.append(letter)
        elif letter in seen:
            parts.append(f"(?P={_name(letter)})")
        else:
            seen.add(letter)
            parts.append(f"(?P<{_name(letter)}>{_SLOTS.get(letter, _CONSONANT)})")
    return re.compile("".join(parts))


@cache
def _listed(backwards: bool) -> dict[str, frozenset[str]]:
    """The words of the list, folded: singulars with their plurals, or plurals with their singulars; an empty set for a word without any."""
    found: dict[str, set[str]] = {}
    for singular, forms in load("plurals")["words"].items():
        for form in forms:
            one, other = (form, singular) if backwards else (singular, form)
            found.setdefault(fold(one), set()).add(fold(other))
        if not forms and not backwards:
            found.setdefault(fold(singular), set())
    return {word: frozenset(others) for word, others in found.items()}
