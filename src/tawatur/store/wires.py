"""Who carries whom, added up from what is kept of each article, so that a period is told in milliseconds."""

from collections import defaultdict
from collections.abc import Iterable, Set

from tawatur.records.wire import Carried, Printing, Publisher, SourceKind, Wire, Wires
from tawatur.store.sqlite import Store

# compared first, so that PostgreSQL knows of which type the bounds are
_WITHIN = """(p.day >= :since OR :since IS NULL) AND (p.day <= :until OR :until IS NULL)
             AND (p.day IS NOT NULL OR (:since IS NULL AND :until IS NULL))"""
_PRINTED = f"""SELECT p.publisher, p.outlet, count(*), sum(p.letters) FROM printings p WHERE {_WITHIN}
               GROUP BY p.publisher, p.outlet"""  # noqa: S608 (words of our own)
_CARRIED = f"""SELECT c.kind, c.source, p.publisher, count(*), sum(c.letters), count(*) FILTER (WHERE c.manner = 'credited'),
               count(*) FILTER (WHERE c.manner = 'named'), count(*) FILTER (WHERE c.manner = 'silent') FROM carried c JOIN printings p ON p.document = c.document WHERE {_WITHIN}
               GROUP BY c.kind, c.source, p.publisher"""  # noqa: S608 (words of our own)
_NEWEST = """SELECT source, publisher, document FROM (
                 SELECT c.source, p.publisher, c.document, row_number() OVER (
                     PARTITION BY c.source, p.publisher ORDER BY p.day IS NULL, p.day DESC, c.document
                 ) AS n FROM carried c JOIN printings p ON p.document = c.document
             ) AS newest WHERE n <= ? ORDER BY source, publisher, n"""
_NONE: frozenset[str] = frozenset()
_KEPT = 3  # newest articles of a wire that are known at once

Newest = dict[tuple[str, str | None], tuple[str, ...]]


def keep(store: Store, printings: Iterable[Printing], untouched: Set[str] = _NONE) -> None:
    """Keep what articles carry, in place of what was there; that of documents that are `untouched` stays, and may be left out."""
    made = [one for one in printings if one.document not in untouched]
    with store.transaction():
        gone = [row for row in store.query("SELECT document FROM printings ORDER BY document") if row[0] not in untouched]
        store.write("DELETE FROM printings WHERE document = ?", gone)
        store.write("DELETE FROM carried WHERE document = ?", gone)
        store.write(
            "INSERT INTO printings VALUES (?, ?, ?, ?, ?)", ((o.document, o.day, o.publisher, o.outlet, o.letters) for o in made)
        )
        rows = ((o.document, c.kind, c.source, c.letters, c.manner) for o in made for c in o.carried)
        store.write("INSERT INTO carried VALUES (?, ?, ?, ?, ?)", rows)


def printings(store: Store) -> list[Printing]:
    """What is kept of each article, in the order of ids."""
    held: dict[str, list[Carried]] = defaultdict(list)
    for document, kind, source, letters, manner in store.query("SELECT * FROM carried ORDER BY document, kind, source"):
        held[document].append(Carried(kind=kind, source=source, letters=letters, manner=manner))
    return [
        Printing(document=document, day=day, publisher=publisher, outlet=outlet, letters=letters, carried=tuple(held[document]))
        for document, day, publisher, outlet, letters in store.query("SELECT * FROM printings ORDER BY document")
    ]


def wires(store: Store, since: str | None = None, until: str | None = None) -> Wires:
    """Give the graph of the articles of `since` to `until` (ISO days, inclusive), the strongest first."""
    within = {"since": since, "until": until}
    publishers = _publishers(store.query(_PRINTED, within))
    bounded = since is not None or until is not None
    undated = int(store.query("SELECT count(*) FROM printings WHERE day IS NULL")[0][0]) if bounded else 0
    rows = [_wire(row, publishers) for row in store.query(_CARRIED, within)]
    return Wires(
        since=since,
        until=until,
        articles=sum(one.articles for one in publishers.values()),
        undated=undated,
        publishers=tuple(sorted(publishers.values(), key=lambda one: (-one.letters, one.publisher or ""))),
        wires=tuple(sorted(rows, key=lambda one: (-one.letters, one.kind, one.source, one.publisher or ""))),
    )


def newest(store: Store) -> Newest:
    """For each source and publisher the ids of the newest documents that carry the one's text for the other."""
    found: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for source, publisher, document in store.query(_NEWEST, (_KEPT,)):
        found[source, publisher].append(document)
    return {wire: tuple(documents) for wire, documents in found.items()}


def _publishers(rows: Iterable[tuple[str | None, str | None, int, int]]) -> dict[str | None, Publisher]:
    outlets: dict[str | None, set[str]] = defaultdict(set)
    sums: dict[str | None, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for publisher, outlet, articles, letters in rows:
        outlets[publisher] |= {outlet} if outlet else set()
        before = sums[publisher]
        sums[publisher] = before[0] + articles, before[1] + letters
    return {
        name: Publisher(publisher=name, outlets=tuple(sorted(outlets[name])), articles=articles, letters=letters)
        for name, (articles, letters) in sums.items()
    }


def _wire(row: tuple[SourceKind, str, str | None, int, int, int, int, int], publishers: dict[str | None, Publisher]) -> Wire:
    kind, source, publisher, articles, letters, *manners = row
    told, owner = kind == "agency", publishers[publisher]
    credited, named, silent = manners
    return Wire(
        source=source,
        kind=kind,
        publisher=publisher,
        outlets=owner.outlets,
        articles=articles,
        letters=letters,
        share=round(letters / max(1, owner.letters), 4),
        credited=credited if told else None,
        named=named if told else None,
        silent=silent if told else None,
    )
