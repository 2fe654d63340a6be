"""When a clause's deed falls."""

from collections.abc import Callable

import pytest

Values = Callable[..., list[tuple[str, str | None]]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("سيصل الوفد الجمعة", "2020-08-14"),
        ("قد يصل الوفد الجمعة", "2020-08-14"),
        ("من المقرر أن تكون الجلسة الجمعة", "2020-08-14"),
        ("وقد وصل الوفد الجمعة", "2020-08-07"),
        ("اصطدمت سيارتان على الطريق الجمعة", "2020-08-07"),
        ("القطاع متوقف منذ الجمعة وسيعود لاحقا", "2020-08-07"),
    ],
)
def test_the_tense_chooses_the_weekday(values: Values, text: str, value: str) -> None:
    assert values(text) == [("الجمعة", value)]
