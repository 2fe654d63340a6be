"""What articles tell in other words: joins of rare content words. They give what `reuse.retold` and `reuse.nearby` give.

Within the days for which a report is carried, rare is what few sentences of these days have. Their *window* has the number of its last day;
a sentence stands in the windows of its own day and of the days after it, as far as articles are of these. A window of no number holds all.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
import pyarrow as pa

from tawatur.pipeline.spark.comparing import passages_of
from tawatur.pipeline.spark.tables import Row, Rows, pack
from tawatur.records.passage import Match
from tawatur.reuse import nearby, retold
from tawatur.reuse.contents import LEAST
from tawatur.reuse.days import APART
from tawatur.reuse.told import uncopied
from tawatur.reuse.weights import Told, Weights, match_of

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

SENTENCES = pa.schema([("document", pa.string()), ("day", pa.int32()), ("at", pa.int32()), ("words", pa.list_(pa.int64()))])
WINDOWS = pa.schema([("window", pa.int32()), ("total", pa.int64())])
FREQUENCY = pa.schema([("window", pa.int32()), ("word", pa.int64()), ("many", pa.int64())])
PROPOSED = pa.schema([("window", pa.int32()), ("a", pa.string()), ("a_at", pa.int32()), ("b", pa.string()), ("b_at", pa.int32())])
MATCHED = pa.schema([("window", pa.int32()), ("a", pa.string()), ("b", pa.string()), ("match", pa.binary())])
NEARBY = pa.schema([("window", pa.int32()), ("a", pa.string()), ("b", pa.string()), ("matches", pa.list_(pa.binary()))])

match_from = msgspec.msgpack.Decoder(Match).decode


def sentences(pages: "DataFrame") -> "DataFrame":
    """Give the sentences that have enough content words, with the day of their article, if it is known."""
    from pyspark.sql import functions as f

    return pages.select("document", "day", f.explode("told").alias("told")).select("document", "day", "told.at", "told.words")


def windowed(every: "DataFrame") -> "DataFrame":
    """Give each sentence once for the window of all, and once for each of its days' windows."""
    from pyspark.sql import functions as f

    days = every.select(f.col("day").alias("window")).where("window is not null").distinct()
    later = every.where("day is not null").select("*", f.explode(f.expr(f"sequence(day, day + {APART})")).alias("window"))
    return every.withColumn("window", f.lit(None).cast("int")).unionByName(later.join(days, "window"))


def windows(of: "DataFrame") -> "DataFrame":
    """Give how many sentences each window has."""
    from pyspark.sql import functions as f

    return of.groupBy("window").agg(f.count("*").alias("total"))


def frequency(of: "DataFrame") -> "DataFrame":
    """Give in how many sentences of its window each word stands."""
    from pyspark.sql import functions as f

    return of.select("window", f.explode("words").alias("word")).groupBy("window", "word").agg(f.count("*").alias("many"))


def proposed(of: "DataFrame", words: "DataFrame") -> "DataFrame":
    """Give the pairs of sentences of two documents that share several words which are rare in their window, by the smaller id first.

    Those of near days are looked for in the window of the later one, all others in the window of all.
    """
    from pyspark.sql import functions as f

    rare = _rare(words)
    places = _places(of, rare)
    together = places.groupBy("window", "word").agg(f.sort_array(f.collect_list("place")).alias("all"))
    one = together.select("window", "all", f.posexplode("all").alias("at", "a"))
    pairs = one.select("window", "a", f.explode(f.expr("slice(all, at + 2, size(all))")).alias("b"))
    near = f.expr(f"coalesce(abs(a.day - b.day) <= {APART}, false)")
    mine = f.when(f.col("window").isNull(), ~near).otherwise(f.greatest("a.day", "b.day") == f.col("window"))
    met = pairs.where("a.document <> b.document").where(mine).groupBy("window", "a", "b").count().where(_enough("count"))
    return met.select(
        "window",
        f.col("a.document").alias("a"),
        f.col("a.at").alias("a_at"),
        f.col("b.document").alias("b"),
        f.col("b.at").alias("b_at"),
    )


def _rare(words: "DataFrame") -> "DataFrame":
    """The words that few sentences of their window have, and more than one."""
    return words.where(f"many > 1 and many <= if(window is null, {retold.RARE}, {nearby.RARE})").select("window", "word")


