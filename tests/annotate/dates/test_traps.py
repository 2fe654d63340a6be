"""What looks like a time and is none."""

from collections.abc import Callable

import pytest

from tawatur.records.time import Date

Values = Callable[..., list[tuple[str, str | None]]]
One = Callable[..., Date]


UNDATED = [
    "قال رجب طيب أردوغان إن المحادثات مفيدة",
    "تجمع المحتجون في شارع 26 يوليو بالقاهرة",
    "يسكن في مدينة 6 أكتوبر منذ طفولته",
    "انتقد نواب من تحالف 8 آذار الحكومة",
    "عقدت قوى 14 آذار اجتماعا",
    "وثائقي عن منظمة أيلول الأسود",
    "تسلمت أنقرة منظومة إس-400 الروسية",
    "فاز الفريق 3-1 على ضيفه",
    "انتهى الشوط 2-صفر",
    "للتواصل هاتف 0501234567",
    "نصت المادة 2020 من اللائحة على ذلك",
    "القرار رقم 2051 ملزم",
    "أدى المصلون صلاة الجمعة في الجامع",
    "صرح لصحيفة «اليوم» المتحدث الرسمي",
    "نقلت صحيفة المصري اليوم عن مصدر",
    "تحسن الوضع حاليا ومؤخرا",
    "كل عام وأنتم بخير",
    "المدير العام للشركة وبشكل عام",
    "مارس ضغوطا على الحكومة",
    "وصل إلى محافظة إب وسط البلاد",
    "وهو في أمس الحاجة إلى الدواء",
    "حضر 1950 طالبا الحفل",
    "بلغ 2000 ريال سعر الجهاز",
    "سنة النبي والقرآن والسنة",
    "لليوم الثاني على التوالي",
    "في اليوم التالي عاد الهدوء",
    "كرة القدم ومباراة بكرة القدم",
    "وفاته بعد يومين من إصابته",
    "نمضي نحو غد مشرق لأطفالنا",
    "نعد أبناءنا بغد أفضل",
    "كرم المعرض قادة الغد",
    "تحالف خصوم الأمس في القرية",
    "يسكن في نهج 14 جويلية بالعاصمة",
    "يقع المتجر في زنقة 20 غشت",
    "ازدحم كوبري 6 أكتوبر",
    "صدر العدد 2044 من المجلة",
    "برامج رؤية 2030",
    "برامج رؤية المملكة 2030.",
    "تنفيذ أجندة 2063",
    "جناح البلاد في إكسبو 2020",
    "فاز بذهبية أولمبياد طوكيو 2020",
]


@pytest.mark.parametrize("text", UNDATED)
def test_it_stays_undated(values: Values, text: str) -> None:
    assert values(text) == []


def test_a_named_event_of_the_past_keeps_its_year(values: Values) -> None:
    assert values("شارك في حرب أكتوبر 1973") == [("أكتوبر 1973", "1973-10")]


def test_an_attack_named_by_its_day_is_dated_with_its_year_alone(values: Values) -> None:
    assert values("منذ هجمات 11 سبتمبر 2001") == [("11 سبتمبر 2001", "2001-09-11")]
    assert values("منذ هجمات 11 سبتمبر") == []


@pytest.mark.parametrize("text", ["عقدت الجلسة في 31 فبراير 2019", "عقدت الجلسة في 30 شباط", "عقدت الجلسة في 2016-2-30"])
def test_a_day_that_does_not_exist_has_no_value(read_one: One, text: str) -> None:
    found = read_one(text)
    assert found.value is None
    assert "no such day" in found.basis


@pytest.mark.parametrize("text", ["عقدت الجلسة في 5 مارس 202", "عقدت الجلسة عام 201"])
def test_a_year_that_lacks_a_digit_has_no_value(read_one: One, text: str) -> None:
    found = read_one(text)
    assert found.value is None
    assert "lacks a digit" in found.basis


@pytest.mark.parametrize("text", ["عقدت الجلسة في 5 مارس 20211.", "عقدت الجلسة عام 20155"])
def test_a_year_with_a_digit_too_many_has_no_value(read_one: One, text: str) -> None:
    found = read_one(text)
    assert found.value is None
    assert "a digit too many" in found.basis


def test_a_count_after_a_day_and_month_is_no_year(values: Values) -> None:
    assert values("حضر في 5 مارس 20201 مشاركا")[0][0] == "5 مارس"


def test_a_tournament_held_in_its_year_is_dated(values: Values) -> None:
    assert values("شارك في مونديال 2018") == [("2018", "2018")]


@pytest.mark.parametrize(("text", "words"), [("في مباراة الغد", "الغد"), ("تبدأ الدورة اعتبارا من غد", "غد")])
def test_tomorrow_stays_a_day(values: Values, text: str, words: str) -> None:
    assert values(text) == [(words, "2020-08-13")]
