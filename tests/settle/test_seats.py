import msgspec
from tests.settle.invented import named

from tawatur.records.quote import Cue, Quote
from tawatur.settle.seats import by_use

TEXT = "قالت موسكو إنها راضية، ووصل الوفد إلى موسكو."


def _said(text: str, speaker: str) -> Quote:
    start = text.index(speaker)
    cue = Cue(start=0, end=4, text=text[:4])
    quote = Quote(id="q", document="a", start=0, end=3, text=text[:3], kind="indirect", cue=cue, speaker_name=speaker)
    return msgspec.structs.replace(quote, speaker_start=start, speaker_end=start + len(speaker))


def test_a_capital_that_speaks_is_its_country_and_elsewhere_a_town() -> None:
    names = named({"a": TEXT}, ("a", "موسكو", "place"), ("a", "موسكو", "place"))
    found = by_use(names["a"], [_said(TEXT, "موسكو")])
    assert [name.type for name in found] == ["country", "place"]


def test_a_place_that_is_no_seat_of_government_stays_a_place() -> None:
    text = "قالت الدرعان إنها راضية."
    names = named({"a": text}, ("a", "الدرعان", "place"))
    assert by_use(names["a"], [_said(text, "الدرعان")])[0].type == "place"
