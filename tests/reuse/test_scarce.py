from array import array
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.passage import Contents, Scarce
from tawatur.reuse.scarce import MOST, counted, counted_on

# words of which some stand in more sentences than a scarce one may, and some in about as many
_SENTENCES = st.lists(st.sets(st.integers(1, 6), min_size=1), max_size=8)
_DOCUMENTS = st.dictionaries(st.sampled_from("abcdefgh"), _SENTENCES)


def _contents(sentences: list[set[int]]) -> Contents:
    return Contents(
        words=array("q", [word for sentence in sentences for word in sorted(sentence)]),
        sentences=array("I", range(len(sentences))),
        ends=array("I", accumulate(map(len, sentences))),
    )


@given(st.lists(_DOCUMENTS, min_size=1, max_size=5))
def test_counting_on_through_any_changes_gives_what_counting_all_gives(history: list[dict[str, list[set[int]]]]) -> None:
    known: dict[str, Contents] = {}
    scarce = Scarce({}, {})
    for written in history:
        now = {document: _contents(sentences) for document, sentences in written.items()}
        other = {document for document in known.keys() | now.keys() if known.get(document) != now.get(document)}
        scarce = counted_on(scarce, known, now, other)
        assert scarce == counted(now)
        known = now


def test_the_places_of_a_word_are_known_as_long_as_few_sentences_have_it() -> None:
    few, many = (counted({"a": _contents([{1}] * times + [{2}])}) for times in (MOST, MOST + 1))
    assert list(few.places["a"].words) == [1] * MOST + [2]
    assert list(few.places["a"].sentences) == list(range(MOST + 1))
    assert list(many.places["a"].words) == [2]


def test_what_was_counted_of_other_documents_is_not_gone_on_from() -> None:
    a, b = _contents([{1}]), _contents([{2}])
    assert counted_on(counted({"a": a, "b": b}), {"a": a}, {"a": a}, set()) == counted({"a": a})
