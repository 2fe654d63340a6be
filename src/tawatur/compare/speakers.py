"""Two statements of the same words, and whether two people are said to have spoken them."""

from __future__ import annotations

from functools import cache

from rapidfuzz import fuzz

from tawatur.arabic.fold import fold
from tawatur.arabic.words import words
from tawatur.compare.clash import Clash, End, reason
from tawatur.compare.when import days_apart
from tawatur.records.collection import Collection
from tawatur.records.quote import Quote
from tawatur.records.span import Span
from tawatur.resources import load

_WORDS = 5  # shorter statements are formulae that two people may both have used
_SAME = 80  # letters in common, of a hundred, of the shorter statement: the same words
_SPELLING = 70  # letters in common of two spellings of one name
_JOINED = 5  # letters
_ADDRESS = ("http://", "https://", "www.")
_NAME = 2  # words of a name that is one: «المتحدث» is none


def other_speaker(collection: Collection, one: Quote, other: Quote) -> Clash | None:
    """Give the clash of two statements of the same words that are given to two people.

    Each must be named at his words, so that no pronoun was followed to the wrong one, and neither may stand in the other's
    sentence. The text of a notice, which several offices give out on several days, is nobody's own.
    """
    if not same_words(one.text, other.text) or not apart(collection, one, other) or _notices(collection, one, other):
        return None
    names = [str(quote.speaker_name) for quote in (one, other)]
    ends = [End(span(quote), name) for quote, name in zip((one, other), names, strict=True)]
    return Clash("conflict", "speaker", False, ends[0], ends[1], reason("speaker", a=names[0], b=names[1]))


def _notices(collection: Collection, one: Quote, other: Quote) -> bool:
    """Whether both are notices of what to do, with an address or to all of some people, and not known to be of one day."""
    return _notice(one.text) and _notice(other.text) and days_apart(collection, one.document, other.document) != 0


def _notice(text: str) -> bool:
    first = [word.text for word in words(text)]
    table = _notice_words()
    return any(sign in text for sign in _ADDRESS) or (
        len(first) > 1 and first[0] in table["opens"] and first[1] in table["all"] and bool(table["do"] & set(first))
    )


@cache
def _notice_words() -> dict[str, frozenset[str]]:
    return {key: frozenset(fold(word) for word in load("comparing")["notices"][key]) for key in ("opens", "all", "do")}


def span(quote: Quote) -> Span:
    """The place of a statement."""
    return Span(document=quote.document, start=quote.start, end=quote.end)


def same_words(a: str, b: str) -> bool:
    """Whether two statements are of the same words, five at least, but for spelling and what was cut."""
    short, long = sorted((fold(a), fold(b)), key=len)
    return len(short.split()) >= _WORDS and fuzz.partial_ratio(short, long) >= _SAME


def apart(collection: Collection, one: Quote, other: Quote) -> bool:
    """Whether two people are named as speakers, each at his own words, and no text names both of them there."""
    if not _named(one) or not _named(other) or (one.speaker and one.speaker == other.speaker):
        return False
    if akin(str(one.speaker_name), str(other.speaker_name)):
        return False
    return not (_beside(collection, one, other) or _beside(collection, other, one))


def _named(quote: Quote) -> bool:
    """Whether the speaker's name is of two words, none of them of an office or a body, and its last word stands at the statement."""
    if quote.speaker_kind != "named" or not quote.speaker_name or not quote.speaker_text:
        return False
    name = [word.text for word in words(quote.speaker_name)]
    here = {word.text for word in words(quote.speaker_text)}
    joined = any(word.startswith(("وال", "لل")) and len(word) > _JOINED for word in name)
    return len(name) >= _NAME and name[-1] in here and not joined and not set(name) & _no_name()


@cache
def _no_name() -> frozenset[str]:
    """Words of offices, titles and bodies: what holds one of them is a description, or a name wrongly cut."""
    heads = load("names/heads")
    classes = ("organization_construct", "organization_definite", "weak", "outlet", "event", "generic")
    own = load("comparing")["of_offices"]["of"]
    tables = [own, load("names/titles")["titles"], load("names/roles")["offices"], *(heads[name] for name in classes)]
    return frozenset(fold(word) for table in tables for word in table) - {fold("الشيخ")}


def akin(a: str, b: str) -> bool:
    """Whether two names share a word, or are spellings of one."""
    first, second = ({_bare(word.text) for word in words(name)} for name in (a, b))
    if first & second:
        return True
    return fuzz.partial_ratio("".join(sorted(first)), "".join(sorted(second))) >= _SPELLING or (
        fuzz.partial_ratio(fold(a).replace(" ", ""), fold(b).replace(" ", "")) >= _SPELLING
    )


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _beside(collection: Collection, one: Quote, other: Quote) -> bool:
    """Whether the last word of `other`'s speaker stands in the sentence of `one`."""
    text = collection.texts[one.document]
    places = [
        (sentence.start, sentence.end)
        for sentence in collection.sentences.get(one.document, ())
        if sentence.start < one.end and one.start < sentence.end
    ]
    near = {_bare(word.text) for start, end in places for word in words(text, start, end)}
    names = [_bare(word.text) for word in words(other.speaker_name or "")]
    return bool(names) and names[-1] in near
