import pytest
from bench.search.table import BEGIN, END, PAGE, Row, cases, markdown, measure
from tests.postgresql import Stores

from tawatur.store.sqlite import Store

_WRONG = "(another word, wrongly found)"


@pytest.fixture(scope="module")
def rows(shared_stores: Stores) -> list[Row]:
    with Store(shared_stores("store")) as store:
        return measure(store)


def test_the_table_in_the_document_is_what_is_measured(rows: list[Row]) -> None:
    held = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0].strip()
    assert held == markdown(rows).strip()


def test_of_every_form_most_cases_are_found(rows: list[Row]) -> None:
    assert {row.form for row in rows if row.form != _WRONG and row.ours * 10 < row.cases * 9} == set()


def test_no_form_is_found_better_by_what_a_user_would_take_instead(rows: list[Row]) -> None:
    assert [row for row in rows if row.form != _WRONG and row.ours < max(row.plain, row.like)] == []


def test_words_that_are_others_are_seldom_found(rows: list[Row]) -> None:
    wrong = next(row for row in rows if row.form == _WRONG)
    assert wrong.ours <= 2


def test_no_case_stands_twice() -> None:
    texts = [(case.query, case.text) for case in cases()]
    assert len(texts) == len(set(texts))
