"""Connected components over Spark, and the families of articles in each of them.

After Kiveris, Lattanzi, Mirrokni, Rastogi and Vassilvitskii, "Connected Components in MapReduce and Beyond" (2014): large-star and
small-star by turns, until nothing changes. Every round is a table in the work folder, so that no plan grows with the rounds.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec
import pyarrow as pa

from tawatur.pipeline.spark.tables import Row, Rows
from tawatur.records.base import to_json
from tawatur.records.passage import Tie
from tawatur.reuse.families import families
from tawatur.reuse.memory import Memory

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

EDGES = pa.schema([("one", pa.string()), ("other", pa.string())])
FAMILIES = pa.schema([("family", pa.binary())])

_tie = msgspec.msgpack.Decoder(Tie).decode


def components(links: "DataFrame", keep: "Callable[[int, Callable[[], DataFrame]], DataFrame]") -> "DataFrame":
    """Give each linked document (`one`) but the smallest of its component with that smallest one (`other`).

    `links` has `one` > `other`. `keep` makes the table of a round, unless it is there.
    """
    edges = links
    round_, before = 0, None
    while before is None or _sum(edges) != before:
        before = _sum(edges)
        last = edges
        edges = keep(round_, lambda last=last: _small_star(_large_star(last)))  # type: ignore[misc]
        round_ += 1
    return edges


def _sum(edges: "DataFrame") -> tuple[int, int]:
    """A number that tells two sets of links apart."""
    from pyspark.sql import functions as f

    count, total = edges.agg(f.count("*"), f.sum((f.xxhash64("one", "other") / f.lit(1 << 16)).cast("long"))).first() or (0, 0)
    return int(count), int(total or 0)


def _large_star(edges: "DataFrame") -> "DataFrame":
    """Link all larger neighbours of each document with the smallest of its neighbours and itself."""
    from pyspark.sql import functions as f

    both = edges.unionByName(edges.select(f.col("other").alias("one"), f.col("one").alias("other")))
    least = both.groupBy("one").agg(f.least(f.min("other"), f.col("one")).alias("least"))
    larger = both.where("other > one").join(least, "one")
    return larger.select(f.col("other").alias("one"), f.col("least").alias("other")).where("one <> other").distinct()


def _small_star(edges: "DataFrame") -> "DataFrame":
    """Link each document and its smaller neighbours with the smallest of these."""
    from pyspark.sql import functions as f

    least = edges.groupBy("one").agg(f.min("other").alias("least"))
    others = edges.join(least, "one").select(f.col("other").alias("one"), f.col("least").alias("other"))
    own = least.select("one", f.col("least").alias("other"))
    return others.unionByName(own).where("one <> other").distinct()


def together(ties: "DataFrame", components: "DataFrame") -> "DataFrame":
    """Give the ties of each component."""
    from pyspark.sql import functions as f

    first = ties.join(components.select(f.col("one").alias("b"), f.col("other").alias("first")), "b")
    return first.groupBy("first").agg(f.collect_list(f.struct("a", "b", "tie")).alias("ties")).select("ties")


def found(rows: Rows) -> Iterator[Row]:
    """Give the families of components (on a worker)."""
    for row in rows:
        index = Memory()
        index.set_ties((), {(one["a"], one["b"]): _tie(one["tie"]) for one in row["ties"]})
        documents = {one[side] for one in row["ties"] for side in "ab"}
        yield from ((to_json(one),) for one in families(index.ties, documents).families)
