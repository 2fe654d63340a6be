"""Reads corpora of tagged names (a token and its tag a line) as the tagger sees running text."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tawatur.annotate.names.features import Context, gather
from tawatur.annotate.names.lexicon import adjectives, folded
from tawatur.annotate.names.tokens import forms, tokenise

_AROUND = 12  # sentences on either side: an article of ANERcorp has about 15
_TYPES = {"PERS": "PER", "PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MIS", "MIS": "MIS"}


class Tagged(NamedTuple):
    """A sentence: `words` are folded forms as the tagger's own tokeniser gives them; `tags` are BIO."""

    words: list[str]
    tags: list[str]


def read(path: Path) -> list[Tagged]:
    """Give the sentences of a corpus, with MISC split into nationality, event, law and the rest."""
    return [_tagged(_joined(rows)) for rows in _sentences(path) if rows]


def blocks(sentences: list[Tagged], held_out: float) -> tuple[list[Tagged], list[Tagged]]:
    """Cut the last part (a share of 0 to 1) off: contiguous, so that no article stands on both sides but one."""
    at = round(len(sentences) * (1 - held_out))
    return sentences[:at], sentences[at:]


def contexts(sentences: list[Tagged]) -> Iterator[Context]:
    """Give each sentence's context. The corpora do not mark articles, so it is that of the sentences around it."""
    for i in range(len(sentences)):
        yield gather(s.words for s in sentences[max(0, i - _AROUND) : i + _AROUND + 1])


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """The names of BIO tags: first word, last word exclusive, type."""
    found = set()
    start = 0
    for i, tag in enumerate([*tags, "O"]):
        before = tags[i - 1] if i else "O"
        if before != "O" and (not tag.startswith("I-")):
            found.add((start, i, before[2:]))
        if tag.startswith("B-"):
            start = i
    return found


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.strip().rpartition(" ")
        if word:
            rows.append((word, tag))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _joined(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put a lone و on the next word, as running text writes it."""
    found: list[tuple[str, str]] = []
    held = ""
    for i, (word, tag) in enumerate(rows):
        if word == "و" and tag == "O" and i + 1 < len(rows) and rows[i + 1][0][0].isalpha():
            held = "و"
            continue
        found.append((held + word, tag))
        held = ""
    return found


def _tagged(rows: list[tuple[str, str]]) -> Tagged:
    words: list[str] = []
    tags: list[str] = []
    for word, tag in rows:
        parts = forms(tokenise(word, 0, len(word)))
        kind = _TYPES.get(tag[2:], "")
        for part in parts:
            inside = bool(kind) and (part[0].isalnum() or (bool(tags) and tags[-1] != "O" and part != parts[-1]))
            begins = inside and (tag[0] == "B" or not tags or tags[-1][2:] != kind) and not (_begun(tags, parts, part, kind))
            words.append(part)
            tags.append("O" if not inside else ("B-" if begins else "I-") + kind)
    return Tagged(words, _split_misc(words, tags))


def _begun(tags: list[str], parts: list[str], part: str, kind: str) -> bool:
    """Whether an earlier piece of the same token has begun the name."""
    at = parts.index(part)
    return at > 0 and bool(tags) and tags[-1][2:] == kind


def _split_misc(words: list[str], tags: list[str]) -> list[str]:
    tags = list(tags)
    for start, end, kind in spans(tags):
        if kind != "MIS":
            continue
        to = _kind(words[start:end])
        for i in range(start, end):
            tags[i] = tags[i][:2] + to if to else "O"
    return tags


def _kind(words: list[str]) -> str:
    nations = adjectives()
    first = words[0]
    for way in (first, first[1:], first[1:].replace("ل", "ال", 1)):
        if way in nations or (way.endswith(("يه", "ي", "يين", "يون")) and len(words) == 1):
            return "NAT"
        if way in folded("heads", "event"):
            return "EVT"
        if way in folded("heads", "law"):
            return "LAW"
    return "MIS"
