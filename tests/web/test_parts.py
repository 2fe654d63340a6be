from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.view import DocumentView
from tawatur.web.parts import LETTERS, LINES, cuts, part, part_of, parts


def test_a_short_article_stands_on_one_page(invented: object) -> None:
    assert cuts(_view(invented, "سطر\nسطر")) == [0]


def test_an_article_of_many_lines_is_cut_where_lines_begin(invented: object) -> None:
    found = cuts(_view(invented, "\n".join(["سطر"] * (LINES * 2 + 5))))
    assert found == [0, LINES * 4, LINES * 8]


def test_a_line_longer_than_a_part_is_cut_inside(invented: object) -> None:
    view = _view(invented, "قصير\n" + "ط" * (LETTERS * 2 + 10))
    found = cuts(view)
    lengths = [end - start for start, end in zip(found, [*found[1:], len(view.document.text)], strict=True)]
    assert max(lengths) <= LETTERS
    assert found[1] == 5


@given(st.lists(st.integers(min_value=1, max_value=10**6), unique=True), st.integers(min_value=0, max_value=10**6))
def test_a_place_is_on_the_part_that_begins_before_it(beginnings: list[int], place: int) -> None:
    found = [0, *sorted(beginnings)]
    number = part_of(found, place)
    assert found[number - 1] <= place
    assert number == len(found) or place < found[number]


@given(st.lists(st.integers(), max_size=50), st.integers(min_value=1, max_value=10))
def test_the_parts_together_are_the_whole(items: list[int], size: int) -> None:
    assert [item for page in range(1, parts(len(items), size) + 1) for item in part(items, page, size)] == items


def _view(invented: object, text: str) -> DocumentView:
    make: Callable[[str], DocumentView] = invented.view_of  # type: ignore[attr-defined]
    return make(text)
