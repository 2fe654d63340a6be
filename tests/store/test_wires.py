from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.postgresql import Stores

from tawatur.records.reuse import Reuse
from tawatur.records.span import Span
from tawatur.reuse import printings
from tawatur.reuse.wires import Printed, wires
from tawatur.store import wires as kept
from tawatur.store.sqlite import Store

_DAYS = st.one_of(st.none(), st.sampled_from(["2023-05-11", "2023-05-12", "2023-06-01"]))
_PUBLISHERS = st.sampled_from(["harbor", "lamp", "hill", None])


def _printed(number: int, publisher: str | None, day: str | None, credits: tuple[str, ...], named: bool) -> Printed:
    return Printed(
        document=f"d-{number}", publisher=publisher, outlet=publisher and f"{publisher}.example", day=day, credits=credits,
        unnamed=False, named=frozenset({"afp"} if named else ()), parts=(), sentences=((0, 100), (100, 240)),
    )  # fmt: skip


_ARTICLES = st.lists(
    st.tuples(_PUBLISHERS, _DAYS, st.sampled_from([(), (), ("afp",), ("afp", "spa")]), st.booleans()), min_size=1, max_size=8
)
_PAIRS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(["a_from_b", "b_from_a", "common", None])), max_size=8
)


def _pair(one: int, two: int, direction: Any) -> Reuse:
    a, b = sorted((one, two))
    return Reuse(a=Span(document=f"d-{a}", start=0, end=100), b=Span(document=f"d-{b}", start=0, end=100), score=0.8, degree="edited",
                 run=1, direction=direction)  # fmt: skip


@pytest.fixture(scope="module")
def store(shared_stores: Stores) -> Any:
    with Store(shared_stores("wires")) as made:
        yield made


@settings(max_examples=60, deadline=None)
@given(articles=_ARTICLES, pairs=_PAIRS, since=st.sampled_from([None, "2023-05-12"]), until=st.sampled_from([None, "2023-05-31"]))
def test_what_is_kept_adds_up_to_the_graph_of_the_articles_themselves(
    store: Store, articles: Any, pairs: Any, since: str | None, until: str | None
) -> None:
    every = [_printed(number, *one) for number, one in enumerate(articles)]
    shared = [_pair(*one) for one in pairs if one[0] != one[1]]
    kept.keep(store, printings(every, shared))
    assert kept.wires(store, since, until) == wires(every, shared, since, until)


def test_what_is_kept_reads_back(store: Store) -> None:
    made = list(
        printings([_printed(1, "harbor", "2023-05-12", ("afp",), named=False), _printed(2, None, None, (), named=True)], [])
    )
    kept.keep(store, made)
    assert kept.printings(store) == made


def test_the_newest_articles_of_a_wire_come_first_and_are_few(store: Store) -> None:
    days = ["2023-05-11", None, "2023-05-14", "2023-05-13", "2023-05-12"]
    kept.keep(store, printings([_printed(number, "harbor", day, ("afp",), named=False) for number, day in enumerate(days)], []))
    assert kept.newest(store) == {("afp", "harbor"): ("d-2", "d-3", "d-4")}
