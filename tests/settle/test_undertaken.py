"""Undertakings of a statement whose speaker a person corrected."""

from msgspec.structs import replace

from tawatur.records.commitment import Party, Undertaking
from tawatur.records.quote import Cue, Quote
from tawatur.settle.undertaken import undertaken

_FOUND = Quote(
    id="q-1", document="d-1", start=30, end=60, text="سنعيد بناء الجسر", kind="direct", cue=Cue(start=0, end=3, text="قال"),
    speaker_name="سامي النورس", speaker_text="سامي النورس", speaker_start=4, speaker_end=15,
)  # fmt: skip
_CORRECTED = replace(
    _FOUND, speaker_name="فهد المرجان", speaker_text="فهد المرجان", speaker_start=80, speaker_end=91, judged="نادية"
)
_SAMI = Party(start=4, end=15, text="سامي النورس", phrase="سامي النورس سامي النورس")
_TOLD = Undertaking(
    document="d-1", start=30, end=60, cue=(30, 35), kind="made", by=(_SAMI,), what="سنعيد بناء الجسر", what_start=30, what_end=60,
    quote="q-1", said_by="سامي النورس",
)  # fmt: skip


def _after(told: Undertaking, corrected: Quote = _CORRECTED) -> tuple[Undertaking, ...]:
    return undertaken((told,), (_FOUND,), (corrected,))


def test_who_undertakes_and_by_whose_account_follow_the_statement() -> None:
    [one] = _after(_TOLD)
    [party] = one.by
    assert (party.text, party.start, party.end, one.said_by) == ("فهد المرجان", 80, 91, "فهد المرجان")


def test_one_who_is_not_named_in_the_article_stands_at_the_beginning_of_his_words() -> None:
    [one] = _after(_TOLD, replace(_CORRECTED, speaker_start=None, speaker_end=None, speaker_text=""))
    assert [(party.text, party.start, party.end) for party in one.by] == [("فهد المرجان", 30, 30)]


def test_a_body_of_the_speaker_s_own_is_the_other_one_s() -> None:
    own = Party(start=32, end=39, text="الوزارة", phrase="الوزارة سامي النورس سامي النورس", of="سامي النورس")
    [one] = _after(replace(_TOLD, by=(own,)))
    [party] = one.by
    assert (party.text, party.of, party.phrase) == ("الوزارة", "فهد المرجان", "الوزارة فهد المرجان فهد المرجان")


def test_what_nobody_is_left_to_undertake_is_none_unless_an_agreement_is_named() -> None:
    nobody = replace(_CORRECTED, speaker_name=None, speaker_start=None, speaker_end=None, speaker_text="")
    assert _after(_TOLD, nobody) == ()
    [one] = _after(replace(_TOLD, pact="truce"), nobody)
    assert (one.by, one.said_by) == ((), None)


def test_others_who_undertake_and_other_statements_are_left_alone() -> None:
    other = Party(start=100, end=105, text="بلدية", phrase="بلدية")
    [one] = _after(replace(_TOLD, by=(other,), said_by="الناطق"))
    assert (one.by, one.said_by) == ((other,), "الناطق")
    elsewhere = replace(_TOLD, start=200, end=230, cue=(200, 205), quote="q-2")
    assert _after(elsewhere) == (elsewhere,)


def test_where_nobody_corrected_anything_all_is_as_it_was() -> None:
    assert undertaken((_TOLD,), (_FOUND,), (replace(_CORRECTED, judged=None),)) == (_TOLD,)
