"""The tools that are offered: what each takes, and how its answer is made, always with the evidence."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tawatur.desk import Desk
from tawatur.records.base import to_dict
from tawatur.records.errors import UsageError
from tawatur.records.quote import Quote
from tawatur.records.view import DocumentView, StoryView

_MOST = 20  # of what an answer lists: a model reads it whole
_TEXT = {"type": "string", "minLength": 1}
_LIMIT = {"type": "integer", "minimum": 1, "maximum": 50, "default": 10}


class Tool(NamedTuple):
    """A tool. `needs` are the names of its required arguments."""

    name: str
    told: str
    takes: Mapping[str, Mapping[str, Any]]
    needs: tuple[str, ...]
    make: Callable[[Desk, Mapping[str, Any]], Any]


def _search(desk: Desk, asked: Mapping[str, Any]) -> Any:
    results = desk.search(asked["query"], limit=asked.get("limit", 10))
    return {"total": results.total, "hits": to_dict(results.hits)}


def _story(desk: Desk, asked: Mapping[str, Any]) -> Any:
    view = desk.story(asked["story"])
    if view is None:
        raise UsageError("story_unknown", story=asked["story"])
    return _told(view)


def _told(view: StoryView) -> dict[str, Any]:
    by_id = {one.document.id: one for one in view.documents}
    return {
        "id": view.story.id,
        "title": view.story.title,
        "date": view.story.date,
        "independent_origins": len(view.story.origins),
        "origins": to_dict(view.story.origins),
        "articles": [_article(one) for one in view.documents[:_MOST]],
        "articles_in_all": len(view.documents),
        "findings": to_dict([one for one in view.findings if one.judged != "dismissed"][:_MOST]),
        "statements": [_statement(quote, by_id.get(quote.document)) for one in view.documents for quote in one.settled.quotes][
            :_MOST
        ],
    }


def _article(view: DocumentView) -> dict[str, Any]:
    title = view.article.title
    return {
        "document": view.document.id,
        "outlet": view.article.outlet,
        "published": view.settled.publication.published,
        "title": view.document.text[title.start : title.end] if title else None,
        "origin": view.settled.origin,
        "address": view.document.address,
    }


def _statement(quote: Quote, view: DocumentView | None) -> dict[str, Any]:
    return {
        "text": quote.text,
        "speaker": quote.speaker_name or quote.speaker_text,
        "evidence": {"document": quote.document, "start": quote.start, "end": quote.end},
        "outlet": view.article.outlet if view else None,
        "published": view.settled.publication.published if view else None,
    }


def _statements_of(desk: Desk, asked: Mapping[str, Any]) -> Any:
    called = desk.names(asked["name"])
    found = desk.statements(asked["name"])[: asked.get("limit", 10)]
    return {
        "name": to_dict(called[0]),
        "others_of_that_name": to_dict(called[1:6]),
        "statements": [_statement(quote, desk.article(quote.document)) for quote in found],
    }


def _check(desk: Desk, asked: Mapping[str, Any]) -> Any:
    found = desk.check(asked["claim"])
    note = (
        "This is no verdict. It lists what was printed with words of the claim, by how many independent origins, and where sources"
        " contradict each other. Read the words before concluding; articles that were not read are not counted."
    )
    return {"note": note, **to_dict(found)}


TOOLS = {
    one.name: one
    for one in (
        Tool(
            "search",
            "Search Arabic news articles, statements, findings, names, stories and commitments by words in all their forms. Fields:"
            " speaker:, name:, kind:, outlet:, from:, to:. Each hit has the words in context and where they stand.",
            {"query": {**_TEXT, "maxLength": 300}, "limit": _LIMIT},
            ("query",),
            _search,
        ),
        Tool(
            "story",
            "One happening as several outlets told it: its articles, the independent origins behind them, statements with speakers, and"
            " findings (what is corroborated, contradicted or replaced), each with the words that say it.",
            {"story": {**_TEXT, "maxLength": 80, "description": "the id of a story"}},
            ("story",),
            _story,
        ),
        Tool(
            "statements_of",
            "What a person or body is said to have said, the newest first, each with the article and place where it stands.",
            {"name": {**_TEXT, "maxLength": 200, "description": "a spelling of the name, or an entity's id"}, "limit": _LIMIT},
            ("name",),
            _statements_of,
        ),
        Tool(
            "check_claim",
            "What bears on a claim (in Arabic): the stories in which its words stand, who printed them, how many independent origins there are,"
            " and where sources agree or contradict each other, with the words as evidence. Never a verdict.",
            {"claim": {**_TEXT, "maxLength": 600}},
            ("claim",),
            _check,
        ),
    )
}


def schema(tool: Tool) -> dict[str, Any]:
    """The JSON Schema of a tool's arguments."""
    properties = {name: dict(value) for name, value in tool.takes.items()}
    return {"type": "object", "properties": properties, "required": list(tool.needs), "additionalProperties": False}


def checked(tool: Tool, given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the arguments of a call. Raises UsageError where they are not those that the tool takes."""
    if set(given) - set(tool.takes) or set(tool.needs) - set(given):
        raise UsageError("api_value", name=tool.name, takes=", ".join(tool.takes))
    for name, value in given.items():
        told = tool.takes[name]
        if told["type"] == "integer":
            right = isinstance(value, int) and not isinstance(value, bool) and told["minimum"] <= value <= told["maximum"]
        else:
            right = isinstance(value, str) and told["minLength"] <= len(value.strip()) and len(value) <= told["maxLength"]
        if not right:
            raise UsageError("api_value", name=name, takes=str(dict(told)))
    return given
