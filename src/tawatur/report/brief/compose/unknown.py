"""What is not known: days and places that nobody tells, speakers that nobody names, undertakings without an end."""

from collections.abc import Iterator

from tawatur.records.brief import BriefSentence
from tawatur.records.span import Span
from tawatur.report.brief import frame
from tawatur.report.brief.checks.counts import open_promises, unnamed
from tawatur.report.brief.compose.base import Writer


def unknown(writer: Writer) -> Iterator[BriefSentence]:
    """Give a sentence for each thing that the records leave open."""
    evidence, lang = writer.evidence, writer.lang
    if not evidence.view.story.date:
        yield writer.sentence("no_date", [], [])
    if not evidence.view.story.place:
        yield writer.sentence("no_place", [], [])
    undated = [one for one in evidence.view.documents if not one.settled.publication.published]
    if undated:
        cites = [Span(document=one.document.id, start=0, end=len(one.document.text)) for one in undated if one.document.text]
        keys = dict.fromkeys(evidence.source(span.document) for span in cites)
        yield writer.sentence("undated", [frame.label_list(keys, lang)], cites)
    for role, name, number in (
        ("statements", "unnamed", len(unnamed(evidence))),
        ("promises", "no_fate", len(open_promises(evidence))),
    ):
        if number:
            yield writer.sentence(name, [frame.count(role, number, lang)], [])
