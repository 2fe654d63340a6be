"""The rows of the export that no record of the program has the shape of: the contract's own."""

from tawatur.records.article import LineKind, OriginBasis, PublishedBasis, Title
from tawatur.records.base import Record
from tawatur.records.span import Span
from tawatur.records.view import DocumentView

FORMAT = "1.0"


class ExportedLine(Record, frozen=True, kw_only=True):
    """A line that is not empty, and its kind."""

    start: int
    end: int
    kind: LineKind


class ExportedDocument(Record, frozen=True, kw_only=True):
    """An article as read, with its settled publication date and origin."""

    id: str
    key: str | None
    source: str
    address: str | None
    fetched: str | None
    text: str
    sha256: str
    title: Title | None
    outlet: str | None
    publisher: str | None
    language: str | None
    published: str | None
    published_basis: PublishedBasis | None
    published_evidence: Span | None
    published_reason: str
    modified: str | None
    origin: str | None
    origin_basis: OriginBasis | None
    origin_judged: str | None
    cites: tuple[str, ...]
    lines: tuple[ExportedLine, ...]
    version_of: str | None


def exported(view: DocumentView) -> ExportedDocument:
    """Give the row of a document."""
    document, article, settled = view.document, view.article, view.settled
    return ExportedDocument(
        id=document.id,
        key=document.key,
        source=document.source,
        address=document.address,
        fetched=document.fetched,
        text=document.text,
        sha256=document.sha256,
        title=article.title,
        outlet=article.outlet,
        publisher=article.publisher,
        language=article.language,
        published=settled.publication.published,
        published_basis=settled.publication.basis,
        published_evidence=settled.publication.evidence,
        published_reason=settled.publication.reason,
        modified=settled.publication.modified,
        origin=settled.origin,
        origin_basis=settled.origin_basis,
        origin_judged=settled.origin_judged,
        cites=settled.cites,
        lines=tuple(ExportedLine(start=line.start, end=line.end, kind=line.kind) for line in article.lines),
        version_of=document.version_of,
    )
