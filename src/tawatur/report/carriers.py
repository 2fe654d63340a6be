"""Who carries whose text: the articles of a story under the origins that they go back to, each below the one it copied."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tawatur.records.reuse import Reuse
from tawatur.records.story import Origin
from tawatur.records.view import DocumentView, StoryView
from tawatur.report.order import in_order

TieKind = Literal["copied", "common", "shared"]
_MAX_TIES = 3  # ties to other origins that are told of one article: a reader's eye takes in no more


@dataclass(frozen=True, kw_only=True)
class Tie:
    """An article has `shared` of its `of` sentences in common with another.

    `copied`: it carries them from the other; `common`: both carry a third text; `shared`: the direction is not known.
    """

    kind: TieKind
    document: str
    shared: int
    of: int


@dataclass(frozen=True, kw_only=True)
class Carrier:
    """An article in the drawing. `depth` is 0 for one that copied nobody, else one more than that of the one it copied."""

    view: DocumentView
    depth: int
    tie: Tie | None
    others: tuple[Tie, ...]


@dataclass(frozen=True, kw_only=True)
class Branch:
    """An independent origin with its articles, each after the one that it copied."""

    name: str | None
    carriers: tuple[Carrier, ...]


def branches(view: StoryView) -> list[Branch]:
    """Give the story's origins in the order of their earliest article."""
    ties, ordered = _ties(view), in_order(view)
    ranks = {document.document.id: rank for rank, document in enumerate(ordered)}
    found = []
    for origin in _origins(view):
        held = set(origin.documents)
        found.append(_branch(origin.name, [one for one in ordered if one.document.id in held], ties))
    return sorted((one for one in found if one.carriers), key=lambda one: min(ranks[c.view.document.id] for c in one.carriers))


def _origins(view: StoryView) -> list[Origin]:
    """The story's origins, and one more for each article that none of them holds: it then stands for itself."""
    held = {document for origin in view.story.origins for document in origin.documents}
    left = [d.document.id for d in view.documents if d.document.id not in held]
    return [*view.story.origins, *(Origin(name=None, documents=(document,)) for document in left)]


def _branch(name: str | None, ordered: Sequence[DocumentView], ties: Mapping[str, list[Tie]]) -> Branch:
    inside = {view.document.id for view in ordered}
    above = {view.document.id: _parent(ties.get(view.document.id, ()), inside) for view in ordered}
    _cut_circles(above)
    below: dict[str | None, list[DocumentView]] = defaultdict(list)
    for view in ordered:
        tie = above[view.document.id]
        below[tie.document if tie else None].append(view)
    return Branch(name=name, carriers=tuple(_walk(below, above, ties)))


def _walk(
    below: Mapping[str | None, list[DocumentView]], above: Mapping[str, Tie | None], ties: Mapping[str, list[Tie]]
) -> Iterator[Carrier]:
    waiting = [(view, 0) for view in reversed(below.get(None, []))]
    while waiting:
        view, depth = waiting.pop()
        identity = view.document.id
        others = _others(ties.get(identity, ()), above[identity], above)
        yield Carrier(view=view, depth=depth, tie=above[identity], others=others)
        waiting.extend((child, depth + 1) for child in reversed(below.get(identity, [])))


def _others(ties: Sequence[Tie], drawn: Tie | None, inside: Mapping[str, Tie | None]) -> tuple[Tie, ...]:
    """The ties to tell beside the one drawn: those to other origins, and the strongest in this one where no line is drawn."""
    near = [tie for tie in ties if tie.document in inside and drawn is None and tie.kind != "copied"]
    far = [tie for tie in ties if tie.document not in inside]
    return (*near[:1], *far[:_MAX_TIES])


def _parent(ties: Sequence[Tie], inside: set[str]) -> Tie | None:
    copied = [tie for tie in ties if tie.kind == "copied" and tie.document in inside]
    return copied[0] if copied else None


def _cut_circles(above: dict[str, Tie | None]) -> None:
    """Two articles that each seem to copy the other are both left without one above, so that each is drawn once."""
    for start in above:
        seen = {start}
        at = above[start]
        while at is not None:
            if at.document in seen:
                above[start] = None
                break
            seen.add(at.document)
            at = above.get(at.document)


def _ties(view: StoryView) -> dict[str, list[Tie]]:
    """Every article's ties, the strongest first."""
    sizes = {d.document.id: max(1, sum(s.kind == "body" for s in d.sentences)) for d in view.documents}
    pairs = _counted(view.reuse)
    ties: dict[str, list[Tie]] = defaultdict(list)
    for (one, two), kinds in sorted(pairs.items()):
        if one in sizes:
            kind = _kind(kinds)
            if kind is not None:
                total = kinds["sentences"]
                ties[one].append(Tie(kind=kind, document=two, shared=min(total, sizes[one]), of=sizes[one]))
    for found in ties.values():
        found.sort(key=lambda tie: (-tie.shared, tie.document))
    return ties


def _counted(reuse: Sequence[Reuse]) -> dict[tuple[str, str], Counter[str]]:
    """For every ordered pair of articles: how many sentences of the first stand in the second, and with which direction."""
    pairs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seen: set[tuple[str, str, int]] = set()
    turned = {"a_from_b": "b_from_a", "b_from_a": "a_from_b"}
    for pair in reuse:
        if pair.template or pair.a.document == pair.b.document:
            continue
        direction = pair.direction or "unknown"
        for one, two, way in ((pair.a, pair.b, direction), (pair.b, pair.a, turned.get(direction, direction))):
            key = (one.document, two.document, one.start)
            if key not in seen:
                seen.add(key)
                pairs[one.document, two.document]["sentences"] += 1
            pairs[one.document, two.document][way] += 1
    return pairs


def _kind(kinds: Counter[str]) -> TieKind | None:
    """What an article is to another; None where it is the one that was copied (the other's tie says so)."""
    ways = {way: kinds[way] for way in ("a_from_b", "b_from_a", "common", "unknown")}
    best = max(ways, key=lambda way: ways[way])
    return {"a_from_b": "copied", "b_from_a": None, "common": "common", "unknown": "shared"}[best]
