"""Reasons that stages write in English, as the pages tell them."""

from typing import Any

import msgspec
import pytest

from tawatur.records.article import Publication
from tawatur.records.reuse import Drift
from tawatur.records.span import Span
from tawatur.records.view import DocumentView
from tawatur.report.messages import Lang
from tawatur.web.address import Address
from tawatur.web.pages import article_page, story_page
from tawatur.web.setting import Place

_PLACE = Place(static="static/", switch=lambda address: "?lang=en")


def _article(library: Any, view: DocumentView, lang: Lang = "ar") -> str:
    made = article_page(library, lang, Address(kind="article", id=view.document.id), _PLACE, (view, None))
    assert made
    return made.html


def _published(library: Any, key: str, publication: Publication) -> DocumentView:
    view = library.document(library.ids[key])
    settled: DocumentView = msgspec.structs.replace(view, settled=msgspec.structs.replace(view.settled, publication=publication))
    return settled


def test_a_reason_is_told_in_arabic_and_leads_to_the_article_that_it_speaks_of(library: Any) -> None:
    twin = library.document(library.ids["wire"])
    evidence = Span(document=twin.document.id, start=0, end=6)
    reason = f"no date of its own; 2 of its sentences stand in {twin.document.id}, published on 2021-09-29"
    publication = Publication(published="2021-09-29", basis="linked", evidence=evidence, reason=reason)
    html = _article(library, _published(library, "own", publication))
    assert "وفيه جملتان من مقال" in html
    assert "المنشور في 29 أيلول/سبتمبر 2021" in html
    assert "no date of its own" not in html
    assert f'<a href="../article/{twin.document.id}.html">' in html
    assert f'href="../article/{twin.document.id}.html#s-0-6"' in html
    assert "الشاهد في ذلك المقال" in html


def test_a_reason_without_translation_is_marked_as_english(library: Any) -> None:
    html = _article(library, _published(library, "own", Publication(reason="the moon was full")))
    assert '<span class="because" lang="en" dir="ltr">the moon was full</span>' in html


@pytest.mark.parametrize(("lang", "words"), [("ar", "النفي في صيغة دون الأخرى"), ("en", "a negation stands on one side only")])
def test_what_was_changed_says_why_in_the_language_of_the_page(library: Any, lang: Lang, words: str) -> None:
    view = library.story(library.story_of(library.ids["wire"]))
    drifts = (Drift(kind="negation", reason="a negation stands on one side only"),)
    reuse = tuple(msgspec.structs.replace(pair, drift=drifts) for pair in view.reuse)
    changed = msgspec.structs.replace(view, reuse=reuse)
    made = story_page(library, lang, Address(kind="story", id=view.story.id), _PLACE, changed)
    assert made
    assert words in made.html


def test_a_line_says_why_it_is_of_its_kind_and_furniture_says_it_once(library: Any) -> None:
    view = library.document(library.ids["own"])
    furniture = [msgspec.structs.replace(line, kind="furniture", reason="links_only") for line in view.article.lines]
    html = _article(library, msgspec.structs.replace(view, article=msgspec.structs.replace(view.article, lines=tuple(furniture))))
    assert html.count("روابط فقط") == 1
    assert "من هيكل الصفحة — روابط فقط" in html


def test_a_statement_after_a_colon_shows_the_colon_with_its_name(library: Any) -> None:
    view = library.story(library.story_of(library.ids["wire"]))

    def colons(one: DocumentView) -> DocumentView:
        quotes = tuple(msgspec.structs.replace(q, cue=msgspec.structs.replace(q.cue, text=":")) for q in one.settled.quotes)
        changed: DocumentView = msgspec.structs.replace(one, settled=msgspec.structs.replace(one.settled, quotes=quotes))
        return changed

    marked = msgspec.structs.replace(view, documents=tuple(map(colons, view.documents)))
    made = story_page(library, "ar", Address(kind="story", id=view.story.id), _PLACE, marked)
    assert made
    assert "نقطتان في العنوان <bdi>«<a" in made.html
    assert ">:</a>»" in made.html
    assert "نقطتان في العنوان «:»" in _article(library, colons(library.document(library.ids["own"])))
