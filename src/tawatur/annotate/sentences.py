"""Sentences: a line is cut at its stops, but not inside a quotation, a number or an abbreviation."""

import re
from collections.abc import Iterator

from tawatur.records.article import Article
from tawatur.records.sentence import Sentence, sentence_id

# a stop, more stops or closing marks after it, then white space or the line's end; not between digits (3.5),
# and not after a single letter, which is an abbreviation (د. أحمد، أ.ف.ب)
_STOP = re.compile(r"(?<![\s.][^\W\d_])(?<!^[^\W\d_])[.!?؟۔…]+[\"”“»’')\]]*(?=\s|$)")
_OPEN, _CLOSE = "“«", "”»"
# a quotation longer than this is taken as never closed: the longest of the corpus's closed quotations that hold a
# stop have some 600 characters
_LONGEST_QUOTATION = 700


def split(text: str, article: Article) -> list[Sentence]:
    """Give the sentences of `text`, line by line, each of its line's kind."""
    return [
        Sentence(id=sentence_id(article.document, start, end), document=article.document, start=start, end=end, kind=line.kind)
        for line in article.lines
        for start, end in _cuts(text, line.start, line.end)
    ]


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    line = text[start:end]
    quoted = _quotations(line)
    at = 0
    for stop in _STOP.finditer(line):
        if any(a < stop.start() < b and stop.end() < b for a, b in quoted):
            continue
        yield from _trimmed(line, at, stop.end(), start)
        at = stop.end()
    yield from _trimmed(line, at, len(line), start)


def _trimmed(line: str, at: int, end: int, offset: int) -> Iterator[tuple[int, int]]:
    part = line[at:end]
    if any(letter.isalnum() for letter in part):
        left = len(part) - len(part.lstrip())
        yield offset + at + left, offset + at + len(part.rstrip())


def _quotations(line: str) -> list[tuple[int, int]]:
    """The stretches of `line` between a pair of quotation marks: straight marks pair off as they come."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for at, letter in enumerate(line):
        opens, closes = letter in _OPEN, letter in _CLOSE
        if letter == '"':
            opens, closes = opened is None, opened is not None
        if opens and opened is None:
            opened = at
        elif closes and opened is not None:
            if at - opened <= _LONGEST_QUOTATION:
                found.append((opened, at + 1))
            opened = None
    return found
