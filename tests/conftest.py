"""What all tests share: the labelled data, where it is at hand, and records made by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.postgresql import Running, Stores, programs, running

from tawatur.store.address import Place, Server

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


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Running]:
    """A PostgreSQL server that runs as long as the tests; those that need it are skipped where none is installed."""
    found = programs()
    if found is None:
        pytest.skip(
            "there is no PostgreSQL server on this machine (postgres and initdb, as Debian's package postgresql brings them)"
        )
    with running(found) as server:
        yield server


@pytest.fixture
def database(postgresql: Running) -> Iterator[Server]:
    """An empty database of the server."""
    server = postgresql.fresh()
    yield server
    postgresql.drop(server)


def _places(request: pytest.FixtureRequest, folder: Path) -> Iterator[Stores]:
    if request.param == "sqlite":
        yield lambda name: folder / f"{name}.sqlite"
        return
    server: Running = request.getfixturevalue("postgresql")
    made: dict[str, Server] = {}

    def place(name: str) -> Place:
        if name not in made:
            made[name] = server.fresh()
        return made[name]

    yield place
    for one in made.values():
        server.drop(one)


@pytest.fixture(params=["sqlite", "postgresql"])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stores]:
    """Where the stores of a test lie, by name: it is run once with files and once with databases of a server."""
    yield from _places(request, tmp_path)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_stores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """The same for a store that several tests look at, or one test many times."""
    yield from _places(request, tmp_path_factory.mktemp("stores"))
