import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.report.wording import machine_time, when


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2021-09-29", "الأربعاء 29 أيلول/سبتمبر 2021", "Wednesday, 29 September 2021"),
        ("2021-09", "أيلول/سبتمبر 2021", "September 2021"),
        ("2021", "2021", "2021"),
        ("2020-03-06T00:00+03:00", "الجمعة 6 آذار/مارس 2020، 00:00 (UTC+03:00)", "Friday, 6 March 2020, 00:00 (UTC+03:00)"),
        ("2020-03-06T21:30Z", "الجمعة 6 آذار/مارس 2020، 21:30 (UTC)", "Friday, 6 March 2020, 21:30 (UTC)"),
        ("2021-W38", "الأسبوع 38 من سنة 2021", "week 38 of 2021"),
        ("2021-Q3", "الربع الثالث من 2021", "third quarter of 2021"),
        ("2021-H2", "النصف الثاني من 2021", "second half of 2021"),
        ("2021-SU", "صيف 2021", "summer 2021"),
        ("202X", "من 2020 إلى 2029", "2020 to 2029"),
        ("19XX", "من 1900 إلى 1999", "1900 to 1999"),
        ("2020-03-05TEV", "الخميس 5 آذار/مارس 2020، مساءً", "Thursday, 5 March 2020, evening"),
        ("2020-08-03/2020-08-05", "من 3 آب/أغسطس 2020 إلى 5 آب/أغسطس 2020", "3 August 2020 to 5 August 2020"),
    ],
)
def test_a_value_of_time_is_told_in_words(value: str, arabic: str, english: str) -> None:
    assert when(value, "ar") == arabic
    assert when(value, "en") == english


@pytest.mark.parametrize("value", ["PT3H10M", "2021-H3", "2021-02-31", "2021-13", "2021-09-29T25", "كلام"])
def test_a_value_without_words_is_shown_as_it_is(value: str) -> None:
    assert when(value, "ar") == value


def test_no_value_has_no_words() -> None:
    assert when(None, "ar") == when("", "en") == ""


@given(st.text(max_size=30))
def test_any_value_is_told_somehow(value: str) -> None:
    assert bool(when(value, "ar")) == bool(value)


@pytest.mark.parametrize(
    "value", ["2021", "2021-09", "2021-09-29", "2021-09-29T10:00", "2021-09-29T10:00:05+03:00", "2021-09-29T10:00Z"]
)
def test_what_html_can_take_is_given_to_machines(value: str) -> None:
    assert machine_time(value) == value


@pytest.mark.parametrize("value", [None, "", "PT3H", "2021-W38", "2020-03-05TEV", "2020-08-03/2020-08-05", '2021"><b>'])
def test_what_html_cannot_take_is_not(value: str | None) -> None:
    assert machine_time(value) is None
