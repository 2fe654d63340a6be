"""Which figures of an article go with which of its deeds: the toll of an attack, the arrested of an arrest, the crowd of a protest."""

from collections.abc import Mapping, Sequence

from tawatur.records.event import EventMention, EventType
from tawatur.records.figure import Figure, FigureKind

# figures that go with a deed of a type wherever they stand in its clause; others only inside of the words of a party
_OF_TYPE: Mapping[EventType, frozenset[FigureKind]] = {
    "ASSAULT": frozenset(("killed", "hurt", "missing", "displaced")),
    "PROTEST": frozenset(("killed", "hurt")),
    "COERCE": frozenset(("held", "displaced")),
    "YIELD": frozenset(("held", "rescued")),
    "AID": frozenset(("unit", "rescued")),
    "COOPERATE": frozenset(("unit",)),
}
# what a length of time counts, as `Figure.thing` begins
_OF_TIME = frozenset(
    (
        "يوم",
        "ايام",
        "اسبوع",
        "اسابيع",
        "شهر",
        "اشهر",
        "شهور",
        "سن",
        "سنه",
        "سنوات",
        "عام",
        "اعوام",
        "ساع",
        "ساعه",
        "دقيق",
        "دقايق",
    )
)
_NO_PARTY = frozenset(("percent", "unit"))


def placed(mentions: Sequence[EventMention], figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    """Give the figures of each mention, in the order of the mentions; both are of one article.

    A figure goes with the deeds in whose party's words it stands, and with the nearest other deed of its clause whose type has
    such figures: of «قتل خمسة في غارة» both. Earlier figures of a toll that has risen are left out.
    """
    found: list[list[Figure]] = [[] for _ in mentions]
    for figure in figures:
        if figure.stage == "earlier" or (figure.thing or "").split(" ")[0] in _OF_TIME:
            continue
        inside = [k for k, mention in enumerate(mentions) if _in_party(mention, figure)]
        beside = [k for k, mention in enumerate(mentions) if k not in inside and _in_clause(mention, figure)]
        nearest = min(beside, key=lambda k: (_far(mentions[k], figure), k), default=None)
        for k in sorted({*inside, *(() if nearest is None else (nearest,))}):
            found[k].append(figure)
    return [tuple(one) for one in found]


def _in_party(mention: EventMention, figure: Figure) -> bool:
    parties = (*mention.actors, *mention.recipients)
    return figure.kind not in _NO_PARTY and any(one.start <= figure.start and figure.end <= one.end for one in parties)


def _in_clause(mention: EventMention, figure: Figure) -> bool:
    clause = mention.clause
    if clause is None or figure.kind not in _OF_TYPE.get(mention.type, ()):
        return False
    return clause.start <= figure.start and figure.end <= clause.end


def _far(mention: EventMention, figure: Figure) -> int:
    """Letters between a trigger and a figure."""
    return max(figure.start - mention.end, mention.start - figure.end)
