"""Queries made from queries: with a field more, or without one, as a link that narrows or widens what was found."""

from tawatur.arabic.fold import fold
from tawatur.search.query import PART, names


def with_field(text: str, field: str, value: str) -> str:
    """Give the query with `field` set to `value` alone; `field` is the program's name for it (`kind`)."""
    plain = value.replace('"', "")
    written = plain if plain and not any(letter.isspace() for letter in plain) else f'"{plain}"'
    return f"{without_field(text, field)} {field}:{written}".strip()


def without_field(text: str, field: str) -> str:
    """Give the query without any mention of a field."""
    kept = [one.group().strip() for one in PART.finditer(text.strip()) if not _is(one["field"], field)]
    return " ".join(kept)


def _is(written: str | None, field: str) -> bool:
    return bool(written) and names("fields").get(fold(written or "")) == field
