"""The title: what the source or the page says it is, else the first line where it looks like one."""

import re
from collections.abc import Callable, Sequence

from tawatur.clean.registers import outlet_names, plain
from tawatur.clean.rows import Row
from tawatur.records.article import Title
from tawatur.records.document import Document

_HEADLINES = ("jsonld:headline", "meta:og:title", "meta:twitter:title", "itemprop:headline", "meta:title", "html:title")
# what divides a title from the site's name in a page's metadata
_DIVIDER = re.compile(r"\s+[|\-–—:»«•·]+\s+|\s*\|\s*|\s+::\s+")
# The longest of the corpus's 20,282 titles has 23 words.
LONGEST_TITLE = 26


def given_title(document: Document, names: frozenset[str]) -> str | None:
    """Give the title that the source's field or the page's metadata say, without the site's name."""
    if document.given.title and document.given.title.strip():
        return document.given.title.strip()
    for name in _HEADLINES:
        for hint in document.hints:
            if hint.name == name and hint.value.strip():
                return _without_site(hint.value.strip(), names)
    return None


def _without_site(title: str, names: frozenset[str]) -> str:
    """Cut the site's name from the end or the head of a title."""
    dividers = list(_DIVIDER.finditer(title))
    if not dividers:
        return title
    last, first = title[dividers[-1].end() :], title[: dividers[0].start()]
    if _is_site(last, names) and title[: dividers[-1].start()].strip():
        return _without_site(title[: dividers[-1].start()].strip(), names)
    if _is_site(first, names) and title[dividers[0].end() :].strip():
        return title[dividers[0].end() :].strip()
    return title


def _is_site(part: str, names: frozenset[str]) -> bool:
    words = plain(part)
    return words in names or words in outlet_names() or bool(re.fullmatch(r"[\w-]+(\.[\w-]+)+", part.strip()))


def locate(title: str | None, rows: list[Row], heads: list[int]) -> tuple[Title | None, int | None]:
    """Give the title with its place, and the number of its row; the rows of `heads` (a page's `h1`) are looked at first.

    A page's `h1` that shares most of its words with what the metadata say is the title as the reader saw it.
    """
    if title is None:
        return (_title(rows[heads[0]]), heads[0]) if len(heads) == 1 else (None, None)
    wanted = plain(title)
    order = [*heads, *(i for i in range(len(rows)) if i not in set(heads))]
    for index in order:
        if rows[index].plain == wanted:
            return _title(rows[index]), index
    for index in heads:
        if _alike(rows[index].plain, wanted, min):
            return _title(rows[index]), index
    for index, row in enumerate(rows[:3]):
        if row.size <= LONGEST_TITLE and not row.stopped and _alike(row.plain, wanted, max):
            return _title(rows[index]), index
    return Title(text=title), None


def _title(row: Row) -> Title:
    return Title(text=row.text, start=row.start, end=row.end)


def _alike(a: str, b: str, of: Callable[[int, int], int]) -> bool:
    """Whether two titles of three words at least share four fifths of the words of the shorter (`min`) or longer (`max`)."""
    one, two = set(a.split()), set(b.split())
    return min(len(one), len(two)) >= 3 and len(one & two) >= 0.8 * of(len(one), len(two))


def looks_like_title(row: Row, following: Sequence[Row]) -> bool:
    """Whether a text's first line is its title: short, not ended like a sentence, and before a gap or a longer line.

    `following` holds the next lines that may be prose: a second line of the headline may stand between.
    """
    if not following or row.stopped or row.opens or not 3 <= row.size <= LONGEST_TITLE:
        return False
    return row.blank_after or max(other.size for other in following) > 1.3 * row.size
