import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.export.helpers import Export, write

from tawatur.export.parts.withheld import Withheld
from tawatur.store.library import StoreLibrary

# written for these tests after the W3C's Web Annotation Data Model (2017): what is required of the parts that are used
_TEXT = {"type": "string", "minLength": 1}
_NUMBER = {"type": "integer", "minimum": 0}
_MOTIVES = {"enum": ["identifying", "tagging", "describing", "classifying", "linking", "commenting"]}
SCHEMA = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationPage"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "type", "target", "body", "motivation"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "string", "pattern": "^urn:tawatur:[!-~]+$"},
                    "type": {"const": "Annotation"},
                    "motivation": _MOTIVES,
                    "body": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "oneOf": [
                                {
                                    "required": ["type", "value", "purpose"],
                                    "properties": {"type": {"const": "TextualBody"}, "value": _TEXT, "purpose": _MOTIVES},
                                },
                                {
                                    "required": ["type", "source", "purpose"],
                                    "properties": {"type": {"const": "SpecificResource"}, "source": _TEXT, "purpose": _MOTIVES},
                                },
                            ]
                        },
                    },
                    "target": {
                        "type": "object",
                        "required": ["source", "selector"],
                        "properties": {
                            "source": _TEXT,
                            "scope": _TEXT,
                            "selector": {
                                "type": "array",
                                "minItems": 1,
                                "items": {
                                    "oneOf": [
                                        {
                                            "required": ["type", "start", "end"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "type": {"const": "TextPositionSelector"},
                                                "start": _NUMBER,
                                                "end": _NUMBER,
                                            },
                                        },
                                        {
                                            "required": ["type", "exact"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "type": {"const": "TextQuoteSelector"},
                                                "exact": _TEXT,
                                                "prefix": {"type": "string"},
                                                "suffix": {"type": "string"},
                                            },
                                        },
                                    ]
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def _page(folder: Path) -> Any:
    return json.loads((folder / "annotations.jsonld").read_text(encoding="utf-8"))


@pytest.mark.parametrize("hostile", [False, True])
def test_the_page_holds_to_the_model(export: Export, hostile: bool) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(_page(export("annotations", hostile=hostile)))


def test_both_selectors_find_the_same_words(export: Export, library: StoreLibrary) -> None:
    texts = {f"urn:tawatur:{view.document.id}": view.document.text for view in library.documents()}
    items = _page(export("annotations"))["items"]
    for one in items:
        text = texts[one["target"]["source"]]
        position, words = one["target"]["selector"]
        assert text[position["start"] : position["end"]] == words["exact"]
        assert words["prefix"] + words["exact"] + words["suffix"] in text
    settled = [view.settled for view in library.documents()]
    assert len(items) == sum(len(one.names) + len(one.dates) + len(one.quotes) for one in settled)
    assert len({one["id"] for one in items}) == len(items)


def test_without_texts_the_places_are_left(library: StoreLibrary, tmp_path: Path) -> None:
    page = _page(write(Withheld(library), tmp_path, "annotations"))
    jsonschema.Draft202012Validator(SCHEMA).validate(page)
    assert all("prefix" not in selector for one in page["items"] for selector in one["target"]["selector"])
    assert any(len(one["target"]["selector"]) == 1 for one in page["items"])
