"""One story in the terminal, and as plain data."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tawatur.records.base import to_dict
from tawatur.records.finding import Finding
from tawatur.records.story import Reference
from tawatur.records.view import DocumentView, StoryView
from tawatur.report import labels
from tawatur.report.carriers import Branch, Carrier, Tie
from tawatur.report.clean_text import isolated, one_line
from tawatur.report.deeds import deeds
from tawatur.report.gravity import gravest_first
from tawatur.report.messages import Lang, messages
from tawatur.report.statements import Statement, Voice
from tawatur.report.story import Told, tell
from tawatur.report.why import why
from tawatur.report.wording import when

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.tree import Tree


def story_data(view: StoryView) -> dict[str, Any]:
    """Give a story with all that is known of it as plain data: the records, and statements joined over the articles."""
    told = tell(view)
    data: dict[str, Any] = {"story": to_dict(view.story), "thread": to_dict(view.thread) if view.thread else None}
    data["articles"] = [_article_data(document) for document in view.documents]
    data["statements"] = [
        {"speaker": voice.name, "speaker_kind": voice.kind, "carried_by": [to_dict(quote) for quote in statement.quotes]}
        for voice in told.voices
        for statement in voice.statements
    ]
    for name in ("events", "references", "findings", "families", "reuse"):
        data[name] = [to_dict(record) for record in getattr(view, name)]
    return data


def _article_data(view: DocumentView) -> dict[str, Any]:
    settled, article = view.settled, view.article
    return {
        "id": view.document.id,
        "source": view.document.source,
        "title": to_dict(article.title) if article.title else None,
        "outlet": article.outlet,
        "published": settled.publication.published,
        "published_basis": settled.publication.basis,
        "published_reason": settled.publication.reason,
        "origin": settled.origin,
        "origin_basis": settled.origin_basis,
        "made_by": view.made_by,
        "dates": [to_dict(date) for date in settled.dates],
    }


def story_report(view: StoryView, lang: Lang) -> list["RenderableType"]:
    """Give the parts of a story to print: heading, origins with their articles, statements, events, findings, references, dates."""
    told = tell(view)
    parts: list[RenderableType] = [*_head(told, lang), _origins(told, lang)]
    for key, lines in (
        ("heading_statements", _voices(told.voices, lang)),
        ("heading_events", deeds(view.events, view.documents, lang)),
        ("heading_findings", _findings(gravest_first(view.findings), lang)),
        ("heading_references", _references(view.references, view.documents, lang)),
        ("heading_dates", _dates(view.documents, lang)),
    ):
        tree = _tree(messages("report", lang)(key), lines)
        if tree.children:
            parts.append(tree)
    return parts


def _head(told: Told, lang: Lang) -> Iterator["RenderableType"]:
    from rich.text import Text

    r, story = messages("report", lang), told.view.story
    yield Text(one_line(story.title or r("untitled")), style="bold")
    names = {entity.id: entity for entity in told.view.entities}
    facts = [
        when(story.date, lang) or r("undated"),
        labels.place(names.get(story.place or ""), lang) or "",
        r.count("articles", len(story.documents)),
        r.count("origins", len(story.origins)),
        isolated(story.id),
    ]
    yield Text(one_line(" · ".join(filter(None, facts))), style="dim")
    if told.view.thread and told.view.thread.title:
        yield Text(one_line(told.view.thread.title), style="italic")


def _tree(label: str, groups: Iterator[tuple[str, list[str]]]) -> "Tree":
    from rich.text import Text
    from rich.tree import Tree

    tree = Tree(Text(label, style="bold"))
    for head, lines in groups:
        node = tree.add(Text(one_line(head)))
        for line in lines:
            node.add(Text(one_line(line)))
    return tree


def _origins(told: Told, lang: Lang) -> "Tree":
    from rich.text import Text
    from rich.tree import Tree

    r = messages("report", lang)
    views = {view.document.id: view for view in told.view.documents}
    tree = Tree(Text(r("heading_articles"), style="bold"))
    for branch in told.branches:
        _grow(tree.add(Text(one_line(branch_name(branch, lang)), style="bold")), branch, views, lang)
    return tree


def branch_name(branch: Branch, lang: Lang) -> str:
    """Give the name of an origin: the agency's, else that of the one outlet that wrote it."""
    if branch.name:
        return labels.origin(branch.name, lang)
    return labels.own({outlet_of(carrier.view, lang) for carrier in branch.carriers}, lang)


