"""A Finding: what comparing the sources shows, with evidence on every side and a reason in words."""

from typing import Literal

from tawatur.records.base import Record
from tawatur.records.story import Origin

FindingKind = Literal["corroborated", "single_origin", "conflict", "update", "drift"]
Aspect = Literal["number", "speaker", "content", "date", "place", "name", "polarity"]


class Side(Record, frozen=True, kw_only=True):
    """The words of one source, what they were read as, and the origin that they go back to."""

    document: str
    start: int
    end: int
    text: str
    value: str | None = None
    origin: str | None = None


class Reason(Record, frozen=True, kw_only=True):
    """Why, in Arabic and in English."""

    ar: str
    en: str


class Finding(Record, frozen=True, kw_only=True):
    """What comparing shows. `documents` counts articles; `origins` lists what they independently go back to."""

    id: str
    kind: FindingKind
    aspect: Aspect | None = None
    soft: bool = False
    story: str | None = None
    about: str | None = None
    sides: tuple[Side, ...]
    documents: int
    origins: tuple[Origin, ...]
    reason: Reason
    judged: Literal["confirmed", "dismissed"] | None = None


class Found(Record, frozen=True, kw_only=True):
    """A finding in a list: `origins` and `documents` are counted, `day` is that of its story (ISO)."""

    id: str
    kind: FindingKind
    soft: bool = False
    story: str | None = None
    day: str | None = None
    origins: int
    documents: int
    judged: Literal["confirmed", "dismissed"] | None = None


_GRAVITY: tuple[FindingKind, ...] = ("conflict", "update", "drift", "corroborated", "single_origin")


def gravity(one: Finding | Found) -> tuple[bool, int, bool, int, int, str]:
    """Give what findings are put in order by: the gravest first, what a person dismissed last.

    Conflicts come first, hard before soft, then updates, then what is corroborated; of one kind that of most origins first.
    """
    origins = one.origins if isinstance(one, Found) else len(one.origins)
    return one.judged == "dismissed", _GRAVITY.index(one.kind), one.soft, -origins, -one.documents, one.id
