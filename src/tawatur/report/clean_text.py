"""Text from outside, made fit to be shown: what could steer a terminal or break a page is replaced, never obeyed."""

_CONTROLS = {
    code: "\ufffd"
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    if code not in (9, 10, 13)
}


def shown(text: str) -> str:
    """Give `text` with control characters and lone surrogates replaced, one for one; tabs and line ends stay."""
    return text.translate(_CONTROLS)


def one_line(text: str) -> str:
    """Give `text` on one line, as `shown`, with each run of white space as one space."""
    return " ".join(shown(text).split())


def isolated(text: str) -> str:
    """Give `text` inside FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, so that it cannot reorder what stands beside it."""
    return f"\u2068{text}\u2069"
