from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.search.held import Held


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Held]:
    """An empty store."""
    made = Held(tmp_path / "store.sqlite")
    yield made
    made.store.close()
