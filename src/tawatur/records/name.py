"""Names: a mention in one text, and the entity that mentions of many texts stand for."""

from typing import Literal

from tawatur.records.base import Record
from tawatur.records.span import Span

NameType = Literal["person", "organization", "country", "place", "product", "law", "event"]


class Name(Record, frozen=True, kw_only=True):
    """A mention of a name, without its clitics (لأردوغان → أردوغان). `entity` is set in settle."""

    document: str
    start: int
    end: int
    text: str
    type: NameType
    entity: str | None = None


class Role(Record, frozen=True, kw_only=True):
    """What a text calls the entity («وزير الخارجية»), and where."""

    text: str
    span: Span


class Entity(Record, frozen=True, kw_only=True):
    """Who or what is named: one fullest name, every spelling found, and what the texts call it."""

    id: str
    type: NameType
    name: str
    name_en: str | None = None
    forms: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    same_as: tuple[str, ...] = ()
