from pathlib import Path

import pytest
from tests.compare.articles import Piece, grave

BEFORE = "وقعت وزارة الري في مدينة تالمين عقد بناء خزان القصب مع شركة محلية بعد مفاوضات طويلة حضرها ممثلو الأهالي."
AFTER = "وقال الأهالي إنهم ينتظرون الخزان منذ سنوات، وإن الآبار القديمة في القرى المجاورة جفت كلها في الصيف."
TITLE = "عقد لبناء خزان القصب في تالمين"


def pair(first: str, second: str, days: tuple[str | None, str | None] = ("2022-03-04", "2022-03-04")) -> list[Piece]:
    return [Piece(f"{BEFORE} {text} {AFTER}", day, TITLE) for text, day in zip((first, second), days, strict=True)]


def test_another_number_in_copied_words_is_a_conflict(tmp_path: Path) -> None:
    one = "ويتسع الخزان الجديد في مرحلته الكاملة لما مقداره {} مترا مكعبا من الماء العذب كل يوم بحسب العقد."
    assert grave(tmp_path, pair(one.format(450), one.format(780))) == [("conflict", "number", False, {"450", "780"})]


def test_one_number_in_digits_and_in_words_is_no_conflict(tmp_path: Path) -> None:
    one = "ويعمل في بناء الخزان الجديد في مرحلته الأولى {} عاملا من أبناء القرى القريبة من المدينة بحسب العقد."
    assert grave(tmp_path, pair(one.format("25"), one.format("خمسة وعشرون"))) == []


def test_another_length_of_time_in_copied_words_is_a_conflict(tmp_path: Path) -> None:
    one = "وقالت المهندسة سلمى الدوري إن لجنة الفحص سترفع تقريرها عن التربة إلى الوزارة خلال {} من توقيع العقد."
    assert grave(tmp_path, pair(one.format("أسبوع"), one.format("شهر"))) == [("conflict", "number", False, {"أسبوع", "شهر"})]


def test_another_day_of_one_thing_is_a_conflict(tmp_path: Path) -> None:
    one = "ومن المقرر أن يبدأ الحفر في موقع الخزان الجديد يوم {} من العام الجاري بحضور وزيرة الري وممثلي الأهالي."
    found = grave(tmp_path, pair(one.format("15 أبريل 2022"), one.format("15 نوفمبر 2022")))
    assert [row[:3] for row in found] == [("conflict", "date", False)]


def test_two_names_of_one_day_are_no_conflict(tmp_path: Path) -> None:
    one = "ومن المقرر أن يبدأ الحفر في موقع الخزان الجديد يوم 15 {} 2022 بحضور وزيرة الري وممثلي الأهالي جميعا."
    assert grave(tmp_path, pair(one.format("أبريل"), one.format("نيسان"))) == []


def test_prices_move_and_are_no_conflict(tmp_path: Path) -> None:
    one = "وتراجع سعر برميل النفط بعد توقيع العقد في المدينة بمقدار {} سنتا عند الإغلاق بحسب بيانات السوق المحلية."
    assert grave(tmp_path, pair(one.format(28), one.format(35))) == []


def test_the_second_and_the_third_instalment_are_no_conflict(tmp_path: Path) -> None:
    one = "ووصلت الدفعة {} من أنابيب الخزان الجديد إلى موقع البناء في القرية على متن {} شاحنات مقدمة من الشركة."
    assert grave(tmp_path, pair(one.format("الثانية", 3), one.format("الثالثة", 5))) == []


def test_what_one_affirms_and_the_other_denies_is_a_conflict(tmp_path: Path) -> None:
    one = 'وقالت الوزيرة نجوى الصيرمي في ختام الحفل: "{} ثمن الماء على أهل القرى في السنوات المقبلة مهما حدث".'
    found = grave(tmp_path, pair(one.format("سنرفع"), one.format("لن نرفع")))
    assert [row[:3] for row in found] == [("conflict", "polarity", False)]


@pytest.mark.parametrize(("first", "second"), [("فإنه", "إلا أنه"), ("ولا يزال", "ولايزال"), ("لا سيما", "لاسيما")])
def test_words_that_only_look_like_a_denial_are_none(tmp_path: Path, first: str, second: str) -> None:
    one = "ورغم أن العقد لم يعرض على الأهالي قبل التوقيع {} بقي مقبولا عندهم لأن الماء شحيح في القرى كلها منذ سنوات."
    assert grave(tmp_path, pair(one.format(first), one.format(second))) == []


