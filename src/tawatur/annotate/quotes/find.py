"""The statements of an article: cues, their clauses, and who speaks."""

from collections.abc import Iterator, Sequence

from tawatur.annotate.quotes import according, cues, ends, headings, holders, phrases, who
from tawatur.annotate.quotes.cast import Cast, Speaker
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import Form, speakers
from tawatur.annotate.quotes.phrases import Zone, begins_body
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare
from tawatur.arabic.fold import Folded
from tawatur.records.article import Article
from tawatur.records.name import Name
from tawatur.records.quote import Cue, Quote, quote_id
from tawatur.records.sentence import Sentence

_READ = frozenset({"body", "title", "heading"})
# how many of those who spoke are remembered for a cue without a subject
_MEMORY = 12
_LEAST_WORDS = 2
# verbs whose subject may be a study or figures, which say nothing themselves
_SHOWING = frozenset({"اشار", "افاد", "كشف", "توقع", "رجح", "اكد", "بين", "اوضح", "لفت", "ذكر", "خلص", "قال"} - {"قال", "ذكر"})


def annotate(text: str, article: Article, sentences: Sequence[Sentence], names: Sequence[Name]) -> list[Quote]:
    """Give the statements of an article, in the order of their places.

    `names` are the mentions found in it; without them speakers are read from the grammar alone. Lines of other kinds
    than body, title and heading are not read. `sentences` are taken for a later use and may be empty.
    """
    folded = Folded(text)
    cast = Cast(text, names)
    memory: list[Speaker] = []
    found: dict[tuple[int, int], Quote] = {}
    for row in article.lines:
        if row.kind in _READ and cast.people_in(row.start, row.end):
            whole = Line(folded, row.start, row.end)
            holders.learn(whole, _people(whole, cast), cast)
    lines = [line for line in article.lines if line.kind in _READ]
    for row in sorted(lines, key=lambda row: row.kind == "title" or row.kind == "heading"):
        line = Line(folded, row.start, row.end)
        for quote in _statements(line, article.document, cast, memory, heading=row.kind != "body"):
            found.setdefault((quote.start, quote.end), quote)
    return [found[place] for place in sorted(found)]


def _statements(line: Line, document: str, cast: Cast, memory: list[Speaker], heading: bool) -> Iterator[Quote]:
    drafts = headings.find(line, cast) if heading else []
    if not drafts:
        drafts = cues.find(line)
        drafts = sorted([*drafts, *according.find(line, drafts, _named(line, cast)), *cues.silent(line, drafts)], key=lambda d: (d.cue, d.begin))
    boundaries = {d.boundary: d for d in drafts if d.how != "silent"}
    for draft in drafts:
        if draft.how not in ("after", "silent"):
            ends.close(draft, boundaries)
    spoke: dict[int, Speaker] = {}
    for draft in drafts:
        if draft.how == "silent":
            _hear(draft, cast, memory, spoke)
            continue
        person, phrase = _speaker(draft, drafts, cast, memory, spoke)
        if person and not person.text and _inside_direct(draft, drafts):
            continue
        if person is None or draft.end <= draft.begin:
            continue
        spoke[draft.cue] = person
        memory.append(person)
        del memory[:-_MEMORY]
        if draft.line.count(draft.begin, draft.end) >= (1 if draft.form.group == "call" else _LEAST_WORDS):
            yield _quote(draft, document, person, phrase)


