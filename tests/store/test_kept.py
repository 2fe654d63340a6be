from pathlib import Path

from tawatur.store.kept import Kept
from tawatur.store.sqlite import Store


def test_what_is_kept_is_made_once_for_each_state_of_the_store(tmp_path: Path) -> None:
    made: list[str | None] = []

    def make(store: Store) -> int:
        made.append(store.state("derived"))
        return len(made)

    kept = Kept(make)
    with Store(tmp_path / "s.sqlite") as store:
        store.remember("derived", "أول")
        assert [kept.of(store), kept.of(store)] == [1, 1]
        store.remember("derived", "ثان")
        assert kept.of(store) == 2
    assert made == ["أول", "ثان"]


def test_stores_do_not_share_what_is_kept(tmp_path: Path) -> None:
    kept = Kept(lambda store: store.path.name)
    with Store(tmp_path / "a.sqlite") as one, Store(tmp_path / "b.sqlite") as two:
        assert [kept.of(one), kept.of(two)] == ["a.sqlite", "b.sqlite"]
