from typing import Any

import pytest
from tests.export.helpers import Export

from tawatur.reuse import printed, wires
from tawatur.store.library import StoreLibrary

networkx: Any = pytest.importorskip("networkx")


def test_the_example_corpus_is_a_graph_with_weights(export: Export, library: StoreLibrary) -> None:
    graph = networkx.read_gexf(str(export("gexf") / "origins.gexf"))
    found = wires(map(printed, library.documents()), library.reuse())
    shares = {(f"{one.kind}:{one.source}", f"publisher:{one.publisher}"): one.share for one in found.wires}
    assert {(source, target): weight for source, target, weight in graph.edges(data="weight")} == shares
    assert shares


def test_a_node_is_called_in_the_readers_language(export: Export) -> None:
    assert networkx.read_gexf(str(export("gexf", lang="ar") / "origins.gexf")).nodes["agency:verapress"]["label"] == "فيرابرس"
    english = networkx.read_gexf(str(export("gexf", lang="en") / "origins.gexf")).nodes["agency:nirna"]["label"]
    assert english == "Nirsan News Agency"
