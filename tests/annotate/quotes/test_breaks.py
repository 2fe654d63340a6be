"""Line breaks that were lost on the way to us, and colons that lead to nothing."""

import pytest
from tests.annotate.quotes.conftest import Said


def test_two_blanks_before_a_joined_verb_of_saying_are_a_lost_line_break(said: Said) -> None:
    assert said("قال المدير سامر الحلاق إن العمل سيبدأ غدا  وأضاف مازن العطار أن الكلفة لم تحدد بعد") == [
        ("العمل سيبدأ غدا", "سامر الحلاق"),
        ("الكلفة لم تحدد بعد", "مازن العطار"),
    ]


def test_many_blanks_are_a_lost_line_break(said: Said) -> None:
    text = "قال المدير سامر الحلاق إن العمل سيبدأ غدا     وسط المدينة جرى احتفال كبير"
    assert said(text) == [("العمل سيبدأ غدا", "سامر الحلاق")]


@pytest.mark.parametrize("blanks", [" ", "  "])
def test_two_blanks_elsewhere_are_a_slip(said: Said, blanks: str) -> None:
    words = f"العمل سيبدأ{blanks}غدا في المدينة كلها"
    assert said(f"قال المدير سامر الحلاق إن {words}.") == [(words, "سامر الحلاق")]


@pytest.mark.parametrize("clock", ["11:59", "59: 11", "11 :59"])
def test_the_colon_of_a_clock_leads_to_no_statement(said: Said, clock: str) -> None:
    assert said(f"وأكد الحلاق عند الساعة {clock} مساء موقف الوزارة السابق من القضية.") == []
