from datetime import date

import pytest

from tawatur.export.parts.times import day, in_utc, moment, prefix


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2021-09-29", "2021-09-29"),
        ("2021-09", "2021-09"),
        ("2021", "2021"),
        ("2021-09-29T14:05+03:00", "2021-09-29"),
        ("2020-03-05TEV", "2020-03-05"),
        ("2020-08-03/2020-08-05", "2020-08-03"),
        ("2021-Q3", "2021"),
        ("2021-SU", "2021"),
        ("2021-W38", None),
        ("202X", None),
        ("P18M", None),
        ("PT3H10M", None),
        ("", None),
        (None, None),
    ],
)
def test_a_value_is_written_no_more_exactly_than_it_is(value: str | None, found: str | None) -> None:
    assert prefix(value) == found


def test_only_a_day_is_a_day() -> None:
    assert day("2021-09-29TMO") == date(2021, 9, 29)
    assert day("2021-09") is None
    assert day("2021-02-30") is None


def test_a_moment_needs_its_zone() -> None:
    assert moment("2021-09-29T14:05") is None
    assert moment("2021-09-29") is None
    assert moment("2020-03-05TEV") is None
    found = moment("2021-09-29T14:05+03:00")
    assert found is not None
    assert found.isoformat() == "2021-09-29T14:05:00+03:00"


def test_a_moment_is_told_in_utc_and_a_day_as_it_is() -> None:
    assert in_utc("2021-09-29T01:05+03:00") == "2021-09-28T22:05:00"
    assert in_utc("2021-09-29") == "2021-09-29"
    assert in_utc(None) is None
