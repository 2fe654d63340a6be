"""The lines of a text that are not empty, with what every rule asks of them."""

import re
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.clean.registers import plain

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3]")
# what may follow the last word of a sentence after its stop
_CLOSERS = " \t\u00a0\"'”“»«’‘)]*\u200f\u200e\u202b\u202c\u202a"
_STOPS = ".!?؟۔…"


# A line without spaces is as long as its letters say, so that no rule for short lines looks at a line of megabytes.
_LONG_WORD = 40
_LONG_MARKS = 100  # the same for a line of marks, which are no words: what is drawn as a rule has fewer to a word


class Row(NamedTuple):
    """A line: its place in the text without the white space about it, its words, and how it ends.

    `blank_after` says whether an empty line follows it; `size` is the number of its words.
    """

    start: int
    end: int
    text: str
    folded: str
    plain: str
    size: int
    blank_after: bool

    @property
    def stopped(self) -> bool:
        """Whether it ends like a sentence."""
        return self.text.rstrip(_CLOSERS)[-1:] in _STOPS and bool(self.text.rstrip(_CLOSERS))

    @property
    def opens(self) -> bool:
        """Whether it ends on a mark that announces more."""
        return self.text.rstrip(_CLOSERS)[-1:] in ":،,؛;"

    @property
    def arabic(self) -> bool:
        """Whether it holds an Arabic letter."""
        return bool(_ARABIC.search(self.folded))


def rows(text: str) -> list[Row]:
    """Give the lines of `text` that are not empty, in order."""
    found: list[Row] = []
    places = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    for start, end in places:
        line = text[start:end]
        stripped = line.strip()
        if not stripped:
            continue
        begin = start + len(line) - len(line.lstrip())
        stop = begin + len(stripped)
        words = plain(stripped)
        size = max(words.count(" ") + 1, len(words) // _LONG_WORD, len(stripped) // _LONG_MARKS) if words else 0
        found.append(Row(begin, stop, stripped, fold(stripped), words, size, _blank(text, end)))
    return found


def _blank(text: str, end: int) -> bool:
    """Whether the line that ends at `end` is followed by an empty one."""
    after = text[end : end + 80]
    return after.count("\n", 0, len(after) - len(after.lstrip())) > 1
