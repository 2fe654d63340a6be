"""`tawatur correct`: articles corrected from the command line, and the judgements of all kinds."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.helpers import Ask, Done, Place
from tests.correct.conftest import CUP, FOURTEEN, NINE

from tawatur.cli.parser_correct import ACTIONS
from tawatur.store.connection import writer


class Correct:
    """The command on a place's store."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def ask(self, *arguments: str, command: str = "correct", lang: str = "en") -> Done:
        return self.place.ask("--lang", lang, command, *arguments, "--store", str(self.place.store))

    def json(self, *arguments: str, command: str = "correct") -> Any:
        done = self.ask(*arguments, "--json", command=command)
        assert done.code == 0, done.err
        return json.loads(done.out)

    def document(self, source: str) -> Any:
        return next(row for row in self.place.exported("documents") if row["source"] == source)


@pytest.fixture
def correct(place: Place) -> Correct:
    """A store of three articles of our own."""
    for name, text in {"nine.txt": NINE, "fourteen.txt": FOURTEEN, "cup.txt": CUP}.items():
        place.put(name, text.encode())
    place.read()
    return Correct(place)


def test_each_kind_is_applied_at_once_and_told_with_who_said_so(correct: Correct) -> None:
    cup = correct.document("cup.txt")["id"]
    asked = [
        ("speaker", "إصلاحه يطول", "فهد المرجان"),
        ("date", cup, "2023-05-18", "--words", "20 أيار"),
        ("origin", cup[:12], "رويترز"),
        ("line", "cup.txt", "فاز فريق", "caption"),
    ]
    for arguments in asked:
        [told] = correct.json(*arguments, "--who", "نادية")
        assert (told["kind"], told["who"], told["status"]) == (arguments[0], "نادية", "applied")
    row = correct.document("cup.txt")
    assert (row["published"], row["published_basis"], row["published_reason"]) == ("2023-05-18", "given", "judged by نادية")
    assert row["text"][row["published_evidence"]["start"] : row["published_evidence"]["end"]] == "20 أيار"
    assert (row["origin"], row["origin_basis"], row["origin_judged"]) == ("reuters", None, "نادية")
    assert [line["kind"] for line in row["lines"]][-1] == "caption"
    quote = next(one for one in correct.place.exported("quotes") if "إصلاحه يطول" in one["text"])
    assert (quote["speaker_name"], quote["judged"]) == ("فهد المرجان", "نادية")


def test_nobody_and_none_say_that_there_is_no_speaker_date_or_origin(correct: Correct) -> None:
    correct.json("speaker", "إصلاحه يطول", "nobody")
    correct.json("date", "cup.txt", "none")
    correct.json("origin", "cup.txt", "none")
    assert correct.document("cup.txt")["published"] is None
    quote = next(one for one in correct.place.exported("quotes") if "إصلاحه يطول" in one["text"])
    assert (quote["speaker"], quote["speaker_name"], quote["speaker_kind"]) == (None, None, "unnamed")


def test_judgements_of_all_kinds_are_in_one_list_and_one_undo_takes_any_back(correct: Correct) -> None:
    [name] = correct.json("merge", "سامي النورس", "فهد المرجان", "--who", "نادية", command="names")
    [finding] = [one for one in correct.json(command="findings") if one["kind"] == "update"]
    [dismissed] = correct.json("dismiss", finding["id"], "--who", "سعاد", command="findings")
    [dated] = correct.json("date", "cup.txt", "2023-05-18", "--who", "هدى")
    rows = correct.json("list")
    assert [(row["id"], row["room"], row["who"]) for row in rows] == [
        (dated["id"], "articles", "هدى"),
        (dismissed["id"], "findings", "سعاد"),
        (name["id"], "names", "نادية"),
    ]
    assert [row["id"] for row in correct.json("list", "--of", "findings")] == [dismissed["id"]]
    [undone] = correct.json("undo", dismissed["id"], "--who", "نادية")
    assert (undone["status"], undone["undone_by"]) == ("undone", "نادية")
    assert [row["judged"] for row in correct.json(command="findings")] == [None]
    correct.json("undo")
    assert correct.document("cup.txt")["published"] == "2023-05-20"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("published", "18 May 2023", "said by", "nobody", "page furniture", "text of", "reuters", "taken back by نادية")),
        ("ar", ("نُشر", "18 أيار/مايو 2023", "قائله", "لا أحد", "من هيكل الصفحة", "نص", "reuters", "سحبه نادية")),
    ],
)
def test_the_list_tells_every_kind_in_words(correct: Correct, lang: str, said: tuple[str, ...]) -> None:
    correct.json("date", "cup.txt", "2023-05-18", "--later")
    correct.json("speaker", "إصلاحه يطول", "nobody", "--later")
    correct.json("line", "cup.txt", "فاز فريق", "furniture", "--later")
    correct.json("origin", "cup.txt", "reuters", "--later")
    correct.json("undo", "--later", "--who", "نادية")
    told = correct.ask("list", lang=lang).words
    assert [words for words in said if words not in told] == []


