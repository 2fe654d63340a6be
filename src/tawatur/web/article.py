"""The page of an article: its whole text, line by line, with all that is said of its words, and what is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tawatur.records.article import DateCandidate, Line
from tawatur.records.span import Span
from tawatur.records.view import DocumentView, StoryView
from tawatur.report import labels
from tawatur.report.show import outlet_of
from tawatur.report.statements import speaker
from tawatur.report.why import why
from tawatur.web.article_marks import marks
from tawatur.web.compare import beside, in_order
from tawatur.web.facts import Because, Moment, Words, because, full_moment, moment
from tawatur.web.marks import Marked
from tawatur.web.parts import Pager, cuts, pager
from tawatur.web.setting import Setting

_LISTED = 60  # statements listed beside the text of one part


@dataclass(frozen=True, kw_only=True)
class LineView:
    """A line of the text; `label` names its kind and why it is of it, empty for the article's own prose and after the first of several alike."""

    kind: str
    label: str
    html: Markup


@dataclass(frozen=True, kw_only=True)
class CandidateView:
    """A date that was weighed."""

    role: str
    date: Moment
    basis: str
    reason: Because
    weight: str
    evidence: str


@dataclass(frozen=True, kw_only=True)
class Published:
    """When the article was published, and why that is believed. `evidence` is the link to the words, or empty."""

    date: Moment
    basis: str
    reason: Because
    evidence: Words | None
    elsewhere: bool  # the evidence stands in another article
    modified: Moment | None
    latest: Moment | None
    candidates: tuple[CandidateView, ...]


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A statement in the list beside the text."""

    speaker: str
    kind: str
    kind_words: str
    words: Words


@dataclass(frozen=True, kw_only=True)
class ArticlePage:
    """The page, or a later part of it."""

    id: str
    title: str
    outlet: str
    publisher: str
    language: str
    foreign: bool
    source: str
    address: str
    sha256: str
    published: Published
    origin: str
    origin_basis: str
    origin_evidence: tuple[Words, ...]
    cites: tuple[str, ...]
    version_of: str
    story: Words | None
    beside: tuple[Words, ...]  # articles of the story that share its text, each with the link to the two side by side
    lines: tuple[LineView, ...]
    statements: tuple[Listed, ...]
    pager: Pager


def article(view: DocumentView, story: StoryView | None, setting: Setting) -> ArticlePage | None:
    """Make the page of an article, or a later part of it; None where there is no such part."""
    begin = cuts(view)
    page = setting.links.here.page
    if page > len(begin):
        return None
    start, end = begin[page - 1], begin[page] if page < len(begin) else len(view.document.text)
    settled, document = view.settled, view.document
    return ArticlePage(
        id=document.id,
        title=labels.title(view, setting.lang),
        outlet=outlet_of(view, setting.lang),
        publisher=view.article.publisher or "",
        language=view.article.language or "",
        foreign=view.article.language not in ("ar", None),
        source=document.source,
        address=document.address if document.address and document.address.startswith(("http://", "https://")) else "",
        sha256=document.sha256,
        published=_published(view, setting),
        origin=labels.agency(settled.origin, setting.lang) if settled.origin else "",
        origin_basis=setting.r(f"origin_basis_{settled.origin_basis}") if settled.origin_basis else "",
        origin_evidence=tuple(_credits(view, setting)),
        cites=tuple(labels.agency(key, setting.lang) for key in settled.cites),
        version_of=setting.links.article(document.version_of) if document.version_of else "",
        story=Words(text=story.story.title or setting.r("untitled"), href=setting.links.story(story.story.id)) if story else None,
        beside=tuple(_beside(view, story, setting)) if story else (),
        lines=tuple(_lines(view, story, (start, end), setting)),
        statements=tuple(_listed(view, story, (start, end), setting)),
        pager=pager(setting.links, len(begin)),
    )


def _beside(view: DocumentView, story: StoryView, setting: Setting) -> list[Words]:
    views = {one.document.id: one for one in story.documents}
    others = [views[other] for other in beside(view.document.id, story)]
    return [Words(text=outlet_of(one, setting.lang), href=setting.links.compare(*in_order(view, one))) for one in others]


def _lines(view: DocumentView, story: StoryView | None, part: tuple[int, int], setting: Setting) -> Sequence[LineView]:
    start, end = part
    within = (mark for mark in marks(view, story, setting) if mark.start < end and mark.end > start)
    marked = Marked(view.document.text, within)
    found: list[LineView] = []
    above: Line | None = None
    for line in view.article.lines:
        if line.start < end and line.end > start:
            html = marked.line(max(line.start, start), min(line.end, end))
            found.append(LineView(kind=line.kind, label=_label(line, above, setting), html=html))
            above = line
    return found


def _label(line: Line, above: Line | None, setting: Setting) -> str:
    """Name a line's kind, and why it is of it; after furniture, why alone, where it is for another reason."""
    if line.kind == "body":
        return ""
    why = _line_reason(line.reason, setting)
    if above is not None and above.kind == line.kind == "furniture":
        return "" if above.reason == line.reason else why
    return f"{setting.m(f'line_{line.kind}')} — {why}"


