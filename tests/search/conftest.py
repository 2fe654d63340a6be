from collections.abc import Iterator

import pytest
from tests.postgresql import Stores
from tests.search.held import Held


@pytest.fixture
def held(stores: Stores) -> Iterator[Held]:
    """An empty store, of either kind."""
    made = Held(stores("store"))
    yield made
    made.store.close()
