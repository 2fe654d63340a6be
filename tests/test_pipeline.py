import random
from collections.abc import Sequence
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
from tests.postgresql import Stores

from tawatur import reuse
from tawatur.export import FILES, write
from tawatur.ingest import Options
from tawatur.pipeline import ReadReport, read
from tawatur.store.address import Place
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store

_WIRE = (
    "قالت وزيرة الري نجوى الصيرمي إن منسوب بحيرة الدرعان ارتفع أربعين سنتيمترا منذ مطلع الأسبوع، "
    "وإن فرق الطوارئ أخلت سبع قرى على الضفة الشرقية قبل وصول المياه إليها بساعات.\n\n"
    "وتقع البحيرة على مسافة ثلاثين كيلومترا من العاصمة، وتروي أكثر من نصف الأراضي الزراعية في السهل الشمالي من البلاد."
)
_ARTICLES = {
    "001_a.txt": f"ارتفاع منسوب بحيرة الدرعان\n\nنشر في: 12 أيار 2023\n\n{_WIRE}\n\nوأضافت الوزيرة أن السد آمن.\n",
    "002_b.txt": f"إخلاء سبع قرى على ضفاف الدرعان\n\n{_WIRE}\n\nولم ترد أنباء عن إصابات حتى مساء الجمعة.\n",
    "003_c.txt": "افتتاح معرض الكتاب في مدينة صفوان الجديدة\n\nافتتح رئيس البلدية حمدي الزرعوني معرض الكتاب الثامن يوم الأحد 14 أيار 2023.\n",
}


def _folder(path: Path, names: Sequence[str]) -> Path:
    path.mkdir()
    for name in names:
        (path / name).write_text(_ARTICLES[name], encoding="utf-8")
    return path


def _read(store: Place, folder: Path, workers: int = 1) -> ReadReport:
    with Store(store) as opened:
        return read(opened, [str(folder)], Options(), workers=workers)


def _exported(store: Place, out: Path) -> dict[str, bytes]:
    with Store(store) as opened:
        write(StoreLibrary(opened), out)
    return {name: (out / f"{name}.jsonl").read_bytes() for name in FILES}


def test_reading_again_changes_nothing(tmp_path: Path, stores: Stores) -> None:
    folder = _folder(tmp_path / "in", sorted(_ARTICLES))
    first = _read(stores("s"), folder)
    before = _exported(stores("s"), tmp_path / "one")
    again = _read(stores("s"), folder)
    assert (first.new, first.known, first.changed) == (3, 0, True)
    assert (again.new, again.known, again.changed) == (0, 3, False)
    assert _exported(stores("s"), tmp_path / "two") == before


def test_the_order_of_reading_does_not_matter(tmp_path: Path, stores: Stores) -> None:
    names = sorted(_ARTICLES)
    folder = _folder(tmp_path / "in", names)
    _read(stores("all"), folder)
    random.Random(3).shuffle(names)  # noqa: S311
    for name in names:
        single = [str(folder / name)]
        with Store(stores("single")) as store:
            read(store, single, Options())
    one, other = _exported(stores("all"), tmp_path / "one"), _exported(stores("single"), tmp_path / "two")
    del one["stories"], other["stories"]  # a story that took in a second article has an alias then
    assert one == other


