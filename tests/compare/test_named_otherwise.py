from pathlib import Path

import pytest
from tests.compare.articles import Piece, grave

BEFORE = "وقعت وزارة الري في مدينة تالمين عقد بناء خزان القصب مع شركة محلية بعد مفاوضات طويلة حضرها ممثلو الأهالي."
AFTER = "وقال الأهالي إنهم ينتظرون الخزان منذ سنوات، وإن الآبار القديمة في القرى المجاورة جفت كلها في الصيف."


def pair(first: str, second: str) -> list[Piece]:
    return [Piece(f"{BEFORE} {text} {AFTER}", title="عقد لبناء خزان القصب في تالمين") for text in (first, second)]


ONE = "وأضافت الوزارة أن أنابيب الخزان الجديد ستمد في السنة المقبلة إلى مدينة {} وإلى القرى الواقعة على الطريق القديم إليها."


def test_another_place_in_copied_words_is_a_conflict(tmp_path: Path) -> None:
    found = grave(tmp_path, pair(ONE.format("حلب"), ONE.format("حمص")))
    assert found == [("conflict", "place", False, {"حلب", "حمص"})]


@pytest.mark.parametrize(("first", "second"), [("حلب", "حلب"), ("أبو ظبي", "أبوظبي")])
def test_one_place_in_two_spellings_is_no_conflict(tmp_path: Path, first: str, second: str) -> None:
    assert grave(tmp_path, pair(ONE.format(first), ONE.format(second))) == []


def test_a_place_that_the_other_text_names_too_is_no_conflict(tmp_path: Path) -> None:
    pieces = pair(ONE.format("حلب"), ONE.format("حمص"))
    pieces[1] = pieces[1]._replace(text=pieces[1].text + " وستمد أنابيب أخرى إلى مدينة حلب في السنة التي تليها.")
    assert grave(tmp_path, pieces) == []
