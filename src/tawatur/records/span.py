"""A stretch of a document's text: every statement of the program points at one."""

from tawatur.records.base import Record


class Span(Record, frozen=True, kw_only=True):
    """Code points `start` to `end` (exclusive) of the text of `document` (an id)."""

    document: str
    start: int
    end: int
