"""The questions that docs/archive.md puts to the export with DuckDB, on the example corpus."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.export.helpers import Export

from tawatur.store.library import StoreLibrary

duckdb: Any = pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")

_DOC = Path(__file__).resolve().parents[2] / "docs" / "archive.md"


@pytest.fixture
def answers(export: Export) -> list[list[dict[str, Any]]]:
    """The rows of each of the four."""
    connection = duckdb.connect()
    connection.execute(f"SET file_search_path = '{export('parquet')}'")
    found = []
    for question in re.findall(r"```sql\n(.*?)```", _DOC.read_text(encoding="utf-8"), re.DOTALL):
        asked = connection.execute(question)
        names = [column[0] for column in asked.description]
        found.append([dict(zip(names, row, strict=True)) for row in asked.fetchall()])
    return found


def test_the_questions_of_the_docs_are_answered_from_the_export(
    answers: list[list[dict[str, Any]]], library: StoreLibrary
) -> None:
    agencies, takers, speakers, sides = answers
    origins = [one for story in library.stories() for one in story.origins if one.name]
    articles = Counter[str]()
    for one in origins:
        articles[str(one.name)] += len(one.documents)
    assert {row["agency"]: row["articles"] for row in agencies} == articles
    assert takers
    assert all(row["earlier"] != row["later"] and row["pairs"] > 0 for row in takers)
    quotes = [quote for view in library.documents() for quote in view.settled.quotes]
    assert speakers[0]["statements"] == max(Counter(one.speaker for one in quotes if one.speaker_kind == "named").values())
    texts = [view.document.text for view in library.documents()]
    assert len(sides) > 10
    assert all(any(row["words"] in text for text in texts) for row in sides)
