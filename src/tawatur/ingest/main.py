"""Which lines of a page are the article: trafilatura's answer, found again among our own lines."""

import logging
from collections.abc import Sequence
from typing import Any

import msgspec

from tawatur.records.document import Layout

_LONG = 25  # letters without spaces: a line of that length stands in one place of a page, a shorter one may be a menu's

_LOOKUPS = 300  # lines that are looked for inside others, so that a page of thousands costs no more than one of hundreds
_LONGEST = 1_000_000  # letters of text: what is longer is no article, and takes trafilatura minutes
_PROSE = 80  # letters of a line that looks like prose: longer than most headlines
_LITTLE = 250  # letters below which trafilatura's answer is always looked at twice: its own least size of an article


def mark_main(root: Any, text: str, layout: Sequence[Layout]) -> tuple[Layout, ...]:
    """Give `layout` with `main` set where trafilatura counts the line to the article.

    Its text has no offsets and is changed in places, so its lines are looked up in ours without white space: whole
    lines, or long parts of one in the other. A short line counts only between two that were found.
    """
    if len(text) > _LONGEST:
        return tuple(layout)
    chosen = [line for line in map(_squeeze, _chosen(root, _prose(layout)).split("\n")) if line]
    if not chosen:
        return tuple(layout)
    lines = [_squeeze(text[place.start : place.end]) for place in layout]
    whole = frozenset(chosen)
    sure = [len(line) >= _LONG and line in whole for line in lines]
    _add_parts(lines, chosen, sure)
    if not any(sure):  # an article of short lines only
        return tuple(_marked(place, line in whole) for place, line in zip(layout, lines, strict=True))
    first, last = sure.index(True), len(sure) - 1 - sure[::-1].index(True)
    return tuple(_marked(place, sure[at] or (first <= at <= last and lines[at] in whole)) for at, place in enumerate(layout))


def _add_parts(lines: Sequence[str], chosen: Sequence[str], sure: list[bool]) -> None:
    """Mark our lines that are a part of one of the extractor's (a line break lies between), and those that hold one."""
    ours = frozenset(lines)
    left = [line for line in chosen if len(line) >= _LONG and line not in ours][:_LOOKUPS]
    if not left:
        return
    joined = "\n".join(left)
    at_most = [at for at, line in enumerate(lines) if not sure[at] and len(line) >= _LONG][:_LOOKUPS]
    for at in at_most:
        sure[at] = lines[at] in joined or any(part in lines[at] for part in left)


def _marked(place: Layout, main: bool) -> Layout:
    return msgspec.structs.replace(place, main=True) if main else place


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _prose(layout: Sequence[Layout]) -> int:
    """How many letters of the page stand in lines that look like prose: long, and more words than links."""
    return sum(place.end - place.start for place in layout if place.end - place.start >= _PROSE and place.linked < 0.5)


def _chosen(root: Any, prose: int) -> str:
    """Trafilatura's text of the page; empty where it finds none.

    Its fast way first, which takes two thirds of the time and gave the same lines on all six pages at hand; its full way,
    which compares with other extractors, where the fast one left out half of what looks like prose.
    """
    found = _extract(root, fast=True)
    return found if len(found) >= max(_LITTLE, prose // 2) else _extract(root, fast=False)


def _extract(root: Any, fast: bool) -> str:
    import trafilatura

    logger = logging.getLogger("trafilatura")
    if not logger.handlers:  # else its remarks on odd pages go to the user's terminal
        logger.addHandler(logging.NullHandler())
    # it works on a copy of the tree
    return trafilatura.extract(root, include_comments=False, output_format="txt", fast=fast) or ""
