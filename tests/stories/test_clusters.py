from datetime import date

import pytest

from tawatur.stories.clusters import near, threshold
from tawatur.stories.profile import Profile


def profile(name: str, day: date | None, sure: bool = True) -> Profile:
    empty: frozenset[str] = frozenset()
    return Profile(name, day, sure, None, empty, empty, empty, None)


@pytest.mark.parametrize(("apart", "sure", "expected"), [(2, True, True), (3, True, False), (3, False, True), (4, False, False)])
def test_reports_of_one_happening_are_two_days_apart_at_the_most(apart: int, sure: bool, expected: bool) -> None:
    assert near(profile("a", date(2018, 3, 1), sure), profile("b", date(2018, 3, 1 + apart))) is expected


def test_an_article_without_any_day_is_near_to_all() -> None:
    assert near(profile("a", None), profile("b", date(2018, 3, 1)))


def test_a_folder_collected_on_a_matter_needs_less_likeness() -> None:
    few = {name: profile(name, date(2018, 3, 1)) for name in "abcd"}
    scores = {("a", "b"): 0.9, ("a", "c"): 0.8, ("b", "c"): 0.8}
    assert threshold(scores, few) < threshold({}, few)


def test_days_of_many_outlets_need_the_most() -> None:
    many = {f"{n:04}": profile(f"{n:04}", date(2018, 3, 1)) for n in range(300)}
    assert threshold({("0000", "0001"): 0.9, ("0000", "0002"): 0.9}, many) == threshold({}, many)
