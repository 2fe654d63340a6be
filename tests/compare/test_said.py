from pathlib import Path

from tests.compare.articles import Piece, found, grave

TITLE = "لقاء الرئيسين في تالمين"
LEAD = "التقى الرئيس التونسي سالم الحداد ونظيره المغربي نزار الفاسي في مدينة تالمين يوم الجمعة لبحث ملف المياه والتجارة."


def said(words: str) -> Piece:
    return Piece(f"{LEAD} {words}", title=TITLE)


def test_one_utterance_with_another_people_in_it_is_a_conflict_of_speakers(tmp_path: Path) -> None:
    pieces = [
        said('وقال سالم الحداد: "الماء في الجبل يتوقف على العلاقات التونسية المغربية".'),
        said('أما نزار الفاسي فقال للصحفيين: "الماء هناك مرهون بالعلاقات التونسية الليبية".'),
    ]
    assert [row[:3] for row in grave(tmp_path, pieces)] == [("conflict", "speaker", False)]


def test_one_speaker_with_another_people_in_his_words_is_a_conflict_of_content(tmp_path: Path) -> None:
    pieces = [
        said('وقال سالم الحداد: "الماء في الجبل يتوقف على العلاقات التونسية المغربية".'),
        said('وقال سالم الحداد للصحفيين: "الماء هناك مرهون بالعلاقات التونسية الليبية".'),
    ]
    assert [row[:3] for row in grave(tmp_path, pieces)] == [("conflict", "content", False)]


def test_two_utterances_of_one_matter_are_no_conflict(tmp_path: Path) -> None:
    pieces = [
        said('وقال سالم الحداد: "الماء في الجبل يتوقف على العلاقات التونسية المغربية".'),
        said('وقال نزار الفاسي: "الماء حق لكل قرية وسنفتح السدود في الصيف المقبل".'),
    ]
    assert grave(tmp_path, pieces) == []


def test_the_sides_are_the_words_at_their_places_and_the_reason_is_in_both_languages(tmp_path: Path) -> None:
    pieces = [
        said('وقال سالم الحداد: "الماء في الجبل يتوقف على العلاقات التونسية المغربية".'),
        said('أما نزار الفاسي فقال للصحفيين: "الماء هناك مرهون بالعلاقات التونسية الليبية".'),
    ]
    (one,) = [finding for finding in found(tmp_path, pieces) if finding.kind == "conflict"]
    assert all(side.text.startswith("الماء") for side in one.sides)
    assert "المغربية" in one.reason.ar
    assert "given to" in one.reason.en
