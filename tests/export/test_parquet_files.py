from typing import Any

import msgspec
import pytest
from tests.export.helpers import HOSTILE, Export

from tawatur.export.folder import FILES, rows
from tawatur.store.library import StoreLibrary

parquet: Any = pytest.importorskip("pyarrow.parquet")
duckdb: Any = pytest.importorskip("duckdb")


@pytest.mark.parametrize("name", FILES)
def test_pyarrow_reads_the_records_back(export: Export, library: StoreLibrary, name: str) -> None:
    found = parquet.read_table(export("parquet") / f"{name}.parquet").to_pylist()
    wanted = [record for file, records in rows(library) if file == name for record in records]
    assert found == msgspec.json.decode(msgspec.json.encode(wanted))


def test_duckdb_reads_them_with_their_types(export: Export, library: StoreLibrary) -> None:
    folder = export("parquet")
    query = f"SELECT count(*), sum(len(documents)), max(date) FROM '{folder}/stories.parquet'"  # noqa: S608
    stories = library.stories()
    assert duckdb.sql(query).fetchall()[0] == (len(stories), sum(len(one.documents) for one in stories), "2019-06-20")
    assert duckdb.sql(f"SELECT max(cue.\"end\" - cue.start) FROM '{folder}/quotes.parquet'").fetchall()[0][0] > 0  # noqa: S608


def test_hostile_words_are_kept_letter_by_letter(export: Export, library: StoreLibrary) -> None:
    table = parquet.read_table(export("parquet", hostile=True) / "documents.parquet")
    assert table["text"].to_pylist() == [HOSTILE + view.document.text for view in library.documents()]
