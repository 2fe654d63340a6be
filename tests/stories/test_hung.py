"""Finding threads goes on from what it kept, to exactly what it would be from nothing."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.headed import headed

from tawatur.annotate import dates
from tawatur.annotate.sentences import split
from tawatur.records.article import Article
from tawatur.records.collection import Collection
from tawatur.records.name import Entity, Name, NameType
from tawatur.records.parts import decoded, encoded
from tawatur.records.sentence import Sentence
from tawatur.records.settled import Settled
from tawatur.records.story import Story
from tawatur.stories import Hung, Threaded, longest, thread

DOCUMENTS = "abcdefghijklmn"
DAYS = ("2017-10-10", "2018-03-07", "2018-03-09", "2018-09-20", "2017-10-12")
POINTING = "وكان البلدان قد وقعا في ميناء السنديان {when} اتفاقا يقسم مصائد الأسماك بينهما ويمنع السفن من عبور خط الوسط."
TEXTS = (
    "برهون وتالمين توقعان اتفاق مصائد الأسماك في ميناء السنديان\n"
    "وقعت برهون وتالمين يوم الاثنين في ميناء السنديان اتفاقا يقسم مصائد الأسماك في خليج النوارس بين البلدين.\n"
    "ويمنع الاتفاق سفن الصيد من عبور خط الوسط ليلا.",
    "تالمين تتهم برهون بخرق اتفاق مصائد الأسماك\n"
    f"اتهمت تالمين سفن برهون بدخول مصائد الأسماك في خليج النوارس فجر أمس رغم الاتفاق.\n{POINTING.format(when='قبل خمسة أشهر')}",
    "برهون تنفي خرق اتفاق مصائد الأسماك\n"
    f"نفت برهون دخول سفنها مصائد الأسماك في خليج النوارس رغم الاتفاق.\n{POINTING.format(when='العام الماضي')}",
    "العثور على سفينة الفضة في خليج النوارس\n"
    "أعلن الغواص مروان الدلاهمة يوم الأحد العثور على سفينة الفضة الغارقة في خليج النوارس مع فرقة الإنقاذ البحري.",
    "رفع سفينة الفضة من خليج النوارس\n"
    "رفع الغواص مروان الدلاهمة وفرقة الإنقاذ البحري حطام سفينة الفضة الغارقة إلى رصيف ميناء السنديان.",
    "رفع السفينة الفضة من خليج نوارس\nرفع غواص مروان الدلاهمة وفرقة الإنقاذ البحري حطام السفينة الفضة غارقة إلى رصيف الميناء.",
    "مروان الدلاهمة يفتتح مدرسة للسباحة\nافتتح الغواص مروان عبد الله الدلاهمة مع فرقة الإنقاذ البحري مدرسة لتعليم السباحة في تالمين.",
)
NAMES: tuple[tuple[str, str, NameType], ...] = (
    ("e1", "مروان الدلاهمة", "person"),
    ("e1", "مروان عبد الله الدلاهمة", "person"),
    ("e2", "فرقة الإنقاذ البحري", "organization"),
    ("e3", "برهون", "country"),
)

Piece = tuple[int, int]  # which text, and of which day


class Newsroom(NamedTuple):
    """Articles, and the stories that they are in by number."""

    pieces: Mapping[str, Piece]
    stories: Mapping[str, int]


class Read(NamedTuple):
    article: Article
    text: str
    sentences: tuple[Sentence, ...]
    settled: Settled


@cache
def read(document: str, piece: Piece) -> Read:
    text, day = TEXTS[piece[0]], DAYS[piece[1]]
    article = headed(document, text, day)
    names = tuple(
        Name(document=document, start=at, end=at + len(form), text=form, type=kind, entity=entity)
        for entity, form, kind in NAMES
        if (at := text.find(form)) >= 0
    )
    found = tuple(dates.read(text, day, document=document))
    settled = Settled(document=document, publication=article.publication, dates=found, names=names)
    return Read(article, text, tuple(split(text, article)), settled)


def threaded(room: Newsroom, before: Hung | None = None, touched: frozenset[str] = frozenset()) -> Threaded:
    every = {document: read(document, piece) for document, piece in sorted(room.pieces.items())}
    members: dict[int, list[str]] = {}
    for document in every:
        members.setdefault(room.stories[document], []).append(document)
    stories = [
        Story(
            id=f"y-{group[0]}",
            title=every[group[0]].text.split("\n")[0],
            documents=tuple(group),
            date=min(str(every[name].settled.publication.published) for name in group) if number else None,
        )
        for number, group in sorted(members.items())
    ]
    collection = Collection(
        texts={name: one.text for name, one in every.items()},
        articles={name: one.article for name, one in every.items()},
        sentences={name: one.sentences for name, one in every.items()},
        settled={name: one.settled for name, one in every.items()},
    )
    forms: dict[str, set[str]] = {}
    kinds: dict[str, NameType] = {}
    for one in every.values():
        for name in one.settled.names:
            forms.setdefault(str(name.entity), set()).add(name.text)
            kinds[str(name.entity)] = name.type
    entities = [Entity(id=name, type=kinds[name], name=name, forms=tuple(sorted(found))) for name, found in forms.items()]
    return thread(collection, stories, longest({one.id: one for one in entities}), before, touched)


def touched(before: Newsroom, now: Newsroom) -> frozenset[str]:
    return frozenset(document for document, piece in now.pieces.items() if before.pieces.get(document) != piece)


pieces = st.tuples(st.integers(0, len(TEXTS) - 1), st.integers(0, len(DAYS) - 1))


@st.composite
def newsrooms(draw: st.DrawFn) -> Newsroom:
    found = draw(st.dictionaries(st.sampled_from(DOCUMENTS), pieces, min_size=4))
    apart = {name: number + 1 for number, name in enumerate(DOCUMENTS)}
    return Newsroom(found, apart | draw(st.dictionaries(st.sampled_from(DOCUMENTS), st.integers(0, len(DOCUMENTS)))))


@st.composite
def changed(draw: st.DrawFn, before: Newsroom) -> Newsroom:
    """A newsroom of which a few articles are others than before, or in other stories."""
    mine = st.sampled_from(DOCUMENTS)
    gone, others = draw(st.sets(mine, max_size=4)), draw(st.dictionaries(mine, pieces, max_size=4))
    kept = {name: one for name, one in before.pieces.items() if name not in gone}
    moved = draw(st.dictionaries(mine, st.integers(0, len(DOCUMENTS)), max_size=3))
    return Newsroom(kept | others, {**before.stories, **moved})


@settings(max_examples=300)
@given(st.data())
def test_finding_threads_goes_on_from_an_earlier_one_to_what_it_would_be_from_nothing(data: st.DataObject) -> None:
    before = data.draw(newsrooms())
    now = data.draw(changed(before))
    then = data.draw(changed(now))
    kept = threaded(before).kept
    for earlier, room in ((before, now), (now, then)):
        after = threaded(room, decoded(Hung, encoded(kept)), touched(earlier, room))
        assert after[:3] == threaded(room)[:3]
        kept = after.kept


def few(*texts: int) -> Newsroom:
    """Articles of these texts, each a story of its own, on the first four days in turn."""
    found = {DOCUMENTS[number]: (text, number % 4) for number, text in enumerate(texts)}
    return Newsroom(found, {name: number + 1 for number, name in enumerate(DOCUMENTS)})


def test_where_nothing_has_changed_no_article_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    room = few(0, 1, 2, 3, 3, 4)
    whole = threaded(room)
    assert whole.references
    assert whole.kept.reasons
    monkeypatch.setattr("tawatur.stories.threads.terms", None)
    monkeypatch.setattr("tawatur.stories.threads.pointers", None)
    again = threaded(room, whole.kept)
    assert again[:3] == whole[:3]
    assert all(rows == again.kept.pointers[name] for name, rows in whole.kept.pointers.items())


def test_words_that_too_many_stories_have_point_at_nothing_any_more() -> None:
    before, now = few(0, 1), few(0, 1, *[0] * 8)
    assert threaded(before).references
    after = threaded(now, threaded(before).kept, touched(before, now))
    assert after[:3] == threaded(now)[:3]
    assert not after.references


def test_an_actor_who_becomes_rare_goes_on_again() -> None:
    now = few(3, 2, 2, 4)
    crowd = Newsroom({**now.pieces, **dict.fromkeys("hijklm", (6, 1))}, now.stories)
    assert not threaded(crowd).kept.reasons
    after = threaded(now, threaded(crowd).kept)
    assert after[:3] == threaded(now)[:3]
    assert [one.story for one, _ in after.kept.reasons] == ["y-d"]


def test_a_story_that_is_spelled_otherwise_than_before_gives_its_words_as_it_spells_them_now() -> None:
    before, now = few(3, 2, 2, 4), few(3, 2, 2, 5)
    after = threaded(now, threaded(before).kept, touched(before, now))
    assert [one for one, _ in after.kept.reasons] == [one for one, _ in threaded(before).kept.reasons]
    assert after[:3] == threaded(now)[:3]
    assert after.threads != threaded(before).threads
