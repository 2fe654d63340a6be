"""Which pairs of texts may share a passage: the join of their fingerprints. It gives what `reuse.candidates.meet` gives.

A fingerprint of very many texts makes no pair of each with each: it is joined along a chain of neighbours, whose cost grows with
the number of its texts.
"""

from typing import TYPE_CHECKING

import pyarrow as pa

from tawatur.reuse import candidates

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

MET = pa.schema([("a", pa.int64()), ("b", pa.int64())])
STANDING = pa.schema([("value", pa.int64())])


def holders(texts: "DataFrame") -> "DataFrame":
    """Give each fingerprint that stands in two texts or more, with each text that holds it, and how many these are."""
    from pyspark.sql import functions as f

    prints = texts.select("number", f.explode("prints").alias("value"))
    counts = prints.groupBy("value").agg(f.count("*").alias("texts")).where("texts > 1")
    return prints.join(counts, "value")


def standing(texts: "DataFrame") -> "DataFrame":
    """Give the fingerprints that stand in very many texts."""
    from pyspark.sql import functions as f

    prints = texts.select(f.explode("prints").alias("value"))
    return prints.groupBy("value").agg(f.count("*").alias("texts")).where(f"texts > {candidates.MANY}").select("value")


def meet(texts: "DataFrame") -> "DataFrame":
    """Give the pairs of texts that share a rare fingerprint, or two of any, and each text of several documents with itself."""
    from pyspark.sql import functions as f

    held = holders(texts)
    links = _few(held.where(f.col("texts") <= candidates.MANY)).unionByName(_chain(held.where(f.col("texts") > candidates.MANY)))
    met = links.groupBy("a", "b").agg(f.sum("weight").alias("weight")).where("weight > 1").select("a", "b")
    copies = texts.where(f.size("members") > 1).select(f.col("number").alias("a"), f.col("number").alias("b"))
    return met.unionByName(copies)


def _few(held: "DataFrame") -> "DataFrame":
    """Each text with each; a rare fingerprint alone is enough for a pair."""
    from pyspark.sql import functions as f

    together = held.groupBy("value").agg(f.sort_array(f.collect_list("number")).alias("all"))
    one = together.select("all", f.posexplode("all").alias("at", "a"))
    rest = one.select("a", f.size("all").alias("many"), f.expr("slice(all, at + 2, size(all))").alias("rest"))
    weight = f.when(f.col("many") <= candidates.FEW, 2).otherwise(1).alias("weight")
    return rest.select("a", f.explode("rest").alias("b"), weight)


def _chain(held: "DataFrame") -> "DataFrame":
    """Each text with the next ones in the order of their numbers."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    order = Window.partitionBy("value").orderBy("number")
    after = f.array(*(f.lead("number", step).over(order) for step in range(1, candidates.CHAIN + 1)))
    met = held.select(f.col("number").alias("a"), f.array_compact(after).alias("after"))
    return met.select("a", f.explode("after").alias("b"), f.lit(1).alias("weight"))
