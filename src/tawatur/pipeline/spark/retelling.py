"""What articles tell in other words: the join of rare content words. It gives what `reuse.retold` gives."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
import pyarrow as pa

from tawatur.pipeline.spark.comparing import passages_of
from tawatur.pipeline.spark.tables import Row, Rows, pack
from tawatur.records.passage import Match
from tawatur.reuse import retold
from tawatur.reuse.found import uncopied

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

SENTENCES = pa.schema([("document", pa.string()), ("at", pa.int32()), ("words", pa.list_(pa.int64()))])
FREQUENCY = pa.schema([("word", pa.int64()), ("many", pa.int64())])
PROPOSED = pa.schema([("a", pa.string()), ("a_at", pa.int32()), ("b", pa.string()), ("b_at", pa.int32())])
MATCHED = pa.schema([("a", pa.string()), ("b", pa.string()), ("match", pa.binary())])

_match = msgspec.msgpack.Decoder(Match).decode


def sentences(pages: "DataFrame") -> "DataFrame":
    """Give the sentences that have enough content words."""
    from pyspark.sql import functions as f

    return pages.select("document", f.explode("told").alias("told")).select("document", "told.at", "told.words")


def frequency(every: "DataFrame") -> "DataFrame":
    """Give in how many sentences each word stands."""
    from pyspark.sql import functions as f

    return every.select(f.explode("words").alias("word")).groupBy("word").agg(f.count("*").alias("many"))


def proposed(every: "DataFrame", words: "DataFrame") -> "DataFrame":
    """Give the pairs of sentences of two documents that share several rare words, each with all words of both."""
    from pyspark.sql import functions as f

    rare = every.select("document", "at", f.explode("words").alias("word")).join(
        words.where((f.col("many") > 1) & (f.col("many") <= retold.RARE)).select("word"), "word"
    )
    place = f.struct("document", "at").alias("place")
    telling = rare.groupBy("document", "at").agg(f.collect_list("word").alias("rare")).where(f.size("rare") >= retold.LEAST_RARE)
    places = telling.select(place, f.explode("rare").alias("word"))
    together = places.groupBy("word").agg(f.sort_array(f.collect_list("place")).alias("all"))
    one = together.select("all", f.posexplode("all").alias("at", "a"))
    pairs = one.select("a", f.explode(f.expr("slice(all, at + 2, size(all))")).alias("b"))
    met = pairs.where("a.document <> b.document").groupBy("a", "b").count().where(f"count >= {retold.LEAST_RARE}")
    return met.select(
        f.col("a.document").alias("a"), f.col("a.at").alias("a_at"), f.col("b.document").alias("b"), f.col("b.at").alias("b_at")
    )


def weighed(pairs: "DataFrame", every: "DataFrame", words: "DataFrame") -> "DataFrame":
    """Give pairs of sentences, each sentence with its words and in how many sentences each of them stands."""
    from pyspark.sql import functions as f

    sides = [pairs.select(f.col(side).alias("document"), f.col(f"{side}_at").alias("at")) for side in "ab"]
    asked = every.join(sides[0].unionByName(sides[1]).distinct(), ["document", "at"], "left_semi")
    known = asked.select("document", "at", f.explode("words").alias("word")).join(words, "word")
    told = known.groupBy("document", "at").agg(f.collect_list(f.struct("word", "many")).alias("words"))
    for side in "ab":
        named = told.select(f.col("document").alias(side), f.col("at").alias(f"{side}_at"), f.col("words").alias(f"{side}_words"))
        pairs = pairs.join(named, [side, f"{side}_at"])
    return pairs


def matched(rows: Rows, total: int) -> Iterator[Row]:
    """Give what pairs of sentences tell alike; `total` is the number of all sentences (on a worker)."""
    many = {word["word"]: word["many"] for row in rows for side in "ab" for word in row[f"{side}_words"]}
    weights = retold.Weights(many, total)
    for row in rows:
        one, other = (
            retold.Told(row[side], row[f"{side}_at"], frozenset(word["word"] for word in row[f"{side}_words"])) for side in "ab"
        )
        match = retold.match_of(one, other, weights)
        if match is not None:
            yield row["a"], row["b"], pack(match)


def told(rows: Rows) -> Iterator[Row]:
    """Give what pairs of documents tell in other words and do not copy (on a worker)."""
    for row in rows:
        copied = passages_of(row["passages"]) if row["passages"] else ()
        kept = uncopied(sorted(map(_match, row["matches"])), copied)
        if kept:
            yield row["a"], row["b"], pack(kept)
