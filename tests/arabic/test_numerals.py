"""Numbers in words."""

import pytest

from tawatur.arabic.fold import fold
from tawatur.arabic.numerals import cardinal, ordinal, separated

CARDINALS = [
    ("خمسة", 5), ("ثلاث عشرة", 13), ("اثني عشر", 12), ("إحدى عشرة", 11), ("خمسة وعشرين", 25), ("تسعون", 90), ("مئة وعشرين", 120),
    ("خمس مئة", 500), ("ثلاثمائة وستة وستين", 366), ("ألف", 1000), ("ألفين وثمانية عشر", 2018), ("ثلاثة آلاف ومئتين", 3200),
    ("ألف وتسعمائة وثمانية وسبعون", 1978), ("خمسة و عشرين", 25),
]  # fmt: skip
ORDINALS = [
    ("الأول", 1), ("الثانية", 2), ("ثالث", 3), ("العاشر", 10), ("الحادي عشر", 11), ("الثانية عشرة", 12), ("الحادي والعشرين", 21),
    ("الثامن والعشرين", 28), ("الثلاثين", 30), ("الواحدة", 1), ("التاسع و العشرون", 29),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), CARDINALS)
def test_a_cardinal_is_read_to_its_last_word(words: str, value: int) -> None:
    folded = fold(words).split()
    assert cardinal([*folded, "كتاب"], 0) == (value, len(folded))


@pytest.mark.parametrize(("words", "value"), ORDINALS)
def test_an_ordinal_is_read_to_its_last_word(words: str, value: int) -> None:
    folded = fold(words).split()
    assert ordinal([*folded, "كتاب"], 0) == (value, len(folded))


@pytest.mark.parametrize("words", ["كتاب", "و", "وكتاب", ""])
def test_what_is_no_number_gives_none(words: str) -> None:
    assert cardinal(fold(words).split(), 0) is None
    assert ordinal(fold(words).split(), 0) is None


def test_a_plural_of_thousands_alone_is_no_number() -> None:
    assert cardinal([fold("آلاف")], 0) is None


@pytest.mark.parametrize(
    ("pieces", "value"),
    [(["945"], 945), (["45", "999", "540"], 45_999_540), (["2", "300"], 2300), (["9", "75"], 9.75), (["1", "2", "3"], None)],
)
def test_digits_in_threes_are_thousands_and_others_behind_one_separator_a_fraction(
    pieces: list[str], value: float | None
) -> None:
    assert separated(pieces) == value


def test_behind_a_point_three_digits_may_be_a_fraction() -> None:
    assert separated(["1", "200"], point=True) == 1.2
