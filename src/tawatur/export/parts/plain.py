"""Words of a source, made fit for what they are written into: nothing in them can end a field, run, or turn what stands beside them.

What a format cannot hold is replaced by U+FFFD, one for one, so that places are still counted alike.
"""

_GONE = "\ufffd"
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), _GONE)
# XML 1.0, production 2 (Char); the C1 controls are allowed there but discouraged, and mean nothing in a text
_NOT_XML = {
    **_SURROGATES,
    **{code: _GONE for code in (*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF) if code not in (9, 10, 13)},
}
# embeddings, overrides and isolates (UAX 9): where words are only shown, they could turn those of others
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), _GONE)
# written as references: a reader of XML makes one space of a line end in an attribute, and a line end of a carriage return
_MARKUP = {ord(char): f"&#{ord(char)};" for char in "\t\n\r"} | {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
    ord("'"): "&#39;",
}


def whole(text: str) -> str:
    """Give `text` without lone surrogates, which no encoding can write."""
    return text if text.isascii() else text.translate(_SURROGATES)


def characters(text: str) -> str:
    """Give `text` without the characters that XML cannot hold, and that a table has no use for."""
    return text.translate(_NOT_XML)


def xml(text: str) -> str:
    """Give `text` as it stands in an element or an attribute of XML; an XML reader gives it back letter by letter."""
    return characters(text).translate(_MARKUP)


def seen(text: str) -> str:
    """Give `text` for those who only look at it: on one line, and unable to turn the direction of what stands beside it."""
    return " ".join(characters(text).translate(_TURNING).split())


def html(text: str) -> str:
    """Give `text` as `seen`, escaped for HTML."""
    return seen(text).translate(_MARKUP)
