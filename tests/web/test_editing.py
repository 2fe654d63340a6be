import asyncio
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.correct.conftest import CUP, FOURTEEN, NINE, Desk, made
from tests.postgresql import Stores
from tests.web.conftest import Answer, ask_app

from tawatur import correct
from tawatur.web.app import Safety, app
from tawatur.web.door import Access
from tawatur.web.following import Following, apply
from tawatur.web.source import StoreSource

Send = Callable[..., Answer]


@pytest.fixture
def desk(tmp_path: Path, stores: Stores) -> Iterator[Desk]:
    desk = made(tmp_path / "in", stores("s"))
    for name, text in {"nine.txt": NINE, "fourteen.txt": FOURTEEN, "cup.txt": CUP}.items():
        desk.put(name, text)
    desk.read()
    yield desk
    desk.store.close()


@pytest.fixture
def source(desk: Desk) -> Iterator[StoreSource]:
    source = StoreSource(desk.store.path)
    yield source
    source.close()


@pytest.fixture
def send(source: StoreSource, monkeypatch: pytest.MonkeyPatch) -> Send:
    """Send a form from this machine; what follows is made in this process."""

    def begin(self: Following, wait: float) -> bool:
        apply(self._path)
        return True

    monkeypatch.setattr(Following, "begin", begin)
    served = app(source, "en", Safety(access=Access(local="نادية", csrf="f_secret")))

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
    assert answer.headers["content-type"].startswith("text/html")
    assert 'href="/"' in answer.text or "Back to the page" in answer.text
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


def _page(desk: Desk, path: str, local: str = "نادية") -> Answer:
    source = StoreSource(desk.store.path)
    served = app(source, "en", Safety(access=Access(local=local, csrf="f_secret")))
    try:
        return asyncio.run(ask_app(served, path, "GET", {"host": "localhost"}))
    finally:
        source.close()


def _asked(html: str) -> set[str]:
    return set(re.findall(r'name="do" value="([a-z_]+)"', html))


def test_pages_have_the_forms_of_what_can_be_corrected_on_them(desk: Desk) -> None:
    story = desk.story("nine.txt")
    article = story.documents[0]
    name = next(one for one in desk.found.called() if one.articles)
    assert _asked(_page(desk, f"/story/{story.id}.html").text) >= {"join_stories", "part_story"}
    assert _asked(_page(desk, f"/article/{article}.html").text) == {"date", "origin"}
    assert _asked(_page(desk, f"/name/{name.id}.html").text) >= {"join_names", "rename"}
    assert _asked(_page(desk, "/findings.html").text) == ({"confirm", "dismiss"} if list(desk.found.findings()) else set())


def test_a_form_of_a_page_is_taken_as_it_stands(desk: Desk, send: Send) -> None:
    html = _page(desk, "/findings.html?kind=single_origin").text
    form = re.search(r'<form method="post" action="edit">(.*?name="do" value="dismiss".*?)</form>', html, re.DOTALL)
    assert form
    values = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[1].rpartition("<form")[2]))
    answer = send(**values)
    assert answer.status == 303
    assert correct.history(desk.found)[0].judgement.kind == "dismiss"


def test_the_list_of_judgements_tells_who_and_what_and_takes_back(desk: Desk, send: Send) -> None:
    one, two = desk.story("nine.txt").id, desk.story("cup.txt").id
    send(do="join_stories", story=one, other=two)
    html = _page(desk, "/judgements.html").text
    assert "نادية" in html
    told = correct.history(desk.found)[0].judgement
    assert f'name="judgement" value="{told.id}"' in html
    assert send(do="undo", judgement=told.id, back="judgements.html").status == 303
    assert f'name="judgement" value="{told.id}"' not in _page(desk, "/judgements.html").text
