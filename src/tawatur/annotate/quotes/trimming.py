"""The names of persons that were found, without the letters and words of their neighbours that slipped into them."""

from collections.abc import Collection, Sequence

from tawatur.annotate.quotes.lexicon import forms, speakers, words
from tawatur.arabic.fold import fold

Place = tuple[int, int]
# letters of a verb of the present, at least
_VERB = 4


def trimmed(text: str, persons: Sequence[Place]) -> list[Place]:
    """Give the places of the names without و before one («والحلاق») and without a word after one («الحلاق مدير»).

    A last word is taken off where it is an office, a verbal noun, or a verb after a name that the article has without it.
    """
    told = {fold(text[start:end]) for start, end in persons}
    parts = {word for name in told for word in name.split()}
    return [_trimmed(text, place, told, parts) for place in persons]


def _trimmed(text: str, place: Place, told: Collection[str], parts: Collection[str]) -> Place:
    start, end = place
    name = fold(text[start:end]).split()
    if name and name[0][:1] == "و" and name[0][1:] in parts:
        start += 1
    if len(name) > 1 and _slipped_in(name, told):
        end = start + len(text[start:end].rsplit(maxsplit=1)[0])
    return start, end


def _slipped_in(name: Sequence[str], told: Collection[str]) -> bool:
    """Whether the last word of a name is none of it."""
    before, last = name[-2], name[-1]
    if last.startswith("ال") or before in ("بن", "ابن", "بنت", "عبد", "ابو", "ال", "ام"):
        return False
    if last in words("verbal_nouns") or (len(name) > 2 and last in speakers().offices - words("given_names")):
        return True
    verb = (last[0] in "يت" and len(last) >= _VERB) or any(form.use == "finite" for form in forms().get(last, ()))
    return verb and " ".join(name[:-1]) in told
