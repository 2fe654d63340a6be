from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.helpers import Read

from tawatur.ingest import Bounds, Options, Raw, document, raws
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped

PARAGRAPHS = [
    "قالت هيئة مياه سهل النخيل إن الآبار الثلاث الجديدة ستدخل الخدمة في مطلع الشهر المقبل بعد فحوص دامت ستة أسابيع متواصلة.",
    "وأوضح مدير الهيئة كامل الرواحي أن البئر الأولى تكفي ثلاثة آلاف بيت، وأن الثانية والثالثة تسقيان بساتين الجهة الشرقية كلها.",
    "ويشكو سكان القرى المجاورة من انقطاع الماء منذ سنوات، ويقولون إن الصهاريج لا تصل إليهم إلا مرة في كل عشرة أيام تقريبا.",
]
PAGE = f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>آبار جديدة &amp; وعود</title>
<meta charset="utf-8"><meta property="og:title" content="آبار جديدة">
<link rel="canonical" href="https://nakheel.example/news/7">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"موقع"}},
{{"@type":"NewsArticle","headline":"آبار جديدة","datePublished":"2021-03-05T08:00:00+03:00","author":{{"name":"ليلى"}},
"publisher":[{{"@type":"Organization","name":"النخيل"}}]}}]}}</script>
<style>p {{color: red}}</style></head>
<body class="single"><nav class="menu"><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<article class="story"><h1>آبار   جديدة</h1><time datetime="2021-03-05">5 مارس 2021</time>
<p>{PARAGRAPHS[0]}</p><!-- تعليق --><p>{PARAGRAPHS[1]} <a href="/x">المزيد</a></p><div>{PARAGRAPHS[2]}<br>سطر ثان
بعده &laquo;كلام&raquo;</div></article>
<template><p>قالب</p></template><script>var x = "لا";</script><footer id="foot">حقوق النشر 2024</footer></body></html>"""


@pytest.fixture
def page() -> Any:
    found = document(Raw(source="a.html", format="html", data=PAGE.encode(), identity="a.html"))
    assert isinstance(found, Document)
    return found


def _line(page: Document, word: str) -> Any:
    return next(line for line in page.layout if word in page.text[line.start : line.end])


def test_the_text_is_every_text_node_one_block_a_line(page: Document) -> None:
    assert page.text.split("\n") == [
        "آبار جديدة & وعود",
        "الرئيسية",
        "رياضة",
        "آبار جديدة",
        "5 مارس 2021",
        PARAGRAPHS[0],
        PARAGRAPHS[1] + " المزيد",
        PARAGRAPHS[2],
        "سطر ثان بعده «كلام»",
        "حقوق النشر 2024",
    ]


def test_every_line_has_a_layout_that_goes_back_to_its_words(page: Document) -> None:
    assert [page.text[line.start : line.end] for line in page.layout] == page.text.split("\n")


def test_the_layout_tells_the_block_what_is_about_it_and_the_share_of_links(page: Document) -> None:
    assert _line(page, "الرئيسية").tag == "li"
    assert _line(page, "الرئيسية").around == ("single", "nav", "menu", "ul", "li")
    assert _line(page, "الرئيسية").linked == 1.0
    assert 0 < _line(page, "المزيد").linked < 0.1
    assert _line(page, "حقوق").around[-2:] == ("footer", "foot")


def test_a_time_element_is_told_with_its_datetime(page: Document) -> None:
    assert (_line(page, "5 مارس").tag, _line(page, "5 مارس").datetime) == ("time", "2021-03-05")
    assert _line(page, "حقوق").datetime is None


def test_the_extractor_s_paragraphs_are_main_and_menus_are_not(page: Document) -> None:
    main = [page.text[line.start : line.end] for line in page.layout if line.main]
    assert set(PARAGRAPHS[:2]) <= {line.removesuffix(" المزيد") for line in main}
    assert not _line(page, "رياضة").main
    assert not _line(page, "حقوق").main


def test_hints_are_the_page_s_own_metadata_of_its_article(page: Document) -> None:
    hints = {(hint.name, hint.value) for hint in page.hints}
    assert {
        ("jsonld:datePublished", "2021-03-05T08:00:00+03:00"),
        ("jsonld:headline", "آبار جديدة"),
        ("jsonld:author", "ليلى"),
        ("jsonld:publisher", "النخيل"),
        ("meta:og:title", "آبار جديدة"),
        ("link:canonical", "https://nakheel.example/news/7"),
        ("time:datetime", "2021-03-05"),
        ("html:lang", "ar"),
    } <= hints


def test_the_address_is_the_canonical_one_unless_it_is_the_front_page(page: Document) -> None:
    assert page.address == "https://nakheel.example/news/7"
    front = document(Raw(source="a", format="html", data=PAGE.replace("/news/7", "/").encode()))
    assert isinstance(front, Document)
    assert front.address is None


def test_one_page_under_two_names_is_one_document(tmp_path: Path, read: Read) -> None:
    for name in ("a.html", "b.htm"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    assert len({one.id for one in read(tmp_path).documents}) == 1


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-8-sig"])
def test_a_page_reads_the_same_in_other_encodings(page: Document, encoding: str) -> None:
    data = PAGE.replace('<meta charset="utf-8">', '<meta charset="windows-1256">').encode(encoding)
    found = document(Raw(source="a.html", format="html", data=data))
    assert isinstance(found, Document)
    assert found.text == page.text


@pytest.mark.parametrize(
    "content", ["<html><head></head><body><script>var a = 'نص';</script></body></html>", "<p></p>", "<!-- نص -->"]
)
def test_a_page_without_text_is_dropped_as_such(tmp_path: Path, read: Read, content: str) -> None:
    (tmp_path / "a.html").write_text(content, encoding="utf-8")
    assert read(tmp_path).reasons[0] in ("no_text", "malformed")


def test_a_page_of_a_hundred_megabytes_is_refused(tmp_path: Path, read: Read) -> None:
    with (tmp_path / "a.html").open("wb") as file:
        file.write(b"<html><body>")
        file.seek(100 * 2**20)
        file.write(b"</body></html>")
    assert read(tmp_path).reasons == ["too_large"]


def test_elements_left_open_by_the_hundred_lose_no_word() -> None:
    found = document(Raw(source="a", format="html", text="".join(f"<div>نص {n} " for n in range(1500))))
    assert isinstance(found, Document)
    assert len(found.layout) == 1500


def test_a_page_nested_deeper_than_the_parser_goes_is_refused() -> None:
    found = document(Raw(source="a", format="html", text="<div>نص" * 20000))
    assert isinstance(found, Dropped)
    assert found.reason == "malformed"


@given(st.text())
def test_any_text_as_html_gives_lines_that_cover_it(text: str) -> None:
    found = document(Raw(source="a", format="html", text=f"<p>{text}"))
    if isinstance(found, Dropped):
        assert found.reason in ("no_text", "empty")
    else:
        assert [found.text[line.start : line.end] for line in found.layout] == found.text.split("\n")


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class='a b'>",
                "</div>",
                "<a>",
                "</a>",
                "نص ",
                "<br>",
                "<script>",
                "</script>",
                "<table><tr><td>",
                "&amp;",
            ]
        )
    )
)
def test_any_tangle_of_tags_is_read(parts: list[str]) -> None:
    found = document(Raw(source="a", format="html", text="".join(parts)))
    assert isinstance(found, Document) or found.reason in ("no_text", "empty")


def test_the_bound_is_on_bytes(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    assert read(tmp_path, Options(bounds=Bounds(document=50))).reasons == ["too_large"]


@pytest.mark.shared
def test_real_pages_hold_the_segments_that_they_must(shared: Path) -> None:
    import json

    rows = json.loads((shared / "gold/pages/assabah.json").read_text(encoding="utf-8"))
    wanted = {row["file"]: row for row in rows.values()}
    seen = 0
    for raw in raws(shared / "gold/pages", Options(include=("*.html",))):
        found = document(raw)  # type: ignore[arg-type]
        assert isinstance(found, Document)
        main = "\n".join(found.text[line.start : line.end] for line in found.layout if line.main)
        assert len(main) > 300
        row = wanted.get(found.source, {"with": [], "without": []})
        assert [part for part in row["with"] if part not in main] == []
        assert [part for part in row["without"] if part in main] == []
        seen += 1
    assert seen == 6


@pytest.mark.parametrize(
    ("remark", "address", "fetched"),
    [
        ("<!-- saved from url=(0032)https://nakheel.example/news/7 -->", "https://nakheel.example/news/7", None),
        (
            "<!--\n Page saved with SingleFile \n url: https://nakheel.example/news/7 \n"
            " saved date: Fri Mar 05 2021 08:00:00 GMT+0300 (x) \n-->",
            "https://nakheel.example/news/7",
            "2021-03-05T08:00:00+03:00",
        ),
        (
            "<!-- Mirrored from nakheel.example/news/7 by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 05 Mar 2021 08:00:00 GMT -->",
            "http://nakheel.example/news/7",
            "2021-03-05T08:00:00+00:00",
        ),
    ],
)
def test_a_page_saved_by_hand_tells_where_and_when_it_was_read(remark: str, address: str, fetched: str | None) -> None:
    found = document(Raw(source="a", format="html", text=f"<!DOCTYPE html>\n{remark}\n<html><body><p>نص</p></body></html>"))
    assert isinstance(found, Document)
    assert (found.address, found.fetched) == (address, fetched)
