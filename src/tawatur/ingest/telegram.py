"""Exports of Telegram channels, as Telegram Desktop writes them (`result.json`): a document for each message with a text."""

import io
from collections.abc import Iterator
from typing import Any

from tawatur.ingest.json_stream import items
from tawatur.ingest.moments import iso
from tawatur.ingest.raw import Raw
from tawatur.ingest.reasons import Reason, dropped
from tawatur.ingest.source import Context, Found, Reader, Source
from tawatur.records.document import Given, Hint

_KEPT = ("forwarded_from", "forwarded_from_id", "saved_from", "reply_to_message_id", "via_bot", "media_type")


def looks_like_telegram(head: bytes) -> bool:
    """Whether the members of Telegram's export stand in the first bytes."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and all(
        name in head for name in (b'"messages"', b'"type"', b'"id"')
    )


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give the messages of a channel, or of all the chats of a full export. They stream, whatever their number."""
    short: list[str] = []
    for message, chat in _messages(stream, context.options.bounds.document):
        found = _message(message, chat, source.path, context.options.short)
        if found is None:
            short.append(str(message.get("id")))
        else:
            yield found
    if short:
        which = ", ".join(short[:10]) + (" …" if len(short) > 10 else "")
        detail = f"{len(short):,} messages ({which}) have no text, or fewer than {context.options.short} words"
        yield dropped(source.path, Reason.TOO_SHORT, detail)


def _messages(stream: io.BufferedReader, limit: int) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each message with what the export says of its chat."""
    chat: dict[str, Any] = {}
    for item in items(stream, limit):
        if item.listed and item.key == "messages" and isinstance(item.value, dict):
            yield item.value, chat
        elif item.key == "chats" and isinstance(item.value, dict):
            for inner in filter(_is_object, item.value.get("list") or []):
                yield from ((message, inner) for message in filter(_is_object, inner.get("messages") or []))
        elif not item.listed and isinstance(item.value, str | int):
            chat[str(item.key)] = item.value


def _is_object(value: Any) -> bool:
    return isinstance(value, dict)


def _message(message: dict[str, Any], chat: dict[str, Any], where: str, least: int) -> Raw | None:
    """The document of a message; None where it has fewer than `least` words."""
    number = str(message.get("id"))
    text = _text(message.get("text"))
    if message.get("type") != "message" or len(text.split()) < least:
        return None
    name = str(chat.get("name") or "") or None
    path = f"{where}#{number}"
    return Raw(
        source=path,
        format="row",
        text=text,
        identity=f"telegram:{chat.get('id')}#{number}" if chat.get("id") else path,
        key=f"{chat.get('id')}/{number}" if chat.get("id") else number,
        given=Given(
            outlet=name,
            author=str(message.get("author") or message.get("from") or "") or None,
            published=iso(message.get("date_unixtime")) or iso(message.get("date")),
            modified=iso(message.get("edited_unixtime")) or iso(message.get("edited")),
        ),
        hints=tuple(_hints(message, chat)),
    )


def _hints(message: dict[str, Any], chat: dict[str, Any]) -> Iterator[Hint]:
    if chat.get("type"):
        yield Hint(name="telegram:type", value=str(chat["type"]))
    for name in _KEPT:
        if message.get(name):
            yield Hint(name=f"telegram:{name}", value=str(message[name]))
    parts = message.get("text") if isinstance(message.get("text"), list) else message.get("text_entities")
    for part in parts or []:
        if isinstance(part, dict) and part.get("type") in ("link", "text_link"):
            yield Hint(name="telegram:link", value=str(part.get("href") or part.get("text")))


def _text(value: Any) -> str:
    """The words of a message: a string, or a list of strings and of marked pieces."""
    if isinstance(value, list):
        return "".join(
            part if isinstance(part, str) else str(part.get("text", "")) for part in value if isinstance(part, str | dict)
        )
    return value if isinstance(value, str) else ""


READER = Reader("telegram", (".json",), (), looks_like_telegram, read)
