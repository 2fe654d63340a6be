import json
from pathlib import Path
from typing import Any

import pytest
from tests.ingest.helpers import Read

from tawatur.ingest import Options

LONG = "أعلنت بلدية وادي الزيتون اليوم فتح الطريق الجديد أمام الشاحنات بعد إصلاحه"
CHANNEL = {
    "name": "مرصد الوادي",
    "type": "public_channel",
    "id": 1200,
    "messages": [
        {"id": 1, "type": "service", "date": "2021-03-01T10:00:00", "action": "create_channel", "text": ""},
        {
            "id": 2,
            "type": "message",
            "date": "2021-03-05T11:00:00",
            "date_unixtime": "1614931200",
            "edited": "2021-03-05T12:00:00",
            "edited_unixtime": "1614934800",
            "from": "مرصد الوادي",
            "forwarded_from": "أخبار السهل",
            "text": ["عاجل: ", {"type": "bold", "text": LONG}, " ", {"type": "link", "text": "https://sahl.example/1"}],
        },
        {"id": 3, "type": "message", "date": "2021-03-06T11:00:00", "text": LONG, "text_entities": []},
        {"id": 4, "type": "message", "date": "2021-03-06T11:00:00", "photo": "photos/1.jpg", "text": ""},
        {"id": 5, "type": "message", "date": "2021-03-06T11:00:00", "text": "صورة من المكان"},
    ],
}


@pytest.fixture
def export(tmp_path: Path) -> Any:
    (tmp_path / "result.json").write_text(json.dumps(CHANNEL, ensure_ascii=False, indent=1), encoding="utf-8")
    return tmp_path


def test_a_message_with_enough_words_is_a_document(export: Path, read: Read) -> None:
    found = read(export)
    assert found.texts == [f"عاجل: {LONG} https://sahl.example/1", LONG]
    first = found.documents[0]
    assert (first.source, first.key, first.given.outlet) == ("result.json#2", "1200/2", "مرصد الوادي")
    assert (first.given.published, first.given.modified) == ("2021-03-05T08:00:00+00:00", "2021-03-05T09:00:00+00:00")


def test_whom_a_message_is_forwarded_from_and_its_links_are_kept(export: Path, read: Read) -> None:
    hints = {hint.name: hint.value for hint in read(export).documents[0].hints}
    assert hints["telegram:forwarded_from"] == "أخبار السهل"
    assert hints["telegram:link"] == "https://sahl.example/1"


def test_messages_without_enough_words_are_told_of_together(export: Path, read: Read) -> None:
    found = read(export)
    assert found.reasons == ["too_short"]
    assert "1, 4, 5" in found.dropped[0].detail
    assert len(read(export, Options(short=2)).documents) == 3


def test_a_full_export_gives_the_messages_of_all_chats(tmp_path: Path, read: Read) -> None:
    (tmp_path / "result.json").write_text(
        json.dumps({"about": "x", "chats": {"list": [CHANNEL, CHANNEL | {"id": 9}]}}), encoding="utf-8"
    )
    found = read(tmp_path)
    assert len({one.id for one in found.documents}) == 4


def test_the_id_of_a_message_does_not_depend_on_the_file_it_was_exported_to(export: Path, read: Read) -> None:
    before = {one.id for one in read(export).documents}
    (export / "result.json").rename(export / "other.json")
    assert {one.id for one in read(export).documents} == before
