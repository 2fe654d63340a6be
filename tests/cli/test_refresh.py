"""`tawatur refresh` from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.helpers import ARTICLE, Done, Place

from tawatur.annotate import names as annotators
from tawatur.records.name import Name

Become = Callable[[str], None]


@pytest.fixture
def learned(place: Place, become: Become, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A store of an older version, under one that knows no names."""
    place.read()

    def nothing(*given: object) -> list[Name]:
        return []

    become("9.9")
    monkeypatch.setattr(annotators, "annotate", nothing)
    return place


def _refresh(place: Place, *options: str, lang: str = "en") -> Done:
    return place.ask("--lang", lang, "refresh", "--store", str(place.store), "--workers", "1", *options)


def test_a_table_says_what_has_changed(learned: Place) -> None:
    done = _refresh(learned)
    assert done.code == 0
    assert "Articles made anew: 1. Still of an older version: 0." in done.out
    assert "What has changed" in done.words
    row = next(line.split() for line in done.out.splitlines() if line.strip().startswith("names"))
    assert (row[1], row[2], int(row[3]) > 0, row[4]) == ("0", "0", True, "0")
    assert "All is as this version" in _refresh(learned).out


def test_the_table_is_in_arabic_too(learned: Place) -> None:
    done = _refresh(learned, lang="ar")
    assert "مقالات صنعت من جديد: 1" in done.out
    assert "الأسماء" in done.out


def test_a_dry_run_says_it_and_changes_nothing(learned: Place) -> None:
    before = learned.store.read_bytes(), learned.exported("names")
    done = _refresh(learned, "--dry-run")
    assert "Nothing was changed." in done.out
    assert "What would change" in done.words
    assert learned.exported("names") == before[1] != []
    assert json.loads(_refresh(learned, "--dry-run", "--json").out)["dry_run"] is True


def test_all_changes_are_written_as_json_lines(learned: Place, tmp_path: Path) -> None:
    done = json.loads(_refresh(learned, "--out", str(tmp_path / "changes.jsonl"), "--json").out)
    rows = [json.loads(line) for line in (tmp_path / "changes.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == sum(tally[how] for tally in done["kinds"].values() for how in ("new", "gone", "changed"))
    assert {"kind", "how", "id", "document", "start", "end", "text", "before", "after"} == set(rows[0])
    assert "نجوى الصيرمي" in {row["text"] for row in rows if (row["kind"], row["how"]) == ("name", "gone")}


def test_a_file_that_cannot_be_written_is_named_and_nothing_is_changed(learned: Place, tmp_path: Path) -> None:
    done = _refresh(learned, "--out", str(tmp_path / "nowhere" / "changes.jsonl"))
    assert (done.code, "nowhere" in done.err) == (1, True)
    assert json.loads(_refresh(learned, "--json").out)["articles"] == 1


def test_judgements_that_no_longer_find_what_they_are_of_are_told(
    place: Place, become: Become, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.read()
    renamed = place.ask(
        "names", "rename", "نجوى الصيرمي", "نجوى سالم الصيرمي", "--store", str(place.store), "--who", "نادية", "--json"
    )
    assert renamed.code == 0
    become("9.9")
    monkeypatch.setattr(annotators, "annotate", lambda *given: [])
    done = json.loads(_refresh(place, "--json").out)
    assert done["lost_judgements"] == done["newly_lost"] != []
    again = _refresh(place)
    assert "Judgements that no longer find what they are of: 1" in again.out
    assert "نجوى سالم الصيرمي" in again.out


def test_a_reading_says_how_many_articles_another_version_made(place: Place, become: Become) -> None:
    place.read()
    become("9.9")
    assert "and that stand as it read them: 1." in place.read().out
    assert json.loads(place.read("--json").out)["older"] == 1
    _refresh(place)
    assert "as it read them" not in place.read().out


def test_a_story_says_how_many_of_its_articles_another_version_made(place: Place, become: Become) -> None:
    place.put("twin.txt", ARTICLE.replace("ارتفاع منسوب", "ارتفع منسوب").encode())
    place.read()
    show = ("--lang", "en", "show", "1", "--store", str(place.store))
    now = place.ask(*show)
    assert (now.code, "stand as it read them" in now.out) == (0, False)
    become("9.9")
    assert "stand as it read them: 2 of 2" in place.ask(*show).out
    assert {one["made_by"].split("+")[0] for one in json.loads(place.ask(*show, "--json").out)["articles"]} == {"0.1.0"}


def test_without_a_store_there_is_nothing_to_refresh(place: Place) -> None:
    done = _refresh(place)
    assert (done.code, place.store.exists()) == (1, False)


def test_a_reading_under_way_is_told(place: Place) -> None:
    from tawatur.store.connection import writer

    place.read()
    with writer(place.store):
        done = _refresh(place)
    assert done.code == 1
    assert str(place.store) in done.err
