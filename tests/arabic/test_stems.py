import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("المفاوضات", "مفاوضات"),
        ("والعقوبات", "عقوبات"),
        ("للوزير", "الوزير"),
        ("صواريخهم", "الصواريخ"),
        ("وتركيا", "تركيا"),
        ("السورية", "سوري"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


@pytest.mark.parametrize("word", ["سد", "نهر", "وزن", "ماء"])
def test_a_short_word_is_its_own_stem(word: str) -> None:
    assert stem(fold(word)) == fold(word)


@given(st.text("ابتجدرسعفقكلمنهوي", max_size=12))
def test_a_stem_is_a_part_of_its_word_and_not_empty(word: str) -> None:
    assert stem(word) in word
    assert bool(stem(word)) == bool(word)
