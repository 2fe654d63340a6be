"""Kinds of line as people corrected them: laid over what the rules said, before anything else is read from the lines."""

from collections.abc import Mapping, Sequence

from tawatur.clean import credits as signed
from tawatur.clean.page import Page, Verdict
from tawatur.clean.residue import prefix
from tawatur.clean.rows import Row
from tawatur.records.article import LineKind
from tawatur.records.correction import Correction, judged_by, place

_KINDS: Mapping[str, LineKind] = {
    kind: kind for kind in ("body", "title", "heading", "caption", "byline", "dateline", "credit", "furniture")
}
_SIGNED = ("byline", "dateline", "credit")


def judged(page: Page, verdicts: Sequence[Verdict], text: str, corrections: Sequence[Correction]) -> list[Verdict]:
    """Give the verdicts as people corrected them, the last of each line; the page's title and credits follow."""
    found = list(verdicts)
    for told in sorted((one for one in corrections if not one.undone), key=lambda one: (one.when, one.id)):
        kind, index = _KINDS.get(told.value or ""), _row(place(told, text), page.rows)
        if kind and index is not None:
            found[index] = Verdict(kind, judged_by(told))
            _follow(page, index, kind)
    return found


def _row(at: tuple[int, int] | None, rows: Sequence[Row]) -> int | None:
    """The first line that holds some of the words."""
    return next((index for index, row in enumerate(rows) if at and row.start < at[1] and row.end > at[0]), None)


def _follow(page: Page, index: int, kind: LineKind) -> None:
    """A line that signs is read for who signs, and one that does not is not; the title is where the person says."""
    if kind in _SIGNED:
        credit = page.credits.get(index) or signed.line(page.rows[index], page.own, prefix(page.rows[index]), loose=True)
        if credit:
            page.credits[index] = credit
    else:
        page.credits.pop(index, None)
    if kind == "title":
        page.title, page.titled = index, True
    elif page.title == index:
        page.title = None
