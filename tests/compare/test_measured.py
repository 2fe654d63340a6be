from pathlib import Path

from tests.compare.articles import Piece, grave

TITLE = "اتفاق على مياه نهر القصب"
LEAD = "اتفق البلدان في مدينة تالمين يوم الجمعة على قواعد لتشغيل سد القصب بعد مفاوضات طويلة."


def flow(words: str) -> Piece:
    return Piece(f"{LEAD} {words}", title=TITLE)


def test_one_measure_with_two_least_values_is_a_conflict(tmp_path: Path) -> None:
    pieces = [
        flow("وتلتزم الوزارة بتصريف لا يقل عن 400 متر مكعب في الثانية طوال السنة."),
        flow("ولن يقل الصبيب، بحسب الوثيقة، عن 450 متر مكعب في الثانية حتى الخريف."),
    ]
    assert grave(tmp_path, pieces) == [("conflict", "number", False, {"400", "450"})]


def test_measures_with_other_bounds_are_not_compared(tmp_path: Path) -> None:
    pieces = [
        flow("وتلتزم الوزارة بتصريف لا يقل عن 400 متر مكعب في الثانية طوال السنة."),
        flow("وبلغ ما يجري في النهر، كما تقول القراءات، نحو 450 متر مكعب في الثانية حتى الخريف."),
    ]
    assert grave(tmp_path, pieces) == []


def test_a_shorter_unit_may_measure_anything(tmp_path: Path) -> None:
    pieces = [flow("وارتفاع السد لا يقل عن 40 مترا في وسطه."), flow("ويبعد السد عن المدينة ما لا يقل عن 90 مترا فقط.")]
    assert grave(tmp_path, pieces) == []
