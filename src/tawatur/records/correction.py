"""A Correction: what a person decided about one article. It points at the article's words, so it outlives a new run."""

from typing import Literal

from tawatur.records.base import Record, content_id
from tawatur.records.judgement import Subject

CorrectionKind = Literal["speaker", "date", "origin", "line"]


class Correction(Record, frozen=True, kw_only=True):
    """One thing that a person knows better than the program, of the article `document`.

    `speaker`: the statement at the place was made by `subject` (an entity), else by the one called `value`, else by nobody that is
    known. `date`: the article was published on `value` (ISO date, or time), or None where that is not known. `origin`: it is the text
    of the agency `value` (a key of the register), or None: of nobody but its outlet. `line`: the line at the place is of the
    kind `value`.

    `start`, `end` and `text` are the words that the person pointed at: those of the statement or the line; of a date and an
    origin the words that say it, None and empty where none do. `when` is an ISO time with zone; `undone`, where it is set, is when it was
    taken back.
    """

    id: str
    kind: CorrectionKind
    document: str
    start: int | None = None
    end: int | None = None
    text: str = ""
    value: str | None = None
    subject: Subject | None = None
    who: str
    when: str
    undone: str | None = None
    undone_by: str | None = None


def correction_id(
    kind: CorrectionKind, document: str, start: int | None, end: int | None, value: str | None, subject: Subject | None, when: str
) -> str:
    """Give the id of a correction: of what it says and when."""
    about = (subject.type, subject.name, *((m.document, m.start) for m in subject.mentions)) if subject else ()
    return content_id("w", kind, document, start, end, value, *about, when)


def place(told: Correction, text: str) -> tuple[int, int] | None:
    """Give where the words that were pointed at stand in the article's `text`: at their place, else where alone they stand; None where nowhere."""
    if told.start is None or told.end is None:
        return None
    if text[told.start : told.end] == told.text:
        return told.start, told.end
    at = text.find(told.text) if told.text else -1
    if at < 0 or text.find(told.text, at + 1) >= 0:
        return None
    return at, at + len(told.text)


def judged_by(told: Correction) -> str:
    """Give the reason that stands beside what a person decided, in English."""
    return f"judged by {told.who}"
