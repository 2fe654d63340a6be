from importlib.resources import as_file, files
from pathlib import Path

import pytest
from tests.spark.newsroom import archive, exported, rows

from tawatur.ingest import Options
from tawatur.pipeline import read
from tawatur.pipeline.engine import Engine
from tawatur.pipeline.spark import Spark
from tawatur.reuse import candidates, nearby, retold
from tawatur.store.sqlite import Store

pytestmark = pytest.mark.spark


def _read(store: Path, where: Path, engine: Engine | None = None) -> object:
    with Store(store) as opened:
        return read(opened, [str(where)], Options(), engine=engine)


def test_the_example_corpus_gives_the_same_export_as_the_local_engine(spark: Spark, work: Path, tmp_path: Path) -> None:
    with as_file(files("tawatur.resources").joinpath("examples")) as examples:
        local = _read(tmp_path / "local.sqlite", examples / "articles")
        assert _read(tmp_path / "spark.sqlite", examples / "articles", spark) == local
    assert exported(tmp_path / "local.sqlite", tmp_path / "one") == exported(tmp_path / "spark.sqlite", tmp_path / "two")


def test_three_hundred_invented_articles_give_the_same_tables_as_the_local_engine_and_it_can_go_on_from_them(
    spark: Spark, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # so that three hundred articles have phrases that stand in very many texts, and words that are not rare
    for name, value in {"FEW": 2, "MANY": 6, "CHAIN": 1}.items():
        monkeypatch.setattr(candidates, name, value)
    monkeypatch.setattr(retold, "RARE", 8)
    monkeypatch.setattr(nearby, "RARE", 16)
    monkeypatch.setattr(nearby, "MANY", 30)  # so that a part of the articles of near days says what is rare
    where = archive(tmp_path / "archive", 300)
    (where / "refused.txt").write_bytes(b"\n\n")
    local = _read(tmp_path / "local.sqlite", where)
    assert _read(tmp_path / "spark.sqlite", where, spark) == local
    assert rows(tmp_path / "spark.sqlite") == rows(tmp_path / "local.sqlite")
    assert spark.stages.marker("standing").rows > 10  # type: ignore[union-attr]
    assert max(row["one_of"] for row in spark.stages.rows("windows")) > 1
    assert spark.stages.marker("nearby").rows > 10  # type: ignore[union-attr]
    assert spark.stages.marker("found").rows < spark.stages.marker("annotated").rows == 300  # type: ignore[union-attr]
    archive(where, 310, 300)
    assert _read(tmp_path / "spark.sqlite", where) == _read(tmp_path / "local.sqlite", where)
    assert exported(tmp_path / "local.sqlite", tmp_path / "one") == exported(tmp_path / "spark.sqlite", tmp_path / "two")
