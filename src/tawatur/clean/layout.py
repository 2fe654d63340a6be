"""How a page drew a line, as the rules ask for it: from the layout's element names, classes and ids."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tawatur.clean.rows import Row
from tawatur.records.document import Document, Layout

_CAPTION = re.compile(
    r"figcaption|caption|photo-?credit|image-?desc|media-?desc|img-?desc|copyright|legend|(?:^|[-_ ])cap(?:$|[-_ ])",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"byline|author|writer|signature|credit|source-?name|كاتب", re.IGNORECASE)
_IMAGE = re.compile(
    r"(?:^|[-_ ])(?:image|img|photo|picture|thumb|thumbnail|gallery|figure)(?:$|[-_ ])|(?-i:[a-z](?:Image|Img|Photo|Picture)(?![a-z]))",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(
    r"sub-?_?(?:title|head(?:ing|line)?)(?![a-z])|standfirst|(?:^|[-_ ])(?:deck|kicker|intro|excerpt)(?:$|[-_ ])", re.IGNORECASE
)
_MASTHEAD = re.compile(
    r"(?:^|[-_ ])(?:nav|menu|masthead|topbar|top-date|top|today|current|footer|weather|widget|sidebar)(?:$|[-_ ])", re.IGNORECASE
)
_TITLE = re.compile(
    r"(?:^|[-_ ])(?:title|headline)(?:$|[-_ ])|(?-i:[a-z](?:Title|Headline)$)|^(?:story|news|article|post)title$", re.IGNORECASE
)
_HEADING = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Drawn(NamedTuple):
    """A line's element: whether it counts to the article or stands near it, what it is drawn as, the share of its links.

    `masthead` is True in what stands about every page of a site; `datetime` is what a time element says of itself.
    """

    tag: str
    main: bool
    near: bool
    caption: bool
    image: bool
    heading: bool
    titled: bool
    subtitle: bool
    byline: bool
    masthead: bool
    linked: float
    datetime: str | None


# lines before the article's first and after its last whose names are looked at: a title, a date line, a caption are there
_BEFORE, _AFTER = 24, 9
_FAR = Drawn("", False, False, False, False, False, False, False, False, False, 0.0, None)


def drawn(document: Document, rows: Sequence[Row]) -> list[Drawn | None]:
    """Give for every line how the page drew it; None where there is no layout (plain text, rows)."""
    if not document.layout:
        return [None] * len(rows)
    blocks = sorted(document.layout, key=lambda block: (block.start, -block.end))
    starts = [block.start for block in blocks]
    found = [_block(blocks, starts, row) for row in rows]
    mains = [index for index, block in enumerate(found) if block is not None and block.main]
    if not mains:  # the extractor found no article: the rules of plain text decide
        return [_drawn(block, True, True, frozenset()) if block else None for block in found]
    low, high = mains[0] - 8, mains[-1] + 4
    homes = {(block.tag, block.around) for index in mains if (block := found[index]) is not None}
    article = frozenset(name for _, around in homes for name in around)
    looked = range(mains[0] - _BEFORE, mains[-1] + _AFTER)  # names cost time: what is farther off is outside, whatever it is
    return [
        None
        if block is None
        else _drawn(
            block, block.main or (low <= index <= high and (block.tag, block.around) in homes), low <= index <= high, article
        )
        if index in looked
        else _FAR._replace(tag=block.tag, linked=block.linked)
        for index, block in enumerate(found)
    ]


def _block(blocks: Sequence[Layout], starts: Sequence[int], row: Row) -> Layout | None:
    at = bisect_right(starts, row.start) - 1
    if at < 0:
        return None
    block = blocks[at]
    return block if block.start <= row.start < max(block.end, block.start + 1) else None


def _drawn(block: Layout, main: bool, near: bool, article: frozenset[str]) -> Drawn:
    inner = " ".join(block.around[-4:])
    return Drawn(
        tag=block.tag,
        main=main,
        near=near,
        caption=block.tag == "figcaption" or "figcaption" in block.around or bool(_CAPTION.search(inner)),
        image=any(_IMAGE.search(name) for name in block.around[-3:]),
        heading=block.tag in _HEADING,
        titled=any(_TITLE.search(name) for name in block.around[-2:]),
        subtitle=any(_SUBTITLE.search(name) for name in block.around[-4:]),
        byline=block.tag == "address" or bool(_BYLINE.search(inner)),
        masthead=any(_MASTHEAD.search(name) for name in block.around if name not in article),
        linked=block.linked,
        datetime=block.datetime,
    )
