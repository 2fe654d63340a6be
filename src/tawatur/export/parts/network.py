"""Who carries whom, as nodes and edges for the formats of graphs."""

from collections.abc import Iterator
from typing import NamedTuple

from tawatur.export.parts import called
from tawatur.records.wire import Wire, Wires


class Node(NamedTuple):
    """An agency or a publisher; a publisher's articles and letters of prose in the period."""

    id: str
    kind: str
    ar: str
    en: str
    articles: int | None = None
    letters: int | None = None


class Edge(NamedTuple):
    """`target` carries text of `source`: a `share` (0 to 1) of all its prose. How it credits an agency; None for a publisher."""

    id: str
    source: str
    target: str
    articles: int
    letters: int
    share: float
    credited: int | None
    named: int | None
    silent: int | None


def nodes(wires: Wires) -> Iterator[Node]:
    """Give all agencies that are carried and all publishers, in the order of ids."""
    found = {}
    for one in wires.publishers:
        ar = "، ".join(called.outlet(key, "ar") for key in one.outlets)
        en = ", ".join(called.outlet(key, "en") for key in one.outlets)
        node = Node(
            _publisher(one.publisher),
            "publisher",
            ar or one.publisher or "",
            en or one.publisher or "",
            one.articles,
            one.letters,
        )
        found[node.id] = node
    for wire in wires.wires:
        found.setdefault(_source(wire), _unlisted(wire))
        found.setdefault(_publisher(wire.publisher), Node(_publisher(wire.publisher), "publisher", "", ""))
    return iter(sorted(found.values()))


def edges(wires: Wires) -> Iterator[Edge]:
    """Give the edges, the strongest first."""
    for number, one in enumerate(wires.wires):
        yield Edge(
            f"w{number}",
            _source(one),
            _publisher(one.publisher),
            one.articles,
            one.letters,
            one.share,
            one.credited,
            one.named,
            one.silent,
        )


def _unlisted(wire: Wire) -> Node:
    return Node(_source(wire), wire.kind, called.agency(wire.source, "ar"), called.agency(wire.source, "en"))


def _source(wire: Wire) -> str:
    return f"{wire.kind}:{wire.source}"


def _publisher(key: str | None) -> str:
    return f"publisher:{key or ''}"
