"""Names: a mention in one text, and the entity that mentions of many texts stand for."""

from typing import Literal

from tawatur.records.base import Record
from tawatur.records.finding import Reason
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


class Feature(Record, frozen=True, kw_only=True):
    """One thing that speaks for a decision (`weight` above 0) or against it. `name` is a key of names/joining.yaml."""

    name: str
    weight: float
    reason: Reason


class Decision(Record, frozen=True, kw_only=True):
    """Why a name counts as another's: features whose weights sum up to `score`, which is 1 or more.

    `evidence` is the first mention of `form` that was so decided.
    """

    form: str
    to: str
    score: float
    features: tuple[Feature, ...]
    evidence: Span


class Entity(Record, frozen=True, kw_only=True):
    """Who or what is named: one fullest name, every spelling found, what the texts call it, and why the spellings are one.

    `same_as` holds identifiers of other tables: `iso:SA` (ISO 3166), `geonames:108410`.
    """

    id: str
    type: NameType
    name: str
    name_en: str | None = None
    forms: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    same_as: tuple[str, ...] = ()
    joined: tuple[Decision, ...] = ()
