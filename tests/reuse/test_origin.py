from collections.abc import Callable

from tawatur.records.article import Article
from tawatur.records.reuse import Family, FamilyDegree, Reuse, family_id
from tawatur.records.span import Span
from tawatur.reuse import Origins

Make = Callable[..., Article]


def family(degree: FamilyDegree, *documents: str) -> Family:
    return Family(id=family_id(documents), documents=documents, degree=degree)


def articles(make: Make, **agencies: str | None) -> dict[str, Article]:
    return {name: make(name, "نص", agency=agency) for name, agency in agencies.items()}


def test_an_agency_that_the_article_credits_is_its_origin(article: Make) -> None:
    assert Origins(articles(article, a="reuters"), []).of("a") == ("reuters", "credit")


def test_the_credit_of_a_twin_is_an_origin_by_reuse(article: Make) -> None:
    origins = Origins(articles(article, a="reuters", b=None), [family("near_copy", "a", "b")])
    assert origins.of("b") == ("reuters", "reuse")


def test_a_passage_in_common_gives_no_origin(article: Make) -> None:
    origins = Origins(articles(article, a="reuters", b=None), [family("passage", "a", "b")])
    assert origins.of("b") == (None, None)


def test_twins_that_credit_two_agencies_give_none_to_a_third(article: Make) -> None:
    origins = Origins(articles(article, a="reuters", b="afp", c=None), [family("near_copy", "a", "b", "c")])
    assert origins.of("c") == (None, None)


def test_articles_of_one_agency_are_one_origin(article: Make) -> None:
    found = Origins(articles(article, a="afp", b="afp", c=None), []).independent(["c", "b", "a"])
    assert [(one.name, one.documents) for one in found] == [("afp", ("a", "b")), (None, ("c",))]


def test_articles_of_one_text_that_nobody_credits_are_one_origin_without_a_name(article: Make) -> None:
    found = Origins(articles(article, a=None, b=None), [family("partial", "a", "b")]).independent(["a", "b"])
    assert [(one.name, one.documents) for one in found] == [(None, ("a", "b"))]


def test_a_family_joins_only_the_documents_that_are_asked_for(article: Make) -> None:
    found = Origins(articles(article, a=None, b=None), [family("partial", "a", "b")]).independent(["a"])
    assert [one.documents for one in found] == [("a",)]


def test_a_paragraph_of_background_does_not_make_one_origin_of_two_reports(article: Make) -> None:
    made = {name: article(name, "س" * 100 + "\n" + "ص" * 100) for name in "ab"}
    background, all_of_it = ((101, 141), (0, 201))
    joined = [family("partial", "a", "b")]
    for place, origins in ((background, 2), (all_of_it, 1)):
        spans = [Span(document=name, start=place[0], end=place[1]) for name in "ab"]
        row = Reuse(a=spans[0], b=spans[1], score=1.0, degree="same", run=1)
        assert len(Origins(made, joined, [row]).independent(["a", "b"])) == origins
