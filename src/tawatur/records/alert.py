"""An Alert: one thing that a desk waits for, told once, with the words that say it."""

from tawatur.records.alert_kinds import AlertKind
from tawatur.records.base import Record, content_id
from tawatur.records.finding import Reason
from tawatur.records.span import Span


class Alert(Record, frozen=True, kw_only=True):
    """`key` is what is told, so that it is told once: it stays the same when more articles come to carry it.

    `about` is what it is about (the title of a story, else of an article); `evidence` the words in the articles; `made` an ISO
    time with zone.
    """

    id: str
    kind: AlertKind
    key: str
    story: str | None = None
    about: str | None = None
    says: Reason
    evidence: tuple[Span, ...] = ()
    made: str


def alert_id(key: str) -> str:
    """Give the id of an alert: of what it tells."""
    return content_id("x", key)
