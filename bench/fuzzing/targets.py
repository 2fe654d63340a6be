"""What an input is given to, and what may come of it. A breach is told by an AssertionError, or by whatever the program raises."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from tawatur import clean, ingest
from tawatur.annotate import commitments, dates, events, figures, names, quotes, sentences
from tawatur.ingest.reasons import Reason
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.base import to_json
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped

_REASONS = frozenset(Reason) - {Reason.FAILED}  # a fault of the program is what is looked for
_OPTIONS = ingest.Options(bounds=ingest.Bounds(document=2 * 2**20))


def read(path: Path) -> list[Document | Dropped]:
    """Read a file that lies alone in its folder: documents that can be kept, or a refusal with its reason."""
    where = path.parent if ".opml" in path.name else path  # nothing is fetched for a list of feeds that merely lies in a folder
    found = [one if isinstance(one, Dropped) else ingest.document(one) for one in ingest.raws(where, _OPTIONS)]
    assert found, "neither a document nor a refusal"  # noqa: S101
    for one in found:
        if isinstance(one, Dropped):
            assert one.reason in _REASONS, one.detail  # noqa: S101
            assert one.detail, "a refusal without words"  # noqa: S101
        else:
            check_document(one)
    return found


def check_document(document: Document) -> None:
    """Look whether a document can be kept and read again, and says what it should."""
    _kept(document, Document)
    assert document.text.strip(), "no text"  # noqa: S101
    assert document.sha256 == hashlib.sha256(document.text.encode()).hexdigest()  # noqa: S101
    last = 0
    for place in document.layout:
        assert last <= place.start <= place.end <= len(document.text), "layout out of order"  # noqa: S101
        last = place.end


def annotate(text: str) -> None:
    """Clean and annotate a text."""
    found = ingest.document(
        ingest.Raw(source="a.txt", format="text", data=text.encode("utf-8", "surrogatepass"), identity="a.txt")
    )
    if isinstance(found, Dropped):
        assert found.reason in _REASONS, found.detail  # noqa: S101
        return
    annotated(found)


def annotated(document: Document) -> None:
    """Clean and annotate a document, and look whether all that is found stands in its text."""
    clean.line_keys(document)
    clean.outlet_key(document)
    article = clean.article(document, dates.read, frozenset(), ())
    _kept(article, Article)
    cut = sentences.split(document.text, article)
    named = names.annotate(document.text, article, cut, None)
    times = dates.find(document.text, document.id)
    said = quotes.annotate(document.text, article, cut, named)
    found = Annotated(
        document=document.id,
        sentences=tuple(cut),
        times=tuple(times),
        names=tuple(named),
        quotes=tuple(said),
        figures=tuple(figures.annotate(document.text, cut, said, times)),
        events=tuple(events.annotate(document.text, article, cut, named, times, said)),
        undertakings=tuple(commitments.annotate(document.text, cut, commitments.Found(named, said, times))),
    )
    _kept(found, Annotated)
    for some in (
        article.lines,
        found.sentences,
        found.times,
        found.names,
        found.quotes,
        found.figures,
        found.events,
        found.undertakings,
    ):
        _inside(some, document.text)
    for expression in found.times:
        dates.resolve(expression, "2021-03-05")


def _inside(some: Iterable[Any], text: str) -> None:
    """Look whether spans stand in the text, and have the words that they say."""
    for one in some:
        assert 0 <= one.start < one.end <= len(text) or one.start == one.end <= len(text), f"{one} stands outside of the text"  # noqa: S101
        said = getattr(one, "text", None)
        assert said is None or said == text[one.start : one.end], f"{one} has other words than its text"  # noqa: S101


def _kept(record: Any, kind: type[Any]) -> None:
    assert msgspec.json.decode(to_json(record), type=kind) == record, "not what is kept"  # noqa: S101
