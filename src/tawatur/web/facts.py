"""Small things that several pages show: a time, a place in an article, the drawing of articles under their origins."""

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.records.overview import Listed
from tawatur.records.span import Span
from tawatur.records.story import Origin, Story
from tawatur.report.messages import Lang
from tawatur.report.show import article_called
from tawatur.report.why import translation
from tawatur.report.wording import machine_time, when
from tawatur.web.setting import Setting, direction

_DOTS = 40  # more dots than this say nothing to the eye


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A time in words, and for machines where HTML can say it."""

    words: str
    machine: str | None


@dataclass(frozen=True, kw_only=True)
class Words:
    """Words of an article with the link to their place in it."""

    text: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Because:
    """A reason in the page's language, or in English where it has no translation; `articles` are links to those it speaks of."""

    text: str
    lang: Lang
    articles: tuple[str, ...] = ()

    @property
    def direction(self) -> str:
        """The direction of its words."""
        return direction(self.lang)


@dataclass(frozen=True, kw_only=True)
class Balance:
    """Articles against independent origins: `clusters` are the articles of each origin, to be drawn as dots."""

    articles: str
    origins: str
    clusters: tuple[int, ...]
    weight: str  # a style: `single` article, several articles of one origin (`alone`), or `several` origins


def moment(value: str | None, setting: Setting) -> Moment:
    """Give a day for a list: without its weekday and clock time."""
    day = value.split("T", 1)[0] if value and machine_time(value) else value
    return Moment(words=when(day, setting.lang, weekday=False) or setting.r("undated"), machine=machine_time(value))


def full_moment(value: str | None, setting: Setting) -> Moment:
    """Give a time with all that is known of it."""
    return Moment(words=when(value, setting.lang) or setting.r("undated"), machine=machine_time(value))


def story_words(story: Story, setting: Setting) -> Words:
    """Give a story's title with the link to its page."""
    return Words(text=story.title or setting.r("untitled"), href=setting.links.story(story.id))


def span_words(span: Span, setting: Setting) -> Words | None:
    """Give the words of a span with the link to their place; None where the article is not to be found."""
    view = setting.document(span.document)
    if view is None:
        return None
    return Words(text=view.document.text[span.start : span.end], href=setting.links.words(span.document, span.start, span.end))


def by_story(setting: Setting) -> dict[str, Listed]:
    """Give what is known of every story in a list, by its id."""
    return {one.story.id: one for one in setting.library.listed()}


def because(reason: str, setting: Setting) -> Because:
    """Tell a reason that a stage gave; articles that it speaks of are called by outlet and title."""
    articles: dict[str, None] = {}

    def called(document: str) -> str | None:
        view = setting.document(document)
        if view:
            articles[setting.links.article(document)] = None
        return article_called(view, setting.lang) if view else None

    told = translation(reason, setting.lang, called)
    return Because(
        text=reason if told is None else told, lang=setting.lang if told is not None else "en", articles=tuple(articles)
    )


def balance(documents: int, origins: Sequence[Origin], setting: Setting) -> Balance:
    """Set the number of articles against that of the independent origins behind them."""
    sizes = sorted((len(origin.documents) for origin in origins), reverse=True)
    clusters, left = [], _DOTS
    for size in sizes:
        if left <= 0:
            break
        clusters.append(min(size, left))
        left -= size
    return Balance(
        articles=setting.r.count("articles", documents),
        origins=setting.r.count("origins", len(origins)),
        clusters=tuple(clusters),
        weight="single" if documents < 2 else "alone" if len(origins) < 2 else "several",
    )
