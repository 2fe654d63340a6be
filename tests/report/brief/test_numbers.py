import pytest

from tawatur.report.brief.checks.numbers import numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 17 شخصا", {"17"}),
        ("قتل ١٧ شخصا", {"17"}),
        ("قتل سبعة عشر شخصا", {"17"}),
        ("خمسة وعشرين يوما", {"25"}),
        ("بثلاثة جنود", {"3"}),
        ("للمرة الثالثة", {"3"}),
        ("1,200 طن", {"1200"}),
        ("١٬٢٠٠ طن", {"1200"}),
        ("نسبة 2.50", {"2.5"}),
        ("ألفين وثمانية عشر", {"2018"}),
        ("يوم الاثنين", set()),
        ("لا عدد هنا", set()),
    ],
)
def test_numbers_are_read_from_digits_and_words(text: str, expected: set[str]) -> None:
    assert numbers(text) == expected
