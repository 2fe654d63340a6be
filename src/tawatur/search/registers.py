"""Which outlets and agencies of a store words mean, by the names that the registers have for them."""

from collections.abc import Sequence
from functools import cache

from tawatur.arabic.words import words
from tawatur.resources import load


def meant(register: str, text: str, known: Sequence[str]) -> list[str]:
    """Give the keys among `known` whose name or key is `text`; where there is none, those that hold its words.

    `register` is `outlets` or `agencies`. Names are compared folded.
    """
    asked = _plain(text)
    if not asked:
        return []
    called = {key: (_plain(key), *_called(register).get(key, ())) for key in known}
    exact = [key for key, names in called.items() if asked in names]
    return exact or [key for key, names in called.items() if any(asked in name for name in names)]


@cache
def _called(register: str) -> dict[str, tuple[str, ...]]:
    """All names of the entries, folded, by key."""
    found: dict[str, list[str]] = {}
    for entry in load(register)[register]:
        names = found.setdefault(str(entry["key"]), [])
        for field in ("ar", "en", "sure", "form", "latin", "domains"):
            value = entry.get(field) or []
            names += map(_plain, [value] if isinstance(value, str) else map(str, value))
    return {key: tuple(names) for key, names in found.items()}


def _plain(name: str) -> str:
    return " ".join(word.text.lower() for word in words(name))
