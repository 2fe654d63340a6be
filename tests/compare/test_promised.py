"""Undertakings of several articles become one commitment, with what later reports say of it."""

from collections.abc import Mapping
from itertools import permutations

import pytest

from tawatur.annotate import commitments, dates, names, quotes, sentences
from tawatur.compare import Sources, compare
from tawatur.compare.promised.spans import after
from tawatur.records.article import Article, Line, Publication
from tawatur.records.collection import Collection
from tawatur.records.commitment import Commitment
from tawatur.records.settled import Settled
from tawatur.records.story import Story

Told = Mapping[str, tuple[str, str]]  # article → its day and text

TRUCE = "اتفقت روسيا وتركيا على وقف إطلاق النار في إدلب منذ منتصف الليل."
BREACH = "وقال متحدث باسم الجيش إن تركيا خرقت وقف إطلاق النار في إدلب."
AGAIN = "وطالبت فرنسا بعودة العمل بوقف إطلاق النار في إدلب."
DENIED = "نفى المتحدث باسم الرئاسة التركية خرق وقف إطلاق النار في إدلب."
WAGES = "تعهدت الحكومة اللبنانية بدفع رواتب المعلمين قبل نهاية حزيران 2019."
WAGES_TOO = "وكانت الحكومة اللبنانية تعهدت بدفع رواتب المعلمين المتأخرة."
SCHOOLS = "تعهدت الحكومة اللبنانية ببناء مدارس جديدة في عكار."


def ledger(told: Told, *stories: Story) -> list[Commitment]:
    """The commitments of articles that are told in this order."""
    texts, articles, cut, settled, found = {}, {}, {}, {}, {}
    for name, (day, text) in told.items():
        texts[name] = text
        publication = Publication(published=day, reason="test")
        lines = (Line(start=0, end=len(text), kind="body", reason="test"),)
        articles[name] = Article(document=name, lines=lines, language="ar", publication=publication)
        cut[name] = sentences.split(text, articles[name])
        named = names.annotate(text, articles[name], cut[name])
        said = quotes.annotate(text, articles[name], cut[name], named)
        times = dates.find(text, name)
        found[name] = commitments.annotate(text, cut[name], commitments.Found(named, said, times))
        values = tuple(dates.read(text, day, document=name))
        settled[name] = Settled(document=name, publication=publication, dates=values, names=tuple(named), quotes=tuple(said))
    collection = Collection(texts=texts, articles=articles, sentences=cut, settled=settled)
    return list(compare(collection, stories, Sources(lambda _: ()), found).commitments.made)


def story(name: str, *documents: str, day: str, thread: str | None = None) -> Story:
    return Story(id=f"y-{name}", title=name, documents=documents, date=day, thread=thread)


def test_the_same_words_in_two_articles_of_a_story_are_one_commitment() -> None:
    found = ledger({"a": ("2019-06-01", WAGES), "b": ("2019-06-02", WAGES_TOO)}, story("wages", "a", "b", day="2019-06-01"))
    assert len(found) == 1
    assert [span.document for span in found[0].evidence] == ["a", "b"]
    assert (found[0].made, found[0].until, found[0].status) == ("2019-06-01", "2019-06-30", "made")
    assert found[0].stories == ("y-wages",)


def test_two_undertakings_of_one_government_stay_apart() -> None:
    found = ledger({"a": ("2019-06-01", WAGES), "b": ("2019-06-01", SCHOOLS)}, story("wages", "a", "b", day="2019-06-01"))
    assert len(found) == 2


def test_the_same_words_in_stories_that_do_not_hang_together_stay_apart() -> None:
    found = ledger(
        {"a": ("2019-06-01", WAGES), "b": ("2019-06-02", WAGES_TOO)},
        story("one", "a", day="2019-06-01"),
        story("two", "b", day="2019-06-02"),
    )
    assert len(found) == 2


def test_a_later_report_along_a_thread_says_what_became_of_it() -> None:
    found = ledger(
        {"a": ("2020-03-05", TRUCE), "b": ("2020-03-09", BREACH)},
        story("made", "a", day="2020-03-05", thread="t-1"),
        story("broken", "b", day="2020-03-09", thread="t-1"),
    )
    assert [(one.status, len(one.evidence), len(one.later)) for one in found] == [("broken", 1, 1)]
    one = found[0]
    assert set(one.by) == {"روسيا", "تركيا"}
    assert (one.made, one.in_force) == ("2020-03-05", "2020-03-06T00:00")
    assert (one.later[0].document, one.later[0].date) == ("b", "2020-03-09")
    assert "متحدث" in (one.later[0].said_by or "")
    assert one.stories == ("y-broken", "y-made")


