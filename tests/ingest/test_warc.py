import gzip
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.helpers import Read

from tawatur.ingest import Bounds, Options, raws


def _record(
    kind: str, body: bytes, address: str = "https://sahl.example/1", media: str = "application/http; msgtype=response"
) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-03-06T10:00:00Z\r\n"
    return f"{head}Content-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def _answer(body: bytes, status: str = "200 OK", media: Any = "text/html; charset=utf-8", **headers: Any) -> Any:
    named = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{named}\r\n".encode() + body


@pytest.fixture
def page(prose: str) -> Any:
    return f"<html><body><p>{prose}</p></body></html>".encode()


def _archive(page: bytes) -> Any:
    chunked = b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (page[:50], page[50:])) + b"0\r\n\r\n"
    return [
        _record("warcinfo", b"software: x\r\n", media="application/warc-fields"),
        _record("request", b"GET / HTTP/1.1\r\n\r\n"),
        _record("response", _answer(page)),
        _record("response", _answer(gzip.compress(page), Content_Encoding="gzip"), "https://sahl.example/2"),
        _record("response", _answer(chunked, Transfer_Encoding="chunked"), "https://sahl.example/3"),
        _record("response", _answer(b"\x89PNG", media="image/png")),
        _record("response", _answer(b"", "404 Not Found")),
        _record("resource", page, "https://sahl.example/4", "text/html"),
    ]


def test_pages_of_a_warc_are_read_with_address_and_the_day_they_were_read(
    tmp_path: Path, read: Read, page: bytes, prose: str
) -> None:
    (tmp_path / "a.warc").write_bytes(b"".join(_archive(page)))
    found = read(tmp_path)
    assert found.texts == [prose] * 4
    assert [one.address for one in found.documents] == [f"https://sahl.example/{n}" for n in (1, 2, 3, 4)]
    assert {one.fetched for one in found.documents} == {"2021-03-06T10:00:00+00:00"}
    assert found.documents[0].given.published is None


def test_records_that_are_no_pages_are_counted_in_one_line(tmp_path: Path, read: Read, page: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(b"".join(_archive(page)))
    found = read(tmp_path)
    assert found.reasons == ["not_a_page"]
    for kind in ("2 records", "image/png 1", "status 404 1"):
        assert kind in found.dropped[0].detail


def test_a_warc_packed_record_by_record_is_read(tmp_path: Path, read: Read, page: bytes) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"".join(gzip.compress(record) for record in _archive(page)))
    assert len(read(tmp_path).documents) == 4


def test_a_wacz_is_read_through_its_warcs(tmp_path: Path, read: Read, page: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("pages/pages.jsonl", '{"text": "نص"}')
        archive.writestr("archive/data.warc.gz", b"".join(gzip.compress(record) for record in _archive(page)))
    (tmp_path / "a.wacz").write_bytes(out.getvalue())
    found = read(tmp_path)
    assert len(found.documents) == 4
    assert found.documents[0].source == "a.wacz!archive/data.warc.gz#3"


def test_a_record_that_is_too_long_is_dropped_alone(tmp_path: Path, read: Read, page: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(_record("response", _answer(b"a" * 5000)) + _record("response", _answer(page)))
    found = read(tmp_path, Options(bounds=Bounds(document=2000)))
    assert (len(found.documents), found.reasons) == (1, ["too_large"])


def test_a_warc_that_breaks_gives_what_stood_before(tmp_path: Path, read: Read, page: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(_record("response", _answer(page)) + b"nonsense\r\n")
    found = read(tmp_path)
    assert (len(found.documents), found.reasons) == (1, ["malformed"])


@given(st.binary(max_size=200), st.sampled_from(["chunked", "gzip", "deflate", "br", ""]))
def test_any_body_of_an_answer_is_survived(tmp_path_factory: pytest.TempPathFactory, body: bytes, coding: str) -> None:
    path = tmp_path_factory.mktemp("warc") / "a.warc"
    path.write_bytes(_record("response", _answer(body, Content_Encoding=coding, Transfer_Encoding=coding)))
    assert [getattr(one, "reason", "") for one in raws(path)] in ([""], ["not_a_page"])


def test_a_record_that_breaks_off_is_no_page(tmp_path: Path, read: Read, page: bytes) -> None:
    whole = _record("resource", page, media="text/html")
    (tmp_path / "a.warc").write_bytes(whole + whole[:-60])
    found = read(tmp_path)
    assert (len(found.documents), found.reasons) == (1, ["malformed"])


@pytest.mark.parametrize("length", ["-1", "٣", "", "1e3", "9" * 30])
def test_a_record_without_a_true_length_is_not_read(tmp_path: Path, read: Read, page: bytes, length: str) -> None:
    record = _record("resource", page, media="text/html").replace(str(len(page)).encode(), length.encode())
    (tmp_path / "a.warc").write_bytes(record)
    assert read(tmp_path).reasons == ["malformed"]


@pytest.mark.parametrize("name", [b"WARC-Target-URI", b"WARC-Type", b"WARC-Date", b"Content-Type", b"Content-Length"])
def test_a_header_with_bytes_outside_of_ascii_is_read_or_refused(tmp_path: Path, read: Read, page: bytes, name: bytes) -> None:
    record = _record("resource", page, media="text/html").replace(name + b": ", name + b": \xed")
    (tmp_path / "a.warc").write_bytes(record)
    found = read(tmp_path)
    assert len(found.documents) + len(found.dropped) == 1
    assert "program_fault" not in found.reasons


def test_a_warc_without_pages_is_refused(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.warc").write_bytes(_record("warcinfo", b"software: x\r\n"))
    assert read(tmp_path).reasons == ["empty"]
