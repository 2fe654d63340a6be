"""`tawatur commitments` on two articles of our own."""

import json

import pytest
from tests.cli.helpers import Place

TEXT = "مجلس تالمين يعد بفتح الميناء\n\nنشر في: 12 أيار 2023\n\nتعهدت بلدية تالمين بفتح الميناء القديم أمام الصيادين خلال عشرة أيام.\n"


@pytest.fixture
def read(place: Place) -> Place:
    place.put("harbor.txt", TEXT.encode())
    place.read()
    return place


def test_the_ledger_is_told_in_either_language(read: Place) -> None:
    english = read.ask("commitments", "--store", str(read.store), "--lang", "en")
    arabic = read.ask("commitments", "--store", str(read.store), "--lang", "ar")
    assert english.code == arabic.code == 0
    assert "undertaken" in english.words
    assert "22 May 2023" in english.words
    assert "متعهَّد به" in arabic.words
    assert "بفتح الميناء القديم" in arabic.words


def test_json_gives_the_words_of_every_span(read: Place) -> None:
    done = read.ask("commitments", "--store", str(read.store), "--json")
    rows = json.loads(done.out)
    assert [(row["status"], row["until"]) for row in rows] == [("made", "2023-05-22")]
    assert rows[0]["evidence"][0]["text"].startswith("تعهدت بلدية تالمين")


def test_a_story_gives_its_own_alone(read: Place) -> None:
    stories = json.loads(read.ask("stories", "--store", str(read.store), "--json").out)
    home = {len(story["documents"]): story["id"] for story in stories}
    rows = [json.loads(read.ask("commitments", story["id"], "--store", str(read.store), "--json").out) for story in stories]
    assert home
    assert sorted(map(len, rows)) == [0] * (len(stories) - 1) + [1]


def test_a_store_without_undertakings_says_so(place: Place) -> None:
    place.read()
    done = place.ask("commitments", "--store", str(place.store), "--lang", "en")
    assert (done.code, done.out.strip()) == (0, "No article tells of an undertaking.")
    assert json.loads(place.ask("commitments", "--store", str(place.store), "--json").out) == []


def test_an_unknown_story_is_wrong_use(read: Place) -> None:
    assert read.ask("commitments", "y-nowhere", "--store", str(read.store)).code == 2
