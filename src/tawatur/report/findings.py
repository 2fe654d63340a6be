"""The list of findings, for the terminal and for programs."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tawatur.records.base import to_dict
from tawatur.records.finding import Finding
from tawatur.report import labels
from tawatur.report.clean_text import isolated, one_line
from tawatur.report.messages import Lang, messages

if TYPE_CHECKING:
    from rich.tree import Tree

_SIDES = 8  # shown of one finding in the terminal; --json gives all

Outlet = Callable[[str], str | None]  # the outlet of a document


def findings_data(findings: Sequence[Finding]) -> list[Any]:
    """Give the findings as plain data, with the count of independent origins."""
    return [{**to_dict(one), "independent_origins": len(one.origins)} for one in findings]


def findings_trees(findings: Sequence[Finding], lang: Lang, outlet: Outlet) -> Iterator["Tree"]:
    """Give each finding as a heading with the words of its sides under it."""
    from rich.text import Text
    from rich.tree import Tree

    r = messages("report", lang)
    for one in findings:
        tree = Tree(Text(one_line(_head(one, lang))))
        for side in one.sides[:_SIDES]:
            facts = [labels.outlet(outlet(side.document), lang), side.value or "", isolated(side.text)]
            tree.add(Text(one_line(" · ".join(filter(None, facts)))))
        if len(one.sides) > _SIDES:
            tree.add(Text(r("findings_more", n=len(one.sides) - _SIDES)))
        yield tree


def _head(finding: Finding, lang: Lang) -> str:
    r = messages("report", lang)
    kind = r(f"finding_{finding.kind}") + (f" ({r('finding_soft')})" if finding.soft else "")
    judged = [r(f"finding_{finding.judged}")] if finding.judged else []
    reason = finding.reason.ar if lang == "ar" else finding.reason.en
    return " · ".join([kind, *judged, isolated(reason), finding.id])