def test_worker_processes_give_what_one_process_gives(tmp_path: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    _start_workers_early(monkeypatch)
    folder = _folder(tmp_path / "in", sorted(_ARTICLES))
    _read(stores("one"), folder)
    _read(stores("two"), folder, workers=2)
    assert _exported(stores("one"), tmp_path / "one") == _exported(stores("two"), tmp_path / "two")
    assert active_children() == []


def _start_workers_early(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("progress.BATCH", "engine._NEW", "engine._WANTED", "engine._PIECE"):
        monkeypatch.setattr(f"tawatur.pipeline.{name}", 1)


def test_workers_that_annotated_are_there_while_shared_passages_are_looked_for_and_gone_after_it(
    tmp_path: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    _start_workers_early(monkeypatch)
    workers: list[int] = []
    renew = reuse.renew

    def renewed(*given: Any) -> reuse.Renewed:
        workers.append(len(active_children()))
        return renew(*given)

    monkeypatch.setattr(reuse, "renew", renewed)

    def derived(step: str, done: int, total: int | None) -> None:
        if step == "derive":
            workers.append(len(active_children()))

    with Store(stores("s")) as store:
        read(store, [str(_folder(tmp_path / "in", sorted(_ARTICLES)))], Options(), workers=2, progress=derived)
    assert workers[0] >= 1
    assert set(workers[1:]) == {0}


def test_a_run_that_is_ended_while_it_reads_leaves_no_worker(
    tmp_path: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    _start_workers_early(monkeypatch)
    workers: list[int] = []

    def stop(step: str, done: int, total: int | None) -> None:
        workers.append(len(active_children()))
        raise KeyboardInterrupt

    with Store(stores("s")) as store, pytest.raises(KeyboardInterrupt):
        read(store, [str(_folder(tmp_path / "in", sorted(_ARTICLES)))], Options(), workers=2, progress=stop)
    assert workers == [1]
    assert active_children() == []


def test_a_run_that_was_ended_goes_on_where_it_was(tmp_path: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.pipeline.progress.BATCH", 1)
    folder = _folder(tmp_path / "in", sorted(_ARTICLES))

    def stop(step: str, done: int, total: int | None) -> None:
        if step == "read":
            raise KeyboardInterrupt

    with Store(stores("s")) as store, pytest.raises(KeyboardInterrupt):
        read(store, [str(folder)], Options(), progress=stop)
    report = _read(stores("s"), folder)
    assert report.known >= 1
    assert report.new + report.known == 3
    _read(stores("fresh"), folder)
    assert _exported(stores("s"), tmp_path / "one") == _exported(stores("fresh"), tmp_path / "two")


def test_an_undated_article_is_dated_by_the_dated_one_that_it_shares_its_text_with(tmp_path: Path, stores: Stores) -> None:
    _read(stores("s"), _folder(tmp_path / "in", sorted(_ARTICLES)))
    with Store(stores("s")) as store:
        views = {view.document.source: view.settled for view in StoreLibrary(store).documents()}
    undated = views["002_b.txt"]
    assert (undated.publication.published, undated.publication.basis) == ("2023-05-12", "linked")
    assert undated.publication.evidence is not None
    assert [date.value for date in undated.dates if "الجمعة" in date.text] == ["2023-05-12TEV"]


def test_a_page_whose_text_changed_is_a_version_of_the_one_before(tmp_path: Path, stores: Stores) -> None:
    folder = _folder(tmp_path / "in", ["003_c.txt"])
    _read(stores("s"), folder)
    (folder / "003_c.txt").write_text(_ARTICLES["003_c.txt"].replace("الثامن", "التاسع"), encoding="utf-8")
    _read(stores("s"), folder)
    with Store(stores("s")) as store:
        versions = {view.document.id: view.document.version_of for view in StoreLibrary(store).documents()}
    assert len(versions) == 2
    [(newer, older)] = [(identity, before) for identity, before in versions.items() if before]
    assert older != newer
    assert versions[older] is None


def test_an_article_in_another_language_is_kept_marked_and_not_annotated(tmp_path: Path, stores: Stores) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    english = "The minister said on Friday that the level of the lake had risen by forty centimetres since Monday. " * 3
    (folder / "english.txt").write_text(english, encoding="utf-8")
    report = _read(stores("s"), folder)
    with Store(stores("s")) as store:
        view = next(iter(StoreLibrary(store).documents()))
    assert (report.new, report.dropped) == (1, ())
    assert view.document.text == english
    assert view.article.language == "en"
    assert (view.sentences, view.settled.dates, view.settled.quotes, view.settled.names) == ((), (), (), ())


def test_a_fault_in_one_article_is_recorded_and_stops_no_other(
    tmp_path: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tawatur.annotate import dates

    find = dates.find

    def failing(text: str, document: str = "") -> object:
        if "معرض" in text:
            raise ValueError("a fault")
        return find(text, document)

    monkeypatch.setattr(dates, "find", failing)
    report = _read(stores("s"), _folder(tmp_path / "in", sorted(_ARTICLES)))
    assert [(dropped.stage, dropped.source, dropped.reason) for dropped in report.dropped] == [
        ("annotate", "003_c.txt", "program_fault")
    ]
    with Store(stores("s")) as store:
        assert len(list(StoreLibrary(store).documents())) == 2


def test_a_full_disk_ends_the_run_and_keeps_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tawatur.records.errors import StoreError

    monkeypatch.setattr("tawatur.pipeline.progress.BATCH", 1)
    folder = _folder(tmp_path / "in", sorted(_ARTICLES))

    def fill(step: str, done: int, total: int | None) -> None:
        pages = store.query("PRAGMA page_count")[0][0]
        store.query(f"PRAGMA max_page_count = {pages}")

    with Store(tmp_path / "s.sqlite") as store, pytest.raises(StoreError) as error:
        read(store, [str(folder)], Options(), progress=fill)
    assert error.value.code == "store_full"
    report = _read(tmp_path / "s.sqlite", folder)
    assert report.new + report.known == 3
    assert report.known >= 1


def test_an_entry_of_a_feed_is_not_read_again_where_others_stand_before_it(tmp_path: Path) -> None:
    def feed(*numbers: int) -> Path:
        words = "كلمة " * 70
        items = (f"<item><title>{n}</title><guid>{n}</guid><encoded>{words}{n}</encoded></item>" for n in numbers)
        path = tmp_path / "feed.xml"
        path.write_text(f"<rss><channel>{''.join(items)}</channel></rss>", encoding="utf-8")
        return path

    _read(tmp_path / "s.sqlite", feed(1))
    report = _read(tmp_path / "s.sqlite", feed(2, 1))
    assert (report.new, report.known) == (1, 1)
    with Store(tmp_path / "s.sqlite") as store:
        assert store.query("SELECT count(*) FROM inputs") == [(2,)]
