"""What all tests share: the labelled data, where it is at hand, and records made by hand."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled data; tests that need it are skipped where it is not there."""
    if not SHARED.is_dir():
        pytest.skip("there is no ../shared with labelled data beside this checkout")
    return SHARED
