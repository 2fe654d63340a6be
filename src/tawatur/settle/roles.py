"""What a text calls a person beside the name: «وزير الخارجية الروسي لافروف»، «بيسكوف المتحدث باسم الكرملين»."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.resources import load
from tawatur.settle.spelling import nations

_WORD = re.compile("[\\w\u064b-\u065f\u0670\u0640]+")
_WINDOW = 90  # characters before or after a name that a role may take: the longest of 200 roles read had 84
_MOST = 9  # words of a role
_LAST_STOP = re.compile(r".*[.!؟?;؛:\"«»“”()\[\]\n…]", re.DOTALL)
# words inside a role that do not carry the article
_INSIDE = frozenset(("في", "باسم", "لدي", "ل", "شوون", "مجلس", "هييه", "حركه", "حزب", "وزاره", "عام", "ولي", "حكومه", "منظمه", "جامعه", "مدير", "رييس", "لجنه", "جهاز", "دوله", "وزراء", "اركان", "مركز", "اداره"))  # fmt: skip
_OPEN = frozenset(("في", "باسم", "لدي", "ل"))
_TAKEN_OFF = "وفبلك"


class Called(NamedTuple):
    """A role as a text gives it: its place (end exclusive), its words, and what they mean (see `meaning`)."""

    start: int
    end: int
    text: str
    meaning: frozenset[str]


@cache
def offices() -> frozenset[str]:
    """Folded nouns of office, with which a role begins."""
    return frozenset(fold(entry) for entry in load("names/roles")["offices"])


def before(text: str, start: int) -> Called | None:
    """The role that ends where a name begins at `start` of `text`, or None. Linear in a bounded window."""
    low = max(0, start - _WINDOW)
    window = text[low:start]
    if window.rstrip().endswith(("،", ",")):
        window = window.rstrip()[:-1]
    stop = _LAST_STOP.match(window)
    found: tuple[int, int] | None = None
    for n, word in enumerate(reversed(list(_WORD.finditer(window, stop.end() if stop else 0)))):
        plain, cut = _office(fold(word.group()))
        if plain is not None:
            found = (low + word.start() + cut, low + len(window.rstrip()))
            if plain.startswith("ال"):
                break
        elif n >= _MOST or not _goes_on(fold(word.group())):
            break
    if found is None or fold(text[found[0] : found[1]]).split()[-1] in _OPEN:
        return None  # «المؤرخة في» ends no role
    return _called(text, *found)


def after(text: str, end: int) -> Called | None:
    """The role that follows a name that ends at `end` of `text`, or None."""
    window = text[end : end + _WINDOW]
    first = _WORD.search(window)
    if first is None or window[: first.start()].strip() not in ("", "،", ",") or _office(fold(first.group()))[1]:
        return None
    if _office(fold(first.group()))[0] is None:
        return None
    stop = re.search(r"[^\w\s\u064b-\u065f]", window[first.start() :])
    limit = first.start() + stop.start() if stop else len(window)
    last = first.end()
    for n, word in enumerate(_WORD.finditer(window, first.end(), limit)):
        if n >= _MOST or not (_goes_on(fold(word.group())) or _office(fold(word.group()))[0]):
            break
        last = word.end()
    return _called(text, end + first.start(), end + last)


def _called(text: str, start: int, end: int) -> Called:
    return Called(start, end, text[start:end], meaning(text[start:end]))


def _office(word: str) -> tuple[str | None, int]:
    """The office that a folded word names, and how many letters of clitics stand before it."""
    if word in offices():
        return word, 0
    if word[:1] in _TAKEN_OFF and word[1:] in offices():
        return word[1:], 1
    return None, 0


def _goes_on(word: str) -> bool:
    return word.startswith(("ال", "لل", "وال", "بال")) or word in _INSIDE or word in nations()


@lru_cache(maxsize=1 << 15)
def meaning(role: str) -> frozenset[str]:
    """The words of a role without article and clitics, adjectives of nations as codes: equal for equal roles."""
    found = set()
    for match in _WORD.finditer(fold(role)):
        word = match.group()
        code = nations().get(word)
        plain = word.removeprefix("و") if word.startswith("وال") else word
        plain = "ال" + plain[2:] if plain.startswith("لل") else plain
        found.add(code or plain.removeprefix("ال").removesuffix("ه"))
    return frozenset(found)


def specific(role: frozenset[str]) -> bool:
    """Whether a role tells one person from most others: it has more than the noun of office."""
    return len(role) > 1
