"""Undertakings whose speaker a person corrected: who undertakes, and by whose account, follow the statement."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from tawatur.records.commitment import Party, Undertaking
from tawatur.records.quote import Quote


def undertaken(
    undertakings: tuple[Undertaking, ...], found: Iterable[Quote], corrected: Iterable[Quote]
) -> tuple[Undertaking, ...]:
    """Give the undertakings of one article, those in corrected statements with the speaker that a person named.

    `found` are the statements as the program found them. One that nobody is left to undertake, and that names no agreement, is none.
    """
    before = {one.id: one for one in found}
    pairs = [(before[one.id], one) for one in corrected if one.judged and one.id in before]
    return tuple(_followed(undertakings, pairs)) if pairs else undertakings


def _followed(undertakings: Sequence[Undertaking], pairs: Sequence[tuple[Quote, Quote]]) -> Iterator[Undertaking]:
    for one in undertakings:
        followed = one
        for before, now in pairs:
            if one.quote == before.id or (before.start <= one.cue[0] < before.end) or (one.start <= before.start < one.end):
                followed = _by_another(followed, before, now)
        if followed.by or followed.pact or not one.by:
            yield followed


def _by_another(one: Undertaking, before: Quote, now: Quote) -> Undertaking:
    mine = one.quote == before.id and one.said_by == before.speaker_name
    return replace(
        one,
        by=tuple(_parties(one.by, before, now)),
        to=tuple(_parties(one.to, before, now)),
        said_by=now.speaker_name if mine else one.said_by,
    )


def _parties(parties: Sequence[Party], before: Quote, now: Quote) -> Iterator[Party]:
    for party in parties:
        if (party.start, party.end, party.text) == (before.speaker_start, before.speaker_end, before.speaker_name):
            if now.speaker_name:
                yield _speaking(now)
        elif party.of and party.of == before.speaker_name:
            own = party.phrase.removesuffix(_said(before)).strip()
            yield replace(party, of=now.speaker_name, phrase=f"{own} {_said(now)}".strip())
        else:
            yield party


def _speaking(quote: Quote) -> Party:
    """The one who speaks as a party; where the article does not name him, at the beginning of his words."""
    name = quote.speaker_name or ""
    start = quote.start if quote.speaker_start is None else quote.speaker_start
    end = quote.start if quote.speaker_end is None else quote.speaker_end
    return Party(start=start, end=end, text=name, phrase=f"{quote.speaker_text or name} {name}")


def _said(quote: Quote) -> str:
    return " ".join(filter(None, (quote.speaker_text, quote.speaker_name)))
