from hypothesis import given
from hypothesis import strategies as st

from tawatur.watch.schedule import after, due, next_due, renew


def test_every_source_is_due_at_once_and_named_twice_is_asked_once() -> None:
    turns = renew((), ["a", "b", "a"], now=5.0)
    assert [turn.source for turn in due(turns, 5.0)] == ["a", "b"]


def test_a_source_that_answers_is_asked_again_after_the_interval() -> None:
    turn = after(renew((), ["a"], 0.0)[0], now=100.0, every=60.0, failed=False)
    assert turn.due == 160.0
    assert due([turn], 159.0) == []


def test_a_broken_source_is_asked_ever_more_rarely_and_an_answer_forgives_it() -> None:
    turn = renew((), ["a"], 0.0)[0]
    waits = []
    for _ in range(12):
        turn = after(turn, now=0.0, every=60.0, failed=True)
        waits.append(turn.due)
    assert waits == sorted(waits)
    assert waits[1] >= 2 * 60.0
    assert waits[-1] <= 6 * 3600
    assert after(turn, now=0.0, every=60.0, failed=False).due <= 60.0


@given(st.lists(st.text(min_size=1), min_size=1, max_size=30), st.floats(1, 10_000), st.integers(0, 40))
def test_no_source_is_ever_forgotten(sources: list[str], every: float, failures: int) -> None:
    turns = renew((), sources, 0.0)
    for _ in range(failures):
        turns = tuple(after(turn, 0.0, every, failed=True) for turn in turns)
    assert len(due(turns, max(6 * 3600.0, every) * 1.2)) == len(set(sources))
    assert next_due(turns) <= max(6 * 3600.0, every) * 1.2


def test_a_source_that_is_added_is_due_at_once_one_that_is_gone_is_not_asked_and_others_keep_their_turns() -> None:
    kept = after(renew((), ["a", "gone"], now=0.0)[0], now=0.0, every=60.0, failed=True)
    turns = renew([kept, *renew((), ["gone"], now=0.0)], ["a", "new"], now=5.0)
    assert turns[0] == kept
    assert [turn.source for turn in due(turns, 5.0)] == ["new"]
