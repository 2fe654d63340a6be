"""Bad input, as a user of the command line meets it: nothing stops the rest, and nothing vanishes."""

import gzip
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable

import pytest
from tests.cli.helpers import ARTICLE, Place

_ENGLISH = b"The minister said on Friday that the level of the lake had risen by forty centimetres since Monday. " * 3


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * (40 * 2**20))
    return out.getvalue()


# what is put into the folder, the reason for which it is refused, and what the message must say: the place and the remedy
_REFUSED: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "an empty file": ("a.txt", lambda: b"", "empty", "empty; remove it"),
    "a picture under a text's name": ("a.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(90), "binary", "name it by what it is"),
    "a text of which too much is lost": (
        "a.txt", lambda: b" ".join(word.encode()[:-1] for word in ARTICLE.split()), "broken_encoding", "line 1; save it as UTF-8"
    ),
    "a page without text": (
        "a.html", lambda: b"<html><body><script>draw()</script><div id='app'></div></body></html>", "no_text", "browser shows it"
    ),
    "a zip bomb": ("a.zip", _bomb, "archive_bomb", "a.zip!a.txt: .* unpack it and read the folder"),
    "a gzip bomb": ("a.txt.gz", lambda: gzip.compress(b"a" * (40 * 2**20)), "archive_bomb", "unpack it and read the folder"),
    "XML with an external entity": (
        "a.xml",
        lambda: b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
        "external_entity", "take it from its publisher without them",
    ),
    "XML with entities that multiply": (
        "a.xml",
        lambda: b'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item>&b;</item></channel></rss>',
        "external_entity", "without them",
    ),
    "broken XML with an external entity": (
        "a.xml", lambda: b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>&x; & <', "external_entity",
        "without them",
    ),
    "XML that breaks off": ("a.xml", lambda: b'<?xml version="1.0"?><rss><channel><title>x</ti', "malformed", "breaks off.*again"),
}  # fmt: skip


@pytest.mark.parametrize("case", _REFUSED)
def test_what_cannot_be_read_is_refused_with_its_place_and_remedy_and_the_rest_is_read(place: Place, case: str) -> None:
    name, data, reason, said = _REFUSED[case]
    place.put(name, data())
    done = place.read()
    assert done.code == 3
    assert name in done.out
    assert f"({reason})" in done.out
    [(source, code, detail)] = place.refused()
    assert (source, code) == (name, reason)
    assert re.search(said, detail)


def test_the_secret_that_an_external_entity_names_is_nowhere_in_the_store(place: Place) -> None:
    (place.store.parent / "secret").write_text("كلمة السر")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{(place.store.parent / "secret").as_uri()}">]>'
    item = f"<item><title>x</title><description>{'نص ' * 50}&x;</description></item>"
    place.put("a.xml", f"{entity}<rss><channel>{item}</channel></rss>".encode())
    place.put("b.html", f"{entity}<html><body><p>{'نص ' * 50}&x;</p></body></html>".encode())
    assert place.read().code == 3
    assert "كلمة السر" not in "".join(row["text"] for row in place.exported("documents"))


