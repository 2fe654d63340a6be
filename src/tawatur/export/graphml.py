"""GraphML of origins: who carries whom, for Gephi, yEd, Cytoscape, igraph, networkx."""

from collections.abc import Iterator, Mapping

from tawatur.export.job import Format, Job
from tawatur.export.parts.network import Edge, Node, edges, nodes
from tawatur.export.parts.plain import xml

_TYPES = {str: "string", int: "int", float: "double"}
NODE = {"kind": str, "ar": str, "en": str, "articles": int, "letters": int}
EDGE = {"articles": int, "letters": int, "share": float, "credited": int, "named": int, "silent": int}


def write(job: Job) -> Mapping[str, int]:
    """Write one directed graph, from the source to the one who carries."""
    wires = job.graph(job.source)
    count = 0
    with (job.folder / "origins.graphml").open("w", encoding="utf-8", newline="\n") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for kind, fields in (("node", NODE), ("edge", EDGE)):
            for name, holds in fields.items():
                out.write(f'<key id="{kind}_{name}" for="{kind}" attr.name="{name}" attr.type="{_TYPES[holds]}"/>\n')
        out.write('<graph id="origins" edgedefault="directed">\n')
        for node in nodes(wires):
            out.write(f'<node id="{xml(node.id)}">{_data("node", node, NODE)}</node>\n')
            count += 1
        for edge in edges(wires):
            ends = f'source="{xml(edge.source)}" target="{xml(edge.target)}"'
            out.write(f'<edge id="{edge.id}" {ends}>{_data("edge", edge, EDGE)}</edge>\n')
            count += 1
        out.write("</graph>\n</graphml>\n")
    return {"origins.graphml": count}


def _data(kind: str, of: Node | Edge, fields: Mapping[str, type]) -> str:
    return "".join(_cells(kind, of, fields))


def _cells(kind: str, of: Node | Edge, fields: Mapping[str, type]) -> Iterator[str]:
    for name in fields:
        value = getattr(of, name)
        if value is not None:
            yield f'<data key="{kind}_{name}">{xml(str(value))}</data>'


FORMAT = Format(name="graphml", files=("origins.graphml",), write=write)
