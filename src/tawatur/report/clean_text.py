"""Text from outside, made fit to be shown: what could steer a terminal or break a page is replaced, never obeyed."""

_CONTROLS = {
    code: "\ufffd"
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    if code not in (9, 10, 13)
}

# embeddings, overrides and isolates: in a file's name they make it look like another one
_DIRECTIONS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")


def shown(text: str) -> str:
    """Give `text` with control characters and lone surrogates replaced, one for one; tabs and line ends stay."""
    return text.translate(_CONTROLS)


def one_line(text: str) -> str:
    """Give `text` on one line, as `shown`, with each run of white space as one space."""
    return " ".join(shown(text).split())


def named(text: str) -> str:
    """Give the name of a file, or words about it, as `one_line`, with what would turn the direction replaced too."""
    return one_line(text).translate(_DIRECTIONS)


def isolated(text: str) -> str:
    """Give `text` inside FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, so that it cannot reorder what stands beside it."""
    return f"\u2068{text}\u2069"
