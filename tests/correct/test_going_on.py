"""Whatever is added, altered, judged, corrected, taken back and forgotten: going on from what was kept gives what making all anew gives."""

import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from bench.newsroom import Piece, newsroom
from tests.correct.conftest import Desk, made

from tawatur import correct
from tawatur.export import FILES, write
from tawatur.pipeline import derive
from tawatur.records.errors import UsageError
from tawatur.store import keeping, search_index, wires
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store

_PIECES = list(newsroom(36))
_START = datetime(2024, 5, 1, 12, tzinfo=UTC)
_STEPS = 7


class _History:
    """A desk that does one thing after another, drawn by a seed."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk = desk
        self.draw = random.Random(seed)  # noqa: S311
        self.pieces = list(_PIECES)
        self.now = _START

    def step(self, act: Callable[["_History"], None]) -> None:
        """Do one thing; what cannot be done just now is left."""
        self.now += timedelta(minutes=1)
        try:
            act(self)
        except (UsageError, IndexError, ValueError):
            return

    def document(self) -> str:
        """The id of an article."""
        return self.draw.choice([one.document for one in self.desk.found.settled()])

    def put(self, piece: Piece, more: str = "") -> None:
        """Write a piece as a file of its name."""
        title, body = piece.text.split(" في ")[0], piece.text.replace("\n", "\n\n")
        dated = f"نشر في: {piece.day}\n\n" if piece.key[-1] in "02468ace" else ""
        self.desk.put(f"{piece.key}_{piece.outlet}.txt", f"{title}\n\n{dated}{body}\n\n{more}\n")


def _add(history: _History) -> None:
    for _ in range(history.draw.choice([1, 3, 8])):
        history.put(history.pieces.pop())
    history.desk.read()


def _alter(history: _History) -> None:
    history.put(history.draw.choice(_PIECES[len(history.pieces) :]), "وقال مدير المرفأ سالم الدرعان إن العمل يطول حتى الربيع.")
    history.desk.read()


def _merge(history: _History) -> None:
    people = [one.name for one in history.desk.found.entities() if one.type == "person"]
    correct.merge(history.desk.store, history.draw.sample(people, 2), who="نادية", when=history.now)


def _rename(history: _History) -> None:
    name = history.draw.choice([one.name for one in history.desk.found.entities()])
    correct.rename(history.desk.store, name, f"{name} القناوي", who="نادية", when=history.now)


def _join(history: _History) -> None:
    one, other = history.draw.sample([story.id for story in history.desk.found.stories()], 2)
    correct.join(history.desk.store, one, other, who="نادية", when=history.now)


def _part(history: _History) -> None:
    story = history.draw.choice([one for one in history.desk.found.stories() if len(one.documents) > 1])
    correct.part(history.desk.store, story.id, [history.draw.choice(story.documents)], who="نادية", when=history.now)


def _date(history: _History) -> None:
    day = history.draw.choice(["2021-03-01", "2021-03-02", None])
    correct.date(history.desk.store, history.document(), day, who="سعاد", when=history.now)


def _origin(history: _History) -> None:
    correct.origin(history.desk.store, history.document(), history.draw.choice(["reuters", None]), who="سعاد", when=history.now)


def _speaker(history: _History) -> None:
    quotes = [quote.id for one in history.desk.found.settled() for quote in one.quotes]
    people = [one.id for one in history.desk.found.entities() if one.type == "person"]
    who = history.draw.choice([*people, None])
    correct.speaker(history.desk.store, history.draw.choice(quotes), who, who="سعاد", when=history.now)


def _undo(history: _History) -> None:
    told = history.draw.choice([one.judgement.id for one in correct.history(history.desk.found) if not one.judgement.undone])
    correct.undo(history.desk.store, told, who="سعاد", when=history.now)


def _forget(history: _History) -> None:
    correct.forget(history.desk.store, history.document(), who="سعاد", when=history.now)


_ACTS = (_add, _add, _alter, _merge, _rename, _join, _part, _date, _origin, _speaker, _undo, _forget)


def _files(store: Store, out: Path) -> dict[str, bytes]:
    write(StoreLibrary(store), out)
    return {name: (out / f"{name}.jsonl").read_bytes() for name in FILES}


def _units(store: Store) -> set[tuple[str, str, bytes]]:
    rows = store.query("SELECT u.kind, u.id, b.digest FROM search_units u JOIN search_bodies b ON b.n = u.n")
    return {(kind, identity, bytes(digest)) for kind, identity, digest in rows}


@pytest.mark.parametrize("seed", range(6))
def test_going_on_from_what_was_kept_gives_what_making_all_anew_gives(tmp_path: Path, seed: int) -> None:
    history = _History(made(tmp_path / "in", tmp_path / "s.sqlite"), seed)
    history.step(_add)
    for number in range(_STEPS):
        history.step(history.draw.choice(_ACTS))
        correct.apply(history.desk.store)
        copy = tmp_path / f"{number}.sqlite"
        history.desk.store.query("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(tmp_path / "s.sqlite", copy)
        with Store(copy) as anew:
            keeping.forget(anew)
            search_index.forget(anew)
            anew.remember("derived", "")
            assert derive(anew, renew=True)
            assert _files(anew, tmp_path / "a") == _files(history.desk.store, tmp_path / "b")
            assert _units(anew) == _units(history.desk.store)
            assert wires.printings(anew) == wires.printings(history.desk.store)
    history.desk.store.close()


@pytest.fixture
def touched(monkeypatch: pytest.MonkeyPatch) -> list[frozenset[str]]:
    """The articles that are settled anew, run by run."""
    from tawatur.pipeline import settling

    found: list[frozenset[str]] = []
    settle = settling.settle

    def watched(*given: object) -> object:
        settled = settle(*given)  # type: ignore[arg-type]
        found.append(settled.touched)
        return settled

    monkeypatch.setattr("tawatur.pipeline.together.settle", watched)
    return found


def test_what_is_as_it_was_is_not_settled_again(file_desk: Desk, touched: list[frozenset[str]]) -> None:
    file_desk.put("other.txt", "معرض الزوارق في برهون\n\nنشر في: 2 حزيران 2023\n\nافتتح معرض الزوارق الخشبية في ميناء برهون.\n")
    file_desk.read()
    assert touched == [{file_desk.view("other.txt").document.id}]


def test_a_country_that_is_named_for_the_first_time_touches_only_articles_in_whose_events_it_acts(
    file_desk: Desk, touched: list[frozenset[str]]
) -> None:
    day = "نشر في: 2 حزيران 2023\n\n"
    file_desk.put("raid.txt", f"قصف مواقع قرب المرجانة\n\n{day}قصفت طائرات تركية مواقع قرب بلدة المرجانة فجر الخميس.\n")
    file_desk.read()
    raid = file_desk.view("raid.txt").document.id
    assert _turkish(file_desk) == [None]
    touched.clear()
    file_desk.put("fair.txt", f"معرض الخزف\n\n{day}افتتح في تركيا معرض الخزف القديم بمشاركة عشرين حرفيا.\n")
    file_desk.read()
    assert touched == [{raid, file_desk.view("fair.txt").document.id}]
    assert _turkish(file_desk) == [one.id for one in file_desk.found.entities() if one.type == "country"]


def _turkish(desk: Desk) -> list[str | None]:
    """The entities of Turkish forces that act in an article."""
    return [one.actor for one in desk.view("raid.txt").settled.events if one.actor_code == "TURMIL"]
