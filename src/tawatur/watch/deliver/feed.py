"""Alerts as an Atom feed (RFC 4287) in a file, the newest first."""

from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring  # written only; nothing is parsed

from tawatur.files import whole
from tawatur.records.alert import Alert
from tawatur.report.clean_text import shown
from tawatur.report.messages import Lang, messages
from tawatur.watch.deliver.ways import NotSentError
from tawatur.watch.deliver.words import link, says, title

_ATOM = "http://www.w3.org/2005/Atom"
KEPT = 200  # entries: a reader of feeds that was shut for a week of a busy desk misses none


class FeedWay:
    """A file that is written anew, whole, for every round with alerts; an alert that was not written is in the next one."""

    repeatable = True

    def __init__(self, path: Path, lang: Lang, base: str, newest: Callable[[int], list[Alert]]) -> None:
        self.name = f"feed:{path}"
        self._path, self._lang, self._base, self._newest = path, lang, base, newest

    def send(self, alerts: Sequence[Alert]) -> None:
        """Write the newest alerts, these among them. Raises NotSentError where the file cannot be written: it is as it was."""
        data = atom(self._newest(KEPT), self._lang, self._base)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with whole(self._path, mode=0o644) as file:  # readers of feeds are other users
                file.write(data)
        except OSError as error:
            raise NotSentError(f"{self._path} cannot be written: {error}; check its rights and the room on the disk") from error


def atom(alerts: Sequence[Alert], lang: Lang, base: str) -> bytes:
    """Give the feed of alerts, the newest first."""
    words = messages("watch", lang)
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": lang})
    _text(feed, "id", "urn:tawatur:alerts")
    _text(feed, "title", words("feed_title"))
    _text(feed, "updated", alerts[0].made if alerts else "1970-01-01T00:00:00+00:00")
    SubElement(feed, "link", {"href": base})
    author = SubElement(feed, "author")
    _text(author, "name", words("sender"))
    for one in alerts:
        entry = SubElement(feed, "entry")
        _text(entry, "id", f"urn:tawatur:{one.id}")
        _text(entry, "title", title(one, lang))
        _text(entry, "updated", one.made)
        SubElement(entry, "link", {"href": link(one, base)})
        SubElement(entry, "category", {"term": one.kind})
        _text(entry, "content", says(one, lang))
    data: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = shown(text)
