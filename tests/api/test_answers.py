import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.correct.conftest import Desk

Call = Callable[..., Any]


def _items(answer: Any) -> Any:
    assert answer.status == 200, answer.text
    return json.loads(answer.text)["items"]


def test_the_overview_counts_what_there_is(call: Call) -> None:
    told = json.loads(call("").text)
    assert told["counts"]["documents"] == 3
    assert told["counts"]["stories"] == 2


def test_stories_are_listed_in_parts(call: Call) -> None:
    whole = json.loads(call("stories").text)
    part = json.loads(call("stories?limit=1&offset=1").text)
    assert (whole["total"], part["total"]) == (2, 2)
    assert part["items"] == whole["items"][1:2]


def test_stories_are_chosen_by_day_and_kind(call: Call) -> None:
    assert [one["updates"] for one in _items(call("stories?kind=updates"))] == [1]
    assert len(_items(call("stories?from=2023-05-20"))) == 1
    assert _items(call("stories?from=2024-01-01")) == []
    assert _items(call("stories?name=%D9%84%D8%A7%20%D8%A3%D8%AD%D8%AF")) == []


def test_a_story_and_its_articles_are_given_with_their_words(call: Call, desk: Desk) -> None:
    story = json.loads(call(f"stories/{desk.story('nine.txt').id}").text)
    assert len(story["documents"]) == 2
    article = json.loads(call(f"articles/{desk.view('nine.txt').document.id}").text)
    quote = article["settled"]["quotes"][0]
    assert article["document"]["text"][quote["start"] : quote["end"]] == quote["text"]


def test_what_someone_said_is_given_with_where_it_stands(call: Call) -> None:
    name = _items(call("names?q=%D8%B3%D8%A7%D9%85%D9%8A%20%D8%A7%D9%84%D9%86%D9%88%D8%B1%D8%B3"))[0]
    told = _items(call(f"names/{name['id']}/statements"))
    assert any("الجسر قديم" in one["statement"]["text"] for one in told)
    assert all(one["story"] for one in told)


def test_findings_come_with_their_evidence(call: Call) -> None:
    update = _items(call("findings?kind=update"))[0]
    assert {side["value"] for side in update["sides"]} >= {"9", "14"} or len(update["sides"]) == 2


def test_search_finds_words_in_their_forms(call: Call) -> None:
    results = json.loads(call("search?q=%D8%AC%D8%B3%D8%B1").text)
    assert results["total"] > 0
    assert any("الجسر" in hit["context"]["text"] or "جسر" in hit["context"]["text"] for hit in results["hits"])


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("stories?limit=0", "limit takes a whole number from 1 to 200"),
        ("stories?limit=%D9%A1", "limit takes"),
        ("stories?from=2023-02-30", "from takes a day"),
        ("stories?kind=all", "kind takes one of"),
        ("search", "q takes a value"),
        (f"search?q={'x' * 301}", "q takes 1 to 300 letters"),
    ],
)
def test_what_cannot_be_asked_is_told(call: Call, path: str, words: str) -> None:
    answer = call(path)
    assert answer.status == 400
    assert words in json.loads(answer.text)["error"]


@pytest.mark.parametrize("path", ["stories/y-0", "articles/d-0", "names/e-0", "names/e-0/statements", "nothing"])
def test_what_is_not_there_is_not_found(call: Call, path: str) -> None:
    answer = call(path)
    assert answer.status == 404
    assert json.loads(answer.text)["code"] == "api_none"


def test_what_has_not_changed_is_not_sent_again(call: Call) -> None:
    mark = call("stories").headers["etag"]
    again = call("stories", **{"if-none-match": mark})
    assert (again.status, again.text, again.headers["etag"]) == (304, "", mark)
    assert call("stories?limit=1", **{"if-none-match": mark}).status == 200
    assert call("stories", **{"if-none-match": '"other"'}).status == 200


def test_an_edit_is_kept_told_and_changes_the_mark(call: Call) -> None:
    mark = call("findings").headers["etag"]
    finding = _items(call("findings?kind=update"))[0]["id"]
    answer = call("edits", {"do": "dismiss", "finding": finding})
    told = json.loads(answer.text)
    assert (answer.status, told["kind"], told["who"], told["became"]) == (201, "dismiss", "نادية", "applied")
    assert call("findings").headers["etag"] != mark
    assert _items(call("findings?kind=update")) == []
    assert _items(call("edits"))[0]["id"] == told["id"]
    undone = json.loads(call("edits", {"do": "undo", "judgement": told["id"]}).text)
    assert undone["undone_by"] == "نادية"
    assert len(_items(call("findings?kind=update"))) == 1


@pytest.mark.parametrize(
    "body", [[], {}, {"do": "drop"}, {"do": "dismiss"}, {"do": "undo", "x": "y"}, {"do": 7}, {"do": []}, "do"]
)
def test_what_is_no_edit_is_refused(call: Call, body: Any) -> None:
    assert call("edits", body).status == 400


def test_an_edit_of_what_is_not_there_or_not_so_is_told(call: Call, desk: Desk) -> None:
    story = desk.story("cup.txt").id
    assert call("edits", {"do": "dismiss", "finding": "f-none"}).status == 404
    assert call("edits", {"do": "join_stories", "story": story, "other": story}).status == 409


def test_an_edit_from_another_site_or_as_a_form_is_refused(call: Call) -> None:
    assert call("edits", {"do": "undo"}, origin="https://attacker.example").status == 403
    assert call("edits", {"do": "undo"}, **{"sec-fetch-site": "cross-site"}).status == 403
    assert call("edits", {"do": "undo"}, **{"content-type": "text/plain"}).status == 415