def _line_reason(code: str, setting: Setting) -> str:
    """Say why a line is of its kind: in the words for the rule's code, else as a reason is told."""
    key = f"line_why_{code}"
    return setting.m(key) if key in setting.m else why(code, setting.lang)


def _published(view: DocumentView, setting: Setting) -> Published:
    publication = view.settled.publication
    basis = publication.basis
    evidence = publication.evidence
    return Published(
        date=full_moment(publication.published, setting),
        basis=setting.m(f"published_{basis}") if basis else "",
        reason=because(publication.reason, setting),
        evidence=_evidence(evidence, view, setting),
        elsewhere=evidence is not None and evidence.document != view.document.id,
        modified=full_moment(publication.modified, setting) if publication.modified else None,
        latest=full_moment(publication.latest, setting) if publication.latest else None,
        candidates=tuple(_candidate(one, setting) for one in publication.candidates),
    )


def _evidence(span: Span | None, view: DocumentView, setting: Setting) -> Words | None:
    if span is None:
        return None
    source = view if span.document == view.document.id else setting.document(span.document)
    if source is None:
        return None
    return Words(text=source.document.text[span.start : span.end], href=setting.links.words(span.document, span.start, span.end))


def _candidate(one: DateCandidate, setting: Setting) -> CandidateView:
    span = one.evidence
    return CandidateView(
        role=setting.m(f"role_{one.role}"),
        date=moment(one.value, setting),
        basis=setting.m(f"published_{one.basis}"),
        reason=because(one.reason, setting),
        weight=f"{one.weight:.2f}",
        evidence=setting.links.words(span.document, span.start, span.end) if span else "",
    )


def _credits(view: DocumentView, setting: Setting) -> list[Words]:
    """The words that credit the agency, where the article has them."""
    text = view.document.text
    credits = [one.span for one in view.article.agencies if one.credit and one.agency == view.settled.origin]
    return [Words(text=text[at.start : at.end], href=setting.links.words(at.document, at.start, at.end)) for at in credits if at]


def _listed(view: DocumentView, story: StoryView | None, part: tuple[int, int], setting: Setting) -> list[Listed]:
    names = {entity.id: entity.name for entity in story.entities} if story else {}
    held = [quote for quote in view.settled.quotes if part[0] <= quote.start < part[1]]
    return [
        Listed(
            speaker=speaker(quote, names) or setting.r("speaker_unknown"),
            kind=quote.kind,
            kind_words=setting.r(f"kind_{quote.kind}"),
            words=Words(text=quote.text, href=setting.links.words(quote.document, quote.start, quote.end)),
        )
        for quote in held[:_LISTED]
    ]
