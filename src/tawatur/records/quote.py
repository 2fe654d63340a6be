"""A Quote: a statement that a reporting cue gives to a speaker."""

from typing import Literal

from tawatur.records.base import Record, content_id

QuoteKind = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["named", "office", "unnamed", "body", "outlet"]


class Cue(Record, frozen=True, kw_only=True):
    """The reporting word, without و or ف."""

    start: int
    end: int
    text: str


class Link(Record, frozen=True, kw_only=True):
    """One who passed the words on, in a chain from the one who spoke to the one who wrote."""

    name: str
    entity: str | None = None
    start: int
    end: int


class Quote(Record, frozen=True, kw_only=True):
    """A statement. `speaker` (an entity) is set in settle; `speaker_name` is the fullest name in this article."""

    id: str
    document: str
    start: int
    end: int
    text: str
    kind: QuoteKind
    cue: Cue
    speaker: str | None = None
    speaker_name: str | None = None
    speaker_text: str = ""  # the words that name the speaker at this cue; empty where they are left out
    speaker_start: int | None = None  # where `speaker_name` stands in the text
    speaker_end: int | None = None
    speaker_kind: SpeakerKind | None = None
    addressee: str | None = None
    venue: str | None = None
    terms: str | None = None  # on which an unnamed source speaks («طلب عدم ذكر اسمه»)
    chain: tuple[Link, ...] = ()
    judged: str | None = None  # who said whose it is, where a person did


def quote_id(document: str, start: int, end: int) -> str:
    """Give the id of a statement: of its document and place."""
    return content_id("q", document, start, end)
