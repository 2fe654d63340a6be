"""Where a person's name begins and ends: own sentences."""

from collections.abc import Callable

import pytest

Typed = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أحيا الحفل المنشد سالم النيرساني والمنشد خالد الزرفاوي.", ["سالم النيرساني", "خالد الزرفاوي"]),
        ("ألقت المحاضرة مها بنت عبود النيرساني أمس.", ["مها بنت عبود النيرساني"]),
        ("هنأ رئيس المجلس المهندس سالم بن خالد الزامل باسمه الحضور.", ["سالم بن خالد الزامل"]),
        ("وقال العقيد ركن نبيل العايد إن الحفل انتهى.", ["نبيل العايد"]),
    ],
)
def test_a_person_stands_between_what_the_person_is_called_and_what_follows(typed: Typed, text: str, names: list[str]) -> None:
    assert [words for words, kind in typed(text) if kind == "person"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("نقصت الكميات خلال شهري رجب وشعبان الماضيين.", []),
        ("وقال العقيد عمر بن عبد الهادي السلطان إن الأمن مستتب.", ["عمر بن عبد الهادي السلطان"]),
    ],
)
def test_a_family_may_be_a_title_too_and_a_month_is_nobody(typed: Typed, text: str, names: list[str]) -> None:
    assert [words for words, kind in typed(text) if kind == "person"] == names