def _inside_direct(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the cue stands inside words that are somebody's own."""
    return any(d.kind == "direct" and d.begin <= draft.cue < d.end for d in drafts if d is not draft)


def _hear(draft: Draft, cast: Cast, memory: list[Speaker], spoke: dict[int, Speaker]) -> None:
    """Remember who acts in a clause without a statement: the next «وأضاف» may be theirs."""
    zone = phrases.around(draft, _people(draft.line, cast)).subject
    person = who.speaker(draft.line, zone, cast, draft.form) if zone else None
    if person and zone and (who.is_somebody(draft.line, zone, cast) or _before_its_preposition(draft, zone)):
        memory.append(person)
        spoke[draft.cue] = person


def _before_its_preposition(draft: Draft, zone: Zone) -> bool:
    """Whether the phrase stands between the verb and the preposition of its object («عبر فلان عن …»)."""
    return zone.start == draft.cue_end and draft.line.word(zone.end) in draft.form.prepositions


def _maker(draft: Draft, subject: Zone, cast: Cast) -> Zone | None:
    """Who made the thing that speaks («تحليل أجرته الجامعة»، «بيانات وزارة»): the first body or medium named with it."""
    line = draft.line
    for k in range(subject.start + 1, draft.begin if draft.how != "silent" else subject.end):
        token = line.tokens[k]
        if any(start <= token.start < end for start, end in cast.bodies):
            end = next(j for j in range(k, draft.begin + 1) if j == draft.begin or not any(a <= line.tokens[j].start < b for a, b in cast.bodies))
            return Zone(k, end)
        if begins_body(line, k):
            return Zone(k, min(subject.end if k < subject.end else k + 3, draft.begin))
    return None


def _by_a_thing(draft: Draft, subject: Zone, cast: Cast) -> bool:
    first = draft.line.word(subject.start)
    if draft.form.group == "show" and not who.is_somebody(draft.line, subject, cast):
        return True
    return bare(first) in speakers().things and (draft.form.group == "show" or draft.form.lemma in _SHOWING)


def _speaker(
    draft: Draft, drafts: Sequence[Draft], cast: Cast, memory: Sequence[Speaker], spoke: dict[int, Speaker]
) -> tuple[Speaker | None, phrases.Around]:
    line = draft.line
    people = _people(line, cast)
    if draft.subject is not None:
        zone = phrases.Around(Zone(*draft.subject), None, None)
    elif draft.form.use == "participle" or (draft.form.object and draft.form.use in ("noun", "according")):
        zone = phrases.around(draft, people)._replace(subject=None)
    else:
        zone = phrases.around(draft, people)
    if draft.form.use == "noun" and not draft.form.object:
        held = next((k for k in range(draft.cue_end, draft.begin) if line.word(k) in ("لدي", "عند", "من", "عن")), None)
        if held is not None:
            zone = zone._replace(subject=phrases.read(line, held + 1, draft.begin - 1, people).subject)
    if zone.subject is not None and _by_a_thing(draft, zone.subject, cast):
        maker = _maker(draft, zone.subject, cast)
        return (who.speaker(line, maker, cast, draft.form) if maker else None), zone
    if zone.subject is not None:
        found = who.speaker(line, zone.subject, cast, draft.form, memory)
        if found:
            return found, zone
    before = _phrase_before(draft, cast, people)
    if before:
        return before, zone
    return _left_out(draft, drafts, cast, memory, spoke), zone


def _named(line: Line, cast: Cast) -> frozenset[int]:
    """The tokens at which names of persons, bodies and countries begin."""
    starts = {start for start, _ in (*cast.persons, *cast.bodies)}
    return frozenset(at for at, token in enumerate(line.tokens) if token.start in starts or (token.text.startswith("ل") and token.start + 1 in starts))


def _people(line: Line, cast: Cast) -> list[Zone]:
    if not line.tokens:
        return []
    places = cast.people_in(line.tokens[0].start, line.tokens[-1].end)
    zones = []
    at = 0
    for start, end in places:
        while at < len(line.tokens) and line.tokens[at].end <= start:
            at += 1
        stop = at
        while stop < len(line.tokens) and line.tokens[stop].start < end:
            stop += 1
        zones.append(Zone(at, stop))
    return zones


def _phrase_before(draft: Draft, cast: Cast, people: Sequence[Zone]) -> Speaker | None:
    """The subject before its verb: «الوزير فلان قال إن»، «فلان، من جهته، أكد»، «الذي قال»."""
    line, form = draft.line, draft.form
    if form.use != "finite" or form.bound or draft.how in ("after", "before"):
        return None
    start = line.starts[draft.cue]
    end = draft.boundary
    while end > start and line.kind(end - 1) in (",", "-"):
        end -= 1
    while end > start and line.word(end - 1) in ("الذي", "التي", "الذين"):
        end -= 1
    j = end
    while j > start and line.kind(j - 1) not in (",", ".", ":"):
        j -= 1
    while j < end and line.word(j) in ("ان", "كما", "فيما", "لكن", "ولكن", "اما", "بينما", "الا", "حين", "في", "وفي", "وكان", "وكانت", "كان", "كانت", "غير"):
        j += 1
    if j >= end or end - j > 20:
        return None
    for person in people:
        if j <= person.start and person.end <= end and all(line.word(k) != "في" for k in range(j, person.start)):
            return who.speaker(line, Zone(j, end), cast, form)
    if phrases.begins_office(line, j):
        return who.speaker(line, Zone(j, end), cast, form)
    return None


def _left_out(draft: Draft, drafts: Sequence[Draft], cast: Cast, memory: Sequence[Speaker], spoke: dict[int, Speaker]) -> Speaker | None:
    """Who spoke before in the sentence, else its subject, else the last speaker that the verb agrees with."""
    line = draft.line
    start = line.starts[draft.cue]
    if draft.cue > start:
        same = [d for d in drafts if start <= d.cue < draft.cue and d.cue in spoke and not d.nested]
        if same:
            return _elided(spoke[same[-1].cue])
        subject = None
        if draft.form.use == "finite":
            comma = next((j for j in range(draft.cue, start, -1) if line.kind(j) == ","), start)
            subject = _clause_subject(line, comma, draft, cast)
        subject = subject or _clause_subject(line, start, draft, cast)
        if subject:
            return _elided(subject)
    fitting = [s for s in memory if _agrees(s, draft.form)]
    last = fitting[-1] if fitting else memory[-1] if memory and draft.form.use != "noun" else None
    return _elided(last) if last else None


def _elided(person: Speaker) -> Speaker:
    return person._replace(text="")


def _agrees(person: Speaker, form: Form) -> bool:
    if form.use != "finite" or not person.gender:
        return True
    return person.gender == form.gender and (form.number == "s") == (person.number == "s")


def _clause_subject(line: Line, start: int, draft: Draft, cast: Cast) -> Speaker | None:
    """The subject of the sentence in which a cue without one stands: the first who is named after its first verb."""
    people = {zone.start: zone for zone in _people(line, cast)}
    j = start
    while j < min(draft.cue, start + 25):
        word = line.word(j)
        governed = line.word(j - 1) in ("في", "من", "الي", "علي", "عن", "مع", "بين", "خلال", "بعد", "قبل", "عقب", "لدي", "حول")
        if j in people and not governed:
            return who.speaker(line, Zone(j, people[j].end), cast, Form("finite", "", "", ()))
        if word and not governed and word[:1] not in "بلكوف" and phrases.begins_office(line, j):
            zone = phrases.read(line, j, draft.cue, tuple(people.values())).subject
            if zone:
                return who.speaker(line, zone, cast, Form("finite", "", "", ()))
        j += 1
    return None


def _quote(draft: Draft, document: str, person: Speaker, phrase: phrases.Around) -> Quote:
    line = draft.line
    start, end = line.tokens[draft.begin].start, line.tokens[draft.end - 1].end
    cue = line.tokens[draft.cue]
    return Quote(
        id=quote_id(document, start, end),
        document=document,
        start=start,
        end=end,
        text=line.source[start:end],
        kind=draft.kind,
        cue=Cue(start=cue.start + draft.form.prefix, end=cue.end, text=line.source[cue.start + draft.form.prefix : cue.end]),
        speaker_name=person.name,
        speaker_text=person.text,
        speaker_start=person.start,
        speaker_end=person.end,
        speaker_kind=person.kind,
        addressee=_text(line, phrase.addressee, 1),
        venue=_text(line, phrase.venue, 0),
    )


def _text(line: Line, zone: Zone | None, skip: int) -> str | None:
    if zone is None or zone.end <= zone.start:
        return None
    text = line.source[line.tokens[zone.start].start : line.tokens[zone.end - 1].end]
    text = "ال" + text[2:] if skip and text.startswith("لل") else text[skip:]
    return text.strip(" ،,.:\"«»“”ـ") or None
