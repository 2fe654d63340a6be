from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.article import Article, Line, Publication
from tawatur.records.reuse import Degree, Reuse
from tawatur.records.span import Span
from tawatur.records.time import Date, TimeExpression
from tawatur.settle.dating import Dated, Linked, date

LENGTH, LINES = 100, 6


def article(name: str, published: str | None = None, latest: str | None = None) -> Article:
    lines = tuple(Line(start=n * LENGTH, end=(n + 1) * LENGTH - 1, kind="body", reason="test") for n in range(LINES))
    evidence = Span(document=name, start=0, end=5) if published else None
    publication = Publication(
        published=published, basis="text" if published else None, evidence=evidence, reason="own", latest=latest
    )
    return Article(document=name, lines=lines, publication=publication)


def pairs(lines: Sequence[int], degree: Degree = "same", template: bool = False, a: str = "a", b: str = "b") -> list[Reuse]:
    return [
        Reuse(
            a=Span(document=a, start=n * LENGTH, end=(n + 1) * LENGTH - 1),
            b=Span(document=b, start=n * LENGTH, end=(n + 1) * LENGTH - 1),
            score=1.0,
            degree=degree,
            run=1,
            template=template,
        )
        for n in lines
    ]


def twins(rows: Sequence[Reuse]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        for mine, other in ((row.a.document, row.b.document), (row.b.document, row.a.document)):
            if not row.template:
                found.setdefault(mine, set()).add(other)
    return found


def said(name: str, text: str, start: int = 10) -> TimeExpression:
    return TimeExpression(
        document=name, start=start, end=start + len(text), text=text, type="date", meaning={}, anchor="published"
    )


def resolve(one: TimeExpression, published: str | None, prefer: str) -> Date:
    return Date(
        document=one.document,
        start=one.start,
        end=one.end,
        text=one.text,
        type="date",
        value=published,
        earliest=published,
        latest=published,
        basis="test",
    )


def dated(articles: list[Article], rows: list[Reuse], times: list[TimeExpression] | None = None) -> dict[str, str | None]:
    by_document = {one.document: [time for time in times or [] if time.document == one.document] for one in articles}
    found = date({one.document: one for one in articles}, by_document, twins(rows), lambda _: rows, resolve).publications
    return {name: one.published for name, one in found.items()}


# 2018-03-07 is a Wednesday


def test_an_article_keeps_its_own_date() -> None:
    assert dated([article("a", "2018-03-07"), article("b", "2018-03-09")], pairs(range(6))) == {
        "a": "2018-03-07",
        "b": "2018-03-09",
    }


def test_a_copy_without_a_date_is_of_the_day_of_its_twin() -> None:
    assert dated([article("a"), article("b", "2018-03-07")], pairs(range(6)))["a"] == "2018-03-07"


def test_the_record_says_that_it_is_linked_with_evidence_and_reason() -> None:
    rows = pairs(range(6))
    found = date({"a": article("a"), "b": article("b", "2018-03-07")}, {}, twins(rows), lambda _: rows, resolve).publications["a"]
    assert (found.basis, found.evidence) == ("linked", Span(document="b", start=0, end=5))
    assert "2018-03-07" in found.reason


def test_a_copy_that_says_yesterday_of_that_weekday_is_of_the_next_day() -> None:
    found = dated([article("a"), article("b", "2018-03-07")], pairs(range(6)), [said("a", "أمس الأربعاء")])
    assert found["a"] == "2018-03-08"


def test_a_copy_whose_weekdays_do_not_fit_is_not_dated() -> None:
    found = dated([article("a"), article("b", "2018-03-07")], pairs(range(6)), [said("a", "أمس السبت")])
    assert found["a"] is None


def test_an_article_is_not_dated_after_the_day_on_which_it_was_read() -> None:
    assert dated([article("a", latest="2018-03-06"), article("b", "2018-03-07")], pairs(range(6)))["a"] == "2018-03-06"
    assert dated([article("a", latest="2018-03-01"), article("b", "2018-03-07")], pairs(range(6)))["a"] is None


def test_a_template_dates_nothing() -> None:
    assert dated([article("a"), article("b", "2018-03-07")], pairs(range(6), template=True))["a"] is None


def test_two_sentences_of_background_date_nothing() -> None:
    assert dated([article("a"), article("b", "2018-03-07")], pairs([4, 5]))["a"] is None


def test_two_shared_sentences_and_yesterday_with_its_weekday_date_an_article() -> None:
    found = dated([article("a"), article("b", "2018-03-07")], pairs([4, 5], "rewritten"), [said("a", "أمس الأربعاء")])
    assert found["a"] == "2018-03-08"


def test_a_weekday_alone_beside_two_shared_sentences_dates_nothing() -> None:
    assert dated([article("a"), article("b", "2018-03-07")], pairs([4, 5]), [said("a", "الأربعاء")])["a"] is None


def test_twins_of_days_far_apart_date_nothing() -> None:
    rows = [*pairs(range(6)), *pairs(range(6), b="c")]
    assert dated([article("a"), article("b", "2018-03-07"), article("c", "2019-03-07")], rows)["a"] is None


def test_a_twin_that_was_dated_by_its_own_twin_dates_a_third() -> None:
    rows = [*pairs(range(6)), *pairs(range(6), a="b", b="c")]
    assert dated([article("a"), article("b"), article("c", "2018-03-07")], rows) == dict.fromkeys("abc", "2018-03-07")


NAMES = "abcdef"
Drawn = dict[str, tuple[str | None, bool]]  # of each article its own day, and whether it names a weekday


def drawn() -> st.SearchStrategy[Drawn]:
    days = st.sampled_from([None, None, "2018-03-07", "2018-03-09"])
    return st.dictionaries(st.sampled_from(NAMES), st.tuples(days, st.booleans()), min_size=1)


def shared() -> st.SearchStrategy[dict[tuple[str, str], int]]:
    of_two = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda two: two[0] < two[1])
    return st.dictionaries(of_two, st.integers(2, LINES))


