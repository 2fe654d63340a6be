"""Which sentences are looked at for a retelling: those that share words which are rare in the days around them, or in all that is known."""

from array import array
from collections.abc import Iterable, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.passage import Contents, Pair
from tawatur.reuse import nearby
from tawatur.reuse.nearby import by_day, retold_in, window_of
from tawatur.reuse.retold import retold
from tawatur.reuse.scarce import counted

DAY = date(2023, 5, 12).toordinal()
SHARED = range(10)  # the words that both sentences have; each has two of its own


def _one(words: Iterable[int]) -> Contents:
    """A document of one sentence."""
    kept = array("q", sorted(words))
    return Contents(words=kept, sentences=array("I", [0]), ends=array("I", [len(kept)]))


def _newsroom(others: int, apart: int, away: int) -> tuple[dict[str, Contents], dict[str, int]]:
    """Two sentences of one matter, `apart` days from one another, and so many others, `away` days before, for each word that they share."""
    texts = {"a": _one([*SHARED, 100, 101]), "b": _one([*SHARED, 102, 103])}
    days = {"a": DAY, "b": DAY + apart}
    for word in SHARED:
        for number in range(others):
            own = 1000 * (word + 1) + 12 * number
            texts[f"c{word}-{number}"] = _one([word, *range(own, own + 11)])
            days[f"c{word}-{number}"] = DAY - away
    return texts, days


def _told(texts: Mapping[str, Contents], days: Mapping[str, int]) -> list[Pair]:
    """The pairs that tell something alike, whenever they were written."""
    dated = by_day(days)
    near = [pair for day in dated for pair in retold_in(window_of(day, dated), texts)]
    return sorted([*retold(texts, counted(texts), days), *near])


def test_a_retelling_whose_words_are_common_in_other_weeks_is_found_within_the_days_of_a_report() -> None:
    assert _told(*_newsroom(20, apart=2, away=30)) == [("a", "b")]


def test_a_retelling_of_later_days_is_found_only_by_words_that_are_rare_in_all_that_is_known() -> None:
    assert _told(*_newsroom(20, apart=3, away=30)) == []
    assert _told(*_newsroom(10, apart=3, away=30)) == [("a", "b")]


def test_an_article_without_a_day_is_compared_by_words_that_are_rare_in_all_that_is_known() -> None:
    texts, days = _newsroom(20, apart=0, away=30)
    del days["b"]
    assert _told(texts, days) == []
    assert _told(_newsroom(10, apart=0, away=30)[0], {}) == [("a", "b")]


def test_words_that_many_sentences_of_the_same_days_have_tell_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearby, "MANY", 1000)
    assert _told(*_newsroom(nearby.RARE - 2, apart=0, away=1)) == [("a", "b")]
    assert _told(*_newsroom(nearby.RARE, apart=0, away=1)) == []


def test_the_pair_is_told_with_the_smaller_id_first_whichever_is_older() -> None:
    assert _told(*_newsroom(20, apart=-1, away=30)) == [("a", "b")]


def test_of_many_documents_a_part_says_what_is_rare_and_of_few_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearby, "MANY", 50)
    names = [f"d{number}" for number in range(1000)]
    few, many = ({DAY: names[:size]} for size in (99, 1000))
    assert window_of(DAY, few).telling == tuple(names[:99])
    assert 40 < len(window_of(DAY, many).telling) < 100


documents = st.lists(st.lists(st.integers(0, 40), min_size=9, max_size=14, unique=True), min_size=1, max_size=3)


@given(st.lists(st.tuples(documents, st.integers(0, 3)), min_size=2, max_size=8), st.sets(st.integers(0, 7)))
def test_what_some_documents_tell_is_what_all_tell_without_the_pairs_of_others(
    made: list[tuple[list[list[int]], int]], some: set[int]
) -> None:
    texts = {str(number): _of(rows) for number, (rows, _) in enumerate(made)}
    dated = by_day({str(number): DAY + day for number, (_, day) in enumerate(made)})
    only = frozenset(map(str, some))
    for day in dated:
        window = window_of(day, dated)
        every = retold_in(window, texts)
        assert retold_in(window, texts, only) == {pair: told for pair, told in every.items() if not only.isdisjoint(pair)}
        assert all(set(pair) & set(window.today) for pair in every)


def _of(rows: list[list[int]]) -> Contents:
    words = array("q", (word for row in rows for word in sorted(row)))
    ends = array("I")
    for row in rows:
        ends.append(len(row) + (ends[-1] if ends else 0))
    return Contents(words=words, sentences=array("I", range(len(rows))), ends=ends)
