from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tawatur.store.alerts import Told
from tawatur.store.sqlite import Store


def test_what_the_store_held_before_is_not_told(desk: Any, way: Callable[..., Any], texts: Any) -> None:
    desk.write("first", texts["first"])
    desk.write("second", texts["second"])
    with Store(desk.store) as store:
        from tawatur.ingest import Options
        from tawatur.pipeline import read

        read(store, [str(desk.folder)], Options())
        out = way()
        watch = desk.watch(store, out)
        watch.start()
        watch.round()
    assert out.got == []
    assert watch.health.rounds == 1


def test_a_new_origin_and_a_new_conflict_are_told_with_their_words(desk: Any, way: Callable[..., Any], texts: Any) -> None:
    desk.write("first", texts["first"])
    with Store(desk.store) as store:
        out = way()
        watch = desk.watch(store, out)
        watch.start()
        watch.round()
        assert out.got == []
        desk.write("second", texts["second"])
        desk.time += 1000.0
        watch.round()
        kinds = {alert.kind for alert in out.got}
        assert "origin" in kinds
        assert kinds & {"conflict", "update"}
        told = next(alert for alert in out.got if alert.kind in ("conflict", "update"))
        assert len({span.document for span in told.evidence}) == 2
        assert told.story
        assert watch.health.sent == len(out.got)


def test_nothing_is_told_twice_also_after_a_restart(desk: Any, way: Callable[..., Any], texts: Any) -> None:
    desk.write("first", texts["first"])
    with Store(desk.store) as store:
        watch = desk.watch(store, way())
        watch.start()
        watch.round()
    desk.write("second", texts["second"])
    out = way()
    for _ in range(3):
        with Store(desk.store) as store:
            watch = desk.watch(store, out)
            watch.start()
            watch.round()
            desk.time += 1000.0
            watch.round()
    assert out.got
    assert len({alert.id for alert in out.got}) == len(out.got)


def test_more_articles_that_carry_a_conflict_do_not_tell_it_again(desk: Any, way: Callable[..., Any], texts: Any) -> None:
    desk.write("first", texts["first"])
    with Store(desk.store) as store:
        out = way()
        watch = desk.watch(store, out, kinds=("conflict", "update"))
        watch.start()
        watch.round()
        desk.write("second", texts["second"])
        desk.time += 1000.0
        watch.round()
        before = len(out.got)
        assert before
        title, words = texts["second"]
        desk.write("third", (f"{title} اليوم", words + " وأغلقت الشرطة الطريق."))
        desk.time += 1000.0
        watch.round()
        assert len(out.got) == before


def test_a_name_that_is_waited_for_is_told_once_a_story(desk: Any, way: Callable[..., Any], texts: Any) -> None:
    with Store(desk.store) as store:
        out = way()
        watch = desk.watch(store, out, kinds=("name",), names=("سامر الهادى",))
        watch.start()
        desk.write("first", texts["first"])
        watch.round()
        assert [alert.kind for alert in out.got] == ["name"]
        assert "سامر الهادي" in out.got[0].says.ar
        title, words = texts["first"]
        desk.write("again", (title, words + " وكرر سامر الهادي النداء."))
        desk.time += 1000.0
        watch.round()
        assert len(out.got) == 1


def test_a_correction_is_told(desk: Any, way: Callable[..., Any]) -> None:
    with Store(desk.store) as store:
        out = way()
        watch = desk.watch(store, out, kinds=("correction",))
        watch.start()
        desk.write(
            "c", ("تصحيح: لم يسقط قتلى في انهيار الجسر", "تعتذر الصحيفة عن خبر سابق جاء فيه أن قتلى سقطوا في انهيار الجسر.")
        )
        watch.round()
        assert [alert.kind for alert in out.got] == ["correction"]


def test_only_the_kinds_that_are_asked_for_are_told_and_the_others_not_later(
    desk: Any, way: Callable[..., Any], texts: Any
) -> None:
    desk.write("first", texts["first"])
    with Store(desk.store) as store:
        out = way()
        watch = desk.watch(store, out, kinds=("breach",))
        watch.start()
        watch.round()
        desk.write("second", texts["second"])
        desk.time += 1000.0
        watch.round()
        later = desk.watch(store, out)
        later.start()
        later.round()
    assert out.got == []


def test_a_way_that_refuses_for_certain_is_tried_again_and_others_are_not_held_up(
    desk: Any, way: Callable[..., Any], not_sent: type[Exception], texts: Any
) -> None:
    desk.write("first", texts["first"])
    with Store(desk.store) as store:
        out = way(fails=[not_sent("no server")])
        watch = desk.watch(store, out)
        watch.start()
        watch.round()
        desk.write("second", texts["second"])
        desk.time += 1000.0
        watch.round()
        assert out.got == []
        desk.time += 1000.0
        watch.round()
        assert out.got


