from collections.abc import Iterable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from tawatur.stories.clusters import clusters

Scores = Mapping[tuple[str, str], float]


def grouped(
    names: Iterable[str], scores: Scores, far: Iterable[tuple[str, str]] = (), least: float = 0.0
) -> list[tuple[str, ...]]:
    apart = set(far)

    def score(a: str, b: str) -> float:
        return scores.get((min(a, b), max(a, b)), -3.0)

    return clusters(names, scores, score, lambda a, b: (min(a, b), max(a, b)) not in apart, least)


def test_the_most_alike_come_together_first() -> None:
    assert grouped("abc", {("a", "b"): 3.0, ("b", "c"): 1.0}) == [("a", "b"), ("c",)]


def test_a_chain_of_pairs_makes_no_group_where_its_ends_have_nothing_in_common() -> None:
    chain = {("a", "b"): 2.0, ("b", "c"): 1.9, ("c", "d"): 1.8}
    assert grouped("abcd", chain) == [("a", "b"), ("c", "d")]


def test_pairs_that_are_less_alike_are_held_together_by_the_others() -> None:
    assert grouped("abc", {("a", "b"): 3.0, ("b", "c"): 2.0, ("a", "c"): -1.0}) == [("a", "b", "c")]


def test_what_days_keep_apart_stays_apart_even_by_way_of_a_third() -> None:
    assert grouped("abc", {("a", "b"): 3.0, ("b", "c"): 2.5, ("a", "c"): 3.0}, far=[("a", "c")]) == [("a", "b"), ("c",)]


NAMES = "abcdef"
PAIRS = [(a, b) for a in NAMES for b in NAMES if a < b]


@given(st.dictionaries(st.sampled_from(PAIRS), st.floats(-4, 4)), st.permutations(NAMES))
def test_groups_do_not_depend_on_order(scores: dict[tuple[str, str], float], order: list[str]) -> None:
    assert grouped(order, dict(reversed(scores.items()))) == grouped(NAMES, scores)


@given(st.dictionaries(st.sampled_from(PAIRS), st.floats(-4, 4)))
def test_articles_that_are_alike_to_none_change_no_group(scores: dict[tuple[str, str], float]) -> None:
    assert grouped(NAMES + "xyz", scores | {("x", "y"): 3.0}) == [*grouped(NAMES, scores), ("x", "y"), ("z",)]


def test_everything_stands_in_one_group_or_alone() -> None:
    assert grouped("abc", {}) == [("a",), ("b",), ("c",)]
