import pytest
from bench.skills.entities import b_cubed
from hypothesis import given
from hypothesis import strategies as st


def test_all_joined_rightly_is_one_and_one() -> None:
    assert b_cubed([("a", 1), ("a", 1), ("b", 2)]) == (1, 1)


def test_joining_two_costs_precision_and_parting_one_costs_recall() -> None:
    assert b_cubed([("a", 1), ("b", 1)]) == (0.5, 1)
    assert b_cubed([("a", 1), ("a", 2)]) == (1, 0.5)


def test_the_example_of_bagga_and_baldwin() -> None:
    # five, two and five mentions; the system has the last two sets as one: precision (5 + 4/7 + 25/7) / 12
    pairs = [("a", 1)] * 5 + [("b", 2)] * 2 + [("c", 2)] * 5
    precision, recall = b_cubed(pairs)
    assert precision == pytest.approx((5 + 4 / 7 + 25 / 7) / 12)
    assert recall == 1


def test_nothing_is_no_figure() -> None:
    assert b_cubed([]) == (0, 0)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1))
def test_exchanging_the_sides_exchanges_precision_and_recall(pairs: list[tuple[int, int]]) -> None:
    precision, recall = b_cubed(pairs)
    turned = b_cubed([(other, one) for one, other in pairs])
    assert turned[0] == pytest.approx(recall)
    assert turned[1] == pytest.approx(precision)
