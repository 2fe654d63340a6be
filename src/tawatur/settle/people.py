"""Which names of people are one person's: spellings first, then short names to full ones, in an article and across."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from tawatur.settle.spelling import skeleton, variants

Key = tuple[str, ...]  # the words of a name
# names of one skeleton that are compared with each other: more than this stand only under bones of two letters
_BLOCK = 200


def spellings(keys: Iterable[Key], counts: Mapping[Key, int]) -> dict[Key, Key]:
    """Give each full name (two words or more) the spelling that stands for it: the commonest of those that are one.

    Blocked by skeleton: linear in the names but for the few of one block.
    """
    blocks: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        blocks[skeleton(key)].append(key)
    found: dict[Key, Key] = {}
    for block in blocks.values():
        ranked = sorted(block, key=lambda k: (-counts[k], k))
        chosen: list[Key] = []
        for key in ranked:
            to = next((c for c in chosen[:_BLOCK] if variants(key, c)), None)
            if to is None:
                chosen.append(key)
            found[key] = to or key
    return found


def extends(short: Key, full: Key) -> bool:
    """Whether `full` may be the fuller form of `short`.

    One word must be its last word or its first; more words must begin with the same one and follow in order.
    """
    if len(short) >= len(full):
        return False
    if len(short) == 1:
        return any(variants(short, (full[at],)) for at in (-1, 0))
    if not variants(short[:1], full[:1]):
        return False
    at = 1
    for word in short[1:]:
        while at < len(full) and not variants((word,), (full[at],)):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def local(keys: AbstractSet[Key], full: Mapping[Key, Key]) -> dict[Key, Key]:
    """In one article, the fuller name of each name that has exactly one; chains are followed to their end."""
    present = sorted({full.get(k, k) for k in keys if len(k) > 1})
    found: dict[Key, Key] = {}
    for key in sorted(keys):
        own = full.get(key, key)
        longer = [f for f in _candidates(own, present) if f != own and extends(own, f)]
        top = [f for f in longer if not any(f != g and extends(f, g) for g in longer)]
        if len(top) == 1:
            found[key] = top[0]
    return found


def _candidates(key: Key, present: Sequence[Key]) -> Sequence[Key]:
    """An article names few people: all of them. A list of hundreds of names is matched by equal words only."""
    return present if len(present) <= 60 else [p for p in present if key[-1] in (p[0], p[-1])]
