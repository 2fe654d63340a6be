"""A plain engine of mutations, the same for the same seed: of bytes, and of words and marks that mean something to the program."""

import random
import re
from collections.abc import Callable, Sequence

from bench.fuzzing.grown import THINGS
from bench.fuzzing.seeds import Seed

LARGEST = 10_000  # bytes of an input: what has to be done within a second
_TOKENS = (
    b"\x00", b"\xff", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\x1a", b"\r", b"\n", b"\t", b'"', b"'",
    b"<", b">", b"&", b"&#", b"&#0;", b"&#x110000;", b"&lt;", b"&nbsp;", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<!DOCTYPE", b"<!ENTITY a 'b'>", b"<?xml?>",
    b"<div>", b"</div>", b"<p>", b"</p>", b"<table>", b"<tr><td>", b"<time datetime='x'>", b"<script>", b"</body>", b"<br>", b"<a href='x'>", b"<meta charset=x>",
    b'<script type="application/ld+json">{', b'{"@graph":[', b"{", b"}", b"[", b"]", b",", b":", b"null", b"true", b"-1", b"1e999", b"NaN", b"\\ud800", b"\\u0000",
    b"99999999999999999999", b"-0", b"0x", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"PAR1", b"WARC/1.0\r\n", b"Content-Length: -1\r\n", b"Content-Length: 9999999999\r\n",
    b"Transfer-Encoding: chunked\r\n", b"HTTP/1.1 ", b"\r\n\r\n", b"xml:lang='", b"xmlns:a='b'", b"http://", b"http://[", b"2021-03-05", b"0000-00-00", b"9999-99-99T99:99:99Z",
    b"Fri, 99 Foo 0000", b"\xe2\x80\x8f", b"\xe2\x80\xae", b"\xd9\x80", b"\xd9\x8e", b"utf-8", b"utf-7", b"idna", b"cp1256", b"rot13", b"hex",
)  # fmt: skip
_WORDS = (*THINGS, "\u200d", "\u202e", "\ufeff", "\U0010ffff", "\u0000", "\u0085", "\u1e9e", "ﬁ", "İ", "\u0345", "٪", "١٢٣٤٥٦٧٨٩", "99999999999999999999", "0/0/0", "31/2/2021", "29 فبراير 2021", "30 شباط", "عام 0", "سنة 99999", "القرن الـ99", "منذ 99999999 عاما", "قبل ألف مليون سنة", "الساعة 25:61", "1442/13/40 هـ", "قتل -5", "1,2,3,4", "12.5.7")  # fmt: skip

Mutation = Callable[[random.Random, bytes], bytes]


def mutated(draw: random.Random, seed: Seed, others: Sequence[Seed]) -> bytes:
    """Give a mutation of a seed: of its bytes, or, where it is an archive, half of the time of what is inside."""
    if seed.pack is not None and draw.random() < 0.5:
        return seed.pack(_mutate(draw, seed.inner, draw.choice(others)))
    return _mutate(draw, seed.data, draw.choice(others))


def _mutate(draw: random.Random, data: bytes, other: Seed) -> bytes:
    for _ in range(draw.choice((1, 1, 2, 3, 6, 12))):
        data = _spliced(draw, data, other.data) if draw.random() < 0.05 else draw.choice(_MUTATIONS)(draw, data)
    return data[:LARGEST]


def _place(draw: random.Random, data: bytes) -> tuple[int, int]:
    start = draw.randint(0, len(data))
    return start, int(min(len(data), start + draw.expovariate(1 / 20)))  # what hypothesis draws may be without end


def _flip(draw: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(draw.randint(1, 8) if data else 0):
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    return bytes(changed)


def _remove(draw: random.Random, data: bytes) -> bytes:
    start, end = _place(draw, data)
    return data[:start] + data[end:]


def _cut(draw: random.Random, data: bytes) -> bytes:
    return data[: draw.randint(0, len(data))]


def _insert(draw: random.Random, data: bytes) -> bytes:
    at = draw.randint(0, len(data))
    return data[:at] + draw.choice(_TOKENS) * draw.choice((1, 1, 1, 2, 50)) + data[at:]


def _word(draw: random.Random, data: bytes) -> bytes:
    at = draw.randint(0, len(data))
    return data[:at] + (draw.choice(_WORDS) * draw.choice((1, 1, 2, 30))).encode() + data[at:]


def _noise(draw: random.Random, data: bytes) -> bytes:
    at = draw.randint(0, len(data))
    return data[:at] + draw.randbytes(draw.randint(1, 30)) + data[at:]


def _again(draw: random.Random, data: bytes) -> bytes:
    start, end = _place(draw, data)
    return data[:end] + data[start:end] * draw.choice((1, 2, 10, 100)) + data[end:]


def _moved(draw: random.Random, data: bytes) -> bytes:
    start, end = _place(draw, data)
    rest = data[:start] + data[end:]
    at = draw.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _number(draw: random.Random, data: bytes) -> bytes:
    found = list(re.finditer(rb"[0-9]+", data))
    if not found:
        return data
    one = draw.choice(found)
    value = draw.choice((b"0", b"-1", b"4294967296", b"99999999999999999999", b"1.5", b"", b"07"))
    return data[: one.start()] + value + data[one.end() :]


def _spliced(draw: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: draw.randint(0, len(data))] + other[draw.randint(0, len(other)) :]


_MUTATIONS: tuple[Mutation, ...] = (_flip, _remove, _cut, _insert, _insert, _word, _noise, _again, _moved, _number)


def mutated_text(draw: random.Random, text: str, other: str) -> str:
    """Give a mutation of a text: a part of it, with its words moved, doubled, left out, and others put in."""
    start = draw.randint(0, max(0, len(text) - 200))
    words = re.findall(r"\S+\s*|\s+", text[start : start + draw.choice((150, 300, 600, 1200))])
    more = re.findall(r"\S+\s*", other)
    for _ in range(draw.choice((1, 2, 4, 8, 16))):
        at = draw.randint(0, len(words))
        end = min(len(words), at + draw.choice((1, 1, 2, 5)))
        part = words[at:end]
        choice = draw.randrange(7)
        if choice == 0:
            words[at:end] = []
        elif choice == 1:
            words[at:end] = part * draw.choice((2, 3, 20))
        elif choice == 2:
            words[at:at] = [draw.choice(_WORDS) * draw.choice((1, 1, 2, 40))]
        elif choice == 3:
            words[at:end] = draw.sample(part, len(part))
        elif choice == 4:
            words[at:at] = more[(pick := draw.randint(0, len(more))) : pick + draw.randint(1, 12)]
        elif choice == 5:
            words[at:end] = [word[: draw.randint(0, len(word))] + word[draw.randint(0, len(word)) :] for word in part]
        else:
            words[at:at] = ["".join(chr(draw.choice((draw.randint(0x600, 0x6FF), draw.randint(0x20, 0x7E), draw.randint(0x2000, 0x206F), draw.randint(0xFB50, 0xFEFF)))) for _ in range(draw.randint(1, 6)))]  # fmt: skip
    return "".join(words)[: LARGEST // 2]
