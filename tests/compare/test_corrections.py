from pathlib import Path

from tests.compare.articles import Piece, found, grave

BEFORE = "وقعت وزارة الري في مدينة تالمين عقد بناء خزان القصب مع شركة محلية بعد مفاوضات طويلة حضرها ممثلو الأهالي."
AFTER = "وقال الأهالي إنهم ينتظرون الخزان منذ سنوات، وإن الآبار القديمة في القرى المجاورة جفت كلها في الصيف."
ONE = "ويتسع الخزان الجديد في مرحلته الكاملة لما مقداره {} مترا مكعبا من الماء العذب كل يوم بحسب العقد."
TITLE = "عقد لبناء خزان القصب في تالمين"


def piece(number: int, title: str = TITLE) -> Piece:
    return Piece(f"{BEFORE} {ONE.format(number)} {AFTER}", title=title)


def test_what_a_correction_says_replaces_the_report_and_does_not_contradict_it(tmp_path: Path) -> None:
    assert grave(tmp_path, [piece(450), piece(780, f"تصحيح: {TITLE}")]) == [("update", "number", False, {"450", "780"})]


def test_a_report_that_is_withdrawn_is_not_corroborated_by_its_correction(tmp_path: Path) -> None:
    withdrawn = Piece(f"تسحب الصحيفة خبرها عن توقيع عقد بناء خزان القصب في مدينة تالمين، وتعتذر لقرائها. {AFTER}", title=TITLE)
    assert [one for one in found(tmp_path, [piece(450), withdrawn]) if one.kind == "corroborated"] == []


def test_a_correction_that_the_text_tells_of_somebody_else_is_none(tmp_path: Path) -> None:
    other = Piece(f"{BEFORE} {ONE.format(780)} {AFTER} وطالبوا الوزارة بتصحيح الخرائط القديمة.", title=TITLE)
    assert [row[0] for row in grave(tmp_path, [piece(450), other])] == ["conflict"]
