import csv
from pathlib import Path

from tests.export.helpers import HOSTILE, Export

from tawatur.export.csv_files import cell
from tawatur.export.folder import FILES
from tawatur.export.parts.cells import unguarded
from tawatur.export.parts.plain import characters
from tawatur.records.span import Span
from tawatur.store.library import StoreLibrary


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_every_kind_of_record_is_a_table_with_its_names(export: Export) -> None:
    folder = export("csv")
    assert {path.name for path in folder.iterdir()} == {f"{name}.csv" for name in FILES}
    assert (folder / "dropped.csv").read_bytes() == b"\xef\xbb\xbfstage,source,reason,detail\r\n"


def test_excel_takes_it_for_utf_8_with_its_own_line_ends(export: Export) -> None:
    content = (export("csv") / "stories.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") > 1


def test_the_rows_are_the_records(export: Export, library: StoreLibrary) -> None:
    folder = export("csv")
    texts = {view.document.id: view.document.text for view in library.documents()}
    assert {row["id"]: unguarded(row["text"]) for row in _table(folder / "documents.csv")} == texts
    quotes = [quote for view in library.documents() for quote in view.settled.quotes]
    rows = _table(folder / "quotes.csv")
    assert [row["id"] for row in rows] == [quote.id for quote in quotes]
    assert [int(row["cue_start"]) for row in rows] == [quote.cue.start for quote in quotes]
    assert [row["outlets"] for row in _table(folder / "stories.csv")] == [" | ".join(one.outlets) for one in library.stories()]


def test_hostile_words_are_no_formula_and_come_back(export: Export, library: StoreLibrary) -> None:
    rows = _table(export("csv", hostile=True) / "entities.csv")
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in rows for value in row.values())
    assert [unguarded(row["name"]) for row in rows] == [characters(HOSTILE + entity.name) for entity in library.entities()]


def test_each_kind_of_value_has_its_cell() -> None:
    assert (cell(None), cell(True), cell(-3), cell(0.5), cell("نص")) == ("", "true", -3, 0.5, "نص")
    assert cell(("أ", "ب")) == "أ | ب"
    assert cell(()) == ""
    assert cell((Span(document="d-1", start=1, end=2),)) == '[{"document":"d-1","start":1,"end":2}]'
