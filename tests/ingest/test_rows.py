import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.helpers import Read

from tawatur.ingest import Bounds, Mapping, Options, Raw, parse_mapping, raws
from tawatur.ingest.json_stream import items

ROW = {
    "key": "17",
    "text": "  نص المقال\r\n كما هو  ",
    "title": "عنوان",
    "outlet": "صحيفة السهل",
    "author": "ليلى",
    "url": "https://sahl.example/17",
    "published": "2021-03-05",
    "fetched": "2021-03-06 10:11:12",
}


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")


def _as_csv(rows: Any, separator: str = ",") -> Any:
    import csv
    import io

    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _check(found: Any) -> Any:
    assert found.text == ROW["text"]
    assert (found.key, found.address, found.fetched, found.format) == ("17", ROW["url"], "2021-03-06T10:11:12", "row")
    given = found.given
    assert (given.title, given.outlet, given.author, given.published) == ("عنوان", "صحيفة السهل", "ليلى", "2021-03-05")


def test_json_lines_need_no_mapping(tmp_path: Path, read: Read) -> None:
    _write(tmp_path / "a.jsonl", [ROW])
    _check(read(tmp_path).documents[0])


@pytest.mark.parametrize(
    "content", [[ROW], {"articles": [ROW]}, {"ok": 1, "response": {"docs": [ROW]}}, ROW, {"tags": ["a", "b"], **ROW}]
)
def test_json_is_a_list_or_holds_one_or_is_one_row(tmp_path: Path, read: Read, content: Any) -> None:
    (tmp_path / "a.json").write_text(json.dumps(content), encoding="utf-8")
    found = read(tmp_path)
    _check(found.documents[0])
    assert len(found.documents) == 1


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_tables_are_read_with_their_separator_and_encoding(
    tmp_path: Path, read: Read, name: str, separator: str, encoding: str
) -> None:
    (tmp_path / name).write_bytes(_as_csv([ROW], separator).encode(encoding))
    _check(read(tmp_path).documents[0])


def test_parquet_is_read(tmp_path: Path, read: Read) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.Table.from_pylist([ROW] * 3), tmp_path / "a.parquet")
    found = read(tmp_path)
    _check(found.documents[0])
    assert len(found.documents) == 3


