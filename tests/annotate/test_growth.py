"""What is said again and again costs as much each time: counted in calls, at a length and at four times that."""

import pytest
from bench.fuzzing.grown import PROSE
from bench.fuzzing.targets import annotate
from tests.annotate.steps import calls

from tawatur.annotate.quotes import ends
from tawatur.annotate.quotes.tokens import Line

SHORT = 400  # characters


def _calls(thing: str, size: int) -> int:
    text = f"{PROSE}\n{(thing * size)[:size]} {PROSE}"
    return calls(lambda: annotate(text))


@pytest.fixture(scope="module")
def alone() -> int:
    """The calls that the prose itself takes, once all word lists are loaded."""
    annotate(PROSE)
    return _calls("", 0)


@pytest.mark.parametrize(
    "thing", ["قتل ", "مقتل ", "قتل 5 ", "محادثات ", "هجوم ", "«قال ", "(أ", "يوم الثلاثاء ", "1/2/", "وزير ", "محمد بن ", "أ\n"]
)  # fmt: skip
def test_four_times_as_much_of_one_thing_costs_about_four_times_as_much(thing: str, alone: int) -> None:
    annotate(f"{PROSE} {thing * 3}")  # what is looked up once
    short, long = _calls(thing, SHORT) - alone, _calls(thing, 4 * SHORT) - alone
    assert long < 6 * max(short, alone)


def test_what_ends_any_statement_is_looked_for_once_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[tuple[int, int]] = []
    look = ends._stops_any

    def counted(line: Line, j: int, comma: bool) -> bool | None:
        looked.append((id(line), j))
        return look(line, j, comma)

    monkeypatch.setattr(ends, "_stops_any", counted)
    annotate(f"{PROSE}\n{'قال إن ' * 100}")
    assert looked
    assert len(looked) == len(set(looked))
