"""Clitics: the letters that Arabic writes as one word with the word after them: و ف, ب ل ك س, ال, and pronouns.

Everything here works on folded words (`tawatur.arabic.fold`) and gives candidates: whether «ولد» is و + لد or a word of
its own only a lexicon can say.
"""

from collections.abc import Iterator
from typing import NamedTuple

CONJUNCTIONS = "وف"
PREPOSITIONS = "بلك"
ARTICLE = "ال"
# pronouns on nouns and verbs, folded, the longest first
PRONOUNS = ("كما", "هما", "كن", "هم", "هن", "كم", "نا", "ني", "ها", "ه", "ك", "ي")


class Split(NamedTuple):
    """One way to read a folded word: `stem` is what follows the prefixes (with its article taken off where `article`).

    `offset` is the count of folded characters before the stem.
    """

    conjunction: str
    preposition: str
    article: bool
    stem: str
    offset: int


def splits(word: str) -> Iterator[Split]:
    """Give the ways to split a folded word, the whole word first. A stem has at least two letters.

    للـ (ل + ال with the alef dropped) is read as preposition and article.
    """
    for conjunction in ("", word[:1]):
        if conjunction and conjunction not in CONJUNCTIONS:
            continue
        rest = word[len(conjunction) :]
        for preposition in ("", rest[:1]):
            if preposition and preposition not in PREPOSITIONS:
                continue
            yield from _articles(conjunction, preposition, rest[len(preposition) :])


def _articles(conjunction: str, preposition: str, rest: str) -> Iterator[Split]:
    before = len(conjunction) + len(preposition)
    if len(rest) >= 2:
        yield Split(conjunction, preposition, False, rest, before)
    if rest.startswith(ARTICLE) and len(rest) >= 4:
        yield Split(conjunction, preposition, True, rest[2:], before + 2)
    elif preposition == "ل" and rest.startswith("ل") and len(rest) >= 3:
        yield Split(conjunction, preposition, True, rest[1:], before + 1)


def bare(word: str) -> str:
    """Give a folded word without its article: «الوزير» and «وزير» compare equal."""
    return word[2:] if word.startswith(ARTICLE) and len(word) >= 4 else word


def without_pronoun(word: str) -> Iterator[str]:
    """Give the folded word, then its readings with a pronoun taken off its end (at least two letters stay).

    A ta marbuta shows as ت before a pronoun: both «…ت» and «…ه» (its folded form) are given.
    """
    yield word
    for pronoun in PRONOUNS:
        stem = word[: -len(pronoun)]
        if word.endswith(pronoun) and len(stem) >= 2:
            yield stem
            if stem.endswith("ت"):
                yield stem[:-1] + "ه"
