"""What articles of near days tell in other words: joins by window. They give what `reuse.nearby` gives.

A window has the number of its last day; a sentence stands in the windows of its own day and of the few days after it, as far as articles are
of these.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from tawatur.pipeline.spark import retelling
from tawatur.pipeline.spark.tables import Row, Rows, pack
from tawatur.reuse import nearby as near
from tawatur.reuse.contents import LEAST
from tawatur.reuse.days import APART

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

# of how many of its articles one says what is rare, and how many sentences those have
WINDOWS = pa.schema([("window", pa.int32()), ("one_of", pa.int32()), ("total", pa.int64())])
FREQUENCY = pa.schema([("window", pa.int32()), *retelling.FREQUENCY])
PROPOSED = pa.schema([("window", pa.int32()), *retelling.PROPOSED])
MATCHED = pa.schema([("window", pa.int32()), *retelling.MATCHED])
NEARBY = pa.schema([("window", pa.int32()), ("a", pa.string()), ("b", pa.string()), ("matches", pa.list_(pa.binary()))])


def windows(pages: "DataFrame", every: "DataFrame") -> "DataFrame":
    """Give the windows of the days of all articles, by these and their sentences."""
    from pyspark.sql import functions as f

    days = pages.select(f.col("day").alias("window")).where("window is not null").distinct()
    sizes = _spread(pages.select("document", "day")).join(days, "window").groupBy("window").agg(f.count("*").alias("documents"))
    share = f.lit(near.SHARES[-1])
    for one_of in reversed(near.SHARES[:-1]):
        share = f.when(f.col("documents") < 2 * one_of * near.MANY, one_of).otherwise(share)
    of = sizes.select("window", share.cast("int").alias("one_of"))
    totals = _telling(_spread(every), of).groupBy("window").agg(f.count("*").alias("total"))
    return of.join(totals, "window", "left").select("window", "one_of", f.coalesce("total", f.lit(0)).alias("total"))


def _spread(every: "DataFrame") -> "DataFrame":
    """Rows of documents that have days, once for each window that these may stand in."""
    from pyspark.sql import functions as f

    return every.where("day is not null").select("*", f.explode(f.expr(f"sequence(day, day + {APART})")).alias("window"))


def _telling(spread: "DataFrame", of: "DataFrame") -> "DataFrame":
    """Those rows whose documents say what is rare in their window."""
    return spread.join(of, "window").where("crc32(document) % one_of = 0")


def frequency(every: "DataFrame", of: "DataFrame") -> "DataFrame":
    """Give in how many sentences of those that say so each word of a window stands."""
    return retelling.frequency(_telling(_spread(every), of), "window")


def proposed(every: "DataFrame", words: "DataFrame", of: "DataFrame") -> "DataFrame":
    """Give the pairs of sentences of two documents that share several rare words and enough words at all, in the window of the later one."""
    from pyspark.sql import functions as f

    common = words.join(of, "window").where(f"many > cast({near.RARE} / one_of as int)").select("window", "word")
    spoken = _spread(every).join(of.select("window"), "window")
    rare = spoken.select("window", "document", "day", "at", f.explode("words").alias("word")).join(
        common, ["window", "word"], "left_anti"
    )
    met = retelling.meeting(rare, near.LEAST_RARE, "window").where("greatest(a.day, b.day) = window")
    pairs = retelling.placed(met, "window")
    for side in "ab":
        has = every.select(f.col("document").alias(side), f.col("at").alias(f"{side}_at"), f.col("words").alias(f"{side}_has"))
        pairs = pairs.join(has, [side, f"{side}_at"])
    enough: Column = f.size(f.array_intersect("a_has", "b_has")) >= LEAST
    return pairs.where(enough).select("window", "a", "a_at", "b", "b_at")


def matched(rows: Rows) -> Iterator[Row]:
    """Give what pairs of sentences tell alike (on a worker)."""
    of: dict[int, Rows] = defaultdict(list)
    for row in rows:
        of[row["window"]].append(row)
    for window, some in sorted(of.items()):
        weights = retelling.weights_of(some, some[0]["total"])
        for row in some:
            match = retelling.match_in(row, weights)
            if match is not None:
                yield window, row["a"], row["b"], pack(match)


def nearby(alike: "DataFrame") -> "DataFrame":
    """Give what pairs of documents tell within few days, or copy, window after window."""
    from pyspark.sql import functions as f

    return alike.groupBy("window", "a", "b").agg(f.collect_list("match").alias("matches")).orderBy("window", "a", "b")
