"""`tawatur backup` and `tawatur restore` from the command line."""

import json
from pathlib import Path

from tests.cli.helpers import Place
from tests.correct.conftest import CUP


def test_a_backup_is_made_once_and_put_back_when_asked_for_twice(place: Place, tmp_path: Path) -> None:
    place.read()
    copy, store = str(tmp_path / "copy.sqlite"), ("--store", str(place.store))
    made = place.ask("--lang", "en", "backup", copy, *store)
    assert (made.code, "1 documents" in made.out) == (0, True)
    again = place.ask("--lang", "en", "backup", copy, *store)
    assert (again.code, "--replace" in again.err) == (2, True)
    place.put("cup.txt", CUP.encode())
    place.read()
    assert len(place.exported("documents")) == 2
    unsure = place.ask("--lang", "en", "restore", copy, *store)
    assert (unsure.code, "--yes" in unsure.err) == (2, True)
    assert len(place.exported("documents")) == 2
    done = place.ask("--lang", "en", "restore", copy, "--yes", "--json", *store)
    assert json.loads(done.out) == {"documents": 1, "judgements": 0, "buried": 0, "aside": None}
    assert len(place.exported("documents")) == 1
    assert json.loads(place.ask("backup", copy, "--replace", "--json", *store).out)["rows"]["documents"] == 1


def test_a_missing_backup_is_named(place: Place, tmp_path: Path) -> None:
    done = place.ask("--lang", "en", "restore", str(tmp_path / "none.sqlite"), "--store", str(place.store))
    assert (done.code, "none.sqlite" in done.err, place.store.exists()) == (1, True, False)
