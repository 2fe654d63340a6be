"""Correcting articles: whose a statement is, when an article was published, whose text it is, what a line is."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.correct.conftest import CUP, NINE, Desk, made

from tawatur import correct
from tawatur.records.correction import Correction
from tawatur.records.errors import UsageError
from tawatur.records.quote import Quote

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
WIRE = (
    "قالت وزيرة الري نجوى الصيرمي إن منسوب بحيرة الدرعان ارتفع أربعين سنتيمترا منذ مطلع الأسبوع، "
    "وإن فرق الطوارئ أخلت سبع قرى على الضفة الشرقية قبل وصول المياه إليها بساعات.\n\n"
    "وتقع البحيرة على مسافة ثلاثين كيلومترا من العاصمة، وتروي أكثر من نصف الأراضي الزراعية في السهل الشمالي من البلاد."
)
DATED = f"ارتفاع منسوب بحيرة الدرعان\n\nنشر في: 12 أيار 2023\n\n{WIRE}\n\nوأضافت الوزيرة أن السد آمن.\n"
TWIN = f"إخلاء سبع قرى على ضفاف الدرعان\n\n{WIRE}\n\nولم ترد أنباء عن إصابات حتى مساء الجمعة.\n"


def _said(desk: Desk, words: str) -> Quote:
    return next(one for view in desk.found.documents() for one in view.settled.quotes if words in one.text)


def _speaker(desk: Desk) -> Correction:
    return correct.speaker(desk.store, "إصلاحه يطول", "فهد المرجان", who="نادية", when=NOON)


def _date(desk: Desk) -> Correction:
    return correct.date(desk.store, "cup.txt", "2023-05-18", who="نادية", when=NOON)


def _origin(desk: Desk) -> Correction:
    return correct.origin(desk.store, "cup.txt", "reuters", who="نادية", when=NOON)


def _line(desk: Desk) -> Correction:
    return correct.line(desk.store, "nine.txt", "الجسر قديم", "furniture", who="نادية", when=NOON)


CORRECTED: list[Callable[[Desk], Correction]] = [_speaker, _date, _origin, _line]


@pytest.mark.parametrize("corrected", CORRECTED)
def test_a_correction_changes_what_is_exported_until_it_is_taken_back(
    desk: Desk, corrected: Callable[[Desk], Correction]
) -> None:
    before = desk.exported("stories")
    told = corrected(desk)
    assert correct.entry(desk.found, told).became == "waiting"
    assert correct.apply(desk.store)
    assert desk.exported("stories") != before
    assert correct.entry(desk.found, told).became == "applied"
    correct.undo(desk.store, told.id, who="سعاد")
    assert correct.apply(desk.store)
    assert desk.exported("stories") == before
    assert [one.became for one in correct.history(desk.found)] == ["undone"]


@pytest.mark.parametrize("corrected", CORRECTED)
def test_a_correction_holds_after_a_new_run_and_after_reading_all_into_a_new_store(
    desk: Desk, corrected: Callable[[Desk], Correction], tmp_path: Path
) -> None:
    told = corrected(desk)
    desk.put("more.txt", CUP.replace("الجزر", "الموانئ").replace("20 أيار", "9 حزيران"))
    desk.read()
    assert correct.entry(desk.found, told).became == "applied"
    correct.export(desk.store, tmp_path / "judged.jsonl")
    again = made(desk.folder, tmp_path / "again.sqlite")
    again.read()  # the judgements come to a store that knows nothing of them
    correct.take(again.store, tmp_path / "judged.jsonl")
    assert correct.apply(again.store)
    assert again.exported("stories") == desk.exported("stories")
    assert [one.became for one in correct.history(again.found)] == ["applied"]


def test_a_statement_is_given_to_an_entity_where_the_article_names_it(desk: Desk) -> None:
    desk.put(
        "both.txt",
        CUP.replace("بثلاثة أهداف.", "بثلاثة أهداف. وقال المدرب سامي النورس إن الفوز مستحق. وحضر فهد المرجان المباراة."),
    )
    desk.read()
    before = _said(desk, "الفوز مستحق")
    correct.speaker(desk.store, before.id, "فهد المرجان", who="نادية", when=NOON)
    correct.apply(desk.store)
    after = _said(desk, "الفوز مستحق")
    text = desk.view("both.txt").document.text
    assert before.speaker_name == "سامي النورس"
    assert (after.speaker_name, after.speaker_kind, after.judged) == ("فهد المرجان", "named", "نادية")
    assert after.speaker_start is not None
    assert text[after.speaker_start : after.speaker_end] == after.speaker_text == "فهد المرجان"
    assert after.speaker == next(one.id for one in desk.found.entities() if one.name == "فهد المرجان")


def test_a_statement_is_given_to_a_name_that_no_entity_has(desk: Desk) -> None:
    correct.speaker(desk.store, "إصلاحه يطول", " نائب  الوزير ", who="نادية", when=NOON)
    correct.apply(desk.store)
    said = _said(desk, "إصلاحه يطول")
    assert (said.speaker, said.speaker_name, said.speaker_text, said.speaker_start) == (None, "نائب الوزير", "", None)


def test_an_article_is_named_by_its_title_too_and_two_of_one_title_by_their_ids(desk: Desk) -> None:
    told = correct.date(desk.store, "كأس الجزر للنوارس", "2023-05-18", who="نادية", when=NOON)
    assert told.document == desk.view("cup.txt").document.id
    desk.put("again.txt", CUP.replace("بثلاثة", "بأربعة"))
    desk.read()
    with pytest.raises(UsageError) as error:
        correct.date(desk.store, "كأس الجزر للنوارس", "2023-05-18", who="نادية")
    assert (error.value.code, error.value.values["count"]) == ("article_ambiguous", 2)
    assert told.document in str(error.value.values["articles"])


def test_a_statement_is_given_to_nobody(desk: Desk) -> None:
    correct.speaker(desk.store, "إصلاحه يطول", None, who="نادية", when=NOON)
    correct.apply(desk.store)
    said = _said(desk, "إصلاحه يطول")
    assert (said.speaker, said.speaker_name, said.speaker_kind, said.judged) == (None, None, "unnamed", "نادية")


def test_a_speaker_follows_the_names_that_are_merged_after_it(desk: Desk) -> None:
    told = _speaker(desk)
    correct.merge(desk.store, ["سامي النورس", "فهد المرجان"], who="نادية", when=NOON + timedelta(minutes=1))
    correct.apply(desk.store)
    assert _said(desk, "إصلاحه يطول").speaker == _said(desk, "الجسر قديم").speaker
    assert correct.entry(desk.found, told).entities == (_said(desk, "الجسر قديم").speaker,)


def test_a_date_is_of_the_person_who_gave_it_and_dates_the_twin_of_the_article(tmp_path: Path) -> None:
    desk = made(tmp_path / "in", tmp_path / "s.sqlite")
    desk.put("dated.txt", DATED)
    desk.put("twin.txt", TWIN)
    desk.read()
    correct.date(desk.store, "dated.txt", "2023-06-02", words="ارتفاع منسوب", who="نادية", when=NOON)
    correct.apply(desk.store)
    dated, twin = (desk.view(name).settled.publication for name in ("dated.txt", "twin.txt"))
    assert (dated.published, dated.basis, dated.reason) == ("2023-06-02", "given", "judged by نادية")
    assert dated.evidence is not None
    assert (dated.evidence.start, dated.evidence.end) == (0, len("ارتفاع منسوب"))
    assert (twin.published, twin.basis) == ("2023-06-02", "linked")
    assert desk.story("dated.txt").date == "2023-06-02"


def test_an_article_without_a_known_date_is_dated_by_no_twin(tmp_path: Path) -> None:
    desk = made(tmp_path / "in", tmp_path / "s.sqlite")
    desk.put("dated.txt", DATED)
    desk.put("twin.txt", TWIN)
    desk.read()
    assert desk.view("twin.txt").settled.publication.published == "2023-05-12"
    correct.date(desk.store, "twin.txt", None, who="نادية", when=NOON)
    correct.apply(desk.store)
    publication = desk.view("twin.txt").settled.publication
    assert (publication.published, publication.basis, publication.reason) == (None, None, "judged by نادية")


def test_what_was_copied_from_what_goes_by_the_corrected_dates(tmp_path: Path) -> None:
    desk = made(tmp_path / "in", tmp_path / "s.sqlite")
    desk.put("dated.txt", DATED)
    desk.put("twin.txt", TWIN.replace("الدرعان\n\n", "الدرعان\n\nنشر في: 15 أيار 2023\n\n", 1))
    desk.read()
    before = {one.direction for one in desk.found.reuse()}
    for name, day in (("dated.txt", "2023-05-15"), ("twin.txt", "2023-05-12")):
        correct.date(desk.store, name, day, who="نادية", when=NOON)
    correct.apply(desk.store)
    after = {one.direction for one in desk.found.reuse()}
    assert {*before, *after} == {"a_from_b", "b_from_a"}
    assert before.isdisjoint(after)
    correct.undo(desk.store, who="نادية")
    correct.undo(desk.store, who="نادية")
    correct.apply(desk.store)
    assert {one.direction for one in desk.found.reuse()} == before


def test_an_origin_is_carried_to_the_copies_and_none_is_given_to_nobody(tmp_path: Path) -> None:
    desk = made(tmp_path / "in", tmp_path / "s.sqlite")
    desk.put("dated.txt", DATED)
    desk.put("twin.txt", TWIN)
    desk.read()
    correct.origin(desk.store, "dated.txt", "رويترز", who="نادية", when=NOON)
    correct.apply(desk.store)
    dated, twin = (desk.view(name).settled for name in ("dated.txt", "twin.txt"))
    assert (dated.origin, dated.origin_basis, dated.origin_judged) == ("reuters", None, "نادية")
    assert (twin.origin, twin.origin_basis, twin.origin_judged) == ("reuters", "reuse", None)
    correct.origin(desk.store, "twin.txt", None, who="نادية", when=NOON + timedelta(minutes=1))
    correct.apply(desk.store)
    twin = desk.view("twin.txt").settled
    assert (twin.origin, twin.origin_basis, twin.origin_judged) == (None, None, "نادية")
    assert [one.became for one in correct.history(desk.found)] == ["applied", "applied"]


def test_a_credit_of_the_article_gives_way_to_the_origin_that_a_person_says(tmp_path: Path) -> None:
    desk = made(tmp_path / "in", tmp_path / "s.sqlite")
    desk.put("wire.txt", DATED.replace(WIRE, f"الدرعان (رويترز) - {WIRE}"))
    desk.read()
    assert desk.view("wire.txt").settled.origin == "reuters"
    correct.origin(desk.store, "wire.txt", "afp", who="نادية", when=NOON)
    correct.apply(desk.store)
    assert desk.view("wire.txt").settled.origin == "afp"


def test_a_line_that_is_judged_furniture_is_no_longer_read_and_says_who_judged(desk: Desk) -> None:
    assert _said(desk, "الجسر قديم").speaker_name == "سامي النورس"
    _line(desk)
    correct.apply(desk.store)
    view = desk.view("nine.txt")
    [line] = [one for one in view.article.lines if one.reason == "judged by نادية"]
    assert "الجسر قديم" in view.document.text[line.start : line.end]
    assert line.kind == "furniture"
    assert view.settled.quotes == ()


def test_only_the_article_whose_line_was_corrected_is_annotated_anew(desk: Desk) -> None:
    before = desk.store.states()
    told = _line(desk)
    correct.apply(desk.store)
    after = desk.store.states()
    assert [name for name in before if before[name] != after[name]] == [told.document]


def test_the_title_is_the_line_that_a_person_says_it_is(desk: Desk) -> None:
    correct.line(desk.store, "cup.txt", "كأس الجزر للنوارس", "heading", who="نادية", when=NOON)
    correct.apply(desk.store)
    assert desk.view("cup.txt").article.title is None
    correct.line(desk.store, "cup.txt", CUP.index("فاز فريق"), "title", who="نادية", when=NOON + timedelta(minutes=1))
    correct.apply(desk.store)
    title = desk.view("cup.txt").article.title
    assert title is not None
    assert title.text.startswith("فاز فريق")


def test_who_signs_an_article_goes_by_the_lines_that_a_person_calls_its_byline(desk: Desk) -> None:
    desk.put("signed.txt", CUP.replace("للنوارس\n\n", "للنوارس\n\nكتب عمر الدرعي\n\n"))
    desk.read()
    assert desk.view("signed.txt").article.authors == ("عمر الدرعي",)
    correct.line(desk.store, "signed.txt", "كتب عمر", "furniture", who="نادية", when=NOON)
    correct.apply(desk.store)
    assert desk.view("signed.txt").article.authors == ()
    correct.line(desk.store, "signed.txt", "كتب عمر", "byline", who="نادية", when=NOON + timedelta(minutes=1))
    correct.apply(desk.store)
    assert desk.view("signed.txt").article.authors == ("عمر الدرعي",)


@pytest.mark.parametrize("kind", ["date", "origin", "speaker", "line"])
def test_the_later_correction_has_the_last_word_in_whatever_order_they_are_kept(desk: Desk, kind: str, tmp_path: Path) -> None:
    def correction(value: str, minute: int) -> Correction:
        when = NOON + timedelta(minutes=minute)
        if kind == "speaker":
            return correct.speaker(desk.store, "إصلاحه يطول", value, who="نادية", when=when)
        if kind == "line":
            return correct.line(desk.store, "nine.txt", "الجسر قديم", value, who="نادية", when=when)
        judge = correct.date if kind == "date" else correct.origin
        return judge(desk.store, "cup.txt", value, who="نادية", when=when)

    first, last = {
        "date": ("2023-05-18", "2023-05-17"),
        "origin": ("reuters", "afp"),
        "speaker": ("فهد المرجان", "نائب الوزير"),
        "line": ("caption", "furniture"),
    }[kind]
    later = correction(last, 2)
    earlier = correction(first, 1)
    correct.apply(desk.store)
    assert {one.judgement.id: one.became for one in correct.history(desk.found)} == {later.id: "applied", earlier.id: "overruled"}
    other = made(desk.folder, tmp_path / "other.sqlite")
    other.read()
    correct.export(desk.store, tmp_path / "judged.jsonl")
    correct.take(other.store, tmp_path / "judged.jsonl")
    correct.apply(other.store)
    assert other.exported() == desk.exported()


def test_a_correction_that_says_what_the_program_says_holds_already(desk: Desk) -> None:
    desk.put("wire.txt", DATED.replace(WIRE, f"الدرعان (رويترز) - {WIRE}"))
    desk.read()
    correct.date(desk.store, "cup.txt", "2023-05-20", who="نادية", when=NOON)
    correct.origin(desk.store, "wire.txt", "reuters", who="نادية", when=NOON)
    correct.speaker(desk.store, "إصلاحه يطول", "سامي النورس", who="نادية", when=NOON)
    correct.apply(desk.store)
    assert {one.became for one in correct.history(desk.found)} == {"held"}


def test_corrections_whose_words_are_nowhere_are_lost_and_told(desk: Desk, tmp_path: Path) -> None:
    for corrected in CORRECTED:
        corrected(desk)
    correct.export(desk.store, tmp_path / "judged.jsonl")
    other = made(tmp_path / "elsewhere", tmp_path / "other.sqlite")
    other.put("cup.txt", CUP.replace("كأس", "درع"))
    correct.take(other.store, tmp_path / "judged.jsonl")
    other.read()
    assert [one.became for one in correct.history(other.found)] == ["lost"] * 4
    assert all(one.missing for one in correct.history(other.found))


@pytest.mark.parametrize(
    ("judge", "code"),
    [
        (lambda store: correct.speaker(store, "كلام لم يقله أحد", None, who="نادية"), "statement_unknown"),
        (lambda store: correct.speaker(store, "ال", None, who="نادية"), "statement_ambiguous"),
        (lambda store: correct.speaker(store, "إصلاحه يطول", " ", who="نادية"), "names_empty"),
        (lambda store: correct.date(store, "none.txt", "2023-05-18", who="نادية"), "article_unknown"),
        (lambda store: correct.date(store, "d-", "2023-05-18", who="نادية"), "article_unknown"),
        (lambda store: correct.date(store, "cup.txt", "18 أيار", who="نادية"), "date_malformed"),
        (lambda store: correct.date(store, "cup.txt", "2023-05-18", words="أمس", who="نادية"), "words_missing"),
        (lambda store: correct.origin(store, "cup.txt", "جريدة الحارة", who="نادية"), "agency_unknown"),
        (lambda store: correct.line(store, "cup.txt", "فاز فريق", "advertisement", who="نادية"), "line_kind_unknown"),
        (lambda store: correct.line(store, "cup.txt", "الجزر", "furniture", who="نادية"), "words_many"),
        (lambda store: correct.line(store, "cup.txt", 100_000, "furniture", who="نادية"), "line_unknown"),
        (lambda store: correct.line(store, "cup.txt", "فاز فريق", "furniture", who=" "), "judge_unnamed"),
    ],
)
def test_what_cannot_be_corrected_is_said_and_nothing_is_kept(desk: Desk, judge: Callable[..., Correction], code: str) -> None:
    with pytest.raises(UsageError) as error:
        judge(desk.store)
    assert error.value.code == code
    assert correct.history(desk.found) == []


def test_an_undertaking_follows_the_speaker_of_its_statement_until_that_is_taken_back(desk: Desk) -> None:
    promise = "وقال وزير الأشغال سامي النورس: «سنعيد بناء الجسر خلال ثلاثة أشهر». وكان وزير المال فهد المرجان حاضرا."
    desk.put("promise.txt", NINE.replace("وقال وزير الأشغال سامي النورس إن الجسر قديم.", promise))
    desk.read()
    assert [one.by for one in desk.found.commitments()] == [("سامي النورس",)]
    told = correct.speaker(desk.store, "سنعيد بناء الجسر", "فهد المرجان", who="نادية", when=NOON)
    correct.apply(desk.store)
    assert [one.by for one in desk.found.commitments()] == [("فهد المرجان",)]
    correct.undo(desk.store, told.id, who="سعاد")
    correct.apply(desk.store)
    assert [one.by for one in desk.found.commitments()] == [("سامي النورس",)]
