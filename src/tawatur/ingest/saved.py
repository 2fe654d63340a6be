"""Where a page saved by hand came from: the remark that browsers, SingleFile and HTTrack leave at its beginning."""

import re
from collections.abc import Iterator

from tawatur.ingest.moments import iso
from tawatur.records.document import Hint

_HEAD = 4096  # letters; the remark stands before or just after the first tag
_BROWSER = re.compile(r"<!--\s{0,4}saved from url=\(\d{1,5}\)(https?://[^\s>]{1,2000})")
_SINGLE_FILE = re.compile(r"url:\s{0,4}(https?://[^\s>]{1,2000})\s{1,8}saved date:\s{0,4}([^\n>]{1,80})")
_HTTRACK = re.compile(r"<!--\s{0,4}Mirrored from ([^\s>]{1,2000}) by HTTrack[^\]>]{0,80}\],\s{0,4}([^>]{1,40}?)\s{0,4}-->")


def saved_from(html: str) -> Iterator[Hint]:
    """Give `saved:address` and `saved:date` (ISO) of a page, as far as it has them."""
    head = html[:_HEAD]
    single, mirrored, browser = _SINGLE_FILE.search(head), _HTTRACK.search(head), _BROWSER.search(head)
    date = None
    if single:
        address, date = single.groups()
    elif mirrored:
        address, date = f"http://{mirrored.group(1)}", mirrored.group(2)
    elif browser:
        address = browser.group(1)
    else:
        return
    yield Hint(name="saved:address", value=address)
    if moment := iso(date):
        yield Hint(name="saved:date", value=moment)
