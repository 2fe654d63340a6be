"""Invented articles in which names stand in every way that joining tells apart, and judgements of them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from tawatur.records.judgement import Judgement, Seen, Subject
from tawatur.records.name import Name, NameType
from tawatur.records.quote import Cue, Quote
from tawatur.settle.ruling import judgement


class Piece(NamedTuple):
    """A text, its names in their order, and who speaks in it, by his words."""

    text: str
    names: tuple[tuple[str, NameType], ...]
    speaker: str | None = None


def _people(text: str, *names: str, speaker: str | None = None) -> Piece:
    return Piece(text, tuple((name, "person") for name in names), speaker)


PIECES = (
    _people("قال وزير المالية الزمردي سامي النورس إن النورس راض.", "سامي النورس", "النورس", speaker="النورس"),
    _people("قال وزير المالية الزمردي النورس كلاما.", "النورس", speaker="وزير المالية"),
    _people("حضر سامي النورس، وقال وزير المالية كلاما.", "سامي النورس", speaker="وزير المالية"),
    _people("وصل سامي النورس أمس ثم غادر سامي النورس.", "سامي النورس أمس", "سامي النورس"),
    _people("وصل وزير الري سامي النورس أمس فجرا.", "سامي النورس أمس", speaker="وزير الري"),
    _people("وصل وزير الري السوري سامي النورس.", "سامي النورس"),
    _people("قال المطرب النورس كلاما.", "النورس"),
    _people("وصل المدرب فلاديسلاف غورينكو وقال غورينكو كلاما.", "فلاديسلاف غورينكو", "غورينكو", speaker="غورينكو"),
    _people("غاب فلاديسلاف جورينكو عن الحفل.", "فلاديسلاف جورينكو"),
    _people("غاب فلادسلاف غورينكو عن الحفل.", "فلادسلاف غورينكو"),
    _people("قال غورينكو كلاما.", "غورينكو", speaker="غورينكو"),
    _people("حضر هاني غورينكو وقال غورينكو كلاما.", "هاني غورينكو", "غورينكو"),
    _people("حضر جيف ثم عاد مدير المنارة جيف.", "جيف", "جيف", speaker="مدير المنارة"),
    _people("حضر جيف الورد.", "جيف الورد"),
    _people("حضر سالم جيف.", "سالم جيف"),
    _people("غاب وزير الري غورينكو وقال مدير المنارة هاني الورد كلاما.", "غورينكو", "هاني الورد", speaker="مدير المنارة"),
    _people("غاب وزير الري فلاديسلاف غورينكو.", "فلاديسلاف غورينكو"),
    _people("حضر فهد بن راكان بن سالم، وقال فهد بن سالم وفهد كلاما.", "فهد بن راكان بن سالم", "فهد بن سالم", "فهد"),
    _people("حضر سالم بن راكان وغاب راكان.", "سالم بن راكان", "راكان"),
    Piece("اجتمع حلف شمال الأطلسي (الناتو) في سوريا.", (("حلف شمال الأطلسي", "organization"), ("الناتو", "organization"), ("سوريا", "country"))),
    Piece("قال الناتو إن سورية بعيدة.", (("الناتو", "organization"), ("سورية", "country")), "الناتو"),
    Piece("هيئة الملاحة الزمردية (ملاحة) غير ملاحة.", (("هيئة الملاحة الزمردية", "organization"), ("ملاحة", "organization"))),
    Piece("قالت ملاحة كلاما.", (("ملاحة", "organization"),), "ملاحة"),
    Piece("من طرابلس في لبنان.", (("طرابلس", "place"), ("لبنان", "country"))),
    Piece("من طرابلس في ليبيا.", (("طرابلس", "place"), ("ليبيا", "country"))),
    Piece("قالت واشنطن كلاما عن طرابلس وعن مدينة المرجانة.", (("واشنطن", "country"), ("طرابلس", "place"), ("مدينة المرجانة", "place")), "واشنطن"),
    Piece("المرجانة غير المرجانه.", (("المرجانة", "place"), ("المرجانه", "place"))),
    Piece("لا اسم هنا.", ()),
)  # fmt: skip


def texts(articles: Mapping[str, int]) -> dict[str, str]:
    """The texts of articles, of which each has the number of its piece."""
    return {document: PIECES[number].text for document, number in articles.items()}


def names(articles: Mapping[str, int]) -> dict[str, tuple[Name, ...]]:
    """The names in them."""
    return {document: tuple(_names(document, PIECES[number])) for document, number in articles.items()}


def _names(document: str, piece: Piece) -> Iterable[Name]:
    end = 0
    for words, kind in piece.names:
        start = piece.text.index(words, end)
        end = start + len(words)
        yield Name(document=document, start=start, end=end, text=words, type=kind)


def quotes(articles: Mapping[str, int]) -> dict[str, tuple[Quote, ...]]:
    """The statements in them."""
    return {document: tuple(_quotes(document, PIECES[number])) for document, number in articles.items()}


def _quotes(document: str, piece: Piece) -> Iterable[Quote]:
    if piece.speaker:
        start = piece.text.rindex(piece.speaker)
        cue = Cue(start=0, end=3, text=piece.text[:3])
        yield Quote(
            id="q", document=document, start=0, end=3, text=piece.text[:3], kind="indirect", cue=cue, speaker_name=piece.speaker,
            speaker_text=piece.speaker, speaker_start=start, speaker_end=start + len(piece.speaker), speaker_kind="named",
        )  # fmt: skip


def _subject(name: str, *places: tuple[str, int], kind: NameType = "person") -> Subject:
    seen = tuple(Seen(document=document, start=start, end=start + len(name), text=name) for document, start in places)
    return Subject(type=kind, name=name, mentions=seen)


def _judgements() -> Iterable[Judgement]:
    when = datetime(2024, 5, 1, tzinfo=UTC)
    minute = timedelta(minutes=1)
    sami, goren, nato = _subject("سامي النورس"), _subject("غورينكو", ("d03", 4)), _subject("الناتو", kind="organization")
    full = _subject("فلاديسلاف غورينكو")
    yield judgement("merge", (sami, _subject("سامي النورس أمس")), "نادية", when)
    yield judgement("merge", (full, goren), "نادية", when + minute)
    yield judgement("split", (sami,), "راكان", when + 2 * minute, forms=("النورس",))
    yield judgement("split", (nato,), "راكان", when + 3 * minute, documents=("d02", "d05"))
    yield judgement("rename", (full,), "نادية", when + 4 * minute, name="فلاديسلاف بن هاني غورينكو")
    yield judgement("merge", (sami, full), "نادية", when + 5 * minute)


JUDGEMENTS = tuple(_judgements())
