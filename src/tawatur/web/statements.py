"""Statements on the page of a story: under their speakers, each with its kind, cue, time, and the articles that carry it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.arabic.words import words
from tawatur.records.quote import Quote
from tawatur.records.time import Date
from tawatur.records.view import DocumentView
from tawatur.report.changes import Change
from tawatur.report.show import outlet_of
from tawatur.report.statements import Statement, Voice, speaker
from tawatur.report.story import Told
from tawatur.web.article_marks import is_word
from tawatur.web.drift import ChangeView, change_view
from tawatur.web.facts import Moment, Words, moment
from tawatur.web.parts import STATEMENTS
from tawatur.web.setting import Setting

_CHANGES = 6  # of one statement, each with another wording
_CARRIERS = 100  # of one statement


@dataclass(frozen=True, kw_only=True)
class CarrierView:
    """An article that carries a statement. `same`: in the very words of the first; `speaker` where it names another one."""

    outlet: str
    date: Moment
    kind: str
    kind_words: str
    words: Words
    same: bool
    cue: str
    speaker: str


@dataclass(frozen=True, kw_only=True)
class StatementView:
    """A statement in its earliest wording. `said` is when it was spoken, as the article says; else None."""

    words: Words
    kind: str
    kind_words: str
    cue: Words | None
    cue_mark: bool  # the cue is a colon, not a word
    said: Moment | None
    said_words: Words | None
    first: CarrierView
    same: tuple[CarrierView, ...]  # in the same words and from the same mouth
    other: tuple[CarrierView, ...]
    more: int
    count: str
    chain: tuple[Words, ...]  # those who passed the words on, from the one who spoke to the one who wrote
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, kw_only=True)
class VoiceView:
    """A speaker and what was said."""

    name: str
    href: str  # to the speaker's page, empty where there is none
    kind: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, kw_only=True)
class _Desk:
    """What making the views needs: articles by id, entities' names, and what was changed by statement."""

    setting: Setting
    views: Mapping[str, DocumentView]
    names: dict[str, str]
    changed: Mapping[str, tuple[Change, ...]]


def voices(told: Told, setting: Setting) -> tuple[VoiceView, ...]:
    """Give the speakers and statements of this part of the page."""
    desk = _Desk(
        setting=setting,
        views={view.document.id: view for view in told.view.documents},
        names={entity.id: entity.name for entity in told.view.entities},
        changed=told.changed,
    )
    page = setting.links.here.page
    first, last = (page - 1) * STATEMENTS, page * STATEMENTS
    found, at = [], 0
    for voice in told.voices:
        held = voice.statements[max(0, first - at) : max(0, last - at)]
        at += len(voice.statements)
        if held:
            found.append(_voice(voice, held, desk))
    return tuple(found)


def _voice(voice: Voice, statements: Sequence[Statement], desk: _Desk) -> VoiceView:
    r = desk.setting.r
    return VoiceView(
        name=voice.name or r("speaker_unknown"),
        href=desk.setting.name_href(voice.statements[0].first.speaker),
        kind=r(f"speaker_kind_{voice.kind}") if voice.kind else "",
        statements=tuple(_statement(statement, desk) for statement in statements),
    )


def _statement(statement: Statement, desk: _Desk) -> StatementView:
    quote, setting = statement.first, desk.setting
    said = said_at(quote, desk.views[quote.document])
    carriers = [_carrier(one, quote, desk) for one in statement.quotes[1 : _CARRIERS + 1]]
    cue = quote.cue
    return StatementView(
        words=_words(quote.text, quote.document, quote.start, quote.end, setting),
        kind=quote.kind,
        kind_words=setting.r(f"kind_{quote.kind}"),
        cue=_words(cue.text, quote.document, cue.start, cue.end, setting) if cue.text else None,
        cue_mark=not is_word(cue.text),
        said=moment(said.value, setting) if said else None,
        said_words=_words(said.text, said.document, said.start, said.end, setting) if said else None,
        first=_carrier(quote, quote, desk),
        same=tuple(one for one in carriers if one.same and not one.speaker),
        other=tuple(one for one in carriers if not one.same or one.speaker),
        more=max(0, len(statement.quotes) - 1 - _CARRIERS),
        count=setting.m.count("carried_by", statement.documents),
        chain=tuple(_words(link.name, quote.document, link.start, link.end, setting) for link in quote.chain),
        changes=tuple(change_view(one, desk.views, setting) for one in desk.changed.get(quote.id, ())[:_CHANGES]),
    )


def _words(text: str, document: str, start: int, end: int, setting: Setting) -> Words:
    return Words(text=text, href=setting.links.words(document, start, end))


def _carrier(quote: Quote, first: Quote, desk: _Desk) -> CarrierView:
    view, setting = desk.views[quote.document], desk.setting
    name, first_name = speaker(quote, desk.names), speaker(first, desk.names)
    return CarrierView(
        outlet=outlet_of(view, setting.lang),
        date=moment(view.settled.publication.published, setting),
        kind=quote.kind,
        kind_words=setting.r(f"kind_{quote.kind}"),
        words=_words(quote.text, quote.document, quote.start, quote.end, setting),
        same=quote.kind == first.kind and _folded(quote.text) == _folded(first.text),
        cue=quote.cue.text,
        speaker=name if name and _folded(name) != _folded(first_name or "") else "",
    )


def _folded(text: str) -> list[str]:
    return [word.text for word in words(text)]


def said_at(quote: Quote, view: DocumentView) -> Date | None:
    """The time of speaking: a date in the cue's own sentence, outside the statement's words; the one nearest to the cue."""
    within = [s for s in view.sentences if s.start <= quote.cue.start < s.end]
    if not within:
        return None
    start, end = within[0].start, within[0].end
    beside = [
        date
        for date in view.settled.dates
        if date.value and date.type in ("date", "time") and start <= date.start and date.end <= end and not _inside(date, quote)
    ]
    return min(beside, key=lambda date: (abs(date.start - quote.cue.end), date.start), default=None)


def _inside(date: Date, quote: Quote) -> bool:
    return date.start < quote.end and quote.start < date.end
