"""Who carries whom: agencies and other sources against the outlets that print their text, over a period."""

from dataclasses import dataclass

from tawatur.records.wire import Wire, Wires
from tawatur.report import labels
from tawatur.web.drawing import Flow, Flows, Manner, flows
from tawatur.web.facts import Words
from tawatur.web.filters import day_of
from tawatur.web.parts import WIRES, Pager, pager, part, parts
from tawatur.web.setting import Setting

_DRAWN = 24  # the strongest; more of them are no drawing any more
_EXAMPLES = 2


@dataclass(frozen=True, kw_only=True)
class WireRow:
    """A line of the table: `examples` are the newest articles that carry the source's text."""

    source: str
    carrier: str
    articles: int
    share: str
    credited: str
    named: str
    silent: str
    examples: tuple[Words, ...]


@dataclass(frozen=True, kw_only=True)
class WiresPage:
    """The page, or a later part of it."""

    since: str
    until: str
    found: str
    undated: str
    drawing: Flows | None
    rows: tuple[WireRow, ...]
    form: bool
    clear: str
    pager: Pager


def wires(setting: Setting) -> WiresPage | None:
    """Make the page, or a later part of it; None where there is no such part."""
    here = setting.links.here
    since, until = day_of(here.value("from")), day_of(here.value("to"))
    graph = setting.library.wires(since, until)
    pages = parts(len(graph.wires), WIRES)
    if here.page > pages:
        return None
    return WiresPage(
        since=since or "",
        until=until or "",
        found=setting.r.count("articles", graph.articles),
        undated=setting.r("wires_undated", articles=setting.r.count("articles", graph.undated)) if graph.undated else "",
        drawing=_drawing(graph, setting) if graph.wires and here.page == 1 else None,
        rows=tuple(_row(one, graph, setting) for one in part(graph.wires, here.page, WIRES)),
        form=setting.live,
        clear=setting.links.plain("wires"),
        pager=pager(setting.links, pages),
    )


def _row(one: Wire, graph: Wires, setting: Setting) -> WireRow:
    documents = setting.library.carried(one.source, one.publisher)[:_EXAMPLES]
    views = [view for document in documents if (view := setting.document(document))]
    return WireRow(
        source=_source(one, graph, setting),
        carrier=_outlets(one.publisher, one.outlets, setting),
        articles=one.articles,
        share=f"{one.share:.1%}",
        credited=_number(one.credited),
        named=_number(one.named),
        silent=_number(one.silent),
        examples=tuple(
            Words(text=labels.title(view, setting.lang), href=setting.links.article(view.document.id)) for view in views
        ),
    )


def _number(count: int | None) -> str:
    return "" if count is None else f"{count:,}"


def _source(one: Wire, graph: Wires, setting: Setting) -> str:
    if one.kind == "agency":
        return labels.agency(one.source, setting.lang)
    outlets = next((p.outlets for p in graph.publishers if p.publisher == one.source), ())
    return _outlets(one.source, outlets, setting)


def _outlets(publisher: str | None, outlets: tuple[str, ...], setting: Setting) -> str:
    return setting.r("comma").join(labels.outlet(one, setting.lang) for one in outlets) or labels.outlet(publisher, setting.lang)


def _drawing(graph: Wires, setting: Setting) -> Flows:
    """The strongest wires, each in as many strands as there are manners in which articles carry it."""
    drawn = graph.wires[:_DRAWN]
    most = max((one.share for one in drawn), default=0.0) or 1.0
    made: list[Flow] = []
    for one in drawn:
        source, target = _source(one, graph, setting), _outlets(one.publisher, one.outlets, setting)
        documents = setting.library.carried(one.source, one.publisher)
        href = setting.links.article(documents[0]) if documents else ""
        for manner, count in _manners(one):
            share = one.share / most * count / max(1, one.articles)
            title = setting.m("wire_told", source=source, carrier=target, share=f"{one.share:.1%}",
                              manner=setting.m(f"manner_{manner}"), articles=setting.r.count("articles", count))  # fmt: skip
            made.append(Flow(source=source, target=target, share=share, manner=manner, title=title, href=href))
    return flows(made, {}, rtl=setting.direction == "rtl")


def _manners(one: Wire) -> list[tuple[Manner, int]]:
    if one.kind != "agency":
        return [("silent", one.articles)]
    counts: list[tuple[Manner, int]] = [("credited", one.credited or 0), ("named", one.named or 0), ("silent", one.silent or 0)]
    return [(manner, count) for manner, count in counts if count]
