"""Direct statements of a story compared: one utterance told with another word that turns its meaning, or by another speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import Word, words
from tawatur.compare.clash import Clash, End, reason
from tawatur.compare.speakers import other_speaker
from tawatur.records.collection import Collection
from tawatur.records.quote import Quote
from tawatur.records.span import Span
from tawatur.records.story import Story
from tawatur.resources import load

_LEAST = 4  # words of their own in common, in one order, from which on two short utterances may be one
_SHARE = 0.6  # of the words of the shorter one. Not measured: the seeds' one conflict has four of six
_LONGEST = 12  # words of an utterance that is compared as one; a longer one is compared by copies of its sentence
_COMMON = 12  # statements of a story that begin with one word: a formula


class Uttered(NamedTuple):
    """A sentence of a direct statement, its words and their stems (one stand for verbs of one meaning)."""

    quote: Quote
    span: Span
    words: list[Word]
    stems: list[str]


def said(collection: Collection, story: Story) -> Iterator[Clash]:
    """Give what the direct statements of a story say against each other. Only those that begin with the same word are compared."""
    by_word: dict[str, list[Uttered]] = defaultdict(list)
    for document in story.documents:
        for one in _uttered(collection, document):
            by_word[one.stems[0]].append(one)
    for _, rows in sorted(by_word.items()):
        if len(rows) <= _COMMON:
            for at, one in enumerate(rows):
                for other in rows[at + 1 :]:
                    clash = _compared(collection, one, other) if one.quote.document != other.quote.document else None
                    if clash:
                        yield clash


def _uttered(collection: Collection, document: str) -> Iterator[Uttered]:
    text = collection.texts[document]
    for quote in collection.settled[document].quotes:
        if quote.kind == "direct":
            start = quote.start
            for piece in quote.text.split("."):
                found = [word for word in words(text, start, start + len(piece)) if word.text not in _light()]
                start += len(piece) + 1
                if _LEAST <= len(found) <= _LONGEST:
                    span = Span(document=document, start=found[0].start, end=found[-1].end)
                    yield Uttered(quote, span, found, [_sense(word.text) for word in found])


@cache
def _light() -> frozenset[str]:
    return frozenset(fold(word) for word in load("comparing")["light"]["of"])


@cache
def _senses() -> dict[str, str]:
    table = load("comparing")["predicates"]["of"]
    return {fold(word): f"={number}" for number, row in enumerate(table) for word in row}


def _sense(word: str) -> str:
    bare = word[1:] if word.startswith("و") and len(word) > 4 else word
    return _senses().get(bare) or stem(bare)


def _compared(collection: Collection, one: Uttered, other: Uttered) -> Clash | None:
    pairs = _in_order(one.stems, other.stems)
    shorter = min(len(one.stems), len(other.stems))
    if len(pairs) < _LEAST or len(pairs) < _SHARE * shorter:
        return None
    turned = _other_people(one, other, pairs)
    if turned is None:
        return other_speaker(collection, one.quote, other.quote)
    a, b = (_as_written(collection, side, at) for side, at in zip((one, other), turned, strict=True))
    names = [_called(side.quote) for side in (one, other)]
    ends = [End(side.span, name) for side, name in zip((one, other), names, strict=True)]
    if _two_people(one.quote, other.quote):
        why = reason("speaker_content", x=names[0], y=names[1], a=a, b=b)
        return Clash("conflict", "speaker", False, ends[0], ends[1], why)
    return Clash("conflict", "content", False, ends[0], ends[1], reason("content", a=a, b=b))


def _as_written(collection: Collection, side: Uttered, at: int) -> str:
    """A word as the article spells it."""
    word = side.words[at]
    return collection.texts[side.quote.document][word.start : word.end]


def _two_people(one: Quote, other: Quote) -> bool:
    return bool(one.speaker and other.speaker and one.speaker != other.speaker)


def _called(quote: Quote) -> str:
    return quote.speaker_name or quote.speaker_text or "-"


def _in_order(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The words that both have, in one order: a longest common subsequence. Both are short."""
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            best[i][j] = best[i + 1][j + 1] + 1 if a[i] == b[j] else max(best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _other_people(one: Uttered, other: Uttered, pairs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Where, right after the same word, one names another state or people than the other does («السورية» and «الروسية»)."""
    for i, j in pairs:
        after = i + 1, j + 1
        if after[0] < len(one.stems) and after[1] < len(other.stems):
            first, second = _people(one.words[after[0]].text), _people(other.words[after[1]].text)
            if first and second and first != second:
                return after
    return None


@cache
def _peoples() -> dict[str, str]:
    """The state of every adjective and name of a state, by its stem."""
    found: dict[str, str] = {}
    for code, row in load("names/countries").items():
        for form in [*row["adjective"], *(form for form in row["forms"] if " " not in form)]:
            found[stem(fold(form.lstrip("+")))] = code
    return found


def _people(word: str) -> str | None:
    return _peoples().get(stem(word))
