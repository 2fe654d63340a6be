"""Several places read as one: what lies on this machine one after the other, sites side by side, so that a slow one holds up no other."""

import threading
from collections import deque
from collections.abc import Iterator, Sequence
from queue import Full, Queue
from urllib.parse import urlsplit

from tawatur.ingest.options import Options
from tawatur.ingest.pace import Pace
from tawatur.ingest.raw import Raw
from tawatur.ingest.read import raws
from tawatur.ingest.web import Visits, is_address
from tawatur.records.dropped import Dropped

_SITES = 16  # asked at the same time: of a hundred sites, the rest waits no longer than six answers of the slowest
_WAITING = 32  # what was found and is not yet taken
_LOOK = 0.5  # seconds between two looks at whether what was found is still wanted

Found = Raw | Dropped


def all_raws(places: Sequence[str], options: Options, visits: Visits | None = None) -> Iterator[Found]:
    """Give what `raws` gives for each of `places`. Of one site, one place is read at a time."""
    pace = Pace()
    sites: dict[str, list[str]] = {}
    for place in places:
        if is_address(place):
            sites.setdefault(_site(place), []).append(place)
        else:
            yield from raws(place, options, visits, pace)
    if len(sites) > 1:
        yield from _side_by_side(_Reading(deque(sites.values()), options, visits, pace))
    else:
        for place in (place for some in sites.values() for place in some):
            yield from raws(place, options, visits, pace)


def _site(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return address


def _side_by_side(reading: "_Reading") -> Iterator[Found]:
    threads = [threading.Thread(target=reading.run, daemon=True) for _ in range(min(_SITES, len(reading.sites)))]
    for thread in threads:
        thread.start()
    left = len(threads)
    try:
        while left:
            one = reading.found.get()
            if one is None:
                left -= 1
            elif isinstance(one, BaseException):
                raise one
            else:
                yield one
    finally:
        reading.over.set()


class _Reading:
    """What the threads share: the sites that are left, and what was found; None for each thread that has ended."""

    def __init__(self, sites: deque[list[str]], options: Options, visits: Visits | None, pace: Pace) -> None:
        self.sites = sites
        self.found: Queue[Found | BaseException | None] = Queue(_WAITING)
        self.over = threading.Event()
        self._options, self._visits, self._pace = options, visits, pace

    def run(self) -> None:
        """Read site after site until none is left."""
        try:
            while (places := self._next()) and not self.over.is_set():
                self._site(places)
            self._give(None)
        except BaseException as error:  # told where it is waited for
            self._give(error)

    def _next(self) -> list[str] | None:
        try:
            return self.sites.popleft()
        except IndexError:  # another thread has taken the last
            return None

    def _site(self, places: list[str]) -> None:
        for place in places:
            for one in raws(place, self._options, self._visits, self._pace):
                if not self._give(one):
                    return

    def _give(self, one: Found | BaseException | None) -> bool:
        while not self.over.is_set():
            try:
                self.found.put(one, timeout=_LOOK)
            except Full:
                continue
            return True
        return False
