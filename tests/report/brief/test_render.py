"""The formats: each read back by its own library; hostile words stay words; files that need no network."""

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import html as lxml_html
from msgspec import structs
from tests.report.brief.conftest import Briefed

from tawatur.records.brief import Brief, BriefSentence
from tawatur.records.errors import FailedError
from tawatur.report.brief.render.formats import written
from tawatur.report.brief.render.html import html
from tawatur.report.brief.render.markdown import escaped, markdown
from tawatur.report.brief.render.parts import sections, shown
from tawatur.report.brief.render.svg import timeline_svg
from tawatur.report.brief.render.word import word
from tawatur.report.messages import LANGUAGES, Lang, messages

_HOSTILE = '<script>alert("x")</script> [go](javascript:alert(1)) | # ![p](http://e.example/p.png) \x07'


def _of(briefs: list[Briefed], lang: Lang) -> Brief:
    return next(one.brief for one in briefs if one.lang == lang and "فيضان" in (one.view.story.title or ""))


@pytest.fixture
def hostile(flood: Briefed) -> Brief:
    """A brief whose every word from outside is hostile."""

    def spoilt(sentence: BriefSentence) -> BriefSentence:
        parts = tuple(structs.replace(p, text=_HOSTILE) if p.kind != "frame" else p for p in sentence.parts)
        return structs.replace(sentence, parts=parts, outlets=(_HOSTILE,) * len(sentence.outlets))

    brief = flood.brief
    return structs.replace(
        brief,
        title=_HOSTILE,
        sections=tuple(structs.replace(s, title=_HOSTILE, sentences=tuple(map(spoilt, s.sentences))) for s in brief.sections),
        timeline=tuple(structs.replace(e, sentence=spoilt(e.sentence)) for e in brief.timeline),
        sources=tuple(structs.replace(s, title=_HOSTILE, outlet=_HOSTILE, address="javascript:alert(1)") for s in brief.sources),
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_has_every_sentence_and_a_row_an_entry(briefs: list[Briefed], lang: Lang) -> None:
    brief = _of(briefs, lang)
    page = lxml_html.document_fromstring(html(brief))
    assert page.get("dir") == ("rtl" if lang == "ar" else "ltr")
    assert len(page.findall(".//main//ul/li")) == sum(len(section.sentences) for section in brief.sections)
    assert len(page.findall(".//tbody/tr")) == len(brief.timeline)
    assert len(page.findall(".//ol/li")) == len(brief.sources)


def test_every_source_of_the_page_leads_to_the_list_of_sources(flood: Briefed) -> None:
    page = lxml_html.document_fromstring(html(flood.brief))
    ids = {f"#{one.get('id')}" for one in page.iter() if one.get("id")}
    links = [one.get("href") for one in page.iterfind(".//a") if (one.get("href") or "").startswith("#")]
    assert links
    assert set(links) <= ids


def test_the_page_asks_for_nothing_from_elsewhere(flood: Briefed) -> None:
    page = html(flood.brief)
    assert not re.search(r"<(script|link|img|iframe)\b|@import|url\(", page)
    assert "default-src 'none'" in page


def test_arabic_words_are_isolated_in_the_english_page(briefs: list[Briefed]) -> None:
    page = lxml_html.document_fromstring(html(_of(briefs, "en")))
    assert page.findall(".//q")
    assert len(page.findall(".//q/bdi[@lang='ar']")) == len(page.findall(".//q"))


def test_hostile_words_are_no_markup_on_the_page(hostile: Brief) -> None:
    page = html(hostile)
    read = lxml_html.document_fromstring(page)
    assert read.findall(".//script") == []
    assert read.findall(".//img") == []
    assert "javascript:" not in {one.get("href") for one in read.iterfind(".//a")}
    assert not any((one.get("href") or "").startswith("javascript") for one in read.iterfind(".//a"))
    assert "\x07" not in page


def test_hostile_words_are_no_markup_in_the_drawing(hostile: Brief) -> None:
    drawing = timeline_svg(hostile)
    assert "<script" not in drawing
    assert "&lt;script" in drawing


def test_hostile_words_are_no_markup_in_markdown(hostile: Brief) -> None:
    from markdown_it import MarkdownIt

    rendered = MarkdownIt("gfm-like", {"linkify": False}).render(markdown(hostile))
    assert not re.search(r"<(script|img|a)\b", rendered)
    assert "&lt;script&gt;" in rendered


@pytest.mark.parametrize(
    "text", ["- a", "+ a", "1. a", "1) a", "# a", "> a", "a | b", "*a*", "_a_", "`a`", "<b>", "[a](b)", "http://a.example"]
)
def test_markdown_shows_words_as_they_are(text: str) -> None:
    from markdown_it import MarkdownIt

    assert MarkdownIt().render(escaped(text)).strip() == f"<p>{text.replace('<', '&lt;').replace('>', '&gt;')}</p>"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markdown_has_every_sentence(briefs: list[Briefed], lang: Lang) -> None:
    brief = _of(briefs, lang)
    lines = markdown(brief).splitlines()
    assert sum(line.startswith("- ") for line in lines) == sum(len(section.sentences) for section in brief.sections)
    assert sum(line.startswith("| ") for line in lines) == len(brief.timeline) + 1


def test_word_paragraphs_and_runs_run_from_right_to_left(flood: Briefed) -> None:
    document = docx.Document(io.BytesIO(word(flood.brief)))
    paragraphs = [one for one in document.paragraphs if one.text]
    assert paragraphs
    assert all(one._p.pPr is not None and one._p.pPr.find(qn("w:bidi")) is not None for one in paragraphs)
    arabic = [run for one in paragraphs for run in one.runs if re.search("[\u0620-\u064a]", run.text)]
    assert all(run.font.rtl for run in arabic)


def test_an_english_word_file_has_only_its_arabic_runs_from_right_to_left(briefs: list[Briefed]) -> None:
    document = docx.Document(io.BytesIO(word(_of(briefs, "en"))))
    runs = [run for one in document.paragraphs for run in one.runs]
    said = [run for run in runs if run.text.strip("\u2068") and re.match("[«“][\u0620-\u064a]", run.text.strip("\u2068"))]
    assert said
    assert all(run.font.rtl for run in said)
    assert not any(run.font.rtl for run in runs if re.fullmatch(r"[\x00-\x7f]+", run.text))


def test_a_word_file_holds_the_sentences_and_the_timeline(flood: Briefed) -> None:
    document = docx.Document(io.BytesIO(word(flood.brief)))
    text = "\n".join(one.text for one in document.paragraphs)
    assert all(one.text in text for section in flood.brief.sections for one in section.sentences)
    assert len(document.tables[0].rows) == len(flood.brief.timeline) + 1


def test_the_same_brief_is_the_same_word_file_but_for_the_hour_of_packing(flood: Briefed) -> None:
    one, two = (zipfile.ZipFile(io.BytesIO(word(flood.brief))) for _ in range(2))
    assert {name: one.read(name) for name in one.namelist()} == {name: two.read(name) for name in two.namelist()}


def test_hostile_words_stay_words_in_a_word_file(hostile: Brief) -> None:
    text = "\n".join(one.text for one in docx.Document(io.BytesIO(word(hostile))).paragraphs)
    assert "<script>alert" in text
    assert "\x07" not in text


@pytest.mark.usefixtures("pango")
def test_a_pdf_is_drawn_with_fonts_of_arabic(flood: Briefed) -> None:
    made = written(flood.brief, "pdf")
    assert made.startswith(b"%PDF-")
    assert len(made) > 20_000


def test_a_pdf_without_the_extra_says_what_to_install(flood: Briefed, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(FailedError) as failed:
        written(flood.brief, "pdf")
    assert failed.value.code == "extra_missing"
    assert failed.value.values["extra"] == "pdf"


@pytest.mark.usefixtures("pango")
def test_a_pdf_without_a_font_of_arabic_says_so(flood: Briefed, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = pytest.importorskip("tawatur.report.brief.render.pdf")
    monkeypatch.setattr(pdf, "_PROBE", "\U0001fbcaA\U000f0000")  # letters that no font has
    with pytest.raises(FailedError) as failed:
        written(flood.brief, "pdf")
    assert failed.value.code == "pdf_no_font"


def test_links_are_those_that_the_caller_gives(flood: Briefed) -> None:
    (section, *_) = sections(flood.brief, lambda span: f"article/{span.document}.html#s-{span.start}-{span.end}")
    told = section.sentences[1]
    words = next(part for part in told.parts if part.kind == "words")
    assert words.href
    assert words.href.startswith("article/d-")
    assert [source.href for source in told.sources] != []


def test_a_sentence_says_how_many_articles_and_origins_stand_behind_it(flood: Briefed) -> None:
    first = flood.brief.sections[0].sentences[0]
    assert shown(first, "ar").count == "تسع مقالات، أربعة أصول مستقلة"
    assert shown(first, "en").count == "nine articles, four independent sources"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_note_of_the_gate_stands_in_every_text(briefs: list[Briefed], lang: Lang) -> None:
    brief, note = _of(briefs, lang), messages("brief", lang)("gate_note")
    assert note in html(brief)
    assert note in markdown(brief)
