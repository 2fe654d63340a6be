"""The scores of pairs that are asked for in putting articles together, which are too little alike to be kept as pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping

import msgspec

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(dict[str, dict[str, float]]).decode


class Scores:
    """The scores of pairs, ids in order: those of articles that stand as they were are taken from what was kept, by component."""

    def __init__(
        self,
        score: Callable[[str, str], float],
        before: Mapping[str, bytes],
        standing: Mapping[str, str],
        component: Mapping[str, str],
    ) -> None:
        """`score` compares anew; `standing` has the component of before of each article that stands, `component` has that of now."""
        self._score, self._standing, self._component = score, standing, component
        self._before = before
        self._decoded: dict[str, Mapping[str, Mapping[str, float]]] = {}
        self._made: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))

    def of(self, a: str, b: str) -> float:
        """Give the score of a pair of one component."""
        value = self._known(a, b)
        found = self._score(a, b) if value is None else value
        self._made[self._component[a]][a][b] = found
        return found

    def _known(self, a: str, b: str) -> float | None:
        mine = self._standing.get(a)
        if mine is None or mine != self._standing.get(b):
            return None
        if mine not in self._decoded:
            self._decoded[mine] = _decode(self._before[mine]) if mine in self._before else {}
        return self._decoded[mine].get(a, {}).get(b)

    def kept(self, others: Collection[str]) -> dict[str, bytes]:
        """Give what was asked for, encoded by component; `others` are components that are as they were."""
        stay = {name: self._before[name] for name in others if name in self._before}
        return stay | {name: _encode(_in_order(found)) for name, found in self._made.items()}


def _in_order(found: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    return {a: dict(sorted(found[a].items())) for a in sorted(found)}
