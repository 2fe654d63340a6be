"""What a reading took in and what it dropped, for the terminal and for programs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tawatur.records.base import to_dict
from tawatur.records.dropped import Dropped
from tawatur.report.clean_text import isolated, named
from tawatur.report.messages import Lang, messages

if TYPE_CHECKING:
    from rich.table import Table

ORDER = (
    "documents", "sentences", "dates", "names", "entities", "quotes", "reuse", "families",
    "stories", "threads", "references", "findings", "dropped",
)  # fmt: skip
_MAX_ROWS = 30  # what fits on a screen; `dropped` in the export and on the page has them all


def counted(counts: Mapping[str, int], lang: Lang) -> list[tuple[str, int]]:
    """Give the counts with their names, in the order of the export."""
    r = messages("report", lang)
    return [(r(f"count_{name}"), counts[name]) for name in ORDER if name in counts]


def read_data(counts: Mapping[str, int], dropped: Sequence[Dropped]) -> dict[str, Any]:
    """Give the counts and what was dropped as plain data."""
    return {"counts": dict(counts), "dropped": [to_dict(one) for one in dropped]}


def read_table(counts: Mapping[str, int], lang: Lang) -> "Table":
    """Give a table of how many records of each kind there are."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    r = messages("report", lang)
    table = Table(box=SIMPLE_HEAD, title=r("read_title"), title_justify="left", pad_edge=False)
    table.add_column(r("col_what"))
    table.add_column(r("col_number"), justify="right")
    for name, number in counted(counts, lang):
        table.add_row(name, f"{number:,}")
    return table


def reason_words(code: str, lang: Lang) -> str:
    """Say what a code of refusal means; a code that has no words yet is given as it is."""
    words = messages("reasons", lang)
    return words(code) if code in words else code


def stage_words(stage: str, lang: Lang) -> str:
    """Name a stage of the program; one that has no words is given as it is."""
    r = messages("report", lang)
    return r(f"stage_{stage}") if f"stage_{stage}" in r else named(stage)


def dropped_table(dropped: Sequence[Dropped], lang: Lang) -> "Table":
    """Give a table of what was dropped and why: every case where they are few, else how many of each reason."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    r = messages("report", lang)
    few = len(dropped) <= _MAX_ROWS
    columns = ("col_stage", "col_reason", "col_source", "col_detail") if few else ("col_stage", "col_reason", "col_number")
    table = Table(*map(r, columns), box=SIMPLE_HEAD, title=r("dropped_title"), title_justify="left", pad_edge=False)
    for row in _cases(dropped, lang) if few else _sums(dropped, lang):
        table.add_row(*map(Text, row))
    return table


def _cases(dropped: Sequence[Dropped], lang: Lang) -> list[tuple[str, ...]]:
    return [(stage_words(one.stage, lang), _reason(one.reason, lang), named(one.source), named(one.detail)) for one in dropped]


def _reason(code: str, lang: Lang) -> str:
    """What the code means and what to do, with the code itself, for it is what the documentation and scripts know."""
    words = reason_words(code, lang)
    if words == code:
        return named(code)
    return f"{words} ({code if lang == 'en' else isolated(code)})"


def _sums(dropped: Sequence[Dropped], lang: Lang) -> list[tuple[str, ...]]:
    sums = Counter((one.stage, one.reason) for one in dropped)
    return [(stage_words(stage, lang), _reason(reason, lang), f"{number:,}") for (stage, reason), number in sorted(sums.items())]
