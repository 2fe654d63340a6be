from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.annotate.steps import calls

from tawatur.annotate.names import annotate
from tawatur.annotate.names.lexicon import lexicon
from tawatur.annotate.names.line import Line as Words
from tawatur.annotate.names.recognizers import Chosen, Found, RecognizerError
from tawatur.annotate.names.recognizers.applied import words as words_of
from tawatur.annotate.names.tokens import forms, tokenise
from tawatur.annotate.sentences import split
from tawatur.records.article import Article, Line, Publication
from tawatur.records.name import Name, NameType


class Fixed:
    """Finds given words, each of a given type, wherever they stand."""

    def __init__(self, words: dict[str, NameType], score: float = 0.9) -> None:
        self._words = words
        self._score = score

    def recognize(self, texts: Sequence[str]) -> list[list[Found]]:
        """The words of each text."""
        return [
            [
                Found(at, at + len(word), kind, self._score)
                for word, kind in self._words.items()
                for at in range(len(text))
                if text.startswith(word, at)
            ]
            for text in texts
        ]


class Answers:
    """Gives an answer whatever it is asked."""

    def __init__(self, answer: Callable[[Sequence[str]], list[list[Found]]]) -> None:
        self.recognize = answer


def _annotated(text: str, chosen: Chosen | None) -> list[Name]:
    line = Line(start=0, end=len(text), kind="body", reason="test")
    article = Article(document="d-1", lines=(line,), language="ar", publication=Publication(reason="test"))
    return annotate(text, article, split(text, article), chosen)


def _names(text: str, words: dict[str, NameType], *, alone: bool = False) -> list[tuple[str, str]]:
    return [(name.text, name.type) for name in _annotated(text, Chosen(Fixed(words), alone, "fixed"))]


_PLAIN = "وقال إن الطوربان سيعمل قبل الشتاء في الميدان الكبير."


def test_what_our_tagger_passes_by_is_found_by_the_other() -> None:
    assert _annotated(_PLAIN, None) == []
    assert _names(_PLAIN, {"الطوربان": "product"}) == [("الطوربان", "product")]


@pytest.mark.parametrize("kind", ["person", "organization", "country", "place", "product", "law", "event"])
def test_every_type_of_the_export_goes_through(kind: NameType) -> None:
    text = "وصل شبرقوت العنقودي قبل الشتاء."
    assert _names(text, {"شبرقوت العنقودي": kind}, alone=True) == [("شبرقوت العنقودي", kind)]


def test_clitics_that_the_other_leaves_on_are_cut_by_our_rules() -> None:
    text = "قدم التقرير لشبرقوت العنقودي أمس، ثم رد شبرقوت العنقودي."
    assert _names(text, {"لشبرقوت العنقودي": "person", "شبرقوت العنقودي": "person"}, alone=True) == [
        ("شبرقوت العنقودي", "person"),
        ("شبرقوت العنقودي", "person"),
    ]


def test_a_title_that_the_other_leaves_on_is_cut_by_our_rules() -> None:
    text = "وصل الوزير شبرقوت العنقودي أمس."
    assert _names(text, {"الوزير شبرقوت العنقودي": "person"}, alone=True) == [("شبرقوت العنقودي", "person")]


def test_marks_at_the_ends_are_left_out_and_a_part_of_a_word_is_the_word() -> None:
    text = "عاد إلى «نيرجس»، قبل الشتاء."
    assert _names(text, {"«نيرجس»،": "place"}, alone=True) == [("نيرجس", "place")]
    assert _names(text, {"نير": "place"}, alone=True) == [("نيرجس", "place")]


def test_the_longer_of_two_names_holds() -> None:
    text = "زار الوفد جزيرة الشعبات الصغرى أمس."
    assert ("جزيرة الشعبات الصغرى", "product") in _names(text, {"جزيرة الشعبات الصغرى": "product", "الشعبات": "person"})


def test_of_the_same_words_with_two_types_the_other_holds() -> None:
    text = "وصل الوزير شبرقوت العنقودي أمس."
    [ours] = _annotated(text, None)
    assert ours.type == "person"
    assert _names(text, {ours.text: "place"}) == [(ours.text, "place")]


