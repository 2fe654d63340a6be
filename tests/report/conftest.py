"""The library of invented happenings that tests/web builds."""

from typing import Any

import pytest
from tests.web.invented import Invented


@pytest.fixture(scope="session")
def library() -> Any:
    """A library in memory."""
    return Invented()


@pytest.fixture(scope="session")
def view(library: Any) -> Any:
    """The story of six articles and two origins."""
    return library.story(library.story_of(library.ids["wire"]))
