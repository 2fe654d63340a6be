"""The ledger of undertakings, for the terminal and for programs: who undertook what, and what became of it, in whose words."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tawatur.records.base import to_dict
from tawatur.records.commitment import Commitment, Later
from tawatur.records.span import Span
from tawatur.records.view import DocumentView
from tawatur.report.clean_text import one_line
from tawatur.report.messages import Lang, messages
from tawatur.report.show import outlet_of
from tawatur.report.wording import when

if TYPE_CHECKING:
    from rich.text import Text

Lookup = Callable[[str], DocumentView | None]

_MAX_ROWS = 200  # what is still read on a screen; --json has them all
_WORDS = 300  # letters of one source's words


def newest_first(found: Sequence[Commitment]) -> list[Commitment]:
    """Give commitments with those first of which something was reported later, then the last made; those without a day last."""
    by_id = sorted(found, key=lambda one: one.id)
    dated = sorted(by_id, key=lambda one: (one.later[-1].date if one.later else None) or one.made or "", reverse=True)
    return sorted(dated, key=lambda one: not one.later)


def commitments_data(found: Sequence[Commitment], document: Lookup) -> list[Any]:
    """Give the commitments as plain data, each span with its words, outlet and day."""
    return [
        {
            **to_dict(one),
            "evidence": [_span_data(span, document) for span in one.evidence],
            "later": [_span_data(span, document) for span in one.later],
        }
        for one in newest_first(found)
    ]


def _span_data(span: Span, document: Lookup) -> dict[str, Any]:
    view = document(span.document)
    day = view.settled.publication.published if view else None
    return {
        **to_dict(span),
        "text": words_of(span, view),
        "outlet": view.article.outlet if view else None,
        "published": day,
    }


def words_of(span: Span, view: DocumentView | None) -> str:
    """Give the words of a span; empty where its article is not at hand."""
    return view.document.text[span.start : span.end] if view else ""


def commitments_text(found: Sequence[Commitment], document: Lookup, lang: Lang) -> "Text":
    """Give the ledger as text: a paragraph a commitment, with every source's words under it."""
    from rich.text import Text

    r = messages("report", lang)
    rows = newest_first(found)
    shown = Text()
    for one in rows[:_MAX_ROWS]:
        shown.append(f"{status_words(one, lang)}  ", style="bold")
        shown.append(f"{one_line(parties_words(one, lang))}: {one_line(one.what)}  ")
        shown.append(f"{one.id}\n", style="dim")
        for line in terms(one, lang):
            shown.append(f"    {one_line(line)}\n")
        for span in (*one.evidence, *one.later):
            shown.append(f"    {_source(span, document, lang)}\n", style="dim")
        shown.append("\n")
    if len(rows) > _MAX_ROWS:
        shown.append(r("rows_more", count=f"{len(rows) - _MAX_ROWS:,}"))
    return shown


def status_words(one: Commitment, lang: Lang) -> str:
    """Give what became of it in words."""
    return messages("report", lang)("commitment_intended" if one.intended and not one.later else f"commitment_{one.status}")


def parties_words(one: Commitment, lang: Lang) -> str:
    """Give who undertook it, and to whom."""
    r = messages("report", lang)
    by, to = (r("comma").join(parties) for parties in (one.by, one.to))
    return r("commitment_to", by=by, to=to) if to else by


def terms(one: Commitment, lang: Lang) -> list[str]:
    """Give when it was made, when it is in force, until when, and on what condition, as far as a report says so."""
    r = messages("report", lang)
    times = [(key, when(getattr(one, key), lang)) for key in ("made", "in_force", "until")]
    told = [r(f"commitment_{key}_on", value=value) for key, value in times if value]
    if one.condition:
        told.append(r("commitment_condition", value=one.condition))
    return told


def _source(span: Span, document: Lookup, lang: Lang) -> str:
    view = document(span.document)
    r = messages("report", lang)
    outlet = outlet_of(view, lang) if view else span.document
    day = when(view.settled.publication.published, lang, weekday=False) if view else ""
    head = r("comma").join(filter(None, (outlet, day)))
    said = later_words(span, lang) if isinstance(span, Later) else ""
    return one_line(f"{said}{head}: {words_of(span, view)[:_WORDS]}")


def later_words(later: Later, lang: Lang) -> str:
    """Give what a later report says, and who says so."""
    r = messages("report", lang)
    status = r(f"commitment_{later.status}")
    return r("commitment_says", status=status, who=later.said_by) if later.said_by else r("commitment_told", status=status)
