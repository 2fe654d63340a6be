"""What a person corrected of a page holds for its later versions too, where the words that he pointed at still stand in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from tawatur.records.correction import Correction, place

_OF_ALL = ("date", "origin")  # of the whole article: there is one of them


def inherited(corrections: Sequence[Correction], earlier: Mapping[str, str], texts: Mapping[str, str]) -> list[Correction]:
    """Give the standing corrections of earlier versions as they hold for later ones, in the order of these.

    `earlier` names the version before, by document; `texts` are those of the later versions. What was corrected of a version itself, or of one
    nearer to it, is not inherited otherwise. A correction that points at no words is of its own version alone. The ids are made of the correction's and
    the document's.
    """
    own: dict[str, list[Correction]] = {}
    for told in corrections:
        if not told.undone:
            own.setdefault(told.document, []).append(told)
    return [one for document in sorted(earlier) if document in texts for one in _of(document, own, earlier, texts[document])]


def _of(document: str, own: Mapping[str, list[Correction]], earlier: Mapping[str, str], text: str) -> Iterator[Correction]:
    nearer = list(own.get(document, ()))
    for before in line_of(document, earlier):
        found = [told for told in own.get(before, ()) if told.text and place(told, text)]
        carried = [_carried(told, document, text) for told in found]
        fresh = [told for told in carried if not any(_same_thing(told, one) for one in nearer)]
        yield from fresh
        nearer += fresh


def line_of(document: str, earlier: Mapping[str, str]) -> Iterator[str]:
    """The versions before a document, the nearest first."""
    before = earlier.get(document)
    while before is not None:
        yield before
        before = earlier.get(before)


def later(documents: Iterable[str], earlier: Mapping[str, str]) -> set[str]:
    """The later versions of these documents."""
    first = set(documents)
    return {document for document in earlier if any(before in first for before in line_of(document, earlier))} if first else set()


def _carried(told: Correction, document: str, text: str) -> Correction:
    start, end = place(told, text) or (0, 0)
    return msgspec.structs.replace(told, id=f"{told.id}@{document}", document=document, start=start, end=end)


def _same_thing(one: Correction, other: Correction) -> bool:
    if one.kind != other.kind:
        return False
    if one.kind in _OF_ALL or None in (one.start, one.end, other.start, other.end):
        return True
    return (one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)
