"""What a person means by the words he points with: an entity, a story, a finding."""

from collections.abc import Sequence

from tawatur.records.errors import UsageError
from tawatur.records.finding import Finding
from tawatur.records.name import Entity
from tawatur.records.quote import Quote
from tawatur.records.story import Story
from tawatur.records.view import DocumentView
from tawatur.settle.spelling import words
from tawatur.store.library import StoreLibrary

_SHOWN = 8  # entities or statements that ambiguous words are told to mean
_LETTERS = 60  # of a statement that is shown so


def entity(found: StoreLibrary, asked: str) -> Entity:
    """Give the entity that `asked` means: an id, the beginning of one, its name, or a form of it.

    Raises UsageError where it means none or several.
    """
    matches = entities(found, asked)
    if not matches:
        raise UsageError("entity_unknown", entity=asked)
    if len(matches) > 1:
        shown = "\n".join(f"  {one.id}  {one.name} ({one.type})" for one in matches[:_SHOWN])
        raise UsageError("entity_ambiguous", entity=asked, count=len(matches), entities=shown)
    return matches[0]


def entities(found: StoreLibrary, asked: str) -> list[Entity]:
    """The entities of this id; else those called so; else those with such a form; else those whose id begins so."""
    exact = found.entity(asked)
    if exact:
        return [exact]
    key = words(asked)
    every = list(found.entities())
    called = [one for one in every if key and words(one.name) == key]
    formed = [one for one in every if key and any(words(form) == key for form in one.forms)]
    return called or formed or [one for one in every if len(asked) > 2 and one.id.startswith(asked)]


def story(found: StoreLibrary, asked: str) -> Story:
    """The story of this id, or of an old id of it, or that holds this article. Raises UsageError where there is none."""
    one = next((one for one in found.stories() if asked in (one.id, *one.aliases, *one.documents)), None)
    if one is None:
        raise UsageError("story_unknown", story=asked)
    return one


def article(found: StoreLibrary, asked: str) -> DocumentView:
    """The article of this id; else the one that was read there (its source or address); else the one of this title, or whose id alone begins so.

    Raises UsageError where there is none, or there are several.
    """
    view = found.document(article_id(found, asked))
    if view is None:  # read, and not yet brought together with the others
        raise UsageError("article_unknown", article=asked)
    return view


def article_id(found: StoreLibrary, asked: str) -> str:
    """The id of the article that is meant as in `article`, also of one that could not be annotated."""
    matches = found.documents_called(asked)
    if not matches:
        raise UsageError("article_unknown", article=asked)
    if len(matches) > 1:
        raise UsageError("article_ambiguous", article=asked, count=len(matches), articles=" ".join(matches[:_SHOWN]))
    return matches[0]


def statement(found: StoreLibrary, asked: str) -> Quote:
    """The statement of this id, or whose id alone begins so, or in which alone these words stand.

    Raises UsageError where there is none, or there are several.
    """
    near = list(found.statements(asked))
    matches = [one for one in near if one.id == asked] or [one for one in near if len(asked) > 2 and one.id.startswith(asked)]
    matches = matches or [one for one in near if asked.strip() and asked in one.text]
    if not matches:
        raise UsageError("statement_unknown", statement=asked)
    if len(matches) > 1:
        raise UsageError("statement_ambiguous", statement=asked, count=len(matches), statements=_statements(matches))
    return matches[0]


def _statements(matches: Sequence[Quote]) -> str:
    return "\n".join(
        f"  {one.id}  {one.speaker_name or one.speaker_text or '-'}: {one.text[:_LETTERS]}" for one in matches[:_SHOWN]
    )


def finding(found: StoreLibrary, asked: str) -> Finding:
    """The finding of this id, or whose id alone begins so. Raises UsageError where there is none, or there are several."""
    matches = [one for one in found.findings() if one.id.startswith(asked)]
    exact = [one for one in matches if one.id == asked] or matches
    if not exact:
        raise UsageError("finding_unknown", finding=asked)
    if len(exact) > 1:
        raise UsageError("finding_ambiguous", finding=asked, count=len(exact))
    return exact[0]
