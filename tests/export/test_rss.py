from pathlib import Path
from typing import Any, cast
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from tests.export.helpers import Export, write
from tests.export.invented import Invented
from tests.ingest.conftest import read as read
from tests.ingest.helpers import Read

from tawatur.export import rss
from tawatur.export.parts.plain import html
from tawatur.export.source import Source
from tawatur.report.messages import messages
from tawatur.store.library import StoreLibrary


def _items(folder: Path) -> list[Element]:
    channel = fromstring((folder / "findings.rss").read_bytes()).find("channel")
    assert channel is not None
    # RSS 2.0: what a channel must have
    assert all(channel.findtext(name) for name in ("title", "link", "description"))
    return channel.findall("item")


def test_every_finding_is_an_item_with_its_own_guid(export: Export, library: StoreLibrary) -> None:
    guids = [item.findtext("guid") for item in _items(export("rss"))]
    assert sorted(map(str, guids)) == [f"urn:tawatur:{finding.id}" for finding in library.findings()]
    assert all(guid.get("isPermaLink") == "false" for item in _items(export("rss")) for guid in item.findall("guid"))


def test_the_newest_stand_first_and_what_was_dismissed_is_left_out(tmp_path: Path) -> None:
    items = _items(write(cast("Source", Invented()), tmp_path, "rss"))
    assert [str(item.findtext("guid"))[-3:] for item in items] == ["n-2", "n-1", "n-3"]
    days = [item.findtext("pubDate") for item in items]
    assert days == ["Thu, 30 Sep 2021 12:00:00 +0000", "Wed, 29 Sep 2021 14:05:00 +0300", None]


def test_no_more_than_the_newest_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rss, "NEWEST", 1)
    assert len(_items(write(cast("Source", Invented()), tmp_path, "rss"))) == 1


def test_our_own_reader_of_feeds_reads_every_item(export: Export, library: StoreLibrary, read: Read) -> None:
    found = read(export("rss") / "findings.rss")
    read_back = {one.key for one in found.documents}
    refused = len(found.dropped)
    assert len(read_back) + refused == len(list(library.findings()))
    assert {key for key in read_back if key} <= {f"urn:tawatur:{finding.id}" for finding in library.findings()}


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_an_item_is_in_the_readers_language(export: Export, library: StoreLibrary, lang: Any) -> None:
    reasons = {finding.id: getattr(finding.reason, lang) for finding in library.findings()}
    words = messages("export", lang)
    for item in _items(export("rss", lang=lang)):
        assert html(reasons[str(item.findtext("guid"))[12:]]) in str(item.findtext("description"))
        assert str(item.findtext("title")).startswith(words(str(item.findtext("category"))))


def test_an_item_is_called_after_its_story(export: Export, library: StoreLibrary) -> None:
    titles = {story.id: story.title for story in library.stories()}
    wanted = {f"urn:tawatur:{one.id}": titles[one.story] for one in library.findings() if one.story}
    for item in _items(export("rss")):
        assert str(item.findtext("title")).endswith(f": {wanted[str(item.findtext('guid'))]}")


def test_of_one_day_what_is_contradicted_stands_first(export: Export) -> None:
    kinds: dict[str, list[str | None]] = {}
    for item in _items(export("rss")):
        kinds.setdefault(str(item.findtext("pubDate"))[:16], []).append(item.findtext("category"))
    order = ("conflict", "update", "corroborated", "drift", "single_origin")
    assert any(len(set(found)) > 2 for found in kinds.values())
    assert all(found == sorted(found, key=lambda kind: order.index(str(kind))) for found in kinds.values())


def test_hostile_words_are_no_markup_in_the_description(export: Export) -> None:
    for item in _items(export("rss", hostile=True)):
        description = str(item.findtext("description"))
        for mark in ("<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<bdi>", "</bdi>"):
            description = description.replace(mark, "")
        assert "<" not in description
        assert not set("\u202e\u2066") & set(description + str(item.findtext("title")))
