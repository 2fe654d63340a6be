import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.export.parts.cells import LIMIT, fitting, guarded, one_line, unguarded
from tawatur.export.parts.plain import characters

_ANY = st.text(st.characters(exclude_categories=()))
_FORMULA = "=+-@\t\r\n＝＋－＠"


@given(_ANY)
def test_a_guarded_cell_gives_its_text_back(text: str) -> None:
    assert unguarded(guarded(text)) == characters(text)


@given(_ANY | st.sampled_from(_FORMULA).flatmap(lambda sign: _ANY.map(lambda rest: sign + rest)))
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    assert not guarded(text).startswith(tuple(_FORMULA))
    assert not one_line(text).startswith(tuple(_FORMULA))


@given(_ANY)
def test_a_cell_of_a_tab_separated_table_ends_no_cell_and_no_line(text: str) -> None:
    assert len(f"a{one_line(text)}b".splitlines()) == 1
    assert "\t" not in one_line(text)


@given(st.lists(_ANY, min_size=1, max_size=4))
def test_cells_come_back_through_a_table(texts: list[str]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow([guarded(text) for text in texts])
    back = next(csv.reader(io.StringIO(out.getvalue(), newline="")))
    assert [unguarded(cell) for cell in back] == [characters(text) for text in texts]


def test_a_plain_word_is_not_touched() -> None:
    assert guarded("قال 3 - 4") == "قال 3 - 4"


@pytest.mark.parametrize("sign", ["س", "𝒳"])
def test_a_cell_holds_no_more_than_excel_does(sign: str) -> None:
    found = fitting(sign * 40_000)
    assert LIMIT - 1 <= len(found.encode("utf-16-le")) // 2 <= LIMIT
    assert set(found) == {sign}
    assert fitting("قصير") == "قصير"
