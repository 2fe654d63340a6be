"""A Sentence: the unit of statements and of reuse. It never crosses a line."""

from tawatur.records.article import LineKind
from tawatur.records.base import Record, content_id


class Sentence(Record, frozen=True, kw_only=True):
    """A sentence of a document, of its line's kind."""

    id: str
    document: str
    start: int
    end: int
    kind: LineKind


def sentence_id(document: str, start: int, end: int) -> str:
    """Give the id of a sentence: of its document and place."""
    return content_id("s", document, start, end)
