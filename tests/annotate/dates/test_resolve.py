"""Against what an expression is resolved."""

from collections.abc import Callable
from typing import Any

import pytest

from tawatur.annotate.dates import Prefer, find, read, resolve
from tawatur.records.time import Date

Values = Callable[..., list[tuple[str, str | None]]]
One = Callable[..., Date]


def test_without_a_day_of_publication_a_relative_expression_has_no_value(read_one: One) -> None:
    found = read_one("وصل الوفد أمس", None)
    assert found.value is None
    assert "not known" in found.basis


def test_a_full_date_beside_today_needs_no_day_of_publication(read_one: One) -> None:
    found = read_one("يصل الوفد اليوم الخميس 6 آب 2020", None)
    assert (found.value, found.basis) == ("2020-08-06", "absolute")


def test_the_basis_names_the_day_of_publication(read_one: One) -> None:
    assert read_one("وصل الوفد أمس").basis == "published 2020-08-12"


def test_an_absolute_expression_has_no_anchor() -> None:
    assert [found.anchor for found in find("وصل الوفد في 3 آب 2020 ثم غادر أمس")] == ["none", "published"]


def test_the_weekday_corrects_a_day_of_publication_that_is_one_off(values: Values) -> None:
    assert values("وصل الوفد أمس الاثنين", "2020-08-12") == [("أمس الاثنين", "2020-08-10")]


def test_a_day_without_its_year_is_the_nearest(values: Values) -> None:
    assert values("موعد السباق 20 أغسطس") == [("20 أغسطس", "2020-08-20")]
    assert values("موعد السباق 20 يناير", "2020-12-01") == [("20 يناير", "2021-01-20")]


def test_a_told_deed_falls_in_the_past(values: Values) -> None:
    assert values("انطلق السباق في 20 ديسمبر") == [("20 ديسمبر", "2019-12-20")]


def test_since_reaches_back(values: Values) -> None:
    assert values("السباق متوقف منذ ديسمبر") == [("ديسمبر", "2019-12")]


@pytest.mark.parametrize(("prefer", "value"), [("past", "2020-08-09"), ("nearest", "2020-08-09"), ("future", "2020-08-16")])
def test_the_reading_chooses_the_weekday(values: Values, prefer: Prefer, value: Any) -> None:
    assert values("موعدنا الأحد", prefer=prefer) == [("الأحد", value)]


def test_a_verb_of_the_future_makes_the_weekday_the_coming_one(values: Values) -> None:
    assert values("ستعلن اللجنة النتائج الأحد") == [("الأحد", "2020-08-16")]


def test_a_verb_in_the_clause_after_that_does_not_move_the_weekday(values: Values) -> None:
    assert values("قال الوزير الأحد إن الحكومة ستعلن الخطة") == [("الأحد", "2020-08-09")]


def test_inside_a_quotation_today_is_the_day_of_utterance(values: Values) -> None:
    text = "قال الوزير أمس: «نحن نبدأ اليوم مرحلة جديدة من العمل»"
    assert values(text) == [("أمس", "2020-08-11"), ("اليوم", "2020-08-11")]


def test_a_duration_since_then_has_its_days(read_one: One) -> None:
    found = read_one("لم يلتقيا منذ 18 شهرا", "2021-09-29")
    assert (found.value, found.earliest, found.latest) == ("P18M", "2020-03-01", "2021-09-29")


def test_a_bare_duration_has_no_days(read_one: One) -> None:
    found = read_one("دام الاجتماع ثلاث ساعات")
    assert (found.type, found.earliest, found.latest) == ("duration", None, None)


def test_the_beginning_of_a_month_is_the_month_with_a_modifier(read_one: One) -> None:
    found = read_one("وصل الوفد مطلع آذار 2019")
    assert (found.value, found.mod, found.earliest, found.latest) == ("2019-03", "start", "2019-03-01", "2019-03-10")


def test_a_hijri_date_keeps_its_calendar(read_one: One) -> None:
    assert read_one("صدر في 15 شوال 1436هـ").calendar == "hijri"


def test_an_hour_takes_the_day_that_its_sentence_named(values: Values) -> None:
    found = values("تقام المباراة غدا على ملعب المدينة عند الساعة 8:30 مساء")
    assert found[-1] == ("الساعة 8:30 مساء", "2020-08-13T20:30")


def test_the_day_of_publication_in_its_own_zone_counts(values: Values) -> None:
    assert values("وصل الوفد أمس", "2020-08-12T00:30+03:00") == [("أمس", "2020-08-11")]


def test_resolving_what_was_found_is_reading() -> None:
    text = "وصل الوفد أمس ويغادر بعد غد"
    assert [resolve(found, "2020-08-12") for found in find(text)] == read(text, "2020-08-12")


def test_a_record_points_at_its_document() -> None:
    assert [found.document for found in read("وصل أمس", "2020-08-12", document="d-1")] == ["d-1"]
