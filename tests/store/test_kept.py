from tests.postgresql import Stores

from tawatur.store.kept import Kept
from tawatur.store.sqlite import Store


def test_what_is_kept_is_made_once_for_each_state_of_the_store(stores: Stores) -> None:
    made: list[str | None] = []

    def make(store: Store) -> int:
        made.append(store.state("derived"))
        return len(made)

    kept = Kept(make)
    with Store(stores("s")) as store:
        store.remember("derived", "أول")
        assert [kept.of(store), kept.of(store)] == [1, 1]
        store.remember("derived", "ثان")
        assert kept.of(store) == 2
    assert made == ["أول", "ثان"]


def test_stores_do_not_share_what_is_kept(stores: Stores) -> None:
    kept = Kept(lambda store: str(store.path))
    with Store(stores("a")) as one, Store(stores("b")) as two:
        assert [kept.of(one), kept.of(two)] == [str(stores("a")), str(stores("b"))]
