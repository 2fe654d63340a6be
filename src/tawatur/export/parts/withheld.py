"""A source for those to whom the articles' texts may not be passed on: places, hashes and figures stay, words that run on do not."""

from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec
from msgspec import structs

from tawatur.export.parts.passed import Passed
from tawatur.records.commitment import Commitment
from tawatur.records.document import Given
from tawatur.records.event import Event
from tawatur.records.finding import Finding, Reason
from tawatur.records.name import Entity
from tawatur.records.story import Story, Thread
from tawatur.records.view import DocumentView

LONGEST = 12  # words of a name, a title or a statement that may be passed on; a headline of Arabic news mostly has fewer
_LEAST_LETTERS = 2 * LONGEST + 1  # of a string with more words than that

R = TypeVar("R")


class Withheld(Passed):
    """No text of an article, and no words of it that are more than LONGEST in a row: None stands there, or an empty string.

    The program's own reasons are kept.
    """

    def documents(self) -> Iterator[DocumentView]:
        """All documents, without their texts; `sha256` is still that of the text."""
        for view in super().documents():
            document = structs.replace(view.document, text="", given=Given(), hints=(), layout=())
            yield structs.replace(view, document=document, article=short(view.article), settled=short(view.settled))

    def entities(self) -> Iterable[Entity]:
        """All entities, in the order of ids."""
        return map(short, super().entities())

    def stories(self) -> Iterable[Story]:
        """All stories."""
        return map(short, super().stories())

    def threads(self) -> Iterable[Thread]:
        """All threads."""
        return map(short, super().threads())

    def events(self) -> Iterable[Event]:
        """All events."""
        return map(short, super().events())

    def findings(self) -> Iterable[Finding]:
        """All findings."""
        return map(short, super().findings())

    def commitments(self) -> Iterable[Commitment]:
        """All undertakings."""
        return map(short, super().commitments())


def short(record: R) -> R:
    """Give a record with every string of more than LONGEST words in it emptied, and None put where the field may be None."""
    changed: dict[str, Any] = {}
    for name, nullable in _fields(type(record)):  # type: ignore[arg-type]
        value = getattr(record, name)
        kept = _kept(value, nullable)
        if kept is not value:
            changed[name] = kept
    return structs.replace(record, **changed) if changed else record  # type: ignore[type-var]


def _kept(value: Any, nullable: bool) -> Any:
    if isinstance(value, str):
        return (None if nullable else "") if _long(value) else value
    if isinstance(value, tuple):
        kept = tuple(_kept(one, False) for one in value if not (isinstance(one, str) and _long(one)))
        return kept if any(a is not b for a, b in zip(kept, value, strict=False)) or len(kept) < len(value) else value
    if isinstance(value, msgspec.Struct) and not isinstance(value, Reason):
        return short(value)
    return value


def _long(text: str) -> bool:
    return len(text) >= _LEAST_LETTERS and len(text.split()) > LONGEST


@cache
def _fields(kind: Hashable) -> tuple[tuple[str, bool], ...]:
    """The fields of a kind of record that may hold a source's words, and whether each may be None."""
    assert isinstance(kind, type)  # noqa: S101 (asked for types only)
    hints = get_type_hints(kind)
    named = (
        field.name
        for field in structs.fields(kind)
        if field.name not in ("id", "document", "entity", "story", "source", "reason")
    )
    return tuple((name, type(None) in get_args(hints[name])) for name in named if hints[name] not in (int, float, bool))
