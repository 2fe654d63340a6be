"""A page that changed: what was corrected of its earlier text, in the later one."""

from datetime import UTC, datetime

from tests.correct.conftest import NINE, Desk

from tawatur import correct
from tawatur.records.view import DocumentView

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
LATER = (
    NINE.replace("بعد مطر غزير", "بعد مطر غزير لم ينقطع")
    .replace("وقال وزير", "وكان وزير")
    .replace("سامي النورس إن", "سامي النورس قال إن")
)


def _versions(desk: Desk) -> tuple[DocumentView, DocumentView]:
    views = [view for view in desk.found.documents() if view.document.source == "nine.txt"]
    [new] = [view for view in views if view.document.version_of]
    [old] = [view for view in views if view.document.id == new.document.version_of]
    return old, new


def _spoken(view: DocumentView, words: str) -> str | None:
    return next(one.speaker_name for one in view.settled.quotes if words in one.text)


def test_a_speaker_and_a_day_of_the_earlier_text_hold_in_the_later_one(desk: Desk) -> None:
    correct.speaker(desk.store, "إصلاحه يطول", "فهد المرجان", who="نادية", when=NOON)
    correct.date(desk.store, "nine.txt", "2023-05-10", words="نشر في: 11 أيار 2023", who="نادية", when=NOON)
    correct.apply(desk.store)
    desk.put("nine.txt", LATER)
    desk.read()
    old, new = _versions(desk)
    assert _spoken(old, "إصلاحه يطول") == _spoken(new, "إصلاحه يطول") == "فهد المرجان"
    assert old.settled.publication.published == new.settled.publication.published == "2023-05-10"
    assert new.settled.publication.evidence is not None
    assert new.settled.publication.evidence.document == new.document.id
    assert [one.became for one in correct.history(desk.found)] == ["applied", "applied"]


def test_a_line_of_the_earlier_text_is_of_the_same_kind_in_the_later_one_until_it_is_taken_back(desk: Desk) -> None:
    told = correct.line(desk.store, "nine.txt", "الجسر قديم", "furniture", who="نادية", when=NOON)
    correct.apply(desk.store)
    desk.put("nine.txt", NINE.replace("مطر غزير", "مطر غزير وريح"))
    desk.read()
    _, new = _versions(desk)
    assert [line.kind for line in new.article.lines if line.reason == "judged by نادية"] == ["furniture"]
    correct.undo(desk.store, told.id, who="سعاد")
    assert correct.apply(desk.store)
    _, new = _versions(desk)
    assert [line for line in new.article.lines if line.reason.startswith("judged")] == []


def test_what_is_corrected_of_the_earlier_text_once_there_is_a_later_one_holds_there_too(desk: Desk) -> None:
    desk.put("nine.txt", LATER)
    desk.read()
    old, _ = _versions(desk)
    correct.origin(desk.store, old.document.id, "reuters", words="وزير الأشغال", who="نادية", when=NOON)
    correct.line(desk.store, old.document.id, "نشر في", "furniture", who="نادية", when=NOON)
    correct.apply(desk.store)
    old, new = _versions(desk)
    assert (old.settled.origin, new.settled.origin) == ("reuters", "reuters")
    for view in (old, new):
        assert [line.kind for line in view.article.lines if line.reason == "judged by نادية"] == ["furniture"]


def test_where_the_words_are_gone_nothing_is_inherited_and_the_correction_still_holds_where_they_are(desk: Desk) -> None:
    told = correct.speaker(desk.store, "إصلاحه يطول", "فهد المرجان", who="نادية", when=NOON)
    correct.apply(desk.store)
    desk.put("nine.txt", NINE.replace("إن الجسر قديم. وأضاف النورس أن إصلاحه يطول.", "إن الجسر قديم. وأضاف أن ترميمه يطول."))
    desk.read()
    _, new = _versions(desk)
    assert _spoken(new, "ترميمه يطول") == "سامي النورس"
    assert correct.entry(desk.found, told).became == "applied"


def test_the_order_of_reading_and_correcting_does_not_matter(desk: Desk) -> None:
    correct.speaker(desk.store, "إصلاحه يطول", "فهد المرجان", who="نادية", when=NOON)
    desk.put("nine.txt", LATER)
    desk.read()
    after = desk.exported("stories")
    [told] = desk.store.corrections()
    correct.undo(desk.store, told.id, who="نادية")
    correct.apply(desk.store)
    assert desk.exported("stories") != after
    desk.store.keep_correction(told)
    correct.apply(desk.store)
    assert desk.exported("stories") == after
