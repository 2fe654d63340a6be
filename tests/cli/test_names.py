"""`tawatur names`: what a person judges, from the command line, over runs."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.helpers import Ask, Done, Place

from tawatur.cli.parser_names import ACTIONS
from tawatur.pipeline import derive
from tawatur.store.sqlite import Store

FIRST = "وصول الوفد\n\nقال وزير الري سامي النورس إن الماء وفير. وأضاف النورس أن السد سليم.\n"
SECOND = "رد على الوفد\n\nقال وزير المال فهد المرجان إن المال قليل. وأضاف المرجان أن العام صعب.\n"


@pytest.fixture
def names(place: Place) -> "Names":
    """A store of three articles with two named ministers."""
    place.put("first.txt", FIRST.encode())
    place.put("second.txt", SECOND.encode())
    assert place.read().code == 0
    return Names(place)


class Names:
    """The commands of names, on a place's store."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def ask(self, *arguments: str) -> Done:
        return self.place.ask("--lang", "en", "names", *arguments, "--store", str(self.place.store))

    def json(self, *arguments: str) -> Any:
        done = self.ask(*arguments, "--json")
        assert done.code == 0, done.err
        return json.loads(done.out)

    def entity(self, name: str) -> Any:
        [found] = self.json("show", name)
        return found


def test_a_name_is_shown_with_the_features_that_joined_it(names: Names) -> None:
    done = names.ask("show", "النورس")
    assert done.code == 0
    assert "سامي النورس" in done.out
    assert "it is the last word of the full name" in done.out
    assert "+0.8" in done.out
    arabic = names.place.ask("--lang", "ar", "names", "show", "النورس", "--store", str(names.place.store))
    assert "هو آخر كلمة في الاسم الكامل" in arabic.out


def test_a_merge_is_applied_at_once_and_kept_by_a_run_with_more_articles(names: Names) -> None:
    [told] = names.json("merge", "سامي النورس", "فهد المرجان", "--who", "نادية")
    assert (told["kind"], told["who"], told["status"]) == ("merge", "نادية", "applied")
    assert {"النورس", "المرجان"} <= set(names.entity("سامي النورس")["forms"])
    names.place.put("third.txt", SECOND.replace("صعب", "يسير").encode())
    assert names.place.read().code == 0
    one = names.entity("سامي النورس")
    assert "المرجان" in one["forms"]
    assert one["mentions"] == 6
    assert [row["status"] for row in names.json("list")] == ["applied"]


def test_reading_again_after_a_judgement_derives_nothing_anew(names: Names) -> None:
    names.json("merge", "سامي النورس", "فهد المرجان")
    with Store(names.place.store) as store:
        assert not derive(store)
    names.json("undo")
    names.json("merge", "سامي النورس", "فهد المرجان", "--later")
    with Store(names.place.store) as store:
        assert derive(store)


def test_a_judgement_is_taken_back(names: Names) -> None:
    before = names.place.exported("entities")
    names.json("merge", "سامي النورس", "فهد المرجان")
    assert names.place.exported("entities") != before
    [undone] = names.json("undo", "--who", "نادية")
    assert (undone["status"], undone["undone_by"]) == ("undone", "نادية")
    assert names.place.exported("entities") == before
    assert names.ask("undo").code == 2


def test_a_split_parts_a_form_and_a_later_merge_joins_it_again(names: Names) -> None:
    names.json("split", "سامي النورس", "النورس")
    assert names.entity("سامي النورس")["forms"] == ["سامي النورس"]
    names.json("merge", "سامي النورس", names.entity("النورس")["id"])
    assert names.entity("سامي النورس")["forms"] == ["النورس", "سامي النورس"]
    assert [row["status"] for row in names.json("list")] == ["applied", "applied"]


def test_an_entity_is_renamed(names: Names) -> None:
    names.json("rename", "النورس", " سامي  بن فهد النورس ")
    assert names.entity("النورس")["name"] == "سامي بن فهد النورس"
    assert names.ask("rename", "النورس", " ").code == 2


def test_a_judgement_for_later_waits_for_the_next_read(names: Names) -> None:
    [told] = names.json("merge", "سامي النورس", "فهد المرجان", "--later")
    assert told["status"] == "waiting"
    assert "المرجان" not in names.entity("سامي النورس")["forms"]
    names.place.read()
    assert "المرجان" in names.entity("سامي النورس")["forms"]


