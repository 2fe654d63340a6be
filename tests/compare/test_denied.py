from pathlib import Path

from tests.compare.articles import Piece, grave

REST = " وكانت بلدية تالمين قد فتحت السوق للزوار في الربيع، وقال التجار إنهم لم يبلغوا بشيء منذ ذلك اليوم."


def head(words: str) -> Piece:
    return Piece(f"{words}.{REST}", title="سوق القماش القديم في تالمين")


def test_what_one_lead_reports_and_another_denies_is_a_soft_conflict(tmp_path: Path) -> None:
    pieces = [
        head("قررت بلدية تالمين إغلاق سوق القماش القديم نهائيا أمام الزوار والتجار"),
        head("نفت البلدية إغلاق سوق القماش القديم نهائيا أمام الزوار"),
    ]
    assert [row[:3] for row in grave(tmp_path, pieces)] == [("conflict", "polarity", True)]


def test_two_that_deny_one_thing_agree(tmp_path: Path) -> None:
    pieces = [
        head("أكدت بلدية تالمين عدم إغلاق سوق القماش القديم نهائيا أمام الزوار والتجار"),
        head("نفت البلدية إغلاق سوق القماش القديم نهائيا أمام الزوار"),
    ]
    assert grave(tmp_path, pieces) == []


def test_a_denial_of_something_else_is_no_conflict(tmp_path: Path) -> None:
    pieces = [
        head("قررت بلدية تالمين إغلاق سوق القماش القديم نهائيا أمام الزوار والتجار"),
        head("نفت البلدية رفع أجرة المخازن الجديدة في الشتاء المقبل على أصحابها"),
    ]
    assert grave(tmp_path, pieces) == []
