"""A text cut into words, numbers and marks, each with its place and its entry in the lexicon."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from tawatur.annotate.dates.lexicon import NOTHING, Entry, lexicon
from tawatur.arabic.fold import Folded

# an hour before its day (17:45-2), a number with its inner marks (10:30, 2015/7/21, 3.5, 1,000), a run of letters, a line's end, any other mark
TOKEN = re.compile(r"\d{1,2}:\d\d(?=-\d{1,2}\s)|\d+(?:[:/.,\-–٫\\]\d+)*|[^\W\d_]+|\n|[^\w\s]|_")
_PLAIN = re.compile(r"\d{1,4}\Z")


class Tokens:
    """The tokens of one text. Reading beyond either end gives "" and an empty entry, so that readers need not look."""

    __slots__ = ("count", "entries", "folded", "spans", "starts", "words")

    def __init__(self, text: str) -> None:
        self.folded = Folded(text)
        table = lexicon()
        found = [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(self.folded.text)]
        self.words: list[str] = [word for word, _, _ in found]
        self.starts: list[int] = [start for _, start, _ in found]
        self.spans: list[tuple[int, int]] = [(start, end) for _, start, end in found]
        self.entries: list[Entry | None] = [table.get(word) for word in self.words]
        self.count = len(found)

    def word(self, at: int) -> str:
        """The folded word at `at`, "" outside of the text."""
        return self.words[at] if 0 <= at < self.count else ""

    def entry(self, at: int) -> Entry:
        """The entry at `at`, an empty one for a word that has none."""
        return (self.entries[at] or NOTHING) if 0 <= at < self.count else NOTHING

    def bare(self, at: int) -> str:
        """The folded word at `at` without the clitics that the lexicon knows of."""
        word = self.word(at)
        plain = word[self.entry(at).clitic :]
        # «للعاشر» is ل and العاشر
        return "ا" + plain if plain.startswith("ل") and word.startswith(("لل", "ولل")) and "ا" + plain in lexicon() else plain

    def this(self, at: int) -> bool:
        """Whether «هذا» or «هذه» stands at `at`, with a clitic or without."""
        return self.entry(at).relative == 0 and self.bare(at) in ("هذا", "هذه")

    def number(self, at: int) -> int | None:
        """The value of one to four digits at `at`."""
        word = self.word(at)
        return int(word) if word and word[0].isdigit() and _PLAIN.match(word) and word.isascii() else None

    def is_number(self, at: int) -> bool:
        """Whether the token at `at` begins with a digit."""
        return self.word(at)[:1].isdigit()

    def raw(self, at: int) -> str:
        """The words of the source at `at`."""
        start, end = self.spans[at]
        return self.folded.source[self.folded.start(start) : self.folded.end(end)]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of the tokens `start` to `end` (exclusive), without the clitic of the first."""
        first = self.spans[start][0] + self.entry(start).clitic
        return self.folded.start(first), self._trimmed(self.folded.end(self.spans[end - 1][1]))

    def _trimmed(self, end: int) -> int:
        source = self.folded.source
        while end and source[end - 1].isspace():
            end -= 1
        return end

    def at(self, offset: int) -> int:
        """The first token that begins at or after the source's `offset`."""
        return bisect_left(self.starts, self.folded.folded(offset))

    def window(self, at: int) -> Sequence[str]:
        """The folded words from `at` on, enough for a number in words."""
        return self.words[at : at + 12]
