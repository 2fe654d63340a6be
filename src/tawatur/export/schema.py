"""The contract as a JSON Schema: every field's type, values and nullness, made from the records themselves."""

from typing import Any

import msgspec

from tawatur.export.folder import FILES
from tawatur.export.rows import FORMAT

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Give one schema with a definition for each kind of record; `files` says which file holds which."""
    references, definitions = msgspec.json.schema_components(FILES.values(), ref_template="#/$defs/{name}")
    files = {f"{name}.jsonl": reference for name, reference in zip(FILES, references, strict=True)}
    return {
        "$schema": _DIALECT,
        "title": "Tawatur export",
        "description": "One folder of JSON Lines: each line of a file is one record of the definition that `files` names.",
        "version": FORMAT,
        "files": files,
        "$defs": {name: _every_field_written(body) for name, body in sorted(definitions.items())},
    }


def _every_field_written(definition: dict[str, Any]) -> dict[str, Any]:
    """The program writes every field of a record, with null or an empty list where it has nothing to say."""
    if "properties" not in definition:
        return definition
    return definition | {"required": sorted(definition["properties"])}
