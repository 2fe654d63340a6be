"""A reader of values for the tests of dates."""

from collections.abc import Callable

import pytest
from tests.annotate.steps import calls

from tawatur.annotate.dates import Prefer, read
from tawatur.records.time import Date

Values = Callable[..., list[tuple[str, str | None]]]


@pytest.fixture
def values() -> Values:
    """Give (words, value) of every expression of a text; published on Wednesday 12 August 2020 unless told."""

    def give(text: str, published: str | None = "2020-08-12", prefer: Prefer = "nearest") -> list[tuple[str, str | None]]:
        return [(found.text, found.value) for found in read(text, published, prefer)]

    return give


@pytest.fixture
def read_one() -> Callable[..., Date]:
    """Give the only expression of a text."""

    def give(text: str, published: str | None = "2020-08-12", prefer: Prefer = "nearest") -> Date:
        (found,) = read(text, published, prefer)
        return found

    return give


@pytest.fixture
def count_steps() -> Callable[[str], int]:
    """Count the calls of functions while a text is read."""

    return lambda text: calls(lambda: read(text, "2020-08-12"))
