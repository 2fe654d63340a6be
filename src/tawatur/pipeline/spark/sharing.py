"""The order of the stages in which what articles share is found."""

import hashlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pyarrow as pa
from msgspec import structs

from tawatur.pipeline.spark import comparing, families, meeting, near, retelling, telling
from tawatur.pipeline.spark.stages import MANY, Stages
from tawatur.pipeline.spark.tables import Row, over, pack
from tawatur.records.article import Article, Publication

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from tawatur.pipeline.engine import Shown


def share(stages: Stages, shown: "Shown") -> None:
    """Make all tables of what the articles share: `pages`, `texts`, `standing`, `compared`, `nearby`, `told`, `shared` and `families`."""
    seen = hashlib.sha256()
    stages.packs("shown", comparing.SHOWN, _shown(shown, seen.update), seen.hexdigest, MANY)
    _Sharing(stages, seen.hexdigest()).run()


def _shown(shown: "Shown", seen: Callable[[bytes], None]) -> Iterator[Row]:
    for document in sorted(shown.texts):
        row = (
            document,
            shown.texts[document],
            pack(shown.sentences.get(document, ())),
            pack(shown.quotes.get(document, ())),
            pack(_dated(shown.articles[document])),
        )
        seen(pack(row))
        yield row


def _dated(article: Article) -> Article:
    """What is asked of an article beside its text: when it was published, and whom it credits."""
    known = article.publication
    publication = Publication(published=known.published, latest=known.latest, reason="")
    agencies = tuple(structs.replace(one, span=None) for one in article.agencies if one.credit)
    return Article(document=article.document, lines=(), publication=publication, agencies=agencies)


class _Sharing:
    """The tables, each made from others; `key` tells what all are made from."""

    def __init__(self, stages: Stages, key: str) -> None:
        self._stages = stages
        self._key = key

    def run(self) -> None:
        pages = self._table("pages", comparing.PAGES, lambda: self._stages.over_packs("shown", comparing.pages, comparing.PAGES))
        copied = self._copied(pages)
        told = self._told(pages, copied)
        self._families(self._shared(pages, copied, told))

    def _table(self, name: str, schema: pa.Schema, make: "Callable[[], DataFrame]") -> "DataFrame":
        return self._stages.table(name, self._key, schema, make)

    def _spread(self, frame: "DataFrame", of: str, *order: str) -> "DataFrame":
        """Cut the rows into as many tasks as the work on them is worth, by the number of rows of the table they were made from.

        Those with the same in the first column stand together: what is worked out of one text serves for all it is compared with.
        """
        return frame.repartition(self._stages.parallel(of, MANY), order[0]).sortWithinPartitions(*order)

    def _copied(self, pages: "DataFrame") -> "DataFrame":
        texts = self._table(
            "texts",
            comparing.TEXTS,
            lambda: over(self._spread(comparing.folded(pages), "pages", "number"), comparing.texts, comparing.TEXTS),
        )
        standing = self._table("standing", meeting.STANDING, lambda: meeting.standing(texts))
        met = self._table("met", meeting.MET, lambda: meeting.meet(texts))

        def compared() -> "DataFrame":
            common = frozenset(row["value"] for row in standing.collect())
            pairs = comparing.beside(met, texts, {"key": "number", "keys": "keys", "starts": "starts"})
            return over(self._spread(pairs, "met", "a", "b"), comparing.compare, comparing.COMPARED, common)

        found = self._table("compared", comparing.COMPARED, compared).where("passages is not null")

        def copied() -> "DataFrame":
            pairs = comparing.beside(found, texts, {"key": "number", "members": "members"})
            return over(self._spread(pairs, "compared", "a", "b"), comparing.couples, comparing.COPIED)

        return self._table("copied", comparing.COPIED, copied)

    def _told(self, pages: "DataFrame", copied: "DataFrame") -> "DataFrame":
        from pyspark.sql import functions as f

        every = self._table("sentences", retelling.SENTENCES, lambda: retelling.sentences(pages))
        alike = self._far(every).unionByName(self._near(pages, every).drop("window"))

        def told() -> "DataFrame":
            matches = alike.groupBy("a", "b").agg(f.collect_list("match").alias("matches"))
            return over(matches.join(copied, ["a", "b"], "left"), retelling.told, comparing.COPIED)

        return self._table("told", comparing.COPIED, told)

    def _far(self, every: "DataFrame") -> "DataFrame":
        words = self._table("words", retelling.FREQUENCY, lambda: retelling.frequency(every))
        pairs = self._table("proposed", retelling.PROPOSED, lambda: retelling.proposed(every, words))

        def matched() -> "DataFrame":
            marker = self._stages.marker("sentences")
            total = marker.rows if marker else 0
            told = retelling.weighed(pairs, every, words)
            return over(self._spread(told, "proposed", "a", "b"), retelling.matched, retelling.MATCHED, total)

        return self._table("matched", retelling.MATCHED, matched)

    def _near(self, pages: "DataFrame", every: "DataFrame") -> "DataFrame":
        of = self._table("windows", near.WINDOWS, lambda: near.windows(pages, every))
        words = self._table("words-near", near.FREQUENCY, lambda: near.frequency(every, of))
        pairs = self._table("proposed-near", near.PROPOSED, lambda: near.proposed(every, words, of))

        def matched() -> "DataFrame":
            told = retelling.weighed(pairs, every, words, "window").join(of, "window")
            return over(self._spread(told, "proposed-near", "a", "b"), near.matched, near.MATCHED)

        alike = self._table("matched-near", near.MATCHED, matched)
        self._table("nearby", near.NEARBY, lambda: near.nearby(alike))
        return alike

    def _shared(self, pages: "DataFrame", copied: "DataFrame", told: "DataFrame") -> "DataFrame":
        def pairs() -> "DataFrame":
            both = comparing.beside(telling.pairs(copied, told), pages, telling.SIDES)
            return over(self._spread(both, "copied", "a", "b"), telling.tell, telling.SHARED)

        unordered = self._table("pairs", telling.SHARED, pairs)
        return self._table("shared", telling.SHARED, lambda: unordered.orderBy("a", "b"))

    def _families(self, shared: "DataFrame") -> None:
        if self._stages.is_done("families", self._key):
            return
        ties = shared.where("tie is not null").select("a", "b", "tie")
        links = ties.selectExpr("b as one", "a as other")
        of = families.components(links, lambda at, make: self._table(f"round-{at}", families.EDGES, make))
        self._table("families", families.FAMILIES, lambda: over(families.together(ties, of), families.found, families.FAMILIES))
