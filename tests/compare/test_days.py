from pathlib import Path

import pytest
from tests.compare.articles import Piece, grave

REST = "وكان جسر الصفصاف في مدينة تالمين قد أغلق مرتين في الشتاء بسبب شقوق في أعمدته، وقالت البلدية إنها سترممه."


def lead(words: str, published: str = "2022-03-06") -> Piece:
    return Piece(f"{words} في انهيار جسر الصفصاف في مدينة تالمين. {REST}", published, "انهيار جسر الصفصاف في مدينة تالمين")


def test_one_toll_on_two_named_days_is_a_conflict(tmp_path: Path) -> None:
    found = grave(tmp_path, [lead("قتل تسعة أشخاص يوم الجمعة"), lead("لقي 9 أشخاص مصرعهم مساء السبت")])
    assert [row[:3] for row in found] == [("conflict", "date", False)]


def test_a_day_counted_from_that_of_writing_makes_the_conflict_soft(tmp_path: Path) -> None:
    found = grave(tmp_path, [lead("قتل تسعة أشخاص أمس"), lead("لقي 9 أشخاص مصرعهم الجمعة")])
    assert [row[:3] for row in found] == [("conflict", "date", True)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (lead("قتل تسعة أشخاص أمس"), lead("لقي 9 أشخاص مصرعهم السبت")),
        (lead("قتل تسعة أشخاص اليوم", "2022-03-05"), lead("لقي 9 أشخاص مصرعهم أمس")),
        (lead("قتل تسعة أشخاص هذا الأسبوع"), lead("لقي 9 أشخاص مصرعهم الجمعة")),
        (lead("قتل تسعة أشخاص"), lead("لقي 9 أشخاص مصرعهم الجمعة")),
        (lead("قتل تسعة أشخاص الجمعة"), lead("أعلنت البلدية، السبت، أن تسعة أشخاص قتلوا")),
    ],
    ids=["one day in two words", "from two days of writing", "a week and a day in it", "no day", "the day of the saying"],
)
def test_days_that_agree_are_no_conflict(tmp_path: Path, first: Piece, second: Piece) -> None:
    assert grave(tmp_path, [first, second]) == []