def test_parquet_without_its_package_names_the_remedy(tmp_path: Path, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1" + bytes(100))
    found = read(tmp_path)
    assert found.reasons == ["missing_package"]
    assert "tawatur[parquet]" in found.dropped[0].detail


def test_a_broken_parquet_is_malformed(tmp_path: Path, read: Read) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.parquet").write_bytes(b"PAR1" + bytes(100))
    assert read(tmp_path).reasons == ["malformed"]


def test_a_mapping_names_fields_and_leaves_the_others(tmp_path: Path, read: Read) -> None:
    row = {"content": ROW["text"], "date_extracted": ROW["fetched"], "source": ROW["outlet"], "id": "17", **ROW}
    for name in ("text", "fetched", "outlet", "key"):
        del row[name]
    _write(tmp_path / "a.jsonl", [row])
    mapping = parse_mapping("text=content, fetched=date_extracted,outlet=source,key=id")
    _check(read(tmp_path, Options(mapping=mapping)).documents[0])


def test_a_mapping_goes_into_nested_objects(tmp_path: Path, read: Read) -> None:
    _write(tmp_path / "a.jsonl", [{"body": {"ar": "نص"}, "by": {"name": "ليلى"}, "tags": ["a", "b"]}])
    found = read(tmp_path, Options(mapping=parse_mapping("text=body.ar,author=by,title=tags"))).documents[0]
    assert (found.text, found.given.author, found.given.title) == ("نص", "ليلى", "a، b")


def test_named_mappings_are_known() -> None:
    assert parse_mapping("saudinewsnet") == Mapping(
        text="content", key="url", address="url", outlet="source", fetched="date_extracted"
    )


@pytest.mark.parametrize("words", ["nonsense", "text", "text=", "colour=red", "=a", ""])
def test_a_mapping_that_is_none_says_what_one_looks_like(words: str) -> None:
    with pytest.raises(ValueError, match="text=content"):
        parse_mapping(words)


def test_rows_without_the_text_field_are_told_of_once_with_their_fields(tmp_path: Path, read: Read) -> None:
    _write(tmp_path / "a.jsonl", [{"body": "نص المقال", "by": "م"}] * 30)
    found = read(tmp_path)
    assert found.reasons == ["field_missing"]
    assert "30 rows" in found.dropped[0].detail
    assert "body, by" in found.dropped[0].detail
    assert "--map text=body" in found.dropped[0].detail


def test_a_row_with_nothing_in_it_is_dropped_by_its_number(tmp_path: Path, read: Read) -> None:
    _write(tmp_path / "a.jsonl", [ROW, {"text": ""}, {"text": 7}, ROW])
    found = read(tmp_path)
    assert len(found.documents) == 2
    assert [(one.source, one.reason) for one in found.dropped] == [("a.jsonl#2", "empty"), ("a.jsonl#3", "empty")]


def test_a_broken_line_is_dropped_alone(tmp_path: Path, read: Read) -> None:
    lines = [json.dumps(ROW), "{broken", "", "[1]", '{"text": "نص ثان"}', '{"text": "half \\ud83d"}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = read(tmp_path)
    assert found.texts == [ROW["text"], "نص ثان", "half \ufffd"]
    assert [one.source for one in found.dropped if one.reason == "malformed"] == ["a.jsonl#2", "a.jsonl#4"]


def test_a_line_of_fifty_megabytes_is_dropped_alone(tmp_path: Path, read: Read) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.write(b'{"text": "' + b"a" * (50 * 2**20) + b'"}\n')
        file.write(json.dumps(ROW).encode())
    found = read(tmp_path)
    assert found.texts == [ROW["text"]]
    assert [(one.source, one.reason) for one in found.dropped] == [("a.jsonl#1", "too_large")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_json_is_read_in_other_encodings(tmp_path: Path, read: Read, name: str, encoding: str) -> None:
    row = json.dumps(ROW, ensure_ascii=False)
    (tmp_path / name).write_bytes((f"[{row},\n{row}]" if name == "a.json" else f"{row}\n{row}").encode(encoding))
    assert read(tmp_path).texts == [ROW["text"]] * 2


def test_json_that_breaks_off_gives_what_stood_before(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.json").write_text(json.dumps([ROW, ROW])[:-30], encoding="utf-8")
    found = read(tmp_path)
    assert len(found.documents) == 1
    assert found.reasons == ["malformed"]


def test_json_lines_under_json_s_name_are_read(tmp_path: Path, read: Read) -> None:
    _write(tmp_path / "a.json", [ROW, ROW])
    assert len(read(tmp_path).documents) == 2


def test_a_mark_that_is_never_closed_is_told_with_its_row(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.csv").write_text('text,key\nنص,1\n"نص لا يُغلق,2\n' + "سطر,3\n" * 50, encoding="utf-8")
    found = read(tmp_path, Options(bounds=Bounds(document=100)))
    assert found.texts[0] == "نص"
    assert found.reasons[-1] == "malformed"
    assert "row 2" in found.dropped[-1].detail


def test_the_id_of_a_row_without_address_is_of_its_key_and_not_of_its_place(tmp_path: Path, read: Read) -> None:
    row = {"key": "5", "text": "نص"}
    _write(tmp_path / "a.jsonl", [row, ROW])
    before = {one.id for one in read(tmp_path).documents}
    _write(tmp_path / "a.jsonl", [ROW, row])
    assert {one.id for one in read(tmp_path).documents} == before


def test_fields_that_are_not_mapped_are_kept_as_hints(tmp_path: Path, read: Read) -> None:
    _write(tmp_path / "a.jsonl", [{**ROW, "section": "محليات"}])
    assert [(hint.name, hint.value) for hint in read(tmp_path).documents[0].hints] == [("row:section", "محليات")]


def test_a_row_s_time_in_seconds_is_iso(tmp_path: Path, read: Read) -> None:
    _write(tmp_path / "a.jsonl", [{"text": "نص", "published": 1614931200}, {"text": "نص", "published": "الجمعة"}])
    assert [one.given.published for one in read(tmp_path).documents] == ["2021-03-05T08:00:00+00:00", "الجمعة"]


_LEAF = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
_JSON = _LEAF | st.lists(_LEAF, max_size=3) | st.dictionaries(st.text(max_size=3), st.lists(_LEAF, max_size=2), max_size=2)


@given(st.lists(_JSON, max_size=5))
def test_streaming_a_list_gives_what_json_gives(values: Any) -> None:
    import io

    data = json.dumps(values).encode()
    assert [item.value for item in items(io.BufferedReader(io.BytesIO(data)), 10**6)] == json.loads(data)


@given(st.dictionaries(st.text(max_size=5), st.lists(_JSON, max_size=3) | st.integers(), max_size=4))
def test_streaming_an_object_gives_its_members(members: Any) -> None:
    import io

    rebuilt: dict[str | None, Any] = {}
    for item in items(io.BufferedReader(io.BytesIO(json.dumps(members).encode())), 10**6):
        if item.listed:
            rebuilt.setdefault(item.key, []).append(item.value)
        else:
            rebuilt[item.key] = item.value
    assert rebuilt == {key: value for key, value in members.items() if value != []}


def test_a_list_longer_than_the_piece_that_is_read_streams(tmp_path: Path, read: Read) -> None:
    rows = [{"text": "نص طويل " * 500, "key": str(n)} for n in range(300)]
    (tmp_path / "a.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    assert [one.key for one in read(tmp_path).documents] == [str(n) for n in range(300)]


def test_the_form_of_saudinewsnet_is_read_from_its_zip(tmp_path: Path, read: Read) -> None:
    row = {
        "source": "sahl",
        "url": "http://sahl.example/أ",
        "date_extracted": "2015-07-21 02:51:32",
        "title": "ع",
        "author": "",
        "content": "نص",
    }
    with zipfile.ZipFile(tmp_path / "2015-07-21.zip", "w") as archive:
        archive.writestr("2015-07-21.json", json.dumps([row]))
    found = read(tmp_path, Options(mapping=parse_mapping("saudinewsnet"))).documents[0]
    assert (found.text, found.key, found.address) == ("نص", row["url"], row["url"])
    assert (found.fetched, found.given.outlet, found.given.published) == ("2015-07-21T02:51:32", "sahl", None)


@pytest.mark.shared
def test_the_corpus_s_rows_are_kept_letter_by_letter(shared: Path) -> None:
    where = shared / "corpus/saudinewsnet/2015-07-27.zip"
    with zipfile.ZipFile(where) as archive:
        rows = json.loads(archive.read("2015-07-27.json"))
    found = list(raws(where, Options(mapping=parse_mapping("saudinewsnet"))))
    assert len(found) == len(rows)
    kept = [one for one in found if isinstance(one, Raw)]
    assert [one.text for one in kept] == [row["content"] for row in rows if row["content"].strip()]


def test_json_lines_in_a_code_page_are_known_as_lines_under_the_name_of_json(tmp_path: Path, read: Read, prose: str) -> None:
    lines = "\n".join(f'{{"text": "{prose} {number}"}}' for number in range(3))
    (tmp_path / "a.json").write_bytes(lines.encode("cp1256"))
    assert read(tmp_path).texts == [f"{prose} {number}" for number in range(3)]


def test_a_broken_first_line_in_no_encoding_is_no_fault_of_the_program(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.json").write_bytes(b'{"\x84": 1}\n{"b": 2}\n')
    assert "program_fault" not in read(tmp_path).reasons
