import pytest
from bench.search.plurals import pairs
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.fold import fold
from tawatur.arabic.plurals import listed, plurals, singulars


@pytest.mark.parametrize(
    ("singular", "plural"),
    [("معول", "معاول"), ("بركان", "براكين"), ("ضفدع", "ضفادع"), ("فارس", "فرسان"), ("عجيبة", "عجائب"), ("شديد", "أشداء"), ("قبر", "قبور"),
     ("لقب", "ألقاب"), ("غرفة", "غرف"), ("حصة", "حصص"), ("وصية", "وصايا"), ("وعاء", "أوعية"), ("ميثاق", "مواثيق"), ("عدو", "أعداء")],
)  # fmt: skip
def test_a_plural_is_proposed_by_its_shape_both_ways(singular: str, plural: str) -> None:
    assert fold(plural) in plurals(fold(singular))
    assert fold(singular) in singulars(fold(plural))


def test_for_a_word_of_the_list_shapes_are_not_asked() -> None:
    assert plurals("عمل") == {"اعمال"}
    assert plurals("لبنان") == frozenset()
    assert listed("صواريخ")


def test_a_word_is_no_plural_of_itself() -> None:
    assert "فعال" not in plurals("فعال")


def test_the_pairs_of_the_measure_are_proposed_but_for_few() -> None:
    missed = [pair for pair in pairs() if pair[1] not in plurals(pair[0])]
    assert len(missed) <= 2


@given(st.text("ابتجدرسعفقلمنويهء", min_size=1, max_size=8))
def test_what_is_a_plural_of_a_word_has_it_for_a_singular(word: str) -> None:
    if not listed(word):
        assert all(word in singulars(plural) for plural in plurals(word) if not listed(plural))
