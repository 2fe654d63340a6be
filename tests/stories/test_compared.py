from collections.abc import Callable, Mapping

import pytest
from bench.newsroom import newsroom
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.records.collection import Collection
from tawatur.records.grouped import Grouped
from tawatur.stories import rarity
from tawatur.stories.grouping import together

Make = Callable[..., Collection]
PIECES = {f"{piece.key}{piece.outlet}": (str(piece.day)[:10], piece.text) for piece in newsroom(40)}
NAMES = sorted(PIECES)


def after(collection: Make, earlier: Mapping[str, object], later: Mapping[str, object]) -> tuple[list[tuple[str, ...]], Grouped]:
    _, kept = together(collection(earlier))
    touched = {name for name, one in later.items() if earlier.get(name) != one}
    return together(collection(later), kept, touched)


def crowd(count: int, day: str) -> dict[str, tuple[str, str]]:
    text = "سوق القصب في تالمين يفتح أبوابه للمرة {n}\nفتح سوق القصب القديم في مدينة تالمين بابه رقم {n} بعد الترميم."
    return {f"crowd{n:03}": (day, text.format(n=n + 1000)) for n in range(count)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(NAMES)), st.sets(st.sampled_from(NAMES)), st.sampled_from([0, 20, 1000]))
def test_grouping_goes_on_from_an_earlier_one_to_what_it_would_be_from_nothing(
    collection: Make, earlier: set[str], later: set[str], many: int
) -> None:
    before, now = ({name: PIECES[name] for name in sorted(names)} for names in (earlier, later))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rarity, "MANY", many)
        assert after(collection, before, now) == together(collection(now))


def test_a_word_that_becomes_too_common_takes_back_the_pairs_that_it_proposed(collection: Make) -> None:
    few, many = (crowd(count, "2018-03-07") for count in (140, 170))
    for before, now in ((few, many), (many, few)):
        assert after(collection, before, now) == together(collection(now))


@pytest.mark.parametrize("many", [0, 60, 10_000])
def test_articles_of_earlier_days_change_how_later_ones_are_weighed(
    collection: Make, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(rarity, "MANY", many)
    later = {name: PIECES[name] for name in NAMES}
    first = min(day for day, _ in later.values())
    day = f"{first[:8]}{max(1, int(first[8:]) - 2):02}"
    earlier = {f"earlier{n}": (day, text) for n, (_, text) in enumerate(later.values())}
    now = earlier | later
    assert after(collection, later, now) == together(collection(now))


@pytest.mark.parametrize("dated", [9, 10, 11])
def test_a_few_articles_without_a_day_beside_a_few_with_one_go_on_too(collection: Make, dated: int) -> None:
    every = [text for _, text in PIECES.values()]
    before = {f"d{n}": (f"2018-0{1 + n % 9}-0{1 + n // 9}", every[n]) for n in range(dated)} | {"u0": (None, every[0])}
    now = before | {"d99": ("2018-12-24", every[30]), "u1": (None, every[1])}
    assert after(collection, before, now) == together(collection(now))


def test_what_is_as_it_was_is_not_compared_again(collection: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    every = {name: PIECES[name] for name in NAMES}
    asked: list[tuple[str, str]] = []
    from tawatur.stories.alike import Likeness

    compare = Likeness.from_least

    def counted(self: Likeness, a: str, b: str, least: float) -> float | None:
        asked.append((a, b))
        return compare(self, a, b, least)

    monkeypatch.setattr(Likeness, "from_least", counted)
    _, kept = together(collection(every))
    first = len(asked)
    together(collection(every), kept, frozenset())
    assert 0 < first == len(asked)
