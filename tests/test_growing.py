"""A collection that grows: in whatever portions its articles are read, the export is that of one reading."""

import json
import random
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from bench.newsroom import newsroom
from tests.postgresql import Stores

from tawatur.export import FILES, write
from tawatur.ingest import Options
from tawatur.pipeline import read
from tawatur.store.address import Place
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store


def _written(folder: Path) -> list[Path]:
    """Articles of an invented newsroom, a file each."""
    folder.mkdir()
    paths = []
    for piece in newsroom(60):
        credit = f"({piece.credit})" if piece.credit else ""
        path = folder / f"{piece.key}_{piece.outlet}.txt"
        title, body = piece.text.split(" في ")[0], piece.text.replace("\n", "\n\n")
        path.write_text(f"{title}\n\nنشر في: {piece.day}\n\n{body}\n\n{credit}\n", encoding="utf-8")
        paths.append(path)
    return paths


def _exported(store: Place, portions: Iterable[list[Path]], out: Path) -> dict[str, list[dict[str, object]]]:
    with Store(store) as opened:
        for portion in portions:
            read(opened, [str(path) for path in portion], Options())
        write(StoreLibrary(opened), out)
    return {name: [json.loads(line) for line in (out / f"{name}.jsonl").read_bytes().splitlines()] for name in FILES}


@pytest.mark.parametrize("seed", [1, 2])
def test_articles_that_are_read_in_portions_give_what_one_reading_gives(tmp_path: Path, stores: Stores, seed: int) -> None:
    paths = _written(tmp_path / "in")
    once = _exported(stores("once"), [paths], tmp_path / "a")
    draw = random.Random(seed)  # noqa: S311
    shuffled = draw.sample(paths, len(paths))
    cuts = [0, *sorted(draw.sample(range(1, len(paths)), 3)), len(paths)]
    portions = [shuffled[start:end] for start, end in pairwise(cuts)]
    grown = _exported(stores("grown"), portions, tmp_path / "b")
    for story in (*once["stories"], *grown["stories"]):
        del story["aliases"]  # a story that took in an earlier article keeps its old id as one
    assert len(once["reuse"]) > 50
    assert grown == once


def test_another_version_of_the_program_looks_for_everything_anew(
    tmp_path: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = _written(tmp_path / "in")[:20]
    before = _exported(stores("s"), [paths], tmp_path / "a")
    with Store(stores("s")) as store:
        store.write("DELETE FROM text_pairs", [()])  # as if an older version had found nothing
        store.write("DELETE FROM reuse", [()])
    for step in ("reading", "annotating", "deriving"):
        monkeypatch.setattr(f"tawatur.pipeline.{step}.__version__", "another")
    assert _exported(stores("s"), [paths], tmp_path / "b")["reuse"] == before["reuse"] != []


def test_a_store_of_an_earlier_version_that_kept_no_content_words_grows_all_the_same(tmp_path: Path, stores: Stores) -> None:
    paths = _written(tmp_path / "in")
    _exported(stores("s"), [paths[:40]], tmp_path / "a")
    with Store(stores("s")) as store:
        store.write("DELETE FROM contents", [()])
    grown = _exported(stores("s"), [paths[40:]], tmp_path / "b")
    once = _exported(stores("once"), [paths], tmp_path / "c")
    assert grown["reuse"] == once["reuse"]
    assert any(row["degree"] == "rewritten" for row in once["reuse"])


def test_two_articles_with_one_address_and_other_texts_are_both_kept(tmp_path: Path, stores: Stores) -> None:
    first, second = (piece.text for piece in newsroom(200) if piece.mode == "own" and piece.key in ("0000001", "0000005"))
    rows = [{"url": "https://news.example/a/1", "title": "خبر", "text": text, "language": "ar"} for text in (first, second)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    export = _exported(stores("s"), [[tmp_path / "rows.jsonl"]], tmp_path / "out")
    assert {row["text"] for row in export["documents"]} == {first, second}
    assert sum(row["version_of"] is not None for row in export["documents"]) == 1
    assert export["reuse"] == []
