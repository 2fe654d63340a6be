"""What the head of one article reports and that of another denies («نفى»), in a story."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import words
from tawatur.compare.clash import Clash, End, reason
from tawatur.records.collection import Collection
from tawatur.records.sentence import Sentence
from tawatur.records.span import Span
from tawatur.records.story import Story
from tawatur.resources import lines, load

_SHARE = 0.7  # of the weighty words after «نفى» that the other head has too
_LEAST = 4  # such words in common
_FURTHEST = 12  # words after the denial that it is of
_LETTERS = 3
_BEGINS = 5  # words among which the other head tells the act itself, and not that it is talked about


class Head(NamedTuple):
    """A headline or first sentence: the stems of its weighty words, of those that it denies, and whether it affirms what it tells.

    `act` is the first weighty word that it denies; `first` are those with which it begins itself.
    """

    span: Span
    act: str
    first: frozenset[str]
    stems: frozenset[str]
    denied: frozenset[str]
    affirms: bool


def denied(collection: Collection, story: Story) -> Iterator[Clash]:
    """Give each denial in a story's headlines and leads with what it denies. Soft: who denies may be a party to it."""
    suspects = [document for document in story.documents if _may_deny(collection, document)]
    if not any(head.denied for document in suspects for head in _heads(collection, document)):
        return
    heads = [head for document in story.documents for head in _heads(collection, document)]
    denying = [head for head in heads if head.denied]
    doubting = {head.span.document for head in heads if head.denied or not head.affirms}
    for one in denying:
        for other in heads:
            if other.span.document not in doubting and _of(one, other):
                texts = [collection.texts[head.span.document][head.span.start : head.span.end] for head in (other, one)]
                why = reason("polarity", a=_short(texts[0]), b=_short(texts[1]))
                yield Clash("conflict", "polarity", True, End(other.span, "+"), End(one.span, "-"), why)


def _of(one: Head, other: Head) -> bool:
    shared = len(one.denied & other.stems)
    return one.act in other.first and shared >= _LEAST and shared >= _SHARE * len(one.denied)


def _told_first(collection: Collection, document: str) -> Iterator[Sentence]:
    """The headline and the first sentence of the prose."""
    seen: set[str] = set()
    for sentence in collection.sentences.get(document, ()):
        if sentence.kind in ("title", "body") and sentence.kind not in seen:
            seen.add(sentence.kind)
            yield sentence


def _may_deny(collection: Collection, document: str) -> bool:
    """Whether the letters of a denial stand in an article's head: few have them, and no other need be read word by word."""
    text = collection.texts[document]
    heads = [fold(text[one.start : one.end]) for one in _told_first(collection, document)]
    return any(word in head for head in heads for word in _words_of("denials"))


def _heads(collection: Collection, document: str) -> Iterator[Head]:
    text = collection.texts[document]
    names = (name.text for name in collection.settled[document].names if name.type in ("person", "organization"))
    people = {word.text for name in names for word in words(name)}  # who denies is named in both heads, whatever he denies
    for sentence in _told_first(collection, document):
        every = [word.text for word in words(text, sentence.start, sentence.end)]
        at = next((at for at, word in enumerate(every) if word.removeprefix("و") in _words_of("denials")), None)
        after = _denied(every, at, people) if at is not None else []
        span = Span(document=document, start=sentence.start, end=sentence.end)
        act = next((found for word in after if word not in _given() for found in _weighty([word])), "")
        first = _weighty(every[:_BEGINS])
        yield Head(
            span,
            act,
            first,
            _weighty(every),
            _weighty(after),
            not {word.removeprefix("و") for word in every} & _words_of("doubts"),
        )


def _denied(every: list[str], at: int, people: set[str]) -> list[str]:
    """The words after the denial at `at`, without who denies: names, and an office with what it is of."""
    near = every[at : at + 1 + _FURTHEST]
    return [word for before, word in pairwise(near) if word not in people and before not in _offices()]


@cache
def _offices() -> frozenset[str]:
    every = [*load("names/titles")["titles"], *load("names/roles")["offices"]]
    return frozenset(fold(word) for word in every) - {fold("أمام")}  # «إمام» is written as «أمام» is, in the folded view


def _weighty(every: list[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in every if len(word) > _LETTERS) - _light()


@cache
def _words_of(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("comparing")[name]["of"])


@cache
def _given() -> frozenset[str]:
    return frozenset(fold(name) for name in lines("names/given"))


@cache
def _light() -> frozenset[str]:
    titles = [*load("names/titles")["titles"], *load("names/roles")["offices"]]
    light = [*load("drift")["light"]["of"], *load("comparing")["light"]["of"], "وجود", "صحة", "أنباء", "تكون"]
    return frozenset(stem(fold(word)) for word in [*titles, *light])


def _short(text: str) -> str:
    parts = text.split()
    return " ".join(parts[:8]) + (" …" if len(parts) > 8 else "")
