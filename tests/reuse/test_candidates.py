from array import array

from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.passage import Text
from tawatur.reuse.candidates import meet
from tawatur.reuse.memory import Memory
from tawatur.reuse.prints import fingerprints

KEYS = st.lists(st.integers(0, 50), max_size=60)


@given(KEYS, st.lists(st.integers(60, 99), min_size=8, max_size=8), KEYS, KEYS, KEYS)
def test_two_texts_with_eight_words_in_common_always_meet(
    a1: list[int], common: list[int], a2: list[int], b1: list[int], b2: list[int]
) -> None:
    words = {1: array("I", a1 + common + a2), 2: array("I", b1 + common + b2)}
    prints = {text: array("q", fingerprints(keys)) for text, keys in words.items()}
    index = Memory()
    index.add_texts({text: Text(keys=keys, starts=array("I", [0, len(keys)])) for text, keys in words.items()}, prints)
    assert meet(index, prints, {}).found == {(1, 2)}


@given(st.lists(st.integers(0, 9), max_size=4))
def test_a_page_of_fewer_than_five_words_has_no_fingerprint(keys: list[int]) -> None:
    assert fingerprints(array("I", keys)) == set()


def test_a_run_of_formulae_is_no_fingerprint() -> None:
    keys = array("I", [1, 2, 3, 4, 5])
    assert fingerprints(keys, frozenset({1, 2, 3, 5})) == set()
    assert len(fingerprints(keys, frozenset({1, 2, 3}))) == 1
