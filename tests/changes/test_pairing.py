"""Which record of one state is which of the other."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tawatur.changes.pairing import pair
from tawatur.changes.thing import Thing


def _said(name: str, start: int, end: int, document: str = "d-1", **more: tuple[object, ...]) -> Thing:
    return Thing("statement", name, ((document, start, end),), {}, "", **more)  # type: ignore[arg-type]


def _names(found: list[tuple[Thing, Thing]]) -> list[tuple[str, str]]:
    return [(one.id, other.id) for one, other in found]


def test_things_of_one_id_are_one() -> None:
    paired = pair([_said("q-1", 0, 5)], [_said("q-1", 90, 99)])
    assert (_names(paired.both), paired.gone, paired.new) == ([("q-1", "q-1")], [], [])


def test_a_thing_that_is_cut_otherwise_is_the_same_where_half_of_the_shorter_is_shared() -> None:
    paired = pair([_said("q-1", 0, 20)], [_said("q-2", 10, 100)])
    assert _names(paired.both) == [("q-1", "q-2")]
    paired = pair([_said("q-1", 0, 20)], [_said("q-2", 11, 100)])
    assert ([one.id for one in paired.gone], [one.id for one in paired.new]) == (["q-1"], ["q-2"])


def test_each_is_paired_once_with_the_one_that_shares_most() -> None:
    paired = pair([_said("q-1", 0, 10), _said("q-2", 10, 20)], [_said("q-3", 4, 20)])
    assert _names(paired.both) == [("q-2", "q-3")]
    assert [one.id for one in paired.gone] == ["q-1"]


def test_the_same_words_in_another_article_or_of_another_group_are_another_thing() -> None:
    for other in (_said("q-2", 0, 10, "d-2"), _said("q-2", 0, 10, group=("conflict",))):
        assert pair([_said("q-1", 0, 10)], [other]).both == []


def test_a_story_is_found_by_its_old_id() -> None:
    old = Thing("story", "y-1", (("d-1", 0, 1),), {})
    now = Thing("story", "y-2", (("d-9", 0, 1),), {}, aliases=("y-0", "y-1"))
    assert _names(pair([old], [now]).both) == [("y-1", "y-2")]


def test_two_stories_that_became_one_are_one_that_changed_and_one_that_is_gone() -> None:
    old = [Thing("story", name, ((f"d-{name}", 0, 1),), {}) for name in ("y-1", "y-2")]
    now = Thing("story", "y-3", (("d-y-1", 0, 1), ("d-y-2", 0, 1)), {}, aliases=("y-1", "y-2"))
    paired = pair(old, [now])
    assert (len(paired.both), len(paired.gone), paired.new) == (1, 1, [])


_THINGS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 30), st.integers(1, 9)), max_size=8, unique_by=lambda one: one[0]
).map(lambda rows: [_said(f"q-{name}", start, start + length) for name, start, length in rows])


@given(_THINGS, _THINGS, st.integers(0, 9))
def test_everything_is_in_one_place_whatever_the_order(before: list[Thing], after: list[Thing], seed: int) -> None:
    paired = pair(before, after)
    assert sorted([one.id for one, _ in paired.both] + [one.id for one in paired.gone]) == sorted(one.id for one in before)
    assert sorted([other.id for _, other in paired.both] + [one.id for one in paired.new]) == sorted(one.id for one in after)
    draw = random.Random(seed)  # noqa: S311
    assert pair(draw.sample(before, len(before)), draw.sample(after, len(after))) == paired
