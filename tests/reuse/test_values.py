import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.fold import fold
from tawatur.reuse.values import at_odds
from tawatur.reuse.values import values as of


def values(text: str) -> set[int]:
    return of(fold(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("945 مليون ريال", "945.4 مليون ريال"),
        ("1,949 مليون", "1.949 مليون"),
        ("340 ألف شخص", "340.000 شخص"),
        ("٥٧٫٢ مترا", "57.2 مترا"),
        ("عام 2014م", "عام 2014"),
    ],
)
def test_one_number_in_two_spellings_is_one(one: str, other: str) -> None:
    assert values(one) == values(other) != set()


@pytest.mark.parametrize(("one", "other"), [("0.18 في المئة", "0.76 في المئة"), ("15 سنتا", "16 سنتا"), ("عند 9081", "عند 9269")])
def test_other_numbers_are_others(one: str, other: str) -> None:
    assert values(one).isdisjoint(values(other))


def test_a_row_of_digits_without_end_is_a_number_that_can_be_kept() -> None:
    assert min(values("123." * 40 + "123")) >= -(2**63)


def test_a_text_without_digits_has_none() -> None:
    assert values("وصل ثلاثة رجال") == set()


def test_two_sentences_of_other_numbers_are_at_odds_and_not_where_most_are_the_same() -> None:
    closed, again = values("43 9381.01 4"), values("28.35 0.31 9253.41 5.8")
    assert at_odds(closed, again)
    assert not at_odds(values("500 3500 12"), values("500 3500 13"))


def test_a_number_on_one_side_alone_is_not_at_odds() -> None:
    assert not at_odds(values("500 3500"), values("500"))
    assert not at_odds(values("500"), set())


@given(st.text(alphabet="0123456789٠١٢.,٫٬ ابج", max_size=60))
def test_any_text_gives_numbers_below_zero_and_is_never_at_odds_with_itself(text: str) -> None:
    found = values(text)
    assert all(-(2**63) <= value < 0 for value in found)
    assert not at_odds(found, found)
