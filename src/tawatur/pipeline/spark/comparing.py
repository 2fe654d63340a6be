"""What articles copy from one another: pages, texts, the pairs of texts that were compared, and the pairs of documents."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec
import pyarrow as pa

from tawatur.pipeline.spark.tables import Row, Rows, pack
from tawatur.records.article import Article
from tawatur.records.passage import Passages, Text
from tawatur.records.sentence import Sentence
from tawatur.reuse.contents import contents
from tawatur.reuse.copied import between, compared
from tawatur.reuse.days import known_days
from tawatur.reuse.index import text_of
from tawatur.reuse.pages import Pages
from tawatur.reuse.prints import fingerprints
from tawatur.reuse.protocol import formulae

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

# an article as the driver hands it over: its sentences and statements, and of the article itself its day and its credits
SHOWN = pa.schema(
    [
        ("document", pa.string()),
        ("text", pa.string()),
        ("sentences", pa.binary()),
        ("quotes", pa.binary()),
        ("article", pa.binary()),
    ]
)
_TOLD = pa.struct([("at", pa.int32()), ("words", pa.list_(pa.int64()))])
PAGES = pa.schema(
    [
        *SHOWN,
        ("day", pa.int32()),
        ("number", pa.int64()),
        ("keys", pa.binary()),
        ("starts", pa.binary()),
        ("told", pa.list_(_TOLD)),
    ]
)
TEXTS = pa.schema(
    [
        ("number", pa.int64()),
        ("keys", pa.binary()),
        ("starts", pa.binary()),
        ("members", pa.list_(pa.string())),
        ("prints", pa.list_(pa.int64())),
    ]
)
COMPARED = pa.schema([("a", pa.int64()), ("b", pa.int64()), ("passages", pa.binary())])
COPIED = pa.schema([("a", pa.string()), ("b", pa.string()), ("passages", pa.binary())])

article_of = msgspec.msgpack.Decoder(Article).decode
passages_of = msgspec.msgpack.Decoder(Passages).decode
sentences_of = msgspec.msgpack.Decoder(tuple[Sentence, ...]).decode


def words_of(keys: bytes, starts: bytes) -> Text:
    """Give the words of a text from its columns."""
    return Text(keys=array("I", keys), starts=array("I", starts))


def pages(rows: Rows) -> Iterator[Row]:
    """Give the days and the words of articles, and the content words of their sentences (on a worker)."""
    texts = {row["document"]: row["text"] for row in rows}
    every = Pages(texts, {row["document"]: sentences_of(row["sentences"]) for row in rows})
    days = known_days({row["document"]: article_of(row["article"]) for row in rows})
    for row in rows:
        page = every[row["document"]]
        told = contents(page, row["text"])
        begins = [0, *told.ends]
        words = [
            {"at": at, "words": told.words[begin:end]} for at, begin, end in zip(told.sentences, begins, told.ends, strict=False)
        ]
        yield *row.values(), days.get(row["document"]), text_of(page), page.keys.tobytes(), page.starts.tobytes(), words


def folded(every: "DataFrame") -> "DataFrame":
    """Give each text once, with the documents that have it."""
    from pyspark.sql import functions as f

    once = every.where(f.col("number").isNotNull()).groupBy("number")
    members = f.sort_array(f.collect_list("document")).alias("members")
    return once.agg(f.first("keys").alias("keys"), f.first("starts").alias("starts"), members)


def texts(rows: Rows) -> Iterator[Row]:
    """Give the fingerprints of texts (on a worker)."""
    common = formulae()
    for row in rows:
        keys = array("I", row["keys"])
        yield row["number"], row["keys"], row["starts"], row["members"], sorted(fingerprints(keys, common))


def beside(pairs: "DataFrame", every: "DataFrame", columns: Mapping[str, str]) -> "DataFrame":
    """Give `pairs` with `columns` of what `a` and `b` name, by the column of their key: of keys, `a_keys` and `b_keys`."""
    from pyspark.sql import functions as f

    for side in "ab":
        named = [f.col(name).alias(side if name == columns["key"] else f"{side}_{name}") for name in columns.values()]
        pairs = pairs.join(every.select(*named), side)
    return pairs


def compare(rows: Rows, standing: frozenset[int]) -> Iterator[Row]:
    """Compare pairs of texts word by word (on a worker)."""
    words: dict[int, Text] = {}
    for side, row in ((side, row) for row in rows for side in "ab"):
        if row[side] not in words:
            words[row[side]] = words_of(row[f"{side}_keys"], row[f"{side}_starts"])
    for (a, b), found in compared({(row["a"], row["b"]) for row in rows}, words, standing).items():
        yield a, b, pack(found) if found else None


def couples(rows: Rows) -> Iterator[Row]:
    """Give what pairs of documents copy, by their texts (on a worker)."""
    for row in rows:
        members = {row["a"]: row["a_members"], row["b"]: row["b_members"]}
        for (a, b), found in between((row["a"], row["b"]), passages_of(row["passages"]), members):
            yield a, b, pack(found)


def unpacked(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[tuple[Any, Any], Passages]]:
    """Give the pairs of a table with what they share."""
    for row in rows:
        yield (row["a"], row["b"]), passages_of(row["passages"]) if row["passages"] else ()
