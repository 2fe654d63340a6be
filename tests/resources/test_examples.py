"""The example corpus and its gold: what the gold quotes stands where it says, and the corpus carries what it promises."""

import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from hijridate import Hijri

from tawatur import ingest
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.resources import load

EXAMPLES = Path(str(files("tawatur.resources").joinpath("examples")))
FILES = sorted((EXAMPLES / "articles").glob("*/*"), key=lambda path: path.name)
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
HIJRI_MONTHS = {"صفر": 2, "شعبان": 8, "رمضان": 9, "شوال": 10, "ذي الحجة": 12}
KINDS = {"title", "heading", "caption", "byline", "dateline", "credit", "furniture"}
Row = dict[str, Any]


@pytest.fixture(scope="module")
def gold() -> Row:
    data = yaml.safe_load((EXAMPLES / "gold" / "gold.yaml").read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


@pytest.fixture(scope="module")
def read() -> list[Document | Dropped]:
    found = ingest.raws(EXAMPLES / "articles", ingest.Options())
    return [raw if isinstance(raw, Dropped) else ingest.document(raw) for raw in found]


@pytest.fixture(scope="module")
def lines(read: list[Document | Dropped]) -> dict[str, list[str]]:
    return {Path(one.source).name[:3]: one.text.split("\n") for one in read if isinstance(one, Document)}


def rows_of(gold: Row, task: str) -> Iterator[tuple[str, Row]]:
    for doc, rows in gold[task].items():
        for row in rows:
            yield doc, row


def quoted(gold: Row) -> Iterator[tuple[str, int, str]]:
    """Every text that the gold quotes, with its article and its line."""
    for task in ("dates", "quotes"):
        for doc, row in rows_of(gold, task):
            for text in (row["text"], *row.get("or", [])):
                yield doc, row["line"], text
    for task in ("references", "not_quotes"):
        for row in gold[task]:
            yield row["doc"], row["line"], row["text"]
    for task in ("conflicts", "not_conflicts", "updates"):
        for row in gold[task]:
            for side in (row["a"], row["b"]):
                yield side["doc"], side["line"], side["text"]


def places(gold: Row) -> Iterator[str]:
    """Every `doc:line` of the gold."""
    for row in gold["reuse"]:
        yield from (row["a"], row["b"])
    for task in ("events", "commitments", "corroboration"):
        for row in gold[task]:
            yield from (*row["seen"], *row.get("later_seen", []))


def test_no_article_is_dropped(read: list[Document | Dropped]) -> None:
    assert [one for one in read if isinstance(one, Dropped)] == []
    assert len(read) == len(FILES)


def test_names_of_files_begin_with_the_three_digits_that_the_gold_uses(gold: Row) -> None:
    assert all(re.fullmatch(r"\d{3}_[a-z]+\.(txt|html)", path.name) for path in FILES)
    assert [path.name[:3] for path in FILES] == list(gold["documents"])


def test_there_are_twenty_articles_or_more_of_seven_outlets_and_two_agencies(gold: Row) -> None:
    documents = gold["documents"].values()
    assert len(documents) >= 20
    assert len({row["outlet"] for row in documents}) == 7
    assert len({row["origin"] for row in documents} - {None}) == 2


def test_an_article_and_its_folder_are_named_after_the_outlet(gold: Row) -> None:
    for path in FILES:
        outlet = gold["documents"][path.name[:3]]["outlet"]
        assert (path.parent.name, path.stem) == (outlet, f"{path.name[:3]}_{outlet}")


def test_pages_and_three_encodings_are_among_the_articles() -> None:
    assert 5 <= sum(path.suffix == ".html" for path in FILES) <= 7
    data = [path.read_bytes() for path in FILES]
    assert sum(one.startswith((b"\xff\xfe", b"\xfe\xff")) for one in data) == 1
    broken = [one for one in data if not one.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\xed" in one and not _is_utf8(one)]
    assert len(broken) == 1
    assert "نيرسان".encode("cp1256") in broken[0] or "النيرسانى".encode("cp1256") in broken[0]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_every_quoted_text_stands_on_its_line(gold: Row, lines: dict[str, list[str]]) -> None:
    assert [(d, n, t) for d, n, t in quoted(gold) if t not in lines[d][n - 1]] == []


def test_the_first_place_of_a_text_on_its_line_is_not_inside_a_longer_word(gold: Row, lines: dict[str, list[str]]) -> None:
    wrong = []
    for doc, n, text in quoted(gold):
        line = lines[doc][n - 1]
        start = line.index(text)
        if re.match(r"\w", line[start + len(text) :]) or re.search(r"\w[^\Wول]$|[^\Wوفبكلا]$", line[:start]):
            wrong.append((doc, n, text))
    assert wrong == []


def test_no_two_expressions_of_time_of_a_line_have_one_text(gold: Row) -> None:
    found = [(doc, row["line"], row["text"]) for doc, row in rows_of(gold, "dates")]
    assert len(found) == len(set(found))


def test_every_cue_stands_on_the_line_of_its_statement(gold: Row, lines: dict[str, list[str]]) -> None:
    rows = list(rows_of(gold, "quotes"))
    assert [(doc, row["cue"]) for doc, row in rows if row["cue"] not in lines[doc][row["line"] - 1]] == []


def test_every_speaker_is_a_name_or_words_of_the_article(gold: Row, lines: dict[str, list[str]]) -> None:
    wrong = [
        (doc, row["speaker"])
        for doc, row in rows_of(gold, "quotes")
        if row["speaker"] not in gold["names"] and row["speaker"] not in "\n".join(lines[doc])
    ]
    assert wrong == []


def test_every_form_of_a_name_stands_in_the_corpus(gold: Row, lines: dict[str, list[str]]) -> None:
    text = "\n".join("\n".join(article) for article in lines.values())
    forms = [(who, form) for who, row in gold["names"].items() for key in ("forms", "also") for form in row.get(key, [])]
    assert [pair for pair in forms if pair[1] not in text] == []


def test_every_place_of_the_gold_is_a_line_with_words(gold: Row, lines: dict[str, list[str]]) -> None:
    wrong = []
    for place in places(gold):
        doc, _, n = place.partition(":")
        if not lines[doc][int(n) - 1].strip():
            wrong.append(place)
    assert wrong == []


def test_lines_that_are_no_prose_exist_and_have_a_known_kind(gold: Row, lines: dict[str, list[str]]) -> None:
    for doc, kinds in gold["not_body"].items():
        assert set(kinds.values()) <= KINDS
        assert all(lines[doc][n - 1].strip() for n in kinds)


def test_three_stories_in_two_threads_share_out_the_articles(gold: Row) -> None:
    assert len(gold["stories"]) == 3
    assert len(gold["threads"]) == 2
    assert sorted(doc for row in gold["stories"].values() for doc in row["documents"]) == sorted(gold["documents"])
    assert sorted(story for row in gold["threads"] for story in row["stories"]) == sorted(gold["stories"])


def test_a_day_of_the_week_agrees_with_its_value(gold: Row) -> None:
    wrong = []
    for doc, row in rows_of(gold, "dates"):
        named = [n for n, day in enumerate(WEEKDAYS) if day in row["text"]]
        if named and date.fromisoformat(str(row["value"])[:10]).weekday() not in named:
            wrong.append((doc, row["text"], row["value"]))
    assert wrong == []


def test_a_hijri_day_agrees_with_the_calendar_of_umm_al_qura(gold: Row) -> None:
    seen = 0
    for _, row in rows_of(gold, "dates"):
        month = next((n for name, n in HIJRI_MONTHS.items() if name in row["text"]), None)
        found = re.search(r"(?<!\d)(\d{1,2})(?!\d).*?(\d{4})", row["text"])
        if month and found:
            day, year = int(found.group(1)), int(found.group(2))
            assert Hijri(year, month, day).to_gregorian().isoformat() == str(row["value"])
            seen += 1
    assert seen >= 3


def test_corroboration_counts_the_articles_that_it_names(gold: Row) -> None:
    for row in gold["corroboration"]:
        assert row["documents"] == len({place[:3] for place in row["seen"]}), row["what"]
        assert 1 <= row["origins"] <= row["documents"]


def test_the_register_knows_every_outlet_and_agency_and_nothing_real(gold: Row) -> None:
    register = yaml.safe_load((EXAMPLES / "register.yaml").read_text(encoding="utf-8"))
    outlets = {row["key"]: row for row in register["outlets"]}
    assert set(outlets) == {row["outlet"] for row in gold["documents"].values()}
    assert {row["key"] for row in register["agencies"]} == {row["origin"] for row in gold["documents"].values()} - {None}
    assert len({row["owner"] for row in outlets.values()}) == len(outlets) - 1
    assert all(domain.endswith(".example") for row in outlets.values() for domain in row["domains"])
    assert not set(outlets) & {row["key"] for row in load("outlets")["outlets"]}
    assert not {row["key"] for row in register["agencies"]} & {row["key"] for row in load("agencies")["agencies"]}


def test_the_corpus_carries_what_a_careful_reader_looks_for(gold: Row) -> None:
    drifts = " ".join(row.get("drift", "") for row in gold["reuse"])
    assert "direct quotation" in drifts
    assert "another speaker" in drifts
    assert "became a fact" in drifts
    assert len(gold["updates"]) >= 1
    assert {row["kind"] for row in gold["conflicts"] if not row.get("soft")} >= {"number", "speaker", "polarity"}
    assert any(row["status"] == "broken" and row.get("later_seen") for row in gold["commitments"])
    texts = " ".join(row["text"] for _, row in rows_of(gold, "dates"))
    assert all(word in texts for word in ("كانون الثاني", "شباط", "آذار", "نيسان", "حزيران", "شوال", "شتنبر", "العام الماضي"))
    assert (
        sum("no date in the text" in row["dated_by"] or "no full date" in row["dated_by"] for row in gold["documents"].values())
        >= 4
    )
    assert any(
        len([form for form in row["forms"] if " " in form]) >= 3 for row in gold["names"].values() if row["type"] == "person"
    )
    assert {row["kind"] for _, row in rows_of(gold, "quotes")} == {"direct", "indirect", "mixed"}
