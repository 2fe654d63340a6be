"""The title: what the source or the page says it is, else the first line where it looks like one."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tawatur.clean.registers import outlet_names, plain
from tawatur.clean.rows import Row
from tawatur.records.article import Title
from tawatur.records.document import Document

_HEADLINES = ("jsonld:headline", "meta:og:title", "meta:twitter:title", "itemprop:headline", "meta:title", "html:title")
# what divides a title from the site's name in a page's metadata
_DIVIDER = re.compile(r"\s+[|\-–—:»«•·]+\s+|\s*\|\s*|\s+::\s+")
# The longest of the corpus's 20,282 titles has 23 words.
LONGEST_TITLE = 26
_LONGEST_HINT = 1000  # letters of a title in a page's head that are looked at
_MOST_CUTS = 3  # parts of a title in a page's head that may be the site's or a section's
_LEAST_FORM = 2  # words of a part of it that is looked for on the page: of one word, a menu's entry may be


class Told(NamedTuple):
    """What a document's fields say its title is: each form that it may stand in on the page, the likeliest first.

    `names` holds for each form what was cut from it, as `plain` gives it: where the form is found, that is the site's name.
    `sure` is False where only the browser's title says so, which may be the site's.
    """

    forms: tuple[str, ...]
    names: tuple[frozenset[str], ...]
    sure: bool


def given_title(document: Document, names: frozenset[str]) -> Told | None:
    """Give the title that the source's field or the page's metadata say, without the site's name, and its other forms."""
    if document.given.title and document.given.title.strip():
        return Told((document.given.title.strip(),), (frozenset(),), True)
    for name in _HEADLINES:
        for hint in document.hints:
            if hint.name == name and hint.value.strip():
                return _told(_without_site(hint.value.strip()[:_LONGEST_HINT], names), name != "html:title")
    return None


def _told(title: str, sure: bool) -> Told:
    """A title and what is left of it without its last parts or its first: a site's name that no list knows may be there."""
    cuts = list(_DIVIDER.finditer(title))[-_MOST_CUTS:]
    forms = {title: frozenset[str]()}
    for cut in reversed(cuts):
        forms.setdefault(title[: cut.start()].strip(), frozenset(map(plain, _DIVIDER.split(title[cut.end() :]))))
    for cut in cuts[:1]:
        forms.setdefault(title[cut.end() :].strip(), frozenset({plain(title[: cut.start()])}))
    return Told(tuple(forms), tuple(forms.values()), sure)


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


def locate(told: Told, rows: Sequence[Row], heads: Sequence[int], skipped: frozenset[int]) -> tuple[int, int] | None:
    """Give the number of the title's row and of the form that stands there; the rows of `heads` are looked at first.

    A heading that shares most of its words with what the metadata say is the title as the reader saw it. `skipped` rows
    (what the browser's tab shows) are no part of the page.
    """
    first = set(heads)
    order = [*heads, *(i for i in range(len(rows)) if i not in first and i not in skipped)]
    wanted = [plain(form) for form in told.forms]
    for number, words in enumerate(wanted):
        least = 1 if number == 0 else _LEAST_FORM
        for index in order:
            if rows[index].plain == words and (index in first or rows[index].size >= least):
                return index, number
    for number, words in enumerate(wanted):
        for index in heads:
            if _alike(rows[index].plain, words, min):
                return index, number
    for index, row in enumerate(rows[:3]):
        if index not in skipped and row.size <= LONGEST_TITLE and not row.stopped and _alike(row.plain, wanted[0], max):
            return index, 0
    return None


def titled(row: Row) -> Title:
    """Give the title that a row is."""
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
