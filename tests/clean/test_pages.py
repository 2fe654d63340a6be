"""Whole pages in the shapes of real sites, of invented content: what a careful reader finds in each is beside them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from tawatur import ingest
from tawatur.records.article import Article
from tawatur.records.document import Document

PAGES = Path(__file__).with_name("pages")
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((PAGES / "expected.yaml").read_text(encoding="utf-8"))
Cleaned = tuple[Document, Article, dict[str, Any]]


@pytest.fixture(params=sorted(EXPECTED))
def cleaned(request: pytest.FixtureRequest, clean: Callable[..., Article]) -> Cleaned:
    """A page as read and cleaned, and what a careful reader finds in it."""
    (raw,) = ingest.raws(str(PAGES / request.param), ingest.Options())
    document = ingest.document(raw) if isinstance(raw, ingest.Raw) else raw
    assert isinstance(document, Document)
    wanted = EXPECTED[request.param]
    document = msgspec.structs.replace(document, address=wanted.get("address"))
    return document, clean(document), wanted


def _kinds(document: Document, found: Article, wanted: list[str]) -> Iterator[tuple[str, str]]:
    """The kind of every line as a reader tells it and as found: what the reader does not list is furniture."""
    left = [row.split(": ", 1) for row in wanted]
    tab = {block.start for block in document.layout if block.tag == "title"}
    for line in found.lines:
        text = document.text[line.start : line.end]
        told = bool(left) and line.start not in tab and text.startswith(left[0][1])
        yield f"{left.pop(0)[0] if told else 'furniture'}: {text[:40]}", f"{line.kind}: {text[:40]}"
    assert left == []


def test_lines_of_a_page_have_their_kinds(cleaned: Cleaned) -> None:
    document, found, wanted = cleaned
    pairs = list(_kinds(document, found, wanted["lines"]))
    assert [kind for _, kind in pairs] == [kind for kind, _ in pairs]


def test_a_page_s_days_are_those_that_it_tells_and_none_else(cleaned: Cleaned) -> None:
    _, found, wanted = cleaned
    days = (found.publication.published or "")[: len(wanted.get("published", ""))], (found.publication.modified or "")[:10]
    assert days == (wanted.get("published", ""), wanted.get("modified", ""))
    assert bool(found.publication.published) == ("published" in wanted)


def test_a_page_s_title_and_signature_are_read(cleaned: Cleaned) -> None:
    document, found, wanted = cleaned
    place = found.dateline_place
    if wanted.get("title") != "?":  # a message has none
        assert (found.title and found.title.text) == wanted["title"]
    assert list(found.authors) == wanted.get("authors", [])
    assert (place and document.text[place.start : place.end]) == wanted.get("place")
    credits = {mention.agency for mention in found.agencies if mention.credit}
    assert credits == set(wanted.get("credits", []))
