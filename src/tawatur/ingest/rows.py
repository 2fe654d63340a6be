"""Rows of tables and of JSON: one row, one document; its text is the mapped field, letter by letter."""

from collections.abc import Iterable, Iterator
from typing import Any

from tawatur.ingest.mapping import field
from tawatur.ingest.moments import given_time, iso
from tawatur.ingest.raw import Raw
from tawatur.ingest.reasons import Reason, dropped
from tawatur.ingest.source import Context, Found, Source
from tawatur.records.document import Given, Hint

_EXTRA = 20  # fields that are not mapped are kept as hints: so many,
_LETTERS = 200  # and up to this length


def rows(numbered: Iterable[tuple[int, dict[str, Any]]], source: Source, context: Context) -> Iterator[Found]:
    """Give a Raw for each numbered row. Rows without the text field are told of once for the whole file."""
    lacking: list[int] = []
    fields: list[str] = []
    mapping = context.options.mapping
    for number, row in numbered:
        text = field(row, mapping.text)
        if text is None:
            lacking.append(number)
            fields = fields or [str(name) for name in row][:30]
        elif not isinstance(text, str) or not text.strip():
            kind = "empty" if isinstance(text, str) else f"a {type(text).__name__}, not a text"
            yield dropped(f"{source.path}#{number}", Reason.EMPTY, f"the field {mapping.text!r} is {kind}")
        else:
            yield _raw(row, text, number, source, context)
    if lacking:
        which = ", ".join(map(str, lacking[:10])) + (" …" if len(lacking) > 10 else "")
        yield dropped(
            source.path,
            Reason.FIELD_MISSING,
            f"{len(lacking):,} rows ({which}) have no field {mapping.text!r}; their fields: {', '.join(fields)}; "
            "name the one that holds the article with --map text=FIELD",
        )


def _raw(row: dict[str, Any], text: str, number: int, source: Source, context: Context) -> Raw:
    mapping = context.options.mapping
    key = _words(field(row, mapping.key))
    address = _words(field(row, mapping.address))
    mapped = frozenset(mapping.names())
    extra = [(name, value) for name, value in row.items() if name not in mapped and isinstance(value, str | int | float)]
    return Raw(
        source=f"{source.path}#{number}",
        format="row",
        text=text,
        identity=f"{source.path}#{key or number}",
        key=key,
        address=address if address and "://" in address else None,
        fetched=iso(field(row, mapping.fetched)),
        given=Given(
            title=_words(field(row, mapping.title)),
            outlet=_words(field(row, mapping.outlet)),
            author=_words(field(row, mapping.author)),
            published=given_time(field(row, mapping.published)),
            modified=given_time(field(row, mapping.modified)),
            language=_words(field(row, mapping.language)),
        ),
        hints=tuple(
            Hint(name=f"row:{name}", value=str(value)) for name, value in extra[:_EXTRA] if 0 < len(str(value)) <= _LETTERS
        ),
    )


def _words(value: Any) -> str | None:
    """A field's value as one string: lists are joined, objects give their name; None where there is nothing."""
    if value is None or value == "":
        return None
    if isinstance(value, list):
        return "، ".join(filter(None, map(_words, value))) or None
    if isinstance(value, dict):
        return _words(value.get("name"))
    return str(value).strip() or None
