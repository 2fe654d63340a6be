from hypothesis import given
from hypothesis import strategies as st

from tawatur.annotate.quotes.cast import Cast
from tawatur.records.name import Name

_TEXT = "قالت وزارة النقل في صفوان إن وزارة المياه لم ترد"


def _body(start: int, end: int) -> Name:
    return Name(document="d", start=start, end=end, text=_TEXT[start:end], type="organization")


def test_a_place_inside_the_last_body_begins_none() -> None:
    start = _TEXT.index("وزارة المياه")
    cast = Cast(_TEXT, [_body(start, start + 12)])
    assert cast.is_body(start)
    assert not cast.is_body(start + 6)


@given(st.lists(st.integers(0, len(_TEXT) - 4), max_size=4), st.integers(0, len(_TEXT)))
def test_a_body_begins_just_where_one_was_named(starts: list[int], at: int) -> None:
    cast = Cast(_TEXT, [_body(start, start + 4) for start in starts])
    assert cast.is_body(at) == (at in starts)
