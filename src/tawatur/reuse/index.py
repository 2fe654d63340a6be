"""What the search for shared passages keeps from one run to the next, so that articles that are added meet all others without
a comparison of all with all. The store keeps it in tables; `Memory` keeps it for one run.

A *text* is the very words of one page or several: copies of one text are looked at once. Its number comes from its words.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Protocol

from tawatur.records.passage import Contents, Near, Pair, Passages, Scarce, Text, Texts, Tie


class Index(Protocol):
    """Texts, their fingerprints, and what was found between them."""

    def count(self) -> int:
        """How many texts there are."""

    def texts_of(self, documents: Iterable[str]) -> dict[str, int]:
        """The text of each of `documents` that has one."""

    def members(self, texts: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """The documents of each text that has any, in order."""

    def place(self, texts: Mapping[str, int | None]) -> None:
        """Say which text each document has from now on; None where it has no words, or is gone."""

    def add_texts(self, texts: Mapping[int, Text], prints: Mapping[int, Iterable[int]]) -> None:
        """Keep the words and the fingerprints of texts that are new."""

    def drop_texts(self, prints: Mapping[int, Iterable[int]]) -> None:
        """Forget texts that no document has any more; `prints` are their fingerprints."""

    def words(self, texts: Iterable[int]) -> dict[int, Text]:
        """The words of these texts."""

    def containing(self, words: array[int]) -> list[int]:
        """The texts in which these words stand in a row (and perhaps some others), in order."""

    def holders(self, values: AbstractSet[int]) -> Iterator[tuple[int, list[int]]]:
        """The texts, in order, of each of these fingerprints that stands in two or more."""

    def standing(self) -> frozenset[int]:
        """The fingerprints that stand in very many texts."""

    def set_standing(self, values: frozenset[int]) -> None:
        """Keep the fingerprints that stand in very many texts."""

    def pairs_of(self, texts: Iterable[int]) -> dict[Texts, Passages]:
        """All pairs of texts that were compared and in which one of `texts` stands, with what they share."""

    def set_pairs(self, dropped: Iterable[Texts], found: Mapping[Texts, Passages]) -> None:
        """Forget some pairs, and keep what others share."""

    def told(self) -> dict[Pair, Passages]:
        """What pairs of documents tell in other words."""

    def set_told(self, dropped: Iterable[Pair], found: Mapping[Pair, Passages]) -> None:
        """Forget some of these pairs, and keep what others tell."""

    def contents(self) -> dict[str, Contents]:
        """The content words of all documents of which they are known."""

    def set_contents(self, contents: Mapping[str, Contents | None]) -> None:
        """Keep the content words of these documents; None where one is gone."""

    def days(self) -> dict[str, int]:
        """The days of the documents (their ordinals) by which it was looked for what is told within few days."""

    def set_days(self, days: Mapping[str, int]) -> None:
        """Keep the days of all documents."""

    def near(self, days: Iterable[int]) -> dict[int, Near]:
        """What was found told within few days, and copied, when it was looked for on these of the days."""

    def set_near(self, found: Mapping[int, Near | None]) -> None:
        """Keep what was found on some days; None where no document is of a day any more."""

    def scarce(self) -> Scarce:
        """What was counted of the content words; empty where nothing is kept of it."""

    def set_scarce(self, scarce: Scarce) -> None:
        """Keep what was counted of the content words."""

    def ties(self, documents: Iterable[str]) -> dict[Pair, Tie]:
        """The ties of these documents with any."""

    def set_ties(self, dropped: Iterable[Pair], found: Mapping[Pair, Tie]) -> None:
        """Forget some ties, and keep others."""


def text_of(page: Text) -> int | None:
    """The number of a page's text: 63 bits of a hash of its words and of where its sentences begin; None where it has no words."""
    if not page.keys:
        return None
    digest = hashlib.blake2b(page.keys.tobytes(), digest_size=8)
    digest.update(page.starts.tobytes())
    return int.from_bytes(digest.digest(), "big") >> 1
