"""Furniture by its words: residue phrases subtracted from a line, lines of contact, dates that stand alone, mojibake."""

import re
from functools import cache

from tawatur.arabic.fold import fold
from tawatur.clean.registers import plain
from tawatur.clean.rows import Row
from tawatur.clean.times import is_date, months, weekdays
from tawatur.resources import load

# Latin words, numbers and Arabic words apart, even where a page has joined them (iconدقائق)
_TOKEN = re.compile(r"[a-z]+|\d+|[\u0621-\u064a\u0671-\u06d3]+|[^\W_]")
# a longer line is prose or a menu that other rules see: share bars have up to some thirty words
_LONGEST = 36
# a line that begins with a phrase of `starts`: a headline follows it, never more
_LONGEST_START = 40
_AROUND_DATE = 3  # words beside a date that a line of a page's head may hold: a section, an issue
_RULE = re.compile(r"[=_*~#\-–—]{5,}")
_SKIPS = re.compile(r"(?:تخطي?|تخطى|تجاوز)\s.*(?:القراءه|القراءة)$")
_CHANGED = re.compile(r"اخر (?:تحديث|تعديل)\s*:")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|https?://\S+|www\.\S+|@\w{3,}")
_CRUMB = re.compile(r"(?:الصفحه )?الرييسيه\s*[>»›/|\\<«‹-]")
_CODE = re.compile(r"[{}]|\(\s*\)|;\s*$|=\s*window|function\s*\(|</?\w+")
_SLASHED = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}(?!\d)")
_NUMBER = re.compile(r"\d{3,}")
# UTF-8 read as cp1256 (ط§ظ„...), and cp1256 read as cp1252 (ÇáÃ...)
_BROKEN_UTF8 = re.compile(
    "[\u0637\u0638][\u00a1-\u00bf\u2018-\u2026\u201a\u0192\u02c6\u2039\u0152\u0679\u067e\u0686\u0698\u0688\u06af\u06a9\u2021\u2020\u2030\u2122]"
)
_BROKEN_CP1256 = re.compile("[\u00c0-\u00ff]{3,}")


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By first word: the words of each phrase and its group, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for group, phrases in load("furniture")["phrases"].items():
        for phrase in phrases:
            words = tuple(_TOKEN.findall(fold(phrase)))
            table.setdefault(words[0], []).append((words, group))
    for rows in table.values():
        rows.sort(key=lambda row: (-len(row[0]), row))
    return table


@cache
def _filler() -> frozenset[str]:
    return frozenset(word for phrase in load("furniture")["filler"] for word in _TOKEN.findall(fold(phrase)))


