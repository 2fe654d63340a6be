"""Which outlet a document is of: what the source says, the address, the page's own site name; else none."""

from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from tawatur.clean.registers import outlet_domains, outlet_names, outlets, plain, words_of
from tawatur.records.document import Document
from tawatur.resources import load

_SITE_NAMES = ("meta:og:site_name", "jsonld:publisher", "meta:application-name", "meta:copyright")
# what follows an outlet's own name
_TAILS = frozenset(map(plain, ("للأنباء", "الإخبارية", "الإخباري", "الإلكترونية", "الإلكتروني", "اليومية", "نيوز")))
_PUBLIC = frozenset({"co", "com", "net", "org", "gov", "edu", "ac", "info", "press"})


class Found(NamedTuple):
    """The outlet's key (else its name as found), its owner's family, and all of its names as `plain` gives them."""

    outlet: str | None
    publisher: str | None
    names: frozenset[str]


def outlet(document: Document) -> Found:
    """Give the outlet of a document. A name that the register does not know is kept as it was found."""
    host = _host(document.address or document.source)
    given = document.given.outlet
    site = _site_name(document)
    for key in (named_outlet(given), _by_domain(host), named_outlet(site), named_outlet(_folder(document.source))):
        if key is not None:
            return Found(key, outlets()[key].owner, names_of(key) | _plain(given, site))
    name = given or site or (_site(host) if host else None)
    return Found(name, None, _plain(given, site))


def outlet_key(document: Document) -> str:
    """Give a key that pages of one outlet share: the outlet, else the site's host, else the folder that it was read from."""
    found = outlet(document)
    if found.outlet:
        return found.outlet
    folder = document.source.split("!", 1)[0].split("#", 1)[0]
    return folder.rsplit("/", 1)[0] if "/" in folder else ""


@cache
def names_of(key: str) -> frozenset[str]:
    """All names of an outlet of the register, as `plain` gives them."""
    row = next(row for row in load("outlets")["outlets"] if row["key"] == key)
    return frozenset(plain(name) for name in (*row["ar"], *row["en"]))


def _plain(*names: str | None) -> frozenset[str]:
    """The names, and what is left of each without «جريدة» before it and «للأنباء» after it."""
    whole = [plain(name) for name in names if name]
    shorter = [name.partition(" ")[2] for name in whole if name.partition(" ")[0] in words_of("attribution", "organs")]
    bare = [name.rpartition(" ")[0] for name in shorter if name.rpartition(" ")[2] in _TAILS]
    return frozenset([*whole, *shorter, *bare]) - {""}


def _site_name(document: Document) -> str | None:
    for name in _SITE_NAMES:
        for hint in document.hints:
            if hint.name == name and hint.value.strip():
                return hint.value.strip()
    titles = [hint.value.strip() for hint in document.hints if hint.name == "html:title"]
    return next((title for title in titles if _names_an_organ(title)), None)


def _names_an_organ(title: str) -> bool:
    """Whether the browser's title is a newspaper's or agency's name and nothing else: «جريدة الأنواء»."""
    words = plain(title).split()
    return 2 <= len(words) <= 4 and words[0] in words_of("attribution", "organs")


def named_outlet(name: str | None) -> str | None:
    """Give the key of the outlet of the register that has this name or domain."""
    if not name:
        return None
    words = plain(name)
    first, _, rest = words.partition(" ")
    found = outlet_names().get(words) or (outlet_names().get(rest) if first in words_of("attribution", "organs") else None)
    return found or _by_domain(name.lower().strip())


def _folder(source: str) -> str | None:
    """The folder that a file was read from: who keeps a folder for each outlet names it so."""
    path = source.split("!", 1)[0].split("#", 1)[0]
    return path.rsplit("/", 2)[-2] if "/" in path and "://" not in path else None


def _host(address: str) -> str | None:
    if "://" not in address:
        return None
    try:
        return (urlsplit(address).hostname or "").lower() or None
    except ValueError:
        return None


def _by_domain(host: str | None) -> str | None:
    while host and "." in host:
        if host in outlet_domains():
            return outlet_domains()[host]
        host = host.partition(".")[2]
    return None


def _site(host: str) -> str:
    """The part of a host that names the site: `news.example.com.jo` is `example.com.jo`."""
    parts = host.split(".")
    keep = 3 if len(parts) > 2 and parts[-2] in _PUBLIC else 2
    return ".".join(parts[-keep:])
