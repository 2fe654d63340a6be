"""A story's title, outlets and origins, from its articles; `scene` tells its day and place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tawatur.records.collection import Collection
from tawatur.records.story import Origin, Story, story_id
from tawatur.stories.headline import clearest
from tawatur.stories.lead import lead
from tawatur.stories.scene import happened, place


def story(collection: Collection, members: Sequence[str], independent: Callable[[Iterable[str]], tuple[Origin, ...]]) -> Story:
    """Make the story of these articles."""
    order = sorted(members, key=lambda name: (_moment(collection, name), name))
    titles = [(article.title.text, article.outlet) for name in order if (article := collection.articles[name]).title]
    outlets = {outlet for name in order if (outlet := collection.articles[name].outlet)}
    return Story(
        id=story_id(order[0]),
        title=clearest(titles) or _beginning(collection, order[0]),
        documents=tuple(order),
        date=happened(collection, order),
        place=place(collection, order),
        outlets=tuple(sorted(outlets)),
        origins=independent(order),
    )


def _moment(collection: Collection, name: str) -> str:
    """When an article was published, to the day, for ordering; those that do not say come last."""
    publication = collection.settled[name].publication
    return (publication.published or publication.latest or "9999")[:10]


def _beginning(collection: Collection, name: str) -> str | None:
    """The first words of the lead, where no article has a title."""
    places = lead(collection, name)
    if not places:
        return None
    words = collection.texts[name][places[0][0] : places[0][1]].split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
