import json
from pathlib import Path

import pytest
from tests.cli.helpers import Ask, Place

from tawatur.export.formats import FORMATS


def test_the_formats_are_listed_with_what_they_are_for(ask: Ask) -> None:
    found = ask("--lang", "en", "export", "--list-formats")
    assert found.code == 0
    assert [name for name in FORMATS if f" {name} " not in found.out] == []
    listed = json.loads(ask("export", "--list-formats", "--json").out)
    assert [(one["name"], one["files"]) for one in listed] == [(one.name, list(one.files)) for one in FORMATS.values()]


def test_the_folder_is_the_default(place: Place, tmp_path: Path) -> None:
    place.read()
    found = place.ask("--lang", "en", "export", str(tmp_path / "out"), "--store", str(place.store))
    assert (found.code, (tmp_path / "out" / "meta.json").exists()) == (0, True)
    assert found.out.startswith("1 documents, 1 statements,")


def test_several_formats_are_written_beside_each_other(place: Place, tmp_path: Path) -> None:
    place.read()
    out = str(tmp_path / "out")
    found = place.ask("--lang", "en", "export", out, "--format", "csv", "--format", "rss", "--store", str(place.store))
    assert found.code == 0
    assert found.out.splitlines() == [f"csv: 15 files in {out}", f"rss: findings.rss in {out}"]
    assert {path.name for path in (tmp_path / "out").iterdir()} == {*FORMATS["csv"].files, *FORMATS["rss"].files}


def test_the_counts_of_each_file_are_told_to_programs(place: Place, tmp_path: Path) -> None:
    place.read()
    told = place.ask(
        "export", str(tmp_path), "--format", "folder", "--format", "ninjs", "--store", str(place.store), "--json"
    ).out
    found = json.loads(told)
    assert found["counts"]["documents"] == found["formats"]["ninjs"]["ninjs.json"] == 1


def test_no_text_leaves_the_texts_out(place: Place, tmp_path: Path) -> None:
    place.read()
    assert place.ask("export", str(tmp_path / "out"), "--no-text", "--store", str(place.store)).code == 0
    [row] = [json.loads(line) for line in (tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (row["text"], len(row["sha256"])) == ("", 64)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["out", "--format", "docx"], "There is no format docx. There are: folder, csv,"),
        ([], "these arguments are missing: OUT"),
    ],
)
def test_what_cannot_be_done_is_said(place: Place, arguments: list[str], words: str) -> None:
    place.read()
    found = place.ask("--lang", "en", "export", *arguments, "--store", str(place.store))
    assert found.code == 2
    assert words in found.err
