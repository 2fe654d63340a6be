"""Documents to clean, and readers of dates."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from tawatur.annotate import dates
from tawatur.clean import article
from tawatur.records.article import Article
from tawatur.records.document import Document, Given, Hint, Layout
from tawatur.records.time import Date

Make = Callable[..., Document]
Clean = Callable[..., Article]


@pytest.fixture
def make() -> Make:
    """Make a document of a text; `given`, `hints` and `layout` as plain values."""

    def make(text: str, **fields: Any) -> Document:
        given = Given(**fields.pop("given", {}))
        hints = tuple(Hint(name=name, value=value) for name, value in fields.pop("hints", ()))
        fields = {"id": "d-1", "source": "folder/a.txt", "sha256": "", "format": "text"} | fields
        return Document(text=text, given=given, hints=hints, **fields)

    return make


@pytest.fixture
def page(make: Make) -> Make:
    """Make a page of blocks: (tag, text) or (tag, text, fields of the layout)."""

    def page(*blocks: tuple[Any, ...], **fields: Any) -> Document:
        lines, layout, at = [], [], 0
        for tag, text, *more in blocks:
            lines.append(text)
            layout.append(Layout(start=at, end=at + len(text), tag=tag, **(more[0] if more else {})))
            at += len(text) + 1
        return make("\n".join(lines), format="html", layout=tuple(layout), **fields)

    return page


@pytest.fixture
def read() -> Callable[[str, str | None], Sequence[Date]]:
    """The reader of dates that the pipeline hands in."""
    return lambda text, published: dates.read(text, published)


@pytest.fixture
def clean(make: Make, read: Callable[[str, str | None], Sequence[Date]]) -> Clean:
    """Clean a text or a document."""

    def clean(text: str | Document, repeated: frozenset[str] = frozenset(), **fields: Any) -> Article:
        document = text if isinstance(text, Document) else make(text, **fields)
        return article(document, read, repeated)

    return clean


@pytest.fixture
def kinds(clean: Clean) -> Callable[..., list[str]]:
    """The kinds of a text's lines, in order."""
    return lambda text, **fields: [line.kind for line in clean(text, **fields).lines]


PROSE = (
    "أعلنت بلدية وادي الريحان أنها بدأت تعبيد الطريق الذي يصل القرية بالسوق القديمة بعد أن توقف العمل فيه نحو عامين "
    "بسبب خلاف بين المقاولين على كلفة المواد، وقالت إن العمل سينتهي قبل موسم القطاف."
)
MORE = (
    "وقال رئيس البلدية حمدان السروجي إن سكان القرية صبروا طويلا على الغبار والحفر، وإن البلدية حصلت على قرض صغير من "
    "صندوق التنمية لتدفع أجور العمال وثمن الإسفلت."
)


@pytest.fixture
def prose() -> tuple[str, str]:
    """Two paragraphs of prose about an invented village."""
    return PROSE, MORE
