"""`tawatur findings`: what comparing shows, and what a person confirms and dismisses, over runs."""

import json
from typing import Any

import pytest
from tests.cli.helpers import Done, Place

DAY = (
    "انهيار جسر الصفصاف في تالمين\n\nنشر في: {} أيار 2023\n\n{} في انهيار جسر الصفصاف في مدينة تالمين فجر الخميس بعد مطر غزير.\n"
)
FIRST = DAY.format(11, "قتل تسعة أشخاص")
SECOND = DAY.format(12, "ارتفعت حصيلة القتلى إلى 14 قتيلا")
THIRD = DAY.format(12, "قتل 14 شخصا وأصيب عدد آخر")


class Findings:
    """The commands of findings, on a place's store."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def ask(self, *arguments: str) -> Done:
        return self.place.ask("--lang", "en", "findings", *arguments, "--store", str(self.place.store))

    def json(self, *arguments: str) -> Any:
        done = self.ask(*arguments, "--json")
        assert done.code == 0, done.err
        return json.loads(done.out)


@pytest.fixture
def findings(place: Place) -> Findings:
    """A store of one story, whose second article brings the toll of the first up to date."""
    place.put("first.txt", FIRST.encode())
    place.put("second.txt", SECOND.encode())
    place.read()
    return Findings(place)


def test_without_a_story_the_conflicts_and_updates_are_listed(findings: Findings) -> None:
    (one,) = findings.json()
    assert (one["kind"], {side["value"] for side in one["sides"]}) == ("update", {"9", "14"})
    assert "14 after 9" in findings.ask().words


def test_all_findings_of_a_story_are_listed_with_the_gravest_first(findings: Findings) -> None:
    kinds = [one["kind"] for one in findings.json(findings.json()[0]["story"])]
    assert kinds[0] == "update"
    assert len(kinds) > 1
    assert len(findings.json("--all")) == len(kinds)


def test_a_dismissed_finding_stays_dismissed_in_a_new_run_with_more_articles(findings: Findings) -> None:
    (one,) = findings.json()
    [told] = findings.json("dismiss", one["id"][:9], "--who", "نادية")
    assert (told["kind"], told["who"], told["status"]) == ("dismiss", "نادية", "applied")
    findings.place.put("third.txt", THIRD.encode())
    findings.place.read()
    (again,) = findings.json()
    assert (len(again["sides"]), again["judged"]) == (3, "dismissed")
    assert [row["judged"] for row in findings.place.exported("findings") if row["kind"] == "update"] == ["dismissed"]


def test_the_last_judgement_holds_and_can_be_taken_back(findings: Findings) -> None:
    (one,) = findings.json()
    findings.json("dismiss", one["id"])
    findings.json("confirm", one["id"])
    assert findings.json()[0]["judged"] == "confirmed"
    findings.json("undo")
    assert findings.json()[0]["judged"] == "dismissed"
    findings.json("undo")
    assert findings.json()[0]["judged"] is None
    assert [row["status"] for row in findings.json("judgements")] == ["undone", "undone"]


def test_judgements_are_told_in_words(findings: Findings) -> None:
    (one,) = findings.json()
    findings.ask("confirm", one["id"])
    assert f"confirmed: {one['id']}" in findings.ask("judgements").words
    assert "confirmed by a person" in findings.ask().words


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("dismiss", "nothing"), "There is no finding nothing"),
        (("dismiss", "n-"), "the beginning of"),
        (("undo",), "no standing judgement"),
        (("y-nothing",), "There is no story"),
    ],
)
def test_what_cannot_be_done_is_said(findings: Findings, arguments: tuple[str, ...], said: str) -> None:
    done = findings.ask(*arguments)
    assert done.code == 2
    assert said in done.err


def test_a_store_without_findings_says_so(place: Place) -> None:
    place.put("first.txt", FIRST.encode())
    place.read()
    assert "no such findings" in Findings(place).ask().words
