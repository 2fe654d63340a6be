"""ninjs 3.0, the IPTC's News in JSON: an item an article, in one list.

Its times are moments with a zone: a day alone, which is what most articles give, stands in `edNote`.
"""

from collections.abc import Mapping
from typing import Any

from tawatur.export.job import Format, Job
from tawatur.export.parts import called
from tawatur.export.parts.shelf import iri, web
from tawatur.export.parts.streams import write_list
from tawatur.export.parts.times import moment
from tawatur.records.name import NameType
from tawatur.records.view import DocumentView

_STANDARD = {"name": "ninjs", "version": "3.0", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"}
_LISTS: Mapping[NameType, str] = {
    "person": "people", "organization": "organisations", "country": "places", "place": "places", "product": "objects",
    "law": "subjects", "event": "events",
}  # fmt: skip
_Named = Mapping[str, tuple[NameType, str]]


def write(job: Job) -> Mapping[str, int]:
    """Write the items in the order of the documents' ids."""
    named = {entity.id: (entity.type, entity.name) for entity in job.source.entities()}
    return {"ninjs.json": write_list(job.folder / "ninjs.json", (item(view, named) for view in job.source.documents()))}


def item(view: DocumentView, named: _Named) -> dict[str, Any]:
    """Give the item of an article. `named`: the type and name of each entity, by id."""
    document, article, publication = view.document, view.article, view.settled.publication
    title = article.title.text if article.title else ""
    found: dict[str, Any] = {
        "standard": _STANDARD,
        "uri": web(document.address) or iri(document.id),
        "type": "text",
        "representationType": "full" if document.text else "partial",
        "language": article.language,
        "firstCreated": _moment(publication.published),
        "versionCreated": _moment(publication.modified) or _moment(publication.published),
        "edNote": _note(view),
        "title": title,
        "by": "، ".join(article.authors),
        "located": _located(view),
        "headlines": [{"role": "main", "value": title}] if title else [],
        "bodies": _bodies(document.text),
        "infoSources": _sources(view),
        "altIds": [
            {"role": "tawatur", "value": document.id},
            {"role": "sha256", "value": document.sha256},
            *([{"role": "key", "value": document.key}] if document.key else []),
        ],
        **_subjects(view, named),
    }
    return {name: value for name, value in found.items() if value}


def _moment(value: str | None) -> str | None:
    """RFC 3339, to the second, in the zone that the article gives."""
    found = moment(value)
    return found.isoformat(timespec="seconds") if found else None


def _note(view: DocumentView) -> str | None:
    publication = view.settled.publication
    return f"published {publication.published} (by {publication.basis})" if publication.published else None


def _located(view: DocumentView) -> str | None:
    place = view.article.dateline_place
    return view.document.text[place.start : place.end] if place else None


def _bodies(text: str) -> list[dict[str, Any]]:
    if not text:
        return []
    counts = {"charCount": len(text), "wordCount": len(text.split())}
    return [{"role": "main", "contentType": "text/plain", **counts, "value": text}]


def _sources(view: DocumentView) -> list[dict[str, str]]:
    """The outlet that published it, and the agency that it goes back to."""
    outlet, agency = view.article.outlet, view.settled.origin
    found = []
    if outlet:
        found.append({"name": called.outlet(outlet, "ar"), "role": "publisher", "literal": outlet})
    if agency:
        found.append({"name": called.agency(agency, "ar"), "role": "originator", "literal": agency})
    return found


def _subjects(view: DocumentView, named: _Named) -> dict[str, Any]:
    """Who and what is named in it, in the order of the first mention."""
    found: dict[str, list[dict[str, str]]] = {}
    for entity in dict.fromkeys(name.entity for name in view.settled.names):
        if entity and entity in named:
            kind, name = named[entity]
            found.setdefault(_LISTS[kind], []).append({"name": name, "uri": iri(entity)})
    return found


FORMAT = Format(name="ninjs", files=("ninjs.json",), write=write)
