"""The events of a story in words: what was done, by whom, to whom, when and where, and the sentence that says so."""

from collections.abc import Iterator, Mapping, Sequence

from tawatur.records.event import Event
from tawatur.records.view import DocumentView
from tawatur.report import labels
from tawatur.report.clean_text import isolated
from tawatur.report.messages import Lang, messages
from tawatur.report.wording import when
from tawatur.resources import load


def deeds(events: Sequence[Event], views: Sequence[DocumentView], lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """Give each event as a line and the sentences that tell it, those that most articles tell first.

    Left out are those whose clauses rather speak of a deed than report it: their weight is below what the fit of the weights
    found best (resources/events/weights.yaml).
    """
    texts = {view.document.id: view for view in views}
    for event in sorted(filter(reported, events), key=lambda one: (-len({span.document for span in one.evidence}), one.id)):
        lines = [
            f"{isolated(labels.outlet(view.article.outlet, lang))}: {isolated(view.document.text[span.start : span.end])}"
            for span in event.evidence
            if (view := texts.get(span.document))
        ]
        yield headline(event, lang), lines


def reported(event: Event) -> bool:
    """Whether the clauses of an event rather report the deed than speak of one."""
    least: Mapping[str, float] = load("events/weights")["of"].get(event.type, {})
    return event.weight is None or event.weight >= least.get("least", 0.0)


def headline(event: Event, lang: Lang) -> str:
    """Give an event in one line."""
    r = messages("report", lang)
    facts = [r(f"event_{event.type}")]
    for key, words in (("event_by", event.actor_name), ("event_to", event.recipient_name), ("event_in", event.place_name)):
        if words:
            facts.append(r(key, who=isolated(words)))
    facts += [when(event.date, lang, weekday=False)] if event.date else []
    facts += [
        isolated(figure.text) + " " + r(f"figure_{figure.kind}") for figure in event.figures if f"figure_{figure.kind}" in r
    ]
    facts.append(r(f"event_status_{event.status}"))
    return " · ".join(facts)
