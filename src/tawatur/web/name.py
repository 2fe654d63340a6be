"""The page of a name: its spellings and why they are one, what it is called over time, what it says and does, and with whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.arabic.fold import fold
from tawatur.arabic.words import words
from tawatur.records.name import Decision, Entity
from tawatur.records.overview import EntityView, Listed
from tawatur.records.quote import Quote
from tawatur.report.deeds import headline, reported
from tawatur.report.show import outlet_of
from tawatur.web.facts import Moment, Words, by_story, moment, span_words, story_words
from tawatur.web.index import Row, rows
from tawatur.web.names import NameRow, name_row
from tawatur.web.parts import EVENTS, STATEMENTS, Pager, pager, part, parts
from tawatur.web.setting import Setting

_STORIES = 30  # on one part of the page, beside what the name says and does
_ROLES = 60  # of one name, the oldest first
_FORMS = 80
_CARRIERS = 12  # articles that carry one statement
_TOLD = 6  # places that tell one event


@dataclass(frozen=True, kw_only=True)
class FormView:
    """A spelling; `of` is the name that it was taken for, `why` the reasons with their weights, `words` where it stands so."""

    text: str
    of: str
    score: str
    why: tuple[tuple[str, str], ...]
    words: Words | None


@dataclass(frozen=True, kw_only=True)
class RoleView:
    """What a text calls the name, where, and when that was published."""

    date: Moment
    outlet: str
    words: Words


@dataclass(frozen=True, kw_only=True)
class SaidView:
    """A statement in its earliest wording, with every article that carries the same words."""

    words: Words
    kind: str
    kind_words: str
    date: Moment
    story: Words | None
    outlets: tuple[Words, ...]
    more: int


@dataclass(frozen=True, kw_only=True)
class DeedView:
    """An event in one line, and the words that tell it."""

    text: str
    as_actor: bool
    told: tuple[Words, ...]


@dataclass(frozen=True, kw_only=True)
class CompanionView:
    """A name that stands in the same articles, and in how many."""

    row: NameRow
    together: str


@dataclass(frozen=True, kw_only=True)
class NamePage:
    """The page, or a later part of it."""

    id: str
    title: str
    other_title: str
    kind: str
    same_as: tuple[str, ...]
    facts: tuple[str, ...]
    forms: tuple[FormView, ...]
    roles: tuple[RoleView, ...]
    said: tuple[SaidView, ...]
    deeds: tuple[DeedView, ...]
    stories: tuple[Row, ...]
    companions: tuple[CompanionView, ...]
    pager: Pager


def name(setting: Setting) -> NamePage | None:
    """Make the page of the entity whose id the address has; None where there is none, or no such part."""
    view = setting.library.entity_view(setting.links.here.id)
    if view is None:
        return None
    said = _together(view.statements, setting)
    done = [event for event in view.events if reported(event)]
    page, first = setting.links.here.page, setting.links.here.page == 1
    pages = max(parts(len(said), STATEMENTS), parts(len(done), EVENTS), parts(len(view.stories), _STORIES))
    if page > pages:
        return None
    entity, listed = view.entity, by_story(setting)
    return NamePage(
        id=entity.id,
        title=_title(entity, setting),
        other_title=(entity.name if setting.lang == "en" and entity.name_en else entity.name_en) or "",
        kind=setting.m(f"name_{entity.type}"),
        same_as=entity.same_as,
        facts=_facts(view, setting),
        forms=tuple(_forms(entity, setting)) if first else (),
        roles=tuple(_roles(entity, setting)) if first else (),
        said=tuple(_said(one, listed.get(story or ""), setting) for story, one in part(said, page, STATEMENTS)),
        deeds=tuple(
            DeedView(
                text=headline(event, setting.lang),
                as_actor=event.actor == entity.id,
                told=tuple(filter(None, (span_words(span, setting) for span in event.evidence[:_TOLD]))),
            )
            for event in part(done, page, EVENTS)
        ),
        stories=_stories(view, listed, setting),
        companions=tuple(
            CompanionView(row=name_row(one.entity, setting), together=setting.r.count("articles", one.articles))
            for one in (view.companions if first else ())
        ),
        pager=pager(setting.links, pages),
    )


def _title(entity: Entity, setting: Setting) -> str:
    return entity.name_en or entity.name if setting.lang == "en" else entity.name


def _facts(view: EntityView, setting: Setting) -> tuple[str, ...]:
    found = next((one for one in setting.library.calling(view.entity.id)), None)
    articles = found.articles if found else len(view.articles)
    statements = found.statements if found else len(view.statements)
    facts = [setting.r.count("articles", articles)]
    return (*facts, setting.m.count("statements_count", statements)) if statements else tuple(facts)


def _forms(entity: Entity, setting: Setting) -> list[FormView]:
    """The spellings: first those of the name itself, then those that were taken for it, each with the reasons."""
    decided = {decision.form: decision for decision in entity.joined}
    plain = [form for form in dict.fromkeys((entity.name, *entity.forms)) if form not in decided]
    bare = [FormView(text=form, of="", score="", why=(), words=None) for form in plain]
    return [*bare, *(_form(decision, setting) for decision in entity.joined)][:_FORMS]


def _form(decision: Decision, setting: Setting) -> FormView:
    return FormView(
        text=decision.form,
        of=decision.to,
        score=f"{decision.score:.1f}",
        why=tuple(
            (one.reason.ar if setting.lang == "ar" else one.reason.en, f"{one.weight:+.1f}".replace("-", "\u2212"))
            for one in decision.features
        ),
        words=span_words(decision.evidence, setting),
    )


def _roles(entity: Entity, setting: Setting) -> list[RoleView]:
    """What the texts call the entity, each wording once, by the day of the article in which it stands first."""
    found: dict[str, tuple[str, RoleView]] = {}
    for role in entity.roles:
        view = setting.document(role.span.document)
        if view is None:
            continue
        published = view.settled.publication.published
        made = RoleView(
            date=moment(published, setting),
            outlet=outlet_of(view, setting.lang),
            words=Words(text=role.text, href=setting.links.words(role.span.document, role.span.start, role.span.end)),
        )
        key = " ".join(word.text for word in words(role.text))
        kept = found.get(key)
        if kept is None or (published or "9999") < kept[0]:
            found[key] = published or "9999", made
    return [made for _, made in sorted(found.values(), key=lambda one: one[0])][:_ROLES]


_Said = tuple[str | None, list[Quote]]


def _together(statements: Sequence[Quote], setting: Setting) -> list[_Said]:
    """The statements, those in the same words in one story as one, in the order in which the first of them comes."""
    found: dict[tuple[str, str], _Said] = {}
    for quote in statements:
        story = setting.library.story_of(quote.document)
        key = story or quote.document, fold(quote.text)
        found.setdefault(key, (story, []))[1].append(quote)
    return list(found.values())


def _said(quotes: Sequence[Quote], story: Listed | None, setting: Setting) -> SaidView:
    views = {quote.document: view for quote in quotes if (view := setting.document(quote.document))}
    dated = [(views[q.document].settled.publication.published or "9999", q.document, q) for q in quotes if q.document in views]
    dated.sort(key=lambda one: (one[0], one[1], one[2].start))
    first = dated[0][2] if dated else quotes[0]
    return SaidView(
        words=_link(first, first.text, setting),
        kind=first.kind,
        kind_words=setting.r(f"kind_{first.kind}"),
        date=moment(dated[0][0] if dated and dated[0][0] != "9999" else None, setting),
        story=story_words(story.story, setting) if story else None,
        outlets=tuple(_link(quote, outlet_of(views[quote.document], setting.lang), setting) for _, _, quote in dated[:_CARRIERS]),
        more=max(0, len(dated) - _CARRIERS),
    )


def _link(quote: Quote, text: str, setting: Setting) -> Words:
    return Words(text=text, href=setting.links.words(quote.document, quote.start, quote.end))


def _stories(view: EntityView, listed: Mapping[str, Listed], setting: Setting) -> tuple[Row, ...]:
    make = rows(setting)
    shown = part(view.stories, setting.links.here.page, _STORIES)
    return tuple(make(listed[story.id]) for story in shown if story.id in listed)
