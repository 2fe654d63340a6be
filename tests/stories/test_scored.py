from tawatur.stories.scored import Scores

COMPONENT = {"a": "x", "b": "x", "c": "x"}


def kept() -> dict[str, bytes]:
    first = Scores(lambda a, b: -1.5, {}, {}, COMPONENT)
    first.of("a", "b")
    first.of("b", "c")
    return first.kept(())


def test_the_score_of_two_that_stand_as_they_were_is_not_made_again() -> None:
    asked: list[tuple[str, str]] = []

    def score(a: str, b: str) -> float:
        asked.append((a, b))
        return -2.0

    again = Scores(score, kept(), {"a": "x", "b": "x"}, dict.fromkeys("abcd", "y"))
    assert [again.of("a", "b"), again.of("b", "c"), again.of("c", "d")] == [-1.5, -2.0, -2.0]
    assert asked == [("b", "c"), ("c", "d")]


def test_what_is_kept_does_not_depend_on_the_order_of_asking() -> None:
    other = Scores(lambda a, b: -1.5, {}, {}, COMPONENT)
    other.of("b", "c")
    other.of("a", "b")
    assert other.kept(()) == kept()


def test_scores_of_components_that_are_as_they_were_stay() -> None:
    before = kept() | {"gone": b""}
    assert Scores(lambda a, b: 0.0, before, {}, {}).kept({"x", "never scored"}) == kept()
