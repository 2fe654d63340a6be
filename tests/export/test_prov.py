import json
import warnings
from typing import Any

import pytest
from tests.export.helpers import HOSTILE, Export

from tawatur.store.library import StoreLibrary

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library's own
    model: Any = pytest.importorskip("prov.model")


def _document(folder: Any) -> Any:
    return model.ProvDocument.deserialize(str(folder / "prov.json"), format="json")


@pytest.mark.parametrize("hostile", [False, True])
def test_the_library_reads_every_record(export: Export, hostile: bool) -> None:
    folder = export("prov", hostile=hostile)
    written = json.loads((folder / "prov.json").read_bytes())
    count = sum(len(rows) for name, rows in written.items() if name != "prefix")
    assert len(_document(folder).get_records()) == count > 0


def test_what_is_read_back_says_the_same(export: Export) -> None:
    first = _document(export("prov"))
    assert model.ProvDocument.deserialize(content=first.serialize(format="json"), format="json") == first


def test_an_article_is_attributed_to_its_outlet_and_goes_back_to_its_agency(export: Export, library: StoreLibrary) -> None:
    written = json.loads((export("prov") / "prov.json").read_bytes())
    attributed = {row["prov:entity"]: row["prov:agent"] for row in written["wasAttributedTo"].values()}
    primary = {
        row["prov:generatedEntity"]: row["prov:usedEntity"]
        for row in written["wasDerivedFrom"].values()
        if row.get("prov:type", {}).get("$") == "prov:PrimarySource"
    }
    views = list(library.documents())
    for view in views:
        assert attributed[f"tw:{view.document.id}"] == f"tw:outlet-{view.article.outlet}"
    assert primary == {f"tw:{v.document.id}": f"tw:dispatches-{v.settled.origin}" for v in views if v.settled.origin}


def test_what_was_copied_is_derived_once_for_two_articles(export: Export, library: StoreLibrary) -> None:
    written = json.loads((export("prov") / "prov.json").read_bytes())
    took = [row for name, row in written["wasDerivedFrom"].items() if name.startswith("_:took-")]
    sentences = sum(int(row["schema:description"].removeprefix("sentences taken: ")) for row in took)
    assert sentences == sum(pair.direction in ("a_from_b", "b_from_a") and not pair.template for pair in library.reuse()) > 0
    assert len({(row["prov:generatedEntity"], row["prov:usedEntity"]) for row in took}) == len(took)


def test_hostile_words_come_back_in_labels(export: Export, library: StoreLibrary) -> None:
    document = _document(export("prov", hostile=True))
    labels = {
        str(value)
        for record in document.get_records()
        for value in record.get_asserted_types() | record.get_attribute("prov:label")
    }
    texts = {HOSTILE + quote.text for view in library.documents() for quote in view.settled.quotes}
    assert texts <= labels
