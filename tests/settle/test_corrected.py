"""Corrections of articles, as they are applied to what the program found."""

from typing import Any

import msgspec
import pytest

from tawatur.records.correction import Correction
from tawatur.records.judgement import Seen, Subject
from tawatur.records.name import Entity, Name
from tawatur.records.quote import Cue, Link, Quote
from tawatur.settle.corrected import Corrected
from tawatur.settle.joined import Joined

TEXT = "قال الوزير سامي النورس إن السد آمن، ونقل عنه عمر الدرعي أن الماء وفير. ثم قال فهد المرجان إن المال قليل."
SAID = "السد آمن"
AT = TEXT.index(SAID)
SAMI = Entity(id="e-1", type="person", name="سامي النورس", forms=("سامي النورس",))
FAHD = Entity(id="e-2", type="person", name="فهد المرجان", forms=("فهد المرجان",))


def _name(entity: Entity, text: str = TEXT, document: str = "d-1") -> Name:
    start = text.index(entity.name)
    return Name(document=document, start=start, end=start + len(entity.name), text=entity.name, type="person", entity=entity.id)


JOINED = Joined({"d-1": (_name(SAMI), _name(FAHD))}, (SAMI, FAHD))
OMAR = Link(name="عمر الدرعي", start=TEXT.index("عمر"), end=TEXT.index("عمر") + 10)


def _quote(start: int, end: int, **fields: Any) -> Quote:
    return Quote(
        id=f"q-{start}", document="d-1", start=start, end=end, text=TEXT[start:end], kind="indirect",
        cue=Cue(start=0, end=3, text="قال"), speaker="e-1", speaker_name="سامي النورس", speaker_kind="named",
        chain=(Link(name="سامي النورس", entity="e-1", start=11, end=22), OMAR), **fields,
    )  # fmt: skip


def _told(subject: Subject | None = None, value: str | None = None, **fields: Any) -> Correction:
    given: dict[str, Any] = {
        "start": AT,
        "end": AT + len(SAID),
        "text": SAID,
        "when": "2024-05-01T00:00:00.000000+00:00",
        **fields,
    }
    return Correction(id=f"w-{given['when']}", kind="speaker", document="d-1", value=value, subject=subject, who="نادية", **given)


def _of(entity: Entity, *mentions: Name) -> Subject:
    seen = tuple(Seen(document=m.document, start=m.start, end=m.end, text=m.text) for m in mentions)
    return Subject(type=entity.type, name=entity.name, mentions=seen)


def _applied(
    told: Correction, quotes: tuple[Quote, ...], joined: Joined = JOINED, text: str = TEXT
) -> tuple[tuple[Quote, ...], str, str]:
    corrected = Corrected([told], {"d-1": text})
    found = corrected.speakers({"d-1": quotes}, joined)["d-1"]
    [outcome] = corrected.outcomes()
    return found, outcome.status, outcome.missing


def test_a_statement_that_a_new_version_cuts_otherwise_is_found_by_its_place() -> None:
    (found,), status, _ = _applied(_told(_of(FAHD, _name(FAHD))), (_quote(AT - 3, AT + len(SAID)),))
    assert (found.speaker, status) == ("e-2", "applied")


def test_a_statement_of_which_less_than_half_is_shared_is_another() -> None:
    other = _quote(AT + len(SAID) - 2, AT + len(SAID) + 30)
    (found,), status, missing = _applied(_told(_of(FAHD, _name(FAHD))), (other,))
    assert (found, status, missing) == (other, "lost", SAID)


def test_of_two_statements_the_one_that_shares_most_is_meant() -> None:
    near, far = _quote(AT, AT + len(SAID)), _quote(AT - 8, AT + 3)
    found, _, _ = _applied(_told(None, "نائب الوزير"), (far, near))
    assert [one.judged for one in found] == [None, "نادية"]


def test_without_statements_the_correction_is_lost() -> None:
    assert _applied(_told(None, "نائب الوزير"), ())[1:] == ("lost", SAID)


def test_an_entity_is_found_by_a_mention_whatever_it_is_called_now() -> None:
    renamed = msgspec.structs.replace(FAHD, id="e-9", name="فهد بن علي المرجان")
    joined = Joined({"d-1": (_name(SAMI), msgspec.structs.replace(_name(FAHD), entity="e-9"))}, (SAMI, renamed))
    (found,), _, _ = _applied(_told(_of(FAHD, _name(FAHD))), (_quote(AT, AT + len(SAID)),), joined)
    assert (found.speaker, found.speaker_name, found.speaker_text) == ("e-9", "فهد بن علي المرجان", "فهد المرجان")


def test_an_entity_none_of_whose_mentions_is_here_is_found_by_its_name() -> None:
    elsewhere = _of(FAHD, msgspec.structs.replace(_name(FAHD), document="d-7"))
    (found,), status, _ = _applied(_told(elsewhere), (_quote(AT, AT + len(SAID)),))
    assert (found.speaker, status) == ("e-2", "applied")


def test_an_entity_whose_name_two_have_is_not_guessed() -> None:
    twin = msgspec.structs.replace(FAHD, id="e-3")
    told = _told(_of(FAHD))
    (found,), status, missing = _applied(told, (_quote(AT, AT + len(SAID)),), Joined(JOINED.names, (SAMI, FAHD, twin)))
    assert (found.speaker, status, missing) == ("e-1", "lost", "فهد المرجان")


def test_the_chain_keeps_who_passed_the_words_on_and_drops_who_did_not_say_them() -> None:
    (found,), _, _ = _applied(_told(None, "نائب الوزير"), (_quote(AT, AT + len(SAID)),))
    assert found.chain == (OMAR,)


@pytest.mark.parametrize(
    ("moved", "status"), [("خبر: " + TEXT, "applied"), (TEXT + " " + TEXT, "applied"), (TEXT.replace("آمن", "سليم"), "lost")]
)
def test_words_are_looked_for_at_their_place_and_then_where_alone_they_stand(moved: str, status: str) -> None:
    at = moved.find("السد")
    quote = msgspec.structs.replace(_quote(0, 0), start=at, end=at + len(SAID), text=moved[at : at + len(SAID)])
    assert _applied(_told(None, "نائب الوزير"), (quote,), text=moved)[1] == status


def test_words_that_have_moved_and_stand_twice_are_not_guessed() -> None:
    moved = f"خبر: {SAID} و{SAID}."
    quote = msgspec.structs.replace(_quote(0, 0), start=5, end=5 + len(SAID), text=SAID)
    assert _applied(_told(None, "نائب الوزير"), (quote,), text=moved)[1] == "lost"


def test_what_was_taken_back_does_nothing() -> None:
    told = msgspec.structs.replace(_told(None, "نائب الوزير"), undone="2024-05-02T00:00:00.000000+00:00")
    corrected = Corrected([told], {"d-1": TEXT})
    quotes = {"d-1": (_quote(AT, AT + len(SAID)),)}
    assert (corrected.speakers(quotes, JOINED), corrected.outcomes()) == (quotes, ())
