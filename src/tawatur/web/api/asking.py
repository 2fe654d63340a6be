"""What an endpoint can be asked for, and reading it from an address."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from tawatur.records.errors import UsageError

LARGEST = 200  # items of one answer
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Param(NamedTuple):
    """A part of the path or of what stands after the question mark. `schema` is its JSON Schema."""

    name: str
    told: str
    schema: Mapping[str, Any]
    where: str = "query"
    required: bool = False


class Asked(dict[str, Any]):
    """The values that were asked for; None where one was not."""

    def __missing__(self, key: str) -> None:
        return None


def words(name: str, told: str, longest: int = 300) -> Param:
    """A parameter of free words."""
    return Param(name, told, {"type": "string", "minLength": 1, "maxLength": longest})


def day(name: str, told: str) -> Param:
    """A parameter that is a day."""
    return Param(name, told, {"type": "string", "format": "date"})


def choice(name: str, told: str, values: Iterable[str]) -> Param:
    """A parameter that is one of a few words."""
    return Param(name, told, {"type": "string", "enum": list(values)})


def identity(told: str) -> Param:
    """The id in the path."""
    return Param("id", told, {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$"}, "path")


PAGING = (
    Param("limit", "items of one answer", {"type": "integer", "minimum": 1, "maximum": LARGEST, "default": 50}),
    Param("offset", "items to pass over", {"type": "integer", "minimum": 0, "maximum": 10_000_000, "default": 0}),
)
HITS = Param("limit", "hits of one answer", {"type": "integer", "minimum": 1, "maximum": 100, "default": 20})


def read(params: Iterable[Param], given: Mapping[str, str]) -> Asked:
    """Read what was given. Raises UsageError where a value is none that the parameter takes."""
    asked = Asked()
    for param in params:
        if param.name in given:
            asked[param.name] = _value(param, given[param.name])
        elif "default" in param.schema:
            asked[param.name] = param.schema["default"]
        elif param.required:
            raise _wrong(param, "a value: it is missing")
    return asked


def _value(param: Param, given: str) -> Any:
    schema = param.schema
    if schema["type"] == "integer":
        if re.fullmatch(r"[0-9]{1,10}", given) and schema["minimum"] <= int(given) <= schema["maximum"]:
            return int(given)
        raise _wrong(param, f"a whole number from {schema['minimum']} to {schema['maximum']}")
    if "enum" in schema and given not in schema["enum"]:
        raise _wrong(param, f"one of {', '.join(schema['enum'])}")
    if schema.get("format") == "date" and not _is_day(given):
        raise _wrong(param, "a day as 2015-07-21")
    if "pattern" in schema and not re.fullmatch(schema["pattern"].strip("^$"), given):
        raise _wrong(param, "an id")
    if "maxLength" in schema and not 1 <= len(given) <= schema["maxLength"]:
        raise _wrong(param, f"1 to {schema['maxLength']} letters")
    return given


def _is_day(given: str) -> bool:
    if not _DAY.fullmatch(given):
        return False
    try:
        date.fromisoformat(given)
    except ValueError:
        return False
    return True


def _wrong(param: Param, takes: str) -> UsageError:
    return UsageError("api_value", name=param.name, takes=takes)
