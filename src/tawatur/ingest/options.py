"""What the user may say about reading: which fields, which files, how much, and how politely."""

from tawatur.ingest.mapping import Mapping
from tawatur.records.base import Record


class Bounds(Record, frozen=True, kw_only=True):
    """How much is taken from one input before it is refused. Sizes are in bytes, unpacked.

    The largest article pages of news sites are below 2 MB and a book of 1,000 pages is 3 MB of UTF-8, so 20 MB for one
    document refuses no article. Real archives of text pack 3 to 20 times, bombs a thousand times and more.
    """

    document: int = 20 * 2**20
    archive: int = 16 * 2**30  # all that is unpacked from one file named or found
    ratio: int = 200  # unpacked to packed, counted from the first 16 MB on
    depth: int = 4  # archives in archives, a compressed file counted as one
    members: int = 2_000_000
    entries: int = 20_000  # of one feed or sitemap


class WebOptions(Record, frozen=True, kw_only=True):
    """How pages are fetched. Times are in seconds."""

    pages: bool = False  # fetch the pages that feeds and sitemaps name
    allow_private: bool = False  # addresses of this machine and of the local network
    delay: float = 1.0  # between two requests to one host
    timeout: float = 20.0  # for one answer of the socket
    total: float = 120.0  # for one page, redirects included
    patience: float = 120.0  # the same for a feed that answered the last time; twice as long for every time that it did not
    redirects: int = 5
    robots: bool = True
    agent: str = "tawatur (reads news for comparison)"


class Options(Record, frozen=True, kw_only=True):
    """How to read. `include` and `exclude` are globs over paths relative to the folder that is read (`**/*.html`).

    `short`: messages of fewer words are no article (used for exports of messengers only).
    """

    mapping: Mapping = Mapping()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    short: int = 8
    bounds: Bounds = Bounds()
    web: WebOptions = WebOptions()