def test_the_status_is_that_of_the_newest_report() -> None:
    found = ledger(
        {"a": ("2020-03-05", TRUCE), "b": ("2020-03-09", BREACH), "c": ("2021-09-29", AGAIN)},
        story("made", "a", day="2020-03-05", thread="t-1"),
        story("broken", "b", day="2020-03-09", thread="t-1"),
        story("again", "c", day="2021-09-29", thread="t-1"),
    )
    assert [(one.status, [later.status for later in one.later]) for one in found] == [("demanded", ["broken", "demanded"])]


def test_that_the_accused_denies_a_breach_does_not_undo_it() -> None:
    found = ledger(
        {"a": ("2020-03-05", TRUCE), "b": ("2020-03-09", BREACH), "c": ("2020-03-10", DENIED)},
        story("made", "a", day="2020-03-05", thread="t-1"),
        story("broken", "b", "c", day="2020-03-09", thread="t-1"),
    )
    assert [(one.status, [later.status for later in one.later]) for one in found] == [("broken", ["broken", "denied"])]


def test_a_report_of_before_tells_nothing_of_what_came_after() -> None:
    found = ledger(
        {"a": ("2020-03-05", TRUCE), "b": ("2020-03-01", BREACH)},
        story("made", "a", day="2020-03-05", thread="t-1"),
        story("broken", "b", day="2020-03-01", thread="t-1"),
    )
    assert sorted((one.status, len(one.later)) for one in found) == [("broken", 1), ("made", 0)]


def test_an_intention_alone_is_no_undertaking_yet() -> None:
    found = ledger({"a": ("2021-09-29", "تعتزم تركيا شراء دفعة ثانية من الصواريخ.")}, story("s", "a", day="2021-09-29"))
    assert [(one.status, one.intended) for one in found] == [("unknown", True)]


def test_what_nobody_is_named_for_is_left_out() -> None:
    assert ledger({"a": ("2020-03-05", "ويسري الاتفاق اعتبارا من الأحد.")}) == []


def test_an_impossible_date_gives_no_value() -> None:
    found = ledger({"a": ("2019-06-01", "تعهدت الحكومة بدفع الرواتب حتى 35/14/2019.")})
    assert [one.until for one in found] == [None]


def test_an_article_without_a_story_or_a_day_has_its_own_commitments() -> None:
    found = ledger({"a": ("", WAGES)})
    assert [(one.stories, one.made) for one in found] == [((), None)]


def test_the_order_of_reading_changes_nothing() -> None:
    told = {"a": ("2020-03-05", TRUCE), "b": ("2020-03-09", BREACH), "c": ("2020-03-09", SCHOOLS), "d": ("2020-03-10", DENIED)}
    stories = (
        story("made", "a", day="2020-03-05", thread="t-1"),
        story("broken", "b", "c", "d", day="2020-03-09", thread="t-1"),
    )
    assert len({repr(ledger({name: told[name] for name in order}, *stories)) for order in permutations(told)}) == 1


@pytest.mark.parametrize(
    ("day", "span", "end"),
    [
        ("2019-06-20", "P10D", "2019-06-30"),
        ("2019-06-20", "P2W", "2019-07-04"),
        ("2019-01-31", "P1M", "2019-02-28"),
        ("2020-02-29", "P1Y", "2021-02-28"),
        ("2019-06-20T00:00", "P1D", "2019-06-21"),
        ("2019-06", "P1D", None),
        ("9999-12-31", "P1D", None),
        ("2019-06-20", "PT3H", None),
        (None, "P1D", None),
        ("2019-06-20", None, None),
    ],
)
def test_a_span_ends_so_long_after_its_day(day: str | None, span: str | None, end: str | None) -> None:
    assert after(day, span) == end


def test_a_span_is_counted_from_the_day_of_the_undertaking() -> None:
    text = "تعهدت الحكومة اللبنانية بدفع رواتب المعلمين خلال عشرة أيام."
    found = ledger({"a": ("2019-06-20", text)}, story("wages", "a", day="2019-06-20"))
    assert [one.until for one in found] == ["2019-06-30"]


def test_a_body_of_ones_own_is_named_with_the_one_whose_it_is() -> None:
    text = "وقال وزير الخارجية الأردني ناصر جودة إن بلاده ستفتح المعبر الشمالي."
    assert [one.by for one in ledger({"a": ("2019-06-20", text)})] == [("بلاده (ناصر جودة)",)]


def test_a_package_of_several_things_is_none_of_them() -> None:
    package = (
        "توصلت روسيا وتركيا إلى حزمة قرارات لتخفيف التوتر في إدلب السورية تشمل وقف القصف وسحب السلاح الثقيل وتبادل الأسرى "
        "وتسيير الدوريات المشتركة وإنشاء ممر آمن للمدنيين."
    )
    corridor = "واتفقت روسيا وتركيا على إنشاء ممر آمن."
    found = ledger({"a": ("2020-03-05", package), "b": ("2020-03-05", corridor)}, story("idlib", "a", "b", day="2020-03-05"))
    assert len(found) == 2
