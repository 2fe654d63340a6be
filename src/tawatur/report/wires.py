"""Who carries whom, and how an outlet words what it takes over, for the terminal and for programs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tawatur.records.substitution import Substitution
from tawatur.records.wire import Wire, Wires
from tawatur.report import labels
from tawatur.report.clean_text import one_line
from tawatur.report.messages import Lang, messages

if TYPE_CHECKING:
    from rich.table import Table

_MAX_ROWS = 60  # what is still read on a screen; --json has them all


def wires_table(wires: Wires, lang: Lang) -> "Table":
    """Give a table of who carries whom, the strongest first."""
    r = messages("report", lang)
    table = _table(
        r("wires_title"),
        lang,
        ("col_source", "col_carrier"),
        ("col_articles", "col_share", "col_credited", "col_named", "col_silent"),
    )
    names = {one.publisher: one.outlets for one in wires.publishers}
    for wire in wires.wires[:_MAX_ROWS]:
        counts = [_number(one) for one in (wire.credited, wire.named, wire.silent)]
        table.add_row(
            *_cells(
                [
                    _source(wire, names, lang),
                    _outlets(wire.publisher, wire.outlets, lang),
                    f"{wire.articles:,}",
                    f"{wire.share:.1%}",
                    *counts,
                ]
            )
        )
    return table


def wires_words(wires: Wires, lang: Lang) -> str:
    """Say of how many articles the table is, and how many were left out for want of a date or a line."""
    r = messages("report", lang)
    said = [r.count("articles", wires.articles)]
    if wires.undated:
        said.append(r("wires_undated", articles=r.count("articles", wires.undated)))
    if len(wires.wires) > _MAX_ROWS:
        said.append(r("rows_more", count=f"{len(wires.wires) - _MAX_ROWS:,}"))
    return r("semicolon").join(said)


def substitutions_table(found: Sequence[Substitution], lang: Lang) -> "Table":
    """Give a table of the substitutions, the most frequent first."""
    r = messages("report", lang)
    table = _table(r("substitutions_title"), lang, ("col_outlet", "col_theirs", "col_ours"), ("col_articles", "col_copied"))
    for one in found[:_MAX_ROWS]:
        table.add_row(*_cells([labels.outlet(one.outlet, lang), one.theirs, one.ours, f"{one.articles:,}", f"{one.copied:,}"]))
    return table


def _table(title: str, lang: Lang, words: Sequence[str], numbers: Sequence[str]) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    r = messages("report", lang)
    table = Table(box=SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False)
    for column in words:
        table.add_column(r(column), overflow="fold")
    for column in numbers:
        table.add_column(r(column), justify="right")
    return table


def _cells(cells: Sequence[str]) -> list[Any]:
    from rich.text import Text

    return [Text(one_line(cell)) for cell in cells]


def _source(wire: Wire, names: dict[str | None, tuple[str, ...]], lang: Lang) -> str:
    return labels.agency(wire.source, lang) if wire.kind == "agency" else _outlets(wire.source, names.get(wire.source, ()), lang)


def _outlets(publisher: str | None, outlets: Sequence[str], lang: Lang) -> str:
    comma = messages("report", lang)("comma")
    return comma.join(labels.outlet(one, lang) for one in outlets) or labels.outlet(publisher, lang)


def _number(count: int | None) -> str:
    return "" if count is None else f"{count:,}"
