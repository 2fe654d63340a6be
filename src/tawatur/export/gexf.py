"""GEXF 1.3 of origins, as Gephi's own format: the weight of an edge is the share of the carrier's prose."""

from collections.abc import Mapping

from tawatur.export.graphml import EDGE, NODE
from tawatur.export.job import Format, Job
from tawatur.export.parts.network import Edge, Node, edges, nodes
from tawatur.export.parts.plain import xml

_TYPES = {str: "string", int: "integer", float: "double"}


def write(job: Job) -> Mapping[str, int]:
    """Write one directed graph, from the source to the one who carries."""
    wires = job.graph(job.source)
    count = 0
    with (job.folder / "origins.gexf").open("w", encoding="utf-8", newline="\n") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
        out.write('<graph defaultedgetype="directed" mode="static">\n')
        for kind, fields in (("node", NODE), ("edge", EDGE)):
            out.write(f'<attributes class="{kind}" mode="static">\n')
            for name, holds in fields.items():
                out.write(f'<attribute id="{name}" title="{name}" type="{_TYPES[holds]}"/>\n')
            out.write("</attributes>\n")
        out.write("<nodes>\n")
        for node in nodes(wires):
            label = node.ar if job.lang == "ar" else node.en
            out.write(f'<node id="{xml(node.id)}" label="{xml(label)}">{_values(node, NODE)}</node>\n')
            count += 1
        out.write("</nodes>\n<edges>\n")
        for edge in edges(wires):
            ends = f'source="{xml(edge.source)}" target="{xml(edge.target)}"'
            out.write(f'<edge id="{edge.id}" {ends} weight="{edge.share}">{_values(edge, EDGE)}</edge>\n')
            count += 1
        out.write("</edges>\n</graph>\n</gexf>\n")
    return {"origins.gexf": count}


def _values(of: Node | Edge, fields: Mapping[str, type]) -> str:
    known = ((name, getattr(of, name)) for name in fields)
    found = "".join(f'<attvalue for="{name}" value="{xml(str(value))}"/>' for name, value in known if value is not None)
    return f"<attvalues>{found}</attvalues>"


FORMAT = Format(name="gexf", files=("origins.gexf",), write=write)