@cache
def _starts() -> re.Pattern[str]:
    phrases = sorted({fold(phrase) for phrase in load("furniture")["starts"]}, key=lambda p: (-len(p), p))
    return re.compile(rf"[\W_a-z]*(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


@cache
def _contact() -> frozenset[str]:
    return frozenset(word for phrase in load("furniture")["contact"] for word in plain(phrase).split())


def residue(row: Row) -> str | None:
    """Give the group of residue that the whole line is made of (`share`, `related`, `published` …), or None."""
    if row.size > _LONGEST:
        return None
    if not row.plain:
        return "marks_only"
    tokens = _TOKEN.findall(row.folded)
    group, left = _subtract(tokens)
    if left == 0 and group:
        return group
    if all(token.isdigit() for token in tokens):
        return "numbers"
    if left == 0 and tokens[0] in _ago() and any(token.isdigit() for token in tokens):
        return "date"  # «منذ 3 ساعات»
    return "date" if row.size > 1 and is_date(row.plain) else None


def _subtract(tokens: list[str]) -> tuple[str | None, int]:
    """The first group found, and how many words are left that no phrase, number, date or filler explains."""
    at, left, group = 0, 0, None
    while at < len(tokens):
        token = tokens[at]
        for words, name in _phrases().get(token, ()):
            if tuple(tokens[at : at + len(words)]) == words:
                group, at = group or name, at + len(words)
                break
        else:
            known = token.isdigit() or token.isascii() or token in months() or token in weekdays() or token in _filler()
            left += 0 if known else 1
            at += 1
    return group, left


@cache
def _stamps() -> re.Pattern[str]:
    """The phrases that say when a page was published or changed, at the head of a line."""
    groups = load("furniture")["phrases"]
    phrases = sorted({fold(p) for name in ("published", "modified") for p in groups[name]}, key=lambda p: (-len(p), p))
    return re.compile(rf"[\W_a-z]*(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


@cache
def _headers() -> frozenset[str]:
    return frozenset(plain(phrase) for phrase in load("furniture")["headers"])


def heads_others(row: Row) -> bool:
    """Whether the titles of other articles follow («اقرأ أيضا:»)."""
    return row.plain in _headers()


def breadcrumb(row: Row) -> bool:
    """Whether the line is the way from the front page to this one («الرئيسية > أخبار > منوعات»)."""
    return row.size <= _LONGEST_START and not row.stopped and bool(_CRUMB.match(row.folded))


def code(row: Row) -> bool:
    """Whether the line is a script's that a copy of the page has kept."""
    return not row.arabic and bool(_CODE.search(row.text))


def dated(row: Row) -> bool:
    """Whether a short line begins with «نشر في» or «آخر تحديث» and holds a day, whatever else («نشر بواسطة … في 12 مارس 2020»)."""
    if row.size > 20 or row.stopped:
        return False
    tokens = _TOKEN.findall(row.folded)
    if not _stamps().match(row.folded):
        return row.size <= 14 and bool(_CHANGED.search(row.folded)) and sum(token.isdigit() for token in tokens) >= 2
    return any(token in months() for token in tokens) or sum(token.isdigit() for token in tokens) >= 3


@cache
def _ago() -> frozenset[str]:
    return frozenset(fold(word) for word in load("furniture")["ago"])


def stamped(row: Row) -> bool:
    """Whether a short line is a full date with little about it («أخبار | 12 مارس 2020», «الخميس 12 مارس 2020 العدد 15»)."""
    if row.size > 14 or row.stopped or not re.search(r"(?<!\d)(?:19|20|14)\d\d(?!\d)", row.folded):
        return False
    tokens = _TOKEN.findall(row.folded)
    divided = "|" in row.text or "•" in row.text or any(token in weekdays() for token in tokens)
    told = any(token in months() for token in tokens) or bool(_SLASHED.search(row.folded))
    return divided and told and _subtract(tokens)[1] <= _AROUND_DATE


def prefix(row: Row) -> int:
    """The length of the residue at a line's head that page furniture was joined to («Next Previous واس»), in letters."""
    match = re.match(r"(?:\s*(?:next|previous|prev|time|reading|icon|share|tweet)\b)+[\s:|-]*", row.text, re.IGNORECASE)
    return match.end() if match and match.end() < len(row.text) else 0


def starts(row: Row) -> bool:
    """Whether the line begins as furniture does that goes on with other words («اقرأ أيضا: …»)."""
    return row.size <= _LONGEST_START and bool(_starts().match(row.folded))


def ruled(row: Row) -> bool:
    """Whether a line is a rule of marks with no more than somebody's initials («=====ر.س», «خ- خ+»), or of tags («#طرق #قرى»)."""
    if row.text[0] == "#" and all(word[0] == "#" for word in row.text.split()):
        return True  # tags and nothing else
    words = row.plain.split()
    if not words or len(words) > 3 or any(len(word) > 3 or word.isdigit() for word in words):
        return False
    return bool(_RULE.search(row.text)) or (len(set(words)) == 1 and len(words) == 2 and len(words[0]) == 1)


def skips(row: Row) -> bool:
    """Whether the line offers to skip what follows it and to read on."""
    return row.size <= 12 and bool(_SKIPS.match(row.folded))


def ends_box(row: Row) -> bool:
    """Whether the line ends what another offered to skip («البودكاست نهاية», «نهاية …»)."""
    words = row.plain.split()
    return 1 < len(words) <= 12 and "نهايه" in (words[0], words[-1])


def labelled_link(row: Row) -> bool:
    """Whether a short line begins with one word twice: a link to another article under its section's name."""
    words = row.plain.split()
    return len(words) >= 4 and words[0] == words[1] and len(words[0]) > 2


def contact(row: Row) -> bool:
    """Whether the line holds how to reach somebody and nothing else."""
    if row.size > 16 or not (_EMAIL.search(row.text) or _NUMBER.search(row.folded)):
        return False
    words = [word for word in _EMAIL.sub(" ", row.folded).split() if any(letter.isalpha() for letter in word)]
    rest = [word for word in words if plain(word) not in _contact() and plain(word) not in _filler()]
    return not rest and (bool(_EMAIL.search(row.text)) or bool(words))


def mojibake(row: Row) -> bool:
    """Whether the line's letters are those of another coding read wrongly: more than a third of it is such pairs."""
    lost = row.text.count("\ufffd")
    broken = 2 * len(_BROKEN_UTF8.findall(row.text)) + sum(map(len, _BROKEN_CP1256.findall(row.text)))
    if broken + lost < 6:
        return False
    letters = sum(letter.isalpha() for letter in row.text)
    return broken > len(row.text.replace(" ", "")) / 3 or lost > letters / 4
