"""The page of what was refused or dropped, at which stage and why."""

from collections import Counter
from dataclasses import dataclass

from msgspec import structs

from tawatur.records.dropped import Dropped
from tawatur.report.clean_text import named
from tawatur.report.messages import Lang
from tawatur.report.reading import reason_words, stage_words
from tawatur.web.parts import REFUSALS, Pager, pager, part, parts
from tawatur.web.setting import Setting


@dataclass(frozen=True, kw_only=True)
class DroppedPage:
    """`reasons`: stage, code, its words and how many, the most frequent first; `rows`: the cases of this part
    with the words of their reasons.
    """

    count: str
    reasons: tuple[tuple[str, str, str, int], ...]
    rows: tuple[tuple[Dropped, str], ...]
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
        reasons=tuple(
            (stage_words(stage, setting.lang), reason, reason_words(reason, setting.lang), number)
            for (stage, reason), number in ordered
        ),
        rows=tuple(
            (_fit(case, setting.lang), reason_words(case.reason, setting.lang))
            for case in part(cases, setting.links.here.page, REFUSALS)
        ),
        pager=pager(setting.links, pages),
    )


def _fit(case: Dropped, lang: Lang) -> Dropped:
    return structs.replace(case, stage=stage_words(case.stage, lang), source=named(case.source), detail=named(case.detail))
