"""Articles of one day with one headline and lead: they are one story, and are compared with others once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from tawatur.records.grouped import SharedText
from tawatur.stories.profiles import Profiles


def bundles(profiles: Profiles) -> dict[str, tuple[str, ...]]:
    """Give articles whose profiles say the same, under the first of them. An article without words is alone."""
    found: dict[bytes, list[str]] = defaultdict(list)
    for name, row in profiles.rows.items():
        found[row.same].append(name)
    return {names[0]: tuple(names) for names in found.values()}


def of_bundles(
    shared: Mapping[tuple[str, str], SharedText], bundled: Mapping[str, tuple[str, ...]]
) -> dict[tuple[str, str], SharedText]:
    """Give what the first articles of bundles share: the most that any of theirs do."""
    first = {name: head for head, names in bundled.items() for name in names}
    found: dict[tuple[str, str], SharedText] = {}
    for (a, b), text in shared.items():
        one, other = first[a], first[b]
        pair = (min(one, other), max(one, other))
        if one != other:
            found[pair] = max(text, found.get(pair, text))
    return found
