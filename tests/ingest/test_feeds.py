import json
from pathlib import Path
from typing import Any

import pytest
from tests.ingest.helpers import Read, Site

from tawatur.ingest import Bounds, Options, WebOptions

WORDS = " ".join(["كلمة"] * 70)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>صحيفة السهل</title><link>https://sahl.example/</link><language>ar</language>
<item><title>جسر جديد</title><link>https://sahl.example/1</link><guid isPermaLink="false">s-1</guid>
<pubDate>Fri, 05 Mar 2021 08:00:00 +0300</pubDate><dc:creator>ليلى</dc:creator>
<source url="https://wire.example/rss">وكالة الأنهار</source><media:content url="x.jpg"/>
<description>موجز</description><content:encoded><![CDATA[<p>{WORDS}</p><p>فقرة ثانية</p>]]></content:encoded></item>
<item><title>خبر بموجز</title><link>PAGE</link><description>موجز فقط</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>السهل</title><link rel="self" href="x"/>
<entry><title>جسر</title><id>tag:1</id><link rel="alternate" href="https://sahl.example/1"/><link rel="edit" href="y"/>
<published>2021-03-05T08:00:00+03:00</published><updated>2021-03-06T08:00:00+03:00</updated><author><name>ليلى</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{WORDS}</p><p>ثانية</p></div></content></entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "السهل",
    "language": "ar",
    "items": [
        {
            "id": "1",
            "url": "https://sahl.example/1",
            "title": "جسر",
            "content_text": WORDS,
            "date_published": "2021-03-05T08:00:00+03:00",
        }
    ],
}


@pytest.fixture
def feed(tmp_path: Path) -> Any:
    path = tmp_path / "feed.xml"
    path.write_text(RSS, encoding="utf-8")
    return path


def test_an_entry_with_its_whole_text_is_a_document(feed: Path, read: Read) -> None:
    found = read(feed).documents[0]
    assert found.text == f"{WORDS}\nفقرة ثانية"
    assert all(line.main for line in found.layout)
    assert (found.key, found.address) == ("s-1", "https://sahl.example/1")
    given = found.given
    assert (given.title, given.author, given.language) == ("جسر جديد", "ليلى", "ar")
    assert given.published == "2021-03-05T08:00:00+03:00"


def test_the_source_that_an_entry_names_is_kept(feed: Path, read: Read) -> None:
    found = read(feed).documents[0]
    hints = {hint.name: hint.value for hint in found.hints}
    assert found.given.outlet == "وكالة الأنهار"
    assert hints["feed:source_url"] == "https://wire.example/rss"
    assert hints["feed:title"] == "صحيفة السهل"


def test_a_summary_is_no_article_and_the_remedy_is_told(feed: Path, read: Read) -> None:
    found = read(feed)
    assert len(found.documents) == 1
    assert found.reasons == ["summary_only"]
    assert "--fetch" in found.dropped[0].detail


def test_the_page_of_a_summary_is_fetched_when_asked_for(feed: Path, read: Read, site: Site, web: Options, prose: str) -> None:
    page = site.page("/2", f"<html><body><article><p>{prose}</p></article></body></html>")
    feed.write_text(RSS.replace("PAGE", page), encoding="utf-8")
    found = read(feed, web)
    assert [one.address for one in found.documents] == ["https://sahl.example/1", page]
    assert found.documents[1].text == prose
    assert found.documents[1].given.title == "خبر بموجز"
    assert found.documents[1].fetched


def test_atom_is_read(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.atom").write_text(ATOM, encoding="utf-8")
    found = read(tmp_path).documents[0]
    assert found.text == f"{WORDS}\nثانية"
    assert (found.key, found.address) == ("tag:1", "https://sahl.example/1")
    given = found.given
    assert (given.published, given.modified) == ("2021-03-05T08:00:00+03:00", "2021-03-06T08:00:00+03:00")
    assert (given.author, given.language, given.outlet) == ("ليلى", "ar", "السهل")


def test_json_feed_is_read(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.json").write_text(json.dumps(JSON_FEED), encoding="utf-8")
    found = read(tmp_path).documents[0]
    assert (found.text, found.key, found.given.title) == (WORDS, "1", "جسر")
    assert found.given.published == "2021-03-05T08:00:00+03:00"


def test_rss_1_is_read(tmp_path: Path, read: Read) -> None:
    words = f"<content:encoded>{WORDS}</content:encoded>"
    (tmp_path / "a.rdf").write_text(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>السهل</title></channel>'
        f"<item><title>جسر</title><link>https://sahl.example/1</link>{words}</item></rdf:RDF>",
        encoding="utf-8",
    )
    assert read(tmp_path).documents[0].given.outlet == "السهل"


def test_a_bare_ampersand_is_mended(feed: Path, read: Read) -> None:
    feed.write_text(RSS.replace("جسر جديد", "جسر & جديد"), encoding="utf-8")
    assert len(read(feed).documents) == 1


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY x "&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>',
    ],
)
def test_xml_with_entities_of_its_own_is_refused(feed: Path, read: Read, declared: str) -> None:
    feed.write_text(RSS.replace("<rss", f"{declared}<rss").replace("جسر جديد", "&x;"), encoding="utf-8")
    found = read(feed)
    assert (found.documents, found.reasons) == ([], ["external_entity"])


