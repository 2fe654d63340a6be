import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.compare.tolls import tolls
from tawatur.records.sentence import Sentence


def read(text: str) -> list[tuple[str, int, int]]:
    sentence = Sentence(id="s", document="a", start=0, end=len(text), kind="body")
    return [(one.kind, one.least, one.most) for one in tolls(text, [sentence])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 17 شخصا حين انهار الجسر", [("killed", 17, 17)]),
        ("مقتل سبعة عمال وإصابة تسعة في المنجم", [("killed", 7, 7), ("hurt", 9, 9)]),
        ("سقط 25 قتيلا و30 جريحا في السوق", [("killed", 25, 25), ("hurt", 30, 30)]),
        ("قال إن جنديين قتلوا وأصيب 31 في الهجوم", [("hurt", 31, 31)]),
        ("لقي ٣ صيادين مصرعهم", [("killed", 3, 3)]),
        ("مقتل عشرات الجنود في الوادي", [("killed", 20, 99)]),
        ("بلغ عدد القتلى 844", [("killed", 844, 844)]),
        ("أغلق الميناء 9 أيام بسبب الإضراب", []),
        ("مقتل ما لا يقل عن 33 جنديا", []),
    ],
)
def test_a_number_belongs_to_the_nearest_word_of_death_or_injury(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert read(text) == expected


@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    assert all(least <= most for _, least, most in read(text))
