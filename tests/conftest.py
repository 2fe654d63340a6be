"""What all tests share: the labelled data, where it is at hand, and records made by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tawatur import made_by

# the machines that run this are shared: how long one example takes says nothing
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled data; tests that need it are skipped where it is not there."""
    if not SHARED.is_dir():
        pytest.skip("there is no ../shared with labelled data beside this checkout")
    return SHARED


@pytest.fixture
def pango() -> None:
    """Skip the test where PDF files cannot be drawn on this machine: Pango, a library of the system, is not there."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        pytest.skip(f"no PDF can be drawn here: {str(error).splitlines()[0]}")


@pytest.fixture
def become(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Makes this program another: its version, and what its parts are made of."""

    def another(version: str) -> None:
        made_by.made_by.cache_clear()
        monkeypatch.setattr(made_by, "__version__", version)
        monkeypatch.setattr(made_by, "_digest", lambda room: f"{version} {room}".encode())

    yield another
    made_by.made_by.cache_clear()
