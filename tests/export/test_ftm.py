import warnings
from typing import Any

import pytest
from tests.export.helpers import Export, json_lines

from tawatur.export.ftm import _country, _named
from tawatur.records.name import Entity
from tawatur.resources import load
from tawatur.store.library import StoreLibrary

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library's own
    followthemoney: Any = pytest.importorskip("followthemoney")
    statement: Any = pytest.importorskip("followthemoney.statement")


def _proxies(folder: Any) -> list[Any]:
    return [followthemoney.model.get_proxy(row) for row in json_lines(folder / "entities.ftm.json")]


@pytest.mark.parametrize("hostile", [False, True])
def test_the_library_takes_every_entity_with_all_its_values(export: Export, hostile: bool) -> None:
    rows = json_lines(export("ftm", hostile=hostile) / "entities.ftm.json")
    assert len({row["id"] for row in rows}) == len(rows) > 0
    for row in rows:
        proxy = followthemoney.model.get_proxy(row)
        followthemoney.model.get(row["schema"]).validate(row)
        assert {prop.name: sorted(values) for prop, values in ((p, proxy.get(p)) for p in proxy.iterprops())} == {
            name: sorted(values) for name, values in row["properties"].items()
        }
        for prop in proxy.iterprops():
            for value in proxy.get(prop):
                assert prop.type.clean(value) is not None, (row["schema"], prop.name, value)


def test_an_entity_that_is_pointed_at_is_there_and_of_the_range(export: Export) -> None:
    proxies = {proxy.id: proxy for proxy in _proxies(export("ftm"))}
    pointed = [
        (prop, value) for proxy in proxies.values() for prop in proxy.iterprops() if prop.range for value in proxy.get(prop)
    ]
    assert len(pointed) > 300
    assert [(prop.name, value) for prop, value in pointed if not proxies[value].schema.is_a(prop.range)] == []


def test_events_and_reported_speech_have_their_articles_as_proof(export: Export, library: StoreLibrary) -> None:
    proxies = {proxy.id: proxy for proxy in _proxies(export("ftm"))}
    for event in library.events():
        assert set(proxies[event.id].get("proof")) == {place.document for place in event.evidence}
    speeches = [proxy for proxy in proxies.values() if proxy.schema.name == "Documentation"]
    assert speeches
    assert all(proxy.get("proof") == proxy.get("document") for proxy in speeches)


def test_statements_are_the_librarys_own_and_make_the_same_entities(export: Export) -> None:
    folder = export("ftm", hostile=True)
    made: dict[str, dict[str, set[str]]] = {}
    for row in json_lines(folder / "statements.ftm.json"):
        one = statement.Statement.from_dict(row)
        assert one.id == one.generate_key()
        if one.prop != "id":
            made.setdefault(one.entity_id, {}).setdefault(one.prop, set()).add(one.value)
    entities = json_lines(folder / "entities.ftm.json")
    assert made == {row["id"]: {name: set(values) for name, values in row["properties"].items()} for row in entities}


def test_a_statement_says_where_its_words_stand(export: Export, library: StoreLibrary) -> None:
    texts = {view.document.id: view.document.text for view in library.documents()}
    rows = [
        row for row in json_lines(export("ftm") / "statements.ftm.json") if (row["schema"], row["prop"]) == ("Mention", "name")
    ]
    assert rows
    for row in rows:
        document, _, place = row["origin"].partition("#char=")
        start, end = map(int, place.split(","))
        assert texts[document][start:end] == row["value"]


def test_every_country_that_we_name_is_one_of_the_librarys() -> None:
    country = followthemoney.model.get("PublicBody").get("country").type
    assert [code for code in load("names/countries") if country.clean(_country(code)) != _country(code)] == []


def test_a_place_that_geonames_knows_has_its_coordinates() -> None:
    place = Entity(id="e-1", type="place", name="الرياض", forms=("الرياض",), same_as=("geonames:108410",))
    assert {value.prop: value.value for value in _named(place).values}["latitude"] == "24.69"
