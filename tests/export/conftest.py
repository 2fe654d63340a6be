"""The example corpus, read once, and written in a format."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.export.helpers import Export, Hostile, write

from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreLibrary]:
    """The example corpus, read by a process of its own: its register of outlets must not become that of other tests."""
    folder = tmp_path_factory.mktemp("demo")
    subprocess.run([sys.executable, "-m", "tawatur.cli.main", "demo", str(folder), "--json"], check=True, capture_output=True)
    with Store(folder / "tawatur.sqlite", create=False) as store:
        yield StoreLibrary(store)


@pytest.fixture
def export(library: StoreLibrary, tmp_path: Path) -> Export:
    """Write the example corpus: `export("csv")`, `export("csv", hostile=True)`."""

    def one(name: str, hostile: bool = False, **options: object) -> Path:
        source = Hostile(library) if hostile else library
        return write(source, tmp_path / f"{name}{'-hostile' if hostile else ''}", name, **options)

    return one
