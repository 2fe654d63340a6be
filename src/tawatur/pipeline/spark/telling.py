"""From what pairs of documents share to records: the sentences that go back to one text, and what makes families of documents."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
import pyarrow as pa

from tawatur.pipeline.spark.comparing import article_of, passages_of, sentences_of, words_of
from tawatur.pipeline.spark.tables import Row, Rows, pack
from tawatur.records.base import to_json
from tawatur.records.passage import Pair, Passages, Text
from tawatur.records.quote import Quote
from tawatur.reuse.days import Days
from tawatur.reuse.pages import Pages
from tawatur.reuse.rows import Rows as Telling

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

SHARED = pa.schema(
    [("a", pa.string()), ("b", pa.string()), ("tie", pa.binary()), ("rows", pa.list_(pa.binary()))]
)  # a tie where the pair copies something that is no template
SIDES = {name: name for name in ("text", "sentences", "quotes", "article", "keys", "starts")} | {"key": "document"}

_quotes = msgspec.msgpack.Decoder(tuple[Quote, ...]).decode


def pairs(copied: "DataFrame", told: "DataFrame") -> "DataFrame":
    """Give all pairs of documents that share something, with what they copy and what they tell in other words."""
    from pyspark.sql import functions as f

    return copied.withColumnRenamed("passages", "copied").join(
        told.select("a", "b", f.col("passages").alias("told")), ["a", "b"], "full"
    )


def tell(rows: Rows) -> Iterator[Row]:
    """Give the records of pairs of documents (on a worker)."""
    sides = {row[side]: (row, side) for row in rows for side in "ab"}

    def column(name: str, document: str) -> bytes:
        row, side = sides[document]
        found: bytes = row[f"{side}_{name}"]
        return found

    def words(document: str) -> Text:
        return words_of(column("keys", document), column("starts", document))

    texts = {document: row[f"{side}_text"] for document, (row, side) in sides.items()}
    cut = {document: sentences_of(column("sentences", document)) for document in sides}
    days = Days({document: article_of(column("article", document)) for document in sides})
    telling = Telling(
        Pages(texts, cut, words), texts, {document: _quotes(column("quotes", document)) for document in sides}, days
    )
    for row in rows:
        pair = row["a"], row["b"]
        copied, told = (_of(pair, row[name]) for name in ("copied", "told"))
        tied = copied and not telling.is_template(*pair, copied[pair])
        yield *pair, pack(telling.tie(*pair, copied[pair])) if tied else None, list(map(to_json, telling.of(copied, told)))


def _of(pair: Pair, found: bytes | None) -> dict[Pair, Passages]:
    return {pair: passages_of(found)} if found else {}
