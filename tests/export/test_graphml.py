import warnings
from pathlib import Path
from typing import Any, cast

import pytest
from tests.export.helpers import HOSTILE

from tawatur.export import gexf, graphml
from tawatur.export.job import Job
from tawatur.export.parts.plain import characters
from tawatur.export.source import Source
from tawatur.records.wire import Publisher, Wire, Wires

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library's own
    networkx: Any = pytest.importorskip("networkx")

_WIRES = Wires(
    articles=9,
    undated=0,
    publishers=(
        Publisher(publisher=HOSTILE, outlets=(HOSTILE,), articles=6, letters=900),
        Publisher(publisher="SRMG", outlets=("aawsat",), articles=2, letters=300),
        Publisher(publisher=None, outlets=(), articles=1, letters=100),
    ),
    wires=(
        Wire(
            source="reuters", kind="agency", publisher=HOSTILE, articles=4, letters=450, share=0.5, credited=3, named=1, silent=0
        ),
        Wire(source="SRMG", kind="publisher", publisher=HOSTILE, articles=1, letters=90, share=0.1),
        Wire(source="reuters", kind="agency", publisher=None, articles=1, letters=50, share=0.5, credited=0, named=0, silent=1),
    ),
)


def _written(folder: Path, form: Any) -> Path:
    form.write(Job(source=cast("Source", None), folder=folder, graph=lambda source: _WIRES))
    path: Path = folder / form.FORMAT.files[0]
    return path


@pytest.fixture(params=[(graphml, "read_graphml"), (gexf, "read_gexf")], ids=["graphml", "gexf"])
def graph(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """What networkx reads of either format."""
    form, reader = request.param
    return getattr(networkx, reader)(str(_written(tmp_path, form)))


def test_every_agency_and_publisher_is_a_node_once(graph: Any) -> None:
    hostile = characters(f"publisher:{HOSTILE}")
    assert set(graph.nodes) == {"agency:reuters", "publisher:SRMG", "publisher:", hostile}
    assert {graph.nodes[one]["kind"] for one in graph.nodes} == {"agency", "publisher"}
    assert graph.nodes["agency:reuters"]["en"] == "Reuters"
    assert graph.nodes[hostile]["articles"] == 6


def test_an_edge_goes_from_the_source_to_the_carrier_with_its_share_and_credits(graph: Any) -> None:
    edges = {(source, target): data for source, target, data in graph.edges(data=True)}
    assert graph.is_directed()
    assert len(edges) == len(_WIRES.wires)
    strongest = edges["agency:reuters", characters(f"publisher:{HOSTILE}")]
    assert (strongest["share"], strongest["articles"], strongest["credited"], strongest["named"], strongest["silent"]) == (
        0.5,
        4,
        3,
        1,
        0,
    )


def test_of_a_publisher_no_credit_is_told(graph: Any) -> None:
    edge = graph.edges["publisher:SRMG", characters(f"publisher:{HOSTILE}")]
    assert edge["letters"] == 90
    assert "credited" not in edge
