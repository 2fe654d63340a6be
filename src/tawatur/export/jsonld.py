"""schema.org as JSON-LD: articles, who is named in them, what they quote, and what is claimed by whom.

Words in marks of quotation are a Quotation; words that are only reported are a Claim with its source, for they are not the speaker's
own. A finding is a Claim that several articles make, or a Collection of the claims that stand against each other. Nothing is rated:
a ClaimReview would say what is true, and the program says only who says what.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tawatur.export.job import Format, Job
from tawatur.export.parts import called
from tawatur.export.parts.shelf import iri, web
from tawatur.export.parts.streams import write_object
from tawatur.records.finding import Finding
from tawatur.records.name import Entity, NameType
from tawatur.records.quote import Quote
from tawatur.records.view import DocumentView

# all that a reader needs stands here: no context is fetched
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "tawatur": "urn:tawatur:",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "sha256": "https://schema.org/sha256",
    **{
        name: {"@type": "@id"}
        for name in ("url", "sameAs", "additionalType", "appearance", "isPartOf", "mentions", "creator", "about")
    },
}
_TYPES: Mapping[NameType, str] = {
    "person": "Person", "organization": "Organization", "country": "Country", "place": "Place", "product": "Product",
    "law": "Legislation", "event": "Event",
}  # fmt: skip


def write(job: Job) -> Mapping[str, int]:
    """Write one graph."""
    return {"schema.jsonld": write_object(job.folder / "schema.jsonld", {"@context": CONTEXT}, "@graph", _nodes(job))}


def _nodes(job: Job) -> Iterator[dict[str, Any]]:
    known = set()
    for entity in job.source.entities():
        known.add(entity.id)
        yield _full(_entity(entity))
    for view in job.source.documents():
        yield _full(_article(view, known))
        for quote in view.settled.quotes:
            yield _full(_statement(quote, known, view.article.language))
    for finding in job.source.findings():
        yield from map(_full, _finding(finding))


def _full(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "@id": iri(entity.id),
        "@type": _TYPES[entity.type],
        "name": [{"@value": entity.name, "@language": "ar"}, *_english(entity.name_en)],
        "alternateName": [form for form in entity.forms if form != entity.name],
        "sameAs": [f"https://sws.geonames.org/{same[9:]}/" for same in entity.same_as if same.startswith("geonames:")],
        "identifier": [same for same in entity.same_as if same.startswith("iso:")],
        "jobTitle": sorted({role.text for role in entity.roles if role.text}) if entity.type == "person" else [],
    }


def _english(name: str | None) -> list[dict[str, str]]:
    return [{"@value": name, "@language": "en"}] if name else []


def _article(view: DocumentView, known: set[str]) -> dict[str, Any]:
    document, article, settled = view.document, view.article, view.settled
    named = dict.fromkeys(name.entity for name in settled.names if name.entity in known)
    return {
        "@id": iri(document.id),
        "@type": "NewsArticle",
        "url": web(document.address),
        "headline": article.title.text if article.title else None,
        "inLanguage": article.language,
        "datePublished": settled.publication.published,
        "dateModified": settled.publication.modified,
        "publisher": _organization("outlet", article.outlet, called.outlet),
        "sourceOrganization": _organization("agency", settled.origin, called.agency),
        "author": [{"@type": "Person", "name": author} for author in article.authors],
        "articleBody": document.text,
        "sha256": document.sha256,
        "mentions": [iri(entity) for entity in named if entity],
    }


def _organization(kind: str, key: str | None, name: Callable[[str, called.Lang], str]) -> dict[str, Any] | None:
    if not key:
        return None
    names = [{"@value": name(key, "ar"), "@language": "ar"}, {"@value": name(key, "en"), "@language": "en"}]
    return {"@type": "Organization", "name": names, "identifier": f"{kind}:{key}"}


def _statement(quote: Quote, known: set[str], language: str | None) -> dict[str, Any]:
    speaker: Any = iri(quote.speaker) if quote.speaker and quote.speaker in known else None
    if not speaker and (quote.speaker_name or quote.speaker_text):
        speaker = {
            "@type": "Person" if quote.speaker_kind == "named" else "Thing",
            "name": quote.speaker_name or quote.speaker_text,
        }
    where = "appearance" if quote.kind == "indirect" else "isPartOf"
    return {
        "@id": iri(quote.id),
        "@type": "Claim" if quote.kind == "indirect" else "Quotation",
        "text": quote.text,
        "inLanguage": language,
        "creator": speaker,
        where: iri(quote.document),
    }


def _finding(finding: Finding) -> Iterator[dict[str, Any]]:
    kind = iri(f"finding:{finding.kind}")
    reason = [{"@value": finding.reason.ar, "@language": "ar"}, {"@value": finding.reason.en, "@language": "en"}]
    about = {"additionalType": kind, "description": reason}
    sides: dict[tuple[str | None, str], list[str]] = {}
    for side in finding.sides:
        sides.setdefault((side.value, "" if side.value else side.text), []).append(side.document)
    if finding.kind in ("corroborated", "single_origin"):
        documents = sorted({side.document for side in finding.sides})
        text = finding.about or next((side.text for side in finding.sides if side.text), None)
        yield {"@id": iri(finding.id), "@type": "Claim", **about, "text": text, "appearance": list(map(iri, documents))}
        return
    claims = []
    for number, ((value, words), found) in enumerate(sides.items(), 1):
        text = value or words
        claims.append(iri(f"{finding.id}:{number}"))
        yield {"@id": claims[-1], "@type": "Claim", "text": text, "appearance": list(map(iri, sorted(set(found))))}
    yield {"@id": iri(finding.id), "@type": "Collection", **about, "name": finding.about, "about": claims}


FORMAT = Format(name="jsonld", files=("schema.jsonld",), write=write)
