from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.story_judgement import StoryJudgement, StoryJudgementKind
from tawatur.stories.judged import judged

NAMES = "abcdef"


def told(
    kind: StoryJudgementKind, documents: Sequence[str], others: Sequence[str], when: str, undone: str | None = None
) -> StoryJudgement:
    return StoryJudgement(
        id=f"k-{when}", kind=kind, documents=tuple(documents), others=tuple(others), who="reader", when=when, undone=undone
    )


def test_stories_that_somebody_joined_are_one() -> None:
    assert judged([("a", "b"), ("c",), ("d",)], [told("join", "ab", "c", "1")]) == [("a", "b", "c"), ("d",)]


def test_articles_that_somebody_parted_are_a_story_of_their_own() -> None:
    assert judged([("a", "b", "c")], [told("part", "bc", "a", "1")]) == [("a",), ("b", "c")]


def test_an_article_that_came_later_stays_with_the_rest() -> None:
    assert judged([("a", "b", "new")], [told("part", "b", "a", "1")]) == [("a", "new"), ("b",)]


def test_the_last_judgement_holds() -> None:
    join, part = told("join", "a", "b", "1"), told("part", "b", "a", "2")
    assert judged([("a",), ("b",)], [part, join]) == [("a",), ("b",)]


def test_what_was_taken_back_does_nothing() -> None:
    assert judged([("a",), ("b",)], [told("join", "a", "b", "1", undone="2")]) == [("a",), ("b",)]


def test_articles_that_are_no_more_there_are_passed_over() -> None:
    assert judged([("a",), ("b",)], [told("join", "xy", "b", "1"), told("part", "x", "a", "2")]) == [("a",), ("b",)]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["join", "part"]), st.sets(st.sampled_from(NAMES + "xy")), st.sets(st.sampled_from(NAMES + "xy"))
        )
    ),
    st.lists(st.integers(0, 3), min_size=6, max_size=6),
)
def test_whatever_is_judged_every_article_is_in_one_story(
    rows: list[tuple[StoryJudgementKind, set[str], set[str]]], homes: list[int]
) -> None:
    groups = [tuple(name for name, at in zip(NAMES, homes, strict=True) if at == number) for number in range(4)]
    given = [told(kind, sorted(one), sorted(other), f"{n:02}") for n, (kind, one, other) in enumerate(rows)]
    assert sorted(name for group in judged(filter(None, groups), given) for name in group) == list(NAMES)
