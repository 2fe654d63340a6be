import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.export.helpers import strings

from tawatur.export import run
from tawatur.export.formats import FORMATS
from tawatur.export.parts.withheld import LONGEST
from tawatur.export.source import Source
from tawatur.pipeline.exporting import export
from tawatur.records.errors import FailedError, UsageError
from tawatur.records.wire import Wires
from tawatur.report.messages import messages
from tawatur.store.library import StoreLibrary

_WORD = re.compile(r"[^\W_]+(?:[\u064b-\u0652][^\W_]*)*")


def _written(library: StoreLibrary, folder: Path, **options: Any) -> dict[str, bytes]:
    export(library, folder, list(FORMATS), **options)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_all_formats_stand_beside_each_other_in_one_folder(library: StoreLibrary, tmp_path: Path) -> None:
    names = [name for one in FORMATS.values() for name in one.files]
    assert len(set(names)) == len(names)
    assert sorted(_written(library, tmp_path)) == sorted(names)


def test_the_same_collection_gives_the_same_bytes(library: StoreLibrary, tmp_path: Path) -> None:
    assert _written(library, tmp_path / "a") == _written(library, tmp_path / "b")


def test_the_counts_are_those_of_the_rows(library: StoreLibrary, tmp_path: Path) -> None:
    counts = export(library, tmp_path, ["folder", "csv", "ninjs"])
    documents = library.counts()["documents"]
    assert counts["folder"]["documents.jsonl"] == counts["csv"]["documents.csv"] == counts["ninjs"]["ninjs.json"] == documents


def test_progress_goes_from_nothing_to_all(library: StoreLibrary, tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    export(library, tmp_path, ["csv", "plover"], progress=lambda *one: told.append(one))
    total = 2 * library.counts()["documents"]
    assert {(step, of) for step, _, of in told} == {("export", total)}
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
    assert told[-1][1] == total


@pytest.mark.parametrize("name", FORMATS)
def test_without_texts_no_words_of_an_article_run_on(library: StoreLibrary, tmp_path: Path, name: str) -> None:
    known = {run for view in library.documents() for run in _runs(view.document.text)}
    export(library, tmp_path / "all", [name])
    export(library, tmp_path / "cut", [name], no_text=True)
    assert [run for path in sorted((tmp_path / "cut").iterdir()) for run in _found(path) if run in known] == []


def test_with_texts_they_do(library: StoreLibrary, tmp_path: Path) -> None:
    known = {run for view in library.documents() for run in _runs(view.document.text)}
    export(library, tmp_path, list(FORMATS))
    told = {name for name, one in FORMATS.items() for file in one.files if known & set(_found(tmp_path / file))}
    assert told >= {"folder", "csv", "parquet", "ftm", "ninjs", "jsonld", "prov", "annotations", "rss"}


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of more than LONGEST words."""
    words = _WORD.findall(text)
    return (tuple(words[at : at + LONGEST + 1]) for at in range(len(words) - LONGEST))


def _found(path: Path) -> Iterator[tuple[str, ...]]:
    return (one for text in strings(path) for one in _runs(text))


def test_without_texts_the_hash_and_the_places_are_left(library: StoreLibrary, tmp_path: Path) -> None:
    import json

    export(library, tmp_path, ["folder"], no_text=True)
    rows = [json.loads(line) for line in (tmp_path / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["sha256"] for row in rows] == [view.document.sha256 for view in library.documents()]
    assert {row["text"] for row in rows} == {""}
    assert json.loads((tmp_path / "meta.json").read_bytes())["withheld"] == {"longest": LONGEST}


def test_an_unknown_format_is_named_before_anything_is_written(library: StoreLibrary, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        export(library, tmp_path / "out", ["csv", "docx"])
    assert error.value.code == "format_unknown"
    assert not (tmp_path / "out").exists()


def test_a_format_whose_package_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "find_spec", lambda name: None)
    with pytest.raises(UsageError) as error:
        run.chosen(["parquet"])
    assert (error.value.code, error.value.values["extra"]) == ("format_needs", "parquet")
    assert [one.name for one in run.chosen(["csv", "csv"])] == ["csv"]


def test_where_one_format_fails_none_is_replaced(library: StoreLibrary, tmp_path: Path) -> None:
    def full(source: Source) -> Wires:
        raise OSError("no space left on device")

    graph: Callable[[Source], Wires] = full
    export(library, tmp_path, ["csv"])
    before = {path.name: path.stat().st_ino for path in tmp_path.iterdir()}
    with pytest.raises(FailedError):
        run.write(library, tmp_path, run.chosen(["csv", "graphml"]), graph, documents=1)
    assert {path.name: path.stat().st_ino for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_format_says_what_it_is_for(lang: Any) -> None:
    assert [name for name in FORMATS if not messages("export", lang)(name)] == []


def test_every_format_is_in_the_docs() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"| `{name}` |" not in page] == []
