import json
from pathlib import Path
from typing import Any

import pytest
from tests.ingest.helpers import Read

BODY = "<p>فتحت البلدية الجسر.</p><p>ورحب به السكان.</p>"
LINES = "فتحت البلدية الجسر.\nورحب به السكان."
NINJS = {
    "uri": "https://wire.example/items/7",
    "type": "text",
    "headline": "جسر جديد",
    "byline": "ليلى",
    "language": "ar",
    "firstcreated": "2021-03-05T08:00:00Z",
    "versioncreated": "2021-03-05T09:00:00Z",
    "infosource": [{"name": "وكالة الأنهار"}],
    "body_html": BODY,
}
NITF = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf xml:lang="ar"><head><title>جسر</title><docdata><doc-id id-string="n-7"/><date.issue norm="20210305T080000Z"/></docdata>
<pubdata name="السهل" date.publication="20210305"/></head><body><body.head><hedline><hl1>جسر جديد</hl1></hedline>
<byline>بقلم <person>ليلى</person></byline><dateline><location>وادي الزيتون</location></dateline></body.head>
<body.content><block><p>فتحت البلدية الجسر.</p><p>ورحب به السكان.</p></block></body.content></body></nitf>"""
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire:7" xml:lang="ar">
<itemMeta><provider qcode="prov:anhar"><name>وكالة الأنهار</name></provider><versionCreated>2021-03-05T09:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2021-03-05T08:00:00Z</contentCreated><headline>جسر جديد</headline><by>ليلى</by>
<dateline>وادي الزيتون 5 آذار</dateline><language tag="ar"/></contentMeta><contentSet>CONTENT</contentSet></newsItem>"""
XHTML = f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>{BODY}</body></html></inlineXML>'


def test_ninjs_is_read(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.json").write_text(json.dumps(NINJS), encoding="utf-8")
    found = read(tmp_path).documents[0]
    assert (found.text, found.key, found.address) == (LINES, NINJS["uri"], NINJS["uri"])
    given = found.given
    assert (given.title, given.author, given.language, given.outlet) == ("جسر جديد", "ليلى", "ar", "وكالة الأنهار")
    assert (given.published, given.modified) == ("2021-03-05T08:00:00+00:00", "2021-03-05T09:00:00+00:00")


def test_ninjs_3_keeps_its_bodies_and_headlines_in_lists(tmp_path: Path, read: Read) -> None:
    item = {
        "uri": "urn:7",
        "headlines": [{"value": "جسر جديد"}],
        "bodies": [{"contentType": "text/plain", "value": "نص"}, {"contentType": "text/html", "value": BODY}],
    }
    (tmp_path / "a.json").write_text(
        json.dumps({"items": [item, {"uri": "urn:8", "type": "picture", "body_text": ""}]}), encoding="utf-8"
    )
    found = read(tmp_path)
    assert (found.texts, found.documents[0].given.title) == ([LINES], "جسر جديد")
    assert found.reasons == ["no_text"]


def test_nitf_is_read_with_its_headline_byline_and_dateline_as_lines(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.xml").write_text(NITF, encoding="utf-8")
    found = read(tmp_path).documents[0]
    assert found.text == f"جسر جديد\nبقلم ليلى\nوادي الزيتون\n{LINES}"
    assert [line.tag for line in found.layout][:3] == ["hl1", "byline", "dateline"]
    assert (found.key, found.given.title, found.given.author) == ("n-7", "جسر جديد", "ليلى")
    assert (found.given.published, found.given.outlet, found.given.language) == ("2021-03-05T08:00:00+00:00", "السهل", "ar")


def test_newsml_with_xhtml_is_read(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.xml").write_text(ITEM.replace("CONTENT", XHTML), encoding="utf-8")
    found = read(tmp_path).documents[0]
    assert (found.text, found.key) == (LINES, "urn:newsml:wire:7")
    given = found.given
    assert (given.title, given.author, given.outlet, given.language) == ("جسر جديد", "ليلى", "وكالة الأنهار", "ar")
    assert given.published == "2021-03-05T08:00:00+00:00"
    assert ("newsml:dateline", "وادي الزيتون 5 آذار") in {(hint.name, hint.value) for hint in found.hints}


def test_newsml_with_nitf_inside_is_read(tmp_path: Path, read: Read) -> None:
    nitf = "<inlineXML>" + NITF[NITF.index("<nitf") :] + "</inlineXML>"
    (tmp_path / "a.xml").write_text(ITEM.replace("CONTENT", nitf), encoding="utf-8")
    found = read(tmp_path).documents[0]
    assert (found.text.endswith(LINES), found.key, found.given.outlet) == (True, "urn:newsml:wire:7", "وكالة الأنهار")


@pytest.mark.parametrize("content", ["<inlineData>نص مجرد</inlineData>"])
def test_newsml_with_plain_text_is_read(tmp_path: Path, read: Read, content: Any) -> None:
    (tmp_path / "a.xml").write_text(ITEM.replace("CONTENT", content), encoding="utf-8")
    assert read(tmp_path).texts == ["نص مجرد"]


def test_a_message_of_many_items_gives_those_with_words(tmp_path: Path, read: Read) -> None:
    picture = ITEM.replace("CONTENT", '<remoteContent href="a.jpg"/>')
    message = f"<newsMessage><itemSet>{ITEM.replace('CONTENT', XHTML)}{picture}</itemSet></newsMessage>"
    (tmp_path / "a.xml").write_text(message, encoding="utf-8")
    found = read(tmp_path)
    assert (found.texts, found.reasons) == ([LINES], ["no_text"])


def test_xml_of_no_known_kind_is_told(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.xml").write_text("<config><a/></config>", encoding="utf-8")
    assert read(tmp_path).reasons == ["malformed"]
