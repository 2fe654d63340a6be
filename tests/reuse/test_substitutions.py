from tawatur.records.reuse import Direction, Drift, DriftKind, Reuse
from tawatur.records.span import Span
from tawatur.reuse.substitutions import substitutions

TEXTS = {
    "a": "دخل الجيش المدينة",
    "b": "دخلت قوات الحكومة المدينة",
    "c": "دخلت قوات الحكومه المدينة",
    "d": "والجيش في الميناء",
}
OUTLETS = {"a": "harbor", "b": "lamp", "c": "lamp", "d": "harbor"}


def span(document: str, words: str) -> Span:
    at = TEXTS[document].index(words)
    return Span(document=document, start=at, end=at + len(words))


def pair(a: Span, b: Span, kind: DriftKind = "word", direction: Direction | None = None) -> Reuse:
    drift = Drift(kind=kind, a=a, b=b, reason="another word")
    return Reuse(a=a, b=b, score=0.8, degree="edited", run=1, direction=direction, drift=(drift,))


def found(*pairs: Reuse) -> list[tuple[str, str, str, int, int]]:
    rows = substitutions(pairs, OUTLETS, lambda one: TEXTS[one.document][one.start : one.end])
    return [(one.outlet, one.theirs, one.ours, one.articles, one.copied) for one in rows]


def test_an_outlet_that_took_the_sentence_over_substituted_and_its_source_did_not() -> None:
    assert found(pair(span("a", "الجيش"), span("b", "قوات الحكومة"), direction="b_from_a")) == [
        ("lamp", "الجيش", "قوات الحكومة", 1, 1)
    ]


def test_without_a_direction_each_side_words_it_otherwise_than_the_other() -> None:
    assert {row[0] for row in found(pair(span("a", "الجيش"), span("b", "قوات الحكومة")))} == {"harbor", "lamp"}


def test_spellings_of_one_substitution_are_counted_together() -> None:
    rows = found(
        pair(span("a", "الجيش"), span("b", "قوات الحكومة"), direction="b_from_a"),
        pair(span("a", "الجيش"), span("c", "قوات الحكومه"), direction="b_from_a"),
        pair(span("d", "والجيش"), span("b", "قوات الحكومة"), direction="b_from_a"),
    )
    assert [(theirs, articles) for _, theirs, _, articles, _ in rows] == [("الجيش", 2)]


def test_another_number_is_no_substitution() -> None:
    assert found(pair(span("a", "الجيش"), span("b", "قوات الحكومة"), kind="number")) == []


def test_the_example_shows_the_words_of_both_sides() -> None:
    row = pair(span("a", "الجيش"), span("b", "قوات الحكومة"), direction="b_from_a")
    [one] = substitutions([row], OUTLETS, lambda one: TEXTS[one.document][one.start : one.end])
    assert one.examples == (span("a", "الجيش"), span("b", "قوات الحكومة"))
