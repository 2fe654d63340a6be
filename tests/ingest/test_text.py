import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.helpers import Read

from tawatur.ingest import Bounds, Options, Raw, document
from tawatur.ingest.decode import decode
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("cp1256", b""),
        ("iso8859_6", b""),
    ],
)
def test_a_file_reads_the_same_in_every_encoding(tmp_path: Path, read: Read, prose: str, encoding: str, bom: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(bom + prose.encode(encoding))
    assert read(tmp_path).texts == [prose]


def test_line_ends_stay_as_they_are_found(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.txt").write_bytes("سطر أول\r\nسطر ثان\rسطر ثالث\n\n".encode())
    assert read(tmp_path).texts == ["سطر أول\r\nسطر ثان\rسطر ثالث\n\n"]


def test_lines_in_different_encodings_are_each_read_in_their_own(tmp_path: Path, read: Read, prose: str) -> None:
    (tmp_path / "a.txt").write_bytes(prose.encode() + b"\n" + prose.encode("cp1256") + b"\n" + prose.encode())
    found = read(tmp_path).documents[0]
    assert found.text == "\n".join([prose] * 3)
    assert {hint.name: hint.value for hint in found.hints}["decoding:encoding"] == "utf-8+cp1256"


def test_a_broken_letter_is_marked_and_its_line_is_told(tmp_path: Path, read: Read, prose: str) -> None:
    good = (prose + "\n").encode()
    (tmp_path / "a.txt").write_bytes(good + good.replace("جسرا".encode(), b"\xd8\xd8\xb3", 1) + good)
    found = read(tmp_path).documents[0]
    assert found.text.count("\ufffd") == 1
    assert {hint.name: hint.value for hint in found.hints}["decoding:replaced"] == "1 letters, the first in line 2"


def test_a_text_of_which_too_much_is_lost_is_dropped(tmp_path: Path, read: Read, prose: str) -> None:
    broken = b" ".join(word.encode()[:-1] for word in prose.split())
    (tmp_path / "a.txt").write_bytes(broken)
    found = read(tmp_path)
    assert found.reasons == ["broken_encoding"]
    assert "UTF-8" in found.dropped[0].detail


@pytest.mark.parametrize("content", [b"", b" \n\t", codecs.BOM_UTF8])
def test_an_empty_file_is_dropped_as_empty(tmp_path: Path, read: Read, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert read(tmp_path).reasons == ["empty"]


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 and so on", b"\x89PNG\r\n\x1a\n" + bytes(100), bytes(range(256)) * 8, b"text\x00\x01\x02\x03" * 9]
)
def test_a_binary_under_a_text_s_name_is_dropped_as_binary(tmp_path: Path, read: Read, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert read(tmp_path).reasons == ["binary"]


def test_a_line_of_fifty_megabytes_is_refused_with_its_remedy(tmp_path: Path, read: Read) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"a" * 2**20)
    found = read(tmp_path)
    assert found.reasons == ["too_large"]
    assert "split" in found.dropped[0].detail


def test_the_bound_itself_is_still_read(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * 100)
    assert read(tmp_path, Options(bounds=Bounds(document=100))).texts == ["a" * 100]
    assert read(tmp_path, Options(bounds=Bounds(document=99))).reasons == ["too_large"]


def test_french_in_latin_1_is_no_arabic() -> None:
    words = "L'été dernier, la députée a été élue à l'unanimité des suffrages exprimés."
    assert decode(words.encode("latin-1")).text == words


def test_what_a_server_says_of_the_encoding_is_believed_where_it_holds(prose: str) -> None:
    assert decode(prose.encode("cp1256"), "windows-1256").text == prose
    assert decode(prose.encode(), "windows-1256").text == prose
    assert decode(prose.encode("cp1256"), "no-such-name").text == prose


@given(st.binary())
def test_any_bytes_give_a_document_or_a_reason(data: bytes) -> None:
    found = document(Raw(source="x", format="text", data=data))
    assert isinstance(found, Document | Dropped)
    if isinstance(found, Dropped):
        assert found.reason in ("binary", "broken_encoding", "empty")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip))
def test_any_utf_8_comes_back_letter_by_letter(text: str) -> None:
    found = document(Raw(source="x", format="text", data=codecs.BOM_UTF8 + text.encode()))
    assert isinstance(found, Document)
    assert found.text == text


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي ،.", min_size=30))
def test_any_arabic_in_cp1256_is_arabic_or_refused(text: str) -> None:
    found = document(Raw(source="x", format="text", data=text.encode("cp1256")))
    assert isinstance(found, Dropped) or "\ufffd" not in found.text
