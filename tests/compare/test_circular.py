from pathlib import Path

from tests.compare.articles import Piece, found

TEXT = (
    "أعلنت وزارة الري يوم الجمعة في مدينة تالمين أن خزان القصب امتلأ للمرة الأولى منذ عشر سنوات بعد أمطار غزيرة. "
    "وقالت الوزارة إن الماء سيصل إلى القرى كلها قبل نهاية الشهر وإن الآبار القديمة ستغلق واحدة بعد أخرى. "
    "وخرج الأهالي إلى ضفة الخزان يحتفلون حتى المساء ورفع الأطفال أعلاما ملونة فوق الجسر الخشبي الصغير."
)


def test_two_that_credit_each_other_for_one_text_are_one_origin(tmp_path: Path) -> None:
    pieces = [
        Piece(f"تالمين - رويترز\n\n{TEXT}", title="خزان القصب يمتلئ"),
        Piece(f"تالمين - أ ف ب\n\n{TEXT}", title="خزان القصب يمتلئ"),
    ]
    findings = found(tmp_path, pieces)
    assert findings
    assert {(one.kind, len(one.origins)) for one in findings} == {("single_origin", 1)}
