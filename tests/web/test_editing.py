import asyncio
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.correct.conftest import CUP, FOURTEEN, NINE, Desk, made
from tests.web.conftest import Answer, ask_app

from tawatur import correct
from tawatur.web.app import Safety, app
from tawatur.web.door import Access
from tawatur.web.following import Following, apply
from tawatur.web.source import StoreSource

Send = Callable[..., Answer]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = made(tmp_path / "in", tmp_path / "s.sqlite")
    for name, text in {"nine.txt": NINE, "fourteen.txt": FOURTEEN, "cup.txt": CUP}.items():
        desk.put(name, text)
    desk.read()
    return desk


@pytest.fixture
def send(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Send:
    """Send a form from this machine; what follows is made in this process."""

    def begin(self: Following, wait: float) -> bool:
        apply(self._path)
        return True

    monkeypatch.setattr(Following, "begin", begin)
    served = app(StoreSource(desk.store.path), "en", Safety(access=Access(local="نادية", csrf="f_secret")))

    def one(csrf: str = "f_secret", origin: str = "http://localhost", **form: str | list[str]) -> Answer:
        headers = {"host": "localhost", "origin": origin, "content-type": "application/x-www-form-urlencoded"}
        body = urlencode({"csrf": csrf, **form}, doseq=True).encode()
        return asyncio.run(ask_app(served, "/edit", "POST", headers, body))

    return one


def test_an_edit_is_kept_with_who_and_when_and_leads_back(desk: Desk, send: Send) -> None:
    one, two = desk.story("nine.txt").id, desk.story("cup.txt").id
    answer = send(do="join_stories", story=one, other=two, back=f"story/{one}.html")
    assert (answer.status, answer.headers["location"]) == (303, f"/story/{one}.html")
    told = correct.history(desk.found)[0].judgement
    assert (told.kind, told.who) == ("join", "نادية")
    assert told.when.startswith("20")
    assert desk.story("nine.txt").id == desk.story("cup.txt").id


def test_an_edit_is_taken_back(desk: Desk, send: Send) -> None:
    one, two = desk.story("nine.txt").id, desk.story("cup.txt").id
    send(do="join_stories", story=one, other=two)
    assert send(do="undo").status == 303
    assert desk.story("nine.txt").id != desk.story("cup.txt").id
    assert correct.history(desk.found)[0].judgement.undone_by == "نادية"


def test_a_finding_is_dismissed(desk: Desk, send: Send) -> None:
    finding = next(one for one in desk.found.findings() if one.kind == "update")
    assert send(do="dismiss", finding=finding.id).status == 303
    assert next(one for one in desk.found.findings() if one.id == finding.id).judged == "dismissed"


def test_articles_are_parted_by_naming_several(desk: Desk, send: Send) -> None:
    story = desk.story("nine.txt")
    first = desk.view("nine.txt").document.id
    assert send(do="part_story", story=story.id, articles=[first]).status == 303
    assert desk.story("nine.txt").id != desk.story("fourteen.txt").id


def test_a_line_and_a_date_are_corrected(desk: Desk, send: Send) -> None:
    article = desk.view("nine.txt").document.id
    assert send(do="date", article=article, day="2023-05-10").status == 303
    assert desk.view("nine.txt").settled.publication.published == "2023-05-10"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"do": "drop_tables"}, "There is no edit"),
        ({"do": "dismiss"}, "needs: finding"),
        ({"do": "dismiss", "finding": "f-none"}, "There is no finding"),
        ({"do": "join_stories", "story": "y-0", "other": "y-1"}, "y-0"),
    ],
)
def test_an_edit_that_cannot_be_is_told_and_keeps_nothing(desk: Desk, send: Send, form: dict[str, str], words: str) -> None:
    answer = send(**form)
    assert answer.status == 400
    assert words in answer.text
    assert answer.headers["content-type"].startswith("text/plain")
    assert correct.history(desk.found) == []


def test_a_form_of_another_site_or_without_the_token_changes_nothing(desk: Desk, send: Send) -> None:
    finding = next(iter(desk.found.findings())).id
    assert send(do="dismiss", finding=finding, origin="http://localhost:3000").status == 403
    assert send(do="dismiss", finding=finding, csrf="").status == 403
    assert correct.history(desk.found) == []


def test_what_follows_is_made_in_a_process_of_its_own(desk: Desk) -> None:
    one, two = desk.story("nine.txt").id, desk.story("cup.txt").id
    correct.join(desk.store, one, two, who="نادية")
    assert Following(desk.store.path).begin(60)
    assert desk.story("nine.txt").id == desk.story("cup.txt").id
