"""The kind of every line, and the rule that said so. The first rule that fits decides; what no rule claims is body."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise, takewhile

from tawatur.clean import credits as signed
from tawatur.clean import residue, signatures
from tawatur.clean.layout import Drawn
from tawatur.clean.page import Page, Verdict
from tawatur.clean.registers import plain, words_of
from tawatur.clean.rows import Row
from tawatur.clean.titles import looks_like_title

# a heading has at most so many words (the seeds' have up to ten), and what it heads more
_LONGEST_HEADING = 14
_LEAST_PROSE = 15
_SENTENCE = 12
# A menu's entries have up to four words, the headlines of other articles up to twelve; an article that ends on a list of
# names or results has a line of prose before it that announces the list, and bullets or numbers.
_MENU_WORDS, _MENU_LINES = 12, 6
_OTHERS = 10  # titles under one «اقرأ أيضا»
_SECTION = 2  # words of a section's name above the title
_BOX = 12  # lines from the offer to skip a box to its end
_UNDER_TITLE = 8  # lines from the title within which prose begins: subtitle, caption twice, signature, date
_HEAD = 3  # lines that may sign a text in which no line is long enough to be prose
# a repeated line of more words may be an agency's standing paragraph
_LONGEST_REPEATED = 40


def decide(page: Page) -> list[Verdict]:
    """Give every line its kind."""
    rules: tuple[Callable[[Page], None], ...] = (
        _title, _outside, _unreadable, _boxes, _pictures, _sign_offs, _attributions, _residue, _others, _repeated, _marked, _menus, _first_title, _twice, _captions, _headings,
    )  # fmt: skip
    for rule in rules:
        rule(page)
    return [verdict or Verdict("body", "prose") for verdict in page.kinds]


def _title(page: Page) -> None:
    if page.title is not None:
        page.give(page.title, "title", "title")


def _unreadable(page: Page) -> None:
    for index in page.open():
        row = page.rows[index]
        if not row.plain or residue.ruled(row):
            page.give(index, "furniture", "marks_only")
        elif residue.mojibake(row):
            page.give(index, "furniture", "mojibake")
        elif residue.code(row):
            page.give(index, "furniture", "code")
        elif residue.breadcrumb(row):
            page.give(index, "furniture", "breadcrumb")


def _boxes(page: Page) -> None:
    """A box inside the article that a page offers to skip («تخطى البودكاست وواصل القراءة» … «البودكاست نهاية»)."""
    for index in page.open():
        if not residue.skips(page.rows[index]):
            continue
        page.give(index, "furniture", "box")
        ends = [i for i in range(index + 1, min(len(page.rows), index + _BOX)) if residue.ends_box(page.rows[i])]
        for inner in range(index + 1, ends[0] + 1 if ends else index + 1):
            page.give(inner, "furniture", "box")


def _outside(page: Page) -> None:
    """What the page drew away from the article is furniture, but for its signature and its caption."""
    for index in page.open():
        drawn = page.drawn[index]
        if drawn is not None and drawn.tag == "title":  # what the browser's tab shows
            page.give(index, "furniture", "outside_article")
        elif (
            drawn is None
            or drawn.main
            or (drawn.near and (drawn.caption or drawn.subtitle))
            or _sign(page, index)
            or (drawn.near and drawn.linked < 0.3 and _beside(page, index, drawn))
        ):
            continue
        elif not (drawn.near and drawn.byline):
            page.give(index, "furniture", "outside_article")


def _beside(page: Page, index: int, drawn: Drawn) -> bool:
    """Whether a line under the title that the extractor left out is a picture's, or the article's lead."""
    row = page.rows[index]
    if page.title is None or index < page.title or residue.starts(row):
        return False
    if drawn.image and row.size <= signed.LONGEST_CAPTION and not residue.residue(row) and page.kinds[index] is None:
        return drawn.tag not in ("p", "h1") or signed.pictured(row)
    return _above_prose(page, index) and row.size >= _LEAST_PROSE and row.stopped


def _above_prose(page: Page, index: int) -> bool:
    return not any(drawn is not None and drawn.main and i != page.title for i, drawn in enumerate(islice(page.drawn, index + 1)))


def _sign(page: Page, index: int) -> bool:
    """Sign the article with a line that the page drew beside it, where the lists know what it says."""
    drawn, row = page.drawn[index], page.rows[index]
    title = page.title if page.title is not None else index
    if drawn is None or not drawn.near or drawn.linked > 0.5 or index < title or residue.residue(row):
        return False
    above = _above_prose(page, index) and index > title
    credit = signed.line(row, page.own, residue.prefix(row)) or (signatures.signature(page, index) if above else None)
    if credit is None or not (credit.of("agency", "wires") or _above_prose(page, index)):
        return False
    _give_credit(page, index, credit)
    return True


def _give_credit(page: Page, index: int, credit: signed.Credit) -> None:
    page.credits[index] = credit
    kind = signed.kind_of(credit)
    page.give(index, "byline" if kind == "byline" else "dateline" if kind == "dateline" else "credit", f"signed_{kind}")


def _pictures(page: Page) -> None:
    """What the page draws as a picture's caption, or in a picture's box."""
    for index in page.open():
        drawn, row = page.drawn[index], page.rows[index]
        able = drawn is not None and (drawn.tag not in ("p", "h1") or (drawn.tag == "p" and signed.pictured(row)))
        boxed = drawn is not None and drawn.image and able and row.size <= signed.LONGEST_CAPTION
        if boxed or (drawn is not None and drawn.caption):
            page.give(index, "caption", "caption_element")


def _attributions(page: Page) -> None:
    """Lines that sign the article: before the prose and after it, not in its midst."""
    prose = [i for i in page.open() if page.rows[i].size > 25 or (page.rows[i].stopped and page.rows[i].size > 12)]
    first = prose[0] if prose else _HEAD
    last = prose[-1] if prose else len(page.rows) - _HEAD
    for index in page.open():
        row = page.rows[index]
        if (
            first < index < last
            or residue.starts(row)
            or residue.dated(row)
            or residue.residue(row)
            or signatures.heads_menu(page, index)
        ):
            continue
        # a plain text's first line is its title rather than a byline, unless lists know what it says
        opening = not page.titled and not page.table and page.drawn[index] is None and page.before(index) is None
        credit = signed.line(row, page.own, residue.prefix(row), loose=index < first and not opening)
        if credit is None and index < first:
            credit = signatures.signature(page, index)
        if credit is not None:
            _give_credit(page, index, credit)


def _residue(page: Page) -> None:
    left = page.open()
    for at, index in enumerate(left):
        row = page.rows[index]
        outer = at < 3 or at >= max(len(left) - 6, int(len(left) * 0.7))
        group = residue.residue(row)
        if group is not None:
            page.give(index, "furniture", f"residue_{group}")
        elif residue.starts(row) and (outer or (row.size <= 14 and not row.stopped)):
            page.give(index, "furniture", "residue_start")
        elif residue.dated(row) or (outer and residue.stamped(row)):
            page.give(index, "furniture", "residue_dated")
        elif residue.contact(row):
            page.give(index, "furniture", "contact")


def _others(page: Page) -> None:
    """The titles of other articles under «اقرأ أيضا»: short lines up to the next sentence."""
    first = next((i for i in page.open() if page.rows[i].size > _LONGEST_HEADING), len(page.rows))
    for index, row in enumerate(page.rows):
        if index < first or not page.is_furniture(index) or not residue.heads_others(row):
            continue
        for after in range(index + 1, min(len(page.rows), index + 1 + _OTHERS)):
            other, drawn = page.rows[after], page.drawn[after]
            if page.kinds[after] is None and (other.size > _LONGEST_HEADING or other.stopped or (drawn and drawn.heading)):
                break
            page.give(after, "furniture", "title_of_another")
        above = page.rows[index - 1]
        if page.kinds[index - 1] is None and above.size <= _SECTION and not above.stopped and page.drawn[index] is None:
            page.give(index - 1, "furniture", "section_name")


def _repeated(page: Page) -> None:
    if not page.repeated:
        return
    left = page.open()
    again = [index for index in left if page.rows[index].size <= _LONGEST_REPEATED and key_of(page.rows[index]) in page.repeated]
    outer = set(_outer_run(left, set(again)))
    for index in again:
        row = page.rows[index]
        # a sentence that stands in several articles may be an agency's standing paragraph, or the article read twice
        if not (row.stopped and row.size > _SENTENCE) or (page.drawn[index] is not None and index in outer):
            page.give(index, "furniture", "repeated_on_site")


def _outer_run(left: Sequence[int], again: set[int]) -> Iterator[int]:
    """The repeated lines with nothing but repeated lines before them, or after them."""
    yield from takewhile(again.__contains__, left)
    yield from takewhile(again.__contains__, reversed(left))


def key_of(row: Row) -> str:
    """The key by which lines of several pages are one: folded words, digits masked."""
    return "".join("0" if letter.isdigit() else letter for letter in row.plain)


def _marked(page: Page) -> None:
    """What the page's own elements say: captions, headings, dates, lists of links."""
    for index in page.open():
        drawn, row = page.drawn[index], page.rows[index]
        if drawn is None:
            continue
        if drawn.subtitle and page.title is not None and 0 < index - page.title <= 8 and row.size <= 3 * _LONGEST_HEADING:
            page.give(index, "heading", "subtitle_element")
        elif drawn.heading and row.size <= 2 * _LONGEST_HEADING:
            page.give(index, "heading", "heading_element")
        elif drawn.linked > 0.8 and row.size <= 25 and not row.stopped:
            page.give(index, "furniture", "links_only")
        elif drawn.byline and row.size <= 12 and not row.stopped:
            photo = signed.pictured(row)
            page.give(index, "caption" if photo else "byline", "photo_credit" if photo else "byline_element")


