from collections.abc import Iterable

import pytest

from tawatur.stories.occurrences import Occurrences
from tawatur.stories.profile import Profile


def profile(document: str, weekdays: Iterable[str] = (), ordinals: Iterable[int] = (), names: Iterable[str] = ()) -> Profile:
    nothing: frozenset[str] = frozenset()
    found = frozenset(names)
    return Profile(
        document=document,
        day=None,
        sure=False,
        outlet=None,
        title=nothing,
        stems=nothing,
        numbers=nothing,
        reacting=None,
        weekdays=frozenset(weekdays),
        ordinals=frozenset(ordinals),
        names=found,
        people=frozenset(name for name in found if name.startswith("person")),
    )


def apart(one: Profile, other: Profile, among: int = 1000) -> float:
    others = {f"{n:04}": profile(f"{n:04}") for n in range(among)}
    return Occurrences(others | {"one": one, "other": other}).apart(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (profile("one", weekdays=["الخميس"]), profile("other", weekdays=["الجمعه"])),
        (profile("one", ordinals=[5]), profile("other", ordinals=[6])),
        (profile("one", names=["person a"]), profile("other", names=["person b"])),
        (profile("one", names=["port", "island"]), profile("other", names=["bridge", "valley"])),
    ],
)
def test_other_days_ordinals_people_and_names_speak_for_two_happenings(one: Profile, other: Profile) -> None:
    assert apart(one, other) < 0


def test_what_only_one_of_them_names_speaks_for_nothing() -> None:
    assert apart(profile("one", ["الخميس"], [5], ["port", "person a"]), profile("other")) == 0


def test_in_a_few_articles_of_one_matter_the_signs_hardly_count() -> None:
    one, other = profile("one", ordinals=[5]), profile("other", ordinals=[6])
    assert apart(one, other, among=10) > 0.1 * apart(one, other, among=1000)
