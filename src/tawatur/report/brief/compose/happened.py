"""What happened: who carries the report, and how each origin opens it."""

from collections.abc import Iterator, Sequence

from tawatur.records.brief import BriefSentence
from tawatur.records.finding import Finding
from tawatur.records.span import Span
from tawatur.records.story import Origin
from tawatur.report.brief import frame
from tawatur.report.brief.compose.base import Writer, overlaps, side_span
from tawatur.report.deeds import reported
from tawatur.report.order import in_order

_LEADS = 3  # origins whose opening is told
_NAMED = 6  # sources that are named in the first sentence
_DEEDS = 2  # further sentences that tell a deed


def happened(writer: Writer) -> Iterator[BriefSentence]:
    """Give how many articles and origins carry the report, the openings of the greatest origins, and deeds that most articles tell."""
    view = writer.evidence.view
    leads = {one.document.id: lead for one in in_order(view) if (lead := _lead(writer, one.document.id))}
    if not leads:
        return
    yield _carried(writer, leads)
    told: list[Span] = []
    for origin in sorted(view.story.origins, key=lambda one: -len(one.documents)):
        lead = next(
            (
                leads[one.document.id]
                for one in in_order(view)
                if one.document.id in origin.documents and one.document.id in leads
            ),
            None,
        )
        if lead and len(told) < _LEADS and writer.fits(lead):
            told.append(lead)
            yield writer.sentence("told", [writer.label(lead), writer.words(lead)], [lead])
    yield from _deeds(writer, told)


def _carried(writer: Writer, leads: dict[str, Span]) -> BriefSentence:
    finding = happening(writer)
    cites = [side_span(side) for side in finding.sides] if finding else list(leads.values())
    cites = [span for span in cites if writer.evidence.holds(span)] or list(leads.values())
    keys = _origin_names(writer, finding.origins if finding else writer.evidence.view.story.origins, cites)
    told = writer.sentence("carried", [frame.label_list(keys[:_NAMED], writer.lang)], cites, finding=finding)
    if len(keys) == told.origins <= _NAMED:
        return told
    return writer.sentence("carried_among", [frame.label_list(keys[:_NAMED], writer.lang)], cites, finding=finding)


def _origin_names(writer: Writer, origins: Sequence[Origin], cites: Sequence[Span]) -> list[str]:
    """A name for each origin: the agency's, else that of the first article cited; those of one name are named once."""
    cited = [span.document for span in cites]
    firsts = [next((one for one in cited if one in origin.documents), None) for origin in origins]
    keys = [writer.evidence.source(first) for first in firsts if first]
    return list(dict.fromkeys(keys or map(writer.evidence.source, cited)))


def happening(writer: Writer) -> Finding | None:
    """The finding that says by how many origins the story is told."""
    view = writer.evidence.view
    return next(
        (one for one in view.findings if one.kind == "corroborated" and one.aspect is None and one.judged != "dismissed"), None
    )


def _lead(writer: Writer, document: str) -> Span | None:
    """The first sentence of an article's own prose."""
    view = writer.evidence.documents[document]
    for one in view.sentences:
        if one.kind == "body" and view.document.text[one.start : one.end].strip():
            return writer.tight(Span(document=document, start=one.start, end=one.end))
    return None


def _deeds(writer: Writer, told: list[Span]) -> Iterator[BriefSentence]:
    events = [one for one in writer.evidence.view.events if one.status == "happened" and not one.said_by and reported(one)]
    left = _DEEDS
    for event in sorted(events, key=lambda one: (-len({span.document for span in one.evidence}), one.id)):
        span = next((writer.tight(one) for one in event.evidence if writer.evidence.holds(one)), None)
        if not left or span is None or not writer.fits(span) or overlaps(span, told) or len(event.evidence) < 2:
            continue
        left -= 1
        told += event.evidence
        yield writer.sentence(
            "told", [writer.label(span), writer.words(span)], [span, *filter(writer.evidence.holds, event.evidence)]
        )
