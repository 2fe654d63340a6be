"""A library of invented happenings."""

import sys
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


def _invented() -> ModuleType:
    name = "tawatur_tests_invented"
    if name not in sys.modules:
        spec = util.spec_from_file_location(name, Path(__file__).parents[1] / "web" / "invented.py")
        assert spec
        assert spec.loader
        sys.modules[name] = util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture
def invented() -> Any:
    """The module that builds libraries in memory."""
    return _invented()


@pytest.fixture
def library(invented: Any) -> Any:
    """A library in memory."""
    return invented.Invented()
