import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.web.address import Address, Links, parse


@pytest.mark.parametrize("path", ["index.html", "index.2.html", "dropped.html", "story/y-0a.html", "article/d-0a.17.html"])
def test_the_address_of_a_page_reads_back(path: str) -> None:
    address = parse(path)
    assert address
    assert address.path == path


@pytest.mark.parametrize(
    "path",
    ["story/../index.html", "story/a%2f.html", "story/.html", "story/-.html", "index.0.html", "index.01.html", "article/د.html",
     "article/d.1.2.html", "story/y\n.html", "index.html\n", "story/" + "a" * 81 + ".html", "index.9999999.html", "static/page.css"],
)  # fmt: skip
def test_what_is_no_page_has_no_address(path: str) -> None:
    assert parse(path) is None


@given(st.text(max_size=40))
def test_any_path_is_refused_or_reads_back(path: str) -> None:
    address = parse(path)
    assert address is None or path == "" or address.path == path


def test_a_link_to_words_names_the_part_on_which_they_stand() -> None:
    here = Address(kind="story", id="y-1")
    links = Links(here=here, static="static/", switch="?lang=en", page_of=lambda document, start: 1 + start // 100)
    assert links.words("d-1", 30, 40) == "../article/d-1.html#s-30-40"
    assert links.words("d-1", 130, 140) == "../article/d-1.2.html#s-130-140"
    assert links.index() == "../index.html"
    assert links.asset("page.css") == "../static/page.css"
