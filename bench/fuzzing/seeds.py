"""Inputs of our own of every kind that is read: the example corpus, put into each format."""

import bz2
import gzip
import importlib.util
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import tawatur
from tawatur.ingest.decode import decode

Pack = Callable[[bytes], bytes]
_EXAMPLES = Path(tawatur.__file__).parent / "resources" / "examples" / "articles"
_CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


class Seed(NamedTuple):
    """An input: the name that tells its kind, and its bytes. Where it is an archive, `pack` makes it of what is inside, `inner`."""

    name: str
    data: bytes
    inner: bytes = b""
    pack: Pack | None = None


@cache
def texts() -> list[str]:
    """The example corpus: invented articles."""
    return [decode(path.read_bytes()).text for path in sorted(_EXAMPLES.rglob("*.txt"))]


@cache
def seeds() -> list[Seed]:
    """One input or more of every kind."""
    some = [text[:900] for text in texts()[:4]]
    pages = [Seed("a.html", path.read_bytes()[:6000]) for path in sorted(_EXAMPLES.rglob("*.html"))[:3]]
    plain = [*pages, *_plain(some[0]), *_marked_up(some), *_rows(some)]
    return [*plain, *_packed(plain)]


def _plain(text: str) -> list[Seed]:
    encodings = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859_6")
    return [Seed("a.txt", text.encode(encoding, "replace")) for encoding in encodings]


def _marked_up(some: list[str]) -> list[Seed]:
    html = [escape("".join(f"<p>{line}</p>" for line in text.splitlines())) for text in some]
    rss = "".join(
        f"<item><title>{escape(text[:40])}</title><link>https://nahar.example/{n}</link><guid>g{n}</guid>"
        f"<pubDate>Fri, 05 Mar 2021 08:00:00 +0300</pubDate><content:encoded>{html[n]}</content:encoded></item>"
        for n, text in enumerate(some)
    )
    atom = "".join(
        f'<entry><title>t{n}</title><id>tag:{n}</id><link rel="alternate" href="https://nahar.example/{n}"/>'
        f"<published>2021-03-05T08:00:00+03:00</published>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{escape(text)}</p></div></content></entry>'
        for n, text in enumerate(some)
    )
    nitf = (
        '<nitf><head><title>جسر</title><docdata><doc-id id-string="n-1"/><date.release norm="20210305T080000Z"/></docdata>'
        f'<pubdata name="النهار"/></head><body><body.head><hedline><hl1>جسر</hl1></hedline><byline><person>ليلى</person></byline></body.head>'
        f"<body.content><p>{escape(some[0])}</p></body.content></body></nitf>"
    )
    item = (
        '<newsItem guid="urn:x:1" xml:lang="ar"><itemMeta><provider literal="النهار"/><versionCreated>2021-03-05T08:00:00Z</versionCreated>'
        "</itemMeta><contentMeta><headline>جسر</headline><by>ليلى</by></contentMeta>"
        f"<contentSet><inlineXML><html><body><p>{escape(some[0])}</p></body></html></inlineXML></contentSet></newsItem>"
    )
    news = '<news:news xmlns:news="n"><news:title>جسر</news:title><news:publication_date>2021-03-05</news:publication_date></news:news>'
    outlines = '<outline text="a" xmlUrl="http://127.0.0.1:9/a"/><outline><outline xmlUrl="http://127.0.0.1:9/b"/></outline>'
    files = {
        "a.rss": f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" {_CONTENT}><channel><title>النهار</title>{rss}</channel></rss>',
        "a.atom": f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>النهار</title>{atom}</feed>',
        "a.nitf": nitf,
        "a.newsml": f"<newsMessage><itemSet>{item}{item}</itemSet></newsMessage>",
        "sitemap.xml": f"<urlset><url><loc>http://127.0.0.1:9/a</loc>{news}</url></urlset>",
        "a.opml": f"<opml><body>{outlines}</body></opml>",
        "a.xml": f"<!DOCTYPE rss [<!-- x -->]><rss><channel><item><encoded><![CDATA[<p>{some[1]}</p>]]></encoded></item></channel></rss>",
    }
    return [Seed(name, data.encode()) for name, data in files.items()]


