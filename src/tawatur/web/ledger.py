"""The ledger of commitments: who undertook what to whom, and what became of it, chosen by status and by party."""

from dataclasses import dataclass
from typing import get_args

from tawatur.arabic.words import words
from tawatur.records.commitment import Commitment, Status
from tawatur.report.commitments import newest_first
from tawatur.web.commitments import CommitmentView, commitment_view
from tawatur.web.filters import Choice
from tawatur.web.parts import COMMITMENTS, Pager, pager, part, parts
from tawatur.web.setting import Setting

_STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, kw_only=True)
class LedgerPage:
    """The page, or a later part of it."""

    party: str
    statuses: tuple[Choice, ...]
    found: str
    rows: tuple[CommitmentView, ...]
    form: bool
    clear: str
    pager: Pager


def commitments(setting: Setting) -> LedgerPage | None:
    """Make the page, or a later part of it; None where there is no such part."""
    here = setting.links.here
    party, status = here.value("party"), here.value("status")
    wanted = [word.text for word in words(party)]
    held = [one for one in setting.library.commitments() if _fits(one, status, wanted)]
    pages = parts(len(held), COMMITMENTS)
    if here.page > pages:
        return None
    return LedgerPage(
        party=party,
        statuses=tuple(Choice(value=one, words=setting.r(f"commitment_{one}"), chosen=one == status) for one in _STATUSES),
        found=setting.m.count("commitments_found", len(held)),
        rows=tuple(commitment_view(one, {}, setting) for one in part(newest_first(held), here.page, COMMITMENTS)),
        form=setting.live,
        clear=setting.links.plain("commitments"),
        pager=pager(setting.links, pages),
    )


def _fits(one: Commitment, status: str, wanted: list[str]) -> bool:
    if status in _STATUSES and one.status != status:
        return False
    if not wanted:
        return True
    held = {word.text for party in (*one.by, *one.to) for word in words(party)}
    return all(word in held for word in wanted)