def _menus(page: Page) -> None:
    """Runs of short lines before a plain text's prose and after it are menus and lists of other articles.

    What stands next to the prose may be its headline, and a longer line may be one anywhere: they stay.
    """
    left = page.open()
    prose = [
        at
        for at, index in enumerate(left)
        if page.rows[index].size > 25 or (page.rows[index].stopped and page.rows[index].size > 12)
    ]
    if page.table or not prose:
        return
    head, tail = left[: max(0, prose[0] - _HEAD + 1)], left[prose[-1] + 1 :]
    for run in (head, tail):
        short = [index for index in run if page.rows[index].size <= _MENU_WORDS and not _listed(page.rows[index])]
        if len(short) >= _MENU_LINES and len(short) >= 0.7 * len(run):
            for index in run if run is tail else short:
                page.give(index, "furniture", "run_of_short_lines")


def _listed(row: Row) -> bool:
    """Whether a line is a sentence, or an entry of the article's own list."""
    return row.stopped or row.opens or row.text[:1] in "-•*–" or row.folded[:1].isdigit()


def _first_title(page: Page) -> None:
    """A plain text's first line that looks like a title is one."""
    if page.title is not None or page.titled or page.table:
        return
    left = page.open()
    for at, index in enumerate(left[:_HEAD]):
        row = page.rows[index]
        if signed.photo_tail(row, page.own) and signed.bracketed(row):
            continue  # a caption
        if looks_like_title(row, [page.rows[i] for i in left[at + 1 : at + _UNDER_TITLE]]):
            page.title = index
            page.give(index, "title", "first_line")
            for before in left[:at]:
                if page.rows[before].size <= _SECTION:
                    page.give(before, "furniture", "section_name")
            return
        if row.size > _SECTION:
            return


