import re
from collections.abc import Mapping, Sequence, Set

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.settle.joining import newsroom
from tests.settle.joining.newsroom import JUDGEMENTS, PIECES

from tawatur.records.judgement import Judgement
from tawatur.records.name import Entity, Name
from tawatur.records.quote import Quote
from tawatur.settle import across
from tawatur.settle.joined import Joined
from tawatur.settle.joining.join import Anew, join
from tawatur.settle.speakers import speakers

Articles = Mapping[str, int]  # the number of the piece of each
DOCUMENTS = [f"d{n:02}" for n in range(14)]
JUDGED = st.lists(st.sampled_from(JUDGEMENTS), unique=True, max_size=3)
ARTICLES = st.dictionaries(st.sampled_from(DOCUMENTS), st.integers(0, len(PIECES) - 1))


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[Articles, list[Judgement]]]:
    """What a collection is one time after the other: few pieces, so that they meet, and few changes, so that much stays as it was."""
    first = draw(st.integers(0, len(PIECES) - 1))  # pieces of one matter stand together
    pieces = st.sampled_from(
        draw(st.lists(st.integers(first, min(first + 6, len(PIECES) - 1)), min_size=1, max_size=5, unique=True))
    )
    articles: Articles = draw(st.dictionaries(st.sampled_from(DOCUMENTS), pieces, min_size=draw(st.integers(0, 10))))
    found = [(articles, draw(JUDGED))]
    for _ in range(draw(st.integers(1, 3))):
        gone = draw(st.sets(st.sampled_from(DOCUMENTS), max_size=2))
        others = draw(st.dictionaries(st.sampled_from(DOCUMENTS), pieces, max_size=3))
        articles = {one: number for one, number in articles.items() if one not in gone} | others
        found.append((articles, draw(JUDGED)))
    return found


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if few articles were many."""
    for name, value in (("_OFTEN", 2), ("_WELL_KNOWN", 4), ("_TIMES", 2)):
        monkeypatch.setattr(across, name, value)


def joined(articles: Articles, judgements: Sequence[Judgement], kept: Mapping[str, bytes], changed: Set[str]) -> Anew:
    texts, names = newsroom.texts(articles), newsroom.names(articles)
    return join(articles.keys(), changed, lambda document: (texts[document], names[document]), judgements, kept)


class Known:
    """What is known after one joining or more: of each only what it said to be new or another is taken over."""

    def __init__(self) -> None:
        self.names: dict[str, tuple[Name, ...]] = {}
        self.quotes: dict[str, tuple[Quote, ...]] = {}
        self.entities: dict[str, Entity] = {}
        self.articles: Articles = {}
        self.kept: Mapping[str, bytes] = {}

    def become(self, articles: Articles, judgements: Sequence[Judgement] = ()) -> Anew:
        changed = {document for document, number in articles.items() if self.articles.get(document, number) != number}
        anew = joined(articles, judgements, self.kept, changed)
        said = {document: rows for document, rows in newsroom.quotes(articles).items() if document in anew.names}
        told = speakers(said, Joined(anew.names, tuple(anew.entities.values())))
        self.names = {document: rows for document, rows in self.names.items() if document in articles} | anew.names
        self.quotes = {document: rows for document, rows in self.quotes.items() if document in articles} | told
        self.entities = {one: entity for one, entity in self.entities.items() if one not in anew.gone} | anew.entities
        self.articles, self.kept = articles, anew.kept
        return anew


def from_nothing(articles: Articles, judgements: Sequence[Judgement] = ()) -> tuple[Known, Anew]:
    known = Known()
    return known, known.become(articles, judgements)


PEOPLE = (
    "سامي النورس أمس",
    "سامي النورس",
    "سامي الغامدي",
    "الغامدي",
    "فلاديسلاف غورينكو",
    "فلاديسلاف جورينكو",
    "غورينكو",
    "جيف الورد",
    "سالم جيف",
    "جيف",
)
TIED = "حضر فلاديسلاف غورينكو وقال غورينكو كلاما."


def joined_texts(texts: Mapping[str, str], kept: Mapping[str, bytes] | None = None) -> Anew:
    """Joins the people of texts."""

    def read(document: str) -> tuple[str, list[Name]]:
        text = texts[document]
        places = [match.span() for match in re.finditer("|".join(PEOPLE), text)]
        return text, [Name(document=document, start=a, end=b, text=text[a:b], type="person") for a, b in places]

    return join(texts.keys(), frozenset(), read, (), kept or {})


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories())
@pytest.mark.usefixtures("small")
def test_joining_goes_on_from_an_earlier_one_to_what_it_would_be_from_nothing(
    history: list[tuple[Articles, list[Judgement]]],
) -> None:
    known = Known()
    for articles, judgements in history:
        before = known.entities
        anew = known.become(articles, judgements)
        other, afresh = from_nothing(articles, judgements)
        assert known.names == other.names
        assert known.entities == other.entities
        assert known.quotes == other.quotes
        assert anew.outcomes == afresh.outcomes
        assert anew.others == {one for one, entity in other.entities.items() if before.get(one) != entity}
        assert anew.gone == before.keys() - other.entities.keys()


@settings(max_examples=60, deadline=None)
@given(ARTICLES, ARTICLES, JUDGED)
def test_of_articles_that_are_gone_nothing_is_kept(earlier: Articles, later: Articles, judgements: list[Judgement]) -> None:
    known, _ = from_nothing(earlier, judgements)
    known.become(later)
    _, afresh = from_nothing(later)
    kept, fresh = (b"".join(one.values()).decode(errors="ignore") for one in (known.kept, afresh.kept))
    for text, _ in {name for piece in PIECES for name in piece.names}:
        assert (text in kept) == (text in fresh)
    assert not any(document in kept for document in earlier.keys() - later.keys())


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_where_nothing_has_changed_nothing_is_another_and_no_article_is_read(articles: Articles) -> None:
    _, first = from_nothing(articles)

    def read(document: str) -> tuple[str, Sequence[Name]]:
        raise AssertionError(document)

    again = join(articles.keys(), frozenset(), read, (), first.kept)
    assert again == Anew({}, {}, frozenset(), frozenset(), (), first.kept)


@pytest.mark.parametrize(
    ("texts", "later"),
    [
        pytest.param(
            {f"a{n}": TIED for n in range(2)} | {"z": "قال غورينكو كلاما."}, {"a9": TIED}, id="one more article that ties the two"
        ),
        pytest.param(
            {f"a{n}": "حضر سامي الغامدي وقال الغامدي كلاما." for n in range(3)} | {"z": "قال وزير الري الغامدي كلاما."},
            {"b": "حضر وزير الري سامي الغامدي."},
            id="an article that calls the full name so too",
        ),
        pytest.param(
            {"a": "قال جيف كلاما.", "z": "قال جيف كلاما."}, {"b": "حضر جيف الورد."}, id="an article in which it is a given name"
        ),
        pytest.param(
            {"a": "حضر جيف الورد.", "y": "قال جيف كلاما.", "z": "قال جيف كلاما."},
            {"b": "حضر سالم جيف."},
            id="an article in which it is a family name too",
        ),
        pytest.param(
            {f"a{n}": "حضر وزير الري سامي النورس." for n in range(4)}
            | {"z": "حضر وزير الري سامي النورس أمس. قال سامي النورس كلاما."},
            {"b": "حضر سامي النورس."},
            id="an article that writes the shorter name",
        ),
        pytest.param({"z": "غاب فلاديسلاف جورينكو."}, {"b": TIED, "c": TIED}, id="articles that write it otherwise"),
    ],
)
def test_a_new_article_may_say_who_is_meant_in_another(texts: dict[str, str], later: dict[str, str]) -> None:
    before = joined_texts(texts)
    after = joined_texts(texts | later, before.kept)
    afresh = joined_texts(texts | later)
    assert "z" in after.names
    assert after.names["z"] == afresh.names["z"] != before.names["z"]
