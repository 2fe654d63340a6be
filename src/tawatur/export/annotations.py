"""W3C Web Annotation: a note on each name, expression of time and statement, which says where in the text it stands.

Positions count code points of the text as read (`urn:tawatur:ID` names it); the words themselves and what stands beside them find the
place again on the page (`scope`).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tawatur.export.job import Format, Job
from tawatur.export.parts.shelf import iri, web
from tawatur.export.parts.streams import write_object
from tawatur.records.quote import Quote
from tawatur.records.view import DocumentView

_BESIDE = 24  # letters before and after the words: four words of Arabic, which tell most repetitions apart
HEAD = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:tawatur:annotations", "type": "AnnotationPage"}


def write(job: Job) -> Mapping[str, int]:
    """Write one page of annotations, in the order of the documents and of the places in them."""
    found = (one for view in job.source.documents() for one in annotations(view))
    return {"annotations.jsonld": write_object(job.folder / "annotations.jsonld", HEAD, "items", found)}


def annotations(view: DocumentView) -> Iterator[dict[str, Any]]:
    """Give the annotations of a document: names, then times, then statements."""
    for name in view.settled.names:
        entity = {"type": "SpecificResource", "source": iri(name.entity), "purpose": "identifying"} if name.entity else None
        body = [one for one in (entity, _text(name.type, "tagging")) if one]
        yield _annotation(view, "name", (name.start, name.end), name.text, "identifying", body)
    for date in view.settled.dates:
        body = [_text(one, "describing") for one in (date.value, date.basis) if one]
        yield _annotation(view, "date", (date.start, date.end), date.text, "describing", [*body, _text(date.type, "tagging")])
    for quote in view.settled.quotes:
        yield _annotation(view, "quote", (quote.start, quote.end), quote.text, "describing", _said(quote))


def _said(quote: Quote) -> list[dict[str, Any]]:
    speaker = {"type": "SpecificResource", "source": iri(quote.speaker), "purpose": "identifying"} if quote.speaker else None
    name = quote.speaker_name or quote.speaker_text
    found = (speaker, _text(name, "describing") if name else None, _text(f"{quote.kind} speech", "tagging"))
    return [one for one in found if one]


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _annotation(
    view: DocumentView, kind: str, place: tuple[int, int], words: str, motivation: str, body: list[dict[str, Any]]
) -> dict[str, Any]:
    start, end = place
    document = view.document
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    if document.text:
        before, after = document.text[max(0, start - _BESIDE) : start], document.text[end : end + _BESIDE]
        exact = document.text[start:end]
        selectors.append({"type": "TextQuoteSelector", "exact": exact, "prefix": before, "suffix": after})
    elif words:
        selectors.append({"type": "TextQuoteSelector", "exact": words})
    target: dict[str, Any] = {"source": iri(document.id), "selector": selectors}
    if address := web(document.address):
        target["scope"] = address
    identity = iri(f"{document.id}:{kind}:{start}-{end}")
    return {"id": identity, "type": "Annotation", "motivation": motivation, "body": body, "target": target}


FORMAT = Format(name="annotations", files=("annotations.jsonld",), write=write)
