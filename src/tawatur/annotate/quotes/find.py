"""The statements of an article: cues, their clauses, and who speaks."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tawatur.annotate.quotes import according, acting, cues, ends, headings, holders, leading
from tawatur.annotate.quotes.cast import Cast, Zone
from tawatur.annotate.quotes.discourse import Scene, Told
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.memory import Memory
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.fold import Folded
from tawatur.records.article import Article
from tawatur.records.name import Name
from tawatur.records.quote import Cue, Quote, quote_id

_READ = frozenset({"body", "title", "heading"})
_LEAST_WORDS = 2
# so many cues before and after one are looked at to tell who speaks
_NEAR = 30


def annotate(text: str, article: Article, names: Sequence[Name]) -> list[Quote]:
    """Give the statements of an article, in the order of their places.

    `names` are the mentions found in it; without them speakers are read from the grammar alone. Lines of other kinds
    than body, title and heading are not read.
    """
    folded = Folded(text)
    cast = Cast(text, names)
    memory = Memory()
    rows = [row for row in article.lines if row.kind in _READ]
    lines = [(Line(folded, row.start, row.end), row.kind == "body") for row in rows]
    for line, _ in lines:
        holders.learn(line, cast)
    for (line, _), (following, _) in pairwise(lines):
        over = cues.leads_over(line)
        line.goes_on = following.kind(0) == "q" and (line.left_open or over)
        line.hands_over = over and not line.goes_on
    found: dict[tuple[int, int], Quote] = {}
    # headings after the body: they name shortly whom the body names in full
    for line, body in sorted(lines, key=lambda pair: not pair[1]):
        for quote in _statements(line, article.document, Scene(line, cast, memory), body):
            found.setdefault((quote.start, quote.end), quote)
    return [found[place] for place in sorted(found)]


def _statements(line: Line, document: str, scene: Scene, body: bool) -> Iterator[Quote]:
    drafts = ([] if body else headings.find(line, scene.cast)) or _cues(line, scene)
    if body and not any(draft.how not in ("silent", "over") for draft in drafts):
        drafts = headings.in_body(line, scene.cast) or drafts
    boundaries = {
        draft.boundary if draft.turn is None else draft.turn: draft for draft in drafts if draft.how not in ("silent", "over")
    }
    scene.name(drafts)
    for draft in drafts:
        if draft.how == "after":
            ends.trim(draft)
        elif draft.how not in ("silent", "over"):
            ends.close(draft, boundaries)
    for at, draft in enumerate(drafts):
        told = scene.tell(draft, drafts[max(0, at - _NEAR) : at + _NEAR])
        if told and line.count(draft.begin, draft.end) >= (1 if draft.form.group == "call" else _LEAST_WORDS):
            yield _quote(draft, document, told)
    scene.memory.open_quotation = line.goes_on
    scene.memory.handed_over = line.hands_over and any(draft.how == "over" for draft in drafts)


def _cues(line: Line, scene: Scene) -> list[Draft]:
    found = cues.find(line)
    found += leading.find(line, found)
    found += leading.carried_on(line, scene.memory.open_quotation)
    found += leading.handed_over(line, found) if scene.memory.handed_over else []
    found += according.find(line, found, scene.cast.named_tokens(line))
    found += acting.silent(line, found)
    return sorted(found, key=lambda draft: (draft.cue, draft.begin))


def _quote(draft: Draft, document: str, told: Told) -> Quote:
    line, person = draft.line, told.person
    start, end = line.tokens[draft.begin].start, line.tokens[draft.end - 1].end
    cue = line.tokens[draft.cue]
    # past و or ف with its vowel marks; a carried-on quotation and a heading have a sign for their cue
    letters = (k for k in range(cue.start + draft.form.prefix, cue.end) if line.source[k].isalnum())
    at = next(letters, cue.start)
    return Quote(
        id=quote_id(document, start, end),
        document=document,
        start=start,
        end=end,
        text=line.source[start:end],
        kind=draft.kind,
        cue=Cue(start=at, end=cue.end, text=line.source[at : cue.end]),
        speaker_name=person.name if person else None,
        speaker_text=person.text if person else "",
        speaker_start=person.start if person else None,
        speaker_end=person.end if person else None,
        speaker_kind=person.kind if person else None,
        addressee=_addressee(line, told.phrase.addressee),
        venue=_text(line, told.phrase.venue),
        terms=_text(line, told.phrase.terms),
        chain=told.chain,
    )


def _addressee(line: Line, zone: Zone | None) -> str | None:
    text = _text(line, zone)
    if not text or not text.startswith("ل"):
        return text
    return "ال" + text[2:] if text.startswith("لل") else text[1:].strip(' ـ"«»“”') or None


def _text(line: Line, zone: Zone | None) -> str | None:
    if zone is None or zone.end <= zone.start:
        return None
    text = line.source[line.tokens[zone.start].start : line.tokens[zone.end - 1].end].strip(" ،,.:")
    return text or None
