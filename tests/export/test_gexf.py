from pathlib import Path
from typing import Any, cast

import pytest
from tests.export.helpers import Export

from tawatur.export import gexf
from tawatur.export.job import Job
from tawatur.export.source import Source
from tawatur.records.wire import Wire, Wires
from tawatur.reuse import printed, wires
from tawatur.store.library import StoreLibrary

networkx: Any = pytest.importorskip("networkx")


def test_the_example_corpus_is_a_graph_with_weights(export: Export, library: StoreLibrary) -> None:
    graph = networkx.read_gexf(str(export("gexf") / "origins.gexf"))
    found = wires(map(printed, library.documents()), library.reuse())
    shares = {(f"{one.kind}:{one.source}", f"publisher:{one.publisher}"): one.share for one in found.wires}
    assert {(source, target): weight for source, target, weight in graph.edges(data="weight")} == shares
    assert shares


@pytest.mark.parametrize(("lang", "label"), [("ar", "رويترز"), ("en", "Reuters")])
def test_a_node_is_called_in_the_readers_language(tmp_path: Path, lang: Any, label: str) -> None:
    wire = Wire(source="reuters", kind="agency", publisher="SRMG", articles=1, letters=9, share=0.5)
    graph = Wires(articles=1, undated=0, publishers=(), wires=(wire,))
    gexf.write(Job(source=cast("Source", None), folder=tmp_path, graph=lambda source: graph, lang=lang))
    assert networkx.read_gexf(str(tmp_path / "origins.gexf")).nodes["agency:reuters"]["label"] == label
