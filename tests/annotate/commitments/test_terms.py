"""Times, conditions, speakers, and texts that are no articles."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.annotate.steps import calls

from tawatur.records.commitment import Place, Undertaking

Read = Callable[[str], list[Undertaking]]


def words(text: str, place: Place | None) -> str | None:
    return text[place[0] : place[1]] if place else None


def test_the_time_of_making_stands_beside_the_verb(read: Read) -> None:
    text = "اتفق الطرفان يوم الثلاثاء على تبادل الأسرى."
    assert "الثلاثاء" in (words(text, read(text)[0].made) or "")


def test_what_begins_and_ends_is_told_from_the_words_before_the_time(read: Read) -> None:
    text = "ويسري الاتفاق اعتبارا من الأول من يناير 2019 وحتى نهاية سبتمبر 2019."
    one = read(text)[0]
    assert words(text, one.in_force) == "الأول من يناير 2019"
    assert "سبتمبر 2019" in (words(text, one.until) or "")
    assert one.made is None


def test_a_truce_begins_at_the_time_after_mundhu(read: Read) -> None:
    text = "أعلن الرئيس التركي وقف إطلاق النار في إدلب منذ منتصف الليل."
    assert words(text, read(text)[0].in_force) == "منتصف الليل"


def test_a_deadline_is_the_end(read: Read) -> None:
    text = "تعهدت الحكومة بدفع الرواتب خلال عشرة أيام."
    assert words(text, read(text)[0].until) == "عشرة أيام"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("تعهدت الحركة بإطلاق الأسرى بشرط فتح المعابر.", "بشرط فتح المعابر"),
        ("وافقت إيران على خفض التخصيب مقابل رفع العقوبات.", "مقابل رفع العقوبات"),
        ("تعهد رئيس النادي بدفع المكافآت إذا فاز الفريق.", "إذا فاز الفريق"),
        ("التزمت الشركة بتعويض السكان في حال ثبوت الضرر.", "في حال ثبوت الضرر"),
    ],
)
def test_the_condition_is_kept_apart_from_what_is_undertaken(read: Read, text: str, condition: str) -> None:
    one = read(text)[0]
    assert one.condition == condition
    assert condition not in one.what


def test_two_things_in_one_form_are_two_undertakings(read: Read) -> None:
    found = read("وتلتزم الشركة بعدم رفع الأسعار، وبتزويد القرى بالكهرباء.")
    assert [one.kind for one in found] == ["made", "made"]
    assert found[0].what.startswith("بعدم")
    assert found[1].what.startswith("وبتزويد")


def test_one_to_whom_it_is_undertaken_is_no_party(read: Read) -> None:
    one = read("تعهد رئيس الوزراء الإسرائيلي لمصر بفتح المعبر.")[0]
    assert [party.text for party in one.to] == ["مصر"]
    assert "مصر" not in [party.text for party in one.by]


def test_who_says_it_is_the_speaker_of_the_statement(read: Read) -> None:
    found = read("وقال وزير الخارجية الأردني ناصر جودة إن إسرائيل خرقت الاتفاق.")
    assert [one.kind for one in found] == ["broken"]
    assert found[0].said_by == "ناصر جودة"
    assert found[0].quote is not None


def test_a_breach_in_a_denial_is_no_breach(read: Read) -> None:
    text = "وقالت وزيرة الخارجية إن البوابات فتحت آليا، نافية أن تكون بلادها قد خرقت الاتفاق."
    assert [one.kind for one in read(text)] == ["denied"]


def test_a_demand_names_who_demands(read: Read) -> None:
    found = read("وطالب الأمين العام للأمم المتحدة بتنفيذ الاتفاق.")
    assert [(one.kind, one.by) for one in found] == [("demanded", ())]
    assert "الأمين" in (found[0].said_by or "")


def test_vowel_marks_change_nothing(read: Read) -> None:
    plain, marked = read("تعهدت الحكومة بدفع الرواتب."), read("تعهَّدتِ الحكومةُ بدفعِ الرواتبِ.")
    assert [(one.kind, len(one.by)) for one in plain] == [(one.kind, len(one.by)) for one in marked] == [("made", 1)]


@pytest.mark.parametrize(
    "text", ["", "تعهد", "تعهد.", "بدفع", "اتفقت على", "وقع الاتفاق", "تعهد بدفع الرواتب.", "لن", "«سنفتح", "في حال"]
)
def test_a_scrap_without_a_party_is_no_undertaking_of_anybody(read: Read, text: str) -> None:
    assert all(not one.by for one in read(text))


_PIECES = ["تعهد", "الوزير", "بدفع", "على", "أن", "الهدنة", "،", ".", "«", "»", "اتفق", "الطرفان", "حتى", "الأحد", "سيدفع", "لن", "خرق", "وقال", "إنه", "إذا", "وقع", "\n", "5"]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=40))
def test_every_place_is_a_stretch_of_the_text(pieces: list[str]) -> None:
    from tests.annotate.commitments.conftest import _read

    text = " ".join(pieces)
    for one in _read(text):
        assert 0 <= one.start <= one.what_start < one.what_end <= len(text)
        assert text[one.what_start : one.what_end] == one.what
        assert all(0 <= party.start < party.end <= len(text) for party in one.by)


def test_the_work_grows_with_the_length_of_the_text(read: Read) -> None:
    from tawatur.annotate import commitments, sentences
    from tawatur.records.article import Article, Line, Publication

    def work(times: int) -> int:
        text = "تعهد الوزير أمام النواب والصحافيين وممثلي النقابات " * times + "بدفع الرواتب"
        article = Article(
            document="d",
            lines=(Line(start=0, end=len(text), kind="body", reason="test"),),
            publication=Publication(reason="test"),
        )
        cut = sentences.split(text, article)
        return calls(lambda: commitments.annotate(text, cut, commitments.Found((), (), ())))

    counts = [work(times) for times in (100, 200, 400)]
    assert all(after < 2.4 * before for before, after in pairwise(counts))
