"""A newer version of the program over a store of an older one: what a reading leaves, and what a refreshing brings up."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from tests.correct.conftest import CUP, FOURTEEN, NINE, Desk, made
from tests.postgresql import Stores

from tawatur import correct
from tawatur.annotate import dates
from tawatur.annotate import names as annotators
from tawatur.pipeline import annotate, derive, refresh
from tawatur.pipeline.refreshing import Options, rehearsal
from tawatur.records.change import Change
from tawatur.records.name import Name
from tawatur.records.time import TimeExpression
from tawatur.records.told import Told

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
Become = Callable[[str], None]


@pytest.fixture
def desk(tmp_path: Path, stores: Stores) -> Iterator[Desk]:
    place = made(tmp_path / "in", stores("s"))
    with place.store:
        for name, text in (("nine.txt", NINE), ("fourteen.txt", FOURTEEN), ("cup.txt", CUP)):
            place.put(name, text)
        place.read()
        yield place


@pytest.fixture
def learns(monkeypatch: pytest.MonkeyPatch, become: Become) -> Callable[[], None]:
    """Makes of this program a newer one, that finds no expressions of time and takes every name for a place."""

    def newer() -> None:
        become("9.9")
        find = annotators.annotate

        def places(*given: object) -> list[Name]:
            return [msgspec.structs.replace(one, type="place") for one in find(*given)]  # type: ignore[arg-type]

        def none(text: str, document: str = "") -> list[TimeExpression]:
            return []

        monkeypatch.setattr(annotators, "annotate", places)
        monkeypatch.setattr(dates, "find", none)

    return newer


def test_nothing_is_to_do_where_this_version_made_all(desk: Desk) -> None:
    done = refresh(desk.store)
    assert (done.articles, done.older, done.derived, done.kinds) == (0, 0, False, {})


def test_a_reading_leaves_what_an_older_version_made_and_makes_what_is_new_by_this_one(desk: Desk, become: Become) -> None:
    before = desk.exported()
    become("9.9")
    desk.read()
    assert desk.exported() == before
    desk.put("more.txt", CUP.replace("الجزر", "الموانئ"))
    desk.read()
    assert sorted(by.split("+")[0] for by in desk.store.made_by().values()) == ["0.1.0", "0.1.0", "0.1.0", "9.9"]
    assert (desk.store.state("derived by") or "").startswith("9.9+")


def test_a_refreshing_makes_all_as_a_new_store_would_be_and_says_what_has_changed(
    desk: Desk, learns: Callable[[], None], tmp_path: Path
) -> None:
    learns()
    told: list[Change] = []
    done = refresh(desk.store, tell=told.append)
    assert (done.articles, done.older, done.derived) == (3, 0, True)
    assert [by.split("+")[0] for by in done.before] == ["0.1.0"]
    assert (done.kinds["date"].same, done.kinds["date"].gone > 0) == (0, True)
    assert done.kinds["name"].changed > 0
    assert {value for one in done.examples["name"] for value in [(one.after or {})["type"]]} == {"place"}
    assert len(told) == sum(tally.new + tally.gone + tally.changed for tally in done.kinds.values())
    fresh = made(desk.folder, tmp_path / "fresh.sqlite")
    with fresh.store:
        fresh.read()
        assert fresh.exported("stories") == desk.exported("stories")
    assert refresh(desk.store).derived is False


def test_so_many_articles_are_made_anew_and_the_next_refreshing_makes_the_others(desk: Desk, become: Become) -> None:
    become("9.9")
    assert [(one.articles, one.older) for one in (refresh(desk.store, Options(limit=2)) for _ in range(3))] == [
        (2, 1),
        (1, 0),
        (0, 0),
    ]


def test_a_part_alone_leaves_the_other_for_later(desk: Desk, learns: Callable[[], None]) -> None:
    before = desk.exported("sentences")
    learns()
    mark = desk.found.state()
    done = refresh(desk.store, Options(only="annotate"))
    assert desk.found.state() != mark  # the page and the API do not take a kept answer for a new one
    assert (done.articles, done.derived, done.kinds["date"].gone > 0) == (3, False, True)
    assert desk.exported("sentences") == before  # what is settled is as it was
    done = refresh(desk.store, Options(only="derive"))
    assert (done.articles, done.derived, done.kinds["date"].gone > 0) == (0, True, True)
    assert desk.exported("sentences") != before


def test_deriving_alone_leaves_the_articles(desk: Desk, become: Become) -> None:
    become("9.9")
    done = refresh(desk.store, Options(only="derive"))
    assert (done.articles, done.older, done.derived) == (0, 3, True)
    assert {tally.new + tally.gone + tally.changed for tally in done.kinds.values()} == {0}


def test_a_rehearsal_says_the_same_and_changes_nothing(desk: Desk, learns: Callable[[], None]) -> None:
    before = desk.exported()
    learns()
    with rehearsal(desk.store) as copy:
        tried = refresh(copy)
    assert (desk.exported(), desk.store.states() != {}) == (before, True)
    assert isinstance(copy.path, Path)
    assert not copy.path.exists()
    assert refresh(desk.store) == tried


def test_what_people_judged_is_applied_again(desk: Desk, learns: Callable[[], None], tmp_path: Path) -> None:
    correct.speaker(desk.store, "إصلاحه يطول", "فهد المرجان", who="نادية", when=NOON)
    correct.date(desk.store, "cup.txt", "2023-05-18", who="نادية", when=NOON)
    correct.origin(desk.store, "cup.txt", "reuters", who="نادية", when=NOON)
    correct.line(desk.store, "nine.txt", "الجسر قديم", "furniture", who="نادية", when=NOON)
    assert correct.apply(desk.store)
    learns()
    refresh(desk.store)
    became = {one.judgement.kind: one.became for one in correct.history(desk.found)}
    assert became["date"] == became["origin"] == became["line"] == "applied"
    assert became["speaker"] == "lost"  # the newer program knows no person, and the statement is furniture by now
    view = desk.view("cup.txt")
    assert (view.settled.publication.published, view.settled.origin) == ("2023-05-18", "reuters")
    correct.export(desk.store, tmp_path / "judged.jsonl")
    fresh = made(desk.folder, tmp_path / "fresh.sqlite")
    with fresh.store:
        fresh.read()
        correct.take(fresh.store, tmp_path / "judged.jsonl")
        correct.apply(fresh.store)
        assert fresh.exported("stories") == desk.exported("stories")


def test_a_correction_of_a_line_makes_an_older_article_anew_and_no_other(desk: Desk, become: Become) -> None:
    become("9.9")
    correct.line(desk.store, "nine.txt", "الجسر قديم", "furniture", who="نادية", when=NOON)
    assert correct.apply(desk.store)
    assert sorted(by.split("+")[0] for by in desk.store.made_by().values()) == ["0.1.0", "0.1.0", "9.9"]


def test_an_article_that_fails_in_the_newer_version_stays_and_is_named(
    desk: Desk, become: Become, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.exported("dropped")
    become("9.9")
    find = dates.find

    def failing(text: str, document: str = "") -> list[TimeExpression]:
        if "النوارس" in text:
            raise ValueError("a fault")
        return find(text, document)

    monkeypatch.setattr(dates, "find", failing)
    done = refresh(desk.store)
    assert [(one.source, one.reason) for one in done.dropped] == [("cup.txt", "program_fault")]
    assert (done.articles, done.older) == (2, 1)
    assert desk.exported("dropped") == before


def test_a_judgement_made_over_an_older_store_is_applied_by_the_newer_program(desk: Desk, become: Become) -> None:
    become("9.9")
    told = correct.date(desk.store, "cup.txt", "2023-05-18", who="نادية", when=NOON)
    assert correct.apply(desk.store)
    assert correct.entry(desk.found, told).became == "applied"


def test_what_headlines_tell_is_read_anew_by_another_reader_of_them(desk: Desk, become: Become) -> None:
    desk.store.write(
        "UPDATE told SET body = ?", [(msgspec.msgpack.encode(Told()),)]
    )  # as if an older reader had found nothing in them
    become("9.9")
    refresh(desk.store)
    assert all(one.title or one.lead for one in desk.store.told(desk.store.states()).values())


_OLDER = "UPDATE articles SET made_by = '0.0.9+aaaaaaaaaaaa'"
_REFRESHING = """
import sys
from pathlib import Path
from tawatur.pipeline import progress, refresh
from tawatur.store.sqlite import Store
progress.BATCH = 1
with Store(Path(sys.argv[1])) as store:
    refresh(store)
