"""What a page says of itself in its head and in its marked-up data: hints, raw, with where each stood."""

import json
from collections.abc import Iterator
from typing import Any

from tawatur.records.document import Hint

_HINTS = 250  # of one page
_LETTERS = 1000  # of one hint
_ARTICLE = ("article", "posting", "report", "review", "liveblog")
_FIELDS = ("headline", "datePublished", "dateCreated", "dateModified", "inLanguage", "articleSection", "url")
_NAMED = ("author", "creator", "publisher", "sourceOrganization", "provider", "isBasedOn")
# parts of a page's data that are about other pages
_OTHERS = frozenset({"itemListElement", "hasPart", "mentions", "comment", "review", "relatedLink", "citation", "breadcrumb"})


def hints(root: Any) -> tuple[Hint, ...]:
    """Collect the hints of a parsed page, in the order of their kinds and of the page."""
    found: dict[Hint, None] = {}
    for name, value in _all(root):
        value = " ".join(value.split())
        if value and len(value) <= _LETTERS:
            found[Hint(name=name, value=value)] = None
        if len(found) >= _HINTS:
            break
    return tuple(found)


def _all(root: Any) -> Iterator[tuple[str, str]]:
    yield from _page(root)
    yield from _json_ld(root)
    yield from _meta(root)
    yield from _marked(root)


def _page(root: Any) -> Iterator[tuple[str, str]]:
    for attribute in ("lang", "dir"):
        if root.get(attribute):
            yield f"html:{attribute}", root.get(attribute)
    title = root.find(".//title")
    if title is not None:
        yield "html:title", "".join(title.itertext())
    for link in root.iter("link"):
        for relation in (link.get("rel") or "").lower().split():
            if relation in ("canonical", "amphtml", "shortlink", "publisher", "author") and link.get("href"):
                yield f"link:{relation}", link.get("href")


def _meta(root: Any) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        if name and meta.get("content"):
            yield f"meta:{name.strip().lower()}", meta.get("content")


def _marked(root: Any) -> Iterator[tuple[str, str]]:
    """`<time datetime>` and the dates and authors of microdata and RDFa."""
    for time in root.iter("time"):
        if time.get("datetime"):
            yield "time:pubdate" if time.get("pubdate") is not None else "time:datetime", time.get("datetime")
    for element in root.xpath("//*[@itemprop or @property][not(self::meta)]"):
        names = (element.get("itemprop") or element.get("property") or "").split()
        for name in names:
            local = name.rpartition(":")[2]
            if local in _FIELDS or local in ("author", "date", "created", "modified"):
                value = element.get("content") or element.get("datetime") or "".join(element.itertext())
                yield f"itemprop:{name}", value


def _json_ld(root: Any) -> Iterator[tuple[str, str]]:
    """The fields of the page's JSON-LD: of its articles where there are any, else of its other things."""
    things: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if (script.get("type") or "").lower().strip() == "application/ld+json":
            things += _things(_parsed(script.text or ""))
    articles = [thing for thing in things if any(word in _type(thing) for word in _ARTICLE)]
    for thing in articles or things:
        yield "jsonld:@type", _type(thing)
        for name in (*_FIELDS, *_NAMED):
            for value in _texts(thing.get(name)):
                yield f"jsonld:{name}", value


def _parsed(text: str) -> Any:
    text = (
        text.strip()
        .removeprefix("<!--")
        .removesuffix("-->")
        .removeprefix("//<![CDATA[")
        .removesuffix("//]]>")
        .strip()
        .rstrip(";")
    )
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _type(thing: dict[str, Any]) -> str:
    kind = thing.get("@type")
    return " ".join(str(word) for word in (kind if isinstance(kind, list) else [kind] if kind else [])).lower()


def _things(data: Any, depth: int = 0) -> list[dict[str, Any]]:
    """All objects with a type, outermost first, without those that are about other pages."""
    if depth > 6:
        return []
    if isinstance(data, list):
        return [thing for item in data[:50] for thing in _things(item, depth + 1)]
    if not isinstance(data, dict):
        return []
    own = [data] if data.get("@type") else []
    inner = [
        value for name, value in data.items() if name not in _OTHERS and name not in _NAMED and isinstance(value, dict | list)
    ]
    return own + [thing for value in inner for thing in _things(value, depth + 1)]


def _texts(value: Any) -> list[str]:
    if isinstance(value, str | int | float):
        return [str(value)]
    if isinstance(value, list):
        return [text for item in value[:10] for text in _texts(item)]
    return _texts(value.get("name") or value.get("@id")) if isinstance(value, dict) else []