def test_broken_xml_with_entities_is_refused_too(feed: Path, read: Read) -> None:
    text = RSS.replace("<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss').replace(
        "</channel></rss>", "&x; & "
    )
    feed.write_text(text, encoding="utf-8")
    assert read(feed).reasons == ["external_entity"]


def test_a_feed_without_entries_is_empty(feed: Path, read: Read) -> None:
    feed.write_text("<rss><channel><title>السهل</title></channel></rss>", encoding="utf-8")
    assert read(feed).reasons == ["empty"]


def test_the_entries_of_one_feed_are_bounded(feed: Path, read: Read) -> None:
    item = RSS[RSS.index("<item>") : RSS.index("</item>") + 7]
    feed.write_text(RSS.replace("</channel>", item * 9 + "</channel>"), encoding="utf-8")
    found = read(feed, Options(bounds=Bounds(entries=3)))
    assert len(found.documents) + found.reasons.count("summary_only") == 3
    assert found.reasons[-1] == "too_large"


SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>PAGE</loc><lastmod>2021-03-06</lastmod><news:news><news:publication><news:name>السهل</news:name>
<news:language>ar</news:language></news:publication><news:publication_date>2021-03-05</news:publication_date>
<news:title>جسر</news:title></news:news></url></urlset>"""


def test_a_news_sitemap_s_pages_carry_what_it_says_of_them(
    tmp_path: Path, read: Read, site: Site, web: Options, prose: str
) -> None:
    page = site.page("/2", f"<html><body><p>{prose}</p></body></html>")
    (tmp_path / "sitemap.xml").write_text(SITEMAP.replace("PAGE", page), encoding="utf-8")
    found = read(tmp_path, web).documents[0]
    assert (found.text, found.given.published, found.given.outlet, found.given.title) == (prose, "2021-03-05", "السهل", "جسر")
    assert ("sitemap:lastmod", "2021-03-06") in {(hint.name, hint.value) for hint in found.hints}


def test_a_sitemap_fetches_nothing_unless_asked(tmp_path: Path, read: Read, site: Site) -> None:
    (tmp_path / "sitemap.xml").write_text(SITEMAP.replace("PAGE", site.address), encoding="utf-8")
    assert read(tmp_path).reasons == ["not_fetched"]
    assert site.asked == []


def test_an_index_of_sitemaps_that_names_itself_ends(read: Read, site: Site, web: Options) -> None:
    index = site.page("/index.xml", "", "application/xml")
    site.page("/index.xml", f"<sitemapindex><sitemap><loc>{index}</loc></sitemap></sitemapindex>", "application/xml")
    found = read(index, web)
    assert (found.documents, found.dropped) == ([], [])
    assert [path for path, _ in site.asked].count("/index.xml") == 1


def test_the_feeds_of_an_opml_are_read_when_it_is_named_and_not_when_it_lies_in_a_folder(
    tmp_path: Path, read: Read, site: Site
) -> None:
    feed = site.page("/feed", RSS, "application/rss+xml")
    (tmp_path / "feeds.opml").write_text(
        f'<opml><body><outline text="a"><outline xmlUrl="{feed}"/></outline></body></opml>', encoding="utf-8"
    )
    options = Options(web=WebOptions(allow_private=True, delay=0))
    assert read(tmp_path, options).reasons == ["not_fetched"]
    assert len(read(tmp_path / "feeds.opml", options).documents) == 1


def _item(number: int, link: str = "") -> str:
    words = "&lt;p&gt;" + "كلمة " * 70 + f"{number}&lt;/p&gt;"
    return f"<item><title>خبر {number}</title>{link}<description>موجز</description><encoded>{words}</encoded></item>"


def _feed(folder: Path, *parts: str) -> Path:
    path = folder / "feed.xml"
    path.write_text("".join(["<rss><channel>", *parts]), encoding="utf-8")
    return path


def test_an_entry_that_breaks_off_is_not_taken_for_an_article(read: Read, tmp_path: Path) -> None:
    found = read(_feed(tmp_path, _item(1), _item(2)[:-60]))
    assert [one.given.title for one in found.documents] == ["خبر 1"]
    assert found.reasons == ["malformed"]


def test_of_a_feed_that_breaks_off_between_two_entries_all_are_taken(read: Read, tmp_path: Path) -> None:
    found = read(_feed(tmp_path, _item(1), _item(2), "<!-- item -->"))
    assert [one.given.title for one in found.documents] == ["خبر 1", "خبر 2"]
    assert found.reasons == ["malformed"]


def test_a_bare_ampersand_takes_nothing_from_what_stands_after_it(read: Read, tmp_path: Path) -> None:
    cdata = "<title><![CDATA[أ & ب]]></title>"
    found = read(
        _feed(tmp_path, "<title>أ & ب&nbsp;ج</title>", _item(1).replace("<title>خبر 1</title>", cdata), "</channel></rss>")
    )
    assert found.documents[0].text == " ".join(["كلمة"] * 70) + " 1"
    assert found.documents[0].given.title == "أ & ب"
    assert found.documents[0].given.outlet == "أ & ب ج"


def test_an_entry_without_address_is_the_same_wherever_it_stands_in_its_feed(read: Read, tmp_path: Path) -> None:
    before = read(_feed(tmp_path, _item(1), "</channel></rss>")).documents[0]
    new, again = read(_feed(tmp_path, _item(2), _item(1), "</channel></rss>")).documents
    assert (again.id, again.source) == (before.id, before.source)
    assert new.source != before.source
