"""A Change: what one run of the program says otherwise than the one before. A Tally counts them."""

from typing import Any, Literal

from tawatur.records.base import Record

ChangeKind = Literal[
    "publication", "origin", "date", "name", "statement", "event", "passage", "story", "finding", "commitment",
]  # fmt: skip
How = Literal["new", "gone", "changed"]


class Change(Record, frozen=True, kw_only=True):
    """One record that is new, gone, or says something else. `id` is that of the record now; of what it was where it is gone.

    `document`, `start` and `end` are its first place, None where it has none; `text` are words by which a person knows it. `before` and
    `after` are the fields that are looked at, None where there was or is no record; of a changed one only those that differ.
    """

    kind: ChangeKind
    how: How
    id: str
    document: str | None = None
    start: int | None = None
    end: int | None = None
    text: str = ""
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


class Tally(Record, frozen=True, kw_only=True):
    """How many records of a kind are as before, new, gone, and changed."""

    same: int = 0
    new: int = 0
    gone: int = 0
    changed: int = 0
