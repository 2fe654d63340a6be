"""Names: the tagger on a held-out block of CLEANANERCorp, and the whole annotator on our own labels of news articles."""

from pathlib import Path

from bench.corpus import labelled, texts
from bench.plain import annotated
from bench.scorer.score import pair_up
from bench.skills.figure import Figure, gold_hash
from bench.tagged import Tagged, blocks, contexts, read, spans
from tawatur.annotate.names.lexicon import lexicon
from tawatur.annotate.names.tagger import tag

GOLD = Path(__file__).resolve().parent.parent / "gold"
BLIND = GOLD / "names.jsonl"  # labelled before the annotator saw the articles, and never looked at since
SECOND = GOLD / "names_blind.jsonl"  # labelled by another hand, and never looked at by the annotator's author
SEEN = GOLD / "names_seen.jsonl"  # labelled so too; its errors were read while the rules were made
HELD_OUT = 0.15  # the last part of the training file, which genscripts/train_names.py leaves out
_TYPES = frozenset(("PER", "ORG", "LOC"))


def measure(shared: Path) -> list[Figure]:
    """The figures of both. The shipped model has been trained on neither."""
    corpus, aqmar = (shared / "gold" / "names" / name for name in ("cleananercorp_TRAIN.txt", "aqmar_dev.txt"))
    tagger = [
        _tagger(blocks(read(corpus), HELD_OUT)[1], "CLEANANERCorp, held-out block", corpus),
        _tagger(read(aqmar), "AQMAR, development part", aqmar),
    ]
    second = own(shared, SECOND, "labels of a second hand") if SECOND.exists() else []
    return [*tagger, *own(shared, BLIND, "own labels"), *second, *own(shared, SEEN, "own labels, errors read")]


def _tagger(sentences: list[Tagged], name: str, gold: Path) -> Figure:
    hit = given = wanted = 0
    for sentence, context in zip(sentences, contexts(sentences), strict=True):
        want = {s for s in spans(sentence.tags) if s[2] in _TYPES}
        have = {s for s in spans(tag(sentence.words, lexicon(), context)) if s[2] in _TYPES}
        hit, given, wanted = hit + len(want & have), given + len(have), wanted + len(want)
    return Figure(f"{name}, tagger alone, F1", _f1(hit, given, wanted), gold_hash(gold), f"{wanted} names")


def own(shared: Path, gold: Path, name: str) -> list[Figure]:
    """F1 of the names of labelled articles, and with the right type."""
    hit = right = given = wanted = 0
    rows = labelled(gold)
    found = texts(shared, {row["sha256"] for row in rows})
    for row in rows:
        text = found.get(row["sha256"])
        if text is None:
            continue
        have = [{"start": n.start, "end": n.end, "type": n.type} for n in annotated(text).names]
        pairs, asked, told = pair_up(text, row["names"], have, 1.0)
        hit, given, wanted = hit + len(pairs), given + len(told), wanted + len(asked)
        right += sum(want["type"] == got["type"] for want, got in pairs)
    note = f"{wanted} names of news articles"
    return [
        Figure(f"{name}, span, F1", _f1(hit, given, wanted), gold_hash(gold), note),
        Figure(f"{name}, span and type, F1", _f1(right, given, wanted), gold_hash(gold), note),
    ]


def _f1(hit: int, given: int, wanted: int) -> float:
    return 2 * hit / (given + wanted) if given + wanted else 0.0
