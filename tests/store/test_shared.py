"""What articles share is put in place of what was told before, and it is said of which articles that is another."""

from array import array
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.postgresql import Stores

from tawatur.records.passage import Pair, Places, Scarce
from tawatur.records.reuse import Family, Reuse, family_id
from tawatur.records.span import Span
from tawatur.store.library import StoreLibrary
from tawatur.store.passages import StoreIndex
from tawatur.store.shared import SharedRows, renew_shared
from tawatur.store.sqlite import Store

_NAMES = ["d-1", "d-2", "d-3", "d-4"]
_pairs = st.sampled_from([(a, b) for a in _NAMES for b in _NAMES if a < b])
_rows = st.dictionaries(_pairs, st.lists(st.integers(1, 3), min_size=1, max_size=3))
_partitions = st.fixed_dictionaries({name: st.tuples(st.integers(0, 2), st.booleans()) for name in _NAMES})


def _told(found: dict[Pair, list[int]]) -> list[Reuse]:
    return [
        Reuse(a=Span(document=a, start=at, end=9), b=Span(document=b, start=at, end=9), score=run / 4, degree="same", run=run)
        for (a, b), runs in sorted(found.items())
        for at, run in enumerate(runs)
    ]


def _families(homes: dict[str, tuple[int, bool]]) -> list[Family]:
    """Families of the documents that have the same number; the first member says of which degree."""
    groups = [tuple(name for name in _NAMES if homes[name][0] == number) for number in range(3)]
    return [
        Family(id=family_id(group), documents=group, degree="near_copy" if homes[group[0]][1] else "partial")
        for group in groups
        if len(group) > 1
    ]


@pytest.fixture(scope="module")
def store(shared_stores: Stores) -> Iterator[Store]:
    with Store(shared_stores("shared")) as opened:
        yield opened


def _touched(before: list[Reuse], now: list[Reuse], families: list[Family], others: list[Family]) -> set[str]:
    """The documents of which not all rows and families are the same."""
    return {
        name
        for name in _NAMES
        if [one for one in before if name in (one.a.document, one.b.document)]
        != [one for one in now if name in (one.a.document, one.b.document)]
        or [one for one in families if name in one.documents] != [one for one in others if name in one.documents]
    }


@given(before=_rows, now=_rows, families=_partitions, others=_partitions, all_again=st.booleans())
def test_the_store_holds_what_is_told_now_and_tells_of_whom_it_is_another(
    store: Store,
    before: dict[Pair, list[int]],
    now: dict[Pair, list[int]],
    families: dict[str, tuple[int, bool]],
    others: dict[str, tuple[int, bool]],
    all_again: bool,
) -> None:
    old, new = _told(before), _told(now)
    store.forget_shared()
    first = renew_shared(store, (), old, set(), _families(families))
    assert first == _touched([], old, [], _families(families))
    pairs = {pair for pair in before.keys() | now.keys() if all_again or before.get(pair) != now.get(pair)}
    told = [row for row in new if (row.a.document, row.b.document) in pairs]
    touched = renew_shared(store, pairs, told, set(_NAMES), _families(others))
    library = StoreLibrary(store)
    assert list(library.reuse()) == new
    assert list(library.families()) == sorted(_families(others), key=lambda one: one.id)
    members = {(name, one.id) for one in _families(others) for name in one.documents}
    assert set(store.query("SELECT document, family FROM family_documents")) == members
    assert touched == _touched(old, new, _families(families), _families(others))


def test_rows_and_families_that_are_as_they_were_are_not_written(store: Store) -> None:
    rows, families = _told({("d-1", "d-2"): [1]}), [Family(id="f-1", documents=("d-1", "d-2"), degree="partial")]
    store.forget_shared()
    renew_shared(store, (), rows, set(), families)
    before = store.query("SELECT n FROM reuse")
    assert renew_shared(store, [("d-1", "d-2")], rows, {"d-1", "d-2"}, families) == set()
    assert store.query("SELECT n FROM reuse") == before


def test_what_was_counted_of_words_is_kept_until_what_is_shared_is_forgotten(store: Store) -> None:
    counts = Scarce(
        {-5: 1, 3: 20, 7: 2},
        {"d-1": Places(array("q", [7, -5, 7]), array("I", [0, 1, 1])), "d-2": Places(array("q"), array("I"))},
    )
    index = StoreIndex(store)
    assert index.scarce() == Scarce({}, {})
    index.set_scarce(counts)
    assert StoreIndex(store).scarce() == counts
    store.forget_shared()
    assert StoreIndex(store).scarce() == Scarce({}, {})


@given(found=_rows, asked=st.lists(st.sets(st.sampled_from(_NAMES)), max_size=4))
def test_what_articles_share_is_the_same_however_often_and_for_whatever_others_it_was_asked_before(
    store: Store, found: dict[Pair, list[int]], asked: list[set[str]]
) -> None:
    rows = _told(found)
    store.forget_shared()
    renew_shared(store, (), rows, frozenset(), ())
    shared = SharedRows(store)
    for documents in asked:
        assert shared.of(documents) == [row for row in rows if row.a.document in documents or row.b.document in documents]
