"""A StoryJudgement: what a person decided about stories. It outlives a new run, since it points at articles and not at stories."""

from typing import Literal

from tawatur.records.base import Record, content_id

StoryJudgementKind = Literal["join", "part"]


class StoryJudgement(Record, frozen=True, kw_only=True):
    """`join`: the articles of `documents` and of `others` tell one happening. `part`: those of `documents` tell another than `others`.

    `when` is an ISO time with zone; `undone`, where it is set, is when it was taken back.
    """

    id: str
    kind: StoryJudgementKind
    documents: tuple[str, ...]
    others: tuple[str, ...]
    who: str
    when: str
    undone: str | None = None
    undone_by: str | None = None


def story_judgement_id(kind: StoryJudgementKind, documents: tuple[str, ...], others: tuple[str, ...], when: str) -> str:
    """Give the id of a judgement: of what it says and when."""
    return content_id("k", kind, *documents, "/", *others, when)
