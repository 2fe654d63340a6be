"""The index of one run."""

# ruff: noqa: D102 (what each method does, `Index` says)

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from tawatur.records.passage import Contents, Near, Pair, Passages, Scarce, Text, Texts, Tie

# the memory is that of one part's postings: 20,000 articles have 2.2 million fingerprints, 0.28 million a part
_PARTS = 8


class Memory:
    """An index that is kept for one run."""

    def __init__(self) -> None:
        self._text: dict[str, int] = {}
        self._members: dict[int, set[str]] = defaultdict(set)
        self._words: dict[int, Text] = {}
        self._prints: dict[int, array[int]] = {}
        self._standing: frozenset[int] = frozenset()
        self._pairs: dict[Texts, Passages] = {}
        self._met: dict[int, set[Texts]] = defaultdict(set)
        self._ties: dict[str, dict[Pair, Tie]] = defaultdict(dict)
        self._contents: dict[str, Contents] = {}
        self._told: dict[Pair, Passages] = {}
        self._days: dict[str, int] = {}
        self._near: dict[int, Near] = {}
        self._scarce = Scarce({}, {})

    def count(self) -> int:
        return len(self._words)

    def texts_of(self, documents: Iterable[str]) -> dict[str, int]:
        return {document: self._text[document] for document in documents if document in self._text}

    def members(self, texts: Iterable[int]) -> dict[int, tuple[str, ...]]:
        return {text: tuple(sorted(self._members[text])) for text in texts if self._members.get(text)}

    def place(self, texts: Mapping[str, int | None]) -> None:
        for document, text in texts.items():
            if document in self._text:
                self._members[self._text.pop(document)].discard(document)
            if text is not None:
                self._text[document] = text
                self._members[text].add(document)

    def add_texts(self, texts: Mapping[int, Text], prints: Mapping[int, Iterable[int]]) -> None:
        self._words |= texts
        self._prints |= {text: array("q", values) for text, values in prints.items()}

    def drop_texts(self, prints: Mapping[int, Iterable[int]]) -> None:
        for text in prints:
            del self._words[text], self._prints[text]

    def words(self, texts: Iterable[int]) -> dict[int, Text]:
        return {text: self._words[text] for text in texts}

    def containing(self, words: array[int]) -> list[int]:
        run = words.tobytes()
        return sorted(text for text, page in self._words.items() if run in page.keys.tobytes())

    def holders(self, values: AbstractSet[int]) -> Iterator[tuple[int, list[int]]]:
        parts = [(array("q"), array("q")) for _ in range(_PARTS)]
        for text in sorted(self._prints):
            for value in self._prints[text]:
                mine, texts = parts[value % _PARTS]
                mine.append(value)
                texts.append(text)
        for mine, texts in parts:
            yield from ((value, found) for value, found in _shared(mine, texts).items() if value in values)

    def standing(self) -> frozenset[int]:
        return self._standing

    def set_standing(self, values: frozenset[int]) -> None:
        self._standing = values

    def pairs_of(self, texts: Iterable[int]) -> dict[Texts, Passages]:
        return {pair: self._pairs[pair] for text in texts for pair in self._met.get(text, ())}

    def set_pairs(self, dropped: Iterable[Texts], found: Mapping[Texts, Passages]) -> None:
        for pair in dropped:
            del self._pairs[pair]
            for text in pair:
                self._met[text].discard(pair)
        self._pairs.update(found)
        for pair in found:
            for text in pair:
                self._met[text].add(pair)

    def told(self) -> dict[Pair, Passages]:
        return dict(self._told)

    def set_told(self, dropped: Iterable[Pair], found: Mapping[Pair, Passages]) -> None:
        for pair in dropped:
            del self._told[pair]
        self._told.update(found)

    def contents(self) -> dict[str, Contents]:
        return dict(self._contents)

    def set_contents(self, contents: Mapping[str, Contents | None]) -> None:
        for document, one in contents.items():
            self._contents.pop(document, None)
            if one is not None:
                self._contents[document] = one

    def days(self) -> dict[str, int]:
        return dict(self._days)

    def set_days(self, days: Mapping[str, int]) -> None:
        self._days = dict(days)

    def near(self, days: Iterable[int]) -> dict[int, Near]:
        return {day: self._near[day] for day in days if day in self._near}

    def set_near(self, found: Mapping[int, Near | None]) -> None:
        for day, near in found.items():
            self._near.pop(day, None)
            if near is not None:
                self._near[day] = near

    def scarce(self) -> Scarce:
        return self._scarce

    def set_scarce(self, scarce: Scarce) -> None:
        self._scarce = scarce

    def ties(self, documents: Iterable[str]) -> dict[Pair, Tie]:
        return {pair: tie for document in documents for pair, tie in self._ties.get(document, {}).items()}

    def set_ties(self, dropped: Iterable[Pair], found: Mapping[Pair, Tie]) -> None:
        for pair in dropped:
            for document in pair:
                self._ties[document].pop(pair, None)
        for pair, tie in found.items():
            for document in pair:
                self._ties[document][pair] = tie


def _shared(values: array[int], texts: array[int]) -> dict[int, list[int]]:
    """The texts of each value that several have, in their order."""
    first: dict[int, int] = {}
    found: dict[int, list[int]] = {}
    for value, text in zip(values, texts, strict=True):
        if value in found:
            found[value].append(text)
        elif value in first:
            found[value] = [first[value], text]
        else:
            first[value] = text
    return found
