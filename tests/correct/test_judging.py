"""Judging names, stories and findings: at once, over runs, while others read, and back."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.correct.conftest import CUP, FOURTEEN, Desk, made

from tawatur import correct
from tawatur.pipeline import derive
from tawatur.records.errors import StoreError, UsageError
from tawatur.records.judged import AnyJudgement
from tawatur.store.sqlite import Store

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def _merge(desk: Desk) -> AnyJudgement:
    return correct.merge(desk.store, ["سامي النورس", "فهد المرجان"], who="نادية", when=NOON)


def _split(desk: Desk) -> AnyJudgement:
    return correct.split(desk.store, "سامي النورس", ["النورس"], who="نادية", when=NOON)


def _rename(desk: Desk) -> AnyJudgement:
    return correct.rename(desk.store, "النورس", "سامي بن فهد النورس", who="نادية", when=NOON)


def _join(desk: Desk) -> AnyJudgement:
    return correct.join(desk.store, desk.story("nine.txt").id, desk.story("cup.txt").id, who="نادية", when=NOON)


def _part(desk: Desk) -> AnyJudgement:
    story = desk.story("nine.txt")
    return correct.part(desk.store, story.id, [desk.view("nine.txt").document.id], who="نادية", when=NOON)


def _dismiss(desk: Desk) -> AnyJudgement:
    update = next(one for one in desk.found.findings() if one.kind == "update")
    return correct.dismiss(desk.store, update.id, who="نادية", when=NOON)


JUDGED: list[Callable[[Desk], AnyJudgement]] = [_merge, _split, _rename, _join, _part, _dismiss]


@pytest.mark.parametrize("judged", JUDGED)
def test_a_judgement_changes_what_is_exported_until_it_is_taken_back(desk: Desk, judged: Callable[[Desk], AnyJudgement]) -> None:
    before = desk.exported("stories")  # which keep the ids that they had meanwhile
    told = judged(desk)
    assert correct.apply(desk.store)
    assert desk.exported("stories") != before
    assert correct.entry(desk.found, told).became == "applied"
    undone = correct.undo(desk.store, told.id, who="سعاد", when=NOON + timedelta(hours=1))
    assert correct.apply(desk.store)
    assert desk.exported("stories") == before
    assert (undone.undone, undone.undone_by) == ("2024-05-01T13:00:00.000000+00:00", "سعاد")
    assert [one.became for one in correct.history(desk.found)] == ["undone"]
    with pytest.raises(UsageError):
        correct.undo(desk.store, told.id, who="سعاد")


@pytest.mark.parametrize("judged", JUDGED)
def test_a_judgement_holds_after_a_run_with_another_article_and_after_reading_all_into_a_new_store(
    desk: Desk, judged: Callable[[Desk], AnyJudgement], tmp_path: Path
) -> None:
    told = judged(desk)
    desk.put("more.txt", CUP.replace("الجزر", "الموانئ").replace("20 أيار", "9 حزيران"))
    desk.read()
    assert correct.entry(desk.found, told).became == "applied"
    correct.export(desk.store, tmp_path / "judged.jsonl")
    again = made(desk.folder, tmp_path / "again.sqlite")
    correct.take(again.store, tmp_path / "judged.jsonl")
    again.read()
    assert again.exported("stories") == desk.exported("stories")
    assert [one.became for one in correct.history(again.found)] == ["applied"]


def test_judgements_of_all_kinds_are_listed_newest_first_with_who_and_when(desk: Desk) -> None:
    first = correct.join(desk.store, desk.story("nine.txt").id, desk.story("cup.txt").id, who="نادية", when=NOON)
    finding = next(one for one in desk.found.findings() if one.kind == "update")
    second = correct.confirm(desk.store, finding.id, who=" سعاد\nعمر ", when=NOON + timedelta(minutes=1))
    third = correct.merge(desk.store, ["سامي النورس", "فهد المرجان"], who="هدى", when=NOON + timedelta(minutes=2))
    entries = correct.history(desk.found)
    assert [(one.judgement, one.room, one.became) for one in entries] == [
        (third, "names", "waiting"),
        (second, "findings", "applied"),
        (first, "stories", "waiting"),
    ]
    assert second.who == "سعاد عمر"
    correct.apply(desk.store)
    assert [one.became for one in correct.history(desk.found)] == ["applied", "applied", "applied"]


def test_the_later_judgement_has_the_last_word_and_the_list_says_so(desk: Desk) -> None:
    one, other = desk.story("nine.txt").id, desk.story("cup.txt").id
    correct.join(desk.store, one, other, who="نادية", when=NOON)
    correct.apply(desk.store)
    cup = desk.view("cup.txt").document.id
    correct.part(desk.store, cup, [cup], who="سعاد", when=NOON + timedelta(minutes=1))
    correct.apply(desk.store)
    assert [one.became for one in correct.history(desk.found)] == ["applied", "overruled"]
    finding = next(one for one in desk.found.findings() if one.kind == "update").id
    correct.dismiss(desk.store, finding, who="نادية", when=NOON + timedelta(minutes=2))
    correct.confirm(desk.store, finding, who="سعاد", when=NOON + timedelta(minutes=3))
    assert [one.became for one in correct.history(desk.found)[:2]] == ["applied", "overruled"]


def test_judgements_whose_words_are_nowhere_are_listed_as_lost(desk: Desk, tmp_path: Path) -> None:
    for judged in (_merge, _join, _dismiss):
        judged(desk)
    correct.export(desk.store, tmp_path / "judged.jsonl")
    other = made(tmp_path / "elsewhere", tmp_path / "other.sqlite")
    other.put("other.txt", "خبر آخر\n\nنشر في: 2 أيار 2023\n\nقالت وزيرة الري نجوى الصيرمي إن الماء وفير هذا العام.\n")
    correct.take(other.store, tmp_path / "judged.jsonl")
    other.read()
    assert [one.became for one in correct.history(other.found)] == ["lost", "lost", "lost"]
    assert all(one.missing for one in correct.history(other.found))


def test_while_another_reads_a_judgement_is_kept_and_left_to_the_next_run(desk: Desk) -> None:
    before = desk.exported()
    with desk.read_by_another():
        told = _join(desk)
        assert not correct.apply(desk.store)
    assert desk.exported() == before
    assert correct.entry(desk.found, told).became == "waiting"
    assert derive(desk.store)
    assert correct.entry(desk.found, told).became == "applied"


def _hurry(store: Store) -> None:
    """Wait for others no longer than 10 ms."""
    store.query("PRAGMA busy_timeout = 10" if store.dialect == "sqlite" else "SET lock_timeout = 10")


def test_a_judgement_waits_for_a_transaction_of_another_to_end(desk: Desk) -> None:
    begun, done = threading.Event(), threading.Event()

    def hold() -> None:
        with Store(desk.store.path) as other, other.judging():
            begun.set()
            done.wait(0.3)

    thread = threading.Thread(target=hold)
    thread.start()
    begun.wait(5)
    told = _dismiss(desk)
    done.set()
    thread.join()
    assert [one.judgement for one in correct.history(desk.found)] == [told]


def test_what_follows_from_a_judgement_is_made_while_others_judge(desk: Desk) -> None:
    _join(desk)
    told: list[AnyJudgement] = []

    def judge(step: str, done: int, total: int | None) -> None:
        if step == "derive" and done == 3:
            with Store(desk.store.path) as other:
                _hurry(other)
                told.append(correct.rename(other, "النورس", "سامي بن فهد النورس", who="سعاد"))

    assert correct.apply(desk.store, progress=judge)
    assert [one.became for one in correct.history(desk.found)] == ["waiting", "applied"]
    assert correct.apply(desk.store)
    assert correct.entry(desk.found, told[0]).became == "applied"


def test_a_store_that_another_writes_too_long_is_said_to_be_busy(desk: Desk) -> None:
    _hurry(desk.store)
    with Store(desk.store.path) as other, other.judging(), pytest.raises(StoreError) as error:
        _dismiss(desk)
    assert error.value.code == "store_busy"
    assert correct.history(desk.found) == []


def test_threads_that_judge_at_once_lose_nothing(desk: Desk) -> None:
    finding = next(one for one in desk.found.findings() if one.kind == "update").id

    def judge(name: str) -> None:
        with Store(desk.store.path) as store:
            for _ in range(5):
                correct.confirm(store, finding, who=name)

    threads = [threading.Thread(target=judge, args=(f"desk {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(correct.history(desk.found)) == 20


def test_nobody_judges_without_a_name_or_at_a_time_without_a_zone(desk: Desk) -> None:
    with pytest.raises(UsageError) as error:
        correct.merge(desk.store, ["سامي النورس", "فهد المرجان"], who="  ")
    assert error.value.code == "judge_unnamed"
    with pytest.raises(ValueError, match="zone"):
        correct.merge(desk.store, ["سامي النورس", "فهد المرجان"], who="نادية", when=datetime(2024, 5, 1))
    assert correct.history(desk.found) == []


def test_a_changed_page_leaves_the_judgement_of_its_earlier_text_applied(desk: Desk) -> None:
    told = _dismiss(desk)
    desk.put("fourteen.txt", FOURTEEN.replace("مطر غزير", "مطر شديد"))
    desk.read()
    assert correct.entry(desk.found, told).became == "applied"
