import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic import marks


def inner(text: str) -> list[str]:
    return [text[a + 1 : b] for a, b in sorted(marks.pair(text).close.items())]


@pytest.mark.parametrize(
    "text", ["قال «نعم» له", "قال “نعم” له", 'قال "نعم" له', "قال ”نعم” له", "قال »نعم« له", "قال:” نعم ” له", 'قال"نعم" له']
)
def test_a_pair_is_found_whatever_its_glyphs(text: str) -> None:
    assert [words.strip() for words in inner(text)] == ["نعم"]


def test_pairs_stand_inside_pairs() -> None:
    assert inner('قال "خطة "الوادي" جيدة" وغادر') == ['خطة "الوادي" جيدة', "الوادي"]


def test_a_mark_glued_to_a_preposition_opens() -> None:
    assert inner("أشاد بـ»المنارة» أمس") == ["المنارة"]


def test_a_mark_without_partner_is_left_open() -> None:
    assert marks.pair("قال «نعم").unclosed == (4,)


def test_an_apostrophe_inside_a_word_is_no_mark() -> None:
    assert marks.pair("the reader's page").close == {}


@given(st.text(alphabet="اب «»\"“”'.", max_size=40))
def test_a_closing_mark_stands_after_its_opening_one_and_closes_only_it(text: str) -> None:
    pairs = marks.pair(text)
    assert all(a < b for a, b in pairs.close.items())
    assert len(set(pairs.close.values())) == len(pairs.close)
    assert not set(pairs.unclosed) & set(pairs.close)
