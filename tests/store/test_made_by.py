"""By which program each record was made, and what another program's reading does to a document that is there."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from tests.postgresql import Stores

from tawatur.records.annotated import Annotated
from tawatur.records.article import Article, Publication
from tawatur.records.document import Document, Given
from tawatur.store.sqlite import Store

_PAGE = Document(
    id="d-1",
    source="a.html",
    fetched="2024-05-02",
    text="نص",
    sha256="",
    format="html",
    given=Given(author="نادية"),
)
_OLD, _NEW = "0.1.0+aaa", "0.2.0+bbb"


@pytest.fixture
def store(stores: Stores) -> Iterator[Store]:
    with Store(stores("s")) as opened:
        yield opened


def _article(store: Store, by: str) -> None:
    store.add_articles(
        [(Article(document="d-1", lines=(), publication=Publication(reason="")), Annotated(document="d-1"), "x")], by
    )


def test_articles_are_counted_by_what_made_them(store: Store) -> None:
    store.add_document(_PAGE, None, [], read_by=_OLD)
    _article(store, _OLD)
    assert (store.versions(), store.made_by()) == ({_OLD: 1}, {"d-1": _OLD})
    _article(store, _NEW)
    assert (store.versions(), store.made_by()) == ({_NEW: 1}, {"d-1": _NEW})


def test_a_document_that_the_same_program_reads_again_stays(store: Store) -> None:
    store.add_document(_PAGE, "o", ["k"], read_by=_OLD)
    assert not store.add_document(replace(_PAGE, source="b.html"), "p", ["l"], read_by="0.1.1+aaa")
    assert store.documents(["d-1"]) == [_PAGE]


def test_a_document_that_another_program_reads_otherwise_gives_way_and_its_article_is_due(store: Store) -> None:
    store.add_document(_PAGE, "o", ["k"], read_by=_OLD)
    _article(store, _OLD)
    now = replace(_PAGE, fetched="2024-06-01", given=Given(title="عنوان"))
    assert not store.add_document(now, "o", ["k", "l"], read_by=_NEW, keyed_by=_NEW)
    [kept] = store.documents(["d-1"])
    assert kept.fetched == "2024-05-02"  # it was there already then
    assert kept.given == Given(title="عنوان", author="نادية")
    assert store.states() == {"d-1": ""}
    assert store.keyed_otherwise(_NEW) == []
    assert [key for (key,) in store.query("SELECT key FROM line_keys ORDER BY key")] == ["k", "l"]


def test_an_article_stays_where_another_program_reads_its_document_as_it_was(store: Store) -> None:
    store.add_document(_PAGE, "o", ["k"], read_by=_OLD)
    _article(store, _OLD)
    store.add_document(_PAGE, "o", ["k"], read_by=_NEW)
    assert store.states() == {"d-1": "x"}


def test_the_documents_whose_keys_another_program_made_are_named(store: Store) -> None:
    for name, by in (("d-1", _OLD), ("d-2", _NEW), ("d-3", "0.1.0")):
        store.add_document(replace(_PAGE, id=name), "o", ["k"], keyed_by=by)
    assert store.keyed_otherwise(_NEW) == ["d-1", "d-3"]
    store.key_document("d-1", None, ["k"], _NEW)
    assert store.keyed_otherwise(_NEW) == ["d-3"]
    assert store.query("SELECT document FROM line_keys ORDER BY document") == [("d-2",), ("d-3",)]
