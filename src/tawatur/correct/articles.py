"""What people know better of an article: whose a statement is, when it was published, whose text it is, what a line is."""

from datetime import date as Day  # noqa: N812 (a day, and not the function below)
from datetime import datetime
from typing import get_args

from tawatur.clean import agencies
from tawatur.clean.registers import agency_names, plain
from tawatur.correct.chosen import article, entities, statement
from tawatur.correct.keeping import judge, keep, text
from tawatur.records.article import LineKind
from tawatur.records.correction import Correction, CorrectionKind, correction_id
from tawatur.records.errors import UsageError
from tawatur.records.judgement import Subject
from tawatur.records.name import Entity
from tawatur.records.view import DocumentView
from tawatur.settle.ruling import subject
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store

LINE_KINDS: tuple[LineKind, ...] = get_args(LineKind)
_SHOWN = 8  # entities that an ambiguous name is told to mean


def speaker(store: Store, asked: str, to: str | None, *, who: str, when: datetime | None = None) -> Correction:
    """Judge whose a statement is: an entity's (its id, or a name that one alone has), else of the one called so; None: nobody's that is known.

    `asked` is the statement's id, the beginning of it, or words that stand in it alone.
    """
    with store.judging():
        found = StoreLibrary(store)
        quote = statement(found, asked)
        view = article(found, quote.document)
        of, name = _speaking(found, to, view) if to is not None else (None, None)
        return _kept(store, "speaker", view, (quote.start, quote.end), name, of, who, when)


def _speaking(found: StoreLibrary, to: str, view: DocumentView) -> tuple[Subject | None, str | None]:
    """The entity that is meant, of several of a name the one that the article names; else the name as it was given."""
    name = " ".join(to.split())
    if not name:
        raise UsageError("names_empty")
    meant = entities(found, name)
    here = {one.entity for one in view.settled.names}
    if len(meant) > 1:
        meant = [one for one in meant if one.id in here] or meant
    if len(meant) > 1:
        raise UsageError("entity_ambiguous", entity=to, count=len(meant), entities=_told(meant))
    if not meant:
        return None, name
    return subject(meant[0], list(found.mentions(meant[0].id))), None


def _told(meant: list[Entity]) -> str:
    return "\n".join(f"  {one.id}  {one.name} ({one.type})" for one in meant[:_SHOWN])


def date(
    store: Store, asked: str, day: str | None, *, who: str, words: str | None = None, when: datetime | None = None
) -> Correction:
    """Judge when an article was published: an ISO date, or a time; None: that is not known. `words` are those of the text that say it.

    `asked` is the article's id, the beginning of it, its title, or where it was read.
    """
    value = _day(day) if day is not None else None
    with store.judging():
        view = article(StoreLibrary(store), asked)
        at = _place(view, words) if words else None
        return _kept(store, "date", view, at, value, None, who, when)


def _day(told: str) -> str:
    try:
        return datetime.fromisoformat(told).isoformat() if "T" in told else Day.fromisoformat(told).isoformat()
    except ValueError as error:
        raise UsageError("date_malformed", date=told) from error


def origin(
    store: Store, asked: str, agency: str | None, *, who: str, words: str | None = None, when: datetime | None = None
) -> Correction:
    """Judge which agency's text an article is: a key of the register, or a form of its name; None: no agency's.

    `asked` is the article's id, the beginning of it, or where it was read; `words` are those of the text that credit the agency.
    """
    key = None if agency is None else agency if agency in agencies() else agency_names().get(plain(agency))
    if agency is not None and key is None:
        raise UsageError("agency_unknown", agency=agency)
    with store.judging():
        view = article(StoreLibrary(store), asked)
        at = _place(view, words) if words else None
        return _kept(store, "origin", view, at, key, None, who, when)


def line(store: Store, asked: str, at: str | int, kind: str, *, who: str, when: datetime | None = None) -> Correction:
    """Judge what kind a line of an article is of. `at` is a place in it (code points of the text), or words that stand in it alone.

    `asked` is the article's id, the beginning of it, or where it was read. Raises UsageError where there is no such kind.
    """
    if kind not in LINE_KINDS:
        raise UsageError("line_kind_unknown", kind=kind, kinds=", ".join(LINE_KINDS))
    with store.judging():
        view = article(StoreLibrary(store), asked)
        start = _place(view, at)[0] if isinstance(at, str) else at
        found = next((one for one in view.article.lines if one.start <= start < one.end), None)
        if found is None:
            raise UsageError("line_unknown", article=view.document.id, place=at)
        return _kept(store, "line", view, (found.start, found.end), kind, None, who, when)


def _place(view: DocumentView, words: str) -> tuple[int, int]:
    """Where words stand in an article. Raises UsageError where they stand nowhere, or more than once."""
    count = view.document.text.count(words) if words.strip() else 0
    if count != 1:
        raise UsageError("words_many" if count else "words_missing", words=words, count=count, article=view.document.id)
    start = view.document.text.index(words)
    return start, start + len(words)


def _kept(
    store: Store,
    kind: CorrectionKind,
    view: DocumentView,
    at: tuple[int, int] | None,
    value: str | None,
    of: Subject | None,
    who: str,
    when: datetime | None,
) -> Correction:
    start, end = at or (None, None)
    document, now = view.document, text(when)
    told = Correction(
        id=correction_id(kind, document.id, start, end, value, of, now),
        kind=kind,
        document=document.id,
        start=start,
        end=end,
        text=document.text[start:end] if at else "",
        value=value,
        subject=of,
        who=judge(who),
        when=now,
    )
    keep(store, [told])
    return told
