"""Findings on articles of the Saudi corpus whose stories we judged by hand: conflicts and updates, and counts of independent origins.

The gold keeps articles by the hash of their address, and the words of a finding by hash of the text and offset. All its articles are read as a
folder is, by the whole pipeline; a story may be grouped otherwise among them than in the whole corpus, which then costs a count.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from bench.corpus import Row, labelled
from bench.skills.figure import Figure, gold_hash
from bench.skills.reuse import GOLD, key, rows
from bench.skills.stories import row_of
from tawatur.records.finding import Finding

_GRAVE = ("conflict", "update")


def measure(shared: Path) -> list[Figure]:
    """Precision of conflicts and updates among those that were judged, how many of the right ones are found, and right counts of origins."""
    gold = GOLD / "findings_sixty.jsonl"
    labels = labelled(gold)
    findings, keys = _found(shared, labels)
    return [*_conflicts(labels, findings, keys, gold), *_origins(labels, findings, keys, gold)]


def _found(shared: Path, labels: list[Row]) -> tuple[list[Finding], Mapping[str, str]]:
    """Read the articles of the gold; give the findings, and each document's key."""
    from tawatur.ingest import Options
    from tawatur.pipeline import read
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store

    wanted = {name for label in labels for name in label["articles"]}
    days = {day for label in labels for day in label["days"]}
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder, "s.sqlite")) as store:
        path = Path(folder, "articles.jsonl")
        with path.open("w", encoding="utf-8") as file:
            for row in {key(row): row for row in rows(shared, days) if key(row) in wanted}.values():
                file.write(json.dumps(row_of(row), ensure_ascii=False) + "\n")
        read(store, [str(path)], Options())
        known = {document.id: str(document.key) for document, _, _ in store.articles()}
        return list(StoreLibrary(store).findings()), known


def _conflicts(labels: list[Row], findings: Iterable[Finding], keys: Mapping[str, str], gold: Path) -> list[Figure]:
    judged = [(label, _places(label)) for label in labels if "finding" in label]
    counts: Counter[str] = Counter()
    met: set[int] = set()
    for finding in findings:
        if finding.kind not in _GRAVE:
            continue
        places = {(keys[side.document], side.start) for side in finding.sides}
        near = [n for n, (label, known) in enumerate(judged) if label["finding"] == finding.kind and len(known & places) > 1]
        right = bool(near) and all(judged[n][0]["right"] for n in near)
        met.update(near)
        counts[f"{finding.kind} given" if near else "not judged"] += 1
        counts[f"{finding.kind} right"] += right
    wanted = [n for n, (label, _) in enumerate(judged) if label["right"]]
    found = sum(n in met for n in wanted)
    digest = gold_hash(gold)
    return [
        *(
            Figure(
                f"{kind}s, precision",
                round(counts[f"{kind} right"] / max(1, counts[f"{kind} given"]), 3),
                digest,
                f"{counts[f'{kind} right']} of {counts[f'{kind} given']}; of both kinds {counts['not judged']} not judged",
            )
            for kind in _GRAVE
        ),
        Figure("right ones found again", round(found / max(1, len(wanted)), 3), digest, f"{found} of {len(wanted)}"),
    ]


def _places(label: Row) -> set[tuple[str, int]]:
    return {(side["key"], side["start"]) for side in label["sides"]}


def _origins(labels: list[Row], findings: Iterable[Finding], keys: Mapping[str, str], gold: Path) -> list[Figure]:
    """The happenings whose number of origins is as judged, among the stories that are made of the same articles but one stub at the most."""
    happenings = [one for one in findings if one.kind in ("corroborated", "single_origin") and one.aspect is None]
    held = [({keys[side.document] for side in one.sides}, one) for one in happenings if not _of_sentence(one)]
    parts: dict[str, list[bool]] = {}
    otherwise: Counter[str] = Counter()
    for label in labels:
        if "origins" in label:
            wanted = set(label["articles"])
            same = [one for articles, one in held if articles <= wanted and len(articles) >= max(2, len(wanted) - 1)]
            otherwise[label["part"]] += not same
            parts.setdefault(label["part"], []).extend(len(one.origins) == label["origins"] for one in same[:1])
    return [
        Figure(
            f"counts of origins, {part} thirty stories",
            round(sum(right) / len(right), 3),
            gold_hash(gold),
            f"{sum(right)} of {len(right)}; {otherwise[part]} grouped otherwise",
        )
        for part, right in sorted(parts.items())
    ]


def _of_sentence(finding: Finding) -> bool:
    """Whether a finding is of one sentence that several articles carry, and not of a happening."""
    return "carry this sentence" in finding.reason.en
