"""Bytes to text: UTF-8, UTF-16, cp1256 and its like, and files in which they are mixed.

What is valid UTF-8 is UTF-8: Arabic in a code page of one byte a letter is never valid UTF-8 by chance for more than a
few letters. Other bytes are decided line by line, because files that were put together by hand mix encodings by line.
"""

import codecs
import re
from typing import NamedTuple

from tawatur.ingest.reasons import Reason, Refused

# letters that make up most of any Arabic text, whatever its topic, and vowel marks
_COMMON = frozenset("اليمنروتبهعدفسةكق\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"\x7fELF", b"\x1f\x8b",
    b"BZh9", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd", b"SQLite format 3", b"RIFF", b"OggS", b"ID3", b"\x00\x00\x01\x00", b"PAR1",
)  # fmt: skip
_CONTROL = bytes([*range(9), 11, *range(14, 27), *range(28, 32), 127])
# the high bytes of UTF-16 in Arabic text: the Arabic block, ASCII, general punctuation, presentation forms
_HIGH = bytes([0x06, 0x00, 0x20, 0xFE, 0xFB])
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_REPLACED_SHARE = 0.01  # above this share of letters lost, what is left cannot be quoted
_REPLACED_FEW = 5


class Decoded(NamedTuple):
    """A text, the encodings it was in, how many letters could not be read (each now U+FFFD), and the first's line."""

    text: str
    encoding: str
    replaced: int = 0
    line: int | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes, without their BOM. `declared` is what the source says of them; it is believed where it holds.

    Raises Refused: the bytes are no text (`binary`), or too many of them are in no known encoding (`broken_encoding`).
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_bom(data[len(bom) :], encoding)
    wide = _utf16(data)
    if wide:
        return _checked(Decoded(data.decode(wide, "replace"), wide))
    if is_binary(data):
        raise Refused(Reason.BINARY, "its bytes are no text; give the text, or a format that has a reader (docs/reading.md)")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _one_page(data, declared) or _by_line(data)


def _with_bom(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return _by_line(data) if encoding == "utf-8" else _checked(Decoded(data.decode(encoding, "replace"), encoding))


def is_binary(data: bytes) -> bool:
    """Whether the bytes are a known kind of file that is no text, or hold what no text holds."""
    head = data[:65536]
    if head.startswith(_MAGIC):
        return True
    controls = len(head) - len(head.translate(None, _CONTROL))
    return controls > max(2, len(head) // 50)


def is_text(head: bytes) -> bool:
    """Whether the first bytes may be those of a text, in any encoding."""
    return head.startswith(tuple(bom for bom, _ in _BOMS)) or bool(_utf16(head)) or not is_binary(head)


def _utf16(data: bytes) -> str | None:
    """The UTF-16 that bytes without BOM are in, judged by their high bytes; None where they are not."""
    head = data[:4096]
    head = head[: len(head) // 2 * 2]
    if len(head) < 4:
        return None
    for encoding, high, low in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        kept = len(high) - len(high.translate(None, _HIGH))
        other = len(low) - len(low.translate(None, b"\x00\x06"))
        # the low bytes are the letters themselves: seldom NUL, and 0x06 is no letter
        if kept > 0.9 * len(high) and other < 0.1 * len(low) and (high.count(0) + high.count(6)) > 0.6 * len(high):
            return encoding
    return None


def _one_page(data: bytes, declared: str | None) -> Decoded | None:
    """Decode as one code page throughout; None where some lines are UTF-8 after all."""
    if any(_is_utf8(run.group()) for run in re.finditer(rb"[\x80-\xff]{8,}", data[:1_000_000])):
        return None
    page = _known(declared)
    if page and page not in ("utf-8", "ascii"):
        try:
            return Decoded(data.decode(page), page)
        except (UnicodeDecodeError, LookupError):
            pass
    page = best_page(data)
    return _checked(Decoded(data.decode(page, "replace"), page)) if page else None


def _known(name: str | None) -> str | None:
    """Python's name of an encoding; what browsers read as cp1252 is cp1252 here too."""
    if not name:
        return None
    try:
        known = codecs.lookup(name.strip()).name
    except LookupError:
        return None
    return "cp1252" if known in ("iso8859-1", "ascii") else known


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def best_page(data: bytes) -> str | None:
    """The code page in which the letters outside ASCII look most like Arabic; cp1252 where they look Latin; else None."""
    high = bytes(byte for byte in data[:200_000] if byte > 127)
    if not high:
        return None
    scores = {page: _arabic(high.decode(page, "replace")) for page in ("cp1256", "iso8859_6")}
    # cp1256 has a letter for every byte; a page that leaves some without is not the one
    lossless = [page for page in scores if "\ufffd" not in high.decode(page, "replace")]
    page = max(lossless, key=lambda name: scores[name])
    if scores[page] > 0.45:  # own measure: Arabic prose 0.75 and more, Latin with accents read as cp1256 under 0.3
        return page
    latin = high.decode("cp1252", "replace")
    return "cp1252" if sum(letter.isalpha() or letter in "«»“”‘’–—…€" for letter in latin) > 0.9 * len(latin) else None


def _arabic(text: str) -> float:
    return sum(letter in _COMMON for letter in text) / len(text)


def _by_line(data: bytes) -> Decoded:
    """Decode line by line: UTF-8 where it is, else the code page of all such lines, else UTF-8 with what is lost marked."""
    lines = data.split(b"\n")
    utf8 = [_is_utf8(line) or _mostly_utf8(line) for line in lines]
    page = best_page(b"\n".join(line for line, sound in zip(lines, utf8, strict=True) if not sound))
    used: dict[str, None] = {}
    texts: list[str] = []
    broken: int | None = None
    for number, (line, sound) in enumerate(zip(lines, utf8, strict=True), 1):
        encoding = "utf-8" if sound or page is None else page
        text = line.decode(encoding, "replace")
        texts.append(text)
        if not line.isascii():
            used[encoding] = None
        if broken is None and "\ufffd" in text:
            broken = number
    return _checked(Decoded("\n".join(texts), "+".join(used) or "utf-8", line=broken))


def _mostly_utf8(line: bytes) -> bool:
    """Whether more letters of a line are sound in UTF-8 than are lost."""
    text = line.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    return sum(letter > "\x7f" for letter in text) - lost > lost


def _checked(decoded: Decoded) -> Decoded:
    replaced = decoded.text.count("\ufffd")
    if replaced > max(_REPLACED_FEW, _REPLACED_SHARE * len(decoded.text)):
        raise Refused(
            Reason.BROKEN_ENCODING,
            f"{replaced:,} of {len(decoded.text):,} letters are in no known encoding, the first in line "
            f"{decoded.line or 1}; save it as UTF-8",
        )
    return decoded._replace(replaced=replaced)


def encoding_of(head: bytes) -> str:
    """Python's name of the encoding of a long stream, from its first bytes (up to the last whole line)."""
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return "utf-8-sig" if encoding == "utf-8" else encoding[:6]
    try:
        return decode(head[: head.rfind(b"\n") + 1] or head).encoding.partition("+")[0]
    except Refused:
        return "utf-8"


def declared_charset(data: bytes) -> str | None:
    """The charset that an HTML page's own head names."""
    match = _CHARSET.search(data, 0, 8192)
    return match.group(1).decode("ascii") if match else None
