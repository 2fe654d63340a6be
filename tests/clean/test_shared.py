"""Cleaning on the labelled data: floors that must not be lowered."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from bench.skills import clean as bench

from tawatur.records.article import Article
from tawatur.records.document import Document

Clean = Callable[..., Article]


@pytest.fixture
def seeds(shared: Path, make: Callable[..., Document], clean: Clean) -> dict[str, tuple[str, Article]]:
    """The seeds, cleaned: text and article by the three digits of the file's name."""
    files = sorted((shared / "seeds").glob("*_*.txt"))
    texts = {file.name[:3]: file.read_text(encoding="utf-8") for file in files}
    return {key: (text, clean(make(text))) for key, text in texts.items()}


@pytest.fixture
def gold(shared: Path) -> Any:
    """What a careful reader found in the seeds."""
    return yaml.safe_load((shared / "seeds" / "gold.yaml").read_text(encoding="utf-8"))


@pytest.mark.shared
def test_lines_of_the_seeds_have_their_kinds(seeds: dict[str, tuple[str, Article]], gold: Any) -> None:
    told = {key: {text.count("\n", 0, line.start) + 1: line.kind for line in found.lines} for key, (text, found) in seeds.items()}
    pairs = [(gold["not_body"][key].get(number, "body"), kind) for key, kinds in told.items() for number, kind in kinds.items()]
    assert len(pairs) == 99
    assert sum(want == kind for want, kind in pairs) >= 98


@pytest.mark.shared
def test_seeds_that_say_their_day_have_it_and_the_others_none(seeds: dict[str, tuple[str, Article]]) -> None:
    published = {key: found.publication.published for key, (_, found) in seeds.items()}
    assert published == {"000": None, "001": "2021-09-29", "002": None, "003": "2020-03-05", "004": None}


@pytest.mark.shared
def test_agencies_of_the_seeds_are_credits_or_mentions(seeds: dict[str, tuple[str, Article]]) -> None:
    found = {key: {(mention.agency, mention.credit) for mention in article.agencies} for key, (_, article) in seeds.items()}
    assert found == {
        "000": set(),
        "001": {("reuters", True), ("bloomberg", False)},
        "002": set(),
        "003": {("anadolu", False)},
        "004": {("reuters", False)},
    }


@pytest.mark.shared
def test_real_pages_have_their_days_and_bodies(shared: Path) -> None:
    assert [figure.value for figure in bench.measure(shared)] == [1.0, 1.0, 1.0]
