"""A report of an undertaking made ready to be compared: its day, the keys of its parties, the stems of its matter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import words
from tawatur.compare.promised.spans import after
from tawatur.records.collection import Collection
from tawatur.records.commitment import Party, Place, Undertaking
from tawatur.records.story import Story
from tawatur.records.time import Date
from tawatur.resources import load

# an undertaking that the title or one of so many first sentences tells was made on the day of the story
_LEAD = 5
# letters that two words of one root have in common at their beginning («روسيا»، «الروسي»)
_KIN = 3
# letters of a denial in which the word for a breach stands
_BEGINNING = 30
_UNDATED = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An undertaking's report with what it is compared by.

    `day` is that of its article, `9999` where that is not known. `made` is the time that the words give for the undertaking, `own` the day
    of the story, where the title or the first sentences tell of it and give no time.
    """

    said: Undertaking
    day: str
    story: str | None
    keys: frozenset[str]
    kin: frozenset[str]
    both: bool
    matter: frozenset[str]
    made: str | None
    own: str | None
    in_force: str | None
    until: str | None

    @property
    def of_breach(self) -> bool:
        """Whether it denies a breach, and not that anything was undertaken."""
        return self.said.kind == "denied" and any(word.text in _breach() for word in words(self.said.what[:_BEGINNING]))

    @property
    def order(self) -> tuple[str, str, int, int]:
        """Where it stands among all: by day, article and place."""
        return self.day, self.said.document, self.said.cue[0], self.said.what_start


def reports(collection: Collection, found: Sequence[Undertaking], story: Story | None) -> list[Report]:
    """Give the reports of one article, in the order of places."""
    if not found:
        return []
    settled = collection.settled[found[0].document]
    published = settled.publication.published
    day = (published or (story.date if story else None) or _UNDATED)[:10]
    dates = {(one.start, one.end): one for one in settled.dates}
    names = sorted((name.start, name.end, name.entity) for name in settled.names if name.entity)
    lead = _lead_end(collection, found[0].document)
    made = []
    for said in found:
        told = dates.get(said.made) if said.made else None
        own = story.date if story and said.cue[0] < lead and said.kind in ("made", "intended") else None
        made.append(
            Report(
                said=said,
                day=day,
                story=story.id if story else None,
                keys=frozenset(key for party in said.by for key in _keys(party, names)),
                kin=frozenset(word[:_KIN] for party in said.by for word in _telling(party.phrase)),
                both=not said.by or any(party.both for party in said.by),
                matter=frozenset(_stems(said.what, governed=True)),
                made=_day(told),
                own=own if not told else None,
                in_force=_begin(dates, said.in_force),
                until=_end(dates, said, _day(told) or own, day),
            )
        )
    return made


def _lead_end(collection: Collection, document: str) -> int:
    bodies = [one for one in collection.sentences.get(document, ()) if one.kind == "body"]
    return bodies[min(_LEAD, len(bodies)) - 1].end if bodies else 0


def _keys(party: Party, names: Sequence[tuple[int, int, str | None]]) -> Iterable[str]:
    """The entities that the party's words name, else their stems."""
    at = max(0, bisect_left(names, (party.start, 0, "")) - 1)
    found = [entity for start, end, entity in names[at : at + 4] if entity and start < party.end and end > party.start]
    return found or [] if party.both else [*found, *(f"={word}" for word in _telling(party.text))]


@cache
def _empty() -> frozenset[str]:
    """Words that say nothing of the matter, as stems: of the closed classes of the language, and of undertaking itself."""
    listed = load("commitments/matter")
    return frozenset(stem(fold(word)) for word in listed["empty"])


@cache
def _heads() -> frozenset[str]:
    """Stems of the nouns that many parties' names begin with («نادي»، «وزير»)."""
    speakers = load("quotes/speakers")
    rows = [*speakers["offices"], *speakers["bodies"], *speakers["unnamed"], *load("commitments/words")["actors"]]
    return frozenset(stem(fold(word)) for word in rows)


def _telling(text: str) -> list[str]:
    """The stems that tell one party from another; all of them where there are no others («الحكومة»)."""
    found = _stems(text)
    return [word for word in found if word not in _heads()] or found


@cache
def _breach() -> frozenset[str]:
    return frozenset(fold(before + word) for word in load("commitments/matter")["breach"] for before in ("", "ب"))


def _stems(text: str, *, governed: bool = False) -> list[str]:
    """The stems of a text that tell something; `governed`: its first word may have بـ or لـ before it."""
    found = []
    for word in words(text):
        bare = word.text
        for before in ("وبال", "بال", "وال", "لل", "ب", "ل"):
            if bare.startswith(before) and len(bare) - len(before) > _KIN and (len(before) > 1 or (governed and word.start == 0)):
                bare = bare[len(before) :]
                break
        root = stem(bare)
        if len(root) > 2 and root not in _empty():
            found.append(root)
    return found


def _day(date: Date | None) -> str | None:
    if date is None or date.value is None:
        return None
    return date.earliest[:10] if date.earliest and date.latest and date.earliest[:10] == date.latest[:10] else date.value


def _begin(dates: Mapping[Place, Date], place: Place | None) -> str | None:
    date = dates.get(place) if place else None
    if date is None:
        return None
    return date.value if date.type == "time" else date.earliest


def _end(dates: Mapping[Place, Date], said: Undertaking, made: str | None, written: str) -> str | None:
    """The end that the words give; that of a span is counted from where it begins. A span that is over when it is written is no end."""
    date = dates.get(said.until) if said.until else None
    if date is None:
        return None
    if date.type != "duration":
        return date.latest
    if date.latest:
        return date.latest if date.latest[:10] > written else None
    return after(_begin(dates, said.in_force) or made, date.value)
