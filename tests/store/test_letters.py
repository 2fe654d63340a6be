"""Letters that a database cannot hold as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.postgresql import Stores

from tawatur.store.sqlite import Store

pytest.importorskip("psycopg", reason="psycopg is not installed (tawatur[postgresql])")

from tawatur.store.postgresql_letters import read, written

_ODD = st.sampled_from([0, 1, 2, 3, 0xD7FE, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xE7FF, 0xFFFF, 0x1F600, ord("ب")]).map(chr)
_ANY = st.text(st.one_of(_ODD, st.characters(exclude_categories=()))) | st.text(_ODD, max_size=6)


@given(_ANY)
def test_every_text_is_read_back_as_it_was_written(text: str) -> None:
    kept = written(text)
    assert read(kept) == text
    assert "\x00" not in kept
    kept.encode()


@given(_ANY, _ANY)
def test_what_is_written_sorts_as_what_it_stands_for(one: str, other: str) -> None:
    assert (written(one) < written(other)) == (one < other)


@given(texts=st.lists(_ANY, min_size=1, max_size=30, unique=True))
def test_a_store_keeps_every_text_and_sorts_it_letter_by_letter(shared_stores: Stores, texts: list[str]) -> None:
    with Store(shared_stores("letters")) as store, store.transaction():
        store.write("DELETE FROM state", [()])
        store.write("INSERT INTO state VALUES (?, ?)", ((text, text) for text in texts))
        assert store.query("SELECT name, value FROM state ORDER BY name") == [(text, text) for text in sorted(texts)]
        assert list(store.each("SELECT value FROM state WHERE name = :name", {"name": texts[0]})) == [(texts[0],)]
        assert [store.state(text) for text in texts] == texts
