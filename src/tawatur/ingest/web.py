"""The web as a source: feeds, sitemaps and pages by their addresses, one at a time, politely."""

import io
import time
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urldefrag, urljoin, urlsplit

from tawatur.ingest.network import Answer, request
from tawatur.ingest.options import Options
from tawatur.ingest.reasons import Reason, Refused
from tawatur.ingest.robots import Robots, parse_robots
from tawatur.ingest.source import Source
from tawatur.records.base import Record

_NAME = "tawatur"  # how robots.txt calls us
_LONGEST_PAUSE = 30.0  # seconds: a longer one asked for by robots.txt would keep a reader waiting for days


class Visit(Record, frozen=True, kw_only=True):
    """What a server said when an address was last read: handed back to it, it answers "not changed" where it has not."""

    etag: str | None = None
    last_modified: str | None = None


Visits = dict[str, Visit]


def is_address(where: str) -> bool:
    """Whether the user named a page of the web."""
    return where.startswith(("http://", "https://"))


class Web:
    """Fetches for one run: each address once, one host not too often, and only where robots.txt lets it.

    `visits` is read and written; `pause` waits for so many seconds.
    """

    def __init__(self, options: Options, visits: Visits | None = None, pause: Callable[[float], None] = time.sleep) -> None:
        self._options = options.web
        self._limit = options.bounds.document
        self._visits = visits if visits is not None else {}
        self._pause = pause
        self._seen: set[str] = set()
        self._robots: dict[str, Robots] = {}
        self._last: dict[str, float] = {}

    def get(self, address: str, named: bool = False, again: bool = False) -> Source | None:
        """Fetch a page or feed; None where it was read in this run or has not changed since the last.

        `named`: the user named the address, so robots.txt does not matter; `again`: it is read time and again (a feed), so
        the server is asked whether it has changed. Raises Refused.
        """
        address = urldefrag(address).url
        if address in self._seen:
            return None
        self._seen.add(address)
        headers = self._conditions(address) if again else {}
        final, answer = self._follow(address, headers, named)
        if answer.status == 304:
            return None
        if answer.status != 200:
            raise Refused(Reason.HTTP_STATUS, f"{final} answers with status {answer.status}")
        if again:
            self._visits[address] = Visit(etag=answer.headers.get("ETag"), last_modified=answer.headers.get("Last-Modified"))
        return Source(
            path=address,
            name=urlsplit(final).path.rpartition("/")[2],
            open=lambda: io.BytesIO(answer.body),
            media=answer.headers.get_content_type(),
            charset=answer.headers.get_content_charset(),
            address=final,
            fetched=datetime.now(UTC).isoformat(timespec="seconds"),
            asked=True,
        )

    def _conditions(self, address: str) -> dict[str, str]:
        visit = self._visits.get(address, Visit())
        named = (("If-None-Match", visit.etag), ("If-Modified-Since", visit.last_modified))
        return {name: value for name, value in named if value}

    def _follow(self, address: str, headers: dict[str, str], named: bool) -> tuple[str, Answer]:
        """Send the request, and follow where it is sent on to; every address on the way is checked."""
        end = time.monotonic() + self._options.total
        for _ in range(self._options.redirects + 1):
            if not named and not self._allowed(address):
                raise Refused(
                    Reason.ROBOTS, f"{address}: the site's robots.txt does not let programs read it; save the page by hand"
                )
            answer = self._ask(address, headers, end - time.monotonic())
            location = answer.headers.get("Location")
            if answer.status not in (301, 302, 303, 307, 308) or not location:
                return address, answer
            address = urldefrag(urljoin(address, location)).url
        raise Refused(Reason.TOO_MANY_REDIRECTS, f"{address}: sent on more than {self._options.redirects} times")

    def _ask(self, address: str, headers: dict[str, str], seconds: float) -> Answer:
        host = urlsplit(address).netloc
        delay = self._options.delay
        if host in self._robots:
            delay = max(delay, min(self._robots[host].delay or 0.0, _LONGEST_PAUSE))
        wait = self._last[host] + delay - time.monotonic() if host in self._last else 0.0
        if wait > 0:
            self._pause(wait)
        try:
            return request(address, {"User-Agent": self._options.agent, **headers}, self._options, self._limit, max(seconds, 0.1))
        finally:
            self._last[host] = time.monotonic()

    def _allowed(self, address: str) -> bool:
        """Whether robots.txt lets us read the address; it is read once a host."""
        if not self._options.robots:
            return True
        parts = urlsplit(address)
        if parts.netloc not in self._robots:
            self._robots[parts.netloc] = self._read_robots(f"{parts.scheme}://{parts.netloc}/robots.txt")
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return self._robots[parts.netloc].allows(path)

    def _read_robots(self, address: str) -> Robots:
        """The rules of a host: none where it has no robots.txt, nothing allowed where it is in trouble (RFC 9309)."""
        try:
            answer = self._ask(address, {}, self._options.total)
        except Refused as refused:
            if refused.reason is Reason.PRIVATE_ADDRESS:
                raise
            return Robots(((False, "/"),))
        if answer.status == 200:
            return parse_robots(answer.body.decode("utf-8", "replace"), _NAME)
        return Robots(((False, "/"),)) if answer.status >= 500 else Robots()
