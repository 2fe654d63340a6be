"""Carrying out a query: its words in all their forms, its fields as filters, and what the store finds as hits in context."""

from collections.abc import Iterable, Sequence

from tawatur.records.errors import UsageError
from tawatur.records.hit import Context, Facets, FacetValue, Hit, Results, Searched
from tawatur.records.search import UNIT_KINDS, Found, Row, Term, Unit, Wanted
from tawatur.search.protocol import Index
from tawatur.search.query import Query
from tawatur.search.registers import meant
from tawatur.search.snippets import context
from tawatur.search.terms import empty, folded, phrase, spelling, term

# names that one word may mean: of «محمد» there are thousands, and those mentioned most are meant
_NAMES = 200
# a run of words that is the spelling of so many names or fewer finds what mentions them under other spellings
_SPELLED = 3
MOST = 100  # hits of one page


def find(query: Query, index: Index, *, limit: int = 20, offset: int = 0) -> Results:
    """Give one page of what a query finds: `limit` hits (1 to 100) from the one of number `offset` on.

    Raises UsageError where an outlet or agency is none of the store's, or no word of the query holds a letter or digit.
    """
    wanted = _wanted(query, index, max(1, min(limit, MOST)), max(0, offset))
    found = index.find(wanted)
    shown = [*wanted.terms, *wanted.speaker_terms]
    texts = index.texts(row.unit.document for row in found.rows if row.unit.document)
    return Results(
        query=query.text,
        total=found.total,
        offset=wanted.offset,
        limit=wanted.limit,
        sorting=wanted.sorting,
        hits=tuple(_hit(row, wanted, texts.get(row.unit.document or "", "")) for row in found.rows),
        facets=_facets(found),
        words=tuple(Searched(word=one.word, forms=one.forms) for one in shown if not one.phrase),
    )


def _wanted(query: Query, index: Index, limit: int, offset: int) -> Wanted:
    terms = _terms(query, index)
    speaker_terms = [one for said in query.speakers for one in _words(said, index, "speaker")]
    sorting = query.sorting or ("score" if terms else "date")
    return Wanted(
        terms=tuple(terms),
        without=tuple(_without(query, index)),
        or_named=_or_named(query, index),
        named=_named(query.names, index) if query.names else None,
        speakers=_named(query.speakers, index) if query.speakers else None,
        speaker_terms=tuple(speaker_terms),
        kinds=query.kinds or None,
        outlets=_chosen("outlets", query.outlets, index.outlets()) if query.outlets else None,
        origins=_chosen("agencies", query.origins, index.origins()) if query.origins else None,
        first=query.first,
        last=query.last,
        sorting=sorting,
        limit=limit,
        offset=offset,
    )


def _terms(query: Query, index: Index) -> list[Term]:
    """The words and phrases that must all be found; words that say nothing are left out beside others."""
    typed = [(one, word) for word in query.words for one in folded(word)]
    saying = [(one, word) for one, word in typed if one not in empty()]
    phrases = [one for one in map(phrase, query.phrases) if one]
    chosen = saying or ([] if phrases else typed)
    if (query.words or query.phrases) and not chosen and not phrases:
        raise UsageError("search_no_word", query=query.text)
    return [*(term(one, index, typed=word) for one, word in dict(chosen).items()), *_counted(phrases, index)]


def _counted(phrases: Sequence[Term], index: Index) -> list[Term]:
    """Phrases with an upper bound of the units that hold them: those that hold their rarest word."""
    counts = index.units_with(form for one in phrases for form in one.forms)
    return [
        Term(word=one.word, forms=one.forms, phrase=True, column=one.column, units=min(counts.get(f, 0) for f in one.forms))
        for one in phrases
    ]


def _words(text: str, index: Index, column: str) -> list[Term]:
    return [term(one, index, column="speaker" if column == "speaker" else None) for one in folded(text)]


def _without(query: Query, index: Index) -> Iterable[Term]:
    for word in query.without:
        yield from (term(one, index, typed=word) for one in folded(word))
    yield from filter(None, map(phrase, query.without_phrases))


def _or_named(query: Query, index: Index) -> tuple[str, ...]:
    """The names that all words of the query together spell, where they are few: whatever mentions them is meant too."""
    if query.phrases or not query.words:
        return ()
    run = spelling(" ".join(query.words))
    names = index.named([run]).get(run, [])
    return tuple(names) if len(names) <= _SPELLED else ()


def _named(asked: Sequence[str], index: Index) -> tuple[str, ...]:
    """The names that the words may mean: those that are spelled so, and those in whose spellings all of the words stand."""
    found: dict[str, None] = {}
    for text in asked:
        found |= dict.fromkeys(index.named([spelling(text)]).get(spelling(text), []))
        terms = [Term(word=one, forms=(one,)) for one in folded(text)]
        found |= dict.fromkeys(index.names_with(terms, _NAMES))
    return tuple(found)


def _chosen(register: str, asked: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """The outlets or agencies of the store that are meant. Raises UsageError where one of them is none."""
    found: dict[str, None] = {}
    for text in asked:
        keys = meant(register, text, known)
        if not keys:
            code = "search_outlet" if register == "outlets" else "search_origin"
            raise UsageError(code, value=text, known=", ".join(known[:30]) or "–")
        found |= dict.fromkeys(keys)
    return tuple(found)


def _hit(row: Row, wanted: Wanted, text: str) -> Hit:
    unit = row.unit
    terms = [*wanted.terms]
    title = context(unit.head, [(0, len(unit.head))], terms, whole=True)
    shown = _shown(unit, text, terms)
    start, end = _leads_to(unit, shown)
    return Hit(
        kind=unit.kind,
        id=unit.id,
        document=unit.document,
        start=start,
        end=end,
        title=Context(text=title.text, marks=title.marks),
        context=shown,
        date=unit.date,
        outlet=unit.outlet,
        origin=unit.origin,
        speaker=unit.speaker or None,
        score=row.score,
        reasons=_reasons(title, shown),
    )


def _shown(unit: Unit, text: str, terms: Sequence[Term]) -> Context:
    """The context of a unit: of its document's text where its words stand there, else of its own."""
    if unit.spans and text:
        return context(text, unit.spans, terms)
    lines = unit.body.splitlines()
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    own = context("\n".join(lines), [(start, start + len(line)) for start, line in zip(starts, lines, strict=True)], terms)
    return Context(text=own.text, marks=own.marks, cut_before=own.cut_before, cut_after=own.cut_after)


def _leads_to(unit: Unit, shown: Context) -> tuple[int | None, int | None]:
    """The place in the document that a hit leads to: the first marked words, else those of the unit."""
    if shown.offset is not None and shown.marks:
        return shown.offset + shown.marks[0].start, shown.offset + shown.marks[0].end
    return unit.start, unit.end


def _reasons(*contexts: Context) -> tuple[str, ...]:
    """The words as they stand there, each once."""
    return tuple(dict.fromkeys(one.text[mark.start : mark.end] for one in contexts for mark in one.marks))


def _facets(found: Found) -> Facets:
    return Facets(
        kinds=tuple(FacetValue(value=kind, count=found.kinds[kind]) for kind in UNIT_KINDS if kind in found.kinds),
        outlets=tuple(FacetValue(value=v, count=c) for v, c in sorted(found.outlets.items(), key=lambda one: (-one[1], one[0]))),
        months=tuple(FacetValue(value=v, count=c) for v, c in sorted(found.months.items(), reverse=True)),
    )
