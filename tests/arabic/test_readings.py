import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.readings import readings


@pytest.mark.parametrize(
    ("word", "stem"),
    [("بالصواريخ", "صواريخ"), ("وللصواريخ", "صواريخ"), ("فالوزير", "وزير"), ("قراراتها", "قرارات"), ("مدينته", "مدينه"), ("سيعلن", "يعلن"),
     ("صاروخا", "صاروخ"), ("اليد", "يد"), ("وبكتابه", "كتاب")],
)  # fmt: skip
def test_what_is_written_on_to_a_word_is_taken_off(word: str, stem: str) -> None:
    assert stem in readings(word)


def test_three_letters_stay() -> None:
    assert readings("بيت") == ["بيت"]


@given(st.text("ابتجدرسعفقلمنويهكء", min_size=1, max_size=12))
def test_the_word_itself_comes_first_and_nothing_twice(word: str) -> None:
    found = readings(word)
    assert found[0] == word
    assert len(found) == len(set(found))
    assert all(one in word or one.endswith("ه") for one in found)
