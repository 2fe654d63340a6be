import shutil
from itertools import islice
from pathlib import Path

import pytest
from bench.newsroom import newsroom

from bench import growing
from tawatur.ingest import Options
from tawatur.pipeline import read
from tawatur.store.sqlite import Store


def test_what_is_measured_is_the_adding_and_the_store_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for at, piece in enumerate(islice(newsroom(4), 4)):
        folder = tmp_path / ("more" if at == 3 else "first")
        folder.mkdir(exist_ok=True)
        (folder / f"{at}.txt").write_text(piece.text, encoding="utf-8")
    store = tmp_path / "many.sqlite"
    with Store(store) as opened:
        read(opened, [str(tmp_path / "first")], Options())
    kept = shutil.copy(store, tmp_path / "kept.sqlite")
    monkeypatch.setattr("sys.argv", ["growing", str(store), str(tmp_path / "more")])
    assert growing.main() == 0
    first, again = capsys.readouterr().out.splitlines()
    assert first.startswith("first: 1 articles added to 3: ")
    assert again.startswith("again: 0 articles added to 4: ")
    assert store.read_bytes() == Path(kept).read_bytes()
