from pathlib import Path

import pytest
from tests.compare.articles import Piece, found, grave

REST = " وكان جسر الصفصاف في مدينة تالمين قد أغلق مرتين في الشتاء بسبب شقوق في أعمدته، وقالت البلدية إنها سترممه."


def toll(words: str, *, day: str | None = "2022-03-04", title: str = "انهيار جسر الصفصاف في مدينة تالمين") -> Piece:
    return Piece(f"{words} في انهيار جسر الصفصاف في مدينة تالمين صباح الجمعة.{REST}", day, title)


def test_the_toll_of_a_later_day_replaces_the_earlier(tmp_path: Path) -> None:
    pieces = [toll("قتل تسعة أشخاص"), toll("لقي 12 شخصا مصرعهم", day="2022-03-05")]
    assert grave(tmp_path, pieces) == [("update", "number", False, {"9", "12"})]


def test_a_toll_that_the_text_says_has_risen_replaces_the_smaller_of_the_same_day(tmp_path: Path) -> None:
    pieces = [toll("قتل تسعة أشخاص"), toll("ارتفعت حصيلة الضحايا إلى 12 قتيلا")]
    assert grave(tmp_path, pieces) == [("update", "number", False, {"9", "12"})]


def test_two_tolls_of_one_day_without_hours_are_a_soft_conflict(tmp_path: Path) -> None:
    pieces = [toll("قتل تسعة أشخاص"), toll("لقي 12 شخصا مصرعهم")]
    assert grave(tmp_path, pieces) == [("conflict", "number", True, {"9", "12"})]


def test_a_toll_that_rejects_the_other_number_is_a_hard_conflict(tmp_path: Path) -> None:
    pieces = [toll("قتل تسعة أشخاص"), toll("لقي 12 شخصا مصرعهم", title="والي تالمين: الحصيلة 12 وليست تسعة")]
    assert grave(tmp_path, pieces) == [("conflict", "number", False, {"9", "12"})]


def test_a_correction_replaces_what_was_printed_before(tmp_path: Path) -> None:
    pieces = [toll("قتل 12 شخصا"), toll("صححت الوزارة عدد القتلى إلى تسعة أشخاص قتلوا", day="2022-03-05")]
    assert grave(tmp_path, pieces) == [("update", "number", False, {"9", "12"})]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("قتل تسعة أشخاص", "مقتل تسعة أشخاص"),
        ("قتل تسعة أشخاص", "أصيب 12 شخصا"),
        ("قتل تسعة أشخاص", "قتل أربعة جنود"),
        ("قتل 33 شخصا", "مقتل عشرات الأشخاص"),
        ("قتل 9 أشخاص على الأقل", "لقي 12 شخصا مصرعهم"),
        ("أصيب أكثر من 60 شخصا", "أصيب 63 شخصا"),
        ("أصيب نحو 100 شخص", "أصيب 103 أشخاص"),
        ("قتل 12 شخصا بينهم 4 أطفال", "قتل 12 شخصا بينهم صبي"),
        ("بلغ الرقم 7", "بلغ الرقم 9"),
        ("بلغ 7", "بلغ 9"),
    ],
    ids=["same", "dead and hurt", "a group and all", "dozens", "at least", "more than", "round", "parts", "rank", "no unit"],
)
def test_what_can_both_hold_is_not_told(tmp_path: Path, first: str, second: str) -> None:
    assert grave(tmp_path, [toll(first), toll(second)]) == []


def test_an_old_number_that_is_printed_late_is_not_told(tmp_path: Path) -> None:
    assert grave(tmp_path, [toll("قتل 12 شخصا"), toll("قتل تسعة أشخاص", day="2022-03-05")]) == []


def test_the_dead_of_another_happening_are_not_compared(tmp_path: Path) -> None:
    other = Piece(
        "قتل 20 شخصا في حريق سوق القماش بمدينة برهون مساء الجمعة. وقالت الشرطة إن النار بدأت في مخزن للحرير.",
        title="حريق سوق القماش في برهون",
    )
    assert grave(tmp_path, [toll("قتل تسعة أشخاص"), other]) == []


def test_a_story_of_one_article_shows_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, [toll("قتل تسعة أشخاص")]) == []


def test_copies_of_one_article_are_one_origin_and_contradict_nothing(tmp_path: Path) -> None:
    findings = found(tmp_path, [toll("قتل تسعة أشخاص")] * 3)
    assert {one.kind for one in findings} <= {"single_origin"}


def test_where_the_dead_agree_and_the_hurt_do_not_it_is_a_soft_conflict_even_without_days(tmp_path: Path) -> None:
    pieces = [toll("قتل أربعة أشخاص وأصيب ثلاثة آخرون", day=None), toll("لقي أربعة أشخاص مصرعهم وأصيب خمسة", day=None)]
    assert grave(tmp_path, pieces) == [("conflict", "number", True, {"3", "5"})]


def test_where_no_toll_agrees_and_no_day_is_known_nothing_is_told(tmp_path: Path) -> None:
    pieces = [toll("قتل أربعة أشخاص وأصيب ثلاثة آخرون", day=None), toll("لقي سبعة أشخاص مصرعهم وأصيب خمسة", day=None)]
    assert grave(tmp_path, pieces) == []
