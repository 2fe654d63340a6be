"""Which field of a row is what: named mappings (`saudinewsnet`) and those written as `text=content,key=url`."""

from collections.abc import Mapping as Fields
from typing import Any

from tawatur.records.base import Record
from tawatur.resources import load

_ALIASES = {"url": "address", "date": "published", "id": "key", "lang": "language"}


class Mapping(Record, frozen=True, kw_only=True):
    """The name of the row's field for each of ours; a dot goes into nested objects (`meta.author`)."""

    text: str = "text"
    key: str = "key"
    title: str = "title"
    outlet: str = "outlet"
    author: str = "author"
    address: str = "url"
    published: str = "published"
    modified: str = "modified"
    fetched: str = "fetched"
    language: str = "language"

    def names(self) -> tuple[str, ...]:
        """The fields of the row that are mapped."""
        return tuple(getattr(self, name) for name in self.__struct_fields__)


def parse(words: str) -> Mapping:
    """Read a mapping: the name of one in `resources/mappings.yaml`, or pairs `ours=theirs` with commas between.

    What is not named keeps its default, so `text=content` still takes a field `title` for the title.
    Raises ValueError with words for the user where neither fits.
    """
    named: dict[str, dict[str, str]] = load("mappings")
    if words in named:
        return Mapping(**{name: field for name, field in named[words].items() if name != "source"})
    pairs: dict[str, str] = {}
    for pair in words.split(","):
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        ours = _ALIASES.get(ours, ours)
        if not equals or not theirs or ours not in Mapping.__struct_fields__:
            raise ValueError(
                f"--map {words}: {pair!r} is no mapping. Write ours=theirs, such as text=content,key=url; "
                f"ours: {', '.join(Mapping.__struct_fields__)}; or the name of a mapping: {', '.join(sorted(named))}"
            )
        pairs[ours] = theirs
    return Mapping(**pairs)


def field(row: Fields[str, Any], name: str) -> Any:
    """Give the row's field `name`, going into nested objects at its dots; None where there is none."""
    if name in row:
        return row[name]
    value: Any = row
    for part in name.split("."):
        if not isinstance(value, dict) or part not in value:
            return None
        value = value[part]
    return value
