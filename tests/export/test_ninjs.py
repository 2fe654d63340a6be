import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.export.helpers import HOSTILE, Export
from tests.ingest.conftest import read as read
from tests.ingest.helpers import Read

from tawatur.export.formats import FORMATS
from tawatur.store.library import StoreLibrary


def _text(**more: Any) -> dict[str, Any]:
    return {"type": "string", **more}


def _list(**properties: Any) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "additionalProperties": False, "properties": properties}}


_TIME = _text(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$")
_URI = _text(pattern=r"^[a-z][a-z0-9+.-]*:[!-~]+$")
_CONCEPT = {"name": _text(), "rel": _text(), "uri": _URI, "literal": _text()}
_BODY = {"role": _text(), "contentType": _text(), "value": _text()}
# written for these tests after the IPTC's schema of ninjs 3.0 (CC BY 4.0): those of its properties that a text may have
SCHEMA = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {
        "uri": _URI,
        "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]},
        "representationType": {"enum": ["full", "partial"]},
        "standard": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"name": _text(), "version": _text(), "schema": _URI},
        },
        **dict.fromkeys(("firstCreated", "versionCreated", "contentCreated", "embargoed", "expires"), _TIME),
        **{name: _text() for name in ("version", "language", "title", "by", "located", "edNote", "slugline", "copyrightHolder")},
        "headlines": _list(**_BODY),
        "bodies": _list(**_BODY, charCount={"type": "integer"}, wordCount={"type": "integer"}),
        **{name: _list(**_CONCEPT) for name in ("people", "organisations", "places", "objects", "subjects")},
        "events": _list(**_CONCEPT, id=_text()),
        "infoSources": _list(name=_text(), role=_text(), uri=_URI, literal=_text()),
        "altIds": _list(role=_text(), value=_text()),
    },
}


def _items(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / "ninjs.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("hostile", [False, True])
def test_every_item_holds_to_the_schema(export: Export, hostile: bool) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for item in _items(export("ninjs", hostile=hostile)):
        validator.validate(item)


def test_the_words_are_the_articles_letter_by_letter(export: Export, library: StoreLibrary) -> None:
    texts = [HOSTILE + view.document.text for view in library.documents()]
    assert [item["bodies"][0]["value"] for item in _items(export("ninjs", hostile=True))] == texts


def test_people_and_bodies_that_are_named_are_listed(export: Export, library: StoreLibrary) -> None:
    people = {entity.name for entity in library.entities() if entity.type == "person"}
    listed = {person["name"] for item in _items(export("ninjs")) for person in item.get("people", [])}
    assert listed
    assert listed <= people


def test_only_a_time_with_its_zone_is_a_moment(export: Export, library: StoreLibrary) -> None:
    published = [view.settled.publication.published or "" for view in library.documents()]
    for item, value in zip(_items(export("ninjs")), published, strict=True):
        assert ("firstCreated" in item) == bool(re.search(r"T.*[+-]\d\d:\d\d$", value))
        assert value in item.get("edNote", "")


def test_our_own_reader_reads_it_back(export: Export, library: StoreLibrary, read: Read) -> None:
    found = read(export("ninjs") / "ninjs.json").documents
    views = list(library.documents())
    assert [one.text for one in found] == [view.document.text for view in views]
    assert [one.given.title for one in found] == [view.article.title.text if view.article.title else None for view in views]


def test_the_files_are_those_that_are_listed(export: Export) -> None:
    assert {path.name for path in export("ninjs").iterdir()} == set(FORMATS["ninjs"].files)
