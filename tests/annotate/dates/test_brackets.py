"""Numbers and years in brackets, as decrees and their reports write them. Published on Wednesday 12 August 2020."""

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str | None]]]

ROWS = [
    ("تستمر الدورة (خمسة) أيام", "(خمسة) أيام", "P5D"),
    ("تستمر الدورة (٣) أيام", "(٣) أيام", "P3D"),
    ("تستمر الدورة ثلاثة (3) أيام", "ثلاثة (3) أيام", "P3D"),
    ("تستمر الدورة 3 (ثلاثة) أيام", "3 (ثلاثة) أيام", "P3D"),
    ("تستمر الدورة (30) ثلاثين يوما", "(30) ثلاثين يوما", "P30D"),
    ("انتهت الدورة قبل (ثلاثة) أشهر", "قبل (ثلاثة) أشهر", "2020-05"),
    ("عاش في القرية (خمسة عشر) عاما", "(خمسة عشر) عاما", "P15Y"),
    ("زاد الطلب خلال الأيام (الخمسة) الماضية", "الأيام (الخمسة) الماضية", "P5D"),
    ("زاد الطلب خلال الـ (24) ساعة الماضية", "الـ (24) ساعة الماضية", "PT24H"),
    ("تأسست الجمعية عام (2008)", "عام (2008)", "2008"),
    ("تأسست الجمعية عام (1417هـ)", "عام (1417هـ)", "1996-05-18/1997-05-06"),
    ("وصل الوفد في (15) شوال", "(15) شوال", "2020-06-07"),
]


@pytest.mark.parametrize(("text", "words", "value"), ROWS)
def test_the_words_have_their_value(values: Values, text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


def test_another_number_in_brackets_is_not_the_same_said_twice(values: Values) -> None:
    assert values("تستمر الدورة ثلاثة (4) أيام") == [("(4) أيام", "P4D")]


@pytest.mark.parametrize(
    ("years", "value"),
    [
        ("1436 - 1437هـ", "2014-10-25/2016-10-01"),
        ("1435/ 1436هـ", "2013-11-04/2015-10-13"),
        ("1437/1436هـ", "2014-10-25/2016-10-01"),
    ],
)
def test_two_hijri_years_are_one_stretch(values: Values, years: str, value: str) -> None:
    assert values(f"أقرت ميزانية {years} للمركز") == [(years, value)]
