from tawatur.web.pages import Page
from tawatur.web.rendered import Rendered


def _page(html: str) -> Page:
    return Page(html=html, parts=1)


def test_a_page_is_made_once_for_a_key() -> None:
    held, made = Rendered(), []
    for key in ("a", "a", "b"):
        held.of(key, lambda key=key: made.append(key) or _page(key))  # type: ignore[func-returns-value,misc]
    assert made == ["a", "b"]


def test_what_was_asked_for_longest_ago_is_forgotten() -> None:
    held, made = Rendered(most=2), []
    for key in ("a", "b", "a", "c", "b", "a"):
        held.of(key, lambda key=key: made.append(key) or _page(key))  # type: ignore[func-returns-value,misc]
    assert made == ["a", "b", "c", "b", "a"]


def test_a_page_that_is_not_there_is_not_kept() -> None:
    held = Rendered()
    assert held.of("a", lambda: None) is None
    page = held.of("a", lambda: _page("x"))
    assert page
    assert page.html == "x"
