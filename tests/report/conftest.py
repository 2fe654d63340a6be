"""The library of invented happenings that tests/web builds."""

import sys
from importlib import util
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def library() -> Any:
    """A library in memory."""
    name = "tawatur_tests_invented"
    if name not in sys.modules:
        spec = util.spec_from_file_location(name, Path(__file__).parents[1] / "web" / "invented.py")
        assert spec
        assert spec.loader
        sys.modules[name] = util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name].Invented()


@pytest.fixture(scope="session")
def view(library: Any) -> Any:
    """The story of six articles and two origins."""
    return library.story(library.story_of(library.ids["wire"]))
