"""One spelling for the addresses of one page, so that the page read by two ways is one document."""

import re
from urllib.parse import urlsplit, urlunsplit

_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid|mc_cid|mc_eid|igshid)(?:=|$)", re.I)
_ESCAPED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
_PORTS = {"http": ":80", "https": ":443"}


def tidy(address: str) -> str:
    """Give an address without fragment and marks of tracking, its host in lower case, Arabic letters as letters."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address
    if parts.scheme.lower() not in _PORTS or not parts.netloc:
        return address
    scheme = parts.scheme.lower()
    query = "&".join(pair for pair in parts.query.split("&") if not _TRACKING.match(pair))
    host = parts.netloc.lower()
    host = host.removesuffix(_PORTS[scheme]) if host.count(":") == 1 else host
    tidied = urlunsplit((scheme, host, _ESCAPED.sub(_letters, parts.path), _ESCAPED.sub(_letters, query), "")).strip()
    # what is taken off the end can bare something else to take off; each round is shorter, or the last
    return tidied if tidied == address else tidy(tidied)


def _letters(match: re.Match[str]) -> str:
    try:
        return bytes.fromhex(match.group().replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