def test_in_place_of_our_tagger_its_names_go_and_those_of_the_rules_stay() -> None:
    text = "وصل شبرقوت العنقودي إلى الأردن أمس."
    assert [(name.text, name.type) for name in _annotated(text, None)] == [("شبرقوت العنقودي", "person"), ("الأردن", "country")]
    assert _names(text, {}, alone=True) == [("الأردن", "country")]
    assert _names(text, {}) == [("شبرقوت العنقودي", "person"), ("الأردن", "country")]


def test_of_its_own_names_that_overlap_the_surer_one_holds() -> None:
    text = "عاد شبرقوت العنقودي الصفواني أمس."
    sure, unsure = Found(4, 19, "person", 0.9), Found(11, 28, "product", 0.4)
    for row in ([sure, unsure], [unsure, sure]):
        found = _annotated(text, Chosen(Answers(lambda texts, row=row: [row]), alone=True, name="both"))  # type: ignore[misc]
        assert [name.type for name in found] == ["person"]


def test_work_grows_no_faster_than_what_is_found() -> None:
    def work(times: int) -> int:
        text = "شبرقوت، ثم " * times
        whole = [Found(0, len(text) - k, "product", 0.5) for k in range(times)]
        words = [Found(11 * k, 11 * k + 6, "product", 0.9) for k in range(times)]
        tokens = tokenise(text, 0, len(text))
        line = Words(text, tokens, forms(tokens), (), lexicon())
        return calls(lambda: words_of(line, 0, [*whole, *words]))

    assert work(800) < 2.5 * work(400)


_IMPOSSIBLE: dict[str, Callable[[Sequence[str]], list[list[Found]]]] = {
    "no answer for a text": lambda texts: [],
    "an end beyond the text": lambda texts: [[Found(0, len(text) + 1, "person", 0.5)] for text in texts],
    "a start before it": lambda texts: [[Found(-1, 2, "person", 0.5)] for _ in texts],
    "nothing between": lambda texts: [[Found(2, 2, "person", 0.5)] for _ in texts],
    "a type that there is not": lambda texts: [[Found(0, 2, "animal", 0.5)] for _ in texts],  # type: ignore[arg-type]
    "a score above one": lambda texts: [[Found(0, 2, "person", 3.0)] for _ in texts],
    "a score that is no number": lambda texts: [[Found(0, 2, "person", float("nan"))] for _ in texts],
    "too few fields": lambda texts: [[(0, 2)] for _ in texts],  # type: ignore[list-item]
    "an exception": lambda texts: [[Found(1 // 0, 2, "person", 0.5)]],
}


@pytest.mark.parametrize("answer", _IMPOSSIBLE.values(), ids=_IMPOSSIBLE.keys())
def test_an_answer_that_cannot_be_is_an_error_that_names_the_recognizer(
    answer: Callable[[Sequence[str]], list[list[Found]]],
) -> None:
    with pytest.raises(RecognizerError, match="mine"):
        _annotated(_PLAIN, Chosen(Answers(answer), alone=False, name="mine"))


_SPANS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.sampled_from(["person", "place", "product", "law"])), max_size=8)
_TEXTS = st.lists(
    st.one_of(st.sampled_from(["وشبرقوت", "لِلمجلس", "الأردن", "رئيس", "،", "«", "»", "بن"]), st.text(max_size=6)), max_size=20
).map(lambda words: " ".join(words).replace("\n", " ").replace("\r", " "))


@given(_TEXTS, _SPANS, st.booleans())
def test_whatever_is_found_every_name_is_a_span_of_its_words(
    text: str, spans: list[tuple[float, float, NameType]], alone: bool
) -> None:
    def answer(texts: Sequence[str]) -> list[list[Found]]:
        rows = []
        for one in texts:
            ends = [(sorted((int(a * len(one)), int(b * len(one)))), kind) for a, b, kind in spans]
            rows.append([Found(start, end, kind, 0.5) for (start, end), kind in ends if start < end])
        return rows

    names = _annotated(text, Chosen(Answers(answer), alone, "any"))
    assert all(text[name.start : name.end] == name.text != "" for name in names)
    assert all(one.end <= other.start for one, other in pairwise(names))
