"""Making judgements: from what a person points at to a record that outlives a run."""

from collections.abc import Sequence
from datetime import UTC, datetime

from tawatur.records.judgement import Judgement, JudgementKind, Seen, Subject, judgement_id
from tawatur.records.name import Entity, Name
from tawatur.settle.spelling import words

# mentions by which an entity is found again: from as many articles as there are, up to this many
_SEEN = 8


def subject(entity: Entity, mentions: Sequence[Name]) -> Subject:
    """Give an entity by what it is made of: its name, and mentions of as many articles as there are, its own name's first."""
    first: dict[str, Name] = {}
    for mention in sorted(mentions, key=lambda m: (m.text != entity.name, m.document, m.start)):
        first.setdefault(mention.document, mention)
    seen = [Seen(document=m.document, start=m.start, end=m.end, text=m.text) for m in list(first.values())[:_SEEN]]
    return Subject(type=entity.type, name=entity.name, mentions=tuple(seen))


def judgement(
    kind: JudgementKind,
    subjects: Sequence[Subject],
    who: str,
    when: datetime,
    *,
    forms: Sequence[str] = (),
    documents: Sequence[str] = (),
    name: str | None = None,
) -> Judgement:
    """Give a judgement with its id. `when` must have a zone; it is kept in UTC."""
    told = when.astimezone(UTC).isoformat(timespec="microseconds")
    identity = judgement_id(kind, tuple(subjects), (*forms, *documents), name, told)
    return Judgement(
        id=identity,
        kind=kind,
        subjects=tuple(subjects),
        forms=tuple(forms),
        documents=tuple(documents),
        name=name,
        who=who,
        when=told,
    )


def is_part(mention: Name, forms: Sequence[str], documents: Sequence[str]) -> bool:
    """Whether a mention is of the part that a split names."""
    return mention.document in documents or words(mention.text) in {words(form) for form in forms}
