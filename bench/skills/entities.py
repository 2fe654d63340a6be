"""Entities: whether the mentions of one article that are one are joined, and no others (B-cubed).

Judged on the mentions that both the labels and the program have, so that it is the joining that is measured and not the
finding of names. Source of the measure: Bagga and Baldwin, Algorithms for Scoring Coreference Chains (1998).
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from pathlib import Path

import msgspec

from bench.corpus import labelled, texts
from bench.plain import annotated
from bench.scorer.score import pair_up
from bench.skills.figure import Figure, gold_hash
from tawatur.settle import entities, seats

GOLD = Path(__file__).resolve().parent.parent / "gold"
# sixty articles labelled by another hand than the rules' author's: the errors of one half may be read, of the other never;
# and a small set of his own, made before the program ran on it
SETS = {
    "sixty, seen half": GOLD / "sixty_seen.jsonl",
    "sixty, unseen half": GOLD / "sixty_unseen.jsonl",
    "own labels": GOLD / "entities_own.jsonl",
}

Pair = tuple[Hashable, Hashable]  # the entity of a mention by the labels, and by the program


def measure(shared: Path) -> list[Figure]:
    """B-cubed precision, recall and F1 over the mentions of each set of labels that is there."""
    return [figure for name, path in SETS.items() if path.exists() for figure in _figures(shared, name, path)]


def _figures(shared: Path, name: str, path: Path) -> list[Figure]:
    rows = [row for row in labelled(path) if row["names"]]
    found = texts(shared, {row["sha256"] for row in rows})
    pairs: list[Pair] = []
    labels = 0
    for row in rows:
        if row["sha256"] in found:
            labels += len(row["names"])
            pairs += matched(row["sha256"], found[row["sha256"]], row["names"])
    precision, recall = b_cubed(pairs)
    note, gold = f"{len(pairs)} of {labels} labelled mentions", gold_hash(path)
    f1 = 2 * precision * recall / (precision + recall) if pairs else 0.0
    return [
        Figure(f"{name}, B-cubed precision", precision, gold, note),
        Figure(f"{name}, B-cubed recall", recall, gold, note),
        Figure(f"{name}, B-cubed F1", f1, gold, note),
    ]


def matched(document: str, text: str, labels: Sequence[dict[str, object]]) -> list[Pair]:
    """The entities of the mentions of one article that stand at the same place in labels and program."""
    read = annotated(text)
    names = [msgspec.structs.replace(n, document=document) for n in read.names]
    used = seats.by_use(names, read.quotes)
    joined = entities.join({document: text}, {document: used}).names[document]
    have = [{"start": n.start, "end": n.end, "entity": n.entity} for n in joined]
    plain = [{key: value for key, value in row.items() if key != "optional"} for row in labels]  # joined rightly, if found
    pairs, _, _ = pair_up(text, plain, have, 1.0)
    return [((document, want["entity"]), (document, got["entity"])) for want, got in pairs]


def b_cubed(pairs: Sequence[Pair]) -> tuple[float, float]:
    """Precision and recall (0 to 1) of the second clustering against the first, a mean over the mentions; 0 where there are none."""
    if not pairs:
        return 0.0, 0.0
    wanted, given, both = Counter(w for w, _ in pairs), Counter(g for _, g in pairs), Counter(pairs)
    precision = sum(both[pair] / given[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / wanted[pair[0]] for pair in pairs) / len(pairs)
    return precision, recall
