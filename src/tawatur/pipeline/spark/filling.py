"""From the tables of what articles share into the store, where the next run of any engine finds it."""

from array import array
from collections.abc import Iterator
from itertools import accumulate, chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec

from tawatur.pipeline.spark.comparing import unpacked, words_of
from tawatur.pipeline.spark.retelling import matches_of
from tawatur.pipeline.spark.stages import Stages
from tawatur.records.base import from_json
from tawatur.records.passage import Contents, Tie
from tawatur.records.reuse import Family, Reuse
from tawatur.reuse.scarce import counted
from tawatur.workers import batches

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store

_ROWS = 2000  # of a table written at a time

_tie = msgspec.msgpack.Decoder(Tie).decode


def fill(store: "Store", stages: Stages) -> None:
    """Put all that was found in place of what the store knew of shared passages."""
    from tawatur.store.passages import StoreIndex
    from tawatur.store.shared import renew_shared

    index = StoreIndex(store)
    store.forget_shared()
    days: dict[str, int] = {}
    for rows in _batches(stages, "pages", ["document", "day", "number", "told"]):
        days |= {row["document"]: row["day"] for row in rows if row["day"] is not None}
        index.place({row["document"]: row["number"] for row in rows})
        index.set_contents({row["document"]: _contents(row["told"]) for row in rows})
    index.set_days(days)
    index.set_near({day: {} for day in days.values()})
    for day, told in groupby(stages.rows("nearby"), itemgetter("window")):
        index.set_near({day: {(row["a"], row["b"]): matches_of(row["matches"]) for row in told}})
    index.set_scarce(counted(index.contents()))
    for rows in _batches(stages, "texts"):
        words = {row["number"]: words_of(row["keys"], row["starts"]) for row in rows}
        index.add_texts(words, {row["number"]: row["prints"] for row in rows})
    index.set_standing(frozenset(row["value"] for row in stages.rows("standing")))
    for rows in _batches(stages, "compared"):
        index.set_pairs((), dict(unpacked(rows)))
    for rows in _batches(stages, "told"):
        index.set_told((), dict(unpacked(rows)))
    for rows in _batches(stages, "shared", ["a", "b", "tie"]):
        index.set_ties((), {(row["a"], row["b"]): _tie(row["tie"]) for row in rows if row["tie"] is not None})
    found = (from_json(one, Reuse) for row in stages.rows("shared", ["rows"]) for one in row["rows"])
    families = (from_json(row["family"], Family) for row in stages.rows("families"))
    renew_shared(store, (), found, frozenset(), families)


def _batches(stages: Stages, name: str, columns: list[str] | None = None) -> Iterator[list[dict[str, Any]]]:
    return batches(stages.rows(name, columns), _ROWS)


def _contents(told: list[dict[str, Any]]) -> Contents:
    return Contents(
        words=array("q", chain.from_iterable(one["words"] for one in told)),
        sentences=array("I", (one["at"] for one in told)),
        ends=array("I", accumulate(len(one["words"]) for one in told)),
    )
