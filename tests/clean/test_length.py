"""Rules for short lines do not look at long ones, so that cost grows with the length of the text alone."""

import pytest

from tawatur.clean.attribution import _SEPARATOR
from tawatur.clean.candidates import _QUOTES, _inside_marks
from tawatur.clean.residue import _EMAIL
from tawatur.clean.rows import rows


@pytest.mark.parametrize("mark", ["\u0640", "-", ".", "_", "=", "\u200b"])
def test_a_line_of_marks_is_not_short(mark: str) -> None:
    (row,) = rows(f"محمد {mark * 100_000} رويترز")
    assert row.size > 500


def test_a_rule_drawn_beside_words_leaves_the_line_short() -> None:
    (row,) = rows("محمد " + "\u0640" * 80 + " رويترز")
    assert row.size == 2


@pytest.mark.parametrize("mark", ["\u0640", "."])
def test_a_run_of_marks_is_tried_once(mark: str) -> None:
    """From within a run neither pattern begins: with one letter before the run a match would begin there."""
    assert _EMAIL.match(mark * 5 + "a@b.c", 2) is None
    assert _SEPARATOR.match("\u0640" * 5 + " ", 2) is None
    assert _SEPARATOR.match("\u0640" * 5 + " ") is not None


def test_a_place_is_inside_marks_that_were_opened_and_not_closed() -> None:
    line = "قال «نعم» ثم «لا أدري"
    marks = {mark: [at for at, letter in enumerate(line) if letter == mark] for mark in _QUOTES}
    assert [_inside_marks(marks, at) for at in (2, 6, 10, len(line))] == [False, True, False, True]
