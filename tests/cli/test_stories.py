"""`tawatur stories`: what a person joins and parts, from the command line, over runs."""

import json
from typing import Any

import pytest
from tests.cli.helpers import Done, Place

FIRE = "حريق في سوق القصب\n\nنشر في: 12 أيار 2023\n\nالتهم حريق سوق القصب في تالمين فجر الخميس واحترق 14 متجرا.\n"
SMOKE = "دخان فوق سوق القصب\n\nنشر في: 12 أيار 2023\n\nالتهم حريق سوق القصب في تالمين فجر الخميس واحترق 14 متجرا وغطى الدخان المدينة.\n"
MATCH = "كأس الجزر للنوارس\n\nنشر في: 12 أيار 2023\n\nفاز فريق النوارس بكأس الجزر بعد تغلبه على أمواج برهون بثلاثة أهداف.\n"


class Stories:
    """The commands of stories, on a place's store."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def ask(self, *arguments: str) -> Done:
        return self.place.ask("--lang", "en", "stories", *arguments, "--store", str(self.place.store))

    def json(self, *arguments: str) -> Any:
        done = self.ask(*arguments, "--json")
        assert done.code == 0, done.err
        return json.loads(done.out)

    def groups(self) -> list[int]:
        return sorted(len(story["documents"]) for story in self.json())

    def by_size(self, size: int) -> Any:
        return next(story for story in self.json() if len(story["documents"]) == size)


@pytest.fixture
def stories(place: Place) -> Stories:
    """A store of two stories, of two articles and of one."""
    for name, text in {"fire.txt": FIRE, "smoke.txt": SMOKE, "match.txt": MATCH}.items():
        place.put(name, text.encode())
    place.read()
    return Stories(place)


def test_joined_stories_stay_one_in_a_new_run_and_keep_their_old_ids(stories: Stories) -> None:
    before = stories.groups()
    assert max(before) == 2
    fire, match = stories.by_size(2), stories.by_size(1)
    [told] = stories.json("join", fire["id"], match["id"], "--who", "نادية")
    assert (told["kind"], told["who"], told["status"]) == ("join", "نادية", "applied")
    stories.place.put("more.txt", MATCH.replace("كأس الجزر", "كأس الموانئ").replace("12 أيار", "28 أيار").encode())
    stories.place.read()
    joined = stories.by_size(3)
    assert {fire["id"], match["id"]} <= {joined["id"], *joined["aliases"]}


def test_parted_articles_stay_apart_and_come_back_when_that_is_taken_back(stories: Stories) -> None:
    before = stories.groups()
    fire = stories.by_size(2)
    [told] = stories.json("part", fire["id"], fire["documents"][1])
    assert stories.groups() == sorted([*before[:-1], 1, 1])
    assert [row["id"] for row in stories.json("judgements")] == [told["id"]]
    stories.json("undo", told["id"])
    assert stories.groups() == before
    assert [row["status"] for row in stories.json("judgements")] == ["undone"]


def test_judgements_are_told_in_words(stories: Stories) -> None:
    fire = stories.by_size(2)
    stories.ask("part", fire["documents"][0], fire["documents"][1])
    assert f"another story: {fire['documents'][1]} apart from {fire['documents'][0]}" in stories.ask("judgements").words


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("join", "{fire}", "{fire}"), "one story already"),
        (("join", "{fire}", "nothing"), "There is no story nothing"),
        (("part", "{fire}", "{match}"), "has no article"),
        (("part", "{fire}", "{a}", "{b}"), "nothing would be left"),
        (("undo",), "no standing judgement"),
    ],
)
def test_what_cannot_be_judged_is_said(stories: Stories, arguments: tuple[str, ...], said: str) -> None:
    fire, match = stories.by_size(2), stories.by_size(1)
    a, b = fire["documents"]
    places = {"fire": fire["id"], "match": match["documents"][0], "a": a, "b": b}
    done = stories.ask(*(argument.format(**places) for argument in arguments))
    assert done.code == 2
    assert said in done.err
