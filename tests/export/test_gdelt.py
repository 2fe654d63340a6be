import csv
from pathlib import Path
from typing import cast

from tests.export.helpers import Export, write
from tests.export.invented import Invented

from tawatur.export.gdelt import COLUMNS
from tawatur.export.source import Source
from tawatur.store.library import StoreLibrary


def _table(folder: Path) -> list[dict[str, str]]:
    with (folder / "events.gdelt.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def _invented(folder: Path) -> list[dict[str, str]]:
    return _table(write(cast("Source", Invented()), folder, "gdelt"))


def test_the_table_has_the_columns_of_the_codebook(export: Export) -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 61
    assert all(tuple(row) == COLUMNS and None not in row.values() for row in _table(export("gdelt", hostile=True)))


def test_only_what_happened_is_in_it(export: Export, library: StoreLibrary, tmp_path: Path) -> None:
    assert [row["GLOBALEVENTID"] for row in _invented(tmp_path)] == ["v-1", "v-2"]
    happened = [event.id for event in library.events() if event.status == "happened"]
    assert [row["GLOBALEVENTID"] for row in _table(export("gdelt"))] == happened


def test_the_day_is_written_in_each_of_its_ways_and_a_month_only_as_one(tmp_path: Path) -> None:
    names = ("SQLDATE", "MonthYear", "Year", "FractionDate")
    day, month = _invented(tmp_path)
    assert [day[name] for name in names] == ["20210929", "202109", "2021", "2021.8192"]
    assert [month[name] for name in names] == ["", "202109", "2021", ""]


def test_the_code_is_the_roots_own_with_its_class(tmp_path: Path) -> None:
    names = ("EventCode", "EventBaseCode", "EventRootCode", "QuadClass")
    assert [[row[name] for name in names] for row in _invented(tmp_path)] == [
        ["040", "040", "04", "1"],
        ["180", "180", "18", "4"],
    ]


def test_articles_outlets_and_mentions_are_counted(tmp_path: Path) -> None:
    row = _invented(tmp_path)[0]
    assert [row[name] for name in ("NumMentions", "NumSources", "NumArticles")] == ["3", "2", "2"]
    assert row["SOURCEURL"] == "https://sahl.example/2"


def test_what_is_not_known_is_left_empty(tmp_path: Path) -> None:
    assert {row[name] for row in _invented(tmp_path) for name in ("GoldsteinScale", "AvgTone", "DATEADDED", "Actor1Geo_Lat")} == {
        ""
    }


def test_a_country_is_no_city(tmp_path: Path) -> None:
    assert [row["ActionGeo_Type"] for row in _invented(tmp_path)] == ["4", "1"]