def test_a_way_that_breaks_off_is_not_tried_again_since_the_alert_may_have_arrived(
    desk: Any, way: Callable[..., Any], texts: Any, caplog: pytest.LogCaptureFixture
) -> None:
    desk.write("first", texts["first"])
    with Store(desk.store) as store:
        out = way(fails=[TimeoutError("cut off")])
        watch = desk.watch(store, out)
        watch.start()
        watch.round()
        desk.write("second", texts["second"])
        desk.time += 1000.0
        watch.round()
        desk.time += 1000.0
        watch.round()
        assert out.got == []
        assert Told(store).unsure(out.name) > 0


def test_a_source_that_is_gone_ends_nothing_and_is_asked_more_rarely(desk: Any, way: Callable[..., Any], texts: Any) -> None:
    desk.write("first", texts["first"])
    with Store(desk.store) as store:
        watch = desk.watch(store, way(), ["http://127.0.0.1:9/feed.xml", str(desk.folder)], every=10.0)
        watch.start()
        watch.round()
        assert watch.health.failing == {"http://127.0.0.1:9/feed.xml": 1}
        assert watch.health.articles == 1
        desk.time += 11.0
        watch.round()
        assert watch.health.failing == {"http://127.0.0.1:9/feed.xml": 1}  # not asked yet
        desk.time += 20.0
        watch.round()
        assert watch.health.failing == {"http://127.0.0.1:9/feed.xml": 2}


def test_a_store_that_another_process_writes_is_tried_again(desk: Any, way: Callable[..., Any], texts: Any) -> None:
    desk.write("first", texts["first"])
    with Store(desk.store) as store, Store(desk.store) as other:
        watch = desk.watch(store, way(), every=10.0)
        watch.start()
        with other.writing():
            watch.round()
        assert watch.health.store_errors == 1
        desk.time += 100.0
        watch.round()
        assert watch.health.articles == 1


def test_the_time_of_day_may_jump(desk: Any, way: Callable[..., Any], texts: Any, tmp_path: Path) -> None:
    desk.write("first", texts["first"])
    with Store(desk.store) as store:
        watch = desk.watch(store, way())
        watch._now = lambda: 5.0  # 1970
        watch.start()
        watch.round()
        assert watch.health.rounds == 1


def test_each_feed_of_a_list_has_turns_of_its_own_and_the_list_may_grow(
    desk: Any, way: Callable[..., Any], tmp_path: Path
) -> None:
    feeds = tmp_path / "feeds.opml"
    outlines = [f'<outline xmlUrl="http://127.0.0.1:9/{name}"/>' for name in "ab"]
    feeds.write_text(f"<opml><body>{outlines[0]}</body></opml>")
    with Store(desk.store) as store:
        watch = desk.watch(store, way(), [str(feeds)], every=10.0)
        watch.start()
        watch.round()
        assert watch.health.failing == {"http://127.0.0.1:9/a": 1}
        feeds.write_text(f"<opml><body>{outlines[0]}{outlines[1]}</body></opml>")
        desk.time += 5.0
        watch.round()
        assert watch.health.failing == {"http://127.0.0.1:9/a": 1, "http://127.0.0.1:9/b": 1}


def test_a_source_that_is_due_soon_is_asked_along_with_others(desk: Any, way: Callable[..., Any], tmp_path: Path) -> None:
    late = tmp_path / "late"
    late.mkdir()
    with Store(desk.store) as store:
        watch = desk.watch(store, way(), [str(desk.folder), str(late)], every=100.0)
        watch.start()
        watch.round()
        watch._turns[1] = replace(watch._turns[1], due=watch._turns[1].due + 8.0)
        desk.time += 101.0
        watch.round()
        assert watch.health.rounds == 2
        assert [turn.due - desk.time for turn in watch._turns] == [100.0, 100.0]


def test_a_store_that_is_held_does_not_make_sources_asked_more_rarely(desk: Any, way: Callable[..., Any], texts: Any) -> None:
    desk.write("first", texts["first"])
    with Store(desk.store) as store, Store(desk.store) as other:
        watch = desk.watch(store, way(), every=10.0)
        watch.start()
        with other.writing():
            for _ in range(4):
                watch.round()
                desk.time += 10.0
            assert watch.health.articles == 0
        watch.round()
        assert watch.health.articles == 1


def test_a_round_in_which_nothing_was_derived_looks_for_nothing_new(
    desk: Any, way: Callable[..., Any], texts: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tawatur.watch import taking
    from tawatur.watch.facts import facts

    looked: list[int] = []

    def counted(library: Any, documents: Any, names: Any) -> Any:
        looked.append(1)
        return facts(library, documents, names)

    monkeypatch.setattr(taking, "facts", counted)
    with Store(desk.store) as store:
        watch = desk.watch(store, way(), every=10.0)
        watch.start()
        desk.write("first", texts["first"])
        for expected in (2, 2, 2):
            watch.round()
            desk.time += 10.0
            assert len(looked) == expected


def test_a_feed_without_entries_is_no_broken_one(desk: Any, way: Callable[..., Any]) -> None:
    (desk.folder / "feed.xml").write_text("<rss><channel><title>t</title></channel></rss>")
    with Store(desk.store) as store:
        watch = desk.watch(store, way(), [str(desk.folder / "feed.xml")], every=10.0)
        watch.start()
        watch.round()
        assert watch.health.failing == {}
