"""Seasons, new years and the months and prayers that an adjective dates. Published on Wednesday 12 August 2020 unless told."""

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str | None]]]


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("كان هذا الصيف حارا", "2020-08-12", "2020-SU"),
        ("كان هذا الصيف حارا", "2020-10-12", "2020-SU"),
        ("قل المطر خلال الصيف الجاري", "2020-08-12", "2020-SU"),
        ("سيقام المهرجان في الصيف", "2020-08-12", "2020-SU"),
        ("سيقام المهرجان في فصل الصيف", "2020-10-12", "2021-SU"),
        ("أقيم المهرجان في الصيف", "2020-02-12", "2019-SU"),
        ("انقطع المطر منذ الصيف", "2020-02-12", "2019-SU"),
        ("يفتح النادي مع نهاية الصيف", "2020-08-12", "2020-SU"),
        ("هذا الشتاء بارد", "2020-01-12", "2019-WI"),
        ("هذا الشتاء بارد", "2020-12-12", "2020-WI"),
        ("قل المطر خلال الشتاء الجاري", "2020-03-12", "2019-WI"),
    ],
)
def test_a_season_is_of_the_year_of_writing(values: Values, text: str, day: str, value: str) -> None:
    assert [found for _, found in values(text, day)] == [value]


@pytest.mark.parametrize(
    "text", ["يسافر الناس في الصيف", "اشترى ملابس الصيف", "تغلق المدارس في عطلة الصيف", "نشيد الربيع العربي"]
)
def test_any_summer_is_no_date(values: Values, text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("يبدأ المشروع مطلع العام الهجري الجديد", "مطلع العام الهجري الجديد", "2020-08-20/2021-08-08"),
        ("يبدأ المشروع بداية العام الجديد", "بداية العام الجديد", "2021"),
        ("احتفل الأهالي بحلول العام الجديد", "العام الجديد", "2021"),
        ("صدر الأمر في 28 صفر الماضي", "28 صفر الماضي", "2019-10-27"),
        ("أعلن الإمام ذلك في صلاة الجمعة الماضية", "الجمعة الماضية", "2020-08-07"),
        ("ستقام بعد صلاة الجمعة المقبلة", "الجمعة المقبلة", "2020-08-14"),
    ],
)
def test_an_adjective_dates_it(values: Values, text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


def test_early_in_the_year_the_new_one_is_this_one(values: Values) -> None:
    assert values("انطلق المشروع مع بداية العام الجديد", "2020-02-01") == [("بداية العام الجديد", "2020")]


def test_a_consul_general_is_no_year(values: Values) -> None:
    assert values("وصل القنصل العام الجديد إلى المدينة") == []
