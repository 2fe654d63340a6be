"""Planted errors: true sentences of briefs, each altered in one way so that it says what its sources do not say."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import structs
from tests.report.brief.conftest import Briefed

from tawatur.arabic.fold import fold
from tawatur.records.brief import BriefSentence, Part
from tawatur.records.span import Span
from tawatur.report.brief import frame
from tawatur.report.brief.checks.attribution import SPEAKING, places
from tawatur.report.brief.checks.counts import stand_behind
from tawatur.report.brief.checks.negation import negators
from tawatur.report.brief.compose.base import Writer


class Planted(NamedTuple):
    """An altered sentence, and what was done to it."""

    kind: str
    sentence: BriefSentence
    of: Briefed


_NUMBERS = ("ثلاثة", "أربعة", "ثمانية", "عشرة", "17", "23", "34", "63", "12", "40", "700", "11", "400", "سبعة", "خمسة", "١٤")
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_MONTHS = ("يناير", "مارس", "أبريل", "سبتمبر", "نوفمبر", "شباط", "آذار", "نيسان", "أيلول")
_OFFICES = ("وزير", "وزيرة", "رئيس", "مدير", "المدير", "والي", "العميد", "المقدّم", "الناطق", "المتحدثة", "سفير", "الأمين")
_DENIERS = re.compile(r"(?<!\w)(لم|لن|لا|ليس|دون|بعدم|ولم|ولن|لا) ")


def plant(briefed: Briefed) -> Iterator[Planted]:
    """Give every error that can be planted in the sentences of a brief."""
    for sentence in briefed.sentences:
        for kind, make in _MAKERS.items():
            for altered in make(sentence, briefed):
                if altered != sentence:
                    yield Planted(kind, altered, briefed)


def _with(sentence: BriefSentence, old: Part, new: Part) -> BriefSentence:
    return structs.replace(sentence, parts=tuple(new if part is old else part for part in sentence.parts))


def _texts(sentence: BriefSentence) -> list[Part]:
    return [part for part in sentence.parts if part.kind in ("words", "name")]


def _word(text: str, word: str, other: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", other, text, count=1)


def _swapped(sentence: BriefSentence, words: tuple[str, ...]) -> Iterator[BriefSentence]:
    """One of a class of words in place of another, in each part that has one."""
    for part in _texts(sentence):
        for at, word in enumerate(words):
            altered = _word(part.text, word, words[at - 1])
            if altered != part.text:
                yield _with(sentence, part, structs.replace(part, text=altered))
                break


def _number(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    yield from _swapped(sentence, _NUMBERS)


def _told_number(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    for part in sentence.parts:
        if part.kind == "number":
            yield _with(sentence, part, frame.number(str(int(part.text) + 1), part.role))


def _weekday(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    yield from _swapped(sentence, _WEEKDAYS)


def _month(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    yield from _swapped(sentence, _MONTHS)


def _year(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    yield from _swapped(sentence, ("2016", "2018", "2019", "2021", "1994", "1987"))


def _day(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    for part in sentence.parts:
        if part.kind == "day":
            yield _with(sentence, part, frame.day("2017-02-14", briefed.lang, part.role))


def _office(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    yield from _swapped(sentence, _OFFICES)


def _named(sentence: BriefSentence, briefed: Briefed, kinds: tuple[str, ...]) -> Iterator[BriefSentence]:
    """A name in place of another of the story, of one kind."""
    names = sorted({n.text for view in briefed.view.documents for n in view.settled.names if n.type in kinds and len(n.text) > 3})
    for part in _texts(sentence):
        for at, name in enumerate(names):
            altered = _word(part.text, name, names[at - 1])
            if altered != part.text and names[at - 1] not in name and name not in names[at - 1]:
                yield _with(sentence, part, structs.replace(part, text=altered))
                break


def _person(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    yield from _named(sentence, briefed, ("person", "organization"))


def _place(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    yield from _named(sentence, briefed, ("place", "country"))


def _negated(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """A negation where there is none."""
    for part in sentence.parts:
        if part.kind == "words":
            yield _with(sentence, part, structs.replace(part, text="لم " + part.text))


def _affirmed(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """A negation taken out."""
    for part in sentence.parts:
        if part.kind == "words" and _DENIERS.search(part.text):
            yield _with(sentence, part, structs.replace(part, text=_DENIERS.sub("", part.text, count=1)))


def _cut_negation(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """The words after a negation, with their true place: letter for letter what stands there, and the contrary of what is said."""
    for part in sentence.parts:
        if part.kind != "words" or part.span is None:
            continue
        source = briefed.evidence.text(part.span)
        for word in re.finditer(r"\w[\w\u064b-\u0652]*", source):
            if fold(word.group()) in negators() and len(source[word.end() :].split()) > 2:
                start = part.span.start + word.end() + 1
                span = Span(document=part.span.document, start=start, end=part.span.end)
                altered = frame.words(span, briefed.evidence.text(span), part.role)
                yield _with(sentence, part, altered)
                break


def _speaker(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """Another speaker of the story, with the place of his name cited."""
    by = next((part for part in sentence.parts if part.role == "speaker"), None)
    if by is None or by.span is None:
        return
    said = next(part.span for part in sentence.parts if part.role == "words")
    own = {q.speaker for q in briefed.evidence.quotes(said)} if said else set()
    for view in briefed.view.documents:
        for quote in view.settled.quotes:
            place = next(places(quote, briefed.evidence), None)
            if place and quote.speaker and quote.speaker not in own and by.text not in briefed.evidence.text(place):
                other = frame.name(place, briefed.evidence.text(place), briefed.lang)
                altered = structs.replace(_with(sentence, by, other), cites=(*sentence.cites, place))
                documents, origins = stand_behind(altered, briefed.evidence)
                yield structs.replace(altered, documents=documents, origins=origins)
                return


def _cut_speaker(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """What follows the verb of saying and its subject, with its true place."""
    for part in sentence.parts:
        if part.kind != "words" or part.span is None or sentence.frame in SPEAKING:
            continue
        source = briefed.evidence.text(part.span)
        verb = re.search(r"(?<!\w)و?(?:قالت?|أكدت?|أعلنت?|أضافت?|أوضحت?|ذكرت?)(?!\w).*?(?<!\w)[أإ]ن(?:ها?|هم)?(?!\w) ", source)
        if verb and len(source[verb.end() :].split()) > 2:
            span = Span(document=part.span.document, start=part.span.start + verb.end(), end=part.span.end)
            yield _with(sentence, part, frame.words(span, briefed.evidence.text(span), part.role))


def _cut_end(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """All but the last words, with their true place: what follows them may be a condition."""
    for part in sentence.parts:
        if part.kind == "words" and part.span:
            last = list(re.finditer(r"\s+\S+", briefed.evidence.text(part.span)))[-3:]
            if len(last) == 3:
                span = Span(document=part.span.document, start=part.span.start, end=part.span.start + last[0].start())
                yield _with(sentence, part, frame.words(span, briefed.evidence.text(span), part.role))


def _published(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """The day of the article told as that of the deed, where they are two."""
    said = next((part.span for part in sentence.parts if part.role == "words"), None)
    for part in sentence.parts:
        if part.kind == "day" and said and sentence.frame == "entry":
            day = briefed.evidence.published(said.document)
            if day and day not in briefed.evidence.days(said):
                yield _with(sentence, part, frame.day(day, briefed.lang))


def _listed(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """An outlet that does not carry the report, in the list of those that do."""
    for part in sentence.parts:
        if part.kind == "label" and part.role == "labels":
            yield _with(sentence, part, frame.label("qamar", briefed.lang, "labels"))
            return


def _unattributed(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """A statement told as if an article said it itself."""
    said = next((part.span for part in sentence.parts if part.role == "words"), None)
    if said is None or sentence.frame.startswith(("toll", "conflict", "update", "single", "promised", "fate", "entry")):
        return
    writer = Writer(evidence=briefed.evidence, lang=briefed.lang)
    for quote in briefed.evidence.quotes(said):
        span = writer.tight(Span(document=quote.document, start=quote.start, end=quote.end))
        if not quote.start <= quote.cue.start < quote.end:
            yield writer.sentence("told", [writer.label(span), writer.words(span)], [span, *sentence.cites])
            return


def _count(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """One more than there are, in the words and in the record."""
    for part in sentence.parts:
        if part.kind == "count" and part.value:
            more = int(part.value) + 1
            altered = _with(sentence, part, frame.count(part.role, more, briefed.lang))
            field = {"articles": "documents", "origins": "origins"}.get(part.role)
            yield structs.replace(altered, **{field: more}) if field else altered


def _origins(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    if sentence.origins:
        yield structs.replace(sentence, origins=sentence.origins + 1, documents=sentence.documents + 1)


def _source(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """Another outlet's name, as it is rightly written."""
    for part in sentence.parts:
        if part.kind == "label" and part.role != "labels":
            cited = {span.document for span in sentence.cites}
            known = set().union(*(briefed.evidence.attributed(document) for document in cited))
            other = next((key for key in ("qamar", "اليوم التالي") if key not in known), "qamar")
            yield _with(sentence, part, frame.label(other, briefed.lang, part.role))


