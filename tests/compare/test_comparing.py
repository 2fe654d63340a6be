"""Comparing goes on from what it kept, to exactly what it would be from nothing."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.headed import headed

from tawatur.annotate import commitments, dates, figures, names, quotes, sentences
from tawatur.compare import Compared, Made, Sources, compare
from tawatur.records.article import Article
from tawatur.records.changes import Changes
from tawatur.records.collection import Collection
from tawatur.records.commitment import Undertaking
from tawatur.records.event import Event
from tawatur.records.figure import Figure
from tawatur.records.parts import decoded, encoded
from tawatur.records.reuse import Drift, Reuse
from tawatur.records.sentence import Sentence
from tawatur.records.settled import Settled
from tawatur.records.span import Span
from tawatur.records.story import Origin, Story

DOCUMENTS = "abcdefgh"
TEXTS = (
    "انهيار جسر الصفصاف في تالمين\nقتل {n} شخصا حين انهار جسر الصفصاف القديم فوق نهر المرجان في مدينة تالمين فجر الاثنين.\n"
    "وتعهدت الحكومة اللبنانية بدفع رواتب المعلمين المتأخرة قبل نهاية حزيران 2022.",
    "جسر الصفصاف يهوي في النهر\nأودى انهيار جسر الصفصاف القديم فوق نهر المرجان في تالمين بحياة {n} شخصا يوم 7 آذار 2022 وفق الشرطة.\n"
    'وقال سالم الحداد: "الماء في الجبل يتوقف على العلاقات التونسية المغربية".',
    "الشرطة تنفي انهيار جسر الصفصاف\nنفت شرطة تالمين انهيار جسر الصفصاف القديم فوق نهر المرجان وسقوط {n} قتيلا من عمال المرفأ.\n"
    'أما نزار الفاسي فقال للصحفيين: "الماء هناك مرهون بالعلاقات التونسية الليبية".',
    "تصحيح: ضحايا جسر الصفصاف\nتصحيح: قتل {n} شخصا حين انهار جسر الصفصاف القديم فوق نهر المرجان، وكانت الحكومة اللبنانية تعهدت بدفع رواتب المعلمين.",
)


class Piece(NamedTuple):
    """One article: which text it has with which number, and its day and outlet."""

    text: int
    number: int
    day: int
    outlet: int


class Newsroom(NamedTuple):
    """Articles, the stories and threads that they are in, what they share, and of what text they are."""

    pieces: Mapping[str, Piece]
    stories: Mapping[str, int]
    threads: Mapping[int, int]
    rows: frozenset[tuple[str, int, str, int]]  # two documents, and of each the number of a sentence
    texts: Mapping[str, str]


class Read(NamedTuple):
    article: Article
    text: str
    sentences: tuple[Sentence, ...]
    settled: Settled
    figures: tuple[Figure, ...]
    undertakings: tuple[Undertaking, ...]


@cache
def read(document: str, piece: Piece) -> Read:
    text = TEXTS[piece.text].format(n=piece.number)
    article = headed(document, text, f"2022-03-0{piece.day}", f"o{piece.outlet}")
    publication = article.publication
    cut = tuple(sentences.split(text, article))
    named = names.annotate(text, article, cut)
    said = quotes.annotate(text, article, cut, named)
    found = commitments.annotate(text, cut, commitments.Found(named, said, dates.find(text, document)))
    event = Event(
        id=f"v-{document}",
        type="ASSAULT",
        actor=f"e-{piece.text % 2}",
        status="happened",
        evidence=(Span(document=document, start=0, end=text.index("\n")),),
    )
    settled = Settled(
        document=document,
        publication=publication,
        dates=tuple(dates.read(text, publication.published, document=document)),
        names=tuple(named),
        quotes=tuple(said),
        events=(event,),
    )
    return Read(article, text, cut, settled, tuple(figures.annotate(text, cut)), tuple(found))


def reuse(room: Newsroom) -> list[Reuse]:
    found = []
    for a, i, b, j in sorted(room.rows):
        if a in room.pieces and b in room.pieces:
            one, other = read(a, room.pieces[a]), read(b, room.pieces[b])
            places = [_span(side.sentences, at) for side, at in ((one, i), (other, j))]
            numbers = [
                Span(document=place.document, start=figure.start, end=figure.end)
                for side, place in zip((one, other), places, strict=True)
                for figure in side.figures
                if place.start <= figure.start < place.end
            ]
            drift = (Drift(kind="number", a=numbers[0], b=numbers[1], reason="test"),) if len(numbers) == 2 else ()
            found.append(Reuse(a=places[0], b=places[1], score=0.9, degree="edited", run=1, drift=drift))
    return found


def _span(cut: tuple[Sentence, ...], at: int) -> Span:
    one = cut[min(at, len(cut) - 1)]
    return Span(document=one.document, start=one.start, end=one.end)


def state(room: Newsroom) -> tuple[Collection, list[Story], Sources, dict[str, tuple[Undertaking, ...]]]:
    every = {document: read(document, piece) for document, piece in room.pieces.items()}
    texts = {document: first for document, first in room.texts.items() if document in every}

    def independent(documents: Iterable[str]) -> tuple[Origin, ...]:
        groups: dict[str, list[str]] = {}
        for document in sorted(documents):
            groups.setdefault(texts.get(document, document), []).append(document)
        return tuple(Origin(name=None, documents=tuple(group)) for group in groups.values())

    members: dict[int, list[str]] = {}
    for document in sorted(every):
        if room.stories[document] >= 0:
            members.setdefault(room.stories[document], []).append(document)
    stories = [
        Story(
            id=f"y-{group[0]}",
            title=f"{group}",
            documents=tuple(group),
            date="2022-03-07",
            thread=f"t-{room.threads[number]}" if room.threads[number] else None,
            origins=independent(group),
        )
        for number, group in sorted(members.items())
    ]
    collection = Collection(
        texts={name: one.text for name, one in every.items()},
        articles={name: one.article for name, one in every.items()},
        sentences={name: one.sentences for name, one in every.items()},
        settled={name: one.settled for name, one in every.items()},
        figures={name: one.figures for name, one in every.items() if one.figures},
        reuse=reuse(room),
    )
    found = {name: one.undertakings for name, one in every.items() if one.undertakings}
    return collection, stories, Sources(independent, texts), found


def touched(before: Newsroom, now: Newsroom) -> frozenset[str]:
    """Those of another text or that share other sentences: in what they are put together is for comparing to see."""
    rows = [
        {document: [row for row in reuse(room) if document in (row.a.document, row.b.document)] for document in room.pieces}
        for room in (before, now)
    ]
    return frozenset(
        document
        for document, piece in now.pieces.items()
        if before.pieces.get(document) != piece or rows[0][document] != rows[1][document]
    )


def made(room: Newsroom) -> Made:
    return compare(*state(room))


def by_id(changes: Changes[Any], first: Changes[Any]) -> dict[str, object]:
    """What there is after the changes of what was made at first."""
    before, made = ({one.id: one for one in found.made} for found in (first, changes))
    assert changes.standing <= before.keys() - made.keys()
    return {name: before[name] for name in changes.standing} | made


@st.composite
def newsrooms(draw: st.DrawFn) -> Newsroom:
    piece = st.builds(Piece, st.integers(0, 3), st.sampled_from((17, 21, 40)), st.integers(1, 3), st.integers(0, 2))
    pieces = draw(st.dictionaries(st.sampled_from(DOCUMENTS), piece, min_size=2))
    pair = st.tuples(st.sampled_from(DOCUMENTS), st.integers(0, 2), st.sampled_from(DOCUMENTS), st.integers(0, 2))
    return Newsroom(
        pieces,
        draw(st.fixed_dictionaries({name: st.integers(-1, 2) for name in DOCUMENTS})),
        draw(st.fixed_dictionaries({number: st.integers(0, 1) for number in range(3)})),
        frozenset(row for row in draw(st.sets(pair, max_size=8)) if row[0] < row[2]),
        draw(st.dictionaries(st.sampled_from(DOCUMENTS), st.sampled_from("abc"))),
    )


@st.composite
def changed(draw: st.DrawFn, before: Newsroom) -> Newsroom:
    """A newsroom that has something of another one, and the rest of `before`."""
    other = draw(newsrooms())
    kept = draw(st.sets(st.sampled_from(DOCUMENTS)))
    pieces = {name: one for name, one in before.pieces.items() if name in kept} | {
        name: one for name, one in other.pieces.items() if name not in kept
    }
    fields = {name: getattr(draw(st.sampled_from((before, other))), name) for name in ("stories", "threads", "rows", "texts")}
    return Newsroom(pieces, **fields)


@settings(max_examples=500)
@given(st.data())
def test_comparing_goes_on_from_an_earlier_one_to_what_it_would_be_from_nothing(data: st.DataObject) -> None:
    before = data.draw(newsrooms())
    now = data.draw(changed(before))
    first, whole = made(before), made(now)
    after = compare(*state(now), decoded(Compared, encoded(first.kept)), touched(before, now))
    assert after.kept == whole.kept
    stories = {one.id: one for one in state(before)[1]}
    assert all(stories[one.id] == one for one in state(now)[1] if one.id in after.stories)
    assert by_id(after.findings, first.findings) == {one.id: one for one in whole.findings.made}
    assert by_id(after.events, first.events) == {one.id: one for one in whole.events.made}
    assert by_id(after.commitments, first.commitments) == {one.id: one for one in whole.commitments.made}


def test_where_nothing_has_changed_only_conflicts_are_made_again() -> None:
    pieces = {name: Piece(number % 4, 17 + 4 * number, 1, number) for number, name in enumerate(DOCUMENTS)}
    room = Newsroom(pieces, dict.fromkeys(DOCUMENTS, 0), {0: 0}, frozenset({("a", 1, "e", 1), ("b", 1, "f", 1)}), {})
    whole = made(room)
    assert {one.kind for one in whole.findings.made} >= {"corroborated", "single_origin", "conflict"}
    assert whole.events.made
    assert whole.commitments.made
    again = compare(*state(room), whole.kept)
    conflicts = {one.id for one in whole.findings.made if one.kind in ("conflict", "update", "drift")}
    assert {one.id for one in again.findings.made} == conflicts
    assert again.findings.standing == {one.id for one in whole.findings.made} - conflicts
    assert again.events == Changes([], {one.id for one in whole.events.made})
    assert again.commitments == Changes([], {one.id for one in whole.commitments.made})
    assert again.stories == {"y-a"}
