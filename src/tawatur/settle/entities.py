"""Entities: mentions of one article and of many that name one person, body, place or thing.

Spellings are joined first (hamza, عبد الله and عبدالله, transliterations), then short names to the one full name that
their article has for them, then, across articles, short names that other articles or a role say the meaning of. Each
decision is a list of features (`features.py`). Everything is blocked by keys: the cost grows with the number of mentions.
"""

from collections.abc import Mapping, Sequence

from tawatur.records.judgement import Judgement
from tawatur.records.name import Name
from tawatur.settle.joined import Joined
from tawatur.settle.joining.join import join as join_anew

__all__ = ["Joined", "join"]


def join(texts: Mapping[str, str], names: Mapping[str, Sequence[Name]], judgements: Sequence[Judgement] = ()) -> Joined:
    """Join the mentions of all documents into entities. The result does not depend on the order of documents.

    `texts` holds the text of every document of `names`; both go by document id. `judgements`, a person's, come last
    and have the last word, in the order of their times.
    """
    found = join_anew(names, frozenset(), lambda document: (texts.get(document, ""), names[document]), judgements, {})
    return Joined(found.names, tuple(sorted(found.entities.values(), key=lambda e: e.id)), found.outcomes)
