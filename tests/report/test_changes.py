from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.reuse import Reuse
from tawatur.records.span import Span
from tawatur.report.changes import change, changes
from tawatur.report.story import tell


def _changed(version: Any) -> list[str]:
    return [piece.text for piece in version.pieces if piece.changed]


def test_the_words_that_differ_are_marked_on_both_sides(view: Any) -> None:
    numbers = [one for one in changes(view.reuse, view.documents) if any(drift.kind == "number" for drift in one.drift)]
    assert [(_changed(one.before), _changed(one.after)) for one in numbers] == [(["120"], ["210"])]


def test_marks_of_quotation_that_were_put_in_are_marked(view: Any) -> None:
    quoted = [one for one in changes(view.reuse, view.documents) if one.drift[0].kind == "quoted"]
    assert [(_changed(one.before), _changed(one.after)) for one in quoted] == [(["إن"], ['"', '"'])]


def test_the_one_that_was_copied_stands_first(library: Any, view: Any) -> None:
    assert {one.before.span.document for one in changes(view.reuse, view.documents)} == {library.ids["wire"]}


def test_a_change_of_a_statement_stands_with_it_and_not_among_the_others(view: Any) -> None:
    told = tell(view)
    assert sorted(one.drift[0].kind for held in told.changed.values() for one in held) == ["quoted", "speaker"]
    assert [one.drift[0].kind for one in told.changes] == ["number"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_together_are_the_sentence(one: str, two: str) -> None:
    spans = [Span(document=name, start=0, end=len(text)) for name, text in (("a", one), ("b", two))]
    found = change(Reuse(a=spans[0], b=spans[1], score=1.0, degree="edited", run=1), one, two)
    assert (found.before.text, found.after.text) == (one, two)


@given(st.text(max_size=60))
def test_nothing_differs_between_a_sentence_and_itself(text: str) -> None:
    span = Span(document="a", start=0, end=len(text))
    found = change(Reuse(a=span, b=span, score=1.0, degree="same", run=1), text, text)
    assert _changed(found.before) == _changed(found.after) == []
