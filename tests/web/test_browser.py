"""The page in a real browser: Chromium, where one is installed."""

import shutil
import socket
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from tests.web.invented import MINISTER

from tawatur.web.address import pair_id
from tawatur.web.app import app
from tawatur.web.compare import in_order
from tawatur.web.setting import SECTIONS
from tawatur.web.site import write_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_ARGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
WIDTHS = (1280, 390)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """A browser, ended with the module."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip("no Chromium is installed: the page was not tried in a browser")
    playwright = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(_ARGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def written(library: Any, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the written pages."""
    return write_site(library, tmp_path_factory.mktemp("site")).parent.as_uri()


@pytest.fixture(scope="module")
def served(library: Any) -> Iterator[str]:
    """The address of a running server, ended with the module."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()  # the browser may ask before the thread has begun to serve
        server = uvicorn.Server(uvicorn.Config(app(library), log_level="critical", lifespan="off", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=20)
        assert not thread.is_alive()


@pytest.fixture(params=WIDTHS)
def tab(browser: "Browser", request: pytest.FixtureRequest) -> Iterator["Page"]:
    """An empty page of one width; the test fails where the page complains."""
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    # a request that the next page cuts off is no failure
    page.on("requestfailed", lambda asked: None if asked.failure == "net::ERR_ABORTED" else complaints.append(asked.url))
    yield page
    page.close()
    assert complaints == []


def _paths(library: Any) -> list[str]:
    main = library.story_of(library.ids["wire"])
    articles = [f"article/{library.ids[key]}.html" for key in ("wire", "paper", "own", "market", "english")]
    lists = [f"{kind}.html" for kind in SECTIONS]
    pair = pair_id(*in_order(*(library.document(library.ids[key]) for key in ("wire", "site"))))
    return [
        *lists,
        f"story/{main}.html",
        f"thread/{library.thread}.html",
        f"name/{MINISTER}.html",
        f"compare/{pair}.html",
        *articles,
    ]


@pytest.mark.parametrize("where", ["written", "served"])
def test_every_kind_of_page_is_right_to_left_and_fits_the_width(
    tab: "Page", library: Any, where: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(where)
    for path in _paths(library):
        tab.goto(f"{root}/{path}")
        assert tab.evaluate("getComputedStyle(document.body).direction") == "rtl"
        assert tab.evaluate("document.documentElement.lang") == "ar"
        wide, window = tab.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= window, path


def test_english_pages_fit_the_width_too(tab: "Page", library: Any, written: str) -> None:
    for path in _paths(library):
        tab.goto(f"{written}/en/{path}")
        assert tab.evaluate("getComputedStyle(document.body).direction") == "ltr"
        wide, window = tab.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= window, path


@pytest.mark.parametrize("where", ["written", "served"])
def test_the_words_of_every_statement_lead_to_their_place_in_the_text(
    tab: "Page", library: Any, where: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(where)
    tab.goto(f"{root}/story/{library.story_of(library.ids['wire'])}.html")
    links = tab.eval_on_selector_all(
        "a[data-words], a.carrier", "all => all.map(a => [a.href, a.matches('.carrier') ? null : a.textContent])"
    )
    assert len(links) > 20
    for href, words in links:
        tab.goto(href)
        target = tab.locator(":target")
        assert target.count() == 1
        name = href.partition("#")[2]
        found = "".join(tab.eval_on_selector_all(f'#{name}, [data-of="{name}"]', "all => all.map(one => one.textContent)"))
        document = library.document(href.rpartition("/")[2].partition(".")[0]).document
        start, end = map(int, name.split("-")[1:])
        assert found == document.text[start:end]
        assert words is None or found == words
        assert target.is_visible()


def test_the_words_that_a_link_leads_to_are_on_the_screen_and_stand_out(tab: "Page", library: Any, written: str) -> None:
    view = library.document(library.ids["own"])
    quote = view.settled.quotes[-1]
    tab.goto(f"{written}/article/{view.document.id}.html#s-{quote.start}-{quote.end}")
    target = tab.locator(":target")
    plain = tab.locator(".m.quote:not(:target)").first
    colour = "one => getComputedStyle(one).backgroundColor"
    assert target.evaluate(colour) != plain.evaluate(colour)
    box = target.bounding_box()
    assert box
    assert 0 <= box["y"] <= 900


def test_the_value_of_a_date_is_shown_on_focus_and_on_hover(tab: "Page", library: Any, written: str) -> None:
    tab.goto(f"{written}/article/{library.ids['wire']}.html")
    date = tab.locator(".m.date", has_text="يوم الأربعاء")
    tip = tab.locator("#tip")
    assert not tip.is_visible()
    date.focus()
    assert tip.is_visible()
    assert "29 أيلول/سبتمبر 2021" in tip.inner_text()
    tab.keyboard.press("Escape")
    assert not tip.is_visible()
    date.hover()
    assert "29 أيلول/سبتمبر 2021" in tip.inner_text()
    box = tip.bounding_box()
    width = tab.viewport_size
    assert box
    assert width
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width["width"]


def test_the_filter_shows_the_stories_with_all_its_words_however_spelt(tab: "Page", written: str) -> None:
    tab.goto(f"{written}/index.html")
    rows = tab.locator("[data-row]")
    assert rows.count() == 3
    tab.locator("#filter").fill("وادى الرُّمان سدّ")
    assert rows.filter(visible=True).count() == 2
    tab.locator("#filter").fill("لا يوجد")
    assert rows.filter(visible=True).count() == 0
    assert tab.locator("[data-none]").is_visible()
    tab.locator("#filter").fill("")
    assert rows.filter(visible=True).count() == 3


def test_without_scripts_words_stand_out_and_values_are_shown(browser: "Browser", library: Any, written: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    quote = library.document(library.ids["wire"]).settled.quotes[0]
    page.goto(f"{written}/article/{quote.document}.html#s-{quote.start}-{quote.end}")
    assert page.locator(":target").inner_text() == quote.text
    page.goto(f"{written}/index.html")
    assert not page.locator("#filter").is_visible()
    assert page.locator("[data-row]").first.is_visible()
    context.close()


def test_the_language_is_kept_from_page_to_page(tab: "Page", served: str) -> None:
    tab.goto(f"{served}/")
    for link, language in (("a.switch", "en"), (".story-title", "en"), ("a.switch", "ar")):
        with tab.expect_navigation():  # a click returns before the next page has its first element
            tab.locator(link).first.click()
        assert tab.evaluate("document.documentElement.lang") == language


def test_highlights_can_be_put_away(tab: "Page", library: Any, written: str) -> None:
    tab.goto(f"{written}/article/{library.ids['wire']}.html")
    quote = tab.locator(".m.quote").first
    colour = "one => getComputedStyle(one).backgroundColor"
    assert quote.evaluate(colour) != "rgba(0, 0, 0, 0)"
    tab.locator("#show-quotes").uncheck()
    assert quote.evaluate(colour) == "rgba(0, 0, 0, 0)"


def test_axe_finds_nothing_serious_on_any_page(browser: "Browser", library: Any, served: str) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="the package axe-playwright-python is not installed"
    )
    found = []
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
        page = context.new_page()
        for path in _paths(library):
            page.goto(f"{served}/{path}")
            told = axe.Axe().run(page).response["violations"]
            found += [(width, path, one["id"]) for one in told if one["impact"] in ("serious", "critical")]
        context.close()
    assert found == []


def test_the_way_from_the_first_page_to_a_speakers_words_in_an_article(tab: "Page", library: Any, served: str) -> None:
    tab.goto(f"{served}/")
    tab.get_by_role("link", name="وزيرة الري: سد وادي الرمان ممتلئ").first.click()
    tab.locator("a.name-link", has_text="سلمى الكواري").click()
    assert tab.locator("h1").inner_text() == "سلمى الكواري"
    words = tab.locator(".said a.words").first
    said = words.inner_text()
    words.click()
    assert tab.locator(":target").inner_text() == said


def test_the_way_from_a_story_to_two_articles_side_by_side_and_into_the_text(tab: "Page", library: Any, served: str) -> None:
    tab.goto(f"{served}/story/{library.story_of(library.ids['wire'])}.html")
    tab.locator("a.beside", has_text="نافذة الوادي").first.click()
    assert tab.locator("h1").inner_text() == "مقالان جنبًا إلى جنب"
    tab.locator("a.to-place").first.click()
    tab.locator(":target").wait_for(state="visible")
    assert tab.locator(":target").is_visible()
