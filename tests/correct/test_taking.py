"""Judgements that go from store to store by a file."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from tests.correct.conftest import Desk, made

from tawatur import correct
from tawatur.correct import file
from tawatur.correct.keeping import every
from tawatur.records.errors import FailedError
from tawatur.records.judged import AnyJudgement

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def _judge_all(desk: Desk) -> None:
    """One judgement of each kind, some of which bear on others, and one that was taken back."""
    store, minutes = desk.store, iter(range(60))

    def when() -> datetime:
        return NOON + timedelta(minutes=next(minutes))

    correct.merge(store, ["سامي النورس", "فهد المرجان"], who="نادية", when=when())
    correct.split(store, "سامي النورس", ["النورس"], who="سعاد", when=when())
    correct.rename(store, "فهد المرجان", "فهد بن علي المرجان", who="هدى", when=when())
    correct.join(store, desk.story("nine.txt").id, desk.story("cup.txt").id, who="نادية", when=when())
    correct.part(store, desk.story("nine.txt").id, [desk.view("nine.txt").document.id], who="سعاد", when=when())
    update = next(one for one in desk.found.findings() if one.kind == "update").id
    correct.confirm(store, update, who="نادية", when=when())
    correct.dismiss(store, update, who="سعاد", when=when())
    correct.speaker(store, "إصلاحه يطول", "فهد المرجان", who="هدى", when=when())
    correct.date(store, "cup.txt", "2023-05-18", who="نادية", when=when())
    correct.origin(store, "cup.txt", "reuters", who="سعاد", when=when())
    correct.line(store, "cup.txt", "نشر في", "caption", who="هدى", when=when())
    taken_back = correct.date(store, "cup.txt", "2023-05-16", who="نادية", when=when())
    correct.undo(store, taken_back.id, who="هدى", when=when())


@pytest.fixture
def judged(desk: Desk) -> Desk:
    """A desk with a judgement of each kind, applied."""
    _judge_all(desk)
    correct.apply(desk.store)
    return desk


def _other(desk: Desk, name: str) -> Desk:
    other = made(desk.folder, desk.folder.parent / name)
    other.read()
    return other


def _by_id(desk: Desk) -> dict[str, AnyJudgement]:
    return {one.id: one for one in every(desk.store)}


def test_judgements_of_all_kinds_taken_from_a_file_give_the_same_export_and_list(judged: Desk, tmp_path: Path) -> None:
    assert correct.export(judged.store, tmp_path / "j.jsonl") == 12
    other = _other(judged, "other.sqlite")
    assert len(correct.take(other.store, tmp_path / "j.jsonl").new) == 12
    correct.apply(other.store)
    assert other.exported("stories") == judged.exported("stories")  # whose old ids are of one store alone
    assert correct.history(other.found) == correct.history(judged.found)


def test_taking_a_file_in_again_changes_nothing(judged: Desk, tmp_path: Path) -> None:
    correct.export(judged.store, tmp_path / "j.jsonl")
    other = _other(judged, "other.sqlite")
    correct.take(other.store, tmp_path / "j.jsonl")
    correct.apply(other.store)
    before, rows = other.exported(), every(other.store)
    again = correct.take(other.store, tmp_path / "j.jsonl")
    correct.apply(other.store)
    assert (again.new, again.known) == ((), 12)
    assert (other.exported(), every(other.store)) == (before, rows)
    correct.export(other.store, tmp_path / "back.jsonl")
    assert (tmp_path / "back.jsonl").read_bytes() == (tmp_path / "j.jsonl").read_bytes()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_in_which_judgements_come_in_does_not_matter(judged: Desk, tmp_path: Path, seed: int) -> None:
    correct.export(judged.store, tmp_path / "j.jsonl")
    lines = (tmp_path / "j.jsonl").read_bytes().splitlines(keepends=True)
    random.Random(seed).shuffle(lines)  # noqa: S311
    other = _other(judged, "other.sqlite")
    for number, part in enumerate((lines[:5], lines[5:])):  # and by way of a state between
        (tmp_path / f"{number}.jsonl").write_bytes(b"".join(part))
        correct.take(other.store, tmp_path / f"{number}.jsonl")
        correct.apply(other.store)
    assert other.exported("stories") == judged.exported("stories")


def test_two_desks_that_exchange_their_files_come_to_know_the_same(desk: Desk, tmp_path: Path) -> None:
    shared = correct.date(desk.store, "cup.txt", "2023-05-18", who="نادية", when=NOON)
    correct.export(desk.store, tmp_path / "shared.jsonl")
    other = _other(desk, "other.sqlite")
    correct.take(other.store, tmp_path / "shared.jsonl")
    correct.undo(desk.store, shared.id, who="نادية", when=NOON + timedelta(hours=2))
    correct.undo(other.store, shared.id, who="سعاد", when=NOON + timedelta(hours=1))
    correct.origin(other.store, "cup.txt", "afp", who="سعاد", when=NOON)
    correct.export(desk.store, tmp_path / "one.jsonl")
    correct.export(other.store, tmp_path / "two.jsonl")
    correct.take(desk.store, tmp_path / "two.jsonl")
    correct.take(other.store, tmp_path / "one.jsonl")
    assert _by_id(desk) == _by_id(other)
    assert _by_id(desk)[shared.id].undone_by == "سعاد"  # who was the first
    correct.apply(desk.store)
    correct.apply(other.store)
    assert desk.exported("stories") == other.exported("stories")


def test_bad_lines_are_told_by_their_numbers_and_the_others_taken(judged: Desk, tmp_path: Path) -> None:
    correct.export(judged.store, tmp_path / "j.jsonl")
    lines = (tmp_path / "j.jsonl").read_bytes().splitlines()
    bad = [b"not json", b"[]", b'{"kind":"line","id":"w-1"}', lines[0].replace(b"+00:00", b""), b"\xff\xfe\xff"]
    (tmp_path / "j.jsonl").write_bytes(b"\n".join(line for pair in zip(lines, bad, strict=False) for line in pair) + b"\n")
    other = _other(judged, "other.sqlite")
    taken = correct.take(other.store, tmp_path / "j.jsonl")
    assert [fault.line for fault in taken.faults] == [2, 4, 6, 8, 10]
    assert len(taken.new) == 5
    assert all(fault.error for fault in taken.faults)


def test_what_names_exported_before_there_was_a_version_is_taken(judged: Desk, tmp_path: Path) -> None:
    old = [one for one in every(judged.store) if one.id.startswith("j-")]
    (tmp_path / "old.jsonl").write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in old))
    other = _other(judged, "other.sqlite")
    assert len(correct.take(other.store, tmp_path / "old.jsonl").new) == len(old) == 3


def test_a_file_that_cannot_be_replaced_leaves_nothing_beside_it(judged: Desk, tmp_path: Path) -> None:
    target = tmp_path / "out" / "j.jsonl"
    target.mkdir(parents=True)
    with pytest.raises(FailedError):
        file.write(target, every(judged.store))
    assert [one.name for one in target.parent.iterdir()] == ["j.jsonl"]
