"""The noun before a name that the tagger guessed says what it is: «بلدة القوارة», «لاعب ريفر بليت», «مرض باركنسون»."""

from tawatur.annotate.names.lexicon import FAMILY, FOREIGN, GIVEN, RENOWNED, adjectives, folded, rare
from tawatur.annotate.names.line import Guess, Line, head
from tawatur.annotate.names.tails import extent
from tawatur.arabic.fold import fold
from tawatur.records.name import NameType

_TAGGED = 1  # the rank of the tagger's own guesses
_SURE = 2
_LISTED = 4  # the rank of names that the tables have
_MOST = 2  # words of a name whose type the noun may change
_PERSONAL = frozenset(GIVEN + FAMILY + FOREIGN + RENOWNED)
_NUTS = frozenset(("جوز", "وجوز"))
_REGIONS = frozenset(("منطقه", "مدينه", "قريه", "بلده", "محافظه"))
_STATIONS = frozenset(fold(w) for w in ("قناة", "إذاعة", "تلفزيون", "صحيفة", "جريدة", "مجلة"))
_TAKEN_UP = frozenset(fold(w) for w in ("الفريق", "الصحيفة", "الموقع", "المحطة", "المجلة"))
_OPENING = frozenset('"“«(‘')
_KINDS: tuple[NameType, ...] = ("organization", "place", "product")


def told(line: Line, guess: Guess) -> Guess | None:
    """The tagger's person or place with the type that the noun before it gives; None where that noun leaves no name.

    A name with a given name or a family of the lists stays a person.
    """
    if guess.kind in ("country", "place") and line.word(guess.first - 1) in _NUTS:
        return None  # «جوز الهند»
    station = head(line.word(guess.first - 1), _STATIONS) is not None and not guess.cut and line.joined(guess.first - 1)
    if guess.kind == "place" and station and guess.last - guess.first <= _MOST:
        return guess._replace(kind="organization", rank=max(guess.rank, _SURE))  # «قناة أبوظبي»
    if _counted(line, guess):
        return None
    if guess.rank > _TAGGED or guess.kind not in ("person", "place") or guess.cut or not guess.first:
        return guess
    known = any(_PERSONAL & set(line.classes(k)) for k in range(guess.first, guess.last))
    at = guess.first - 1
    marked = line.words[at] in _OPENING
    at -= marked
    if guess.kind == "person" and not marked and head(line.word(at), folded("beside", "nobody")) is not None:
        return None
    if known or guess.last - guess.first > _MOST or not (marked or line.joined(at)):
        return guess
    for kind in _KINDS:
        if head(line.word(at), folded("beside", kind)) is not None and _fits(line, guess, kind):
            return guess._replace(kind=kind, rank=_SURE)
    return guess


def _counted(line: Line, guess: Guess) -> bool:
    """Whether the tagger's place is what a number counts, or what a region is like: «862 بئرا», «منطقة حدودية»."""
    word, before = line.words[guess.first], line.word(guess.first - 1)
    if guess.rank > _TAGGED or guess.kind != "place" or guess.last - guess.first > 1 or line.classes(guess.first) or not before:
        return False
    return (word.endswith("ا") and "0" in before) or (
        word.endswith("يه") and not word.startswith("ال") and head(before, _REGIONS) is not None
    )


def _fits(line: Line, guess: Guess, kind: NameType) -> bool:
    """Whether the guess may be of the type: a place after «بلدة» is one word, a club or a film no common word."""
    lone = guess.last - guess.first == 1
    marked = line.word(guess.first - 1) in _OPENING
    if kind == "place":
        return guess.kind == "person" and lone
    if kind == "product" and (guess.kind == "place" or not (lone or marked)):
        return False
    return rare(line.words[guess.first])


def named_before(line: Line, guess: Guess) -> bool:
    """Whether the two words only take up a team or an outlet that was named before: «الفريق الأرجنتيني»."""
    pair = guess.kind == "organization" and guess.last - guess.first == 2
    if not pair or line.words[guess.first + 1] not in adjectives():
        return False
    return line.words[guess.first][guess.cut :] in _TAKEN_UP


def construct(line: Line, guess: Guess) -> bool:
    """Whether a lone name that is a common noun too has a genitive, or is a verb: «حماس الجماهير», «حماة الوطن», «أودى بحياة»."""
    if guess.last - guess.first > 1 or guess.rank > _LISTED:
        return False
    word, then = line.words[guess.first][guess.cut :], line.word(guess.last)
    if word == "اودي":
        return then.startswith(("ب", "ال")) and line.text[line.tokens[guess.first].end - 1] == "ى"
    genitive = then.startswith("ال") and then not in adjectives() and then not in extent() and line.joined(guess.first)
    return genitive and word in folded("beside", "homonyms")