def test_the_same_words_given_to_two_people_are_a_conflict(tmp_path: Path) -> None:
    one = '{}: "لن نترك القرى بلا ماء صيفا آخر ولو حملناه إليها على ظهورنا من النهر البعيد".'
    found = grave(tmp_path, pair(one.format("وقالت الوزيرة نجوى الصيرمي"), one.format("وقال المهندس سامر الدوري")))
    assert found == [("conflict", "speaker", False, {"نجوى الصيرمي", "سامر الدوري"})]


@pytest.mark.parametrize("second", ["وقالت الوزيرة الصيرمي", "وقالت نجوى الصيرمى", "وأضافت", "وقالت الوزيرة"])
def test_one_speaker_in_other_words_is_no_conflict(tmp_path: Path, second: str) -> None:
    one = '{}: "لن نترك القرى بلا ماء صيفا آخر ولو حملناه إليها على ظهورنا من النهر البعيد".'
    assert grave(tmp_path, pair(one.format("وقالت الوزيرة نجوى الصيرمي"), one.format(second))) == []


@pytest.mark.parametrize("office", ["مشرف شؤون القرى", "سامر وتالمين المكلف"])
def test_an_office_is_not_the_name_of_another_speaker(tmp_path: Path, office: str) -> None:
    one = '{}: "لن نترك القرى بلا ماء صيفا آخر ولو حملناه إليها على ظهورنا من النهر البعيد".'
    assert grave(tmp_path, pair(one.format("وقالت الوزيرة نجوى الصيرمي"), one.format(f"وقال {office}"))) == []


NOTICE = '{}: "على جميع المتقدمين الدخول إلى بوابة الوزارة والاطلاع على الشروط وإحضار الأوراق يوم المقابلة".'


@pytest.mark.parametrize(("second", "conflicts"), [("2022-03-07", 0), ("2022-03-04", 1)])
def test_a_notice_of_one_form_on_two_days_is_nobodys_words(tmp_path: Path, second: str, conflicts: int) -> None:
    texts = [NOTICE.format(who) for who in ("وقالت الوزيرة نجوى الصيرمي", "وقال المهندس سامر الدوري")]
    assert len(grave(tmp_path, pair(texts[0], texts[1], ("2022-03-04", second)))) == conflicts


BATCH = "وأغلقت لجنة المياه {} بئرا حفرت بلا ترخيص ومخالفة لشروط الحفر المنصوص عليها في النظام، وشملت الحملة مزارع في {}."


@pytest.mark.parametrize(("second", "conflicts"), [("دمشق وحلب واللاذقية", 0), ("دمشق وحمص", 1), ("دمشق وحلب وحمص", 1)])
def test_counts_that_are_each_of_another_place_are_of_two_batches(tmp_path: Path, second: str, conflicts: int) -> None:
    texts = [BATCH.format(*of) for of in ((23, "دمشق وحلب وحمص"), (46, second))]
    assert len(grave(tmp_path, pair(texts[0], texts[1]))) == conflicts


@pytest.mark.parametrize(("fetched", "conflicts"), [("2022-03-04", 0), ("2022-03-11", 1)])
def test_a_count_that_was_read_before_the_day_of_the_other_is_of_another_day(
    tmp_path: Path, fetched: str, conflicts: int
) -> None:
    first, second = (f"{BEFORE} {BATCH.format(number, 'القرى المجاورة')} {AFTER}" for number in (23, 46))
    pieces = [Piece(first, None, TITLE, fetched=fetched), Piece(second, "2022-03-11", TITLE)]
    assert len(grave(tmp_path, pieces)) == conflicts


def test_an_accusation_that_became_a_fact_is_drift(tmp_path: Path) -> None:
    from tests.compare.articles import found

    one = "{} شركة البناء المحلية بتأخير حفر الخزان الجديد ثلاثة أشهر كاملة وبترك الأنابيب في العراء طوال الشتاء الماضي كله."
    pieces = pair(one.format("واتهمت الوزيرة نجوى الصيرمي"), one.format("وقامت"))
    assert [finding.kind for finding in found(tmp_path, pieces) if finding.kind == "drift"] == ["drift"]
