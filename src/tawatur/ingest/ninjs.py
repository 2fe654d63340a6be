"""ninjs 1 to 3, the IPTC's JSON for news: one item, a list of them, or a search's answer with `items`."""

import io
import json
from collections.abc import Iterator
from typing import Any

from tawatur.ingest.decode import decode
from tawatur.ingest.moments import given_time
from tawatur.ingest.raw import Raw
from tawatur.ingest.reasons import Reason, Refused, dropped
from tawatur.ingest.source import Context, Found, Reader, Source, all_of
from tawatur.records.document import Given, Hint

_BODY = (b'"body_text"', b'"body_html"', b'"body_xhtml"', b'"bodies"')


def looks_like_ninjs(head: bytes) -> bool:
    """Whether a body of ninjs and an item's address stand in the first bytes."""
    return b'"uri"' in head and any(name in head for name in _BODY)


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give a document for each item with a body."""
    data = all_of(stream, context.options.bounds.document, "the file")
    try:
        items = _items(json.loads(decode(data).text, strict=False))
    except (ValueError, RecursionError) as problem:
        raise Refused(Reason.MALFORMED, f"the file is no JSON: {problem}") from None
    for number, item in enumerate(items, 1):
        path = f"{source.path}#{number}" if len(items) > 1 else source.path
        kind, body = _body(item)
        if body.strip():
            yield _raw(item, kind, body, path)
        else:
            yield dropped(path, Reason.NO_TEXT, f"the item has no body (type {item.get('type', 'unknown')})")


def _items(data: Any) -> list[dict[str, Any]]:
    if isinstance(data, dict):
        inside = data.get("items") or data.get("associations")
        own = any(name.decode().strip('"') in data for name in _BODY)
        if own or not isinstance(inside, list):
            return [data]
        data = inside
    return [item for item in data if isinstance(item, dict)] if isinstance(data, list) else []


def _body(item: dict[str, Any]) -> tuple[str, str]:
    """The kind and words of the body: HTML before plain text, for it keeps the paragraphs."""
    for name, kind in (("body_html", "html"), ("body_xhtml", "html"), ("body_text", "text")):
        if isinstance(item.get(name), str) and item[name].strip():
            return kind, item[name]
    bodies = [body for body in item.get("bodies") or [] if isinstance(body, dict) and isinstance(body.get("value"), str)]
    best = sorted(bodies, key=lambda body: "html" not in str(body.get("contentType") or body.get("contenttype")))
    for body in best:
        kind = "html" if "html" in str(body.get("contentType") or body.get("contenttype")) else "text"
        return kind, body["value"]
    return "text", ""


def _raw(item: dict[str, Any], kind: str, body: str, path: str) -> Raw:
    uri = str(item.get("uri") or "") or None
    headlines = item.get("headlines")
    headline = item.get("headline") or (_first(headlines, "value") if isinstance(headlines, list) else None)
    source = item.get("infosource") or item.get("infosources") or item.get("infoSources")
    return Raw(
        source=path,
        format="html" if kind == "html" else "text",
        text=body,
        identity=uri or path,
        key=uri,
        address=uri if uri and uri.startswith("http") else None,
        whole=True,
        given=Given(
            title=headline,
            outlet=item.get("copyrightholder") or item.get("copyrightHolder") or _first(source, "name"),
            author=item.get("byline") or item.get("by"),
            published=given_time(item.get("firstcreated") or item.get("firstCreated") or item.get("versioncreated")),
            modified=given_time(item.get("versioncreated") or item.get("versionCreated")),
            language=item.get("language"),
        ),
        hints=tuple(
            Hint(name=f"ninjs:{name}", value=str(value))
            for name, value in (("located", item.get("located")), ("infosource", _first(source, "name")))
            if value
        ),
    )


def _first(values: Any, name: str) -> str | None:
    """The named member of the first of a list of objects."""
    for value in values if isinstance(values, list) else []:
        if isinstance(value, dict) and value.get(name):
            return str(value[name])
    return None


READER = Reader("ninjs", (".json", ".ninjs"), (), looks_like_ninjs, read)
