import asyncio
import json
from collections.abc import Callable, Iterator
from copy import copy
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from defusedxml.ElementTree import fromstring
from tests.search.held import Held, article
from tests.web.conftest import ask_app

from tawatur.records.search import Unit
from tawatur.web.app import app

Search = Callable[..., Any]
_HOSTILE = '<script>alert("x")</script>'
_TEXTS = {
    "d-a": "سقط صاروخ قرب الميناء، وقال الراوي إن الصواريخ كثيرة",
    "d-b": f"الميناء {_HOSTILE} هادئ & آمن",
}


@pytest.fixture
def search(library: Any, tmp_path: Path) -> Iterator[Search]:
    """Ask a server with a search: `search("صاروخ", format="json")` or, with `path`, for another page."""
    held = Held(tmp_path / "s.sqlite")
    units = [
        article("d-a", _TEXTS["d-a"], head="يوم في الميناء", outlet="sabq", date="2023-05-12"),
        article("d-b", _TEXTS["d-b"], head=f"عنوان {_HOSTILE}", outlet=_HOSTILE, date="2023-06-01"),
        Unit(kind="story", id="y-1", head="قصة الميناء", date="2023-05-12"),
        *(article(f"d-{n}", "حشو الحشو", date="2023-05-12") for n in range(25)),
    ]
    held.put(units, _TEXTS | {f"d-{n}": "حشو الحشو" for n in range(25)})
    searched = copy(library)
    searched.searching = lambda: held.index
    served = app(searched, "ar")

    def one(query: str, path: str = "/search", **values: str) -> Any:
        asked = "&".join(f"{name}={quote(value)}" for name, value in {"q": query, **values}.items())
        return asyncio.run(ask_app(served, f"{path}?{asked}", "GET", {"host": "127.0.0.1:8765"}))

    yield one
    held.store.close()


def test_the_words_that_were_found_are_marked_in_context(search: Search) -> None:
    answer = search("صواريخ")
    assert answer.status == 200
    assert "<mark>صاروخ</mark>" in answer.text
    assert "<mark>الصواريخ</mark>" in answer.text


def test_a_hit_leads_to_its_words(search: Search) -> None:
    text = _TEXTS["d-a"]
    start = text.index("صاروخ")
    other = text.index("الصواريخ")
    assert f'href="article/d-a.html?found={start}-{start + 5},{other}-{other + 8}#s-{start}-{start + 5}"' in search("صاروخ").text


def test_the_words_are_marked_on_the_article_that_a_hit_leads_to(search: Search, library: Any) -> None:
    identity = next(iter(library.ids.values()))
    line = library.document(identity).article.lines[0]
    answer = search("", path=f"/article/{identity}.html", found=f"{line.start}-{line.start + 3},x-2,9-,-1-4,99999999999-3")
    assert f'id="s-{line.start}-{line.start + 3}" class="m found"' in answer.text


def test_a_story_leads_to_its_page(search: Search) -> None:
    assert 'href="story/y-1.html"' in search("نوع:قصة الميناء").text


@pytest.mark.parametrize(
    "query", [_HOSTILE, f'"{_HOSTILE}"', "الميناء", f"منفذ:{_HOSTILE}", '" onfocus="alert(1)', "</title><b>"]
)
def test_nothing_of_a_query_or_a_text_is_taken_for_html(search: Search, query: str) -> None:
    for form in ("html", "rss"):
        text = search(query, format=form).text
        assert "<script>alert" not in text
        assert "<b>" not in text
    assert 'onfocus="' not in search(query).text


def test_a_wrong_query_is_explained_in_the_language_of_the_page(search: Search) -> None:
    answer = search("foo:bar")
    assert answer.status == 400
    assert "ليس من حقول البحث" in answer.text
    assert "is no field of a search" in search("foo:bar", lang="en").text
    wrong = search("foo:bar", format="json")
    assert wrong.status == 400
    assert "foo" in json.loads(wrong.text)["error"]


def test_without_a_query_the_page_tells_how_to_ask(search: Search) -> None:
    answer = search("")
    assert answer.status == 200
    assert "كيف تسأل" in answer.text


def test_results_are_narrowed_by_links(search: Search) -> None:
    text = search("الميناء").text
    assert f"search?q={quote('الميناء')}+kind%3Aarticle" in text
    assert f"search?q={quote('الميناء')}+month%3A2023-06" in text
    narrowed = search("الميناء kind:article").text
    assert f'href="search?q={quote("الميناء")}"' in narrowed  # back to all kinds


def test_a_later_page_follows_the_first(search: Search) -> None:
    first, second = search("حشو"), search("حشو", page="2")
    assert (first.text.count('class="search-hit"'), second.text.count('class="search-hit"')) == (20, 5)
    assert 'rel="next"' in first.text
    assert 'rel="next"' not in second.text
    assert search("حشو", page="x").text.count('class="search-hit"') == 20


def test_the_same_is_given_as_json(search: Search) -> None:
    answer = search("صاروخ", format="json")
    assert answer.headers["content-type"] == "application/json"
    found = json.loads(answer.text)
    assert (found["total"], found["hits"][0]["id"]) == (1, "d-a")
    context = found["hits"][0]["context"]
    assert [context["text"][m["start"] : m["end"]] for m in context["marks"]] == ["صاروخ", "الصواريخ"]


def test_the_same_is_given_as_a_feed(search: Search) -> None:
    answer = search("الميناء", format="rss")
    assert answer.headers["content-type"].startswith("application/rss+xml")
    items = list(fromstring(answer.text).iter("item"))
    assert {item.findtext("guid") for item in items} == {"d-a", "d-b", "y-1"}
    assert all((item.findtext("link") or "").startswith("http://127.0.0.1:8765/") for item in items)
    assert all((item.findtext("pubDate") or "").endswith("00:00:00 +0000") for item in items)


def test_the_other_language_keeps_the_query(search: Search) -> None:
    assert f"?q={quote('صاروخ')}&amp;lang=en" in search("صاروخ").text


def test_pages_lead_to_the_search_where_there_is_one(search: Search, ask: Any) -> None:
    assert 'action="search"' in search("", path="/index.html").text
    assert 'action="search"' not in ask("/index.html").text
    assert ask("/search?q=x").status == 404


def test_forms_may_be_sent_to_the_server_itself_alone(search: Search) -> None:
    assert "form-action 'self'" in search("").headers["content-security-policy"]
