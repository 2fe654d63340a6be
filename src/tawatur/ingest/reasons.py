"""Why an input is refused: a closed list of codes, and the exception that carries one up to the reader's loop.

The codes are stable: scripts and the page rely on them. Their words in Arabic and English are in
`resources/messages/reasons.*.yaml`, and `docs/dropped.md` explains each.
"""

from enum import StrEnum

from tawatur.ingest.letters import storable
from tawatur.records.dropped import Dropped

STAGE = "ingest"


class Reason(StrEnum):
    """The codes of this stage, by what is wrong with the input."""

    # the thing itself
    EMPTY = "empty"
    BINARY = "binary"
    OTHER_KIND = "other_kind"
    NO_TEXT = "no_text"
    TOO_SHORT = "too_short"
    TOO_LARGE = "too_large"
    HIDDEN = "hidden"
    # where it stands
    NOT_FOUND = "not_found"
    NO_PERMISSION = "no_permission"
    LINK_LOOP = "link_loop"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"
    # what is in it
    BROKEN_ENCODING = "broken_encoding"
    MALFORMED = "malformed"
    EXTERNAL_ENTITY = "external_entity"
    FIELD_MISSING = "field_missing"
    SUMMARY_ONLY = "summary_only"
    NOT_A_PAGE = "not_a_page"
    # archives
    ARCHIVE_BOMB = "archive_bomb"
    ARCHIVE_TOO_LARGE = "archive_too_large"
    ARCHIVE_TOO_DEEP = "archive_too_deep"
    ENCRYPTED = "encrypted"
    # what this installation lacks
    MISSING_PACKAGE = "missing_package"
    # the web
    NOT_FETCHED = "not_fetched"
    FETCH_FAILED = "fetch_failed"
    HTTP_STATUS = "http_status"
    PRIVATE_ADDRESS = "private_address"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    ROBOTS = "robots"
    # ourselves
    FAILED = "program_fault"


class Refused(Exception):  # noqa: N818 (it is an answer about the input, not an error of the program)
    """The input goes no further. `detail` says what was seen, and what the user can do about it."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Exhausted(Refused):
    """What may be unpacked from one file is used up: the whole file goes no further, not only the member being read."""

    member = ""  # the path of that member


def dropped(source: str, reason: Reason, detail: str) -> Dropped:
    """Give the record of an input refused in this stage."""
    return storable(Dropped(stage=STAGE, source=source, reason=str(reason), detail=detail))
