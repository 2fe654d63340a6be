import csv
from pathlib import Path
from typing import cast

from tests.export.helpers import Export, write
from tests.export.invented import Invented

from tawatur.export.plover import COLUMNS
from tawatur.export.source import Source
from tawatur.store.library import StoreLibrary


def _table(folder: Path) -> list[dict[str, str]]:
    with (folder / "events.plover.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def _invented(folder: Path) -> list[dict[str, str]]:
    return _table(write(cast("Source", Invented()), folder, "plover"))


def test_every_event_is_a_row_of_all_columns(export: Export, library: StoreLibrary) -> None:
    for hostile in (False, True):
        rows = _table(export("plover", hostile=hostile))
        assert [row["event_id"] for row in rows] == [event.id for event in library.events()]
        assert all(tuple(row) == COLUMNS and None not in row.values() for row in rows)


def test_the_state_and_the_part_stand_apart(tmp_path: Path) -> None:
    row = _invented(tmp_path)[0]
    assert (row["actor_country"], row["actor_sector"]) == ("SDN", "GOV")
    assert (row["recipient_country"], row["recipient_sector"]) == ("", "REB")


def test_the_place_has_its_point(tmp_path: Path) -> None:
    town, country, none = _invented(tmp_path)
    assert (town["location_latitude"], town["location_longitude"], town["location_point"]) == ("24.69", "46.72", "town")
    assert (country["location_name"], country["location_country"], country["location_point"]) == ("Sudan", "SD", "capital")
    assert (none["location_name"], none["location_latitude"]) == ("وادي الرمان", "")


def test_the_magnitude_is_the_largest_whole_count(tmp_path: Path) -> None:
    row = _invented(tmp_path)[1]
    assert (row["magnitude_dead"], row["magnitude_injured"], row["magnitude_held"]) == ("7", "1.5", "")


def test_who_tells_it_and_where_is_said(tmp_path: Path) -> None:
    row = _invented(tmp_path)[0]
    assert (row["article_count"], row["outlet_count"]) == ("2", "2")
    assert row["evidence"] == "d-1#char=0,22 d-2#char=0,22 d-1#char=23,30"
    # the earliest article
    assert (row["publication_date"], row["url"]) == ("2021-09-29T14:05+03:00", "https://sahl.example/2")


def test_a_denied_deed_says_so(tmp_path: Path) -> None:
    assert [row["event_status"] for row in _invented(tmp_path)] == ["happened", "happened", "denied"]
