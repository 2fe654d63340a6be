"""A page: an article's sentences as runs of word keys, which is all that the search for shared passages needs.

A key is a number for a folded word, the same in every run of the program; a leading و is left off longer words, so that
«وقال» and «قال» are one.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from tawatur.arabic.fold import fold
from tawatur.arabic.words import WORD
from tawatur.records.passage import Text
from tawatur.records.sentence import Sentence

# what a reader reads: furniture, bylines, datelines and credits are no one's prose
READ = frozenset({"title", "heading", "caption", "body"})
_LEAST_LEFT = 3  # letters that stay when و is left off


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Text):
    """The text of one document, with its sentences."""

    document: str
    sentences: tuple[Sentence, ...]


class Keys(dict[str, int]):
    """The key of a folded word, worked out once a word."""

    def __missing__(self, word: str) -> int:
        plain = word[1:] if word[0] == "و" and len(word) > _LEAST_LEFT else word
        self[word] = value = crc32(plain.encode("utf-8", "surrogatepass"))
        return value


class Pages(Mapping[str, Page]):
    """The pages of documents, in the order of ids, each made when it is first asked for.

    `known` gives the text of a document whose words are known already, else None.
    """

    def __init__(
        self,
        texts: Mapping[str, str],
        sentences: Mapping[str, Sequence[Sentence]],
        known: Callable[[str], Text | None] = lambda _: None,
    ) -> None:
        self._texts = texts
        self._sentences = sentences
        self._known = known
        self._keys = Keys()
        self._made: dict[str, Page] = {}

    def __getitem__(self, document: str) -> Page:
        made = self._made.get(document)
        if made is None:
            self._made[document] = made = self._page(document)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._texts))

    def __len__(self) -> int:
        return len(self._texts)

    def _page(self, document: str) -> Page:
        text = self._texts[document]
        sentences = sorted(self._sentences.get(document, ()), key=lambda one: (one.start, one.end))
        read = tuple(sentence for sentence in sentences if sentence.kind in READ)
        if known := self._known(document):
            return Page(document=document, sentences=read, keys=known.keys, starts=known.starts)
        words = array("I")
        starts = array("I", [0])
        for sentence in read:
            words.extend(self._keys[word] for word in WORD.findall(fold(text[sentence.start : sentence.end])))
            starts.append(len(words))
        return Page(document=document, sentences=read, keys=words, starts=starts)
