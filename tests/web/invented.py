"""A library in memory: happenings, people and outlets that do not exist. Places of words are found, not counted."""

from collections.abc import Iterable, Iterator, Sequence

from tawatur.records.article import AgencyMention, Article, DateCandidate, Line, LineKind, Publication, Title
from tawatur.records.commitment import Commitment, Later
from tawatur.records.document import Document, document_id
from tawatur.records.dropped import Dropped
from tawatur.records.finding import Finding, Found, Reason, Side, gravity
from tawatur.records.name import Entity, Name
from tawatur.records.overview import Called, EntityView, Facets, Listed, Mentioned
from tawatur.records.quote import Cue, Quote, QuoteKind, SpeakerKind, quote_id
from tawatur.records.reuse import Degree, Direction, Drift, DriftKind, Family, Reuse, family_id
from tawatur.records.sentence import Sentence, sentence_id
from tawatur.records.settled import Settled
from tawatur.records.span import Span
from tawatur.records.story import Member, Origin, Reference, Story, Thread, story_id, thread_id
from tawatur.records.time import Date
from tawatur.records.view import DocumentView, StoryView
from tawatur.records.wire import Publisher, Wire, Wires
from tawatur.store.overview import facets_of

_WIRE = (
    "قالت وزيرة الري سلمى الكواري يوم الأربعاء إن سد وادي الرمان ممتلئ ولا خطر منه على القرى المجاورة.\n"
    'وأضافت الوزيرة "سنفتح البوابات على مراحل حتى نهاية الأسبوع".\n'
    "وغادرت 120 عائلة بيوتها في قرية الزيتونة بعد أن غمرت المياه الطريق."
)
_HEADS = {
    "wire": "وزيرة الري: سد وادي الرمان ممتلئ ولا خطر على القرى",
    "paper": "الكواري تطمئن أهالي وادي الرمان",
    "site": "سد وادي الرمان ممتلئ",
    "radio": "وادي الرمان: لا خطر من السد",
    "own": "أهالي الزيتونة يروون ليلة المياه",
    "blog": "ماذا جرى في وادي الرمان",
}
_TEXTS = {
    "wire": f"{_HEADS['wire']}\nالزيتونة - وكالة ضفاف\n29 سبتمبر 2021\n{_WIRE}",
    "paper": f"{_HEADS['paper']}\nالرئيسية | محليات | اتصل بنا\nالمصدر: وكالة ضفاف\n{_WIRE}\nاقرأ أيضا: أسعار الخضار اليوم",
    "site": f"{_HEADS['site']}\n{_WIRE.replace('120', '210')}",
    "radio": f"{_HEADS['radio']}\n"
    + _WIRE.replace(
        "إن سد وادي الرمان ممتلئ ولا خطر منه على القرى المجاورة", '"سد وادي الرمان ممتلئ ولا خطر منه على القرى المجاورة"'
    ),
    "own": f"{_HEADS['own']}\n"
    "روى المزارع حاتم الدلال أن المياه بلغت عتبات البيوت فجر الأربعاء.\n"
    'وقال الدلال "سنفتح البوابات على مراحل حتى نهاية الأسبوع، هذا ما قيل لنا".\nوهي ثاني مرة يفيض فيها السد بعد فيضان الربيع الماضي.',
    "blog": f"{_HEADS['blog']}\n"
    "كتب شاهد من القرية أن سد وادي الرمان ممتلئ ولا خطر منه على القرى المجاورة كما أبلغتهم سلمى الكواري.\nوبقيت المدرسة مغلقة.",
    "spring": "فيضان الربيع في وادي الرمان\nأعلن الدفاع المدني أن فيضانا أصاب الوادي يوم 4 أبريل 2021.",
    "market": "سوق الزيتونة يفتح أبوابه\nافتتح مجلس القرية السوق <b>الجديد</b> & دعا التجار إليه.\n<script>alert('x')</script>\n\"><img src=x onerror=alert(1)>",
    "english": "A dam is full\nThe dam of Wadi al-Rumman is full, the ministry said.",
}
_KINDS: dict[str, LineKind] = {
    "الزيتونة - وكالة ضفاف": "dateline",
    "29 سبتمبر 2021": "furniture",
    "الرئيسية | محليات | اتصل بنا": "furniture",
    "المصدر: وكالة ضفاف": "credit",
    "اقرأ أيضا: أسعار الخضار اليوم": "furniture",
}
_OUTLETS = {"wire": "نافذة الوادي", "paper": "صحيفة الرمان", "site": "موقع القرى", "radio": "إذاعة السهل", "own": "جريدة الضفة"}
_PUBLISHED = {
    "wire": "2021-09-29T14:05+03:00", "paper": "2021-09-29", "site": "2021-09-29", "radio": "2021-09-30",
    "own": "2021-09-30", "blog": None, "spring": "2021-04-05", "market": "2021-10-02", "english": None,
}  # fmt: skip
MINISTER, FARMER, VALLEY, CIVIL = (f"e-{n:016x}" for n in (1, 2, 3, 4))
ENTITIES = {
    MINISTER: Entity(id=MINISTER, type="person", name="سلمى الكواري", forms=("سلمى الكواري", "الكواري")),
    FARMER: Entity(id=FARMER, type="person", name="حاتم الدلال", forms=("حاتم الدلال", "الدلال")),
    VALLEY: Entity(id=VALLEY, type="place", name="وادي الرمان", name_en="Wadi al-Rumman", forms=("وادي الرمان",)),
    CIVIL: Entity(id=CIVIL, type="organization", name="الدفاع المدني", forms=("الدفاع المدني",)),
}
_FIRST = "سد وادي الرمان ممتلئ ولا خطر منه على القرى المجاورة"
_SECOND = "سنفتح البوابات على مراحل حتى نهاية الأسبوع"


