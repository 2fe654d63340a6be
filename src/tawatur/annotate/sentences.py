"""Sentences: a line is cut at its stops, but not inside a quotation, a number, an address or an abbreviation."""

import re
from collections.abc import Iterator

from tawatur.arabic.marks import pair
from tawatur.records.article import Article
from tawatur.records.sentence import Sentence, sentence_id

# a run of stops and the closing marks after it
_STOP = re.compile(r"[.!?؟۔…]+[\"”“»’')\]]*")
# marks of direction may stand between the digits of a number (8.‏1)
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_ARABIC = re.compile("[\u0621-\u064a]")
# a quotation longer than this is taken as never closed: the longest of the corpus's closed quotations that hold a
# stop have some 600 characters
_LONGEST_QUOTATION = 700
# letters before a stop that a new sentence follows without a space: shorter words are abbreviations (د.فلان، أ.ف.ب)
_GLUED = 3
# letters looked at before a stop, invisible ones included
_LOOK = 12


def split(text: str, article: Article) -> list[Sentence]:
    """Give the sentences of `text`, line by line, each of its line's kind."""
    return [
        Sentence(id=sentence_id(article.document, start, end), document=article.document, start=start, end=end, kind=line.kind)
        for line in article.lines
        for start, end in cuts(text, line.start, line.end)
    ]


def cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the places of the sentences of one line of `text`. What has no letter or digit belongs to none."""
    line = text[start:end]
    quoted = sorted((a, b) for a, b in pair(line).close.items() if b - a <= _LONGEST_QUOTATION)
    at = nearest = shut = 0
    for stop in _STOP.finditer(line):
        while nearest < len(quoted) and quoted[nearest][0] < stop.start():
            shut = max(shut, quoted[nearest][1])
            nearest += 1
        if stop.start() < shut and stop.end() <= shut:
            continue
        if not _ends(line, stop):
            continue
        yield from _trimmed(line, at, stop.end(), start)
        at = stop.end()
    yield from _trimmed(line, at, len(line), start)


def _ends(line: str, stop: re.Match[str]) -> bool:
    """Whether a run of stops ends a sentence: white space or the line's end follows, or a word glued to a word."""
    left = line[max(0, stop.start() - _LOOK) : stop.start()].rstrip(_INVISIBLE)[-_GLUED - 1 :]
    word = re.search(r"[^\W_]+$", left)
    if stop.group() == "." and word and len(word.group()) == 1 and word.group().isalpha() and (word.start() or len(left) == 1):
        return False  # an abbreviation of one letter
    after = line[stop.end() : stop.end() + _GLUED].lstrip(_INVISIBLE)
    if not after or after[0].isspace():
        return bool(left) and not (left[-1].isspace() and stop.group() == ".")
    glued = word and len(word.group()) >= _GLUED and all(_ARABIC.match(letter) for letter in word.group())
    return bool(glued) and bool(_ARABIC.match(after)) and len(after) >= 2 and after[1].isalpha()


def _trimmed(line: str, at: int, end: int, offset: int) -> Iterator[tuple[int, int]]:
    part = line[at:end]
    if any(letter.isalnum() for letter in part):
        left = len(part) - len(part.lstrip())
        yield offset + at + left, offset + at + len(part.rstrip())