def test_a_line_of_50_mb_and_a_page_of_100_mb_are_refused_in_bounded_memory(place: Place) -> None:
    resource = pytest.importorskip("resource")
    place.put("line.txt", "كلمة ".encode() * (50 * 2**20 // 9))
    place.put("rows.jsonl", b'{"text": "' + b"a" * (50 * 2**20) + b'"}\n{"text": "' + b"b" * 99 + b'"}\n')
    with (place.folder / "page.html").open("wb") as page:
        page.write(b"<html><body>")
        for _ in range(100):
            page.write(b"<p>word</p>\n" * (2**20 // 12))

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (600 * 2**20, 600 * 2**20))

    command = [sys.executable, "-m", "tawatur.cli.main", "read", str(place.folder), "--store", str(place.store)]
    done = subprocess.run([*command, "--workers", "1"], capture_output=True, check=False, preexec_fn=bound, timeout=60)
    assert (done.returncode, done.stderr) == (3, b"")
    refused = {source: (reason, "split it" in detail) for source, reason, detail in place.refused()}
    assert refused == dict.fromkeys(["line.txt", "page.html", "rows.jsonl#1"], ("too_large", True))
    assert "rows.jsonl#2" in {row["source"] for row in place.exported("documents")}


def test_a_broken_letter_is_mended_and_the_article_is_read(place: Place) -> None:
    place.put("a.txt", ARTICLE.encode().replace("وزيرة".encode(), b"\xd9\xd8\xb2"))
    assert place.read().code == 0
    [text] = [row["text"] for row in place.exported("documents") if row["source"] == "a.txt"]
    assert text.count("\ufffd") == 1
    assert "نجوى الصيرمي" in text


def test_a_file_of_two_encodings_is_read_line_by_line(place: Place) -> None:
    place.put("a.txt", ARTICLE.encode() + ARTICLE.replace("أربعين", "خمسين").encode("cp1256"))
    assert place.read().code == 0
    [text] = [row["text"] for row in place.exported("documents") if row["source"] == "a.txt"]
    assert text == ARTICLE + ARTICLE.replace("أربعين", "خمسين")


def test_an_article_in_another_language_is_kept_marked_and_not_annotated(place: Place) -> None:
    place.put("a.txt", _ENGLISH)
    assert place.read().code == 0
    [english] = [row for row in place.exported("documents") if row["source"] == "a.txt"]
    assert (english["language"], english["text"]) == ("en", _ENGLISH.decode())
    for name in ("sentences", "dates", "names", "quotes"):
        assert english["id"] not in {row["document"] for row in place.exported(name)}


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")
def test_links_that_loop_are_refused_and_every_file_is_read_once(place: Place) -> None:
    (place.folder / "b").mkdir()
    (place.folder / "b" / "again").symlink_to(place.folder, target_is_directory=True)
    (place.folder / "self.txt").symlink_to(place.folder / "self.txt")
    (place.folder / "gone.txt").symlink_to(place.folder / "no such file")
    assert place.read().code == 3
    refused = {source: (reason, "remove" in detail) for source, reason, detail in place.refused()}
    assert refused == {"b/again": ("link_loop", True), "self.txt": ("link_loop", True), "gone.txt": ("not_found", True)}
    assert len(place.exported("documents")) == 1


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("31 شباط 2023", "no such day: 2023-02-31"),
        ("30 شباط 2022", "no such day: 2022-02-30"),
        ("31/2/2023", "no such day: 2023-02-31"),
        ("29 شباط 2023", "no such day: 2023-02-29"),
        ("5 آذار 202", "the year 202 lacks a digit"),
    ],
)
def test_a_date_that_does_not_exist_keeps_its_words_and_gets_no_value(place: Place, words: str, reason: str) -> None:
    place.put("a.txt", ARTICLE.replace("يوم الخميس", f"في {words}").encode())
    assert place.read().code == 0
    [date] = [row for row in place.exported("dates") if row["text"] == words]
    assert (date["value"], date["earliest"], date["latest"], date["basis"]) == (None, None, None, reason)


def test_what_was_refused_is_told_again_when_it_is_read_again(place: Place) -> None:
    place.put("a.html", b"<html><body><script>draw()</script></body></html>")
    place.put("b.txt", b"")
    first = place.read("--json")
    again = place.read("--json")
    assert (first.code, again.code) == (3, 3)
    assert len(place.refused()) == 2
    place.put("a.html", f"<html><body><p>{ARTICLE}</p></body></html>".encode())
    place.put("b.txt", ARTICLE.replace("أربعين", "ستين").encode())
    assert place.read().code == 0


@pytest.mark.parametrize(("lang", "words"), [("ar", "لا شيء فيه"), ("en", "There is nothing in it")])
def test_reasons_are_told_in_the_users_language_with_their_code(place: Place, lang: str, words: str) -> None:
    place.put("a.txt", b"")
    printed = place.read("--lang", lang).words
    assert words in printed
    assert "empty" in printed
