from collections.abc import Iterable, Sequence

from tawatur.annotate import figures
from tawatur.compare import Sources, compare
from tawatur.compare.clash import Independent
from tawatur.records.article import Article, Line, Publication
from tawatur.records.collection import Collection
from tawatur.records.finding import Finding
from tawatur.records.reuse import Reuse
from tawatur.records.sentence import Sentence, sentence_id
from tawatur.records.settled import Settled
from tawatur.records.span import Span
from tawatur.records.story import Origin, Story, story_id

LEAD = "أعيد فتح الجسر القديم أمام السيارات صباح أمس."
REST = "واستمرت أعمال الترميم تسعة أشهر كاملة."
TEXT = f"{LEAD}\n{REST}"
FIRST, SECOND = (0, len(LEAD)), (len(LEAD) + 1, len(TEXT))


def article(name: str) -> Article:
    lines = tuple(Line(start=start, end=end, kind="body", reason="test") for start, end in (FIRST, SECOND))
    return Article(document=name, lines=lines, publication=Publication(reason="test"))


def collection(names: str, rows: Iterable[Reuse] = ()) -> Collection:
    articles = {name: article(name) for name in names}
    sentences = {
        name: [
            Sentence(id=sentence_id(name, start, end), document=name, start=start, end=end, kind="body")
            for start, end in (FIRST, SECOND)
        ]
        for name in names
    }
    settled = {name: Settled(document=name, publication=one.publication) for name, one in articles.items()}
    return Collection(texts=dict.fromkeys(names, TEXT), articles=articles, sentences=sentences, settled=settled, reuse=list(rows))


def row(a: str, b: str, place: tuple[int, int] = SECOND, template: bool = False) -> Reuse:
    spans = (Span(document=name, start=place[0], end=place[1]) for name in (a, b))
    return Reuse(a=next(spans), b=next(spans), score=1.0, degree="same", run=1, template=template)


def story(names: str, *origins: Origin) -> Story:
    return Story(id=story_id(names[0]), title="فتح الجسر", documents=tuple(names), origins=origins)


def corroborate(whole: Collection, stories: Sequence[Story], independent: Independent) -> list[Finding]:
    return list(compare(whole, stories, Sources(independent), {}).findings.made)


def nobody(documents: Iterable[str]) -> tuple[Origin, ...]:
    return tuple(Origin(name=None, documents=(one,)) for one in sorted(documents))


def agency(documents: Iterable[str]) -> tuple[Origin, ...]:
    return (Origin(name="reuters", documents=tuple(sorted(documents))),)


def test_a_happening_of_two_origins_is_corroborated() -> None:
    one = story("abc", Origin(name="reuters", documents=("a", "b")), Origin(name=None, documents=("c",)))
    (found,) = corroborate(collection("abc"), [one], nobody)
    assert (found.kind, found.documents, len(found.origins), found.story) == ("corroborated", 3, 2, one.id)
    assert [side.document for side in found.sides] == ["a", "b", "c"]
    assert [side.origin for side in found.sides] == ["reuters", "reuters", None]


def test_a_happening_that_all_have_from_one_agency_is_of_one_origin() -> None:
    (found,) = corroborate(collection("ab"), [story("ab", Origin(name="reuters", documents=("a", "b")))], nobody)
    assert found.kind == "single_origin"


def test_a_story_of_one_article_shows_nothing() -> None:
    assert corroborate(collection("a"), [story("a", Origin(name=None, documents=("a",)))], nobody) == []


def test_a_sentence_that_three_articles_carry_has_one_origin() -> None:
    (found,) = corroborate(collection("abc", [row("a", "b"), row("b", "c")]), [], nobody)
    assert (found.kind, found.documents, len(found.origins), found.origins[0].name) == ("single_origin", 3, 1, None)
    assert {side.text for side in found.sides} == {REST}


def test_the_one_origin_has_the_name_of_the_agency_that_one_of_them_credits() -> None:
    (found,) = corroborate(collection("ab", [row("a", "b")]), [], agency)
    assert [one.name for one in found.origins] == ["reuters"]


def test_a_paragraph_kept_for_use_again_corroborates_nothing() -> None:
    assert corroborate(collection("ab", [row("a", "b", template=True)]), [], nobody) == []


def test_every_side_is_the_words_at_its_place_and_the_reason_is_in_both_languages() -> None:
    one = story("ab", Origin(name=None, documents=("a",)), Origin(name=None, documents=("b",)))
    for found in corroborate(collection("ab", [row("a", "b")]), [one], nobody):
        assert found.reason.ar
        assert found.reason.en
        assert all(TEXT[side.start : side.end] == side.text for side in found.sides)


def test_the_findings_do_not_depend_on_the_order_of_the_pairs() -> None:
    rows = [row("a", "b"), row("b", "c"), row("a", "c", FIRST)]
    assert corroborate(collection("abc", rows), [], nobody) == corroborate(collection("abc", rows[::-1]), [], nobody)


def tolled(first: str, second: str, *rows: Reuse) -> list[Finding]:
    made = collection("ab", rows)
    texts = {"a": first, "b": second}
    cut = {
        name: [Sentence(id=sentence_id(name, 0, len(text)), document=name, start=0, end=len(text), kind="body")]
        for name, text in texts.items()
    }
    one = story("ab", Origin(name=None, documents=("a",)), Origin(name=None, documents=("b",)))
    counted = {name: figures.annotate(text, cut[name]) for name, text in texts.items()}
    whole = Collection(
        texts=texts, articles=made.articles, sentences=cut, settled=made.settled, reuse=made.reuse, figures=counted
    )
    found = corroborate(whole, [one], nobody)
    return [finding for finding in found if finding.aspect == "number"]


def test_one_toll_that_two_articles_tell_in_their_own_words_is_corroborated() -> None:
    (found,) = tolled("قتل 17 شخصا حين انهار الجسر.", "وانتشلت فرق الإنقاذ 17 جثة من النهر.")
    assert (found.kind, found.documents, len(found.origins)) == ("corroborated", 2, 2)
    assert {side.value for side in found.sides} == {"17"}


def test_two_tolls_are_not_one() -> None:
    assert tolled("قتل 17 شخصا حين انهار الجسر.", "وانتشلت فرق الإنقاذ 23 جثة من النهر.") == []


def test_dozens_agree_with_the_only_number_that_they_can_mean() -> None:
    assert len(tolled("قتل 33 شخصا حين انهار الجسر.", "مقتل عشرات الأشخاص بانهيار جسر.")) == 1
    assert tolled("قتل 17 شخصا حين انهار الجسر.", "مقتل عشرات الأشخاص بانهيار جسر.") == []


def test_a_toll_in_one_copied_sentence_is_not_told_twice() -> None:
    text = "قتل 17 شخصا حين انهار الجسر."
    assert tolled(text, text, row("a", "b", (0, len(text)))) == []


def test_a_page_of_a_few_words_is_no_report() -> None:
    made = collection("abc")
    texts = {**made.texts, "c": "الجسر القديم"}
    cut = {
        **made.sentences,
        "c": [Sentence(id=sentence_id("c", 0, 12), document="c", start=0, end=12, kind="body")],
    }
    whole = Collection(texts=texts, articles=made.articles, sentences=cut, settled=made.settled)
    one = story("abc", Origin(name="reuters", documents=("a", "b")), Origin(name=None, documents=("c",)))
    (found,) = corroborate(whole, [one], lambda documents: agency(documents))
    assert (found.kind, found.documents, [side.document for side in found.sides]) == ("single_origin", 2, ["a", "b"])
