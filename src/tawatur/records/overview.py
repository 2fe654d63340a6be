"""The overview: every story with how much of each kind of finding it holds, and the names by which entities are asked for."""

from tawatur.records.base import Record
from tawatur.records.event import Event
from tawatur.records.name import Entity, NameType
from tawatur.records.quote import Quote
from tawatur.records.story import Story


class Listed(Record, frozen=True, kw_only=True):
    """A story in a list, with how many findings of each kind it holds that nobody dismissed."""

    story: Story
    conflicts: int = 0  # soft ones are not counted
    soft: int = 0
    updates: int = 0
    corroborated: int = 0


class Facets(Record, frozen=True, kw_only=True):
    """What stories can be chosen by: places (entities), outlets and names of origins, each with the number of stories, the most first."""

    places: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[str, int], ...]
    origins: tuple[tuple[str, int], ...]


class Called(Record, frozen=True, kw_only=True):
    """An entity in a list, with the number of articles that mention it and of statements that it makes."""

    id: str
    type: NameType
    name: str
    name_en: str | None = None
    articles: int
    statements: int = 0


class Mentioned(Record, frozen=True, kw_only=True):
    """An article that mentions an entity: how often, and how many statements of it stand there."""

    document: str
    mentions: int
    statements: int


class Companion(Record, frozen=True, kw_only=True):
    """An entity that stands in the same articles as another, and in how many."""

    entity: Called
    articles: int


class EntityView(Record, frozen=True, kw_only=True):
    """An entity with all that is known of it. `articles`, `stories` and `statements` are the newest first."""

    entity: Entity
    articles: tuple[Mentioned, ...]
    stories: tuple[Story, ...]
    statements: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    companions: tuple[Companion, ...] = ()
