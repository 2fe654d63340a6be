from collections import Counter

import pytest

from tawatur.stories import rarity
from tawatur.stories.rarity import Rarity

DAYS = {"a": 10, "b": 10, "c": 11, "d": None}
TERMS = {"a": ["سوق", "حريق"], "b": ["سوق"], "c": ["سوق"], "d": ["حريق"]}


def made() -> Rarity:
    return Rarity(
        Counter(DAYS.values()), lambda day: Counter(term for name, one in DAYS.items() if one == day for term in TERMS[name])
    )


def test_what_more_articles_have_is_less_rare() -> None:
    around = made().around(11)
    assert around.of("سوق") < around.of("حريق") < around.of("نورس")


def test_of_few_articles_those_of_three_days_to_either_side_count() -> None:
    assert [made().scale(day)[1] for day in (6, 7, 10, 13, 14, 15)] == [0, 2, 3, 3, 1, 0]


def test_of_many_articles_only_those_of_the_week_before_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rarity, "MANY", 0)
    assert [list(made().scale(day)[0]) for day in (9, 12)] == [[*range(2, 9)], [*range(5, 12)]]
    assert made().around(10).of("سوق") == Rarity({10: 1}, lambda _: {}).around(10).of("سوق")


def test_without_a_day_no_article_counts() -> None:
    assert made().around(None).of("حريق") == made().around(20).of("حريق")


def test_there_are_as_many_to_compare_with_as_were_written_in_near_days() -> None:
    assert [made().among(day) for day in (6, 7, 11, 14, 15, None)] == [0, 2, 3, 1, 0, 1]


def test_a_term_moves_where_more_articles_have_it_by_more_than_the_rounding(monkeypatch: pytest.MonkeyPatch) -> None:
    few = made().around(11)
    assert few.moved("سوق", 1)
    assert not few.moved("سوق", 0)
    monkeypatch.setattr(rarity, "MANY", 0)
    many = Rarity({10: 2000, 11: 1}, lambda _: {"سوق": 1000, "حريق": 2}).around(11)
    assert not many.moved("سوق", 1)
    assert many.moved("حريق", 1)


def test_of_many_articles_what_more_have_is_never_rarer_and_never_below_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rarity, "MANY", 0)
    counts = {str(count): count for count in range(3001)}
    around = Rarity({10: 3000, 11: 1}, lambda _: counts).around(11)
    found = [around.of_many(term, 0.001) for term in counts]
    assert found == sorted(found, reverse=True)
    assert found[-1] >= 0.0
