"""W3C PROV as PROV-JSON: where each article, statement and finding comes from.

An article is attributed to its outlet and has the agency's dispatch as its primary source; what it took from another article is a
derivation, told where the direction is known. A statement is quoted from its article. What the program found is attributed to it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple
from urllib.parse import quote

from tawatur import __version__
from tawatur.export.job import Format, Job
from tawatur.export.parts import called
from tawatur.export.parts.shelf import web
from tawatur.export.parts.streams import to_line
from tawatur.export.parts.times import moment
from tawatur.records.finding import Finding
from tawatur.records.reuse import Family, Reuse
from tawatur.records.view import DocumentView

_PREFIXES = {"tw": "urn:tawatur:", "schema": "https://schema.org/"}
_SECTIONS = ("entity", "agent", "wasAttributedTo", "wasDerivedFrom", "alternateOf")
_PROGRAM = "tw:program"


class Fact(NamedTuple):
    """A record of a section, under its id."""

    section: str
    id: str
    body: Mapping[str, Any]


def write(job: Job) -> Mapping[str, int]:
    """Write the sections, each gathered in a file of its own first, for PROV-JSON wants all records of a kind together."""
    with ExitStack() as stack:
        parts = {name: stack.enter_context(TemporaryFile(dir=job.folder)) for name in _SECTIONS}
        counts = Counter[str]()
        for fact in _facts(job):
            part = parts[fact.section]
            part.write((b",\n" if counts[fact.section] else b"\n") + to_line(fact.id) + b":" + to_line(fact.body))
            counts[fact.section] += 1
        _join(job.folder / "prov.json", parts)
    return {"prov.json": counts.total()}


def _join(path: Path, parts: Mapping[str, IO[bytes]]) -> None:
    with path.open("wb") as out:
        out.write(b'{"prefix":' + to_line(_PREFIXES))
        for name, part in parts.items():
            if part.tell():
                out.write(b",\n" + to_line(name) + b":{")
                part.seek(0)
                copyfileobj(part, out)
                out.write(b"\n}")
        out.write(b"}\n")


def _facts(job: Job) -> Iterator[Fact]:
    program = {"prov:type": _name("prov:SoftwareAgent"), "prov:label": "tawatur", "schema:softwareVersion": __version__}
    yield Fact("agent", _PROGRAM, program)
    told: set[str] = set()
    for view in job.source.documents():
        yield from _document(view, told)
    yield from _derivations(job.source.reuse())
    yield from _copies(job.source.families())
    for finding in job.source.findings():
        yield from _finding(finding)


def _name(value: str) -> dict[str, str]:
    return {"$": value, "type": "prov:QUALIFIED_NAME"}


def _agent(kind: str, key: str) -> str:
    """The name of an agent: letters that a qualified name cannot have are escaped."""
    return f"tw:{kind}-{quote(key, safe='')}"


def _document(view: DocumentView, told: set[str]) -> Iterator[Fact]:
    document, article, settled = view.document, view.article, view.settled
    here = f"tw:{document.id}"
    body: dict[str, Any] = {
        "prov:type": _name("schema:NewsArticle"),
        "prov:label": article.title.text if article.title else None,
        "schema:url": web(document.address),
        "schema:sha256": document.sha256,
        "schema:datePublished": _time(settled.publication.published),
    }
    yield Fact("entity", here, {name: value for name, value in body.items() if value})
    if article.outlet:
        yield from _attributed(here, "outlet", article.outlet, told)
    if settled.origin:
        dispatch = _agent("dispatches", settled.origin)
        if dispatch not in told:
            told.add(dispatch)
            yield Fact("entity", dispatch, {"prov:label": f"dispatches of {called.agency(settled.origin, 'en')}"})
            yield from _attributed(dispatch, "agency", settled.origin, told)
        basis = {"schema:description": f"by {settled.origin_basis}"} if settled.origin_basis else {}
        yield _derived(here, dispatch, "prov:PrimarySource", basis)
    if document.version_of:
        yield _derived(here, f"tw:{document.version_of}", "prov:Revision", {})
    for said in settled.quotes:
        one = f"tw:{said.id}"
        kind = "schema:Claim" if said.kind == "indirect" else "schema:Quotation"
        words = {"prov:label": said.text} if said.text else {}
        yield Fact("entity", one, {"prov:type": _name(kind), **words, "schema:position": f"{said.start}-{said.end}"})
        yield _derived(one, here, "prov:Quotation", {})


def _time(value: str | None) -> Any:
    """A moment, a day, a month or a year, with its type in XML Schema."""
    if not value:
        return None
    if found := moment(value):
        return {"$": found.isoformat(timespec="seconds"), "type": "xsd:dateTime"}
    kinds = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
    return {"$": value, "type": kinds[len(value)]} if len(value) in kinds else value


def _attributed(entity: str, kind: str, key: str, told: set[str]) -> Iterator[Fact]:
    agent = _agent(kind, key)
    if agent not in told:
        told.add(agent)
        yield Fact(
            "agent",
            agent,
            {
                "prov:type": _name("prov:Organization"),
                "prov:label": (called.outlet if kind == "outlet" else called.agency)(key, "ar"),
            },
        )
    yield Fact("wasAttributedTo", f"_:at-{entity[3:]}", {"prov:entity": entity, "prov:agent": agent})


def _derived(made: str, used: str, kind: str, more: Mapping[str, Any]) -> Fact:
    body = {"prov:generatedEntity": made, "prov:usedEntity": used, "prov:type": _name(kind), **more}
    return Fact("wasDerivedFrom", f"_:from-{made[3:]}-{used[3:]}", body)


def _derivations(pairs: Iterable[Reuse]) -> Iterator[Fact]:
    """For two articles, how many sentences one took from the other. Pairs of the same two stand together."""
    for (a, b), shared in groupby(pairs, key=lambda pair: (pair.a.document, pair.b.document)):
        directions = Counter(pair.direction for pair in shared if not pair.template)
        for made, used, direction in ((a, b, "a_from_b"), (b, a, "b_from_a")):
            if directions[direction]:  # type: ignore[index]
                count = {"schema:description": f"sentences taken: {directions[direction]}"}  # type: ignore[index]
                kind = {"prov:generatedEntity": f"tw:{made}", "prov:usedEntity": f"tw:{used}"}
                yield Fact("wasDerivedFrom", f"_:took-{made}-{used}", {**kind, **count})


def _copies(families: Iterable[Family]) -> Iterator[Fact]:
    for family in families:
        if family.degree == "near_copy":
            first, *others = family.documents
            for other in others:
                body = {"prov:alternate1": f"tw:{first}", "prov:alternate2": f"tw:{other}"}
                yield Fact("alternateOf", f"_:like-{family.id}-{first}-{other}", body)


def _finding(finding: Finding) -> Iterator[Fact]:
    here = f"tw:{finding.id}"
    reason = [{"$": finding.reason.ar, "lang": "ar"}, {"$": finding.reason.en, "lang": "en"}]
    yield Fact("entity", here, {"prov:type": _name(f"tw:finding-{finding.kind}"), "prov:label": reason})
    yield Fact("wasAttributedTo", f"_:at-{finding.id}", {"prov:entity": here, "prov:agent": _PROGRAM})
    for document in dict.fromkeys(side.document for side in finding.sides):
        body = {"prov:generatedEntity": here, "prov:usedEntity": f"tw:{document}"}
        yield Fact("wasDerivedFrom", f"_:from-{finding.id}-{document}", body)


FORMAT = Format(name="prov", files=("prov.json",), write=write)
