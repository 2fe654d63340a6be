"""Stories, on articles of the Saudi corpus that we labelled: in pools, and pairs of articles; kept by hash, not by text.

The pools are read as a folder is: from rows to stories, by the whole pipeline. The pairs are counted among all articles of their days, whose
lines are taken as they stand and without names, since annotating whole days would take a quarter of an hour.
"""

import json
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from bench.corpus import Row, labelled
from bench.skills.figure import Figure, gold_hash
from bench.skills.reuse import GOLD, articles_of, found_in, key, pair_figures, pair_of, rows
from tawatur.annotate.sentences import split
from tawatur.records.collection import Collection
from tawatur.records.settled import Settled
from tawatur.stories import group

Homes = Mapping[str, str]  # article → its story


def measure(shared: Path) -> list[Figure]:
    """F1 of pairs and B-cubed in pools; precision and recall of doubtful pairs."""
    seen = GOLD / "story_pools.jsonl"
    pools = labelled(seen)
    homes = _read(shared, pools)
    figures = [
        *pool_figures("pools that the weights were fitted on", pools[::2], homes, seen),
        *pool_figures("pools held out", pools[1::2], homes, seen),
    ]
    unseen = GOLD / "story_pools_unseen.jsonl"
    if unseen.exists():
        others = labelled(unseen)
        figures += pool_figures("pools of another hand, errors never read", others, _read(shared, others), unseen)
    return [
        *figures,
        *_pairs(shared, GOLD / "story_pairs.json", "doubtful pairs of articles"),
        *_pairs(shared, GOLD / "story_pairs_blind.json", "pairs labelled blind"),
    ]


def _read(shared: Path, pools: list[Row]) -> Homes:
    """Read the articles of pools, and nothing else, and give their stories."""
    from tawatur.ingest import Options
    from tawatur.pipeline import read
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store

    wanted = {name for pool in pools for name in pool["articles"]}
    days = {day for pool in pools for day in pool["days"]}
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder, "s.sqlite")) as store:
        path = Path(folder, "pools.jsonl")
        with path.open("w", encoding="utf-8") as file:
            for row in {key(row): row for row in rows(shared, days) if key(row) in wanted}.values():
                file.write(json.dumps(row_of(row), ensure_ascii=False) + "\n")
        read(store, [str(path)], Options())
        known = {document.id: document.key for document, _, _ in store.articles()}
        return {str(known[name]): one.id for one in StoreLibrary(store).stories() for name in one.documents}


def row_of(row: dict[str, str]) -> dict[str, str | None]:
    """Give a row of the corpus as a row to be read."""
    return {
        "key": key(row),
        "text": row["content"],
        "title": row["title"],
        "outlet": row["source"],
        "author": row["author"] or None,
        "url": row["url"],
        "fetched": row["date_extracted"][:10],
    }


def pool_figures(name: str, pools: list[Row], homes: Homes, gold: Path) -> list[Figure]:
    """F1 of pairs and B-cubed of the articles of these pools, whose stories are `homes`."""
    labels = {article: story for pool in pools for article, story in pool["articles"].items()}
    right, given = _groups(labels), _groups({article: homes.get(article, article) for article in labels})
    wanted, found = _together(right), _together(given)
    precision = len(wanted & found) / max(1, len(found))
    recall = len(wanted & found) / max(1, len(wanted))
    note = f"{len(labels)} articles, {len(wanted)} pairs"
    return [
        Figure(f"{name}, pairs, F1", _f1(precision, recall), gold_hash(gold), note),
        Figure(f"{name}, B-cubed, F1", _f1(_b_cubed(given, right), _b_cubed(right, given)), gold_hash(gold), note),
    ]


def _groups(homes: Homes) -> dict[str, frozenset[str]]:
    """Of each article all of its group."""
    members: dict[str, set[str]] = defaultdict(set)
    for article, home in homes.items():
        members[home].add(article)
    return {article: frozenset(members[home]) for article, home in homes.items()}


def _together(groups: Mapping[str, frozenset[str]]) -> set[frozenset[str]]:
    return {pair_of(a, b) for group in set(groups.values()) for a, b in combinations(sorted(group), 2)}


def _b_cubed(given: Mapping[str, frozenset[str]], right: Mapping[str, frozenset[str]]) -> float:
    """Precision: the share of an article's group that belongs to it, on average (Bagga and Baldwin 1998)."""
    return sum(len(given[one] & right[one]) / len(given[one]) for one in given) / max(1, len(given))


def _f1(precision: float, recall: float) -> float:
    return round(2 * precision * recall / (precision + recall), 3) if precision + recall else 0.0


def _pairs(shared: Path, gold: Path, name: str) -> list[Figure]:
    data = json.loads(gold.read_text(encoding="utf-8"))
    texts, articles = articles_of(rows(shared, data["days"]))
    settled = {name: Settled(document=name, publication=article.publication) for name, article in articles.items()}
    cut = {name: split(text, articles[name]) for name, text in texts.items()}
    found = found_in(texts, articles)
    collection = Collection(texts=texts, articles=articles, sentences=cut, settled=settled, reuse=found.pairs)
    home = {document: story.id for story in group(collection, lambda _: ()).stories for document in story.documents}
    given = {pair_of(row["a"], row["b"]) for row in data["pairs"] if home[row["a"]] == home[row["b"]]}
    return pair_figures(name, given, data, gold)
