from array import array

from hypothesis import given
from hypothesis import strategies as st

from tawatur.reuse.candidates import candidates, fingerprints, identical, prints_of
from tawatur.reuse.pages import Page

KEYS = st.lists(st.integers(0, 50), max_size=60)


def page(name: str, keys: list[int]) -> Page:
    return Page(name, (), array("I", keys), array("I", [0, len(keys)]))


@given(KEYS, st.lists(st.integers(60, 99), min_size=8, max_size=8), KEYS, KEYS, KEYS)
def test_two_pages_with_eight_words_in_common_always_meet(
    a1: list[int], common: list[int], a2: list[int], b1: list[int], b2: list[int]
) -> None:
    pages = {"a": page("a", a1 + common + a2), "b": page("b", b1 + common + b2)}
    assert candidates(prints_of(pages, pages)) == [("a", "b")]


@given(st.lists(st.integers(0, 9), max_size=4))
def test_a_page_of_fewer_than_five_words_has_no_fingerprint(keys: list[int]) -> None:
    assert fingerprints(array("I", keys)) == set()


def test_a_run_of_formulae_is_no_fingerprint() -> None:
    keys = array("I", [1, 2, 3, 4, 5])
    assert fingerprints(keys, frozenset({1, 2, 3, 5})) == set()
    assert len(fingerprints(keys, frozenset({1, 2, 3}))) == 1


def test_pages_of_the_same_words_are_one_group_and_empty_ones_none() -> None:
    pages = {"c": page("c", [1, 2]), "a": page("a", [1, 2]), "b": page("b", [3]), "d": page("d", [])}
    assert identical(pages) == [["a", "c"], ["b"]]
