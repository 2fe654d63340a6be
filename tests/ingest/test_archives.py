import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from pathlib import Path
from typing import Any, Literal, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.helpers import Read

from tawatur.ingest import Bounds, Options, raws
from tawatur.records.dropped import Dropped


def _zip(**members: Any) -> Any:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def _tar(mode: str, **members: Any) -> Any:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=cast("Literal['w']", mode)) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name.replace("__", "."))
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def test_members_of_a_zip_are_read_in_the_order_of_their_names(tmp_path: Path, read: Read, prose: str) -> None:
    (tmp_path / "a.zip").write_bytes(_zip(b__txt=prose, a__html=f"<p>{prose}", c__bin=b"\x00"))
    found = read(tmp_path)
    assert [one.source for one in found.documents] == ["a.zip!a.html", "a.zip!b.txt"]
    assert [(one.source, one.reason) for one in found.dropped] == [("a.zip!c.bin", "other_kind")]


@pytest.mark.parametrize(
    ("name", "mode"), [("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz"), ("a.tar.bz2", "w:bz2"), ("a.tar.xz", "w:xz")]
)
def test_members_of_a_tar_are_read(tmp_path: Path, read: Read, prose: str, name: str, mode: str) -> None:
    (tmp_path / name).write_bytes(_tar(mode, a__txt=prose.encode(), b__txt=prose.encode()))
    assert read(tmp_path).texts == [prose, prose]