class Invented:
    """A `records.view.Library`. Documents are named by short keys, `ids` gives the ids."""

    def __init__(self, extra: Iterable[DocumentView] = ()) -> None:
        self.ids = {key: document_id(None, f"{key}.txt", text) for key, text in _TEXTS.items()}
        self._views = {self.ids[key]: self._view(key) for key in _TEXTS}
        self._stories = self._make_stories()
        self.extra = {view.document.id: view for view in extra}
        for view in self.extra.values():
            self._views[view.document.id] = view
            self._stories.append(
                _story(view.document.id, view.document.source, [Origin(name=None, documents=(view.document.id,))])
            )

    def stories(self) -> list[Story]:
        return sorted(self._stories, key=lambda story: story.date or "", reverse=True)

    def threads(self) -> list[Thread]:
        members = tuple(Member(story=story.id, reason="يشير أحدها إلى الآخر") for story in self._stories[:2])
        return [Thread(id=self.thread, title="سد وادي الرمان", stories=members)]

    @property
    def thread(self) -> str:
        return thread_id(self.ids["spring"])

    def story(self, story: str) -> StoryView | None:
        found = next((one for one in self._stories if story in (one.id, *one.aliases)), None)
        if found is None:
            return None
        main = found is self._stories[0]
        return StoryView(
            story=found,
            thread=self.threads()[0] if found in self._stories[:2] else None,
            documents=tuple(self._views[document] for document in found.documents),
            entities=tuple(ENTITIES.values()),
            reuse=tuple(self._reuse()) if main else (),
            families=(self._family(),) if main else (),
            references=tuple(self._references()) if found in self._stories[:2] else (),
            findings=tuple(self._findings()) if main else (),
            commitments=tuple(self.commitments(found.id)),
        )

    def listed(self) -> list[Listed]:
        counts = {self._stories[0].id: list(self._findings())}
        kinds = {one.id: [f.kind for f in counts.get(one.id, ()) if not f.soft] for one in self._stories}
        return [
            Listed(
                story=one,
                conflicts=kinds[one.id].count("conflict"),
                updates=kinds[one.id].count("update"),
                corroborated=kinds[one.id].count("corroborated"),
            )
            for one in self.stories()
        ]

    def facets(self) -> Facets:
        return facets_of(self._stories)

    def findings_of(self, story: str) -> list[Finding]:
        return list(self._findings()) if story == self._stories[0].id else []

    def called(self) -> list[Called]:
        found = [self._called(entity) for entity in ENTITIES.values()]
        return sorted(found, key=lambda one: (-one.articles, one.id))

    def calling(self, words: str) -> list[Called]:
        return [one for one in self.called() if words in (one.id, *ENTITIES[one.id].forms)]

    def _called(self, entity: Entity) -> Called:
        named = [name for view in self._views.values() for name in view.settled.names if name.entity == entity.id]
        return Called(
            id=entity.id,
            type=entity.type,
            name=entity.name,
            name_en=entity.name_en,
            articles=len({name.document for name in named}),
            statements=sum(q.speaker == entity.id for view in self._views.values() for q in view.settled.quotes),
        )

    def entity_view(self, entity: str) -> EntityView | None:
        if entity not in ENTITIES:
            return None
        views = [view for view in self._views.values() if any(name.entity == entity for name in view.settled.names)]
        return EntityView(
            entity=ENTITIES[entity],
            articles=tuple(
                Mentioned(document=view.document.id, mentions=1, statements=sum(q.speaker == entity for q in view.settled.quotes))
                for view in views
            ),
            stories=tuple(one for one in self.stories() if one.id in self.stories_with(entity)),
            statements=tuple(q for view in views for q in view.settled.quotes if q.speaker == entity),
        )

    def stories_with(self, entity: str) -> frozenset[str]:
        named = {view.document.id for view in self._views.values() if any(n.entity == entity for n in view.settled.names)}
        return frozenset(one.id for one in self._stories if named & set(one.documents))

    def commitments(self, story: str | None = None) -> Iterator[Commitment]:
        main = self._stories[0].id
        made, later = self.span("wire", _SECOND), self.span("own", _SECOND)
        one = Commitment(
            id="c-0000000000000001", what="فتح البوابات على مراحل <i>", by=("سلمى الكواري",), to=("أهالي الزيتونة",),
            made="2021-09-29", in_force=None, until="2021-10-03", condition="انحسار المياه", status="broken", stories=(main,),
            evidence=(made,), later=(Later(document=later.document, start=later.start, end=later.end, status="broken",
                                           said_by="حاتم الدلال", date="2021-09-30"),),
        )  # fmt: skip
        return iter((one,) if story in (None, main) else ())

    def found(self) -> list[Found]:
        made = [
            Found(id=one.id, kind=one.kind, story=one.story, day="2021-09-29", origins=len(one.origins), documents=one.documents)
            for one in self._findings()
        ]
        return sorted(made, key=gravity)

    def findings_with(self, ids: Sequence[str]) -> list[Finding]:
        by_id = {one.id: one for one in self._findings()}
        return [by_id[one] for one in ids]

    def reuse_between(self, one: str, two: str) -> list[Reuse]:
        return [pair for pair in self._reuse() if {pair.a.document, pair.b.document} == {one, two}]

    def wires(self, since: str | None = None, until: str | None = None) -> Wires:
        if (since or "") > "2021-09-30":
            return Wires(since=since, until=until, articles=0, undated=1, publishers=(), wires=())
        owners = tuple(
            Publisher(publisher=_OUTLETS[key], outlets=(_OUTLETS[key],), articles=1, letters=300) for key in ("paper", "site")
        )
        rows = [
            Wire(source="ضفاف", kind="agency", publisher=_OUTLETS[key], outlets=(_OUTLETS[key],), articles=1, letters=270, share=0.9,
                 credited=int(key == "paper"), named=0, silent=int(key == "site"))
            for key in ("paper", "site")
        ]  # fmt: skip
        return Wires(since=since, until=until, articles=2, undated=0, publishers=owners, wires=tuple(rows))

    def carried(self, source: str, publisher: str | None) -> tuple[str, ...]:
        return tuple(self.ids[key] for key in ("paper", "site") if _OUTLETS[key] == publisher)

    def document(self, document: str) -> DocumentView | None:
        return self._views.get(document)

    def story_of(self, document: str) -> str | None:
        return next((story.id for story in self._stories if document in story.documents), None)

    def dropped(self) -> list[Dropped]:
        return [
            Dropped(stage="ingest", source="صور/خريطة.png", reason="format", detail="no reader takes this kind of file"),
            Dropped(stage="ingest", source="<i>فارغ</i>.txt", reason="empty", detail="0 bytes"),
        ]

    def counts(self) -> dict[str, int]:
        return {
            "documents": len(self._views),
            "stories": len(self._stories),
            "threads": 1,
            "quotes": 12,
            "findings": 2,
            "dropped": 2,
        }

    def entity(self, entity: str) -> Entity | None:
        return ENTITIES.get(entity)

    def apart(self) -> list[str]:
        return [self.ids["english"]]

    def span(self, key: str, words: str) -> Span:
        """The place of words in a document."""
        start = _TEXTS[key].index(words)
        return Span(document=self.ids[key], start=start, end=start + len(words))

    def _make_stories(self) -> list[Story]:
        ids = self.ids
        wired = tuple(ids[key] for key in ("wire", "paper", "site", "radio"))
        origins = [Origin(name="ضفاف", documents=(*wired, ids["blog"])), Origin(name=None, documents=(ids["own"],))]
        main = _story(ids["wire"], _HEADS["wire"], origins, date="2021-09-29", thread=self.thread)
        spring = _story(
            ids["spring"],
            "فيضان الربيع في وادي الرمان",
            [Origin(name=None, documents=(ids["spring"],))],
            "2021-04-04",
            self.thread,
        )
        market = _story(
            ids["market"], "سوق <b>الزيتونة</b> يفتح أبوابه", [Origin(name=None, documents=(ids["market"],))], "2021-10-02"
        )
        return [main, spring, market]

    def _view(self, key: str) -> DocumentView:
        text, identity = _TEXTS[key], self.ids[key]
        head = text.split("\n", 1)[0]
        published = _PUBLISHED[key]
        publication = Publication(published=published, reason="لا يقول النص متى نُشر")
        if key == "wire":
            evidence = self.span(key, "29 سبتمبر 2021")
            candidate = DateCandidate(
                role="published", value="2021-09-29", basis="text", evidence=evidence, weight=0.8, reason="visible line"
            )
            publication = Publication(
                published=published,
                basis="text",
                evidence=evidence,
                reason="a line of its own under the title",
                candidates=(candidate,),
            )
        if key == "paper":
            evidence = self.span("wire", "29 سبتمبر 2021")
            publication = Publication(
                published=published, basis="linked", evidence=evidence, reason="shares its text with a dated article"
            )
        article = Article(
            document=identity,
            lines=tuple(_lines(text)),
            title=Title(text=head, start=0, end=len(head)),
            outlet=_OUTLETS.get(key),
            language="en" if key == "english" else "ar",
            publication=publication,
            agencies=tuple(self._credits(key)),
        )
        settled = Settled(
            document=identity,
            publication=publication,
            origin="ضفاف" if key in ("wire", "paper", "site", "radio") else None,
            origin_basis="credit" if key in ("wire", "paper") else "reuse" if key in ("site", "radio") else None,
            dates=tuple(self._dates(key)),
            names=tuple(self._names(key)),
            quotes=tuple(self._quotes(key)),
        )
        document = Document(id=identity, source=f"{key}.txt", text=text, sha256="0" * 64, format="text")
        return DocumentView(document=document, article=article, sentences=tuple(_sentences(identity, text)), settled=settled)

    def _credits(self, key: str) -> Iterable[AgencyMention]:
        if "وكالة ضفاف" in _TEXTS[key]:
            yield AgencyMention(agency="ضفاف", span=self.span(key, "وكالة ضفاف"), credit=True)

    def _dates(self, key: str) -> Iterable[Date]:
        for words, value, basis in (
            ("يوم الأربعاء", "2021-09-29", "published 2021-09-29"),
            ("فجر الأربعاء", "2021-09-29TMO", "published 2021-09-30"),
            ("29 سبتمبر 2021", "2021-09-29", "absolute"),
            ("يوم 4 أبريل 2021", "2021-04-04", "absolute"),
            ("نهاية الأسبوع", None, "a week without a day"),
        ):
            if words in _TEXTS[key]:
                at = self.span(key, words)
                yield Date(
                    document=at.document,
                    start=at.start,
                    end=at.end,
                    text=words,
                    type="date",
                    value=value,
                    earliest=value,
                    latest=value,
                    basis=basis,
                )

    def _names(self, key: str) -> Iterable[Name]:
        for words, entity in (
            ("سلمى الكواري", MINISTER),
            ("حاتم الدلال", FARMER),
            ("وادي الرمان", VALLEY),
            ("الدفاع المدني", CIVIL),
        ):
            if words in _TEXTS[key]:
                at = self.span(key, words)
                yield Name(
                    document=at.document, start=at.start, end=at.end, text=words, type=ENTITIES[entity].type, entity=entity
                )

    def _quotes(self, key: str) -> Iterable[Quote]:
        body = _TEXTS[key]
        if key in ("wire", "paper", "site", "radio"):
            kind: QuoteKind = "direct" if key == "radio" else "indirect"
            yield self._quote(key, (_FIRST, "قالت"), kind, (MINISTER, "named"))
            yield self._quote(key, (_SECOND, "أضافت"), "direct", (MINISTER, "named"))
        if key == "own":
            yield self._quote(key, ("المياه بلغت عتبات البيوت فجر الأربعاء", "روى"), "indirect", (FARMER, "named"))
            words = body[body.index(_SECOND) : body.index('".')]
            yield self._quote(key, (words, "قال"), "direct", (FARMER, "named"))
        if key == "blog":
            yield self._quote(key, (_FIRST, "أبلغتهم"), "indirect", (MINISTER, "named"))
        if key == "spring":
            yield self._quote(key, ("فيضانا أصاب الوادي يوم 4 أبريل 2021", "أعلن"), "indirect", (CIVIL, "body"))

    def _quote(self, key: str, said: tuple[str, str], kind: QuoteKind, by: tuple[str, SpeakerKind]) -> Quote:
        words, cue = (self.span(key, part) for part in said)
        return Quote(
            id=quote_id(words.document, words.start, words.end),
            document=words.document,
            start=words.start,
            end=words.end,
            text=said[0],
            kind=kind,
            cue=Cue(start=cue.start, end=cue.end, text=said[1]),
            speaker=by[0],
            speaker_name=ENTITIES[by[0]].name,
            speaker_kind=by[1],
        )

    def _reuse(self) -> Iterable[Reuse]:
        copies: tuple[tuple[str, int, DriftKind | None, str], ...] = (
            ("paper", 0, None, ""), ("paper", 1, None, ""), ("paper", 2, None, ""),
            ("site", 0, None, ""), ("site", 1, None, ""), ("site", 2, "number", "صار عدد العائلات 210 بعد أن كان 120"),
            ("radio", 0, "quoted", "صار كلام منقول بمعناه نصا"), ("radio", 1, None, ""), ("radio", 2, None, ""),
        )  # fmt: skip
        for number, (key, line, drift, reason) in enumerate(copies):
            yield self._pair(("wire", -3 + line), (key, self._line_of(key, line)), number, (drift, reason))
        yield self._pair(("wire", -2), ("own", 2), 20, ("speaker", "القول منسوب إلى متحدث آخر"))

    @staticmethod
    def _line_of(key: str, line: int) -> int:
        return line - 4 if key == "paper" else line - 3

    def _pair(self, one: tuple[str, int], two: tuple[str, int], run: int, drift: tuple[DriftKind | None, str]) -> Reuse:
        first, second = (self._line_span(key, line) for key, line in (one, two))
        direction: Direction = "b_from_a"
        if second.document < first.document:
            first, second, direction = second, first, "a_from_b"
        kind, reason = drift
        drifts = (Drift(kind=kind, a=first, b=second, reason=reason),) if kind == "speaker" else ()
        if kind and not drifts:
            drifts = (Drift(kind=kind, reason=reason),)
        degree: Degree = "edited" if kind else "same"
        return Reuse(a=first, b=second, score=0.9 if kind else 1.0, degree=degree, run=run, direction=direction, drift=drifts)

    def _line_span(self, key: str, line: int) -> Span:
        return self.span(key, _TEXTS[key].split("\n")[line])

    def _family(self) -> Family:
        documents = tuple(sorted(self.ids[key] for key in ("wire", "paper", "site", "radio")))
        return Family(id=family_id(documents), documents=documents, degree="near_copy")

    def _references(self) -> Iterable[Reference]:
        at = self.span("own", "فيضان الربيع الماضي")
        yield Reference(
            document=at.document, start=at.start, end=at.end, story=self._stories[1].id, reason="فيضان الربيع في المكان نفسه"
        )

    def _findings(self) -> Iterable[Finding]:
        main = self._stories[0]
        sides = [self._side("wire", _SECOND, "ضفاف"), self._side("own", _SECOND, None)]
        yield Finding(
            id="n-0000000000000001", kind="corroborated", story=main.id, sides=tuple(sides), documents=5, origins=main.origins,
            reason=Reason(ar="قالته الوزيرة وحكاه أهل القرية كل على حدة.", en="The minister said it and villagers told it independently."),
        )  # fmt: skip
        sides = [self._side(key, _FIRST, "ضفاف") for key in ("wire", "paper", "site")]
        yield Finding(
            id="n-0000000000000002", kind="single_origin", story=main.id, sides=tuple(sides), documents=4, origins=main.origins[:1],
            reason=Reason(ar="أربعة مقالات تنقل نص وكالة واحدة.", en="Four articles carry the text of one agency."),
        )  # fmt: skip

    def _side(self, key: str, words: str, origin: str | None) -> Side:
        at = self.span(key, words)
        return Side(document=at.document, start=at.start, end=at.end, text=words, origin=origin)


