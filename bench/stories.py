"""Stories beside what a user would pick instead, on the pools whose errors nobody has read: TF-IDF and agglomerative clustering.

Usage: python -m bench.stories [STORE]

The rival gets the same articles (headline and body, folded words), average linkage of cosine distances, and the threshold that is best on these
very labels, which no user could know. With a STORE of the whole corpus, read by `tawatur read ../shared/corpus/saudinewsnet --map saudinewsnet`,
its stories are counted on the same labels: the pools among all 20,000 articles.
"""

import math
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix
from scipy.spatial.distance import squareform

from bench.corpus import labelled
from bench.score import SHARED
from bench.skills.reuse import GOLD, key, rows
from bench.skills.stories import Homes, pool_figures
from tawatur.arabic.fold import fold
from tawatur.arabic.words import WORD
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store

_STEPS = 60  # thresholds tried


def rival(names: list[str], texts: list[str]) -> list[Homes]:
    """The stories at each threshold of average linkage over cosine distances of TF-IDF vectors."""
    counts = [Counter(WORD.findall(fold(text))) for text in texts]
    seen = Counter(word for one in counts for word in one)
    column = {word: at for at, word in enumerate(sorted(seen))}
    cells = [
        (row, column[word], (1 + math.log(times)) * math.log(len(texts) / seen[word]))
        for row, one in enumerate(counts)
        for word, times in one.items()
    ]
    row, at, weight = (np.array(part) for part in zip(*cells, strict=True))
    vectors = csr_matrix((weight, (row, at)), shape=(len(texts), len(column)))
    lengths = np.sqrt(vectors.multiply(vectors).sum(axis=1)).A1
    cosine = (vectors @ vectors.T).toarray() / np.outer(lengths, lengths)
    distance = np.clip(1 - cosine, 0, 1)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "average")
    return [dict(zip(names, map(str, fcluster(tree, step / _STEPS, "distance")), strict=True)) for step in range(1, _STEPS)]


def main() -> int:
    """Print F1 of pairs and B-cubed of both."""
    gold = GOLD / "story_pools_unseen.jsonl"
    pools = labelled(gold)
    wanted = {name for pool in pools for name in pool["articles"]}
    days = {day for pool in pools for day in pool["days"]}
    found = {key(row): f"{row['title']}\n{row['content']}" for row in rows(SHARED, days) if key(row) in wanted}
    names = sorted(found)
    tried = [pool_figures("TF-IDF", pools, homes, gold) for homes in rival(names, [found[name] for name in names])]
    pairs, cubed = max(tried, key=lambda one: one[0].value)
    print(f"TF-IDF, average linkage, its best threshold: pairs F1 {pairs.value:.3f}, B-cubed F1 {cubed.value:.3f} ({pairs.note})")
    for path in sys.argv[1:]:
        with Store(Path(path), create=False) as store:
            known = {document.id: key({"url": document.address or ""}) for document, _, _ in store.articles()}
            homes = {known[name]: one.id for one in StoreLibrary(store).stories() for name in one.documents}
        missing = len(wanted - homes.keys())
        pairs, cubed = pool_figures("ours", pools, homes, gold)
        print(
            f"ours, among all articles of the store: pairs F1 {pairs.value:.3f}, B-cubed F1 {cubed.value:.3f} ({missing} not in it)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
