from tawatur.export.parts.withheld import LONGEST, short
from tawatur.records.finding import Finding, Reason, Side
from tawatur.records.quote import Cue, Quote
from tawatur.records.story import Story

_LONG = " ".join(["كلمة"] * (LONGEST + 1))
_SHORT = " ".join(["كلمة"] * LONGEST)


def _quote(text: str) -> Quote:
    return Quote(id="q-1", document="d-1", start=0, end=9, text=text, kind="direct", cue=Cue(start=0, end=2, text="قال"))


def test_a_statement_of_few_words_is_passed_on() -> None:
    quote = _quote(_SHORT)
    assert short(quote) is quote


def test_of_a_long_statement_the_place_is_left() -> None:
    found = short(_quote(_LONG))
    assert (found.text, found.start, found.end, found.cue.text) == ("", 0, 9, "قال")


def test_a_field_that_may_be_none_is_none() -> None:
    assert short(Story(id="y-1", title=_LONG, documents=("d-1",))).title is None


def test_words_deep_in_a_record_are_found_and_the_programs_own_kept() -> None:
    side = Side(document="d-1", start=0, end=9, text=_LONG, value=_LONG)
    finding = Finding(id="n-1", kind="conflict", sides=(side,), documents=1, origins=(), reason=Reason(ar=_LONG, en="r"))
    found = short(finding)
    assert (found.sides[0].text, found.sides[0].value) == ("", None)
    assert found.reason.ar == _LONG


def test_a_long_word_of_a_list_is_left_out() -> None:
    assert short(Story(id="y-1", title=None, documents=("d-1",), outlets=("صحيفة", _LONG))).outlets == ("صحيفة",)
