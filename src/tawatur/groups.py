"""Connected groups: things that are linked with one another, directly or through others. One union-find for all stages."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Any, TypeVar

Key = TypeVar("Key", bound=Hashable)


def groups(links: Iterable[tuple[Key, Key]]) -> list[tuple[Key, ...]]:
    """Give the connected groups of linked things, each in order, and the groups in order. Things must compare with `<`."""
    above: dict[Key, Key] = {}

    def top(one: Key) -> Key:
        above.setdefault(one, one)
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for a, b in links:
        one, other = top(a), top(b)
        if one != other:
            above[one] = other
    members: dict[Key, list[Any]] = defaultdict(list)
    for one in above:
        members[top(one)].append(one)
    return sorted(tuple(sorted(group)) for group in members.values())
