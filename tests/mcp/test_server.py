import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.correct.conftest import CUP, FOURTEEN, NINE, made

from tawatur.desk import Desk
from tawatur.mcp import serve


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mcp")
    desk = made(folder / "in", folder / "s.sqlite")
    for name, text in {"nine.txt": NINE, "fourteen.txt": FOURTEEN, "cup.txt": CUP}.items():
        desk.put(name, text)
    desk.read()
    desk.store.close()
    return folder / "s.sqlite"


def _answers(store: Path, *messages: Any) -> list[Any]:
    """What is answered to messages; those that are texts are sent as they are."""
    lines = [one if isinstance(one, str) else json.dumps({"jsonrpc": "2.0", **one}) for one in messages]
    written: list[str] = []
    with Desk(store, create=False) as desk:
        serve(desk, lines, written.append)
    return [json.loads(line) for line in written]


def _call(store: Path, tool: str, **given: Any) -> Any:
    return _answers(store, {"id": 1, "method": "tools/call", "params": {"name": tool, "arguments": given}})[0]


def test_a_version_of_the_protocol_that_is_not_known_gets_the_newest_that_is(store: Path) -> None:
    first, second = _answers(
        store,
        {"id": 1, "method": "initialize", "params": {"protocolVersion": "2024-11-05"}},
        {"id": 2, "method": "initialize", "params": {"protocolVersion": "1999-01-01"}},
    )
    assert first["result"]["protocolVersion"] == "2024-11-05"
    assert second["result"]["protocolVersion"] == "2025-06-18"


def test_what_is_no_request_is_told_and_stops_nothing(store: Path) -> None:
    answers = _answers(
        store,
        "{",
        "[]",
        '{"id": 3}',
        {"id": 4, "method": "x"},
        {"method": "notifications/initialized"},
        {"id": 5, "method": "ping"},
    )
    assert [one.get("error", {}).get("code") for one in answers] == [-32700, -32600, -32600, -32601, None]
    assert answers[-1]["result"] == {}


def test_the_tools_of_the_contract_are_there(store: Path) -> None:
    tools = _answers(store, {"id": 1, "method": "tools/list"})[0]["result"]["tools"]
    assert {one["name"] for one in tools} == {"search", "story", "statements_of", "check_claim"}
    assert all(one["annotations"]["readOnlyHint"] for one in tools)


def test_a_claim_is_answered_with_evidence_origins_and_no_verdict(store: Path) -> None:
    found = _call(store, "check_claim", claim="قتل تسعة أشخاص في انهيار جسر الصفصاف")["result"]["structuredContent"]
    bearing = found["bearings"][0]
    assert bearing["origins"] >= 1
    assert all({"document", "start", "end", "text"} <= set(one) for one in bearing["said"])
    assert bearing["said"]
    assert not {"verdict", "true", "false"} & set(found)
    assert "no verdict" in found["note"]


def test_every_statement_of_a_person_has_its_place(store: Path) -> None:
    found = _call(store, "statements_of", name="سامي النورس")["result"]["structuredContent"]
    assert found["statements"]
    assert all(one["evidence"]["document"] for one in found["statements"])


def test_a_story_is_given_by_the_id_that_a_search_leads_to(store: Path) -> None:
    hits = _call(store, "search", query="kind:story جسر")["result"]["structuredContent"]["hits"]
    story = _call(store, "story", story=hits[0]["id"])["result"]["structuredContent"]
    assert story["articles_in_all"] == 2


@pytest.mark.parametrize(
    ("tool", "given"),
    [("story", {"story": "y-0"}), ("search", {"query": "“"}), ("search", {}), ("search", {"query": 7}), ("search", {"query": "x", "limit": 0}),
     ("statements_of", {"name": "لا أحد"}), ("check_claim", {"claim": "x" * 601}), ("check_claim", {"claim": "قتل", "more": 1})],
)  # fmt: skip
def test_what_a_tool_cannot_answer_is_told_to_the_model(store: Path, tool: str, given: dict[str, Any]) -> None:
    result = _call(store, tool, **given)["result"]
    assert result["isError"]
    assert result["content"][0]["text"]


def test_the_official_client_speaks_with_it(store: Path) -> None:
    pytest.importorskip("mcp")
    from mcp.client.stdio import stdio_client

    from mcp import ClientSession, StdioServerParameters

    async def speak() -> tuple[list[str], Any]:
        command = StdioServerParameters(command=sys.executable, args=["-m", "tawatur.cli.main", "mcp", "--store", str(store)])
        async with stdio_client(command) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            tools = await session.list_tools()
            answer = await session.call_tool("search", {"query": "جسر"})
            return [one.name for one in tools.tools], answer

    names, answer = asyncio.run(speak())
    assert "check_claim" in names
    assert "الجسر" in answer.content[0].text
