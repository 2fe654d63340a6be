"""The protocol: JSON-RPC 2.0, one message a line, as the specification of 2025-06-18 says for standard input and output."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tawatur import __version__
from tawatur.desk import Desk
from tawatur.mcp.tools import TOOLS, checked, schema
from tawatur.records.errors import TawaturError
from tawatur.report.messages import messages

_VERSIONS = ("2025-06-18", "2025-03-26", "2024-11-05")
_LONGEST = 1_000_000  # letters of a message
_NOT_JSON, _NO_REQUEST, _NO_METHOD, _WRONG = -32700, -32600, -32601, -32602


class _WrongError(Exception):
    """A request that cannot be answered: a code of JSON-RPC, and words."""

    def __init__(self, code: int, told: str) -> None:
        super().__init__(told)
        self.code = code


def serve(desk: Desk, lines: Iterable[str], write: Callable[[str], object]) -> None:
    """Answer the messages of `lines`, one after the other, until they end."""
    for line in lines:
        answer = _answered(desk, line) if line.strip() else None
        if answer is not None:
            write(json.dumps({"jsonrpc": "2.0", **answer}, ensure_ascii=False) + "\n")


def _answered(desk: Desk, line: str) -> dict[str, Any] | None:
    """The answer to a message; None for one that wants none."""
    identity = None
    try:
        message = _read(line)
        if "id" not in message:  # a notification
            return None
        identity = message["id"]
        return {"id": identity, "result": _result(desk, message["method"], message.get("params") or {})}
    except _WrongError as error:
        return {"id": identity, "error": {"code": error.code, "message": str(error)}}


def _read(line: str) -> dict[str, Any]:
    if len(line) > _LONGEST:
        raise _WrongError(_NO_REQUEST, "the message is too long")
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _WrongError(_NOT_JSON, "the message is no JSON") from error
    if not isinstance(message, dict) or not isinstance(message.get("method"), str):
        raise _WrongError(_NO_REQUEST, "the message is no request")
    return message


def _result(desk: Desk, method: str, params: Any) -> dict[str, Any]:
    if not isinstance(params, dict):
        raise _WrongError(_WRONG, "params is no object")
    if method == "initialize":
        asked = params.get("protocolVersion")
        version = asked if asked in _VERSIONS else _VERSIONS[0]
        return {
            "protocolVersion": version,
            "capabilities": {"tools": {}},
            "serverInfo": {"name": "tawatur", "version": __version__},
            "instructions": "What Arabic news reports say and by how many independent origins. Quote the words that an answer gives as evidence.",
        }
    if method == "ping":
        return {}
    if method == "tools/list":
        return {"tools": [_described(name) for name in TOOLS]}
    if method == "tools/call":
        return _called(desk, params)
    raise _WrongError(_NO_METHOD, f"there is no method {method[:80]}")


def _described(name: str) -> dict[str, Any]:
    tool = TOOLS[name]
    only_reads = {"readOnlyHint": True, "openWorldHint": False}
    return {"name": name, "description": tool.told, "inputSchema": schema(tool), "annotations": only_reads}


def _called(desk: Desk, params: Mapping[str, Any]) -> dict[str, Any]:
    """The answer of a tool. What went wrong in it is told to the model, which may ask otherwise."""
    tool = TOOLS.get(str(params.get("name")))
    given = params.get("arguments") or {}
    if tool is None or not isinstance(given, dict):
        raise _WrongError(_WRONG, "there is no such tool")
    try:
        found = tool.make(desk, checked(tool, given))
    except TawaturError as error:
        told = messages("errors", "en")(error.code, **error.values)
        return {"content": [{"type": "text", "text": told}], "isError": True}
    return {"content": [{"type": "text", "text": json.dumps(found, ensure_ascii=False)}], "structuredContent": found}