"""


def test_a_refreshing_that_is_killed_keeps_whole_batches_and_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    place = made(tmp_path / "in", tmp_path / "s.sqlite")
    for number in range(12):
        place.put(f"{number}.txt", CUP.replace("الثلاثة", str(number)).replace("النوارس", f"النوارس {number}"))
    place.read()
    after = place.exported()
    cut = []
    for done_before in (1, 4, 8, 11):
        place.store.write(_OLDER, [()])
        place.store.write("DELETE FROM state WHERE name IN ('derived', 'derived from')", [()])
        process = subprocess.Popen([sys.executable, "-c", _REFRESHING, str(place.store.path)])
        while process.poll() is None and _behind(place) > 12 - done_before:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = _behind(place)
        cut.append(left)
        assert len(place.store.made_by()) == 12
        done = refresh(place.store)
        assert (done.articles, done.older) == (left, 0)
        assert place.exported() == after
    assert any(0 < left < 12 for left in cut), cut
    place.store.close()


def _behind(place: Desk) -> int:
    return sum(count for by, count in place.store.versions().items() if by.startswith("0.0.9"))


def test_annotate_and_derive_by_themselves_follow_the_same_rule(desk: Desk, become: Become) -> None:
    become("9.9")
    assert annotate(desk.store) == []
    assert derive(desk.store) is False
    assert set(desk.store.versions()) == {next(iter(desk.store.made_by().values()))}
    assert derive(desk.store, renew=True) is True
