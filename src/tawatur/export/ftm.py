"""FollowTheMoney: articles, people, bodies, places, mentions, statements and events as entities, and each of their values as a
statement that says where it stands.

A country is a PublicBody, for as one who acts it is its government; a place is an Address. Products, laws and events that are only
named have no schema that fits: their mentions are kept. Reported speech is a Documentation of its speaker in the article.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tawatur.export.job import Format, Job
from tawatur.export.parts.places import point
from tawatur.export.parts.plain import characters
from tawatur.export.parts.shelf import web
from tawatur.export.parts.streams import lines, to_line
from tawatur.export.parts.times import in_utc, prefix
from tawatur.records.event import Event
from tawatur.records.name import Entity, Name, NameType
from tawatur.records.quote import Quote
from tawatur.records.span import Span
from tawatur.records.view import DocumentView

DATASET = "tawatur"
_SCHEMATA: Mapping[NameType, str] = {
    "person": "Person", "organization": "Organization", "country": "PublicBody", "place": "Address",
}  # fmt: skip
# FollowTheMoney knows languages by ISO 639-3; articles in others of the readers' languages keep none
_LANGUAGES = {"ar": "ara", "en": "eng", "fr": "fra", "fa": "fas", "ur": "urd", "he": "heb", "tr": "tur", "de": "deu", "es": "spa"}
# codes of states that are no more, and of a part of one, as FollowTheMoney has them
_COUNTRIES = {"SU": "suhh", "YU": "yucs", "GB-ENG": "gb"}
# letters of a text in one value: the library's own limit is 65,000
_PIECE = 60_000


class Value(NamedTuple):
    """A value of a property, and the place of the words that say it."""

    prop: str
    value: str | None
    place: Span | None = None


class Proxy(NamedTuple):
    """An entity of FollowTheMoney."""

    id: str
    schema: str
    values: Sequence[Value]


def write(job: Job) -> Mapping[str, int]:
    """Write the entities, and a statement for each of their values; ids of statements are made as the library makes them."""
    entities, statements = 0, 0
    with lines(job.folder / "entities.ftm.json") as entity, lines(job.folder / "statements.ftm.json") as statement:
        for proxy in _proxies(job):
            values = list(_clean(proxy.values))
            entity(to_line(_entity(proxy, values)))
            entities += 1
            for one in _statements(proxy, values):
                statement(to_line(one))
                statements += 1
    return {"entities.ftm.json": entities, "statements.ftm.json": statements}


def _proxies(job: Job) -> Iterator[Proxy]:
    acting: set[str] = set()
    known: set[str] = set()
    for entity in job.source.entities():
        if entity.type in _SCHEMATA:
            known.add(entity.id)
            if entity.type != "place":
                acting.add(entity.id)
            yield _named(entity)
    for view in job.source.documents():
        yield _article(view)
        for name in view.settled.names:
            yield _mention(name, acting)
        for quote in view.settled.quotes:
            if quote.speaker in known:
                yield _said(quote, view)
    for event in job.source.events():
        yield _event(event, acting, known)


def _clean(values: Sequence[Value]) -> Iterator[Value]:
    """The values that there are, each once for a property, without characters that no table can show."""
    seen: set[tuple[str, str]] = set()
    for one in values:
        text = characters(one.value or "")
        text = text if one.prop == "bodyText" else " ".join(text.split())
        if text and (one.prop, text) not in seen:
            seen.add((one.prop, text))
            yield one._replace(value=text)


def _entity(proxy: Proxy, values: Sequence[Value]) -> dict[str, Any]:
    properties: dict[str, list[str | None]] = {}
    for one in values:
        properties.setdefault(one.prop, []).append(one.value)
    captions = (one.value for prop in ("name", "title", "summary", "fileName") for one in values if one.prop == prop)
    caption = next(captions, proxy.id)
    return {"id": proxy.id, "caption": caption, "schema": proxy.schema, "properties": properties, "datasets": [DATASET]}


def _statements(proxy: Proxy, values: Sequence[Value]) -> Iterator[dict[str, Any]]:
    for prop, value, place in (Value("id", proxy.id), *values):
        key = f"{DATASET}.{proxy.id}.{prop}.{value}"
        yield {
            "id": hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(),
            "entity_id": proxy.id,
            "canonical_id": proxy.id,
            "prop": prop,
            "schema": proxy.schema,
            "value": value,
            "dataset": DATASET,
            "lang": None,
            "original_value": None,
            "external": False,
            "first_seen": None,
            "last_seen": None,
            "origin": f"{place.document}#char={place.start},{place.end}" if place else None,
        }


def _named(entity: Entity) -> Proxy:
    values = [Value("full" if entity.type == "place" else "name", entity.name), Value("name", entity.name)]
    values += [Value("alias", form) for form in (entity.name_en, *entity.forms) if form != entity.name]
    values += [Value("country", _country(same[4:])) for same in entity.same_as if same.startswith("iso:")]
    values += [
        Value("sourceUrl", f"https://www.geonames.org/{same[9:]}") for same in entity.same_as if same.startswith("geonames:")
    ]
    if entity.type == "person":
        values += [Value("position", role.text, role.span) for role in entity.roles]
    if entity.type == "place" and (lies := point(entity)):
        values += [Value("latitude", f"{lies.latitude:.2f}"), Value("longitude", f"{lies.longitude:.2f}")]
    return Proxy(entity.id, _SCHEMATA[entity.type], values)


def _country(code: str) -> str:
    return _COUNTRIES.get(code, code.lower())


def _article(view: DocumentView) -> Proxy:
    document, article, publication = view.document, view.article, view.settled.publication
    text = document.text
    title = article.title
    place = Span(document=document.id, start=title.start, end=title.end or 0) if title and title.start is not None else None
    values = [
        Value("title", title.text if title else None, place),
        Value("fileName", document.source),
        Value("publishedAt", in_utc(publication.published), publication.evidence),
        Value("modifiedAt", in_utc(publication.modified)),
        Value("publisher", article.outlet),
        Value("language", _LANGUAGES.get(article.language or "")),
        Value("sourceUrl", web(document.address)),
        Value("notes", f"sha256:{document.sha256}"),
        *(Value("author", author) for author in article.authors),
        *(Value("bodyText", text[at : at + _PIECE]) for at in range(0, len(text), _PIECE)),
    ]
    if text:
        digest = hashlib.sha1(text.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
        values.append(Value("contentHash", digest))
    return Proxy(document.id, "Article", values)


def _mention(name: Name, acting: set[str]) -> Proxy:
    place = Span(document=name.document, start=name.start, end=name.end)
    values = [
        Value("document", name.document),
        Value("name", name.text or name.type, place),
        Value("detectedSchema", _SCHEMATA.get(name.type, name.type)),
        Value("resolved", name.entity if name.entity in acting else None),
    ]
    return Proxy(f"m-{name.document[2:]}-{name.start}-{name.end}", "Mention", values)


def _said(quote: Quote, view: DocumentView) -> Proxy:
    place = Span(document=quote.document, start=quote.start, end=quote.end)
    values = [
        Value("document", quote.document),
        Value("entity", quote.speaker),
        Value("role", f"speaker, {quote.kind}"),
        Value("summary", quote.text, place),
        Value("date", prefix(view.settled.publication.published)),
        Value("recordId", quote.id),
        Value("proof", quote.document, place),
    ]
    return Proxy(quote.id, "Documentation", values)


def _event(event: Event, acting: set[str], known: set[str]) -> Proxy:
    first = event.evidence[0] if event.evidence else None
    parties = " → ".join(name for name in (event.actor_name, event.recipient_name) if name)
    values = [
        Value("name", f"{event.type}: {parties}" if parties else event.type, first),
        Value("date", prefix(event.date), first),
        Value("location", event.place_name, first),
        Value("addressEntity", event.place if event.place in known and event.place not in acting else None),
        Value("keywords", event.type),
        Value("keywords", event.mode),
        Value("keywords", event.status),
        Value("keywords", f"CAMEO {event.cameo}" if event.cameo else None),
        Value("recordId", event.id),
        *(Value("involved", one) for one in (event.actor, event.recipient) if one in acting),
        *(Value("proof", place.document, place) for place in event.evidence),
    ]
    return Proxy(event.id, "Event", values)


FORMAT = Format(name="ftm", files=("entities.ftm.json", "statements.ftm.json"), write=write)
