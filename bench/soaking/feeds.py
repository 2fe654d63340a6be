"""A server of feeds on this machine: a port a feed, since each stands for a site of its own."""

import hashlib
import random
import threading
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape

from bench.soaking.faults import FAULTS, GOOD, drawn
from bench.soaking.published import Item

KEPT = 300  # articles that stand in a feed
_MOVED = "/moved.xml"


class Feed:
    """One feed and what it was asked. `share` of its answers are broken while `broken` is set."""

    def __init__(self, number: int, share: float) -> None:
        self.number = number
        self.address = ""
        self.broken = threading.Event()
        self.moved = threading.Event()
        self.asked: Counter[str] = Counter()
        self.appeared: dict[str, float] = {}  # when each article was put into the feed, and when it was first given out whole
        self.given: dict[str, float] = {}
        self._share = share
        self._draw = random.Random(number)  # noqa: S311
        self._items: deque[Item] = deque(maxlen=KEPT)
        self._lock = threading.Lock()

    def add(self, item: Item) -> None:
        """Publish an article."""
        with self._lock:
            self._items.append(item)
            self.appeared[item.key] = time.time()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request, whole or broken."""
        with self._lock:
            items = list(self._items)
            fault = drawn(self._draw, self._share) if self.broken.is_set() else None
        if handler.path == "/robots.txt":
            _answer(handler, 404, b"", {})
        elif self.moved.is_set() and handler.path != _MOVED:
            self.asked["moved for good"] += 1
            _answer(handler, 301, b"", {"Location": _MOVED})
        elif fault:
            self.asked[fault] += 1
            FAULTS[fault](handler, _rss(self, items))
            if fault in GOOD:
                self._gave(items)
        else:
            self._answer_whole(handler, items)

    def _answer_whole(self, handler: BaseHTTPRequestHandler, items: Sequence[Item]) -> None:
        mark = f'"{hashlib.sha256("".join(item.key for item in items).encode()).hexdigest()[:16]}"'
        if handler.headers.get("If-None-Match") == mark:
            self.asked["not changed"] += 1
            _answer(handler, 304, b"", {"ETag": mark})
            return
        self.asked["whole"] += 1
        _answer(handler, 200, _rss(self, items), {"ETag": mark, "Content-Type": "application/rss+xml; charset=utf-8"})
        self._gave(items)

    def _gave(self, items: Sequence[Item]) -> None:
        now = time.time()
        with self._lock:
            for item in items:
                self.given.setdefault(item.key, now)


def _answer(handler: BaseHTTPRequestHandler, status: int, body: bytes, heads: dict[str, str]) -> None:
    handler.send_response(status)
    for name, value in heads.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def _rss(feed: Feed, items: Sequence[Item]) -> bytes:
    entries = "".join(_entry(feed, item) for item in reversed(items))
    title = f"<title>منبر {feed.number}</title><link>{feed.address}</link>"
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {spaces}><channel>{title}{entries}</channel></rss>\n'.encode()


def _entry(feed: Feed, item: Item) -> str:
    day = formatdate(time.mktime((*item.day.timetuple()[:3], 12, 0, 0, 0, 0, 0)))
    address = f"{feed.address}/{item.key}.html"
    body = escape("".join(f"<p>{line}</p>" for line in item.lines))
    return (
        f"<item><title>{escape(item.title)}</title><link>{address}</link><guid>{address}</guid><pubDate>{day}</pubDate>"
        f"<content:encoded>{body}</content:encoded></item>"
    )


@contextmanager
def serving(count: int, share: float) -> Iterator[list[Feed]]:
    """Serve `count` feeds; `share` of the answers are broken until `broken` is cleared."""
    feeds = [Feed(number, share) for number in range(count)]
    servers = [_server(feed) for feed in feeds]
    threads = [threading.Thread(target=server.serve_forever, daemon=True) for server in servers]
    for thread in threads:
        thread.start()
    try:
        yield feeds
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


def _server(feed: Feed) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer for the feed; a client that has gone is no fault of ours."""
            try:
                feed.answer(self)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    feed.address = f"http://127.0.0.1:{server.server_address[1]}"
    return server