def _story(first: str, title: str, origins: list[Origin], date: str | None = None, thread: str | None = None) -> Story:
    documents = tuple(document for origin in origins for document in origin.documents)
    return Story(
        id=story_id(first), aliases=(story_id(f"old {first}"),), title=title, documents=documents, date=date,
        place=VALLEY, thread=thread, outlets=tuple(_OUTLETS.values())[: len(documents)], origins=tuple(origins),
    )  # fmt: skip


def _lines(text: str) -> Iterable[Line]:
    at = 0
    for number, line in enumerate(text.split("\n")):
        if line:
            kind: LineKind = "title" if number == 0 else _KINDS.get(line, "body")
            yield Line(start=at, end=at + len(line), kind=kind, reason="invented")
        at += len(line) + 1


def _sentences(document: str, text: str) -> Iterable[Sentence]:
    for line in _lines(text):
        yield Sentence(
            id=sentence_id(document, line.start, line.end), document=document, start=line.start, end=line.end, kind=line.kind
        )


def view_of(text: str, source: str = "made.txt") -> DocumentView:
    """An article of one text in which nothing was found."""
    identity = document_id(None, source, text)
    publication = Publication(reason="none")
    return DocumentView(
        document=Document(id=identity, source=source, text=text, sha256="0" * 64, format="text"),
        article=Article(document=identity, lines=tuple(_lines(text)), language="ar", publication=publication),
        sentences=(),
        settled=Settled(document=identity, publication=publication),
    )
