"""`tawatur wires` and `tawatur drift` on pages of three outlets."""

import json
from typing import Any

import pytest
from tests.cli.helpers import Place

TEXT = "أعلنت بلدية تالمين أن الجيش فتح طريق الميناء القديم أمام الشاحنات بعد إغلاق دام تسعة أيام. وتحمل الشاحنات طحينا ودواء إلى أربعين قرية في الجبل."
MATCH = "فاز فريق النوارس بكأس الجزر مساء الجمعة."
HEAD = "فتح طريق الميناء\n\nنشر في: {day} أيار 2023\n\n{credit}{text}\n"


@pytest.fixture
def read(place: Place) -> Place:
    """A store of a wire, a silent copy of the next day with other words, and an article of its own."""
    copy = TEXT.replace("الجيش", "قوات الحكومة")
    pages = {
        "harbor": HEAD.format(day=12, credit="تالمين - رويترز: ", text=TEXT),
        "lamp": HEAD.format(day=13, credit="", text=copy),
        "mast": HEAD.format(day=13, credit="", text=MATCH),
    }
    written = [json.dumps({"text": text, "url": f"https://{outlet}.example/1"}) for outlet, text in pages.items()]
    place.put("pages.jsonl", "\n".join(written).encode())
    place.read("--map", "text=text,url=url")
    return place


def asked(place: Place, *arguments: str) -> Any:
    done = place.ask(*arguments, "--store", str(place.store), "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_wires_tells_who_carries_an_agency_with_and_without_a_credit(read: Place) -> None:
    rows = asked(read, "wires")["wires"]
    assert sorted((row["source"], row["credited"], row["silent"]) for row in rows) == [("reuters", 0, 1), ("reuters", 1, 0)]
    assert all(0.8 < row["share"] <= 1 for row in rows)


def test_wires_of_a_day_leave_out_the_others(read: Place) -> None:
    graph = asked(read, "wires", "--since", "2023-05-12", "--until", "2023-05-12")
    assert (graph["articles"], len(graph["wires"])) == (2, 1)  # the wire, and the good article beside it


@pytest.mark.parametrize(("lang", "said"), [("en", "Who carries whose text"), ("ar", "من ينقل نصوص من")])
def test_wires_are_told_in_a_table_of_either_language(read: Place, lang: str, said: str) -> None:
    assert said in read.ask("--lang", lang, "wires", "--store", str(read.store)).words


def test_wires_say_where_nothing_is_carried(place: Place) -> None:
    place.put("c.txt", HEAD.format(day=13, credit="", text=MATCH).encode())
    place.read()
    assert "No text of an agency" in place.ask("--lang", "en", "wires", "--store", str(place.store)).words


def test_a_day_that_is_none_is_refused(read: Place) -> None:
    assert read.ask("--lang", "en", "wires", "--since", "May", "--store", str(read.store)).code == 2


def test_drift_lists_what_an_outlet_writes_in_the_place_of_others_words(read: Place) -> None:
    rows = asked(read, "drift")
    assert ("الجيش", "قوات الحكومة") in {(row["theirs"], row["ours"]) for row in rows}
    assert asked(read, "drift", "--least", "2") == []
    assert asked(read, "drift", "lamp.example") != asked(read, "drift", "mast.example") == []


def test_drift_of_an_outlet_that_was_not_read_names_those_that_were(read: Place) -> None:
    done = read.ask("--lang", "en", "drift", "nobody.example", "--store", str(read.store))
    assert done.code != 0
    assert "There are no articles of nobody.example" in done.err
