"""A sentence as tokens: folded words and signs with their places, and which of them are parts of names."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from tawatur.arabic.clitics import bare
from tawatur.arabic.fold import Folded
from tawatur.records.name import Name

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+|[^\w\s]")
_SIGNS = frozenset(".,،؛;:!?؟…()[]-–—\"'«»“”„‹›‘’/|")


class Clause:
    """The tokens of one sentence. `name[i]` is the name that token `i` is a part of, or None."""

    def __init__(self, folded: Folded, start: int, end: int, names: Sequence[Name]) -> None:
        text, offset = folded.text, folded.start
        found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, folded.folded(start), folded.folded(end))]
        self.words = [word for word, _, _ in found]
        self.starts = [offset(at) for _, at, _ in found]
        self.ends = [folded.end(to) for _, _, to in found]
        self.source = folded.source
        self.name: list[Name | None] = [None] * len(found)
        for name in names:
            at = bisect_left(self.ends, name.start + 1)
            while at < len(found) and self.starts[at] < name.end:
                self.name[at] = name
                at += 1

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """The folded word at `at`; empty outside of the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def bare(self, at: int) -> str:
        """The word at `at` without its article."""
        return bare(self.word(at))

    def sign(self, at: int) -> bool:
        """Whether a sign of punctuation stands at `at`, or the sentence has ended."""
        return not 0 <= at < len(self.words) or self.words[at] in _SIGNS

    def text(self, start: int, end: int) -> str:
        """The letters of the source from token `start` to token `end` (exclusive)."""
        return self.source[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def at(self, place: int) -> int:
        """The first token that ends after `place` in the source."""
        return bisect_left(self.ends, place + 1)