def _enough(of: str) -> str:
    """Whether there are as many rare words as two sentences of a window have in common."""
    return f"{of} >= if(window is null, {retold.LEAST_RARE}, {nearby.LEAST_RARE})"


def _places(of: "DataFrame", rare: "DataFrame") -> "DataFrame":
    """The places of each rare word in the sentences of its window that have several."""
    from pyspark.sql import functions as f

    words = of.select("window", "document", "day", "at", f.explode("words").alias("word"))
    known = words.join(rare, (words["word"] == rare["word"]) & words["window"].eqNullSafe(rare["window"]), "left_semi")
    telling = (
        known.groupBy("window", "document", "day", "at").agg(f.collect_list("word").alias("rare")).where(_enough("size(rare)"))
    )
    return telling.select("window", f.struct("document", "at", "day").alias("place"), f.explode("rare").alias("word"))


def weighed(pairs: "DataFrame", every: "DataFrame", words: "DataFrame", of: "DataFrame") -> "DataFrame":
    """Give pairs of sentences that share enough words, each sentence with its words and in how many sentences of the window each of them
    stands, and how many sentences the window has.
    """
    from pyspark.sql import functions as f

    for side in "ab":
        named = every.select(f.col("document").alias(side), f.col("at").alias(f"{side}_at"), f.col("words").alias(f"{side}_has"))
        pairs = pairs.join(named, [side, f"{side}_at"])
    pairs = pairs.where(f.size(f.array_intersect("a_has", "b_has")) >= LEAST)
    sides = [pairs.select("window", *_place(side), f.col(f"{side}_has").alias("words")) for side in "ab"]
    asked = sides[0].unionByName(sides[1]).dropDuplicates(["window", "document", "at"])
    spread = asked.select("window", "document", "at", f.explode("words").alias("word"))
    known = spread.join(words, (spread["word"] == words["word"]) & spread["window"].eqNullSafe(words["window"])).select(
        spread["window"], "document", "at", spread["word"], "many"
    )
    told = known.groupBy("window", "document", "at").agg(f.collect_list(f.struct("word", "many")).alias("words"))
    pairs = pairs.drop("a_has", "b_has")
    for side in "ab":
        named = told.select(
            f.col("window").alias("of"),
            f.col("document").alias(side),
            f.col("at").alias(f"{side}_at"),
            f.col("words").alias(f"{side}_words"),
        )
        here = (
            (pairs[side] == named[side]) & (pairs[f"{side}_at"] == named[f"{side}_at"]) & pairs["window"].eqNullSafe(named["of"])
        )
        pairs = pairs.join(named, here).drop(named[side], named[f"{side}_at"], "of")
    totals = of.withColumnRenamed("window", "of")
    return pairs.join(f.broadcast(totals), pairs["window"].eqNullSafe(totals["of"])).drop("of")


def _place(side: str) -> "list[Column]":
    from pyspark.sql import functions as f

    return [f.col(side).alias("document"), f.col(f"{side}_at").alias("at")]


def matched(rows: Rows) -> Iterator[Row]:
    """Give what pairs of sentences tell alike (on a worker)."""
    many: dict[int | None, dict[int, int]] = {}
    for row in rows:
        of = many.setdefault(row["window"], {})
        of.update((word["word"], word["many"]) for side in "ab" for word in row[f"{side}_words"])
    weights = {row["window"]: row["total"] for row in rows}
    weighing = {window: Weights(many[window], total) for window, total in weights.items()}
    for row in rows:
        one, other = (
            Told(row[side], row[f"{side}_at"], frozenset(word["word"] for word in row[f"{side}_words"])) for side in "ab"
        )
        match = match_of(one, other, weighing[row["window"]])
        if match is not None:
            yield row["window"], row["a"], row["b"], pack(match)


def on_days(alike: "DataFrame") -> "DataFrame":
    """Give what pairs of documents tell within few days, or copy, window after window."""
    from pyspark.sql import functions as f

    near = alike.where("window is not null").groupBy("window", "a", "b").agg(f.collect_list("match").alias("matches"))
    return near.orderBy("window", "a", "b")


def told(rows: Rows) -> Iterator[Row]:
    """Give what pairs of documents tell in other words and do not copy (on a worker)."""
    for row in rows:
        copied = passages_of(row["passages"]) if row["passages"] else ()
        kept = uncopied(sorted(map(match_from, row["matches"])), copied)
        if kept:
            yield row["a"], row["b"], pack(kept)
