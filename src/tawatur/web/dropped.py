"""The page of what was refused or dropped, at which stage and why."""

from collections import Counter
from dataclasses import dataclass

from tawatur.records.dropped import Dropped
from tawatur.report.reading import reason_words
from tawatur.web.parts import REFUSALS, Pager, pager, part, parts
from tawatur.web.setting import Setting


@dataclass(frozen=True, kw_only=True)
class DroppedPage:
    """`reasons`: stage, code, its words and how many, the most frequent first; `rows`: the cases of this part."""

    count: str
    reasons: tuple[tuple[str, str, str, int], ...]
    rows: tuple[Dropped, ...]
    pager: Pager


def dropped(setting: Setting) -> DroppedPage | None:
    """Make the page, or a later part of it; None where there is no such part."""
    cases = setting.library.dropped()
    pages = parts(len(cases), REFUSALS)
    if setting.links.here.page > pages:
        return None
    sums = Counter((case.stage, case.reason) for case in cases)
    ordered = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    return DroppedPage(
        count=setting.r.count("dropped", len(cases)),
        reasons=tuple((stage, reason, reason_words(reason, setting.lang), number) for (stage, reason), number in ordered),
        rows=tuple(part(cases, setting.links.here.page, REFUSALS)),
        pager=pager(setting.links, pages),
    )
