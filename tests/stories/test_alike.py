from collections.abc import Callable
from itertools import combinations

import pytest
from bench.newsroom import newsroom

from tawatur.records.collection import Collection
from tawatur.stories.alike import WEIGHTS, Likeness
from tawatur.stories.bundles import bundles, of_bundles
from tawatur.stories.daily import Daily, recount
from tawatur.stories.features import FEATURES
from tawatur.stories.profiles import Profiles, profiles
from tawatur.stories.rarity import Rarity
from tawatur.stories.shared import shared
from tawatur.stories.weighed import Weighing


@pytest.fixture(scope="module")
def pieces() -> dict[str, tuple[str | None, str]]:
    return {f"{piece.key}{piece.outlet}": (str(piece.day)[:10], piece.text) for piece in newsroom(12)}


@pytest.mark.parametrize("least", [-3.0, -0.6, 2.0])
def test_a_pair_that_is_given_up_early_is_one_that_is_less_alike(
    collection: Callable[..., Collection], pieces: dict[str, tuple[str | None, str]], least: float
) -> None:
    made = collection(pieces)
    found = profiles(made, {}, None)
    daily, _ = recount(Daily({}), Profiles({}), found, found)
    likeness = Likeness(Weighing(found, Rarity(found.numbers, daily.of)), of_bundles(shared(made), bundles(found)))
    pairs = list(combinations(sorted(pieces), 2))
    exact = {pair: value for pair in pairs if (value := likeness.of(*pair)) >= least}
    early = {pair: likeness.from_least(*pair, least) for pair in pairs}
    assert {pair: value for pair, value in early.items() if value is not None} == exact
    assert 0 < len(exact) < len(pairs)


def test_each_feature_has_a_weight() -> None:
    assert WEIGHTS.keys() == FEATURES.keys()
