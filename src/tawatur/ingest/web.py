"""The web as a source: feeds, sitemaps and pages by their addresses, one at a time, politely."""

import io
import re
import time
from datetime import UTC, datetime
from urllib.parse import urldefrag, urljoin, urlsplit

from msgspec.structs import replace

from tawatur.ingest.moments import iso
from tawatur.ingest.network import Answer, request
from tawatur.ingest.options import Options
from tawatur.ingest.pace import Pace
from tawatur.ingest.reasons import Reason, Refused
from tawatur.ingest.robots import Robots, parse_robots
from tawatur.ingest.source import Source
from tawatur.records.base import Record

_NAME = "tawatur"  # how robots.txt calls us
_LISTS, _PAGES = frozenset({"feed", "json feed", "list of feeds", "sitemap"}), frozenset({"html", "text"})
_LONGEST_PAUSE = 30.0  # seconds: a longer one asked for by robots.txt would keep a reader waiting for days
_LONGEST_REST = 6 * 3600  # seconds that a server can ask to be left alone: a wrong number must not end a watch


class Visit(Record, frozen=True, kw_only=True):
    """What a server said when an address was last read: handed back to it, it answers "not changed" where it has not.

    `rest` is the time until which it asked not to be asked again (`Retry-After`), in seconds since 1970; `silent` counts the times in a
    row that it did not answer. `kind` is the reader that its last answer was for.
    """

    etag: str | None = None
    last_modified: str | None = None
    rest: float = 0.0
    silent: int = 0
    kind: str | None = None


Visits = dict[str, Visit]


def is_address(where: str) -> bool:
    """Whether the user named a page of the web."""
    return where.startswith(("http://", "https://"))


class Web:
    """Fetches for one run: each address once, one host not too often, and only where robots.txt lets it.

    `visits` is read and written; `pace` is shared by what reads at the same time. `missed` counts the pages that could not be had now
    and may be had later.
    """

    def __init__(self, options: Options, visits: Visits | None = None, pace: Pace | None = None) -> None:
        self._options = options.web
        self._limit = options.bounds.document
        self._visits = visits if visits is not None else {}
        self._pace = pace or Pace()
        self._seen: set[str] = set()
        self._robots: dict[str, Robots] = {}
        self.missed = 0

    def get(self, address: str, named: bool = False, again: bool = False) -> Source | None:
        """Fetch a page or feed; None where it was read in this run or has not changed since the last.

        `named`: the user named the address, so robots.txt does not matter; `again`: it is read time and again (a feed), so
        the server is asked whether it has changed. Raises Refused.
        """
        address = urldefrag(address).url
        if address in self._seen:
            return None
        self._seen.add(address)
        if again:
            self._rested(address)
        headers = self._conditions(address) if again else {}
        try:
            final, answer = self._follow(address, headers, named, self._patience(address) if again else self._options.total)
        except Refused as refused:
            if refused.reason is Reason.FETCH_FAILED:
                self._silent(address, again)
            raise
        if answer.status == 304:
            return None
        if answer.status != 200:
            self._refused(address, answer)
            raise Refused(Reason.HTTP_STATUS, f"{final} answers with status {answer.status}")
        if again:
            marks = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
            kind = self._visits.get(address, Visit()).kind
            self._visits[address] = Visit(etag=marks[0], last_modified=marks[1], kind=kind)
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

    def unread(self, address: str) -> None:
        """Forget what a server said of an address of which not all was read, so that it is given whole the next time."""
        address = urldefrag(address).url
        kind = self._visits.pop(address, Visit()).kind
        if kind:
            self._visits[address] = Visit(kind=kind)

    def is_kind(self, address: str, kind: str) -> None:
        """Remember what an address that is read time and again was found to hold.

        Raises Refused where a feed has become a page: it says that the site is being worked on, or asks for a password.
        """
        visit = self._visits.get(address)
        if visit and visit.kind in _LISTS and kind in _PAGES:
            raise Refused(Reason.MALFORMED, f"{address} was a {visit.kind} and is a page ({kind}) now; look at it in a browser")
        if visit:
            self._visits[address] = replace(visit, kind=kind)

    def _rested(self, address: str) -> None:
        """Raise Refused where the server asked to be left alone for longer than until now."""
        rest = self._visits.get(address, Visit()).rest
        if time.time() < rest <= time.time() + _LONGEST_REST:
            until = datetime.fromtimestamp(rest, UTC).isoformat(timespec="seconds")
            raise Refused(Reason.HTTP_STATUS, f"{address} asked to be left alone until {until}")

    def _patience(self, address: str) -> float:
        """How long the answer of a feed is waited for, in seconds."""
        silent = min(self._visits.get(address, Visit()).silent, 16)
        return float(min(self._options.total, self._options.patience * 2**silent))

    def _silent(self, address: str, again: bool) -> None:
        self.missed += 1
        if again:
            visit = self._visits.get(address, Visit())
            self._visits[address] = replace(visit, silent=visit.silent + 1)

    def _refused(self, address: str, answer: Answer) -> None:
        """Remember that a server is busy, and for how long."""
        self.missed += answer.status == 429 or answer.status >= 500
        rest = _asked_for(answer.headers.get("Retry-After")) if answer.status in (429, 503) else None
        if rest:
            visit = self._visits.get(address, Visit())
            self._visits[address] = replace(visit, rest=time.time() + min(rest, _LONGEST_REST))

    def _conditions(self, address: str) -> dict[str, str]:
        visit = self._visits.get(address, Visit())
        named = (("If-None-Match", visit.etag), ("If-Modified-Since", visit.last_modified))
        return {name: value for name, value in named if value}

    def _follow(self, address: str, headers: dict[str, str], named: bool, seconds: float) -> tuple[str, Answer]:
        """Send the request, and follow where it is sent on to; every address on the way is checked."""
        end = time.monotonic() + seconds
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
        with self._pace.turn(host, delay):
            return request(address, {"User-Agent": self._options.agent, **headers}, self._options, self._limit, max(seconds, 0.1))

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


def _asked_for(value: str | None) -> float:
    """The seconds that a `Retry-After` asks for, which is a number of them or a date; 0 where it is neither, or over."""
    text = (value or "").strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return float(text)
    moment = iso(text)
    try:
        return max(0.0, datetime.fromisoformat(moment).timestamp() - time.time()) if moment else 0.0
    except (ValueError, OverflowError, OSError):
        return 0.0
