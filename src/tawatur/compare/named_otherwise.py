"""Copies of one sentence in which another name stands in one place: another person, place or country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import Word, words
from tawatur.compare.clash import Clash, End, reason
from tawatur.compare.speakers import akin
from tawatur.records.collection import Collection
from tawatur.records.finding import Aspect
from tawatur.records.name import Name
from tawatur.records.reuse import Reuse
from tawatur.records.span import Span
from tawatur.resources import load

_ALIKE = 0.85  # share of the shorter sentence's words in the other; below it a name may belong to another clause
_AROUND = 2  # words right before and right after the names, all of which are the same
_WORDS = 5  # of a name at the most
_FULL = 2  # words of a person's name, from which on two are known to be of two people
_ASPECTS: Mapping[str, Aspect] = {"place": "place", "person": "name"}


class Side(NamedTuple):
    """A sentence with its words, and the mentions of names in it by the place of their first word."""

    words: list[Word]
    names: dict[int, tuple[Name, int]]


def named_otherwise(collection: Collection, rows: Iterable[Reuse], read: Read) -> Iterator[Clash]:
    """Give the names that differ in copies of one sentence; `rows` are of articles of one story or thread, `read` is what is known of them."""
    for row in rows:
        if row.degree != "edited" or row.template or row.score < _ALIKE:
            continue
        if read.adds_name(row.a, row.b.document) and read.adds_name(row.b, row.a.document):
            clash = _compared(collection, row, read.side(row.a), read.side(row.b))
            if clash:
                yield clash


class Read:
    """What is read of sentences, each once."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._sides: dict[Span, Side] = {}
        self._inside: dict[Span, list[Name]] = {}
        self._called: dict[str, frozenset[tuple[str, str]]] = {}

    def adds_name(self, span: Span, document: str) -> bool:
        """Whether a sentence has a name that `document` has nowhere: else that text names both, and nothing is told otherwise."""
        if document not in self._called:
            self._called[document] = frozenset((one.type, one.text) for one in self._collection.settled[document].names)
        return any((one.type, one.text) not in self._called[document] for one in self._mentions(span))

    def _mentions(self, span: Span) -> list[Name]:
        if span not in self._inside:
            names = self._collection.settled[span.document].names
            self._inside[span] = [
                one for one in names if span.start <= one.start and one.end <= span.end and one.type in _ASPECTS
            ]
        return self._inside[span]

    def side(self, span: Span) -> Side:
        """The words and names of a sentence."""
        if span not in self._sides:
            every = list(words(self._collection.texts[span.document], span.start, span.end))
            names: dict[int, tuple[Name, int]] = {}
            for one in self._mentions(span):
                inside = [at for at, word in enumerate(every) if word.start < one.end and one.start < word.end]
                if inside and len(inside) <= _WORDS:
                    names[inside[0]] = (one, inside[-1] + 1)
            self._sides[span] = Side(every, names)
        return self._sides[span]


def _compared(collection: Collection, row: Reuse, a: Side, b: Side) -> Clash | None:
    """The one place where a whole name stands for another; where more is changed, the sentences are of two things."""
    if not a.names or not b.names:
        return None
    stems = [[stem(word.text) for word in side.words] for side in (a, b)]
    edits = [code for code in Indel.opcodes(*stems) if code.tag != "equal"]
    blocks = _blocks(edits)
    found = [block for block in blocks if block[0] < block[1] and block[2] < block[3]]
    if len(found) != 1:
        return None
    a1, a2, b1, b2 = found[0]
    one, other = _name(a, a1, a2), _name(b, b1, b2)
    if one is None or other is None or one.type != other.type or _one_name(collection, one, other):
        return None
    same = (
        stems[0][a1 - _AROUND : a1] == stems[1][b1 - _AROUND : b1] and stems[0][a2 : a2 + _AROUND] == stems[1][b2 : b2 + _AROUND]
    )
    if not same or a1 < _AROUND:
        return None
    why = reason("name", a=one.text, b=other.text)
    return Clash("conflict", _ASPECTS[one.type], False, End(row.a, one.text), End(row.b, other.text), why)


def _two_names(one: str, other: str) -> bool:
    """Whether one place is known by both names."""
    return any({fold(one), fold(other)} <= row for row in _names_of_one())


@cache
def _names_of_one() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(fold(name) for name in row) for row in load("comparing")["two_names"]["of"])


def _blocks(edits: Sequence[object]) -> list[tuple[int, int, int, int]]:
    """Runs of edits that touch each other, as places in both sentences."""
    blocks: list[tuple[int, int, int, int]] = []
    for edit in edits:
        a1, a2 = edit.src_start, edit.src_end  # type: ignore[attr-defined]
        b1, b2 = edit.dest_start, edit.dest_end  # type: ignore[attr-defined]
        if blocks and blocks[-1][1] == a1 and blocks[-1][3] == b1:
            blocks[-1] = (blocks[-1][0], a2, blocks[-1][2], b2)
        else:
            blocks.append((a1, a2, b1, b2))
    return blocks


def _name(side: Side, first: int, last: int) -> Name | None:
    """The name that the words from `first` to before `last` are, the whole of it."""
    name, end = side.names.get(first, (None, 0))
    return name if name is not None and end == last else None


def _one_name(collection: Collection, one: Name, other: Name) -> bool:
    """Whether two mentions are of one, or each text names the other too, so that both may be right."""
    if akin(one.text, other.text) or (one.entity and one.entity == other.entity) or _two_names(one.text, other.text):
        return True
    if one.type == "person" and min(len(one.text.split()), len(other.text.split())) < _FULL:
        return True  # a single word may be the other's in another script's spelling
    return any(
        akin(name.text, apart.text)
        for name, apart in ((one, other), (other, one))
        for name in collection.settled[name.document].names
        if name.type == apart.type
    )
