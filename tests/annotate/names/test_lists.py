"""Lists of names, clubs and capitals: own sentences."""

from collections.abc import Callable

import pytest

Typed = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("شملت الأمطار قرى الأحساء (النيرسة، الزرفة، الفرندة) صباحا.", ["الأحساء", "النيرسة", "الزرفة", "الفرندة"]),
        ("أعيد المسافر من منفذي الخفجي والنيرسان أمس.", ["الخفجي", "النيرسان"]),
        ("تشهد مرتفعات السودة، الفرعاء، دلغان، الحبلة تشهد أمطارا.", ["مرتفعات السودة", "الفرعاء", "دلغان", "الحبلة"]),
        ("وصلت الوفود من قرى ومنعتهم الشرطة.", []),
        ("تراجع مراكز التصحيح أوراقها.", []),
    ],
)
def test_a_plural_head_makes_places_of_what_it_lists(typed: Typed, text: str, names: list[str]) -> None:
    assert [words for words, kind in typed(text) if kind == "place"] == names


_SPORT = "فاز الفريق في المباراة وسجل اللاعب في الشوط وغاب المدرب عن الدوري وبقيت الكرة في ملعب النادي. "


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (_SPORT + "تدرب لاعب الرائد مع زملائه.", ["الرائد"]),
        (_SPORT + "لبس قميص الاتحاد ثلاث سنوات.", ["الاتحاد"]),
        (_SPORT + "تضم القائمة أندية الهلال، الاتحاد، النصر.", ["الهلال", "الاتحاد", "النصر"]),
        ("بحث الوزيران سبل التعاون ووقعا الاتفاق.", []),
    ],
)
def test_a_club_called_by_a_common_word_needs_an_article_of_sport(typed: Typed, text: str, names: list[str]) -> None:
    assert [words for words, kind in typed(text) if kind == "organization"] == names


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("بحث الوزير مع ضيفه العلاقات بين الرياض وواشنطن.", ["country", "country"]),
        ("تسير الحافلات بين الرياض وواشنطن.", ["place", "place"]),
        ("وأكد الوزير حرص واشنطن على الاستقرار.", ["country"]),
        ("قال الخبير إن موسكو ترفض ذلك.", ["country"]),
        ("سافر الوزير من الرياض إلى واشنطن.", ["place", "place"]),
    ],
)
def test_a_capital_that_acts_is_its_country(typed: Typed, text: str, kinds: list[str]) -> None:
    assert [kind for _, kind in typed(text)] == kinds
