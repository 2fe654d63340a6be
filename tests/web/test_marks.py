from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tawatur.web.address import anchor
from tawatur.web.marks import Mark, Marked

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), max_size=60)


@st.composite
def _texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(_TEXT)
    places = st.integers(min_value=0, max_value=len(text))
    pairs = draw(st.lists(st.tuples(places, places), max_size=8))
    return text, [Mark(start=min(pair), end=max(pair), kind="quote", tip="<b>") for pair in pairs]


class _Reader(HTMLParser):
    """Collects the text, and the text inside every mark by its name."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []
        self.marks: dict[str, str] = {}
        self.ids: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        name = found.get("id") or found.get("data-of") or ""
        if "id" in found:
            self.ids.append(name)
        self.open.append(name)
        self.marks.setdefault(name, "")

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for name in self.open:
            self.marks[name] += data


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html.encode().decode())  # as plain text: slices of Markup escape again
    reader.close()
    assert reader.open == []
    return reader


@given(_texts_with_marks())
def test_the_text_comes_out_whole_and_only_escaped(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    read = _read(Marked(text, marks).line(0, len(text)))
    assert read.text == text
    assert read.tags <= {"span"}


@given(_texts_with_marks())
def test_every_mark_holds_exactly_its_words_even_where_marks_cross(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    read = _read(Marked(text, marks).line(0, len(text)))
    assert read.marks == {anchor(mark.start, mark.end): text[mark.start : mark.end] for mark in marks if mark.start < mark.end}
    assert len(read.ids) == len(set(read.ids)) == len(read.marks)


@given(_texts_with_marks(), st.integers(min_value=1, max_value=20))
def test_a_text_cut_into_lines_keeps_the_words_of_its_marks(case: tuple[str, list[Mark]], width: int) -> None:
    text, marks = case
    marked = Marked(text, marks)
    html = "".join(marked.line(at, min(at + width, len(text))) for at in range(0, len(text), width))
    read = _read(html)
    assert read.text == text
    assert read.marks == {anchor(mark.start, mark.end): text[mark.start : mark.end] for mark in marks if mark.start < mark.end}
    assert len(read.ids) == len(set(read.ids))


def test_marks_outside_the_text_are_left_out() -> None:
    html = Marked(
        "قصير", [Mark(start=2, end=90, kind="quote"), Mark(start=3, end=3, kind="quote"), Mark(start=-1, end=2, kind="x")]
    )
    assert html.line(0, 4) == "قصير"


def test_what_is_said_of_the_same_words_stands_in_one_element() -> None:
    marks = [Mark(start=0, end=3, kind="date", tip="الأربعاء"), Mark(start=0, end=3, kind="place")]
    html = Marked("يوم", marks).line(0, 3)
    assert html == '<span id="s-0-3" class="m date place" tabindex="0" data-tip="الأربعاء">يوم</span>'
