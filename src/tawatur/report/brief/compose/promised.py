"""Undertakings, and what later reports say became of them."""

from collections.abc import Iterator

from tawatur.records.brief import BriefSentence
from tawatur.records.span import Span
from tawatur.report.brief.compose.base import Writer
from tawatur.report.commitments import newest_first

_MOST = 4  # undertakings of a brief


def promised(writer: Writer) -> Iterator[BriefSentence]:
    """Give each undertaking in the words of an article, those with a fate first, then a sentence a kind of fate."""
    left = _MOST
    for one in newest_first(writer.evidence.view.commitments):
        span = _first(writer, one.evidence)
        if not left or span is None:
            continue
        left -= 1
        name = "promised_intended" if one.intended else "promised"
        cites = [span, *filter(writer.evidence.holds, one.evidence)]
        yield writer.sentence(name, [writer.label(span), writer.words(span)], cites, commitment=one.id)
        for status in dict.fromkeys(later.status for later in one.later):
            told = [Span(document=x.document, start=x.start, end=x.end) for x in one.later if x.status == status]
            fate = _first(writer, told)
            if fate:
                cites = [fate, *filter(writer.evidence.holds, told)]
                yield writer.sentence(f"fate_{status}", [writer.label(fate), writer.words(fate)], cites, commitment=one.id)


def _first(writer: Writer, spans: "tuple[Span, ...] | list[Span]") -> Span | None:
    """The first span that is short enough, widened to its sentence, so that who says it and whether it is denied stay in sight."""
    for one in spans:
        if writer.evidence.holds(one):
            whole = writer.evidence.sentence(one)
            wide = Span(document=one.document, start=whole.start, end=max(whole.end, one.end)) if whole else one
            if writer.fits(wide):
                return writer.tight(wide)
    return None
