"""The API holds what its description says, tried with requests that are made from the description."""

import json
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tawatur.web.api.openapi import description

_OPERATIONS = [(method.upper(), path) for path, methods in json.loads(description())["paths"].items() for method in methods]
_HOST = {"host": "localhost"}


@pytest.fixture(scope="module")
def described(served: Any) -> Any:
    """The description as the server gives it."""
    return schemathesis.openapi.from_asgi("/api/openapi.json", served, headers=_HOST)


_NOTHING_ASKED = "/api/v1"  # an operation that cannot be asked wrongly


@pytest.mark.parametrize(("method", "path"), _OPERATIONS)
@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode), ids=lambda mode: mode.value)
def test_every_answer_is_as_described(described: Any, method: str, path: str, mode: schemathesis.GenerationMode) -> None:
    if path == _NOTHING_ASKED and mode is schemathesis.GenerationMode.NEGATIVE:
        return
    operation = described[path][method]
    # what is searched for has a grammar that no schema tells
    but = [positive_data_acceptance] if path.endswith("/search") else None
    case = operation.as_strategy(generation_mode=mode)

    @settings(max_examples=15, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=case)
    def hold(case: Any) -> None:
        case.call_and_validate(headers=_HOST, excluded_checks=but)

    hold()


def test_the_schemas_are_schemas() -> None:
    for held in json.loads(description())["components"]["schemas"].values():
        Draft202012Validator.check_schema(held)
