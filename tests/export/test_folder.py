import json
from pathlib import Path

import jsonschema
import pytest

from tawatur.export.folder import FILES, write
from tawatur.export.schema import schema
from tawatur.records.article import Article, Line, Publication, Title
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.records.errors import FailedError
from tawatur.records.sentence import Sentence
from tawatur.records.settled import Settled
from tawatur.records.story import Origin, Story
from tawatur.records.view import DocumentView

_TEXT = "افتتح المجلس دورته."


def _view() -> DocumentView:
    publication = Publication(reason="nothing in the text says")
    return DocumentView(
        document=Document(id="d-1", source="a.txt", text=_TEXT, sha256="0" * 64, format="text"),
        article=Article(
            document="d-1",
            lines=(Line(start=0, end=19, kind="body", reason="r"),),
            title=Title(text=_TEXT),
            publication=publication,
        ),
        sentences=(Sentence(id="s-1", document="d-1", start=0, end=19, kind="body"),),
        settled=Settled(document="d-1", publication=publication),
        made_by="0.1.0+abc",
    )


class _Source:
    """A collection of one document; every kind that is not named is empty."""

    def documents(self) -> list[DocumentView]:
        return [_view()]

    def stories(self) -> list[Story]:
        return [Story(id="y-1", title=None, documents=("d-1",), origins=(Origin(name=None, documents=("d-1",)),))]

    def dropped(self) -> list[Dropped]:
        return [Dropped(stage="ingest", source="b.bin", reason="binary", detail="b.bin")]

    def __getattr__(self, name: str) -> object:
        return lambda: []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(_Source(), tmp_path / "out")  # type: ignore[arg-type]
    return tmp_path / "out"


def test_every_file_of_the_contract_is_written_empty_where_there_is_nothing(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {f"{name}.jsonl" for name in FILES} | {"meta.json"}
    assert (folder / "events.jsonl").read_bytes() == b""


def test_every_line_holds_to_the_schema(folder: Path) -> None:
    whole = schema()
    for name in FILES:
        validator = jsonschema.Draft202012Validator(whole["files"][f"{name}.jsonl"] | {"$defs": whole["$defs"]})
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            validator.validate(json.loads(line))


def test_arabic_stands_as_it_is_not_escaped(folder: Path) -> None:
    assert _TEXT in (folder / "documents.jsonl").read_text(encoding="utf-8")


def test_the_counts_stand_in_meta(folder: Path) -> None:
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    assert meta["counts"]["documents"] == meta["counts"]["stories"] == meta["counts"]["dropped"] == 1
    assert meta["counts"]["quotes"] == 0
    assert meta["made_by"] == {"0.1.0+abc": 1}


def test_writing_again_gives_the_same_bytes(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    write(_Source(), folder)  # type: ignore[arg-type]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_failed_export_leaves_the_files_that_were_there(folder: Path) -> None:
    class _Broken(_Source):
        def stories(self) -> list[Story]:
            raise OSError("no space left on device")

    before = (folder / "documents.jsonl").read_bytes()
    with pytest.raises(FailedError) as error:
        write(_Broken(), folder)  # type: ignore[arg-type]
    assert error.value.code == "export_unwritable"
    assert (folder / "documents.jsonl").read_bytes() == before
    assert [path for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(FailedError) as error:
        write(_Source(), tmp_path / "out")  # type: ignore[arg-type]
    assert error.value.code == "export_unwritable"
