"""A disk without room: said clearly, nothing lost, and the same command goes on when there is room."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bench.faults import corpus
from tests.faults.helpers import Newsroom, exported, tawatur
from tests.watch.conftest import WORDS, Desk, Way

from tawatur.records.alert import Alert
from tawatur.store.alerts import Told
from tawatur.store.sqlite import Store
from tawatur.watch.deliver.feed import FeedWay

SmallDisk = Callable[[str], tuple[Path, Callable[[], None]]]


def _fill(folder: Path) -> Path:
    """Take all the room that is left."""
    path = folder / "filler"
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)) == 4096:
            pass
    return path


def test_a_reading_without_room_says_so_and_goes_on_when_there_is_room(
    newsroom: Newsroom, small_disk: SmallDisk, tmp_path: Path
) -> None:
    disk, enlarge = small_disk("900k")
    store = disk / "s.sqlite"
    command = ["read", str(newsroom.articles), "--workers", "1", "--store"]
    done = tawatur(*command, str(store))
    assert done.returncode == 1
    assert f"The disk is full: the store {store}" in done.stderr
    assert "Free some space and run the same command again" in done.stderr
    with Store(store) as found:
        kept = found.states()
    enlarge()
    assert tawatur(*command, str(store)).returncode == 0
    with Store(store) as found:
        assert kept.keys() <= found.states().keys()
    assert exported(store, tmp_path / "one") == exported(newsroom.store, tmp_path / "two")


def test_an_export_without_room_leaves_the_files_that_were_there_and_nothing_else(
    newsroom: Newsroom, small_disk: SmallDisk, tmp_path: Path
) -> None:
    disk, enlarge = small_disk("20m")
    before = exported(newsroom.store, disk / "out")
    corpus.write(tmp_path / "more", 20, seed=5)
    assert tawatur("read", str(tmp_path / "more"), "--store", str(newsroom.store), "--workers", "1").returncode == 0
    _fill(disk)
    done = tawatur("export", str(disk / "out"), "--store", str(newsroom.store))
    assert done.returncode == 1
    assert f"could not be written to {disk / 'out'} (No space left on device)" in done.stderr
    assert "room on the disk" in done.stderr
    assert {path.name: path.read_bytes() for path in (disk / "out").iterdir()} == before
    enlarge()
    assert exported(newsroom.store, disk / "out") == exported(newsroom.store, tmp_path / "out")


def test_a_backup_without_room_leaves_the_one_that_was_there(newsroom: Newsroom, small_disk: SmallDisk) -> None:
    disk, enlarge = small_disk("1m")
    copy = disk / "copy.sqlite"
    copy.write_bytes(b"an earlier one")
    _fill(disk)
    command = ["backup", str(copy), "--replace", "--store", str(newsroom.store)]
    done = tawatur(*command)
    assert done.returncode == 1
    assert f"The backup could not be written to {copy}" in done.stderr
    assert "the room on the disk" in done.stderr
    assert copy.read_bytes() == b"an earlier one"
    assert {path.name for path in disk.iterdir()} == {"copy.sqlite", "filler"}
    enlarge()
    assert tawatur(*command).returncode == 0


def test_an_alert_for_which_the_feed_had_no_room_is_in_it_when_there_is_room(small_disk: SmallDisk, tmp_path: Path) -> None:
    disk, enlarge = small_disk("64k")
    (tmp_path / "in").mkdir()
    desk = Desk(folder=tmp_path / "in", store=tmp_path / "desk.sqlite")
    feed = disk / "alerts.xml"
    with Store(desk.store) as store:
        watch = desk.watch(store, FeedWay(feed, "ar", "http://localhost/", Told(store).newest))
        desk.write("first", WORDS["first"])
        watch.start()
        watch.round()
        desk.write("second", WORDS["second"])
        _fill(disk)
        for _ in range(7):  # more often than other ways are tried
            desk.time += 1000.0
            watch.round()
        assert not feed.exists()
        waiting: list[Alert] = Told(store).waiting(f"feed:{feed}")
        assert waiting
        enlarge()
        desk.time += 1000.0
        watch.round()
        assert all(f"urn:tawatur:{one.id}" in feed.read_text(encoding="utf-8") for one in waiting)
        assert Told(store).waiting(f"feed:{feed}") == []


def test_a_watch_whose_store_has_no_room_keeps_its_pace_is_not_well_and_goes_on_when_there_is_room(
    small_disk: SmallDisk, tmp_path: Path
) -> None:
    disk, enlarge = small_disk("700k")
    (tmp_path / "in").mkdir()
    desk = Desk(folder=tmp_path / "in", store=disk / "desk.sqlite")
    with Store(desk.store) as store:
        watch = desk.watch(store, Way(), every=10.0)
        watch.start()
        desk.write("first", WORDS["first"])
        _fill(disk)
        beat = watch.health.beat
        for number in range(4):
            errors = watch.health.store_errors
            watch.round()
            assert watch.health.rounds == number + 1
            assert watch.health.store_errors > errors
            desk.time += 11.0
        assert (watch.health.failing, watch.health.beat) == ({}, beat)
        enlarge()
        watch.round()
        assert (watch.health.articles, watch.health.beat) == (1, desk.time)


def test_a_judgement_for_which_there_is_no_room_is_refused_with_the_remedy(newsroom: Newsroom, small_disk: SmallDisk) -> None:
    disk, enlarge = small_disk("1m")
    store = disk / "s.sqlite"
    enlarge()
    store.write_bytes(newsroom.store.read_bytes())
    with Store(store) as found:
        document = next(iter(found.states()))
    filler = _fill(disk)
    command = ["correct", "date", document, "2021-04-01", "--store", str(store)]
    done = tawatur(*command)
    assert done.returncode == 1
    assert "The disk is full" in done.stderr
    filler.unlink()
    assert tawatur(*command).returncode == 0
    with Store(store) as found:
        assert [told.document for told in found.corrections()] == [document]
