"""Rows of tables and of JSON: one row, one document; its text is the mapped field, letter by letter."""

from collections.abc import Iterable, Iterator
from typing import Any

from tawatur.ingest.mapping import field
from tawatur.ingest.moments import given_time, iso
from tawatur.ingest.raw import Raw
from tawatur.ingest.reasons import Reason, Refused, dropped
from tawatur.ingest.source import Context, Found, Source
from tawatur.records.document import Given, Hint

_EXTRA = 20  # fields that are not mapped are kept as hints: so many,
_SHOWN = 10  # numbers of rows that are shown
_NAME = 60  # letters of a field's name that are shown
_LETTERS = 200  # and up to this length


Row = dict[str, Any]


class _Lacking:
    """The rows without the text field: told of once for the whole file, for they may be all of it."""

    def __init__(self) -> None:
        self._count = 0
        self._first: list[int] = []
        self._fields: list[str] = []
        self._likely = "FIELD"

    def add(self, number: int, row: Row) -> None:
        """Count a row. The first one's fields are shown, and the one with the longest prose is proposed."""
        self._count += 1
        if len(self._first) < _SHOWN:
            self._first.append(number)
        if not self._fields:
            self._fields = [str(name)[:_NAME] for name in row][:_EXTRA]
            prose = {name: len(value) for name, value in row.items() if isinstance(value, str) and " " in value}
            self._likely = max(prose, key=lambda name: prose[name]) if prose else self._likely

    def told(self, path: str, name: str) -> Iterator[Found]:
        """Give the record of them, where there are any."""
        if self._count:
            which = ", ".join(map(str, self._first)) + (" …" if self._count > len(self._first) else "")
            rows = f"{self._count:,} rows ({which}) have" if self._count > 1 else f"row {which} has"
            detail = (
                f"{rows} no field {name!r}; the fields: {', '.join(self._fields)}; "
                f"name the one that holds the article with --map text={self._likely}"
            )
            yield dropped(path, Reason.FIELD_MISSING, detail)


def rows(numbered: Iterable[tuple[int, Row | Refused]], source: Source, context: Context) -> Iterator[Found]:
    """Give a Raw for each numbered row, and a Dropped for one that is refused or has no text.

    Raises Refused where the table breaks off, and what stands before the break is given, and where there is no row.
    """
    lacking = _Lacking()
    broken: Refused | None = None
    number = 0
    try:
        for number, row in numbered:
            if isinstance(row, Refused):
                yield dropped(f"{source.path}#{number}", row.reason, row.detail)
            elif _has(row, context.options.mapping.text):
                yield _found(row, number, source, context)
            else:
                lacking.add(number, row)
    except Refused as refused:
        broken = refused
    yield from lacking.told(source.path, context.options.mapping.text)
    if broken:
        raise broken
    if not number:
        raise Refused(Reason.EMPTY, "there is no row in it")


def _has(row: Row, name: str) -> bool:
    return name in row or field(row, name) is not None


def _found(row: Row, number: int, source: Source, context: Context) -> Found:
    name = context.options.mapping.text
    text = field(row, name)
    if isinstance(text, str) and text.strip():
        return _raw(row, text, number, source, context)
    kind = "empty" if text is None or isinstance(text, str) else f"a {type(text).__name__}, not a text"
    return dropped(f"{source.path}#{number}", Reason.EMPTY, f"the field {name!r} is {kind}")


def _raw(row: Row, text: str, number: int, source: Source, context: Context) -> Raw:
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
