"""A capital that acts is its country; what happens to it, or is in it, is the town's: own sentences."""

from collections.abc import Callable

import pytest

Typed = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        "شرعت الخرطوم في إجراء اتصالات بطرفي الأزمة.",
        "جاءت الخطوة بعد الاتفاق الذي أبرمته الخرطوم مع جيرانها.",
        "أثار القرار غضب الخرطوم أمس.",
        "بحث الوفد القضايا العالقة بين الخرطوم وجوبا.",
    ],
)
def test_a_capital_that_acts_is_its_country(typed: Typed, text: str) -> None:
    assert ("الخرطوم", "country") in typed(text)


@pytest.mark.parametrize("text", ["شهدت الخرطوم أمطارا غزيرة.", "قصفت الخرطوم طائرات مجهولة.", "أقيم الحفل في الخرطوم أمس."])
def test_what_a_town_goes_through_leaves_it_a_town(typed: Typed, text: str) -> None:
    assert ("الخرطوم", "place") in typed(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("تستعد قناة أبوظبي لموسم جديد.", [("أبوظبي", "organization")]),
        ("عبرت السفينة قناة السويس أمس.", [("قناة السويس", "place")]),
    ],
)
def test_a_station_is_no_canal(typed: Typed, text: str, names: list[tuple[str, str]]) -> None:
    assert typed(text) == names


def test_a_noun_that_begins_with_and_is_nobody(typed: Typed) -> None:
    assert ("جود", "person") not in [
        (words.split()[0], kind) for words, kind in typed("كشف الفحص عن إصابة نايف هزازي ووجود تمزق.")
    ]
