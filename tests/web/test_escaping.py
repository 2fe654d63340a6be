from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.records.view import DocumentView
from tawatur.web.address import Address
from tawatur.web.pages import page
from tawatur.web.setting import Place

_PLACE = Place(static="static/", switch=lambda address: "?lang=en")
_HOSTILE = st.one_of(
    st.text(st.characters(), min_size=1, max_size=40),
    st.sampled_from(
        ["<script>x</script>", '"><b>', "' onload='x", "{{ 7 * 7 }}", "\ud800", "\x1b[31m\x00", "</p></main>", "&lt;", "-->"]
    ),
)


class _Outline(HTMLParser):
    """The elements of a page with the names of their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *(name for name, _ in attrs)))
        if tag == "a":
            address = dict(attrs)["href"] or ""
            assert not address.startswith(("javascript:", "data:"))


def _outline(html: str) -> list[tuple[str, ...]]:
    reader = _Outline()
    reader.feed(html)
    reader.close()
    return reader.found


def _named(view: DocumentView, words: str) -> DocumentView:
    """The article with `words` wherever a source gives words."""
    article = msgspec.structs.replace(view.article, outlet=words, publisher=words)
    document = msgspec.structs.replace(view.document, source=words, address=f"javascript:{words}")
    publication = msgspec.structs.replace(view.settled.publication, published=words, reason=words)
    settled = msgspec.structs.replace(view.settled, publication=publication, origin=words, origin_basis="credit", cites=(words,))
    return DocumentView(document=document, article=article, sentences=view.sentences, settled=settled)


def _outlines(invented: Any, words: str) -> dict[str, list[tuple[str, ...]]]:
    view = _named(invented.view_of("سطر"), words)
    body = msgspec.structs.replace(view.document, text=words)
    line = msgspec.structs.replace(view.article.lines[0], end=len(words), reason=words)
    view = msgspec.structs.replace(view, document=body, article=msgspec.structs.replace(view.article, lines=(line,)))
    library = invented.Invented([view])
    ids = {"article": view.document.id, "story": library.story_of(view.document.id), "index": ""}
    found = {}
    for kind, identity in ids.items():
        made = page(library, "ar", Address(kind=kind, id=identity), _PLACE)  # type: ignore[arg-type]
        assert made
        made.html.encode("utf-8")
        found[kind] = _outline(made.html)
    return found


@settings(max_examples=60, deadline=None)
@given(words=_HOSTILE)
def test_no_words_of_a_source_change_the_elements_of_a_page(invented: Any, words: str) -> None:
    assert _outlines(invented, words) == _outlines(invented, "كلمة")


@pytest.mark.parametrize("kind", ["story", "article"])
def test_html_in_an_article_is_shown_as_text(library: Any, kind: str) -> None:
    identity = library.ids["market"]
    made = page(library, "ar", Address(kind=kind, id=identity if kind == "article" else library.story_of(identity)), _PLACE)  # type: ignore[arg-type]
    assert made
    assert "&lt;b&gt;" in made.html
    assert "<b>" not in made.html
