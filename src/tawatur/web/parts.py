"""Cutting what is long into parts, so that no page grows without bound."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from tawatur.records.view import DocumentView
from tawatur.web.address import Links

# A part of an article: at most this many lines and code points. An article of 5,000 words (ten times the usual length) still
# stands on one page; 60,000 letters with their marks make a page of about half a megabyte (measured on generated text).
LINES = 400
LETTERS = 60_000

STORIES = 60  # rows of a list of stories
ARTICLES = 100  # of one story, on one page
STATEMENTS = 40
FINDINGS = 40
FOUND = 24  # of all findings
CHANGES = 30
ROWS = 120  # of two articles side by side
NAMES = 120
EVENTS = 40
COMMITMENTS = 40
THREADS = 60
WIRES = 60
REFUSALS = 500

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Pager:
    """Where a page stands among its parts; empty links at the ends."""

    page: int
    pages: int
    before: str
    after: str


def pager(links: Links, pages: int) -> Pager:
    """Give the links to the parts beside this one."""
    here = links.here
    before = links.to(here.at(here.page - 1)) if here.page > 1 else ""
    after = links.to(here.at(here.page + 1)) if here.page < pages else ""
    return Pager(page=here.page, pages=pages, before=before, after=after)


def part(items: Sequence[T], page: int, size: int) -> Sequence[T]:
    """Give the items of the part of this number (1 is the first); empty beyond the end."""
    return items[(page - 1) * size : page * size]


def parts(count: int, size: int) -> int:
    """Give how many parts so many items make; one at least."""
    return max(1, -(-count // size))


def cuts(view: DocumentView) -> list[int]:
    """Give the places at which the parts of an article begin; the first is 0.

    Parts begin where a line does, or inside one that is longer than a part.
    """
    found, lines, start = [0], 0, 0
    for line in view.article.lines:
        if lines >= LINES or (lines and line.end - start > LETTERS):
            found.append(line.start)
            lines, start = 0, line.start
        lines += 1
        while line.end - start > LETTERS:
            start += LETTERS
            found.append(start)
            lines = 1
    return found


def part_of(found: Sequence[int], place: int) -> int:
    """Give the number of the part that holds `place`."""
    return max(1, bisect_right(found, place))
