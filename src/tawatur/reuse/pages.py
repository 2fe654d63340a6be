"""A page: an article's sentences as runs of word keys, which is all that the search for shared passages needs.

A key is a number for a folded word, the same in every run of the program; a leading و is left off longer words, so that
«وقال» and «قال» are one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from tawatur.arabic.fold import fold
from tawatur.arabic.words import WORD
from tawatur.records.sentence import Sentence

# what a reader reads: furniture, bylines, datelines and credits are no one's prose
READ = frozenset({"title", "heading", "caption", "body"})
_LEAST_LEFT = 3  # letters that stay when و is left off


@dataclass(frozen=True, slots=True)
class Page:
    """`keys` are the words' keys of all `sentences`; sentence n takes the words `starts[n]` to `starts[n + 1]`."""

    document: str
    sentences: tuple[Sentence, ...]
    keys: array[int]
    starts: array[int]

    def words(self, sentence: int) -> array[int]:
        """The keys of one sentence."""
        return self.keys[self.starts[sentence] : self.starts[sentence + 1]]

    def sentence(self, word: int) -> int:
        """The sentence in which the word stands."""
        return bisect_right(self.starts, word) - 1

    def length(self, sentence: int) -> int:
        """How many words a sentence has."""
        return self.starts[sentence + 1] - self.starts[sentence]


class Keys(dict[str, int]):
    """The key of a folded word, worked out once a word."""

    def __missing__(self, word: str) -> int:
        plain = word[1:] if word[0] == "و" and len(word) > _LEAST_LEFT else word
        self[word] = value = crc32(plain.encode("utf-8", "surrogatepass"))
        return value


def pages(texts: Mapping[str, str], sentences: Mapping[str, Sequence[Sentence]]) -> dict[str, Page]:
    """Give the page of every document, in the order of their ids."""
    keys = Keys()
    return {document: _page(document, texts[document], sentences.get(document, ()), keys) for document in sorted(texts)}


def _page(document: str, text: str, sentences: Sequence[Sentence], keys: Keys) -> Page:
    read = tuple(sentence for sentence in sorted(sentences, key=lambda s: (s.start, s.end)) if sentence.kind in READ)
    words = array("I")
    starts = array("I", [0])
    for sentence in read:
        words.extend(keys[word] for word in WORD.findall(fold(text[sentence.start : sentence.end])))
        starts.append(len(words))
    return Page(document, read, words, starts)
