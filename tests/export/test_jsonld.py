import json
import warnings
from collections import Counter
from typing import Any

import pytest
from tests.export.helpers import HOSTILE, Export

from tawatur.export.parts.shelf import iri
from tawatur.store.library import StoreLibrary

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library's own
    rdflib: Any = pytest.importorskip("rdflib")
SCHEMA = "https://schema.org/"


def _graph(folder: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the library's own, in its reader of JSON-LD
        return rdflib.Graph().parse(folder / "schema.jsonld", format="json-ld")


def _of(graph: Any, kind: str) -> set[str]:
    return {str(one) for one in graph.subjects(rdflib.RDF.type, rdflib.URIRef(SCHEMA + kind))}


def test_rdflib_reads_every_article_statement_and_entity_without_a_network(export: Export, library: StoreLibrary) -> None:
    graph = _graph(export("jsonld"))
    views = list(library.documents())
    assert _of(graph, "NewsArticle") == {iri(view.document.id) for view in views}
    quotes = [quote for view in views for quote in view.settled.quotes]
    assert _of(graph, "Quotation") == {iri(quote.id) for quote in quotes if quote.kind != "indirect"}
    assert _of(graph, "Claim") >= {iri(quote.id) for quote in quotes if quote.kind == "indirect"}
    assert {iri(entity.id) for entity in library.entities() if entity.type == "person"} <= _of(graph, "Person")


def test_every_word_comes_back_letter_by_letter(export: Export, library: StoreLibrary) -> None:
    graph = _graph(export("jsonld", hostile=True))
    bodies = {str(text) for text in graph.objects(None, rdflib.URIRef(SCHEMA + "articleBody"))}
    assert bodies == {HOSTILE + view.document.text for view in library.documents()}


def test_the_file_can_stand_in_a_page(export: Export) -> None:
    content = (export("jsonld", hostile=True) / "schema.jsonld").read_text(encoding="utf-8")
    assert "<" not in content


def test_a_claim_says_in_which_articles_it_appears(export: Export, library: StoreLibrary) -> None:
    nodes = {node["@id"]: node for node in json.loads((export("jsonld") / "schema.jsonld").read_bytes())["@graph"]}
    counts = Counter(finding.kind for finding in library.findings())
    assert counts["conflict"]
    assert counts["corroborated"]
    for finding in library.findings():
        node = nodes[iri(finding.id)]
        claims = [node] if node["@type"] == "Claim" else [nodes[one] for one in node["about"]]
        assert {one for claim in claims for one in claim["appearance"]} == {iri(side.document) for side in finding.sides}


def test_nothing_is_rated(export: Export) -> None:
    content = (export("jsonld") / "schema.jsonld").read_text(encoding="utf-8")
    assert "Review" not in content
    assert "Rating" not in content