def test_while_a_read_is_under_way_a_correction_is_kept_and_said_to_wait(correct: Correct) -> None:
    with writer(correct.place.store):
        done = correct.ask("date", "cup.txt", "2023-05-18")
    assert done.code == 0
    assert "the next run applies it" in done.words
    correct.place.read()
    assert correct.document("cup.txt")["published"] == "2023-05-18"


def test_a_read_reports_the_corrections_whose_words_it_no_longer_finds(correct: Correct, tmp_path: Path) -> None:
    [told] = correct.json("date", "cup.txt", "2023-05-18")
    correct.json("export", str(tmp_path / "j.jsonl"))
    other = Place(correct.place.folder, tmp_path / "other.sqlite", correct.place.ask)
    (other.folder / "cup.txt").unlink()
    other.read()
    Correct(other).json("import", str(tmp_path / "j.jsonl"))
    assert "1 judgements no longer find" in other.read().out
    assert json.loads(other.read("--json").out)["lost_judgements"] == [told["id"]]


def test_a_file_of_all_kinds_is_taken_once_and_its_bad_lines_are_named(correct: Correct, tmp_path: Path) -> None:
    correct.json("merge", "سامي النورس", "فهد المرجان", command="names")
    correct.json("date", "cup.txt", "2023-05-18")
    file = tmp_path / "j.jsonl"
    assert correct.json("export", str(file))["judgements"] == 2
    other = Correct(Place(correct.place.folder, tmp_path / "other.sqlite", correct.place.ask))
    other.place.read()
    file.write_bytes(file.read_bytes() + b'{"version": 1, "id": "w-1", "kind": "line"}\n' + file.read_bytes())
    done = other.ask("import", str(file), "--json")
    assert done.code == 3
    told = json.loads(done.out)
    assert (told["judgements"], told["known"], [fault["line"] for fault in told["faults"]]) == (2, 0, [3])
    assert "line 3" in done.err
    again = json.loads(other.ask("import", str(file), "--json").out)
    assert (again["judgements"], again["known"]) == (0, 2)
    assert other.document("cup.txt")["published"] == "2023-05-18"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("date", "none.txt", "2023-05-18"), "There is no article none.txt"),
        (("date", "cup.txt", "yesterday"), "yesterday is no date"),
        (("line", "cup.txt", "فاز فريق", "advert"), "advert"),
        (("origin", "cup.txt", "nowhere"), "nowhere is no agency"),
        (("undo",), "no standing judgement"),
    ],
)
def test_what_cannot_be_corrected_is_said_with_a_remedy(correct: Correct, arguments: tuple[str, ...], said: str) -> None:
    done = correct.ask(*arguments)
    assert done.code == 2
    assert said in done.err
    assert correct.json("list") == []


def test_without_judgements_the_list_says_how_to_make_one(correct: Correct) -> None:
    assert "tawatur correct date" in correct.ask("list").out
    assert "Nobody has corrected any article" in correct.ask("list", "--of", "articles").out


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(("lang", "word"), [("ar", "مثال"), ("en", "Example")])
def test_every_action_has_help_with_an_example_in_both_languages(action: str, lang: str, word: str, ask: Ask) -> None:
    done = ask("--lang", lang, "correct", action, "--help")
    assert done.code == 0
    assert word in done.out
