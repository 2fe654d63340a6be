import json
from pathlib import Path
from typing import Any, cast

import jsonschema
import pytest
from tests.export.helpers import Export, write
from tests.export.invented import Invented

from tawatur.export import timelinejs
from tawatur.export.source import Source

# written for these tests after the documentation of TimelineJS3's JSON
_DATE = {
    "type": "object",
    "required": ["year"],
    "additionalProperties": False,
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
}
_TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "required": ["events"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "object", "properties": {"text": _TEXT}},
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "text"],
                "additionalProperties": False,
                "properties": {
                    "start_date": _DATE,
                    "text": _TEXT,
                    "group": {"type": "string"},
                    "unique_id": {"type": "string"},
                    "autolink": {"type": "boolean"},
                },
            },
        },
    },
}


def _timeline(folder: Path) -> Any:
    return json.loads((folder / "timeline.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("hostile", [False, True])
def test_the_timeline_holds_to_the_form(export: Export, hostile: bool) -> None:
    found = _timeline(export("timelinejs", hostile=hostile))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert len(found["events"]) == 3


def test_stories_stand_in_the_order_of_their_days_no_more_exact_than_they_are(tmp_path: Path) -> None:
    events = _timeline(write(cast("Source", Invented()), tmp_path, "timelinejs"))["events"]
    assert [one["unique_id"] for one in events] == ["y-2", "y-1"]
    assert [one["start_date"] for one in events] == [{"year": 2021, "month": 9}, {"year": 2021, "month": 9, "day": 29}]


def test_the_count_of_origins_is_told_beside_that_of_articles(tmp_path: Path) -> None:
    found = _timeline(write(cast("Source", Invented()), tmp_path, "timelinejs", lang="en"))["events"][1]
    assert found["text"] == {
        "headline": "لقاء في الرياض",
        "text": "<p>articles: 2, outlets: 0, independent origins: 1</p>",
    }


def test_hostile_words_are_no_markup(export: Export) -> None:
    for one in _timeline(export("timelinejs", hostile=True))["events"]:
        assert "<" not in one["text"]["headline"]
        assert not set("\u202e\u2066") & set(one["text"]["headline"])


def test_of_many_stories_those_of_the_most_origins_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timelinejs, "MOST", 1)
    events = _timeline(write(cast("Source", Invented()), tmp_path, "timelinejs"))["events"]
    assert [one["unique_id"] for one in events] == ["y-1"]
