from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.ingest.moments import given_time, iso


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-03-05", "2021-03-05"),
        ("2021-03-05 08:00:00", "2021-03-05T08:00:00"),
        ("2021-03-05T08:00:00Z", "2021-03-05T08:00:00+00:00"),
        ("Fri, 05 Mar 2021 08:00:00 +0300", "2021-03-05T08:00:00+03:00"),
        ("Fri Mar 05 2021 08:00:00 GMT+0300 (Arabian Standard Time)", "2021-03-05T08:00:00+03:00"),
        ("20210305T080000Z", "2021-03-05T08:00:00+00:00"),
        ("20210305", "2021-03-05"),
        (1614931200, "2021-03-05T08:00:00+00:00"),
        ("1614931200000", "2021-03-05T08:00:00+00:00"),
        (date(2021, 3, 5), "2021-03-05"),
        (datetime(2021, 3, 5, tzinfo=UTC), "2021-03-05T00:00:00+00:00"),
        ("2021-02-31", None),
        ("20210231", None),
        ("الجمعة", None),
        (7, None),
        (True, None),
        (None, None),
        ("", None),
    ],
)
def test_times_of_sources_are_iso_or_none(value: Any, expected: str | None) -> None:
    assert iso(value) == expected


def test_words_that_are_no_known_time_are_kept_for_a_later_stage() -> None:
    assert (given_time("الجمعة 5 آذار"), given_time(" "), given_time(None)) == ("الجمعة 5 آذار", None, None)


@given(st.text() | st.integers() | st.floats() | st.none())
def test_any_value_is_survived(value: Any) -> None:
    assert iso(value) is None or isinstance(iso(value), str)
