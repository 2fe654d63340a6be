"""Annotating: every document is cleaned; of those that have one text, cut into lines in one way, the first is annotated for all."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
import pyarrow as pa
from msgspec import structs

from tawatur.pipeline import progress as sizes
from tawatur.pipeline.batches import Fault, Result, Work, cleaned, findings, lines_of
from tawatur.pipeline.spark.stages import PACK, Stages
from tawatur.pipeline.spark.tables import Row, Rows, over, pack
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.base import from_json, to_json
from tawatur.records.correction import Correction
from tawatur.records.document import Document
from tawatur.records.quote import quote_id
from tawatur.records.sentence import sentence_id
from tawatur.workers import batches

_WORK = pa.schema(
    [
        ("document", pa.binary()),
        ("repeated", pa.list_(pa.string())),
        ("corrections", pa.binary()),
        ("state", pa.string()),
    ]
)
_CLEANED = pa.schema(
    [
        ("document", pa.string()),
        ("state", pa.string()),
        ("source", pa.string()),
        ("text", pa.string()),
        ("article", pa.binary()),
        ("same", pa.binary()),  # what the documents have alike that are annotated alike
        ("fault", pa.binary()),
    ]
)
_FOUND = pa.schema([("same", pa.binary()), ("first", pa.string()), ("annotated", pa.binary()), ("failed", pa.binary())])
_ANNOTATED = pa.schema(
    [
        ("document", pa.string()),
        ("state", pa.string()),
        ("source", pa.string()),
        ("article", pa.binary()),
        ("annotated", pa.binary()),
        ("fault", pa.binary()),
    ]
)


def annotate(
    stages: Stages, wanted: Mapping[str, str], work: Callable[[Sequence[str]], Iterator[Work]]
) -> Iterator[list[Result]]:
    """Clean and annotate documents; what a run that was ended had finished is not done again."""
    if not _covered(stages, wanted):
        _make(stages, wanted, work)
    rows = (row for row in stages.rows("annotated") if wanted.get(row["document"]) == row["state"])
    for batch in batches(rows if wanted else (), sizes.BATCH):
        yield [_result(row) for row in batch]


def _covered(stages: Stages, wanted: Mapping[str, str]) -> bool:
    """Whether the last run finished the stage, and all that is wanted is in it: the rest of it is in the store already."""
    marker = stages.marker("annotated")
    if not wanted or marker is None or not stages.is_done("annotated", marker.key.partition(" ")[2]):
        return not wanted
    have = {(row["document"], row["state"]) for row in stages.rows("annotated", ["document", "state"])}
    return have.issuperset(wanted.items())


def _make(stages: Stages, wanted: Mapping[str, str], work: Callable[[Sequence[str]], Iterator[Work]]) -> None:
    from pyspark.sql import functions as f

    key = hashlib.sha256(repr(sorted(wanted.items())).encode()).hexdigest()
    if not stages.is_done("unread", key):
        rows = (_work(one, wanted[one[0].id]) for ids in batches(wanted, PACK) for one in work(ids))
        stages.packs("unread", _WORK, rows, lambda: key)
    clean = stages.table("cleaned", key, _CLEANED, lambda: stages.over_packs("unread", _cleaned, _CLEANED))
    tasks = stages.parallel("cleaned", PACK)

    def found() -> Any:
        good = clean.where(f.col("fault").isNull())
        first = good.groupBy("same").agg(f.min("document").alias("document"))
        return over(good.join(first, ["same", "document"], "left_semi").repartition(tasks), _found, _FOUND)

    of = stages.table("found", key, _FOUND, found)
    stages.table("annotated", key, _ANNOTATED, lambda: over(clean.drop("text").join(of, "same", "left"), _bound, _ANNOTATED))


def _work(one: Work, state: str) -> Row:
    document, repeated, corrections = one
    return to_json(document), sorted(repeated), pack(corrections), state


def _cleaned(rows: Rows) -> Iterator[Row]:
    """Clean the documents of a pack (on a worker)."""
    for row in rows:
        document = from_json(row["document"], Document)
        corrections = msgspec.msgpack.decode(row["corrections"], type=tuple[Correction, ...])
        article = cleaned((document, frozenset(row["repeated"]), corrections))
        told = document.id, row["state"], document.source
        if isinstance(article, Fault):
            yield *told, None, None, None, pack(article)
        else:
            yield *told, document.text, to_json(article), _same(document.text, article), None


def _same(text: str, article: Article) -> bytes:
    shown = to_json(structs.replace(lines_of(article), document=""))
    return hashlib.sha256(shown + b"\n" + text.encode("utf-8", "surrogatepass")).digest()


def _found(rows: Rows) -> Iterator[Row]:
    """Annotate texts that are none twice (on a worker)."""
    for row in rows:
        found = findings(row["text"], from_json(row["article"], Article))
        failed = isinstance(found, Fault)
        yield row["same"], row["document"], None if failed else to_json(found), pack(found) if failed else None


def _bound(rows: Rows) -> Iterator[Row]:
    """Give each document its findings (on a worker)."""
    for row in rows:
        known = row["annotated"]
        if known is not None and row["first"] != row["document"]:
            known = to_json(rebound(from_json(known, Annotated), row["document"]))
        yield row["document"], row["state"], row["source"], row["article"], known, row["fault"] or row["failed"]


def rebound(found: Annotated, document: str) -> Annotated:
    """Give what was found in one document as what is found in another that has the same text and lines: all ids are its own."""
    ids = {found.document: document}
    ids |= {one.id: sentence_id(document, one.start, one.end) for one in found.sentences}
    ids |= {one.id: quote_id(document, one.start, one.end) for one in found.quotes}
    told = _ID.sub(lambda one: f'"{ids.get(one[1], one[1])}"', to_json(found).decode())
    return from_json(told, Annotated)


_ID = re.compile(r'"([dsq]-[0-9a-f]{16})"')  # a whole value of JSON


def _result(row: dict[str, Any]) -> Result:
    if row["fault"] is not None:
        return msgspec.msgpack.decode(row["fault"], type=Fault).of(row["source"])
    return from_json(row["article"], Article), from_json(row["annotated"], Annotated)
