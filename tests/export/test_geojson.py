import json
from pathlib import Path
from typing import Any, cast

import jsonschema
import pytest
from tests.export.helpers import HOSTILE, Export, write
from tests.export.invented import Invented

from tawatur.export.source import Source

# written for these tests after RFC 7946: what a collection of points must be
SCHEMA = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": "string"},
                    "properties": {"type": "object"},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "properties": {
                                    "type": {"const": "Point"},
                                    "coordinates": {
                                        "type": "array",
                                        "prefixItems": [
                                            {"type": "number", "minimum": -180, "maximum": 180},
                                            {"type": "number", "minimum": -90, "maximum": 90},
                                        ],
                                        "minItems": 2,
                                        "maxItems": 2,
                                    },
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
}


def _features(folder: Path) -> dict[str, Any]:
    found = json.loads((folder / "places.geojson").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    return {one["id"]: one for one in found["features"]}


@pytest.fixture
def features(tmp_path: Path) -> dict[str, Any]:
    """Those of the invented source."""
    return _features(write(cast("Source", Invented()), tmp_path, "geojson"))


def test_stories_and_events_with_a_place_are_features(features: dict[str, Any]) -> None:
    assert list(features) == ["y-1", "y-2", "v-1", "v-2", "v-3"]
    assert {one["properties"]["kind"] for one in features.values()} == {"story", "event"}


def test_the_longitude_stands_first(features: dict[str, Any]) -> None:
    assert features["y-1"]["geometry"] == {"type": "Point", "coordinates": [46.72, 24.69]}


def test_a_place_on_no_map_has_no_geometry_and_is_kept(features: dict[str, Any]) -> None:
    assert features["y-2"]["geometry"] is None
    assert features["y-2"]["properties"]["place_name"] == "وادي الرمان"


def test_a_country_says_that_its_point_is_the_capitals(features: dict[str, Any]) -> None:
    assert features["v-2"]["properties"]["point_of"] == "capital"
    assert features["v-1"]["properties"]["point_of"] == "town"


def test_hostile_words_come_back(export: Export) -> None:
    found = _features(export("geojson", hostile=True))
    titles = [one["properties"]["title"] for one in found.values() if one["properties"]["kind"] == "story"]
    assert titles
    assert all(title.startswith(HOSTILE) for title in titles)
