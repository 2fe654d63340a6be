"""A Judgement: what a person decided about names. It outlives a new run, since it points at words and not at ids."""

from typing import Literal

from tawatur.records.base import Record, content_id
from tawatur.records.name import NameType
from tawatur.records.span import Span

JudgementKind = Literal["merge", "split", "rename"]
# applied: it changed something; held: it was so already; lost: what it spoke of is not to be found; overruled: a later one has the last word
Status = Literal["applied", "held", "lost", "overruled"]


class Seen(Span, frozen=True, kw_only=True):
    """A mention that the person had before him: its place and its words."""

    text: str


class Subject(Record, frozen=True, kw_only=True):
    """An entity by what it was made of: its type and name, and some of its mentions.

    The mentions find it again; where none of them is there any more, the name does.
    """

    type: NameType
    name: str
    mentions: tuple[Seen, ...] = ()


class Judgement(Record, frozen=True, kw_only=True):
    """`merge`: all of `subjects` are one. `split`: what `forms` and `documents` name of the one subject is another.

    `rename`: the one subject is called `name`. `when` is an ISO time with zone; `undone`, where it is set, is when it was taken back.
    """

    id: str
    kind: JudgementKind
    subjects: tuple[Subject, ...]
    forms: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    name: str | None = None
    who: str
    when: str
    undone: str | None = None
    undone_by: str | None = None


class Outcome(Record, frozen=True, kw_only=True):
    """What became of a judgement in the last run. `missing` names what was not found; `entities` are those it speaks of now."""

    judgement: str
    status: Status
    entities: tuple[str, ...] = ()
    missing: str = ""


def judgement_id(kind: JudgementKind, subjects: tuple[Subject, ...], parts: tuple[str, ...], name: str | None, when: str) -> str:
    """Give the id of a judgement: of what it says and when."""
    told = (f"{subject.type} {subject.name} {[(m.document, m.start) for m in subject.mentions]}" for subject in subjects)
    return content_id("j", kind, *told, *parts, name, when)
