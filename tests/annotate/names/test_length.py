"""The work grows with the length of the text alone: it is counted, not timed."""

from collections.abc import Callable
from itertools import islice, product

import pytest
from tests.annotate.steps import calls

from tawatur.records.name import Name


@pytest.fixture
def steps(names_of: Callable[..., list[Name]]) -> Callable[[str], int]:
    """Count the calls of functions while the names of a text are found."""

    return lambda text: calls(lambda: names_of(text))


@pytest.mark.parametrize("words", ["عبد ", "بن ", "محمد ", "نادي ", "أبو ", "آل ", "وزارة ", "محمد بن عبد الله ", "( ", "و "])
def test_twice_the_words_is_twice_the_work(words: str, steps: Callable[[str], int]) -> None:
    steps(words * 200)  # what is read once and kept is no part of the count
    once, twice = steps(words * 200), steps(words * 400)
    assert twice < 2.5 * once


def test_twice_the_people_is_twice_the_work(steps: Callable[[str], int]) -> None:
    letters = "بتثجحخدرزسشصضطعغفقكلمنهوي"

    def people(count: int) -> str:
        names = ["".join(row) + "شوف" for row in islice(product(letters, repeat=3), count)]
        return "\n".join(f"قال الوزير محمد {name} إن جورج {name} سافر." for name in names)

    steps(people(50))  # what is read once and kept is no part of the count
    once, twice = steps(people(400)), steps(people(800))
    assert twice < 2.5 * once


def test_a_long_chain_of_bodies_does_not_raise(names_of: Callable[..., list[Name]]) -> None:
    names_of("الهيئة العامة " + "لوزارة الصحة العامة " * 3000)


def test_a_name_found_again_is_whole_at_the_end_of_a_line(names_of: Callable[..., list[Name]]) -> None:
    text = "زار الدكتور محمد بن سالم الدارعي القرية.\nثم قال الدكتور محمد بن سالم الدارعي\nوعاد الدكتور محمد بن سالم"
    assert all(name.end <= len(text) and name.text == text[name.start : name.end] for name in names_of(text))