def _elsewhere(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """The same words, said to stand in another sentence."""
    for part in sentence.parts:
        if part.kind == "words" and part.span:
            other = next(
                (
                    Span(document=one.document, start=one.start, end=one.end)
                    for one in briefed.evidence.documents[part.span.document].sentences
                    if one.end <= part.span.start or one.start >= part.span.end
                ),
                None,
            )
            if other:
                altered = _with(sentence, part, structs.replace(part, span=other))
                yield structs.replace(altered, cites=(other, *sentence.cites))


def _fate(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """A broken promise kept, a promise that was only meant: in the right words of another frame."""
    others = {
        "fate_broken": "fate_kept",
        "fate_denied": "fate_broken",
        "promised": "promised_intended",
        "promised_intended": "promised",
    }
    if sentence.frame in others:
        yield _reframed(sentence, others[sentence.frame], briefed)


def _kind(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """The hurt in place of the killed."""
    for part in sentence.parts:
        if part.kind == "term":
            yield _with(sentence, part, frame.term("hurt" if part.value == "killed" else "killed", briefed.lang))


def _finding(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """A conflict told as a change, a change as a conflict."""
    others = {"conflict_toll": "update_toll_undated", "update_toll_undated": "conflict_toll", "conflict_number": "update_other"}
    if sentence.frame in others:
        yield _reframed(sentence, others[sentence.frame], briefed)


def _reframed(sentence: BriefSentence, other: str, briefed: Briefed) -> BriefSentence:
    fillings = [part for part in sentence.parts if part.kind != "frame"]
    return structs.replace(sentence, frame=other, parts=frame.fill(other, briefed.lang, *fillings))


def _turned(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """The two sides of a conflict or change with each other's sources."""
    labels = [part for part in sentence.parts if part.role in ("label", "label2")]
    if len(labels) == 2 and labels[0].value != labels[1].value:
        first, second = labels
        altered = _with(sentence, first, structs.replace(second, role="label"))
        yield _with(altered, second, structs.replace(first, role="label2"))


def _embroidered(sentence: BriefSentence, briefed: Briefed) -> Iterator[BriefSentence]:
    """A word more in our own words: a cause that nobody tells."""
    for part in sentence.parts:
        if part.kind == "frame" and part.text.strip():
            word = "عمدًا " if briefed.lang == "ar" else "deliberately "
            yield _with(sentence, part, structs.replace(part, text=part.text + word))
            return


_MAKERS = {
    "number": _number, "told number": _told_number, "weekday": _weekday, "month": _month, "year": _year, "day": _day,
    "office": _office, "person": _person, "place": _place, "negated": _negated, "affirmed": _affirmed,
    "cut negation": _cut_negation, "speaker": _speaker, "cut speaker": _cut_speaker, "cut end": _cut_end, "published": _published, "listed": _listed, "unattributed": _unattributed, "count": _count, "origins": _origins,
    "source": _source, "elsewhere": _elsewhere, "fate": _fate, "kind": _kind, "finding": _finding, "turned": _turned,
    "embroidered": _embroidered,
}  # fmt: skip
KINDS = tuple(_MAKERS)
