"""A time of day that jumps back and forth."""

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.watch.conftest import WORDS, Desk, Way

from tawatur.access.book import Book
from tawatur.store.sqlite import Store
from tawatur.watch.health import well
from tawatur.watch.rounds import Health

_YEAR = 365 * 24 * 3600.0


@dataclass
class Jumping:
    """A time of day that is another one at every look: years ahead, years back."""

    draw: random.Random = field(default_factory=lambda: random.Random(5))  # noqa: S311

    def __call__(self) -> float:
        return 1_600_000_000.0 + self.draw.uniform(-20 * _YEAR, 20 * _YEAR)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "in").mkdir()
    return Desk(folder=tmp_path / "in", store=tmp_path / "desk.sqlite")


def test_alerts_are_told_at_most_once_and_rounds_keep_their_pace_while_the_time_of_day_jumps(desk: Desk) -> None:
    out, jumping = Way(), Jumping()
    desk.write("first", WORDS["first"])
    for number in range(3):
        with Store(desk.store) as store:
            watch = desk.watch(store, out, every=60.0)
            watch._now = jumping
            watch.start()
            watch.round()
            if number == 0:
                desk.write("second", WORDS["second"])
            desk.time += 53.0
            watch.round()
            assert watch.health.rounds == 1  # the source is not asked before nine tenths of its time
            desk.time += 36.0
            watch.round()
            assert watch.health.rounds == 2
    assert out.got
    assert len({alert.id for alert in out.got}) == len(out.got)


@pytest.mark.parametrize("jump", [_YEAR, -_YEAR])
def test_a_watch_is_well_by_how_long_ago_its_round_was_whatever_the_time_of_day(jump: float) -> None:
    health = Health(started=1_600_000_000.0, beat=100.0, last_round=1_600_000_000.0 + jump)
    assert well(health, every=10.0, now=125.0)
    assert not well(health, every=10.0, now=135.0)


@pytest.fixture
def clock() -> list[float]:
    return [1_600_000_000.0]


@pytest.fixture
def book(tmp_path: Path, clock: list[float]) -> Book:
    return Book(tmp_path / "s.sqlite-access", lambda: clock[0])


def test_failed_attempts_under_a_clock_that_was_a_year_ahead_shut_nobody_out_for_a_year(book: Book, clock: list[float]) -> None:
    clock[0] += _YEAR
    for _ in range(30):
        book.fail("سامي", "10.0.0.1")
    assert book.shut("سامي", "10.0.0.1") > 0
    clock[0] -= _YEAR
    assert book.shut("سامي", "10.0.0.1") == 0


def test_failed_attempts_still_count_after_the_clock_was_set_back_by_a_minute(book: Book, clock: list[float]) -> None:
    for _ in range(5):
        book.fail("سامي", "10.0.0.1")
    clock[0] -= 60.0
    assert 0 < book.shut("سامي", "10.0.0.1") <= 900 + 61


def test_a_session_begun_under_a_clock_that_was_a_year_ahead_does_not_last_for_a_year(book: Book, clock: list[float]) -> None:
    token = book.add("نادية", "read")
    user = book.bearer(token or "")
    assert user
    clock[0] += _YEAR
    secret = book.begin(user)
    assert book.session(secret)
    clock[0] -= _YEAR
    assert book.session(secret) is None


def test_a_session_outlives_a_clock_that_is_set_back_by_a_minute(book: Book, clock: list[float]) -> None:
    user = book.bearer(book.add("نادية", "read") or "")
    assert user
    secret = book.begin(user)
    clock[0] -= 60.0
    assert book.session(secret)


def test_what_a_server_says_has_not_changed_is_not_asked_for_by_the_time_of_day(monkeypatch: pytest.MonkeyPatch) -> None:
    from email.message import Message

    from tawatur.ingest import web
    from tawatur.ingest.network import Answer
    from tawatur.ingest.options import Options
    from tawatur.ingest.pace import Pace

    asked: list[dict[str, str]] = []

    def answered(address: str, headers: dict[str, str], *_: Any) -> Answer:
        asked.append(headers)
        heads = Message()
        heads["ETag"] = '"one"'
        return Answer(304 if "If-None-Match" in headers else 200, heads, b"<rss/>")

    monkeypatch.setattr(web, "request", answered)
    visits: web.Visits = {}
    for _ in range(2):
        web.Web(Options(), visits, Pace(lambda _: None)).get("https://desk.example/feed.xml", named=True, again=True)
    assert [one.get("If-None-Match") for one in asked] == [None, '"one"']
    assert not any(name for one in asked for name in one if name in ("Date", "If-Unmodified-Since"))