@pytest.mark.parametrize(("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_compressed_files_are_read_by_the_name_within(tmp_path: Path, read: Read, prose: str, ending: str, pack: Any) -> None:
    (tmp_path / f"a.txt.{ending}").write_bytes(pack(prose.encode()))
    assert read(tmp_path).texts == [prose]


def test_zstandard_is_read(tmp_path: Path, read: Read, prose: str) -> None:
    zstandard = pytest.importorskip("zstandard")
    (tmp_path / "a.txt.zst").write_bytes(zstandard.compress(prose.encode()))
    assert read(tmp_path).texts == [prose]


def test_zstandard_without_its_package_names_the_remedy(tmp_path: Path, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
    (tmp_path / "a.txt.zst").write_bytes(b"\x28\xb5\x2f\xfd" + bytes(20))
    found = read(tmp_path)
    assert found.reasons == ["missing_package"]
    assert "tawatur[zstd]" in found.dropped[0].detail


def test_archives_in_archives_are_read(tmp_path: Path, read: Read, prose: str) -> None:
    (tmp_path / "a.zip").write_bytes(_zip(b__tar=_tar("w", c__txt__gz=gzip.compress(prose.encode()))))
    found = read(tmp_path).documents[0]
    assert (found.text, found.source) == (prose, "a.zip!b.tar!c.txt.gz")


def test_a_zip_bomb_is_refused_and_the_rest_is_read(tmp_path: Path, read: Read, prose: str) -> None:
    (tmp_path / "bomb.zip").write_bytes(_zip(a__txt=b"a" * (24 * 2**20)))
    (tmp_path / "good.txt").write_text(prose, encoding="utf-8")
    found = read(tmp_path, Options(bounds=Bounds(document=100 * 2**20)))
    assert found.texts == [prose]
    assert [(one.source, one.reason) for one in found.dropped] == [("bomb.zip", "archive_bomb")]


def test_a_bomb_of_many_members_is_left_at_the_first(tmp_path: Path, read: Read) -> None:
    packed = _zip(**{f"m{n}__txt": b"a" * (24 * 2**20) for n in range(3)})
    (tmp_path / "a.zip").write_bytes(_zip(b__zip=packed))
    assert [(one.source, one.reason) for one in read(tmp_path).dropped] == [("a.zip", "archive_bomb")]


def test_a_gzip_bomb_is_refused(tmp_path: Path, read: Read) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"text": "' + b"a" * (24 * 2**20)))
    assert read(tmp_path).reasons == ["archive_bomb"]


def test_archives_nested_too_deep_are_refused(tmp_path: Path, read: Read, prose: str) -> None:
    data = prose.encode()
    for _ in range(6):
        data = _zip(a__zip=data) if data[:2] == b"PK" else _zip(a__txt=data)
    (tmp_path / "a.zip").write_bytes(data)
    assert read(tmp_path).reasons == ["archive_too_deep"]


def test_what_comes_out_of_one_archive_is_bounded_over_all_its_members(tmp_path: Path, read: Read) -> None:
    members = {f"m{n}__txt": os.urandom(3000).hex() for n in range(10)}
    (tmp_path / "a.zip").write_bytes(_zip(**members))
    found = read(tmp_path, Options(bounds=Bounds(archive=20_000)))
    assert len(found.documents) == 3
    assert found.reasons == ["archive_too_large"]


def test_the_number_of_members_is_bounded(tmp_path: Path, read: Read, prose: str) -> None:
    (tmp_path / "a.zip").write_bytes(_zip(**{f"m{n}__txt": prose for n in range(10)}))
    found = read(tmp_path, Options(bounds=Bounds(members=4)))
    assert (len(found.documents), found.reasons) == (4, ["archive_too_large"])


@pytest.mark.parametrize("data", [b"PK\x03\x04 no zip", _zip(a__txt="نص " * 100)[:-40]])
def test_a_broken_zip_is_malformed(tmp_path: Path, read: Read, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    assert read(tmp_path).reasons == ["malformed"]


def test_a_gzip_that_breaks_off_is_malformed(tmp_path: Path, read: Read, prose: str) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(os.urandom(5000).hex().encode())[:-100])
    assert read(tmp_path).reasons == ["malformed"]


def test_a_tar_that_breaks_off_is_malformed(tmp_path: Path, read: Read, prose: str) -> None:
    (tmp_path / "a.tar").write_bytes(_tar("w", a__txt=prose.encode() * 20)[:2000])
    assert set(read(tmp_path).reasons) == {"malformed"}


def test_links_in_a_tar_are_not_followed(tmp_path: Path, read: Read) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    (tmp_path / "a.tar").write_bytes(out.getvalue())
    assert read(tmp_path).reasons == ["not_a_file"]


def test_a_member_with_a_password_is_told(tmp_path: Path, read: Read, prose: str) -> None:
    data = bytearray(_zip(a__txt=prose))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(bytes(data))
    assert read(tmp_path).reasons == ["encrypted"]


@given(st.binary(max_size=300), st.sampled_from(["zip", "tar", "gz", "bz2", "xz", "warc", "wacz", "jsonl", "csv", "xml", "json"]))
def test_any_bytes_under_any_name_never_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str) -> None:
    magic = {
        "zip": b"PK\x03\x04",
        "gz": b"\x1f\x8b\x08",
        "bz2": b"BZh9",
        "xz": b"\xfd7zXZ\x00",
        "wacz": b"PK\x03\x04",
        "warc": b"WARC/1.0\r\n",
    }
    path = tmp_path_factory.mktemp("any") / f"a.{ending}"
    path.write_bytes(magic.get(ending, b"") + data)
    for found in raws(path):
        assert not isinstance(found, Dropped) or found.reason != "program_fault"


def _folder_alone() -> Any:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("a")
        info.type = tarfile.DIRTYPE
        archive.addfile(info)
    return out.getvalue()


@pytest.mark.parametrize(("name", "data"), [("a.zip", _zip()), ("a.tar", _folder_alone()), ("a.csv", b"title,text\n")])
def test_what_holds_nothing_is_refused(tmp_path: Path, read: Read, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert read(tmp_path).reasons == ["empty"]


@pytest.mark.parametrize("at", [26, 6, 8])  # the length of the name, the flags, and the method in the header of the member itself
def test_a_member_whose_own_header_is_broken_is_refused(tmp_path: Path, read: Read, prose: str, at: int) -> None:
    data = bytearray(_zip(a__txt=prose))
    data[at : at + 2] = b"\xff\x09"
    (tmp_path / "a.zip").write_bytes(bytes(data))
    found = read(tmp_path)
    assert "program_fault" not in found.reasons
    assert len(found.documents) + len(found.dropped) == 1


def test_a_member_without_a_name_ends_nothing(tmp_path: Path, read: Read, prose: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo(""), "x")
        archive.writestr("a.txt", prose)
    (tmp_path / "a.zip").write_bytes(out.getvalue())
    found = read(tmp_path)
    assert (found.texts, found.reasons) == ([prose], ["other_kind"])
