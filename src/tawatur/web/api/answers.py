"""What the API answers with, beside the records themselves."""

from typing import Generic, TypeVar

from tawatur.records.base import Record
from tawatur.records.judged import Became, Room
from tawatur.records.quote import Quote

T = TypeVar("T")


class Page(Record, Generic[T], frozen=True, kw_only=True):
    """A part of a list: `items` from `offset` on, of `total` in all."""

    total: int
    offset: int
    limit: int
    items: tuple[T, ...]


class Overview(Record, frozen=True, kw_only=True):
    """What the store holds: how many of each kind of record, by the export's file names; `state` changes with any of them."""

    version: str
    state: str
    counts: dict[str, int]


class Statement(Record, frozen=True, kw_only=True):
    """A statement with the story that its article belongs to and the outlet that printed it."""

    statement: Quote
    story: str | None = None
    outlet: str | None = None


class Edited(Record, frozen=True, kw_only=True):
    """An edit that was kept: what it is of (`room`), who made it and when, and what became of it in the last run (`became`:
    "waiting" where no run has seen it yet). `entities` and `stories` are the ids of those that it speaks of now.
    """

    id: str
    room: Room
    kind: str
    who: str
    when: str
    undone: str | None = None
    undone_by: str | None = None
    became: Became
    entities: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()


class Wrong(Record, frozen=True, kw_only=True):
    """Why there is no answer: a code that stays, and words in English."""

    code: str
    error: str
