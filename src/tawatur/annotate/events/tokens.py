"""A text as tokens for the reading of deeds: words and signs with their places, names and expressions of time among them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tawatur.arabic.fold import Folded
from tawatur.records.name import Name
from tawatur.records.time import TimeExpression

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+|[^\w\s]")


class Named(NamedTuple):
    """A name among the tokens: the token after its last, and the record."""

    end: int
    name: Name


class Tokens:
    """The tokens of a text. `words[i]` is folded; `names` goes by the first token; `timed` holds the tokens of expressions of time."""

    def __init__(self, text: str, names: Sequence[Name], times: Sequence[TimeExpression]) -> None:
        self.folded = Folded(text)
        found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(self.folded.text)]
        self.words = [word for word, _, _ in found]
        self._starts = [start for _, start, _ in found]
        self._ends = [end for _, _, end in found]
        self.names: dict[int, Named] = {}
        self.named: set[int] = set()  # all tokens of names
        self.timed: dict[int, int] = {}
        for name in names:
            start, end = self.within(name.start, name.end)
            if start < end:
                self.names[start] = Named(end, name)
                self.named.update(range(start, end))
        for number, time in enumerate(times):
            start, end = self.within(time.start, time.end)
            self.timed.update(dict.fromkeys(range(start, end), number))

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The tokens (end exclusive) that touch the place `start` to `end` of the source."""
        low, high = self.folded.folded(start), self.folded.folded(end)
        first = bisect_left(self._ends, low + 1)
        return first, bisect_left(self._starts, high)

    def place(self, start: int, end: int, skip: int = 0) -> tuple[int, int]:
        """The place in the source of tokens `start` to `end` (exclusive), without the first `skip` folded letters."""
        return self.folded.start(self._starts[start] + skip), self.folded.end(self._ends[end - 1])

    def offset(self, at: int) -> int:
        """The place in the source where a token begins."""
        return self.folded.start(self._starts[at])
