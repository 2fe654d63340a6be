"""Pairs of articles that may tell one happening: compared anew only where something has changed in the days around."""

import random
from datetime import date, timedelta

import pytest

from tawatur.records.likely import Likely
from tawatur.stories.profile import Profile
from tawatur.stories.weighed import Weighing
from tawatur.stories.worth import worth

FIRST = date(2031, 5, 1)
LEAST = -0.6
WORDS = [f"كلمة{number}" for number in range(60)]


def article(name: str, day: int | None, draw: random.Random) -> Profile:
    stems = frozenset(draw.sample(WORDS, 12))
    return Profile(
        document=name,
        day=None if day is None else FIRST + timedelta(day),
        sure=True,
        outlet=draw.choice("أبج"),
        title=frozenset(sorted(stems)[:4]),
        stems=stems,
        numbers=frozenset(),
        reacting=None,
        roots=stems,
        opening=stems,
    )


def collection(days: int, seed: int = 1) -> dict[str, Profile]:
    draw = random.Random(seed)  # noqa: S311
    return {name: article(name, number % days, draw) for number in range(8 * days) for name in [f"d-{draw.random():.6f}"]}


def found(profiles: dict[str, Profile], kept: dict[int, Likely]) -> dict[tuple[str, str], float]:
    return worth(profiles, profiles.keys(), Weighing(profiles), {}, LEAST, kept)


@pytest.mark.parametrize("day", [0, 9, 19])
def test_what_is_added_on_one_day_gives_what_comparing_all_gives(day: int) -> None:
    profiles = collection(20)
    kept: dict[int, Likely] = {}
    before = found(profiles, kept)
    profiles["d-new"] = article("d-new", day, random.Random(2))  # noqa: S311
    after = found(profiles, kept)
    fresh: dict[int, Likely] = {}
    assert after == found(profiles, fresh)
    assert kept == fresh
    assert before
    assert after != before


def test_days_far_from_what_was_added_are_not_compared_again() -> None:
    profiles = collection(20)
    kept: dict[int, Likely] = {}
    found(profiles, kept)
    days = {day: Likely(state=one.state, pairs=((f"d-{day}", "e", 1.0),)) for day, one in kept.items()}
    profiles["d-new"] = article("d-new", 19, random.Random(2))  # noqa: S311
    reused = {int(a[2:]) for a, b in found(profiles, days) if b == "e"}
    last = (FIRST + timedelta(19)).toordinal()
    assert reused == {day for day in kept if day < last - 6}


def test_an_article_without_a_day_lets_nothing_be_kept() -> None:
    profiles = collection(5)
    kept: dict[int, Likely] = {}
    found(profiles, kept)
    assert kept
    profiles["d-new"] = article("d-new", None, random.Random(2))  # noqa: S311
    assert found(profiles, kept) == found(profiles, {})
    assert kept == {}
