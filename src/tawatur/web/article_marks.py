"""The marks on an article's page: everything that any page says of its words, each with what is said."""

from collections.abc import Iterable, Iterator, Mapping

from tawatur.records.name import Entity, Name
from tawatur.records.quote import Quote
from tawatur.records.span import Span
from tawatur.records.time import Date
from tawatur.records.view import DocumentView, StoryView
from tawatur.report.statements import speaker
from tawatur.report.why import why
from tawatur.report.wording import when
from tawatur.web.marks import Mark
from tawatur.web.setting import Setting


def marks(view: DocumentView, story: StoryView | None, setting: Setting) -> Iterator[Mark]:
    """Give the marks of an article; those of kind `place` are only targets of links."""
    entities = {entity.id: entity for entity in story.entities} if story else _entities(view, setting)
    names = {identity: entity.name for identity, entity in entities.items()}
    for quote in view.settled.quotes:
        yield from _quote(quote, names, setting)
    for date in view.settled.dates:
        yield Mark(start=date.start, end=date.end, kind="date", tip=_date_tip(date, setting))
    for name in view.settled.names:
        href = setting.name_href(name.entity)
        yield Mark(start=name.start, end=name.end, kind=f"name {name.type}", tip=_name_tip(name, entities, setting), href=href)
    yield from _evidence(view)
    for sentence in view.sentences:  # briefs point at them
        yield Mark(start=sentence.start, end=sentence.end, kind="place")
    for start, end in setting.found:
        yield Mark(start=start, end=end, kind="found")
    for entity in entities.values():
        yield from _named(view.document.id, entity)
    for event in view.settled.events:
        yield from _spans(view.document.id, event.evidence)
    if story:
        yield from _places(view.document.id, story, setting)


def _entities(view: DocumentView, setting: Setting) -> dict[str, Entity]:
    """The entities that an article outside of all stories names."""
    ids = dict.fromkeys(name.entity for name in view.settled.names if name.entity)
    return {identity: entity for identity in ids if (entity := setting.library.entity(identity))}


def _quote(quote: Quote, names: dict[str, str], setting: Setting) -> Iterator[Mark]:
    r = setting.r
    facts = [r(f"kind_{quote.kind}"), speaker(quote, names) or r("speaker_unknown"), cue_words(quote.cue.text, setting)]
    yield Mark(start=quote.start, end=quote.end, kind=f"quote {quote.kind}", tip=" · ".join(facts))
    yield Mark(start=quote.cue.start, end=quote.cue.end, kind="cue")
    if quote.speaker_start is not None and quote.speaker_end is not None:
        yield Mark(start=quote.speaker_start, end=quote.speaker_end, kind="place")
    for link in quote.chain:
        yield Mark(start=link.start, end=link.end, kind="place")


def _date_tip(date: Date, setting: Setting) -> str:
    m = setting.m
    value = when(date.value, setting.lang) if date.value else m("no_value")
    facts = [value if not date.mod else m(f"mod_{date.mod}", value=value), why(date.basis, setting.lang)]
    if date.calendar == "hijri":
        facts.append(m("hijri"))
    return " · ".join(filter(None, facts))


def cue_words(cue: str, setting: Setting) -> str:
    """Name the word, or the mark, that gives a statement to its speaker."""
    m = setting.m
    return m("tip_cue", cue=cue) if is_word(cue) else f"{m('cue_mark')} «{cue}»"


def is_word(cue: str) -> bool:
    """Whether a cue is a word, and not a mark alone."""
    return any(map(str.isalnum, cue))


def _name_tip(name: Name, entities: Mapping[str, Entity], setting: Setting) -> str:
    entity = entities.get(name.entity or "")
    kind = setting.m(f"name_{name.type}")
    return f"{kind} · {entity.name}" if entity and entity.name != name.text else kind


def _evidence(view: DocumentView) -> Iterator[Mark]:
    """The words behind the title, the publication date and the origin."""
    document, article = view.document.id, view.article
    publications = (view.settled.publication, article.publication)
    spans = [p.evidence for p in publications] + [c.evidence for p in publications for c in p.candidates]
    spans += [mention.span for mention in article.agencies] + [article.dateline_place, *article.bylines]
    for span in spans:
        if span and span.document == document:
            yield Mark(start=span.start, end=span.end, kind="evidence")
    if article.title and article.title.start is not None and article.title.end is not None:
        yield Mark(start=article.title.start, end=article.title.end, kind="place")


def _named(document: str, entity: Entity) -> Iterator[Mark]:
    """Words that call an entity something, and those by which a spelling was taken for its name."""
    yield from _spans(document, [role.span for role in entity.roles])
    yield from _spans(document, [decision.evidence for decision in entity.joined])


def _spans(document: str, spans: Iterable[Span]) -> Iterator[Mark]:
    for span in spans:
        yield from _place(document, span)


def _places(document: str, story: StoryView, setting: Setting) -> Iterator[Mark]:
    """Whatever the pages of the story point at in this article."""
    for pair in story.reuse:
        yield from _place(document, pair.a)
        yield from _place(document, pair.b)
        for drift in pair.drift:
            yield from _place(document, drift.a)
            yield from _place(document, drift.b)
    for finding in story.findings:
        for side in finding.sides:
            if side.document == document:
                yield Mark(start=side.start, end=side.end, kind="place")
    for event in story.events:
        yield from _spans(document, event.evidence)
    for commitment in story.commitments:
        yield from _spans(document, (*commitment.evidence, *commitment.later))
    for reference in story.references:
        if reference.document == document:
            yield Mark(start=reference.start, end=reference.end, kind="reference", tip=why(reference.reason, setting.lang))


def _place(document: str, span: Span | None) -> Iterator[Mark]:
    if span and span.document == document:
        yield Mark(start=span.start, end=span.end, kind="place")