def _grow(tree: "Tree", branch: Branch, views: dict[str, DocumentView], lang: Lang) -> None:
    from rich.text import Text

    path = [tree]
    for carrier in branch.carriers:
        del path[carrier.depth + 1 :]
        path.append(path[-1].add(Text(one_line(_carrier(carrier, views, lang)))))


def _carrier(carrier: Carrier, views: dict[str, DocumentView], lang: Lang) -> str:
    r, view = messages("report", lang), carrier.view
    published = when(view.settled.publication.published, lang, weekday=False) or r("undated")
    facts = [f"{isolated(outlet_of(view, lang))}: {isolated(labels.title(view, lang))}", published]
    if view.settled.origin_basis:
        facts.append(r(f"origin_basis_{view.settled.origin_basis}"))
    facts += [tie_words(tie, views, lang) for tie in ((carrier.tie,) if carrier.tie else carrier.others)]
    return " · ".join(facts)


def outlet_of(view: DocumentView, lang: Lang) -> str:
    """Give the name of an article's outlet, else of the source that it was read from."""
    return labels.outlet(view.article.outlet, lang) if view.article.outlet else view.document.source


def article_called(view: DocumentView, lang: Lang) -> str:
    """Say which article is meant, by its outlet and title."""
    r = messages("report", lang)
    return r("article_called", outlet=isolated(outlet_of(view, lang)), title=isolated(labels.title(view, lang)))


def tie_words(tie: Tie, views: dict[str, DocumentView], lang: Lang) -> str:
    """Say what an article has in common with another."""
    r = messages("report", lang)
    other = views.get(tie.document)
    name = isolated(outlet_of(other, lang) if other else tie.document)
    key = {"copied": "rel_copied", "common": "rel_common", "shared": "rel_shared"}[tie.kind]
    return r(key, other=name, shared=tie.shared, of=r.count("sentences", tie.of))


def _voices(voices: Sequence[Voice], lang: Lang) -> Iterator[tuple[str, list[str]]]:
    r = messages("report", lang)
    for voice in voices:
        yield voice.name or r("speaker_unknown"), [_statement(statement, lang) for statement in voice.statements]


def _statement(statement: Statement, lang: Lang) -> str:
    r, first = messages("report", lang), statement.first
    facts = [isolated(first.text), r(f"kind_{first.kind}"), isolated(first.cue.text), r.count("articles", statement.documents)]
    return " · ".join(facts)


def _findings(findings: Sequence[Finding], lang: Lang) -> Iterator[tuple[str, list[str]]]:
    r = messages("report", lang)
    for finding in findings:
        reason = finding.reason.ar if lang == "ar" else finding.reason.en
        head = f"{r(f'finding_{finding.kind}')} · {reason}"
        yield head, [f"{isolated(labels.origin(side.origin, lang))}: {isolated(side.text)}" for side in finding.sides]


def _references(references: Sequence[Reference], views: Sequence[DocumentView], lang: Lang) -> Iterator[tuple[str, list[str]]]:
    texts = {view.document.id: view.document.text for view in views}
    for reference in references:
        if reference.document in texts:
            words = texts[reference.document][reference.start : reference.end]
            yield f"{isolated(words)} ← {isolated(reference.story)}", [why(reference.reason, lang)]


def _dates(views: Sequence[DocumentView], lang: Lang) -> Iterator[tuple[str, list[str]]]:
    for view in views:
        lines = [f"{isolated(date.text)} = {when(date.value, lang) or '—'}" for date in view.settled.dates]
        if lines:
            yield outlet_of(view, lang), lines
