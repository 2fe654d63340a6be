"""The page of all that people judged: who, when, what, and what became of it."""

from dataclasses import dataclass

from tawatur.correct.history import history
from tawatur.report.judgements import became, what
from tawatur.store.library import StoreLibrary
from tawatur.web.facts import Moment, full_moment
from tawatur.web.parts import STORIES, Pager, pager, part, parts
from tawatur.web.setting import Setting


@dataclass(frozen=True, kw_only=True)
class JudgementRow:
    """A judgement; `stands` where it was not taken back."""

    id: str
    when: Moment
    who: str
    did: str
    became: str
    stands: bool


@dataclass(frozen=True, kw_only=True)
class JudgementsPage:
    """The page, or a later part of it."""

    rows: tuple[JudgementRow, ...]
    pager: Pager


def judgements(setting: Setting) -> JudgementsPage | None:
    """Make the page, or a later part of it; None where there is no such part, or nothing that could be judged."""
    library, page = setting.library, setting.links.here.page
    if not isinstance(library, StoreLibrary):
        return None
    entries = history(library)
    if page > parts(len(entries), STORIES):
        return None
    return JudgementsPage(
        rows=tuple(
            JudgementRow(
                id=one.judgement.id,
                when=full_moment(one.judgement.when, setting),
                who=one.judgement.who,
                did=what(one.judgement, setting.lang),
                became=became(one, setting.lang),
                stands=not one.judgement.undone,
            )
            for one in part(entries, page, STORIES)
        ),
        pager=pager(setting.links, parts(len(entries), STORIES)),
    )
