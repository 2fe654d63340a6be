from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.article import Article, Line, Publication
from tawatur.records.base import content_id, from_json, to_json
from tawatur.records.document import Document, document_id
from tawatur.records.errors import StoreError, TawaturError


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_a_record_comes_back_from_json_as_it_was(text: str, source: str) -> None:
    document = Document(id="d-1", source=source, text=text, sha256="", format="text")
    assert from_json(to_json(document), Document) == document


def test_a_nested_record_comes_back_from_json_as_it_was() -> None:
    article = Article(
        document="d", lines=(Line(start=0, end=3, kind="body", reason="r"),), publication=Publication(reason="none")
    )
    assert from_json(to_json(article), Article) == article


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_ids_differ_where_their_parts_differ(one: list[str], other: list[str]) -> None:
    clean = [[part.replace("\x1f", "") for part in parts] for parts in (one, other)]
    if clean[0] != clean[1] and len(clean[0]) == len(clean[1]):
        assert content_id("d", *clean[0]) != content_id("d", *clean[1])


def test_a_documents_id_is_of_its_address_where_it_has_one() -> None:
    assert document_id("http://a.example/1", "one.html", "نص") == document_id("http://a.example/1", "two.html", "نص")
    assert document_id(None, "one.html", "نص") != document_id(None, "two.html", "نص")


def test_errors_name_their_values() -> None:
    error = StoreError("store_missing", path="x.sqlite")
    assert isinstance(error, TawaturError)
    assert "x.sqlite" in str(error)
    assert error.exit_code == 1
