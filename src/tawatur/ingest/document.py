"""From a Raw to a Document: decoding and HTML. Runs in worker processes, and never raises for what is in the input."""

import hashlib

from tawatur.ingest.addresses import tidy
from tawatur.ingest.decode import Decoded, decode
from tawatur.ingest.letters import whole_letters
from tawatur.ingest.page import read_page
from tawatur.ingest.raw import Raw
from tawatur.ingest.reasons import Reason, Refused, dropped
from tawatur.records.document import Document, Hint, Layout, document_id
from tawatur.records.dropped import Dropped


def document(raw: Raw) -> Document | Dropped:
    """Read what a reader found. Gives a Dropped with the reason where there is no text in it."""
    try:
        return _document(raw)
    except Refused as refused:
        return dropped(raw.source, refused.reason, refused.detail)
    except Exception as problem:  # one page must not end the reading of a thousand
        return dropped(raw.source, Reason.FAILED, f"{type(problem).__name__}: {problem}; please report it with the file")


def _document(raw: Raw) -> Document:
    hints, layout = raw.hints, tuple[Layout, ...]()
    if raw.format == "html":
        page = read_page(raw)
        decoded, text, layout = page.decoded, page.text, page.layout
        hints += page.hints
    else:
        decoded = decode(raw.data, raw.charset) if raw.data is not None else Decoded(raw.text or "", "str")
        text = decoded.text
    text = whole_letters(text)
    if not text.strip():
        raise Refused(Reason.EMPTY, "there is no letter in it")
    address = raw.address or _own_address(hints)
    address = tidy(address) if address else None
    return Document(
        id=document_id(address, raw.identity or raw.source, text),
        key=raw.key,
        source=raw.source,
        address=address,
        fetched=raw.fetched or next((hint.value for hint in hints if hint.name == "saved:date"), None),
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        format=raw.format,
        given=raw.given,
        hints=(*hints, *_of_decoding(decoded)),
        layout=layout,
    )


def _of_decoding(decoded: Decoded) -> tuple[Hint, ...]:
    """What decoding did, where it did more than read UTF-8."""
    found = []
    if decoded.encoding not in ("utf-8", "str"):
        found.append(Hint(name="decoding:encoding", value=decoded.encoding))
    if decoded.replaced:
        found.append(Hint(name="decoding:replaced", value=f"{decoded.replaced} letters, the first in line {decoded.line or 1}"))
    return tuple(found)


def _own_address(hints: tuple[Hint, ...]) -> str | None:
    """The address that a page gives as its own; one without a path is the outlet's front page, and says nothing."""
    for name in ("link:canonical", "meta:og:url", "saved:address"):
        for hint in hints:
            if hint.name == name and hint.value.startswith(("http://", "https://")):
                path = hint.value.split("//", 1)[1].partition("/")[2]
                if path.strip("/"):
                    return hint.value
    return None
