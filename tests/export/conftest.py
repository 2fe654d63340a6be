"""The example corpus, read once, and written in a format."""

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from tests.export.helpers import Export, Hostile, write

from tawatur import ingest
from tawatur.pipeline import read
from tawatur.resources import ENVIRONMENT, load
from tawatur.resources.registers import agency_names, outlet_names
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreLibrary]:
    """The example corpus with its register, which the tables must be read with."""
    tables = (load, agency_names, outlet_names)
    with as_file(files("tawatur.resources").joinpath("examples")) as examples, pytest.MonkeyPatch.context() as patch:
        patch.setenv(ENVIRONMENT, str(examples / "register.yaml"))
        for table in tables:
            table.cache_clear()
        with Store(tmp_path_factory.mktemp("store") / "s.sqlite") as store:
            read(store, [str(examples / "articles")], ingest.Options())
            yield StoreLibrary(store)
    for table in tables:
        table.cache_clear()


@pytest.fixture
def export(library: StoreLibrary, tmp_path: Path) -> Export:
    """Write the example corpus: `export("csv")`, `export("csv", hostile=True)`."""

    def one(name: str, hostile: bool = False, **options: object) -> Path:
        source = Hostile(library) if hostile else library
        return write(source, tmp_path / f"{name}{'-hostile' if hostile else ''}", name, **options)

    return one
