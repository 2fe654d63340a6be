"""Clubs called as towns or by common words, in articles of sport: own sentences."""

from collections.abc import Callable

import pytest

Typed = Callable[[str], list[tuple[str, str]]]

_SPORT = "فاز الفريق في المباراة وسجل اللاعب في الشوط وغاب المدرب عن الدوري وبقيت الكرة في ملعب النادي. "


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (_SPORT + "أعلن نادي نجران رحيل الحارس. وواصل نجران تدريباته مساء أمس.", ["organization"]),
        (_SPORT + "أعلن نادي نجران رحيل الحارس. وأقيم المعسكر في نجران مساء أمس.", ["place"]),
        ("أعلن نادي نجران عن حفل خيري. ووصل الزوار إلى نجران مساء أمس.", ["place"]),
    ],
)
def test_a_town_is_a_club_where_an_article_of_sport_has_called_it_one(typed: Typed, text: str, kinds: list[str]) -> None:
    assert [kind for words, kind in typed(text) if words == "نجران"] == kinds


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (_SPORT + "فرح لاعبو الاتحاد كثيرا. وجاء الفوز على الاتحاد متأخرا.", 2),
        (_SPORT + "فرح لاعبو الاتحاد كثيرا. ووافق على الاتحاد الجمركي أمس.", 1),
        ("وافق المجلس على الاتحاد بين الشركتين.", 0),
    ],
)
def test_a_preposition_leads_to_a_club_that_the_article_has_named(typed: Typed, text: str, count: int) -> None:
    assert typed(text).count(("الاتحاد", "organization")) == count


def test_a_rival_in_an_article_of_sport_is_a_club(typed: Typed) -> None:
    assert ("حائل", "organization") in typed(_SPORT + "يلتقي الهلال نظيره حائل غدا.")
