"""Events: who did what to whom. A mention as it stands in one text, and the event that it tells."""

from typing import Literal

from tawatur.records.base import Record, content_id
from tawatur.records.figure import Figure
from tawatur.records.span import Span

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
    "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EventStatus = Literal["happened", "planned", "threatened", "denied", "possible"]
# `words`: a date stands in the clause; `meeting`: the day of the meeting of the same two states, told in the same article
DateBasis = Literal["words", "meeting"]


class Party(Record, frozen=True, kw_only=True):
    """Words that say who acts or suffers. `code` is CAMEO's («TURMIL»); `country` an ISO 3166-1 code of two letters.

    `of_state`: armed forces or authorities without a name of their own, which stand for their state.
    """

    start: int
    end: int
    text: str
    code: str | None = None
    country: str | None = None
    of_state: bool = False


class EventMention(Record, frozen=True, kw_only=True):
    """A deed as a clause tells it: `start` to `end` is the trigger, `sentence` what it stands in.

    `time` and `place` are spans of the expression of time and of the name; `said_by` is the statement that it stands in.
    """

    document: str
    start: int
    end: int
    text: str
    type: EventType
    mode: str | None = None
    cameo: str
    status: EventStatus = "happened"
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    time: Span | None = None
    place: Span | None = None
    said_by: str | None = None
    sentence: Span
    clause: Span | None = None  # the part of the sentence up to words that begin with another matter («فيما», a semicolon)
    weight: float | None = None  # how far the clause reports the deed rather than speaks of one, 0 to 1


class Event(Record, frozen=True, kw_only=True):
    """Who did what to whom, when and where. `actor`, `recipient` and `place` are entities, their names the words of the text.

    `date` is a value as `Date` has it, and `date_basis` says where it is from. `cameo` is the root code of two digits.
    """

    id: str
    story: str | None = None
    type: EventType
    mode: str | None = None
    cameo: str | None = None
    actor: str | None = None
    actor_name: str | None = None
    actor_code: str | None = None
    recipient: str | None = None
    recipient_name: str | None = None
    recipient_code: str | None = None
    date: str | None = None
    date_basis: DateBasis | None = None
    place: str | None = None
    place_name: str | None = None
    figures: tuple[Figure, ...] = ()  # counts in the clauses that tell it, in the order of the evidence
    status: EventStatus
    said_by: str | None = None
    weight: float | None = None  # how far the clauses report the deed rather than speak of one, 0 to 1; for ASSAULT and PROTEST
    evidence: tuple[Span, ...]


def event_id(document: str, kind: str, start: int, end: int) -> str:
    """Give the id of an event: of its type and of the place of its first trigger."""
    return content_id("v", document, kind, start, end)
