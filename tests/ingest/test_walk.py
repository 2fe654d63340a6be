import os
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from tests.ingest.helpers import Read

from tawatur.ingest import Options, html, raws
from tawatur.ingest.readers import all_readers


@pytest.fixture
def folder(tmp_path: Path, prose: str) -> Any:
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "a.txt", "b/1.txt", "c.html"):
        (tmp_path / name).write_text(f"<p>{prose}</p>" if name.endswith("l") else prose, encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_in_the_order_of_its_paths(folder: Path, read: Read) -> None:
    assert [one.source for one in read(folder).documents] == ["a.txt", "b/1.txt", "b/2.txt", "c.html"]


def test_ids_depend_on_the_path_inside_the_folder_and_not_on_where_it_stands(
    folder: Path, read: Read, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "moved"
    before = [one.id for one in read(folder).documents]
    folder.rename(other)
    assert [one.id for one in read(other).documents] == before


def test_files_of_other_kinds_are_dropped_and_the_rest_is_read(folder: Path, read: Read) -> None:
    (folder / "notes.docx").write_bytes(b"PK\x03\x04")
    (folder / "README").write_text("نص")
    (folder / ".hidden.txt").write_text("نص")
    found = read(folder)
    assert len(found.documents) == 4
    assert {one.source: one.reason for one in found.dropped} == {
        "notes.docx": "other_kind",
        "README": "other_kind",
        ".hidden.txt": "hidden",
    }


def test_a_link_that_loops_is_refused(folder: Path, read: Read) -> None:
    (folder / "b" / "again").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    found = read(folder)
    assert len(found.documents) == 4
    assert [(one.source, one.reason) for one in found.dropped] == [("b/again", "link_loop"), ("self.txt", "link_loop")]


def test_a_folder_without_rights_is_recorded_and_the_rest_is_read(
    folder: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.iterdir

    def iterdir(self: Path) -> Any:
        if self.name == "b":
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    found = read(folder)
    assert [one.source for one in found.documents] == ["a.txt", "c.html"]
    assert [(one.source, one.reason) for one in found.dropped] == [("b", "no_permission")]
    assert "chmod" in found.dropped[0].detail


def test_a_file_without_rights_is_recorded(folder: Path, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "a.txt")
    found = read(folder)
    assert len(found.documents) == 3
    assert [(one.source, one.reason) for one in found.dropped] == [("a.txt", "no_permission")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path, read: Read) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert read(folder).reasons == ["not_a_file"]


def test_a_glob_gives_what_it_matches(folder: Path, read: Read) -> None:
    assert [one.source for one in read(str(folder / "**" / "*.txt")).documents] == ["a.txt", "b/1.txt", "b/2.txt"]


def test_a_name_that_leads_nowhere_is_told(tmp_path: Path, read: Read) -> None:
    assert read(tmp_path / "none").reasons == ["not_found"]
    assert read(str(tmp_path / "*.txt")).reasons == ["not_found"]


def test_a_single_file_is_known_by_its_name_alone(folder: Path, read: Read) -> None:
    assert read(folder / "b" / "1.txt").documents[0].source == "1.txt"


def test_a_file_that_is_named_is_known_by_its_bytes(tmp_path: Path, read: Read, prose: str) -> None:
    (tmp_path / "page").write_text(f"<html><body><p>{prose}</p></body></html>", encoding="utf-8")
    (tmp_path / "words").write_text(prose, encoding="utf-8")
    assert read(tmp_path / "page").documents[0].format == "html"
    assert read(tmp_path / "words").documents[0].format == "text"


def test_include_and_exclude_choose_files(folder: Path, read: Read) -> None:
    assert len(read(folder, Options(include=("*.html",))).documents) == 1
    assert len(read(folder, Options(include=("b/*",))).documents) == 2
    assert len(read(folder, Options(exclude=("b/*", "c.html"))).documents) == 1


def test_standard_input_is_read_whatever_its_kind(read: Read, prose: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for data, kind in ((prose, "text"), (f"<!DOCTYPE html><p>{prose}", "html"), ('{"text": "نص"}', "row")):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data.encode())))
        found = read("-").documents[0]
        assert (found.format, found.source.partition("#")[0]) == (kind, "-")


def test_a_reader_that_fails_does_not_stop_the_rest(folder: Path, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Any:
        raise ZeroDivisionError("no")

    fine = all_readers()
    monkeypatch.setattr(
        "tawatur.ingest.read.all_readers", lambda: tuple(r._replace(read=broken) if r is html.READER else r for r in fine)
    )
    found = read(folder)
    assert len(found.documents) == 3
    assert found.reasons == ["program_fault"]


def test_nothing_is_opened_before_it_is_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    real = Path.open

    def spy(self: Path, *args: Any, **kwargs: Any) -> Any:
        opened.append(self.name)
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", spy)
    next(iter(raws(folder)))
    assert opened == ["a.txt"]
