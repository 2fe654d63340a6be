"""What is kept of the search for shared passages: a text as runs of word keys, what two texts share, and what ties documents."""

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tawatur.records.reuse import FamilyDegree

Pair = tuple[str, str]  # two documents, the smaller id first
Texts = tuple[int, int]  # two texts, the smaller number first; twice the same: the copies of one text among themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The very words of one document or several, which are copies of one another then.

    `keys` are the words' keys of all sentences; sentence n takes the words `starts[n]` to `starts[n + 1]`.
    """

    keys: "array[int]"
    starts: "array[int]"

    def words(self, sentence: int) -> "array[int]":
        """The keys of one sentence."""
        return self.keys[self.starts[sentence] : self.starts[sentence + 1]]

    def length(self, sentence: int) -> int:
        """How many words a sentence has."""
        return self.starts[sentence + 1] - self.starts[sentence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The content words of those sentences of a document that have enough of them, as numbers.

    The words of the n-th of `sentences` end (exclusively) at `ends[n]` of `words`, each word once and in order.
    """

    words: "array[int]"
    sentences: "array[int]"
    ends: "array[int]"

    def each(self) -> "Iterator[array[int]]":
        """The words of each of the sentences."""
        start = 0
        for end in self.ends:
            yield self.words[start:end]
            start = end


class Places(NamedTuple):
    """Words of a document, and beside each which of the `sentences` of its `Contents` it stands in, counted from 0; in the order of these."""

    words: "array[int]"
    sentences: "array[int]"


class Scarce(NamedTuple):
    """In how many sentences of all documents each content word stands; and of each document where those words stand that few sentences have."""

    frequency: Mapping[int, int]
    places: Mapping[str, Places]


class Region(NamedTuple):
    """The longest stretch of equal words with small gaps: how many, how many that are nobody's formula, how many that join others."""

    words: int = 0
    solid: int = 0
    joints: int = 0
    longest: int = 0  # words of its longest run without a gap


class Match(NamedTuple):
    """Sentence `a` of one page and `b` of the other, with how many words they share in order."""

    a: int
    b: int
    matched: int
    share: float  # of the shorter sentence
    region: Region
    retold: bool = False  # told again in other words

    def turned(self) -> "Match":
        """The same match seen from the other side."""
        return self._replace(a=self.b, b=self.a)


Passages = tuple[tuple[Match, ...], ...]  # matches of consecutive sentences are one passage


Near = Mapping[Pair, tuple[Match, ...]]  # what pairs of documents tell within few days, or copy


class Tie(NamedTuple):
    """What makes two documents one family: how much they share, in words, and between which sentences."""

    degree: FamilyDegree
    words: int
    shares: tuple[float, float]  # of the words of the one and of the other, 0 to 1
    links: tuple[tuple[int, int], ...]
