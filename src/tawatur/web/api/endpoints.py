"""What can be asked: each endpoint with its parameters, the type of its answer, and how that is made from the library."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar, get_args

from tawatur import __version__, correct
from tawatur.records.commitment import Commitment
from tawatur.records.finding import Finding, FindingKind
from tawatur.records.hit import Results
from tawatur.records.judged import Entry
from tawatur.records.overview import Called, EntityView, Listed
from tawatur.records.view import DocumentView, StoryView
from tawatur.records.wire import Wires
from tawatur.report.gravity import gravest_first
from tawatur.report.listing import KINDS, chosen, ordered
from tawatur.report.listing import Asked as Stories
from tawatur.search import find, parse
from tawatur.store.library import StoreLibrary
from tawatur.web.api.answers import Edited, Overview, Page, Statement
from tawatur.web.api.asking import HITS, PAGING, Asked, Param, choice, day, identity, words

T = TypeVar("T")


class Endpoint(NamedTuple):
    """A way to ask. `make` gives None where there is no such thing (404)."""

    path: str
    name: str
    told: str
    params: tuple[Param, ...]
    answer: Any
    make: Callable[[StoreLibrary, Asked], Any]


def _page(items: Sequence[T], asked: Asked) -> Page[T]:
    offset, limit = asked["offset"], asked["limit"]
    return Page(total=len(items), offset=offset, limit=limit, items=tuple(items[offset : offset + limit]))


def _overview(library: StoreLibrary, _: Asked) -> Overview:
    return Overview(version=__version__, state=library.state(), counts=library.counts())


def _stories(library: StoreLibrary, asked: Asked) -> Page[Listed]:
    wanted = Stories(
        since=asked["from"],
        until=asked["to"],
        place=asked["place"],
        outlet=asked["outlet"],
        agency=asked["agency"],
        kind=asked["kind"],
    )
    found = chosen(library.listed(), wanted, _within(library, asked["name"]))
    offset, limit = asked["offset"], asked["limit"]
    return Page(total=len(found), offset=offset, limit=limit, items=tuple(ordered(found, offset, offset + limit)))


def _within(library: StoreLibrary, name: str | None) -> frozenset[str] | None:
    """The stories that an entity of this name is in, None where none is asked for."""
    if name is None:
        return None
    called = library.calling(name)
    return library.stories_with(called[0].id) if called else frozenset()


def _names(library: StoreLibrary, asked: Asked) -> Page[Called]:
    return _page(library.calling(asked["q"]) if asked["q"] else library.called(), asked)


def _statements(library: StoreLibrary, asked: Asked) -> Page[Statement] | None:
    view = library.entity_view(asked["id"])
    return None if view is None else _page(list(_placed(library, view)), asked)


def _placed(library: StoreLibrary, view: EntityView) -> Iterator[Statement]:
    for quote in view.statements:
        printed = library.document(quote.document)
        outlet = printed.article.outlet if printed else None
        yield Statement(statement=quote, story=library.story_of(quote.document), outlet=outlet)


def _findings(library: StoreLibrary, asked: Asked) -> Page[Finding]:
    every: Iterable[Finding] = library.findings_of(asked["story"]) if asked["story"] else library.findings()
    held = [one for one in every if not asked["kind"] or one.kind == asked["kind"]]
    if not asked["dismissed"]:
        held = [one for one in held if one.judged != "dismissed"]
    return _page(gravest_first(held), asked)


def _commitments(library: StoreLibrary, asked: Asked) -> Page[Commitment]:
    return _page(list(library.commitments(asked["story"])), asked)


def _edits(library: StoreLibrary, asked: Asked) -> Page[Edited]:
    return _page([edited(one) for one in correct.history(library)], asked)


def edited(one: Entry) -> Edited:
    """A judgement as the API tells it."""
    told = one.judgement
    return Edited(
        id=told.id,
        room=one.room,
        kind=told.kind,
        who=told.who,
        when=told.when,
        undone=told.undone,
        undone_by=told.undone_by,
        became=one.became,
        entities=one.entities,
        stories=one.stories,
    )


def _search(library: StoreLibrary, asked: Asked) -> Results:
    return find(parse(asked["q"] or ""), library.searching(), limit=asked["limit"], offset=asked["offset"])


_STORY = words("story", "the id of a story", 80)
ENDPOINTS = (
    Endpoint("", "overview", "What the store holds.", (), Overview, _overview),
    Endpoint(
        "stories",
        "stories",
        "Stories, the newest day first; on one day those with conflicts first, then what most independent origins tell.",
        (
            day("from", "the first day"),
            day("to", "the last day"),
            words("place", "the id of a place"),
            words("outlet", "the key of an outlet"),
            words("agency", "the key of an agency from which text goes back"),
            words("name", "the id of an entity that is mentioned, or a spelling of its name"),
            choice("kind", "what there must be in it", KINDS),
            *PAGING,
        ),
        Page[Listed],
        _stories,
    ),
    Endpoint(
        "stories/{id}",
        "story",
        "A story with its articles and all that stands between them; an old id leads to the story that holds its articles now.",
        (identity("the id of a story"),),
        StoryView,
        lambda library, asked: library.story(asked["id"]),
    ),
    Endpoint(
        "articles/{id}",
        "article",
        "An article with all that was found in it; `start` and `end` of every record are places in `document.text`, in code points.",
        (identity("the id of an article"),),
        DocumentView,
        lambda library, asked: library.document(asked["id"]),
    ),
    Endpoint(
        "names",
        "names",
        "Persons, organisations and places, the most mentioned first.",
        (words("q", "a spelling of the name, whole"), *PAGING),
        Page[Called],
        _names,
    ),
    Endpoint(
        "names/{id}",
        "name",
        "An entity with its articles, stories, statements and events.",
        (identity("the id of an entity"),),
        EntityView,
        lambda library, asked: library.entity_view(asked["id"]),
    ),
    Endpoint(
        "names/{id}/statements",
        "statements",
        "What an entity is said to have said, the newest first, each with its words and where they stand.",
        (identity("the id of an entity"), *PAGING),
        Page[Statement],
        _statements,
    ),
    Endpoint(
        "findings",
        "findings",
        "What sources agree on, contradict, replace or stand alone with, the gravest first, each with its evidence.",
        (
            choice("kind", "the kind of finding", get_args(FindingKind)),
            _STORY,
            choice("dismissed", "with those that people dismissed", ("yes",)),
            *PAGING,
        ),
        Page[Finding],
        _findings,
    ),
    Endpoint(
        "commitments",
        "commitments",
        "What was undertaken, by whom, and what became of it.",
        (_STORY, *PAGING),
        Page[Commitment],
        _commitments,
    ),
    Endpoint(
        "wires",
        "wires",
        "Who carries whose text over a period, credited or not, the strongest first.",
        (day("from", "from this day on"), day("to", "up to this day")),
        Wires,
        lambda library, asked: library.wires(asked["from"], asked["to"]),
    ),
    Endpoint(
        "search",
        "search",
        "What was read, by its words in all their forms; `tawatur search --help` tells what can be asked.",
        (words("q", "what is looked for")._replace(required=True), HITS, PAGING[1]),
        Results,
        _search,
    ),
    Endpoint("edits", "edits", "What people corrected, the newest first.", PAGING, Page[Edited], _edits),
)