def at(made: Drawn, rows: dict[tuple[str, str], int], before: dict[str, Linked] | None, changed: set[str]) -> Dated:
    articles = {name: article(name, day, "2018-03-20") for name, (day, _) in sorted(made.items())}
    times = {name: [said(name, "أمس الثلاثاء")] if tells else [] for name, (_, tells) in made.items()}
    found = [row for (a, b), n in sorted(rows.items()) if {a, b} <= made.keys() for row in pairs(range(n), a=a, b=b)]
    return date(articles, times, twins(found), lambda _: found, resolve, (), before, changed)


@given(drawn(), drawn(), shared(), shared())
def test_dating_goes_on_from_an_earlier_one_to_what_it_would_be_from_nothing(
    then: Drawn, now: Drawn, shared_then: dict[tuple[str, str], int], shared_now: dict[tuple[str, str], int]
) -> None:
    def sharing(name: str, made: Drawn, rows: dict[tuple[str, str], int]) -> dict[tuple[str, str], int]:
        return {pair: n for pair, n in rows.items() if name in pair and made.keys() >= set(pair)}

    earlier = at(then, shared_then, None, set())
    changed = {
        name for name in now if then.get(name) != now[name] or sharing(name, then, shared_then) != sharing(name, now, shared_now)
    }
    assert at(now, shared_now, earlier.linked, changed) == at(now, shared_now, None, set())


def test_what_no_change_touches_is_not_dated_again() -> None:
    articles = {"a": article("a"), "b": article("b", "2018-03-07")}
    linked = {"a": Linked(0, article("a", "2018-03-01").publication)}
    rows = pairs(range(6))
    assert date(articles, {}, twins(rows), lambda _: rows, resolve, (), linked).publications["a"].published == "2018-03-01"
