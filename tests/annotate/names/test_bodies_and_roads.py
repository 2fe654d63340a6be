"""Bodies with the adjective of what they do, roads with both their ends, exchanges, and what a site sells: own sentences."""

from collections.abc import Callable

import pytest

Typed = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ذكرت مديرية التوجيه المعنوي في بيان أمس أن الدورة بدأت.", "مديرية التوجيه المعنوي"),
        ("أقيمت الأمسية في النادي الأدبي الثقافي مساء أمس.", "النادي الأدبي الثقافي"),
        ("زار الوفد مركز الملك فيصل للدراسات الإسلامية والبحوث أمس.", "مركز الملك فيصل للدراسات الإسلامية والبحوث"),
        ("تلقت شرطة أم الحمام بلاغا عن الحادث.", "شرطة أم الحمام"),
        ("ارتفع مؤشر سوق دبي بنسبة واحد في المئة.", "سوق دبي"),
    ],
)
def test_a_body_is_named_with_what_it_does_or_where_it_stands(typed: Typed, text: str, name: str) -> None:
    assert (name, "organization") in typed(text)


def test_a_preposition_or_a_relative_is_no_adjective_of_a_body(typed: Typed) -> None:
    assert ("مجلس التعاون", "organization") in typed("يحتاج مجلس التعاون إلى خطة جديدة.")
    assert ("قوات التحالف الذي", "organization") not in typed("تقدمت قوات التحالف الذي تقوده المملكة.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقع الحادث على طريق الرياض - الدمام مساء أمس.", ["طريق الرياض - الدمام"]),
        ("أغلق طريق أبها/ جازان مساء أمس.", ["طريق أبها/ جازان"]),
        ("جاء ذلك عن طريق الرياض أمس.", ["الرياض"]),
        ("تجول الزوار في سوق دبي مساء.", ["سوق دبي"]),
    ],
)
def test_a_road_is_called_by_both_its_ends(typed: Typed, text: str, names: list[str]) -> None:
    assert [words for words, kind in typed(text) if kind == "place"] == names


def test_a_site_that_is_a_product_stays_one_in_marks(typed: Typed) -> None:
    assert typed("كتب على موقع «تويتر» أمس.") == [("تويتر", "product")]


def test_the_nut_of_a_land_is_no_land(typed: Typed) -> None:
    assert typed("يباع جوز الهند والبخور في المتنزه.") == []


def test_a_medical_city_is_a_hospital_and_so_a_body(typed: Typed) -> None:
    assert typed("أطلقت مدينة الملك فهد الطبية خدمة جديدة.") == [("مدينة الملك فهد الطبية", "organization")]


def test_a_team_taken_up_by_its_nation_is_no_name(typed: Typed) -> None:
    assert typed("وصل الفريق الأرجنتيني إلى المباراة النهائية.") == []
