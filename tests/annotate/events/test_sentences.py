"""Each sentence of sentences.yaml, our own prose, tells what stands beside it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.annotate.events.reading import deeds

_ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", [row for row in _ROWS if "type" in row], ids=lambda row: row["text"][:40])
def test_a_sentence_tells_its_deed(row: dict[str, Any]) -> None:
    found = [deed for deed in deeds(row["text"]) if deed.type == row["type"]]
    assert found, "no deed of the type"
    told = [
        {
            "actor": next((party.text for party in deed.actors), None),
            "recipient": next((party.text for party in deed.recipients), None),
            "status": deed.status,
            "mode": deed.mode,
            "cameo": deed.cameo,
        }
        for deed in found
    ]
    asked = {name: row[name] for name in ("actor", "recipient", "status", "mode", "cameo") if name in row}
    assert any(all(one[name] == value for name, value in asked.items()) for one in told), told


@pytest.mark.parametrize("row", [row for row in _ROWS if "none" in row], ids=lambda row: row["text"][:40])
def test_a_sentence_tells_no_deed_of_a_type(row: dict[str, Any]) -> None:
    assert [deed.text for deed in deeds(row["text"]) if deed.type in row["none"]] == []
