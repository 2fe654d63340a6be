"""What articles tell in other words, whenever they were written: the join of rare content words. It gives what `reuse.retold` gives."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec
import pyarrow as pa

from tawatur.pipeline.spark.comparing import passages_of
from tawatur.pipeline.spark.tables import Row, Rows, pack
from tawatur.records.passage import Match
from tawatur.reuse import retold
from tawatur.reuse.days import APART
from tawatur.reuse.told import uncopied
from tawatur.reuse.weights import Told, Weights, match_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

SENTENCES = pa.schema([("document", pa.string()), ("day", pa.int32()), ("at", pa.int32()), ("words", pa.list_(pa.int64()))])
FREQUENCY = pa.schema([("word", pa.int64()), ("many", pa.int64())])
PROPOSED = pa.schema([("a", pa.string()), ("a_at", pa.int32()), ("b", pa.string()), ("b_at", pa.int32())])
MATCHED = pa.schema([("a", pa.string()), ("b", pa.string()), ("match", pa.binary())])

match_from = msgspec.msgpack.Decoder(Match).decode


def sentences(pages: "DataFrame") -> "DataFrame":
    """Give the sentences that have enough content words, with the day of their article, if it is known."""
    from pyspark.sql import functions as f

    return pages.select("document", "day", f.explode("told").alias("told")).select("document", "day", "told.at", "told.words")


def frequency(every: "DataFrame", *by: str) -> "DataFrame":
    """Give in how many sentences each word stands, `by` columns."""
    from pyspark.sql import functions as f

    return every.select(*by, f.explode("words").alias("word")).groupBy(*by, "word").agg(f.count("*").alias("many"))


def proposed(every: "DataFrame", words: "DataFrame") -> "DataFrame":
    """Give the pairs of sentences of two documents that share several rare words, but for those of days near to one another."""
    from pyspark.sql import functions as f

    rare = every.select("document", "day", "at", f.explode("words").alias("word")).join(
        words.where((f.col("many") > 1) & (f.col("many") <= retold.RARE)).select("word"), "word"
    )
    met = meeting(rare, retold.LEAST_RARE).where(f"coalesce(abs(a.day - b.day) > {APART}, true)")
    return placed(met)


def meeting(rare: "DataFrame", least: int, *by: str) -> "DataFrame":
    """Give the places of pairs of sentences of two documents that share at least so many of these words, `by` columns; by the smaller id first."""
    from pyspark.sql import functions as f

    telling = rare.groupBy(*by, "document", "day", "at").agg(f.collect_list("word").alias("rare")).where(f.size("rare") >= least)
    places = telling.select(*by, f.struct("document", "at", "day").alias("place"), f.explode("rare").alias("word"))
    together = places.groupBy(*by, "word").agg(f.sort_array(f.collect_list("place")).alias("all"))
    one = together.select(*by, "all", f.posexplode("all").alias("at", "a"))
    pairs = one.select(*by, "a", f.explode(f.expr("slice(all, at + 2, size(all))")).alias("b"))
    return pairs.where("a.document <> b.document").groupBy(*by, "a", "b").count().where(f"count >= {least}")


def placed(met: "DataFrame", *by: str) -> "DataFrame":
    """Give the documents and sentences of places that meet."""
    from pyspark.sql import functions as f

    columns = [f.col(f"{side}.{of}").alias(name) for side in "ab" for of, name in (("document", side), ("at", f"{side}_at"))]
    return met.select(*by, *columns)


def weighed(pairs: "DataFrame", every: "DataFrame", words: "DataFrame", *by: str) -> "DataFrame":
    """Give pairs of sentences, each sentence with its words and in how many sentences each of them stands, as far as it is in `words`."""
    from pyspark.sql import functions as f

    key = [*by, "document", "at"]
    sides = [pairs.select(*by, f.col(side).alias("document"), f.col(f"{side}_at").alias("at")) for side in "ab"]
    asked = sides[0].unionByName(sides[1]).distinct().join(every.select("document", "at", "words"), ["document", "at"])
    known = asked.select(*key, f.explode("words").alias("word")).join(words, [*by, "word"], "left")
    told = known.groupBy(*key).agg(f.collect_list(f.struct("word", f.coalesce("many", f.lit(0)).alias("many"))).alias("words"))
    for side in "ab":
        named = told.select(
            *by, f.col("document").alias(side), f.col("at").alias(f"{side}_at"), f.col("words").alias(f"{side}_words")
        )
        pairs = pairs.join(named, [*by, side, f"{side}_at"])
    return pairs


def matched(rows: Rows, total: int) -> Iterator[Row]:
    """Give what pairs of sentences tell alike; `total` is the number of all sentences (on a worker)."""
    weights = weights_of(rows, total)
    for row in rows:
        match = match_in(row, weights)
        if match is not None:
            yield row["a"], row["b"], pack(match)


def weights_of(rows: Rows, total: int) -> Weights:
    """The weights of all words of the rows, among so many sentences."""
    return Weights(Counter({word["word"]: word["many"] for row in rows for side in "ab" for word in row[f"{side}_words"]}), total)


def match_in(row: dict[str, Any], weights: Weights) -> Match | None:
    """Give what the two sentences of a row tell alike, if it is enough."""
    one, other = (Told(row[side], row[f"{side}_at"], frozenset(word["word"] for word in row[f"{side}_words"])) for side in "ab")
    return match_of(one, other, weights)


def told(rows: Rows) -> Iterator[Row]:
    """Give what pairs of documents tell in other words and do not copy (on a worker)."""
    for row in rows:
        copied = passages_of(row["passages"]) if row["passages"] else ()
        kept = uncopied(matches_of(row["matches"]), copied)
        if kept:
            yield row["a"], row["b"], pack(kept)


def matches_of(found: list[bytes]) -> tuple[Match, ...]:
    """Give the matches of two documents in their order."""
    return tuple(sorted(map(match_from, found)))