def _rows(some: list[str]) -> list[Seed]:
    rows = [
        {"title": text[:30], "text": text, "date": "2021-03-05", "source": "النهار", "url": f"https://nahar.example/{n}", "id": n}
        for n, text in enumerate(some)
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "النهار",
        "items": [
            {"id": str(n), "url": row["url"], "title": "t", "content_html": f"<p>{row['text']}</p>"} for n, row in enumerate(rows)
        ],
    }
    ninjs = {
        "uri": "https://nahar.example/n", "headline": "جسر", "body_html": f"<p>{some[0]}</p>", "versioncreated": "2021-03-05T08:00:00Z",
        "infosource": [{"name": "النهار"}], "located": "حلب",
    }  # fmt: skip
    message = {
        "id": 1,
        "type": "message",
        "date": "2021-03-05T08:00:00",
        "from": "النهار",
        "text": [some[0], {"type": "bold", "text": some[1]}],
    }
    telegram = {"name": "النهار", "type": "public_channel", "id": 5, "messages": [message, {**message, "id": 2, "text": "قصير"}]}
    seeds = [
        Seed("a.jsonl", "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()),
        Seed("a.json", json.dumps(rows).encode()),
        Seed("feed.json", json.dumps(feed, ensure_ascii=False).encode()),
        Seed("n.json", json.dumps({"items": [ninjs, ninjs]}, ensure_ascii=False).encode()),
        Seed("result.json", json.dumps(telegram, ensure_ascii=False).encode()),
    ]
    for name, mark in (("a.csv", ","), ("b.csv", ";"), ("a.tsv", "\t")):
        quoted = (mark.join('"' + str(value).replace('"', '""') + '"' for value in row.values()) for row in rows)
        seeds.append(Seed(name, "\n".join([mark.join(rows[0]), *quoted]).encode()))
    return [*seeds, *_parquet(rows)]


def _parquet(rows: list[dict[str, object]]) -> list[Seed]:
    if importlib.util.find_spec("pyarrow") is None:
        return []
    arrow, parquet = importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    out = io.BytesIO()
    parquet.write_table(arrow.Table.from_pylist(rows), out)
    return [Seed("a.parquet", out.getvalue())]


def _packed(plain: list[Seed]) -> list[Seed]:
    packs: list[tuple[str, Pack]] = [("gz", _gzip), ("bz2", bz2.compress), ("xz", _xz)]
    found = [
        Seed(f"{one.name}.{ending}", pack(one.data), one.data, pack)
        for one, (ending, pack) in zip(plain[::3], packs * 20, strict=False)
    ]
    for one in plain[::4]:
        zipped, tarred = partial(_zip, one.name), partial(_tar, one.name)
        found += [Seed("a.zip", zipped(one.data), one.data, zipped), Seed("a.tar", tarred(one.data), one.data, tarred)]
    page = plain[0].data
    found += [
        Seed("a.warc", _warc(page), page, _warc),
        Seed("a.warc.gz", _gzip(_warc(page)), page, lambda data: _gzip(_warc(data))),
    ]
    return [*found, Seed("a.wacz", _wacz(page), page, _wacz)]


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, 1, mtime=0)


def _xz(data: bytes) -> bytes:
    return lzma.compress(data, preset=0)


def _zip(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_dated(name), data)
        archive.writestr(_dated("b.txt"), data[:200])
    return out.getvalue()


def _dated(name: str) -> zipfile.ZipInfo:
    """A member whose time is always the same, so that the archive is."""
    info = zipfile.ZipInfo(name, (2021, 3, 5, 8, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _tar(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def _warc(page: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(page) + page
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2021-03-05T08:00:00Z\r\nWARC-Target-URI: https://nahar.example/1\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(answer)
    )
    return (head + answer + b"\r\n\r\n") * 2


def _wacz(page: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(_dated("archive/data.warc"), _warc(page))
        archive.writestr(_dated("pages/pages.jsonl"), json.dumps({"url": "https://nahar.example/1"}))
        archive.writestr(_dated("datapackage.json"), "{}")
    return out.getvalue()
