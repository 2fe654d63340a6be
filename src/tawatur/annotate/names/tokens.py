"""The words and marks of a sentence, and the clitics that an Arabic word may carry."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.arabic.fold import fold

# a word as tawatur.arabic.words counts it, or one mark
_TOKEN = re.compile("[\\w\u064b-\u065f\u0670\u0640\u200c-\u200f]+|[^\\w\\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_DIGITS = re.compile(r"\d")
# و and ف stand before ب, ل and ك; سـ and the verb's own prefixes stand on no name
_LEAST = 2  # letters that must be left of a word for its first letter to be a clitic
_DROPPED = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640\u200c\u200d\u200e\u200f"


class Token(NamedTuple):
    """A word or a mark: `form` is folded, digits made 0; `start` and `end` are its place in the source."""

    form: str
    start: int
    end: int


class Bare(NamedTuple):
    """A word without some of its clitics: `form`, and how many folded letters stand before it in the word."""

    form: str
    cut: int


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Give the words and marks of `text` between `start` and `end`; marks of vowels alone are none."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        form = _DIGITS.sub("0", fold(match.group())) or _dash(match.group())
        if form:
            found.append(Token(form, match.start(), match.end()))
    return found


def _dash(word: str) -> str:
    """A letter stretched that stands alone is a dash: «سبق ـ أبها»; other marks alone are no word."""
    return "-" if word and set(word) == {"\u0640"} else ""


@lru_cache(maxsize=1 << 16)
def bare(form: str) -> tuple[Bare, ...]:
    """Give the ways to take clitics off a folded word, the fewest first; the word as it is comes first.

    «لل» is the preposition on a word with the article, whose alef is not written: للمجلس is المجلس.
    """
    found = [Bare(form, 0)]
    for stem in (Bare(form, 0), _without(form, 0, "وف")):
        if stem is None:
            continue
        if stem.cut:
            found.append(stem)
        if stem.form.startswith("لل") and len(stem.form) > _LEAST + 2:
            found.append(Bare("ا" + stem.form[1:], stem.cut + 1))
        shorter = _without(stem.form, stem.cut, "بلك")
        if shorter is not None:
            found.append(shorter)
    return tuple(found)


def _without(form: str, cut: int, letters: str) -> Bare | None:
    if form[:1] in letters and form[:1] and len(form) > _LEAST:
        return Bare(form[1:], cut + 1)
    return None


def after(text: str, token: Token, cut: int) -> int:
    """The place in the source where `token` stands without its first `cut` letters (marks between them go too)."""
    at = token.start
    while cut and at < token.end:
        if fold(text[at]):
            cut -= 1
        at += 1
    while at < token.end and text[at] in _DROPPED:
        at += 1
    return at


def forms(tokens: Sequence[Token]) -> list[str]:
    """The folded forms of `tokens`."""
    return [token.form for token in tokens]
