import pytest

from tawatur.records.time import TimeExpression
from tawatur.settle.anchors import anchor


@pytest.mark.parametrize(
    ("text", "weekday", "before"),
    [
        ("أمس الأربعاء", 2, 1),
        ("اليوم الخميس 5 مارس/ آذار 2020", 3, 0),
        ("الاثنين", 0, None),
        ("أمس الأول الإثنين", 0, 2),
        ("غداً الجمعة", 4, -1),
        ("أمس", None, 1),
        ("العام الماضي", None, None),
        ("يومي الأحد والاثنين", 6, None),
    ],
)
def test_an_expression_gives_its_weekday_and_how_many_days_before_it_lies(
    text: str, weekday: int | None, before: int | None
) -> None:
    expression = TimeExpression(document="a", start=0, end=len(text), text=text, type="date", meaning={})
    assert anchor(expression) == (weekday, before)
