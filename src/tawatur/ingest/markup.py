"""XML from strangers: no entities of its own, nothing fetched; and small helpers that look past namespaces."""

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from tawatur.ingest.decode import decode
from tawatur.ingest.reasons import Reason, Refused

_NAME = re.compile(rb"<([\w:.-]+)")
_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{2,40})")
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
# what stands for itself in CDATA; references by number; by name; any other &
_REFERENCE = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?!#[0-9]{1,7};|#x[0-9A-Fa-f]{1,6};)(?:([A-Za-z][A-Za-z0-9]{1,30});)?", re.S
)


def root_name(head: bytes) -> str:
    """The name of the outermost element without its prefix, in lower case; empty where there is none."""
    plain = head[:8192].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    at = _after_prolog(plain)
    match = _NAME.match(plain, at) if at >= 0 else None
    return match.group(1).rpartition(b":")[2].decode("ascii", "replace").lower() if match else ""


def _after_prolog(plain: bytes) -> int:
    """Where the first element begins, after declarations and comments; -1 where one of them does not end."""
    at = 0
    while True:
        at += len(plain[at:]) - len(plain[at:].lstrip())
        if plain.startswith(b"<?", at):
            end = b"?>"
        elif plain.startswith(b"<!--", at):
            end = b"-->"
        elif plain.startswith(b"<!", at):
            inside = plain.find(b"[", at, plain.find(b">", at))
            at = at if inside < 0 else plain.find(b"]", inside)
            end = b">"
        else:
            return at
        found = plain.find(end, at) if at >= 0 else -1
        if found < 0:
            return -1
        at = found + len(end)


def breaks_off(data: bytes) -> bool:
    """Whether the outermost element is not closed at the end, where mending gave what stands before the break."""
    name = root_name(data[:8192]).encode()
    tail = data[-4096:].replace(b"\x00", b"").lower()
    return re.search(rb"</(?:[\w.-]+:)?" + re.escape(name) + rb"\s*>", tail) is None


def parse_xml(data: bytes) -> Element:
    """Parse XML.

    Raises Refused: it declares entities or asks for other files (`external_entity`), or is broken beyond mending.
    """
    import defusedxml
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(data)
    except defusedxml.DefusedXmlException as problem:
        raise Refused(
            Reason.EXTERNAL_ENTITY,
            f"the XML declares entities of its own ({type(problem).__name__}), by which files can be read or memory filled; "
            "take it from its publisher without them",
        ) from None
    except (ParseError, ValueError, LookupError) as problem:
        return _mended(data, problem)
    return root


def _mended(data: bytes, problem: Exception) -> Element:
    """Parse what others write in place of XML (another encoding than they say, a bare &, a letter that XML forbids), as far as it goes."""
    from defusedxml.ElementTree import fromstring
    from lxml import etree

    text = decode(data, _declared(data)).text
    if "<!ENTITY" in text.upper():
        detail = "the XML declares entities of its own and is broken; take it from its publisher without them"
        raise Refused(Reason.EXTERNAL_ENTITY, detail)
    data = _with_references(_DECLARATION.sub("", text).encode("utf-8", "replace"))
    try:
        mended: Element = fromstring(data)
    except (ParseError, ValueError):
        pass
    else:
        return mended
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        encoding="utf-8",
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or not len(root):
        raise Refused(Reason.MALFORMED, f"the XML is broken: {problem}; take it from its publisher again")
    found: Element = root
    return found


def _declared(data: bytes) -> str | None:
    """The encoding that the XML says it is in."""
    match = _ENCODING.match(data)
    return match[1].decode("ascii") if match else None


def _with_references(data: bytes) -> bytes:
    """Write every reference as a number, and a bare & too: after its first error the parser leaves out all that stand by name."""
    return _REFERENCE.sub(_numbered, data)


def _numbered(match: re.Match[bytes]) -> bytes:
    if match[0].startswith(b"<"):
        return match[0]
    letters = html5.get(f"{match[1].decode('ascii')};") if match[1] else None
    return b"".join(b"&#%d;" % ord(letter) for letter in letters) if letters else b"&#38;" + match[0][1:]


def local(element: Element) -> str:
    """An element's name without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children with one of these names (in lower case, without namespace)."""
    return (child for child in element if local(child) in names)


def child(element: Element | None, *names: str) -> Element | None:
    """The first child with one of these names, in the order of the names."""
    if element is not None:
        for name in names:
            for found in children(element, name):
                return found
    return None


def descend(element: Element | None, *path: str) -> Element | None:
    """The element at the end of a path of names."""
    for name in path:
        element = child(element, name)
    return element


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """All elements below with one of these names."""
    return (found for found in element.iter() if local(found) in names)


def words(element: Element | None) -> str | None:
    """All text of an element, white space collapsed; None where there is none."""
    return None if element is None else " ".join("".join(element.itertext()).split()) or None


def inner(element: Element) -> str:
    """The element and what is in it as HTML: names without their namespaces, so that a reader of HTML knows them."""
    from xml.etree.ElementTree import tostring

    copy = _bare(element)
    return tostring(copy, encoding="unicode", method="html")


def _bare(element: Element) -> Element:
    copy = Element(local(element) or "span", {name.rpartition("}")[2]: value for name, value in element.attrib.items()})
    copy.text, copy.tail = element.text, element.tail
    copy.extend([_bare(inside) for inside in element if isinstance(inside.tag, str)])
    return copy