def test_judgements_go_to_another_store_by_a_file(names: Names, tmp_path: Path) -> None:
    names.json("merge", "سامي النورس", "فهد المرجان")
    file = tmp_path / "judgements.jsonl"
    assert names.json("export", str(file))["judgements"] == 1
    other = Place(names.place.folder, tmp_path / "other.sqlite", names.place.ask)
    other.read()
    assert Names(other).json("import", str(file))["judgements"] == 1
    assert Names(other).json("import", str(file))["judgements"] == 0
    assert other.exported("entities") == names.place.exported("entities")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"{", "truncated"),
        (b'{"id": "j-1"}', "its kind None is none of"),
        (b'{"id": "j-1", "kind": "merge"}', "missing required field"),
        (b"\xff\xfe", "invalid"),
        (b'{"id":"j-1","kind":"merge","subjects":[],"who":"n","when":"2024-05-01T00:00:00+00:00"}', "two subjects"),
        (b'{"id":"j-1","kind":"burn","subjects":[],"who":"n","when":"2024-05-01T00:00:00+00:00"}', "burn"),
    ],
)
def test_a_malformed_line_is_named_and_the_others_are_imported(names: Names, tmp_path: Path, line: bytes, error: str) -> None:
    names.json("merge", "سامي النورس", "فهد المرجان")
    file = tmp_path / "judgements.jsonl"
    names.json("export", str(file))
    names.json("undo")
    other = Place(names.place.folder, tmp_path / "other.sqlite", names.place.ask)
    other.read()
    file.write_bytes(file.read_bytes() + b"\n" + line + b"\n")
    done = Names(other).ask("import", str(file))
    assert done.code == 3
    for said in (str(file), "line 3", error, "tawatur correct export"):
        assert said in done.err
    assert [row["status"] for row in Names(other).json("list")] == ["applied"]


def test_a_file_that_is_not_there_or_cannot_be_written_is_named(names: Names, tmp_path: Path) -> None:
    done = names.ask("import", str(tmp_path / "none.jsonl"))
    assert (done.code, "none.jsonl" in done.err) == (2, True)
    done = names.ask("export", str(tmp_path / "none" / "out.jsonl"))
    assert (done.code, "out.jsonl" in done.err) == (1, True)


def test_a_judgement_of_entities_that_this_store_lacks_is_kept_and_told_as_lost(names: Names, tmp_path: Path) -> None:
    names.json("merge", "سامي النورس", "فهد المرجان")
    file = tmp_path / "judgements.jsonl"
    names.json("export", str(file))
    empty = tmp_path / "elsewhere"
    empty.mkdir()
    other = Place(empty, tmp_path / "other.sqlite", names.place.ask)
    other.put("good.txt", "خبر\n\nقالت وزيرة الري نجوى الصيرمي إن الماء وفير.\n".encode())
    other.read()
    assert Names(other).json("import", str(file))["judgements"] == 1
    [told] = Names(other).json("list")
    assert (told["status"], told["outcome"]["missing"]) == ("lost", "سامي النورس، فهد المرجان")
    read = other.read()
    assert read.code == 0
    assert "1 judgements no longer find" in read.out
    assert "سامي النورس" in Names(other).ask("list").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "لا أحد"), "لا أحد"),
        (("merge", "سامي النورس", "لا أحد"), "لا أحد"),
        (("merge", "سامي النورس", "النورس"), "one entity already"),
        (("split", "سامي النورس", "المرجان"), "المرجان"),
        (("split", "سامي النورس", "سامي النورس", "النورس"), "nothing would be left"),
        (("undo", "j-none"), "j-none"),
        (("burn",), "burn"),
    ],
)
def test_wrong_use_is_told_and_changes_nothing(names: Names, arguments: tuple[str, ...], said: str) -> None:
    done = names.ask(*arguments)
    assert done.code == 2
    assert said in done.err
    assert names.json("list") == []


def test_two_of_one_name_are_parted_by_a_document_and_told_apart_by_id(names: Names) -> None:
    names.place.put("third.txt", FIRST.replace("وزير الري", "الشاعر").encode())
    names.place.read()
    document = next(row["id"] for row in names.place.exported("documents") if row["source"] == "third.txt")
    names.json("split", "سامي النورس", document)
    found = names.json("show", "سامي النورس")
    assert sorted(one["mentions"] for one in found) == [2, 2]
    done = names.ask("rename", "سامي النورس", "سامي بن فهد النورس")
    assert done.code == 2
    assert found[0]["id"] in done.err
    names.json("rename", found[0]["id"], "سامي بن فهد النورس")
    assert names.entity("سامي بن فهد النورس")["id"] == found[0]["id"]


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(("lang", "word"), [("ar", "مثال"), ("en", "Example")])
def test_every_action_has_help_with_an_example_in_both_languages(action: str, lang: str, word: str, ask: Ask) -> None:
    done = ask("--lang", lang, "names", action, "--help")
    assert done.code == 0
    assert word in done.out


def test_where_there_is_no_store_none_is_made(tmp_path: Path, ask: Ask) -> None:
    done = ask("--lang", "en", "names", "merge", "a", "b", "--store", str(tmp_path / "none.sqlite"))
    assert (done.code, (tmp_path / "none.sqlite").exists()) == (1, False)
