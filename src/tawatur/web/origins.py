"""The drawing of a story's origins: from each origin to the outlets that carry it, with its numbers as a table."""

from dataclasses import dataclass

from tawatur.report.carriers import Branch, Carrier
from tawatur.report.show import branch_name, outlet_of
from tawatur.report.story import Told
from tawatur.web.drawing import Flow, Flows, Manner, flows
from tawatur.web.setting import Setting

_DRAWN = 40  # strands; a story of more is told by its table


@dataclass(frozen=True, kw_only=True)
class OriginRow:
    """An outlet that carries an origin: in how many articles, what share of their sentences, and whether it says so."""

    origin: str
    outlet: str
    articles: int
    share: str
    manner: str
    href: str


@dataclass(frozen=True, kw_only=True)
class OriginsView:
    """The drawing and its table."""

    drawing: Flows
    rows: tuple[OriginRow, ...]


def origins(told: Told, setting: Setting) -> OriginsView | None:
    """Draw the origins of a story; None for a story of one article."""
    if len(told.view.documents) < 2:
        return None
    held: dict[tuple[str, str, Manner], list[Carrier]] = {}
    for number, branch in enumerate(told.branches, 1):
        name = branch_name(branch, setting.lang)
        source = name if branch.name else f"{setting.m('origin_n', n=number)}: {name}"
        for carrier in branch.carriers:
            key = source, outlet_of(carrier.view, setting.lang), _manner(carrier, branch)
            held.setdefault(key, []).append(carrier)
    rows, made = [], []
    for (source, outlet, manner), carriers in list(held.items())[:_DRAWN]:
        share = sum(map(_share, carriers)) / len(carriers)
        words, href = setting.m(f"manner_{manner}"), setting.links.article(carriers[0].view.document.id)
        rows.append(
            OriginRow(origin=source, outlet=outlet, articles=len(carriers), share=f"{share:.0%}", manner=words, href=href)
        )
        title = setting.m("origin_told", outlet=outlet, origin=source, share=f"{share:.0%}", manner=words)
        made.append(Flow(source=source, target=outlet, share=share / 2, manner=manner, title=title, href=href))
    return OriginsView(drawing=flows(made, {}, rtl=setting.direction == "rtl"), rows=tuple(rows))


def _manner(carrier: Carrier, branch: Branch) -> Manner:
    """Whether an article says whose text it is; one that nobody copied and no agency is behind is its outlet's own, and says so."""
    settled = carrier.view.settled
    if settled.origin_basis == "credit" or (carrier.depth == 0 and settled.origin is None and branch.name is None):
        return "credited"
    return "named" if settled.origin in settled.cites or branch.name in settled.cites else "silent"


def _share(carrier: Carrier) -> float:
    """The share of an article's sentences that it has in common with another of its origin; all where it credits it."""
    ties = (carrier.tie,) if carrier.tie else carrier.others[:1]
    if carrier.view.settled.origin_basis == "credit" or not ties or carrier.view.settled.origin is None:
        return 1.0
    return min(1.0, ties[0].shared / ties[0].of)
