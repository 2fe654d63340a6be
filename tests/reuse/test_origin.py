from collections.abc import Callable

from msgspec import structs

from tawatur.records.article import AgencyMention, Article
from tawatur.records.reuse import Family, FamilyDegree, Reuse, family_id
from tawatur.records.span import Span
from tawatur.reuse import Origins
from tawatur.reuse.shares import between, shares

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


def test_articles_of_one_text_have_the_first_of_them_for_its_mark(article: Make) -> None:
    origins = Origins(articles(article, a=None, b=None, c=None), [family("near_copy", "b", "c")])
    assert origins.texts == {"b": "b", "c": "b"}


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
        assert len(Origins(made, joined, shares(between(made, [row]))).independent(["a", "b"])) == origins


def row(one: str, a: tuple[int, int], other: str, b: tuple[int, int], run: int = 1) -> Reuse:
    spans = Span(document=one, start=a[0], end=a[1]), Span(document=other, start=b[0], end=b[1])
    return Reuse(a=spans[0], b=spans[1], score=1.0, degree="same", run=run)


def test_a_press_review_joins_none_of_the_articles_that_it_holds(article: Make) -> None:
    count, size = 50, 100
    held = {
        f"a{number:02}": article(f"a{number:02}", "س" * size, agency="reuters" if number == 7 else None)
        for number in range(count)
    }
    review = article("review", "\n".join(["س" * size] * count))
    pairs = [row(name, (0, size), "review", (n * (size + 1), n * (size + 1) + size), n + 1) for n, name in enumerate(held)]
    origins = Origins(held | {"review": review}, [], shares(between(held | {"review": review}, pairs)))
    assert origins.of("review") == (None, None)
    assert len(origins.independent([*held, "review"])) == count


def test_an_article_whose_paragraphs_credit_three_agencies_has_no_single_origin(article: Make) -> None:
    text = "\n".join(["س" * 30] * 3)
    spans = [Span(document="a", start=at + 25, end=at + 29) for at in (0, 31, 62)]
    mentions = [
        AgencyMention(agency=key, span=span, credit=True) for key, span in zip(("reuters", "afp", "dpa"), spans, strict=True)
    ]
    made = structs.replace(article("a", text), agencies=tuple(mentions))
    assert Origins({"a": made}, [], {}).of("a") == (None, None)


def test_two_who_credit_one_another_s_agencies_are_one_origin(article: Make) -> None:
    made = {"a": article("a", "س" * 100, agency="sana"), "b": article("b", "س" * 100, agency="irna")}
    origins = Origins(made, [], shares(between(made, [row("a", (0, 100), "b", (0, 100))])))
    assert [origins.of(name).origin for name in "ab"] == ["sana", "irna"]
    assert len(origins.independent("ab")) == 1


def test_a_short_wire_inside_two_long_reports_does_not_make_them_one(article: Make) -> None:
    made = {"wire": article("wire", "س" * 100), "a": article("a", "س" * 600), "b": article("b", "س" * 600)}
    pairs = [
        row("a", (300, 400), "wire", (0, 100), 1),
        row("b", (300, 400), "wire", (0, 100), 2),
        row("a", (300, 400), "b", (300, 400), 3),
    ]
    assert len(Origins(made, [], shares(between(made, pairs))).independent(made)) == 2


def test_an_agency_is_carried_to_the_copy_of_a_copy(article: Make) -> None:
    made = {"a": article("a", "س" * 100, agency="afp"), "b": article("b", "س" * 100), "c": article("c", "س" * 300)}
    pairs = [row("a", (0, 100), "b", (0, 100), 1), *(row("b", (n, n + 33), "c", (n, n + 33), 2) for n in (0, 33, 66))]
    assert Origins(made, [], shares(between(made, pairs))).of("c") == ("afp", "reuse")


def test_two_reports_of_one_house_that_credit_nobody_are_one_origin(article: Make) -> None:
    made = {
        name: structs.replace(one, publisher=house)
        for (name, one), house in zip(articles(article, a=None, b=None, c=None).items(), ("sun", "sun", "moon"), strict=True)
    }
    assert [one.documents for one in Origins(made, []).independent("abc")] == [("a", "b"), ("c",)]


def test_a_report_of_a_house_and_an_agencys_text_that_it_prints_are_two_origins(article: Make) -> None:
    made = {name: structs.replace(one, publisher="sun") for name, one in articles(article, a="afp", b=None).items()}
    assert len(Origins(made, []).independent("ab")) == 2


def test_a_statement_that_two_outlets_print_reworked_is_one_origin_and_two_agencies_texts_stay_two(article: Make) -> None:
    for agencies, origins in (({"a": None, "b": None}, 1), ({"a": "afp", "b": "reuters"}, 2)):
        made = {name: article(name, "س" * 100 + "\n" + "ص" * 100, agency=agency) for name, agency in agencies.items()}
        spans = [Span(document=name, start=101, end=191) for name in "ab"]
        row = Reuse(a=spans[0], b=spans[1], score=1.0, degree="edited", run=1)
        assert len(Origins(made, [], shares(between(made, [row]))).independent("ab")) == origins