def _twice(page: Page) -> None:
    """A short line that stands twice in a row is a caption; the title again is furniture."""
    title = page.rows[page.title].plain if page.title is not None else None
    left = page.open()
    for index in left:
        if title and page.rows[index].plain == title:
            page.give(index, "furniture", "title_again")
    for one, two in pairwise(left):
        same = page.rows[one].plain == page.rows[two].plain and two - one <= 2
        if same and 2 <= page.rows[one].size <= signed.LONGEST_CAPTION:
            page.give(one, "caption", "stands_twice")
            page.kinds[two] = page.kinds[one]


def _captions(page: Page) -> None:
    left = page.open()
    for index in left:
        row = page.rows[index]
        if not signed.photo_tail(row, page.own) or len(left) == 1:
            continue
        if index != left[-1] or not signed.closing(row, page.own):
            page.give(index, "caption", "photo_credit")


def _sign_offs(page: Page) -> None:
    for index in page.open()[-8:]:
        code = signed.sign_off(page.rows[index])
        if code is not None:
            page.give(index, "credit" if code == "house" else "furniture", f"sign_off_{code}")


def _headings(page: Page) -> None:
    """Short lines without a stop, between prose: each heads the longer line that follows."""
    reporting = words_of("attribution", "reporting")
    asking = [index for index in page.open() if page.rows[index].text[-1:] in "؟?" and page.rows[index].size <= _LONGEST_HEADING]
    for index in page.open():
        row = page.rows[index]
        following, before = _next_prose(page, index), page.before(index)
        asks = asking == [index] and row.text[:1] != "*"  # else they are the questions of an interview
        if following is None or row.size > _LONGEST_HEADING or row.opens or (row.stopped and not asks):
            continue
        if not row.arabic or plain(row.text).split()[0] in reporting or row.text[:1] in "-•–":
            continue
        if residue.labelled_link(row) and before is not None and page.kinds[before] is None:
            page.give(index, "furniture", "labelled_link")
            continue
        if page.rows[following].size < max(_LEAST_PROSE, 1.5 * row.size):
            continue
        if before is not None and not _ends_prose(page, before):
            continue
        page.give(index, "heading", "short_line_before_prose")


def _next_prose(page: Page, index: int) -> int | None:
    """The next line that no rule has claimed: captions and signatures may stand between a heading and it."""
    return next((i for i in range(index + 1, len(page.rows)) if page.kinds[i] is None), None)


def _ends_prose(page: Page, index: int) -> bool:
    """Whether a line ends what comes before a heading: prose, or another kind than body."""
    verdict = page.kinds[index]
    if verdict is not None and verdict.kind != "body":
        return True
    return page.rows[index].stopped or page.rows[index].size >= _LEAST_PROSE
